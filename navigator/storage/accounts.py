"""Accounts: who makes them, and how casework is granted by someone who holds its key (P-01, P-05)."""

from dataclasses import replace

from navigator.access import Actor, Permission, Role, StoreName, holds, may, requires
from navigator.errors import BadInput, NotAllowed
from navigator.ids import new_id
from navigator.storage import changes, keys, slots
from navigator.storage.audit import Action
from navigator.storage.changes import Account
from navigator.storage.station import Station, check_name
from navigator.storage.vault import Slot


class Accounts:
    """Makes accounts on the station that is open."""

    def __init__(self, station: Station) -> None:
        self._station = station

    @requires(Permission.ACCOUNTS)
    def add(self, actor: Actor, name: str, role: Role) -> str:
        """Makes an account; returns a one-time passphrase that must be changed at the first sign-in.

        An administrator's new clinician has no key to casework until a supervisor grants it.
        """
        check_name(name)
        name, vault = name.strip(), self._station.file.read()
        if vault.slot(name):
            raise BadInput(f"There is an account “{name}” already. Choose another name.")
        passphrase = keys.fresh_one_time_passphrase()
        given = {store: key for store, key in self._station.keys.items() if store in _grantable(actor, role)}
        slot = slots.make_slot(vault.station, new_id(), name, passphrase, given)
        account = Account(slot.id, name, role.value, slot.public, must_choose=True)
        self._station.vault_changes.put_account(actor, slot, account, "account added", seen=None)
        if StoreName.CASEWORK in given:
            self._enter_casework(actor, account)
        return passphrase

    @requires(Permission.GRANT_CASEWORK)
    def grant_casework(self, actor: Actor, name: str) -> None:
        """Seals the casework key to an account whose role may hold it and whose owner alone knows its passphrase."""
        vault = self._station.file.read()
        slot = vault.slot(name)
        if slot is None:
            raise BadInput(f"There is no account “{name.strip()}” on this station.")
        account = self._grantee(slot)
        fresh = slots.granted(vault.station, slot, StoreName.CASEWORK, self._station.keys[StoreName.CASEWORK])
        self._station.vault_changes.put_account(actor, fresh, account, "casework granted", seen=slot)
        self._enter_casework(actor, account)

    def _grantee(self, slot: Slot) -> Account:
        """The account of `slot`, when it may be given casework; `NotAllowed` says why not."""
        with self._station.directory.reading() as session:
            account = changes.roster(session, slot.id)
        if account is None or StoreName.CASEWORK not in holds(Role(account.role)):
            raise NotAllowed(f"The role of “{slot.name}” may not hold casework.")
        if account.must_choose:
            raise NotAllowed(f"“{slot.name}” has not chosen a passphrase yet. Grant casework after the first sign-in.")
        if slot.public != account.public:
            raise NotAllowed(f"The key of “{slot.name}” is not the one on the roster. Nothing was granted.")
        return account

    @requires(Permission.ACCOUNTS)
    def roster(self, actor: Actor) -> tuple[Account, ...]:  # noqa: ARG002 - the permission is the actor's
        """Every account that the directory store knows, by name."""
        with self._station.directory.reading() as session:
            return changes.whole_roster(session)

    def _enter_casework(self, actor: Actor, account: Account) -> None:
        with self._station.casework.writing() as session:
            changes.put_roster(session, replace(account, must_choose=False))
            self._station.trail.record(session, actor, Action.CASEWORK_GRANTED, account.id)


def _grantable(actor: Actor, role: Role) -> frozenset[StoreName]:
    """The stores that `actor` may give to a new account of `role`."""
    stores = set(holds(role))
    if not may(actor.role, Permission.GRANT_CASEWORK):
        stores.discard(StoreName.CASEWORK)
    return frozenset(stores)
