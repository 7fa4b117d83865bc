"""A station: one folder with the vault and the two stores, and whoever is signed in on it.

`make` lays a station, `sign_in` opens what the account holds keys to, `lock` drops the casework key.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from navigator.access import SHORTEST_PASSPHRASE, Actor, Role, StoreName, holds
from navigator.clock import Clock
from navigator.errors import BadInput, MustChoose, StationError, UserError, WrongPassphrase
from navigator.ids import new_id
from navigator.storage import audit, changes, keys, slots, state, tries
from navigator.storage.audit import Action, Trail
from navigator.storage.changes import Account, VaultChanges
from navigator.storage.database import Store
from navigator.storage.migrations import bring_up
from navigator.storage.sweeping import finish
from navigator.storage.vault import DAMAGED, Anchor, Slot, Vault, VaultFile

LONGEST_NAME = 80
_RECOVERY = "recovery"
"""Whose wrong tries the recovery code's are."""


class Station:
    """The vault and stores in `folder`; nobody is signed in until `sign_in`."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self.clock = clock
        self.file = VaultFile(folder)
        self.trail = Trail(clock)
        self.directory = Store(StoreName.DIRECTORY, folder / "directory.db", clock)
        self.casework = Store(StoreName.CASEWORK, folder / "casework.db", clock)
        self.vault_changes = VaultChanges(self.file, self.directory, self.trail)
        self.keys: slots.Keys = {}
        self.problems: dict[StoreName, str] = {}
        """What is wrong with a store that could not be opened at sign-in; help can still be found without casework."""
        self._casework_end: Anchor | None = None

    @classmethod
    def make(
        cls, folder: Path, city: str, name: str, passphrase: str, clock: Clock, *, demo: bool = False
    ) -> tuple["Station", Actor, str]:
        """Lays a new station in the empty `folder` with its first account, a supervisor, who is signed in.

        Returns the station, the actor and the recovery code, which is kept nowhere.
        """
        check_name(name)
        check_passphrase(passphrase)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.chmod(folder, 0o700)
        station = cls(folder, clock)
        if station.file.exists() or station.directory.path.exists() or station.casework.path.exists():
            raise StationError("There is a station in this folder already. Nothing was changed.")
        actor, code = station._lay(city, name.strip(), passphrase, demo)
        return station, actor, code

    def sign_in(self, name: str, passphrase: str) -> Actor:
        """Opens the stores that the account `name` holds keys to.

        Raises `WrongPassphrase`, `LockedOut` (P-02), `MustChoose` for a one-time passphrase, `StationError`.
        """
        seen, private = self._unlock(name, passphrase)
        with self._entering(seen) as (vault, slot):
            account = self._open(vault, slot, self._keys_of(vault, slot, private))
            if account.must_choose:
                self.close()
                raise MustChoose("This passphrase works once. Choose your own now.")
            return self._welcome(account)

    def choose_passphrase(self, name: str, old: str, new: str) -> Actor:
        """Signs in with `old` and puts `new` in its place, also for a one-time passphrase.

        The key pair is new too: whoever knew the old passphrase and kept a copy of the vault opens nothing that is
        sealed to this account from now on.
        """
        check_passphrase(new)
        if new == old:
            raise BadInput("The new passphrase is the old one. Choose another.")
        seen, private = self._unlock(name, old)
        with self._entering(seen) as (vault, slot):
            found = self._keys_of(vault, slot, private)
            account = self._open(vault, slot, found)
            return self._renew(account, slot, new, found, "passphrase chosen")

    def recover(self, code: str, name: str, new: str) -> Actor:
        """Gives the account `name` a new passphrase by the recovery code, and signs it in."""
        check_passphrase(new)
        vault = self.file.read()
        tries.refuse_if_waiting(vault, _RECOVERY, self.clock())
        try:
            every = slots.recovered(vault.station, vault.recovery, code)
        except keys.DoesNotOpen:
            raise self._count_failure(_RECOVERY) from None
        seen = vault.slot(name)
        if seen is None:
            raise BadInput(f"There is no account “{name.strip()}” on this station.")
        with self._entering(seen, _RECOVERY) as (vault, slot):
            account = self._open(vault, slot, {StoreName.DIRECTORY: every[StoreName.DIRECTORY]})
            allowed = {store: every[store] for store in holds(Role(account.role)) if store.value in slot.keys}
            return self._renew(account, slot, new, allowed, "recovery code used", _RECOVERY)

    def lock(self) -> None:
        """Drops the casework key at once (P-03); the directory stays, so that a running import can finish."""
        self._casework_end = self._end_of(self.casework) if self.casework.is_open else None
        self.casework.close()
        self.keys = {store: key for store, key in self.keys.items() if store is StoreName.DIRECTORY}

    def note_lock(self, actor: Actor) -> None:
        """Writes down that it was locked, and where the chains end. May wait for another program's writing."""
        with self.directory.writing() as session:
            self.trail.record(session, actor, Action.LOCKED)
        self.anchor()

    def close(self) -> None:
        """Closes both stores and drops every key."""
        self.casework.close()
        self.directory.close()
        self.keys = {}

    def directory_revision(self) -> int:
        """A number that grows with every change of the directory."""
        with self.directory.reading() as session:
            return int(state.get(session, state.REVISION) or 0)

    def anchor(self) -> None:
        """Notes in the vault where the chains end, unless one no longer reaches its last anchor."""
        with self.file.changing():
            vault = self.file.read()
            ends = {store.name: self._end_of(store) for store in (self.directory, self.casework) if store.is_open}
            if self._casework_end and not self.casework.is_open:
                ends[StoreName.CASEWORK] = self._casework_end
            kept = {name.value: end for name, end in ends.items() if end is not None}
            self.file.write(replace(vault, anchors={**vault.anchors, **kept}))

    def _end_of(self, store: Store) -> Anchor | None:
        """Where the chain of an open store ends; None when it does not reach its anchor or cannot be read now."""
        try:
            before = self.file.read().anchors.get(store.name.value)
            with store.reading() as session:
                return audit.newest(session) if audit.reaches(session, before) else None
        except UserError:
            return None

    def _lay(self, city: str, name: str, passphrase: str, demo: bool) -> tuple[Actor, str]:
        station, code = new_id(), keys.fresh_recovery_code()
        self.keys = {store: keys.fresh_store_key() for store in StoreName}
        slot = slots.make_slot(station, new_id(), name, passphrase, self.keys)
        account = Account(slot.id, name, Role.SUPERVISOR.value, slot.public)
        actor = _actor(account)
        for store in (self.directory, self.casework):
            store.create(self.keys[store.name])
            bring_up(store)
            with store.writing() as session:
                state.put(session, state.GENERATION, "1")
                changes.put_roster(session, account)
                self.trail.record(session, actor, Action.STATION_MADE, station)
        self.file.write(Vault(station, city, demo, 1, (slot,), slots.make_recovery(station, code, self.keys)))
        self.anchor()
        return actor, code

    def _unlock(self, name: str, passphrase: str) -> tuple[Slot, bytes]:
        """The slot as it was seen and its private key. Slow on purpose, so done before the vault is held."""
        vault = self.file.read()
        slot = vault.slot(name)
        if slot is None:
            keys.key_of_passphrase(passphrase, keys.fresh_kdf())  # as slow as for a name that exists
            raise WrongPassphrase("No match. Check the name and the passphrase.", tries.ALLOWED)
        tries.refuse_if_waiting(vault, slot.id, self.clock())
        try:
            return slot, slots.private_half(vault.station, slot, passphrase)
        except keys.DoesNotOpen:
            raise self._count_failure(slot.id) from None

    @contextmanager
    def _entering(self, seen: Slot, tried: str = "") -> Iterator[tuple[Vault, Slot]]:
        """The vault as it is now, held until the end, when the slot is still the one that was `seen`."""
        with self.file.changing():
            vault = self.file.read()
            tries.refuse_if_waiting(vault, tried or seen.id, self.clock())
            slot = vault.slot_of(seen.id)
            if slot != seen:
                raise UserError(changes.CHANGED)
            yield vault, seen

    def _count_failure(self, account: str) -> UserError:
        with self.file.changing():
            vault, said = tries.failed(self.file.read(), account, self.clock())
            self.file.write(vault)
        return said

    def _keys_of(self, vault: Vault, slot: Slot, private: bytes) -> slots.Keys:
        found, damaged = slots.opened(vault.station, slot, private)
        if StoreName.DIRECTORY in damaged:
            raise StationError(DAMAGED)
        self.problems = dict.fromkeys(damaged, "The key to casework is damaged. Ask the supervisor to grant it again.")
        return found

    def _renew(self, account: Account, slot: Slot, new: str, found: slots.Keys, why: str, *tried: str) -> Actor:
        """Puts a fresh key pair under the passphrase `new` in place of `slot`, and signs in with it."""
        vault = self.file.read()
        fresh = slots.make_slot(vault.station, slot.id, slot.name, new, found)
        account = replace(account, public=fresh.public, must_choose=False)
        self.vault_changes.put_account(_actor(account), fresh, account, why, seen=slot)
        return self._welcome(self._open(self.file.read(), fresh, found), *tried)

    def _open(self, vault: Vault, slot: Slot, found: slots.Keys) -> Account:
        """Opens the stores of `found`; the roster says who this is.

        A directory that is open already stays so: work behind the lock's cover may be using it.
        """
        self.casework.close()
        with self._closed_on_error():
            if not self.directory.is_open:
                self._open_store(self.directory, found[StoreName.DIRECTORY])
            account = self._account(slot)
            self.vault_changes.settle(_actor(account), vault)
            account = self._account(slot)
            if account.public != slot.public:
                raise changes.OlderVault(changes.OLDER)
            if account.disabled:
                raise StationError("This account is switched off. Ask the supervisor.")
            if StoreName.CASEWORK in found and StoreName.CASEWORK in holds(Role(account.role)):
                self._open_casework(found[StoreName.CASEWORK], vault, account)
            self.keys = {store: key for store, key in found.items() if self._store(store).is_open}
        return account

    def _open_store(self, store: Store, key: bytes) -> None:
        store.open(key)
        bring_up(store)
        finish(store)

    def _open_casework(self, key: bytes, vault: Vault, account: Account) -> None:
        """Opens casework; when it is damaged, says so in `problems` and leaves the directory usable."""
        self.problems.pop(StoreName.CASEWORK, None)
        try:
            self._open_store(self.casework, key)
            self._match_casework(vault, account)
        except changes.OlderVault:
            raise
        except StationError as error:
            self.casework.close()
            self.problems[StoreName.CASEWORK] = error.sentence

    def _match_casework(self, vault: Vault, account: Account) -> None:
        """Casework's memory of the vault and its roster, after a change that the directory already has."""
        with self.casework.reading() as session:
            newer = changes.check_casework(session, vault)
            known = changes.roster(session, account.id)
        renewed = known is None or known.public != account.public
        if not newer and not renewed:
            return
        with self.casework.writing() as session:
            state.put(session, state.GENERATION, str(vault.generation))
            if renewed:
                changes.put_roster(session, account)
                self.trail.record(session, _actor(account), Action.KEYS_RENEWED, account.id)

    def _store(self, name: StoreName) -> Store:
        return self.directory if name is StoreName.DIRECTORY else self.casework

    def _account(self, slot: Slot) -> Account:
        with self.directory.reading() as session:
            account = changes.roster(session, slot.id) or changes.pending_account(session, slot.id)
        if account is None:
            raise StationError("The directory store does not know this account. Restore the station from one backup.")
        return account

    def _welcome(self, account: Account, *tried: str) -> Actor:
        """Writes the sign-in and the failures that waited, then forgets them in the vault, which the caller holds."""
        actor, vault = _actor(account), self.file.read()
        with self._closed_on_error():
            with self.directory.writing() as session:
                for failure in vault.failures:
                    self.trail.record(session, actor, Action.SIGN_IN_FAILED, failure.account, at=failure.at)
                self.trail.record(session, actor, Action.SIGNED_IN, account.id)
            self.file.write(tries.forgiven(vault, account.id, *tried))
            self.anchor()
        return actor

    @contextmanager
    def _closed_on_error(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.close()
            raise


def check_passphrase(passphrase: str) -> None:
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise BadInput(f"A passphrase needs at least {SHORTEST_PASSPHRASE} characters. Four or more words work well.")


def check_name(name: str) -> None:
    """An account's name: 1 to 80 characters that can be seen, on one line."""
    bare = name.strip()
    if not bare:
        raise BadInput("Type a name for the account.")
    if len(bare) > LONGEST_NAME or not bare.isprintable():
        raise BadInput(f"An account's name is one line of at most {LONGEST_NAME} characters.")


def _actor(account: Account) -> Actor:
    return Actor(account.id, account.name, Role(account.role))
