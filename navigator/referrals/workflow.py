"""The referral's state machine: `take` makes the event of a step or says why not, `replay` tells the state of events.

Pure: no session, no clock of its own, no Qt. Nothing but `take` makes an event.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from navigator.access import Actor, Role
from navigator.errors import BadInput, NotAllowed
from navigator.referrals.bounds import Bounds
from navigator.referrals.status import ENDED, MOVES, BusinessStatus, Status
from navigator.referrals.steps import CallAgain, Departure, Mistake, Progress, Step
from navigator.referrals.within import WITHIN


class NotPossible(BadInput):
    """The move is not in the table of R-01."""


class Lacking(BadInput):
    """A guard of R-02 is not met; the sentence says what is missing."""


@dataclass(frozen=True)
class State:
    """Where a referral stands, and what happens inside that status."""

    status: Status | None = None
    business: BusinessStatus | None = None


@dataclass(frozen=True)
class Event:
    """One line of a referral's history; `number` counts from 1, `by` is an account's id."""

    number: int
    at: datetime
    by: str
    before: Status | None
    after: Status
    business: BusinessStatus | None
    step: Step


NEW = State()
_WAITING = {BusinessStatus.CONTACT_ATTEMPTED, BusinessStatus.MESSAGE_LEFT, BusinessStatus.AWAITING_CALLBACK}


def take(events: Sequence[Event], step: Step, actor: Actor, bounds: Bounds) -> Event:
    """The event that `step` adds to `events`; raises `NotPossible`, `Lacking` or `NotAllowed` and adds nothing."""
    state = replay(events)
    after = _destination(state.status, step)
    if isinstance(step, Mistake) and actor.role is not Role.SUPERVISOR and events and actor.id != events[0].by:
        raise NotAllowed("Only the person who wrote this referral or a supervisor may mark it as entered in error.")
    missing = _lacks_here(events, step) or step.lacks(bounds)
    if missing:
        raise Lacking(missing)
    return Event(len(events) + 1, bounds.now, actor.id, state.status, after, step.business, step)


def replay(events: Sequence[Event]) -> State:
    """The state that `events` lead to; `ValueError` when they are no history of one referral."""
    state = NEW
    for number, event in enumerate(events, start=1):
        if event.number != number or event.before is not state.status:
            raise ValueError(f"event {number} does not follow the one before")
        if _leads_to(state.status, event.step) is not event.after or event.business is not event.step.business:
            raise ValueError(f"event {number} is no move of R-01")
        state = State(event.after, _business(state, event))
    return state


def _destination(before: Status | None, step: Step) -> Status:
    after = _leads_to(before, step)
    if after is None:
        raise NotPossible(_refusal(before, step))
    if isinstance(step, Progress) and after not in WITHIN[step.business]:
        raise NotPossible(f"That cannot be said of a referral that is {before}.")
    return after


def _lacks_here(events: Sequence[Event], step: Step) -> str:
    """What only the history tells: nobody arrives before having left."""
    if not isinstance(step, Progress) or step.business is not BusinessStatus.ARRIVED:
        return ""
    left = next((one.step.left_at for one in reversed(events) if isinstance(one.step, Departure)), None)
    late = left is not None and step.at < left
    return "Arriving cannot be before leaving. Check the time and the day." if late else ""


def _leads_to(before: Status | None, step: Step) -> Status | None:
    if step.to is not None:
        return step.to if step.to in MOVES[before] else None
    return None if before is None or before is Status.DRAFT or before in ENDED else before


def _business(state: State, event: Event) -> BusinessStatus | None:
    """A step that stays in its status without news of its own keeps what was known; an answer ends the waiting.

    A later call that nobody answered takes nothing away from a bed that is held.
    """
    waits = event.business in _WAITING
    if event.after is not state.status or (event.business is not None and not waits):
        return event.business
    if waits:
        return event.business if state.status is Status.REQUESTED or state.business is None else state.business
    return None if isinstance(event.step, CallAgain) and state.business in _WAITING else state.business


def _refusal(before: Status | None, step: Step) -> str:
    if before is None:
        return "This referral has not been written yet."
    if before in ENDED:
        return f"This referral has ended ({before}). Start a new one in its place."
    wanted = step.to or "a further note"
    return f"A referral that is {before} cannot become {wanted}."
