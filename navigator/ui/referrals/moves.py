"""What can be done with a referral under "More", by where it stands (R-01)."""

from collections.abc import Iterator
from dataclasses import dataclass

from navigator.access import Actor, Role
from navigator.referrals.referral import Referral
from navigator.referrals.status import MOVES, OPEN, Status

DISCARD, FETCH_BACK, START_AGAIN, SETTLE = "discard", "fetch back", "start again", "settle"
HANDOFF, PLAN, MORE = "handoff", "plan", "more"
"""Actions that are no form; every other key is that of a form."""


@dataclass(frozen=True)
class Move:
    """One line of "More": `why_not` is the reason why it cannot be done here, or ""."""

    key: str
    icon: str
    words: str
    why_not: str = ""


def moves_of(referral: Referral, actor: Actor) -> tuple[Move, ...]:
    return tuple(_moves(referral, actor))


def _moves(referral: Referral, actor: Actor) -> Iterator[Move]:
    if referral.status is Status.DRAFT:
        yield Move(DISCARD, "trash-2", "Put this draft away")
    if referral.status in OPEN:
        yield from _while_open(referral)
    yield from _onward(referral, actor)


def _while_open(referral: Referral) -> Iterator[Move]:
    if referral.status is not Status.REQUESTED:
        yield Move("again", "phone-outgoing", "Write down another call")
    if referral.acceptance is not None and referral.status in (Status.ACCEPTED, Status.ON_HOLD):
        yield Move("bed", "bed-double", "Bed held longer" if referral.bed_held_until else "They hold a bed")
    yield Move("news", "message-square", "They told us something")


def _onward(referral: Referral, actor: Actor) -> Iterator[Move]:
    onward = MOVES[referral.status]
    if Status.COMPLETED in onward:
        yield Move("completion", "circle-check", "Completed: the service began")
    if Status.ON_HOLD in onward:
        yield Move("hold", "pause", "Put on hold")
    if Status.FAILED in onward:
        yield Move("failure", "circle-x", "It did not come about")
    if Status.CANCELLED in onward:
        yield Move("cancellation", "ban", "Cancel: the person or your team decided so")
    if referral.has_ended and referral.status is not Status.ENTERED_IN_ERROR:
        yield Move(START_AGAIN, "history", "Start again with this place")
    if Status.ENTERED_IN_ERROR in onward:
        yield Move("mistake", "triangle-alert", "Entered in error", _not_yours(referral, actor))


def _not_yours(referral: Referral, actor: Actor) -> str:
    if actor.role is Role.SUPERVISOR or actor.id == referral.author_id:
        return ""
    return f"Only {referral.author or 'its author'} or a supervisor may do this."
