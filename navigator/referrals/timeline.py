"""Everything that was done for a person, from every record that is theirs, newest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import from_store
from navigator.errors import NotFound
from navigator.referrals.circle import Circle, circle_of
from navigator.referrals.follow_ups import follow_ups_of
from navigator.referrals.handoff_versions import handoff_of
from navigator.referrals.history import referrals_of
from navigator.referrals.kept import take_back
from navigator.referrals.merges import merges_of
from navigator.referrals.moment import (
    Arrived,
    Asked,
    Called,
    HandedOver,
    Joined,
    Left,
    Moment,
    Moved,
    Planned,
    Printed,
)
from navigator.referrals.names import account_names
from navigator.referrals.plan import Plan
from navigator.referrals.referral import Referral
from navigator.referrals.register import PaperState, papers_of
from navigator.referrals.rows import HandoffRow, PlanRow, ReferralRow, VisitRow
from navigator.referrals.status import Status
from navigator.referrals.steps import CallAgain, Drafting, Request
from navigator.referrals.viewed import Viewed
from navigator.referrals.visit import Visit
from navigator.referrals.visits import visits_of
from navigator.referrals.warmth import meter
from navigator.storage.database import Store


@dataclass(frozen=True)
class _Life:
    """The records that the moments are made of; `written_for` says whose record each visit is."""

    visits: Mapping[str, Visit]
    referrals: Sequence[Referral]
    names: Mapping[str, str]
    written_for: Mapping[str, str]


class Timeline:
    def __init__(self, store: Store, viewed: Viewed) -> None:
        self._store = store
        self._viewed = viewed

    @requires(Permission.READ_CASEWORK)
    def of(self, actor: Actor, person_id: str) -> tuple[Moment, ...]:
        """The moments of whoever that person is now, newest first."""
        with self._store.reading() as session:
            circle = circle_of(session, [person_id])
            if person_id not in circle.records:
                raise NotFound("This person is no longer in casework.")
            found = list(_moments(session, circle, person_id))
        self._viewed.note(actor, [circle.bonds.kept(person_id)])
        later_first = reversed(found)  # what was written after another in the same moment stands above it
        return tuple(sorted(later_first, key=lambda moment: moment.at, reverse=True))


def _moments(session: Session, circle: Circle, person_id: str) -> Iterator[Moment]:
    life = _life(session, circle, person_id)
    of_records = (
        *_visits(life),
        *_referrals(life),
        *_handoffs(session, life),
        *_plans(session, life),
        *_papers(session, life),
        *_follow_ups(session, life),
    )
    for moment in of_records:
        yield replace(moment, record=life.written_for.get(moment.visit_id, ""))
    for merge in merges_of(session, person_id):
        yield Moment(merge.at, Joined(merge), merge.by)


def _life(session: Session, circle: Circle, person_id: str) -> _Life:
    kept = circle.bonds.kept(person_id)
    ids = circle.bonds.ids(person_id)
    mine = session.execute(select(VisitRow.id, VisitRow.person_id).where(VisitRow.person_id.in_(ids))).all()
    visit_ids = [row.id for row in mine]
    kept_rows = (ReferralRow.visit_id.in_(visit_ids), ReferralRow.discarded_at.is_(None))
    rows = session.scalars(select(ReferralRow).where(*kept_rows).order_by(ReferralRow.made_at, ReferralRow.id)).all()
    return _Life(
        visits_of(session, visit_ids),
        referrals_of(session, rows),
        account_names(session),
        {row.id: circle.records[row.person_id].called for row in mine if row.person_id != kept},
    )


def _visits(life: _Life) -> Iterator[Moment]:
    for visit in life.visits.values():
        yield Moment(visit.facts.arrived_at or visit.made_at, Arrived(visit), visit.author, visit.id)
        if visit.ending is not None:
            yield Moment(visit.ending.cleared_at, Left(visit), visit.author, visit.id)


def _referrals(life: _Life) -> Iterator[Moment]:
    """Its calls, and its steps that are no calls; that it was thought of only where nothing came after."""
    for referral in life.referrals:
        about = _about(referral)
        for contact in referral.contacts:
            yield replace(about, at=contact.call.began_at, about=Called(contact), by=contact.by)
        for event in referral.events:
            is_call = isinstance(event.step, Request | CallAgain)
            if not (is_call or (isinstance(event.step, Drafting) and len(referral.events) > 1)):
                yield replace(about, at=event.at, about=Moved(event), by=life.names.get(event.by, ""))


def _handoffs(session: Session, life: _Life) -> Iterator[Moment]:
    by_id = {referral.id: referral for referral in life.referrals}
    saved = select(HandoffRow).where(HandoffRow.referral_id.in_(by_id)).order_by(HandoffRow.number)
    for row in {row.referral_id: row for row in session.scalars(saved)}.values():
        referral = by_id[row.referral_id]
        ending = life.visits[referral.visit_id].ending
        told = meter(referral, handoff_of(row.content, row.version), ending.cleared_at if ending else None)
        about, by = HandedOver(told.warmth, row.number), life.names.get(row.made_by, "")
        yield replace(_about(referral), at=from_store(row.made_at), about=about, by=by)


def _plans(session: Session, life: _Life) -> Iterator[Moment]:
    saved = select(PlanRow).where(PlanRow.visit_id.in_(life.visits)).order_by(PlanRow.number)
    for row in {row.visit_id: row for row in session.scalars(saved)}.values():
        about = Planned(len(take_back(row.content, Plan).steps), row.number)
        yield Moment(from_store(row.made_at), about, life.names.get(row.made_by, ""), row.visit_id)


def _papers(session: Session, life: _Life) -> Iterator[Moment]:
    for line in papers_of(session, tuple(life.visits)):
        if line.state is not PaperState.NOT_RELEASED:
            yield Moment(line.at, Printed(line), line.by, line.paper.visit_id)


def _follow_ups(session: Session, life: _Life) -> Iterator[Moment]:
    by_id = {referral.id: referral for referral in life.referrals}
    for referral_id, several in follow_ups_of(session, tuple(by_id)).items():
        for follow_up in several:
            for attempt in follow_up.attempts:
                about = Asked(attempt, follow_up.number)
                yield replace(_about(by_id[referral_id]), at=attempt.at, about=about, by=attempt.by)


def _about(referral: Referral) -> Moment:
    """What all moments of a referral have in common; time and matter are put in by each."""
    return Moment(
        at=referral.made_at,
        about=Moved(referral.events[0]),
        visit_id=referral.visit_id,
        referral_id=referral.id,
        place=referral.snapshot.name,
        struck=referral.status is Status.ENTERED_IN_ERROR,
    )
