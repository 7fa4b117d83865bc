"""What a referral's history means for the worklists: since when it waits, until when a bed is held (R-09)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from navigator.referrals.calls import CallOutcome
from navigator.referrals.status import Status
from navigator.referrals.steps import Acceptance, CallAgain, Hold, Progress, Request
from navigator.referrals.workflow import Event


@dataclass(frozen=True)
class Standing:
    """Times are aware. `awaiting_since`: the newest call got no answer; `check_on`: when to look at it again."""

    requested_at: datetime | None = None
    awaiting_since: datetime | None = None
    held_until: datetime | None = None
    check_on: date | None = None


def standing(events: Sequence[Event]) -> Standing:
    status = events[-1].after if events else None
    calls = [event.step.call for event in events if isinstance(event.step, Request | CallAgain)]
    waits = status is Status.REQUESTED and calls[-1].outcome is not CallOutcome.ANSWERED
    hold = next((event.step for event in reversed(events) if isinstance(event.step, Hold)), None)
    return Standing(
        requested_at=calls[0].began_at if calls else None,
        awaiting_since=calls[-1].began_at if waits else None,
        held_until=held_until(events) if status in {Status.ACCEPTED, Status.ON_HOLD} else None,
        check_on=hold.check_on if hold and status is Status.ON_HOLD else None,
    )


def held_until(events: Sequence[Event]) -> datetime | None:
    """Until when a bed is held: by the acceptance, or by what was said of it since."""
    for event in reversed(events):
        if isinstance(event.step, Acceptance):
            return event.step.bed_held_until
        if isinstance(event.step, Progress) and event.step.held_until is not None:
            return event.step.held_until
    return None
