"""Visits: opened, changed, ended, found again, and with them the people they were made to."""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import from_store, to_store
from navigator.errors import BadInput, NotFound, UserError
from navigator.ids import new_id
from navigator.referrals import follow_ups, people
from navigator.referrals.bounds import Bounds
from navigator.referrals.circle import circle_of, named
from navigator.referrals.draft import NEW, DraftKind
from navigator.referrals.drafts import settle
from navigator.referrals.kept import keep, take_back
from navigator.referrals.names import account_names
from navigator.referrals.people import Found
from navigator.referrals.person import Identity
from navigator.referrals.rows import ContactRow, ReferralRow, VisitRow
from navigator.referrals.same_person import ids_of, kept_of
from navigator.referrals.signing import RecordKind, refuse_signed
from navigator.referrals.viewed import Viewed
from navigator.referrals.visit import Ending, Visit, VisitFacts
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

MOST_FOUND = 5
RECENT = 50
CHANGED = "This visit was changed in another window meanwhile. What you typed is kept: look at the visit again."


class Visits:
    """The encounters of section 3 and who they were with (P-18)."""

    def __init__(self, store: Store, zone: tzinfo, viewed: Viewed) -> None:
        self._store = store
        self._zone = zone
        self._viewed = viewed
        self._trail = Trail(store.clock)

    @requires(Permission.READ_CASEWORK)
    def find_people(self, actor: Actor, wanted: Identity) -> Found:
        """The few people who may be meant by that name and about that birth year, the likest first.

        Two identifiers are needed, and the search is audited without its text (P-18).
        """
        if not wanted.is_known:
            raise BadInput("To find somebody again, write a name and the birth year.")
        with self._store.writing() as session:
            found = people.find(session, wanted)
            self._trail.record(session, actor, Action.PERSON_SEARCHED, found=len(found))
        if len(found.exact) > MOST_FOUND:
            raise BadInput("Too many people have that name and year. Write the whole birth date and both names.")
        few = found.first(MOST_FOUND)
        self._viewed.note(actor, [person.id for person in few])
        return few

    @requires(Permission.WRITE_CASEWORK)
    def open(self, actor: Actor, facts: VisitFacts, identity: Identity | None, person_id: str = "") -> Visit:
        """Opens a visit to a person found before (`person_id`) or to a new one; the draft of the form goes."""
        bounds = self._bounds()
        _refuse(facts.lacks(bounds))
        with self._store.writing() as session:
            if not person_id:
                person_id = people.add(session, self._trail, actor, identity or Identity(), bounds)
            else:
                person_id = named(session, person_id).id
            row = VisitRow(
                id=new_id(),
                person_id=person_id,
                made_by=actor.id,
                made_at=to_store(bounds.now),
                arrived_at=to_store(facts.arrived_at or bounds.now),
                cleared_at=None,
                revision=1,
                facts=keep(facts),
                ending=None,
            )
            session.add(row)
            settle(session, actor, DraftKind.VISIT, NEW)
            self._trail.record(session, actor, Action.VISIT_OPENED, row.id, person=person_id)
            return _visit(session, row)

    @requires(Permission.WRITE_CASEWORK)
    def change(
        self, actor: Actor, visit_id: str, facts: VisitFacts, seen: int, identity: Identity | None = None
    ) -> Visit:
        """Puts new facts in place of those of revision `seen`, and what is now known of the person."""
        bounds = self._bounds()
        _refuse(facts.lacks(bounds))
        with self._store.writing() as session:
            row = self._seen(session, visit_id, seen)
            if row.ending is not None:
                _refuse(self._ending_lacks(take_back(row.ending, Ending), facts, bounds))
            _refuse_later(session, visit_id, facts)
            if identity is not None:
                people.change(session, self._trail, actor, kept_of(session, row.person_id), identity, bounds)
            row.facts = keep(facts)
            row.arrived_at = to_store(facts.arrived_at or bounds.now)
            row.revision += 1
            settle(session, actor, DraftKind.VISIT, visit_id)
            self._trail.record(session, actor, Action.VISIT_CHANGED, visit_id)
            return _visit(session, row)

    @requires(Permission.WRITE_CASEWORK)
    def end(self, actor: Actor, visit_id: str, ending: Ending, seen: int) -> Visit:
        """Closes the visit; its follow-ups are counted from now on from its end (R-10)."""
        with self._store.writing() as session:
            row = self._seen(session, visit_id, seen)
            if row.ending is not None:
                raise BadInput("This visit has ended already.")
            _refuse(self._ending_lacks(ending, take_back(row.facts, VisitFacts), self._bounds()))
            row.ending = keep(ending)
            row.cleared_at = to_store(ending.cleared_at)
            row.revision += 1
            follow_ups.count_from(session, visit_id, ending.cleared_at)
            settle(session, actor, DraftKind.VISIT, visit_id)
            self._trail.record(session, actor, Action.VISIT_ENDED, visit_id)
            return _visit(session, row)

    @requires(Permission.WRITE_CASEWORK)
    def reopen(self, actor: Actor, visit_id: str, seen: int) -> Visit:
        """Takes an ending back that was written too early."""
        with self._store.writing() as session:
            row = self._seen(session, visit_id, seen)
            if row.ending is None:
                raise BadInput("This visit is open.")
            row.ending, row.cleared_at = None, None
            row.revision += 1
            follow_ups.count_from(session, visit_id, None)
            self._trail.record(session, actor, Action.VISIT_REOPENED, visit_id)
            return _visit(session, row)

    @requires(Permission.READ_CASEWORK)
    def visit(self, actor: Actor, visit_id: str) -> Visit:
        with self._store.reading() as session:
            found = _visit(session, _row(session, visit_id))
        self._viewed.note(actor, [found.person.id])
        return found

    @requires(Permission.READ_CASEWORK)
    def several(self, actor: Actor, visit_ids: Sequence[str]) -> Mapping[str, Visit]:
        """The visits of those ids."""
        with self._store.reading() as session:
            found = visits_of(session, visit_ids)
        self._viewed.note(actor, [visit.person.id for visit in found.values()])
        return found

    @requires(Permission.READ_CASEWORK)
    def newest_of(self, actor: Actor, person_id: str) -> Visit | None:
        """The newest visit to that person, or None."""
        newest = select(VisitRow).order_by(VisitRow.arrived_at.desc()).limit(1)
        with self._store.reading() as session:
            row = session.scalar(newest.where(VisitRow.person_id.in_(ids_of(session, person_id))))
            found = _visit(session, row) if row is not None else None
        self._viewed.note(actor, [person_id])
        return found

    @requires(Permission.READ_CASEWORK)
    def recent(self, actor: Actor) -> tuple[Visit, ...]:
        """The open visits and the newest ended ones, 50 at most, newest arrival first, open ones before."""
        newest = select(VisitRow).order_by(VisitRow.arrived_at.desc())
        with self._store.reading() as session:
            rows = session.scalars(newest.where(VisitRow.cleared_at.is_(None)).limit(RECENT)).all()
            ended = newest.where(VisitRow.cleared_at.is_not(None)).limit(RECENT - len(rows))
            found = _several(session, [*rows, *session.scalars(ended)])
        self._viewed.note(actor, [visit.person.id for visit in found])
        return found

    @requires(Permission.READ_CASEWORK)
    def open_of(self, actor: Actor) -> tuple[Visit, ...]:
        """The actor's own visits that have not ended, newest first."""
        own = (VisitRow.made_by == actor.id, VisitRow.cleared_at.is_(None))
        with self._store.reading() as session:
            found = _several(
                session, session.scalars(select(VisitRow).where(*own).order_by(VisitRow.arrived_at.desc())).all()
            )
        self._viewed.note(actor, [visit.person.id for visit in found])
        return found

    def _bounds(self) -> Bounds:
        return Bounds(self._store.clock(), self._zone)

    def _ending_lacks(self, ending: Ending, facts: VisitFacts, bounds: Bounds) -> str:
        if facts.arrived_at is not None and ending.cleared_at < facts.arrived_at:
            return "You cannot leave before you arrived. Check the times."
        return ending.lacks(bounds)

    def _seen(self, session: Session, visit_id: str, seen: int) -> VisitRow:
        row = _row(session, visit_id)
        refuse_signed(session, RecordKind.VISIT, visit_id)
        if row.revision + circle_of(session, [row.person_id]).revision(row.person_id) != seen:
            raise UserError(CHANGED)
        return row


def visits_of(session: Session, visit_ids: Sequence[str]) -> dict[str, Visit]:
    """The visits of those ids, for the other services of this package."""
    rows = session.scalars(select(VisitRow).where(VisitRow.id.in_(visit_ids))).all()
    return {visit.id: visit for visit in _several(session, rows)}


def bounds_of(session: Session, visit_id: str, now: datetime, zone: tzinfo) -> Bounds:
    """When things told of the visit can have happened."""
    facts = take_back(_row(session, visit_id).facts, VisitFacts)
    began = facts.dispatched_at or facts.arrived_at
    first_day = began.astimezone(zone).date() if began else None
    return Bounds(now, zone, facts.earliest, first_day, facts.arrived_at)


def _row(session: Session, visit_id: str) -> VisitRow:
    row = session.get(VisitRow, visit_id)
    if row is None:
        raise NotFound("This visit is no longer in casework.")
    return row


def _visit(session: Session, row: VisitRow) -> Visit:
    session.flush()
    return _several(session, [row])[0]


def _several(session: Session, rows: Sequence[VisitRow]) -> tuple[Visit, ...]:
    circle = circle_of(session, {row.person_id for row in rows})
    names = account_names(session)
    referrals: dict[str, list[str]] = {}
    kept = (ReferralRow.visit_id.in_([row.id for row in rows]), ReferralRow.discarded_at.is_(None))
    for one in session.execute(
        select(ReferralRow.id, ReferralRow.visit_id).where(*kept).order_by(ReferralRow.made_at, ReferralRow.id)
    ):
        referrals.setdefault(one.visit_id, []).append(one.id)
    return tuple(
        Visit(
            id=row.id,
            person=circle.person(row.person_id),
            facts=take_back(row.facts, VisitFacts),
            ending=take_back(row.ending, Ending) if row.ending is not None else None,
            author_id=row.made_by,
            author=names.get(row.made_by, ""),
            revision=row.revision + circle.revision(row.person_id),
            made_at=from_store(row.made_at),
            referral_ids=tuple(referrals.get(row.id, ())),
        )
        for row in rows
    )


def _refuse(sentence: str) -> None:
    if sentence:
        raise BadInput(sentence)


def _refuse_later(session: Session, visit_id: str, facts: VisitFacts) -> None:
    """A visit cannot begin after what was told to have happened in it."""
    first_call = session.scalar(
        select(ContactRow.began_at)
        .join(ReferralRow, ReferralRow.id == ContactRow.referral_id)
        .where(ReferralRow.visit_id == visit_id)
        .order_by(ContactRow.began_at)
        .limit(1)
    )
    if first_call is not None and facts.earliest is not None and to_store(facts.earliest) > first_call:
        raise BadInput("A call was logged before that time. Check when the visit began.")
