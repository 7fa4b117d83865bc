"""Whether a handoff is warm, assisted or information only: four criteria, each with proof or what is missing (R-11)."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from navigator.referrals.calls import SOMEBODY_SPOKE, Contact
from navigator.referrals.handoff import Handoff, Needed
from navigator.referrals.handoff_groups import Agreement, Part
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
    """One criterion: met or not; `told` is who or what proves it or what is missing; `at` when, where it is known.

    `reason` is what somebody wrote of why it could not be had.
    """

    criterion: Criterion
    met: bool
    told: str
    at: datetime | None = None
    reason: str = ""


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
_NEEDED = {
    Criterion.PRESENT: Needed.PRESENT,
    Criterion.ACCEPTED: Needed.ACCEPTOR,
    Criterion.READ_BACK: Needed.READ_BACK,
}
_PART = {
    Part.PRESENT: "Present at the call",
    Part.SPOKE: "Spoke on the phone",
    Part.CONSENTED: "Agreed beforehand",
}


def meter(referral: Referral, handoff: Handoff, left_at: datetime | None) -> Meter:
    """The four criteria now. `left_at` is when the team left the person, or None while they are there."""
    marks = (
        _contacted(referral, handoff.transport.left_at or left_at),
        _present(handoff),
        _accepted(referral),
        _read_back(handoff),
    )
    return Meter(tuple(mark if mark.met else replace(mark, reason=_reason(mark, handoff)) for mark in marks))


def _reason(mark: Mark, handoff: Handoff) -> str:
    need = _NEEDED.get(mark.criterion)
    return handoff.absent.get(need, "").strip() if need is not None else ""


def _contacted(referral: Referral, left_at: datetime | None) -> Mark:
    spoke = [contact for contact in referral.contacts if _reached(contact)]
    before = [contact for contact in spoke if left_at is None or _minute(contact.call.began_at) <= left_at]
    if before:
        return Mark(Criterion.CONTACTED, True, f"Spoke to {before[0].call.spoke_to}", before[0].call.began_at)
    if spoke:
        return Mark(Criterion.CONTACTED, False, "They were reached after you had left", spoke[0].call.began_at)
    return Mark(Criterion.CONTACTED, False, "Missing: nobody was reached yet")


def _minute(moment: datetime) -> datetime:
    """A time of leaving is written to the minute: a call that began in that minute is not told to have come after."""
    return moment.replace(second=0, microsecond=0)


def _reached(contact: Contact) -> bool:
    return contact.call.outcome in SOMEBODY_SPOKE


def _present(handoff: Handoff) -> Mark:
    person = handoff.person
    if person.agreed is Agreement.NO:
        return Mark(Criterion.PRESENT, False, "The person said no", person.part_at)
    if person.part in _PART:
        return Mark(Criterion.PRESENT, True, _PART[person.part], person.part_at)
    if person.agreed is Agreement.YES:
        return Mark(Criterion.PRESENT, True, "Agreed to it", person.part_at)
    return Mark(Criterion.PRESENT, False, "Missing: was the person there, and did they agree?")


def _accepted(referral: Referral) -> Mark:
    yes = referral.acceptance
    if yes is None:
        return Mark(Criterion.ACCEPTED, False, "Missing: name, role, number")
    return Mark(Criterion.ACCEPTED, True, f"{yes.name}, {yes.role}", yes.at)


def _read_back(handoff: Handoff) -> Mark:
    told, way = handoff.ipass, handoff.transport
    if told.read_back_by.strip():
        return Mark(Criterion.READ_BACK, True, f"Read back by {told.read_back_by.strip()}", told.read_back_at)
    if way.bedside:
        return Mark(Criterion.READ_BACK, True, "Bedside transfer", way.arrived_at)
    return Mark(Criterion.READ_BACK, False, "Missing: ask them to repeat it")
