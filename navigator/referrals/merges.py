"""One person who was written down twice: joined under one record, and taken apart again exactly as they were (P-18)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import from_store, to_store
from navigator.errors import BadInput, NotFound, UserError
from navigator.ids import new_id
from navigator.referrals.circle import Circle, circle_of, named
from navigator.referrals.draft import DraftKind
from navigator.referrals.drafts import settle
from navigator.referrals.names import account_names
from navigator.referrals.person import Person
from navigator.referrals.person_rows import MergeRow, UnmergeRow
from navigator.referrals.rows import ReferralRow, VisitRow
from navigator.referrals.same_person import Bond
from navigator.referrals.status import OPEN
from navigator.referrals.viewed import Viewed
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

ONE_ALREADY = "These two are one person already."
UNKNOWN_KEPT = "Keep the record with the name: an unknown person cannot stand for a known one."
MOVED = "One of the two was joined with somebody else meanwhile. Look at both again."
TAKEN_APART = "These two were taken apart already."


@dataclass(frozen=True)
class Side:
    """What one looks at before saying that two are the same; `last_visit` is when the team arrived there."""

    person: Person
    visits: int
    open_referrals: int
    last_visit: datetime | None


@dataclass(frozen=True)
class Merge:
    """A merge that holds; `other` is called as the record of the other has it."""

    id: str
    kept_id: str
    other: Person
    at: datetime
    by: str


class Merges:
    """No row but the merge itself is written: whoever reads a person asks `same_person` whose rows are theirs."""

    def __init__(self, store: Store, viewed: Viewed) -> None:
        self._store = store
        self._viewed = viewed
        self._trail = Trail(store.clock)

    @requires(Permission.READ_CASEWORK)
    def sides(self, actor: Actor, one_id: str, other_id: str) -> tuple[Side, Side]:
        """Both, as they are read now."""
        with self._store.reading() as session:
            found = _side(session, one_id), _side(session, other_id)
        self._viewed.note(actor, [side.person.id for side in found])
        return found

    @requires(Permission.READ_CASEWORK)
    def of_person(self, actor: Actor, person_id: str) -> tuple[Merge, ...]:
        """The merges that hold for that person, the newest first."""
        with self._store.reading() as session:
            found = merges_of(session, person_id)
        self._viewed.note(actor, [person_id])
        return found

    @requires(Permission.WRITE_CASEWORK)
    def merge(self, actor: Actor, kept_id: str, other_id: str) -> Merge:
        """From now on the other is read under the kept person; both must be as they were looked at."""
        with self._store.writing() as session:
            circle = circle_of(session, [kept_id, other_id])
            _refuse(_hinders(circle, kept_id, other_id))
            now = to_store(self._store.clock())
            row = MergeRow(id=new_id(), kept_id=kept_id, other_id=other_id, made_by=actor.id, made_at=now)
            session.add(row)
            session.flush()
            self._trail.record(session, actor, Action.PEOPLE_MERGED, kept_id, other=other_id, merge=row.id)
            for person_id in (kept_id, other_id):
                settle(session, actor, DraftKind.SAME_PERSON, person_id)
            return _merge(session, row.id, kept_id)

    @requires(Permission.WRITE_CASEWORK)
    def undo(self, actor: Actor, merge_id: str) -> None:
        """Takes the two apart: each has its own rows again, and what was written since for the kept one stays there."""
        with self._store.writing() as session:
            row = session.get(MergeRow, merge_id)
            if row is None:
                raise NotFound("There is no such joining of two people in casework.")
            if session.get(UnmergeRow, merge_id) is not None:
                raise BadInput(TAKEN_APART)
            now = to_store(self._store.clock())
            session.add(UnmergeRow(merge_id=merge_id, made_by=actor.id, made_at=now))
            session.flush()
            self._trail.record(session, actor, Action.PEOPLE_UNMERGED, row.kept_id, other=row.other_id, merge=merge_id)


def merges_of(session: Session, person_id: str) -> tuple[Merge, ...]:
    """The merges that hold for that person, the newest first, for the other services of this package."""
    circle = circle_of(session, [person_id])
    if person_id not in circle.records:
        raise NotFound("This person is no longer in casework.")
    mine = circle.bonds.ids(person_id)
    holding = [bond for bond in reversed(circle.bonds.all) if bond.holds and bond.kept_id in mine]
    names = account_names(session)
    return tuple(_told(bond, circle, names.get(bond.made_by, "")) for bond in holding)


def _told(bond: Bond, circle: Circle, by: str) -> Merge:
    return Merge(bond.id, bond.kept_id, circle.records[bond.other_id], from_store(bond.made_at), by)


def _merge(session: Session, merge_id: str, person_id: str) -> Merge:
    return next(merge for merge in merges_of(session, person_id) if merge.id == merge_id)


def _hinders(circle: Circle, kept_id: str, other_id: str) -> str:
    """The sentence that says why the other cannot be read under the kept one, or ""."""
    if not {kept_id, other_id} <= circle.records.keys():
        return "This person is no longer in casework."
    if circle.bonds.kept(kept_id) == circle.bonds.kept(other_id):
        return ONE_ALREADY
    if (circle.bonds.kept(kept_id), circle.bonds.kept(other_id)) != (kept_id, other_id):
        return MOVED
    kept, other = circle.records[kept_id].identity, circle.records[other_id].identity
    return UNKNOWN_KEPT if other.is_known and not kept.is_known else ""


def _refuse(sentence: str) -> None:
    if sentence == MOVED:
        raise UserError(sentence)
    if sentence:
        raise BadInput(sentence)


def _side(session: Session, person_id: str) -> Side:
    person = named(session, person_id)
    ids = circle_of(session, [person_id]).bonds.ids(person_id)
    visits, last = session.execute(
        select(func.count(), func.max(VisitRow.arrived_at)).where(VisitRow.person_id.in_(ids))
    ).one()
    return Side(person, visits, _open_referrals(session, ids), from_store(last) if last else None)


def _open_referrals(session: Session, ids: Sequence[str]) -> int:
    """By way of the visits, which are found by person."""
    visits = select(VisitRow.id).where(VisitRow.person_id.in_(ids))
    stands = (ReferralRow.visit_id.in_(visits), ReferralRow.status.in_([status.value for status in OPEN]))
    return session.scalar(select(func.count()).select_from(ReferralRow).where(*stands)) or 0
