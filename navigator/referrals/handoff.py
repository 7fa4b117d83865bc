"""The warm handoff record: what the receiver must know, told by I-PASS, and what is still missing (section 3, H-)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from navigator.referrals.bounds import Bounds
from navigator.referrals.referral import Referral


class Part(StrEnum):
    """How the person took part in the call."""

    NOT_KNOWN = "not known"
    PRESENT = "was present"
    SPOKE = "spoke themselves"
    CONSENTED = "agreed beforehand"
    NOT = "took no part"


class Agreement(StrEnum):
    NOT_ASKED = "not asked"
    YES = "yes"
    NO = "no"
    UNABLE = "unable"


class Severity(StrEnum):
    """The I of I-PASS."""

    STABLE = "stable"
    WATCHER = "watcher"
    UNSTABLE = "unstable"


class Needed(StrEnum):
    """What a handoff needs to be called warm, or a reason for its absence (the bold fields of section 3)."""

    ACCEPTOR = "acceptor"
    PRESENT = "person at the call"
    READ_BACK = "read-back"
    TRANSPORT = "transport"
    NEXT_CONTACT = "next contact"


@dataclass(frozen=True)
class Handoff:
    """The record of one referral. Who accepted, and the calls, stand in the referral; times are aware.

    `absent` keeps the reason for each needed thing that could not be had.
    """

    part: Part = Part.NOT_KNOWN
    part_at: datetime | None = None
    agreed: Agreement = Agreement.NOT_ASKED
    goal: str = ""
    needs: str = ""
    companion: str = ""
    children: str = ""
    pets: str = ""
    severity: Severity | None = None
    summary: str = ""
    actions: str = ""
    awareness: str = ""
    read_back_by: str = ""
    read_back_at: datetime | None = None
    corrections: str = ""
    bedside: bool = False
    transport_by: str = ""
    left_at: datetime | None = None
    arrived_at: datetime | None = None
    received_by: str = ""
    next_contact_at: datetime | None = None
    follows_up: str = ""
    if_refused: str = ""
    absent: Mapping[Needed, str] = field(default_factory=lambda: MappingProxyType({}))

    def lacks(self, bounds: Bounds) -> str:
        """Which of its times cannot be, or ""; a handoff may be saved with any part missing."""
        if self.left_at and self.arrived_at and self.arrived_at < self.left_at:
            return "You cannot arrive before you left. Check the times."
        return (
            bounds.wrong(self.part_at, "The call")
            or bounds.wrong(self.read_back_at, "The read-back")
            or bounds.wrong_leaving(self.left_at)
            or bounds.wrong(self.arrived_at, "Arriving")
        )


@dataclass(frozen=True)
class SavedHandoff:
    """A handoff as it was last saved; `revision` 0: nothing has been saved yet."""

    referral_id: str
    handoff: Handoff
    revision: int = 0
    saved_at: datetime | None = None
    saved_by: str = ""


def missing(referral: Referral, handoff: Handoff) -> tuple[Needed, ...]:
    """The needed things that are neither there nor have a reason for their absence, in the order of the record."""
    return tuple(
        need for need in Needed if not _is_there(need, referral, handoff) and not handoff.absent.get(need, "").strip()
    )


def _is_there(need: Needed, referral: Referral, handoff: Handoff) -> bool:
    match need:
        case Needed.ACCEPTOR:
            return referral.acceptance is not None
        case Needed.PRESENT:
            took_part = handoff.part in {Part.PRESENT, Part.SPOKE, Part.CONSENTED}
            return handoff.agreed is not Agreement.NO and (took_part or handoff.agreed is Agreement.YES)
        case Needed.READ_BACK:
            return bool(handoff.read_back_by.strip()) or handoff.bedside
        case Needed.TRANSPORT:
            return bool(handoff.transport_by.strip())
        case Needed.NEXT_CONTACT:
            return handoff.next_contact_at is not None
