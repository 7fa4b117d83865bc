"""What stands on the card of a place besides the place: how it fits the person of the visit, what the desk asks."""

from dataclasses import dataclass

from navigator.resources.eligibility import Verdict
from navigator.resources.stewardship.proposal import Proposal


@dataclass(frozen=True)
class Aside:
    """`verdict` where a visit is in hand, `question` where the desk has asked back about one's own report."""

    verdict: Verdict | None = None
    question: Proposal | None = None
