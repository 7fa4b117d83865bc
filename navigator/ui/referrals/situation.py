"""What the call screen is about, read at one moment: visit, referral, its siblings, handoff, and the directory now."""

from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from enum import Enum

from navigator.referrals.casework import Casework
from navigator.referrals.follow_up import FollowUp
from navigator.referrals.handoff import SavedHandoff
from navigator.referrals.referral import Referral
from navigator.referrals.snapshot import Snapshot, changes_since, hidden, snapshot_of
from navigator.referrals.status import Status
from navigator.referrals.visit import Visit
from navigator.referrals.warmth import Meter, meter
from navigator.resources.model import Entry
from navigator.resources.model import Status as EntryStatus
from navigator.ui.ports import Desk
from navigator.ui.referrals.loop_words import FOLLOWED
from navigator.ui.referrals.promise_words import awaits_callback


class Stage(Enum):
    """Which face the screen shows."""

    CALLING = "calling"
    ACCEPTED = "accepted"
    HELD = "on hold"
    ENDED = "ended"
    PUT_AWAY = "put away"


_STAGES = {
    Status.DRAFT: Stage.CALLING,
    Status.REQUESTED: Stage.CALLING,
    Status.ACCEPTED: Stage.ACCEPTED,
    Status.IN_PROGRESS: Stage.ACCEPTED,
    Status.ON_HOLD: Stage.HELD,
}


@dataclass(frozen=True)
class Situation:
    """`family` are the referrals of the visit in the order they were made; `entry` is the place as listed today."""

    visit: Visit
    referral: Referral
    family: tuple[Referral, ...]
    handoff: SavedHandoff
    entry: Entry | None
    now: datetime
    zone: tzinfo
    follow_ups: tuple[FollowUp, ...] = ()

    @property
    def stage(self) -> Stage:
        return Stage.PUT_AWAY if self.referral.discarded else _STAGES.get(self.referral.status, Stage.ENDED)

    @property
    def snapshot(self) -> Snapshot:
        """The place as it was chosen, without what must not be shown by now (S-13)."""
        taken = self.referral.snapshot
        return hidden(taken) if self.entry is not None and self.entry.confidential else taken

    @property
    def changes(self) -> tuple[str, ...]:
        return changes_since(self.referral.snapshot, self.entry)

    @property
    def new_number(self) -> str:
        """The number to dial by now when it is another than the one that was chosen, else ""."""
        if self.entry is None:
            return ""
        lines = snapshot_of(replace(self.entry, status=EntryStatus.ACTIVE), self.now, self.zone).lines
        old = self.referral.snapshot.number
        return "" if not lines or old in {line.number for line in lines} else lines[0].number

    @property
    def meter(self) -> Meter:
        ending = self.visit.ending
        return meter(self.referral, self.handoff.handoff, ending.cleared_at if ending else None)

    @property
    def siblings(self) -> tuple[Referral, ...]:
        """The others that are open for the same need (R-05)."""
        return tuple(one for one in self.others if one.is_open and one.need == self.referral.need)

    @property
    def next_one(self) -> Referral | None:
        """Whom to call next: places not called yet before those that may be tried again, a promise to call last.

        Who will call back is not called while another place has not been, be it the one that is shown.
        """
        drafts = [one for one in self.others if one.status is Status.DRAFT]
        called = [one for one in self.others if one.status is Status.REQUESTED]
        if self.stage is Stage.CALLING and self.referral.status is Status.DRAFT:
            called = [one for one in called if not awaits_callback(one)]
        return next(iter((*drafts, *sorted(called, key=_turn))), None)

    @property
    def others(self) -> tuple[Referral, ...]:
        return tuple(one for one in self.family if one.id != self.referral.id)


def _turn(one: Referral) -> tuple[bool, datetime]:
    last = one.last_contact
    return awaits_callback(one), last.call.began_at if last else one.made_at


def read_situation(desk: Desk, casework: Casework, referral_id: str) -> Situation:
    """Reads it all; raises a `UserError` when the referral is gone or casework is closed."""
    referral = casework.referrals.referral(desk.actor, referral_id)
    family = casework.referrals.of_visit(desk.actor, referral.visit_id)
    return Situation(
        visit=casework.visits.visit(desk.actor, referral.visit_id),
        referral=referral,
        family=family if referral in family else (*family, referral),
        handoff=casework.handoffs.handoff(desk.actor, referral_id),
        entry=desk.search.get(referral.snapshot.entry_id),
        now=desk.clock(),
        zone=desk.city.zone,
        follow_ups=casework.follow_ups.of(desk.actor, referral_id) if referral.status in FOLLOWED else (),
    )
