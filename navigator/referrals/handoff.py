"""The warm handoff record: what the receiver must know, told by I-PASS, and what is still missing (section 3, H-).

Who received it stands in the referral: the service, the number that was dialled, who said yes, the bed, every call.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from navigator.referrals.bounds import Bounds
from navigator.referrals.handoff_groups import (
    Agreement,
    BasisTold,
    Belongings,
    Close,
    IPass,
    Legal,
    Medicines,
    Part,
    PersonTold,
    Safety,
    Transport,
)
from navigator.referrals.referral import Referral


class Needed(StrEnum):
    """What a handoff needs to be called warm, or a reason for its absence (the bold fields of section 3)."""

    ACCEPTOR = "acceptor"
    PRESENT = "person at the call"
    READ_BACK = "read-back"
    TRANSPORT = "transport"
    NEXT_CONTACT = "next contact"


@dataclass(frozen=True)
class Handoff:
    """The record of one referral; times are aware. `absent` keeps the reason for each needed thing that was not had."""

    person: PersonTold = field(default_factory=PersonTold)
    basis: BasisTold = field(default_factory=BasisTold)
    ipass: IPass = field(default_factory=IPass)
    safety: Safety = field(default_factory=Safety)
    medicines: Medicines = field(default_factory=Medicines)
    belongings: Belongings = field(default_factory=Belongings)
    legal: Legal = field(default_factory=Legal)
    transport: Transport = field(default_factory=Transport)
    close: Close = field(default_factory=Close)
    absent: Mapping[Needed, str] = field(default_factory=lambda: MappingProxyType({}))

    def lacks(self, bounds: Bounds) -> str:
        """What in it cannot be, or ""; a handoff may be saved with any part missing."""
        return (
            self.transport.lacks()
            or self.medicines.lacks()
            or self.safety.lacks()
            or bounds.wrong(self.person.part_at, "The call")
            or bounds.wrong(self.ipass.read_back_at, "The read-back")
            or bounds.wrong_leaving(self.transport.left_at)
            or bounds.wrong(self.transport.arrived_at, "Arriving")
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
    return tuple(need for need in not_there(referral, handoff) if not handoff.absent.get(need, "").strip())


def not_there(referral: Referral, handoff: Handoff) -> tuple[Needed, ...]:
    """The needed things that are not there, whether or not somebody wrote why."""
    return tuple(need for need in Needed if not _is_there(need, referral, handoff))


def _is_there(need: Needed, referral: Referral, handoff: Handoff) -> bool:
    match need:
        case Needed.ACCEPTOR:
            return referral.acceptance is not None
        case Needed.PRESENT:
            person = handoff.person
            took_part = person.part in {Part.PRESENT, Part.SPOKE, Part.CONSENTED}
            return person.agreed is not Agreement.NO and (took_part or person.agreed is Agreement.YES)
        case Needed.READ_BACK:
            return bool(handoff.ipass.read_back_by.strip()) or handoff.transport.bedside
        case Needed.TRANSPORT:
            return bool(handoff.transport.by.strip())
        case Needed.NEXT_CONTACT:
            return handoff.close.next_contact_at is not None
