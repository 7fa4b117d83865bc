"""Whether a handoff is warm, assisted or information only: four criteria, each with proof or what is missing (R-11)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from navigator.referrals.calls import SOMEBODY_SPOKE, Contact
from navigator.referrals.handoff import Agreement, Handoff, Part
from navigator.referrals.referral import Referral


class Warmth(StrEnum):
    WARM = "warm"
    ASSISTED = "assisted"
    INFORMATION_ONLY = "information only"


class Criterion(StrEnum):
    CONTACTED = "Receiver contacted before leaving"
    PRESENT = "Person present, spoke or agreed"
    ACCEPTED = "A named person accepted"
    READ_BACK = "Read-back or bedside transfer"


@dataclass(frozen=True)
class Mark:
    """One criterion: met or not; `told` is who or what proves it or what is missing; `at` when, where it is known."""

    criterion: Criterion
    met: bool
    told: str
    at: datetime | None = None


@dataclass(frozen=True)
class Meter:
    """The four marks, in the order of the screen."""

    marks: tuple[Mark, ...]

    @property
    def met(self) -> int:
        return sum(mark.met for mark in self.marks)

    @property
    def warmth(self) -> Warmth:
        return _BY_COUNT.get(self.met, Warmth.INFORMATION_ONLY)


_BY_COUNT = {4: Warmth.WARM, 3: Warmth.ASSISTED}
_PART = {
    Part.PRESENT: "Present at the call",
    Part.SPOKE: "Spoke on the phone",
    Part.CONSENTED: "Agreed beforehand",
}


def meter(referral: Referral, handoff: Handoff, left_at: datetime | None) -> Meter:
    """The four criteria now. `left_at` is when the team left the person, or None while they are there."""
    return Meter(
        (
            _contacted(referral, handoff.left_at or left_at),
            _present(handoff),
            _accepted(referral),
            _read_back(handoff),
        )
    )


def _contacted(referral: Referral, left_at: datetime | None) -> Mark:
    spoke = [contact for contact in referral.contacts if _reached(contact)]
    before = [contact for contact in spoke if left_at is None or contact.call.began_at <= left_at]
    if before:
        return Mark(Criterion.CONTACTED, True, f"Spoke to {before[0].call.spoke_to}", before[0].call.began_at)
    if spoke:
        return Mark(Criterion.CONTACTED, False, "They were reached after you had left", spoke[0].call.began_at)
    return Mark(Criterion.CONTACTED, False, "Missing: nobody was reached yet")


def _reached(contact: Contact) -> bool:
    return contact.call.outcome in SOMEBODY_SPOKE


def _present(handoff: Handoff) -> Mark:
    if handoff.agreed is Agreement.NO:
        return Mark(Criterion.PRESENT, False, "The person said no", handoff.part_at)
    if handoff.part in _PART:
        return Mark(Criterion.PRESENT, True, _PART[handoff.part], handoff.part_at)
    if handoff.agreed is Agreement.YES:
        return Mark(Criterion.PRESENT, True, "Agreed to it", handoff.part_at)
    return Mark(Criterion.PRESENT, False, "Missing: was the person there, and did they agree?")


def _accepted(referral: Referral) -> Mark:
    yes = referral.acceptance
    if yes is None:
        return Mark(Criterion.ACCEPTED, False, "Missing: name, role, number")
    return Mark(Criterion.ACCEPTED, True, f"{yes.name}, {yes.role}", yes.at)


def _read_back(handoff: Handoff) -> Mark:
    if handoff.read_back_by.strip():
        return Mark(Criterion.READ_BACK, True, f"Read back by {handoff.read_back_by.strip()}", handoff.read_back_at)
    if handoff.bedside:
        return Mark(Criterion.READ_BACK, True, "Bedside transfer", handoff.arrived_at)
    return Mark(Criterion.READ_BACK, False, "Missing: ask them to repeat it")
