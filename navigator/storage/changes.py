"""A change to the vault, in three steps that a power cut cannot leave half done.

The directory store first records what is intended, then the vault file is replaced, then the store records that it was
done, together with the account's new row in its roster. `settle` finishes or reports what a cut left open.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor
from navigator.errors import BadInput, StationError, UserError
from navigator.storage import state
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store
from navigator.storage.rows import RosterRow
from navigator.storage.vault import Slot, Vault, VaultFile

OLDER = (
    "This station's key file (vault.json) is older than its stores. "
    "Put back the newest one, or restore the whole station from one backup."
)


@dataclass(frozen=True)
class Account:
    """An account as the rosters know it."""

    id: str
    name: str
    role: str
    public: str
    disabled: bool = False
    must_choose: bool = False


CHANGED = "This account was changed by someone else just now. Nothing was changed here. Try again."


class OlderVault(StationError):
    """The vault was put back from before the stores' newest change."""


class VaultChanges:
    """Changes slots of the vault, with their trail in the directory store."""

    def __init__(self, file: VaultFile, directory: Store, trail: Trail) -> None:
        self._file = file
        self._directory = directory
        self._trail = trail

    def put_account(self, actor: Actor, slot: Slot, account: Account, why: str, seen: Slot | None) -> None:
        """Puts `slot` into the vault and `account` into the directory's roster.

        `seen` is the slot that the new one was made from, None for a new account: if another program put a different
        one there meanwhile, nothing is changed. Once the vault file is replaced the change holds: what is left to
        write is written at the next sign-in if it cannot be now.
        """
        with self._file.changing():
            vault = self._file.read()
            if vault.slot_of(slot.id) != seen:
                raise UserError(CHANGED)
            if seen is None and vault.slot(slot.name):
                raise BadInput(f"There is an account “{slot.name}” already. Choose another name.")
            self.settle(actor, vault)
            vault = vault.with_slot(slot)
            with self._directory.writing() as session:
                pending = {"generation": vault.generation, "account": asdict(account), "why": why}
                state.put(session, state.PENDING, json.dumps(pending))
                self._trail.record(session, actor, Action.ACCOUNT_INTENDED, account.id, why=why)
            self._file.write(vault)
            with suppress(UserError):
                self.settle(actor, vault)

    def settle(self, actor: Actor, vault: Vault) -> None:
        """Brings the directory store's memory of the vault up to date; refuses a vault older than the store.

        The caller holds the vault's lock, so that no change is under way between its intent and its end.
        """
        with self._directory.reading() as session:
            known = int(state.get(session, state.GENERATION) or 0)
            open_change = state.get(session, state.PENDING)
        if vault.generation < known:
            raise OlderVault(OLDER)
        if vault.generation == known and open_change is None:
            return
        with self._directory.writing() as session:
            if open_change is not None:
                self._close(session, actor, vault, open_change)
            state.put(session, state.GENERATION, str(vault.generation))

    def _close(self, session: Session, actor: Actor, vault: Vault, open_change: str) -> None:
        change = json.loads(open_change)
        account = Account(**change["account"])
        if vault.generation >= change["generation"]:
            put_roster(session, account)
            self._trail.record(session, actor, Action.ACCOUNT_DONE, account.id, why=change["why"])
        else:
            self._trail.record(session, actor, Action.ACCOUNT_NOT_DONE, account.id, why=change["why"])
        state.drop(session, state.PENDING)


def put_roster(session: Session, account: Account) -> None:
    session.merge(RosterRow(**asdict(account)))


def roster(session: Session, account_id: str) -> Account | None:
    row = session.get(RosterRow, account_id)
    return _account(row) if row else None


def whole_roster(session: Session) -> tuple[Account, ...]:
    return tuple(_account(row) for row in session.scalars(select(RosterRow).order_by(RosterRow.name)))


def _account(row: RosterRow) -> Account:
    return Account(row.id, row.name, row.role, row.public, row.disabled, row.must_choose)


def pending_account(session: Session, account_id: str) -> Account | None:
    """The account of a change that is still open, when it is this one."""
    open_change = state.get(session, state.PENDING)
    account = Account(**json.loads(open_change)["account"]) if open_change else None
    return account if account and account.id == account_id else None


def check_casework(session: Session, vault: Vault) -> bool:
    """Refuses a vault older than the casework store; True when the store should remember a newer one."""
    known = int(state.get(session, state.GENERATION) or 0)
    if vault.generation < known:
        raise OlderVault(OLDER)
    return vault.generation > known
