"""What is to be done next in a visit: the one filled button of its screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from navigator.referrals.referral import Referral
from navigator.referrals.register import PaperState, Registered
from navigator.referrals.status import Status
from navigator.referrals.visit import Visit


class Way(Enum):
    """Its words and its icon."""

    HELP = ("Find help", "search")
    REFERRAL = ("Go on with the referral", "phone-outgoing")
    PLAN = ("Make the plan", "clipboard-list")
    END = ("End the visit", "door-open")


@dataclass(frozen=True)
class NextStep:
    """`referral_id` says which referral goes on."""

    way: Way
    referral_id: str = ""


_SAID_YES = frozenset({Status.ACCEPTED, Status.IN_PROGRESS, Status.COMPLETED})


def next_step(visit: Visit, referrals: Sequence[Referral], papers: Sequence[Registered]) -> NextStep:
    """Help is found, then a provider says yes, then the person gets a plan, then the visit ends."""
    if any(referral.status in _SAID_YES for referral in referrals):
        given = any(line.paper.own_copy and line.state is PaperState.RELEASED for line in papers)
        return NextStep(Way.END if given and visit.is_open else Way.PLAN)
    going = [referral for referral in referrals if not referral.has_ended]
    if going:
        return NextStep(Way.REFERRAL, going[-1].id)
    return NextStep(Way.HELP if visit.is_open else Way.PLAN)
