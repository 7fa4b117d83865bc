"""The groups of the warm handoff record, each as section 3 names it. What is empty or None was not asked."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from navigator.referrals.consent import Category
from navigator.referrals.encounter import HoldType, YesNo


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


class Level(StrEnum):
    """How great a concern or a risk is."""

    NONE = "none"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


@dataclass(frozen=True)
class PersonTold:
    """`interpreter` is their name or number. Name, language and the safe contact stand in the visit."""

    part: Part = Part.NOT_KNOWN
    part_at: datetime | None = None
    agreed: Agreement = Agreement.NOT_ASKED
    goal: str = ""
    interpreter: str = ""
    needs: str = ""
    companion: str = ""
    children: str = ""
    pets: str = ""


@dataclass(frozen=True)
class BasisTold:
    """What was told to the receiver, and whether the notice went with it; on which ground stands in the calls."""

    shared: tuple[Category, ...] = ()
    notice_given: YesNo | None = None


@dataclass(frozen=True)
class IPass:
    """The S of the end is the read-back."""

    severity: Severity | None = None
    summary: str = ""
    actions: str = ""
    awareness: str = ""
    read_back_by: str = ""
    read_back_at: datetime | None = None
    corrections: str = ""


@dataclass(frozen=True)
class Safety:
    """`…_tool` is what the concern was asked with, `keep_away` a protective order or a person to keep away."""

    suicide: Level | None = None
    suicide_tool: str = ""
    violence: Level | None = None
    violence_tool: str = ""
    means: str = ""
    plan_given: YesNo | None = None
    weapons: YesNo | None = None
    weapons_secured: YesNo | None = None
    overdose: Level | None = None
    naloxone: YesNo | None = None
    withdrawal: Level | None = None
    medical: str = ""
    allergies: str = ""
    keep_away: str = ""

    def lacks(self) -> str:
        if self.weapons is YesNo.NO and self.weapons_secured is YesNo.YES:
            return "A weapon cannot be secured where none is known. Check the weapons."
        return ""


@dataclass(frozen=True)
class Medicines:
    """`unknown`: somebody asked, and nobody could say."""

    listed: str = ""
    unknown: bool = False
    last_dose: str = ""
    next_due: str = ""
    holder: str = ""

    def lacks(self) -> str:
        if self.unknown and self.listed.strip():
            return "A list of medicines and “not known” cannot both be. Take one away."
        return ""


@dataclass(frozen=True)
class Belongings:
    items: str = ""
    holder: str = ""
    receipt: str = ""


@dataclass(frozen=True)
class Legal:
    """What the state calls each hold stands in the city's file (`City.holds`)."""

    hold: HoldType | None = None
    paperwork: str = ""
    custody: str = ""
    report_made: YesNo | None = None


@dataclass(frozen=True)
class Transport:
    by: str = ""
    left_at: datetime | None = None
    arrived_at: datetime | None = None
    received_by: str = ""
    bedside: bool = False

    def lacks(self) -> str:
        if self.left_at and self.arrived_at and self.arrived_at < self.left_at:
            return "You cannot arrive before you left. Check the times."
        return ""


@dataclass(frozen=True)
class Close:
    documents: str = ""
    next_contact_at: datetime | None = None
    follows_up: str = ""
    if_refused: str = ""
