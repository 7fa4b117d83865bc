"""What the call screen shows: whom it is about, what was tried, and where the loop stands, read at once."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from navigator.referrals.casework import Casework
from navigator.referrals.follow_up import Attempt, FollowUp, FollowUpState, Loop, loop_of
from navigator.referrals.referral import Referral
from navigator.referrals.steps import Completion, Failure
from navigator.ui.ports import Desk


@dataclass(frozen=True)
class Asked:
    """`about` is the date that is asked on, or None: there is none left."""

    referral: Referral
    follow_ups: tuple[FollowUp, ...]
    about: FollowUp | None
    now: datetime
    zone: tzinfo

    @property
    def loop(self) -> Loop:
        failure = self._last(Failure)
        return loop_of(self.referral.status, self.follow_ups, failure.reason if failure is not None else None)

    @property
    def completion(self) -> Completion | None:
        return self._last(Completion)

    @property
    def failure(self) -> Failure | None:
        return self._last(Failure)

    @property
    def tries(self) -> tuple[Attempt, ...]:
        """Every attempt about this referral, newest first."""
        made = (attempt for one in self.follow_ups for attempt in one.attempts)
        return tuple(sorted(made, key=lambda attempt: attempt.at, reverse=True))

    @property
    def still_due(self) -> tuple[FollowUp, ...]:
        return tuple(one for one in self.follow_ups if one.state is FollowUpState.DUE)

    def _last[S](self, kind: type[S]) -> S | None:
        last = self.referral.events[-1].step if self.referral.events else None
        return last if isinstance(last, kind) else None


def read_asked(desk: Desk, casework: Casework, referral_id: str, follow_up_id: str = "") -> Asked:
    """Reads it all; without `follow_up_id` the first date that is due. Raises a `UserError` where it is gone."""
    referral = casework.referrals.referral(desk.actor, referral_id)
    follow_ups = casework.follow_ups.of(desk.actor, referral_id)
    due = [one for one in follow_ups if one.state is FollowUpState.DUE and follow_up_id in ("", one.id)]
    return Asked(referral, follow_ups, next(iter(due), None), desk.clock(), desk.city.zone)
