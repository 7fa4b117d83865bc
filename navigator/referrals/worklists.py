"""The worklists of R-09 that visits, referrals and follow-ups can fill, as one list with the most urgent first."""

from collections.abc import Iterator
from datetime import tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import from_store
from navigator.referrals import owed
from navigator.referrals.draft import NEW, DraftKind
from navigator.referrals.drafts import can_be_taken_back
from navigator.referrals.owed import Owed
from navigator.referrals.rows import DraftRow, FollowUpRow, ReferralRow, VisitRow
from navigator.referrals.task import Matter, Task
from navigator.referrals.viewed import Viewed
from navigator.referrals.visits import visits_of
from navigator.storage.database import Store


class Worklists:
    """What is owed by the station now."""

    def __init__(self, store: Store, zone: tzinfo, viewed: Viewed) -> None:
        self._store = store
        self._zone = zone
        self._viewed = viewed

    @requires(Permission.READ_CASEWORK)
    def owed(self, actor: Actor) -> tuple[Task, ...]:
        """Everything due by the end of today, by matter and then by time; of drafts the actor's own."""
        with self._store.reading() as session:
            due = [*owed.of_referrals(session, owed.today(self._store.clock(), self._zone))]
            typed = _drafts(session, actor, {one.follow_up_id for one in due})
            found = owed.in_order([*due, *typed, *owed.unfinished(session)])
            visits = visits_of(session, sorted({one.visit_id for one in found}))
        self._viewed.note(actor, [visit.person.id for visit in visits.values()])
        return tuple(owed.task_of(one, visits.get(one.visit_id)) for one in found)


def _drafts(session: Session, actor: Actor, listed: set[str]) -> Iterator[Owed]:
    """What the actor typed and did not save, of records that are there or not yet begun.

    Words about a follow-up among those `listed` stand there.
    """
    own = session.scalars(select(DraftRow).where(DraftRow.author_id == actor.id))
    for row in filter(can_be_taken_back, own):
        form, saved_at = DraftKind(row.kind), from_store(row.saved_at)
        if form is DraftKind.VISIT and row.subject == NEW:
            yield Owed(Matter.DRAFT, "", saved_at, form=form)
        elif form in {DraftKind.VISIT, DraftKind.PLAN}:
            if session.get(VisitRow, row.subject) is not None:
                yield Owed(Matter.DRAFT, row.subject, saved_at, form=form)
        elif form in {DraftKind.CALL, DraftKind.HANDOFF}:
            referral = session.get(ReferralRow, row.subject)
            if referral is not None:
                yield Owed(Matter.DRAFT, referral.visit_id, saved_at, referral, form=form)
        elif form is DraftKind.FOLLOW_UP and row.subject not in listed:
            follow_up = session.get(FollowUpRow, row.subject)
            if follow_up is not None:
                about = session.get_one(ReferralRow, follow_up.referral_id)
                yield Owed(Matter.DRAFT, about.visit_id, saved_at, about, follow_up.id, form)
