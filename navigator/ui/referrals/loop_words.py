"""Whether it is known by now how a referral went, in one line (R-10)."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from navigator.referrals.follow_up import FollowUp, FollowUpState, Loop, loop_of
from navigator.referrals.status import Status
from navigator.ui.clock_words import day_words

FOLLOWED = frozenset({Status.ACCEPTED, Status.IN_PROGRESS, Status.ON_HOLD, Status.COMPLETED})
"""Where there is a loop to close: somebody said yes."""


def loop_words(status: Status, follow_ups: Sequence[FollowUp], now: datetime, zone: tzinfo) -> str:
    """ "Loop open · next follow-up Tuesday, November 24", or "" where there is none."""
    if status not in FOLLOWED:
        return ""
    match loop_of(status, follow_ups):
        case Loop.CLOSED:
            return "Loop closed"
        case Loop.NOT_CLOSED:
            return "Loop not closed: three tries unanswered"
        case Loop.OPEN:
            return " · ".join(part for part in ("Loop open", _next(follow_ups, now, zone)) if part)


def _next(follow_ups: Sequence[FollowUp], now: datetime, zone: tzinfo) -> str:
    due = next((one.due_at for one in follow_ups if one.state is FollowUpState.DUE), None)
    if due is None:
        return ""
    day = day_words(due.astimezone(zone).date(), now.astimezone(zone).date())
    return f"follow-up was due {day}" if due < now else f"next follow-up {day}"
