"""One visit of the team to a person: the fields of the encounter that it needs to be found again (section 3)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from navigator.referrals.bounds import Bounds
from navigator.referrals.encounter import (
    Force,
    HoldType,
    Housing,
    Injury,
    Instead,
    Naloxone,
    Origin,
    PriorContacts,
    Substance,
    Weapon,
    YesNo,
)
from navigator.referrals.person import Person

ON_THE_WAY = timedelta(hours=2)
"""The longest way to a scene, where nobody wrote down when the team was sent."""


class Source(StrEnum):
    """How the team came to know."""

    CALL_911 = "911"
    CALL_988 = "988"
    OFFICER = "officer"
    FOLLOW_UP = "follow-up"
    WALK_IN = "walk-in"


class PlaceKind(StrEnum):
    HOME = "home"
    STREET = "street or outdoors"
    TRANSIT = "transit"
    SHELTER = "shelter"
    BUSINESS = "business"
    SCHOOL = "school"
    HOSPITAL = "hospital or clinic"
    POLICE = "police district"
    OTHER = "other"


class AgeBand(StrEnum):
    CHILD = "under 12"
    YOUTH = "12 to 17"
    YOUNG_ADULT = "18 to 25"
    ADULT = "26 to 59"
    OLDER_ADULT = "60 or older"
    UNKNOWN = "not known"


class Gender(StrEnum):
    WOMAN = "woman"
    MAN = "man"
    TRANS_WOMAN = "trans woman"
    TRANS_MAN = "trans man"
    NON_BINARY = "non-binary"
    UNKNOWN = "not known"


class Interpreter(StrEnum):
    NOT_NEEDED = "not needed"
    IN_PERSON = "in person"
    BY_PHONE = "by phone or video"
    DECLINED = "declined"
    NOT_FOUND = "needed, not found"


class Concern(StrEnum):
    """Presenting concerns."""

    SUICIDE = "suicide"
    VIOLENCE = "violence toward others"
    PSYCHOSIS = "psychosis or confusion"
    SUBSTANCES = "substance use or withdrawal"
    OVERDOSE = "overdose"
    MOOD = "mood or anxiety"
    HOUSING = "no place to stay"
    HOME_NOT_SAFE = "home not safe"
    FAMILY = "family conflict"
    MEDICAL = "medical"
    WELFARE = "welfare check"
    OTHER = "other"


class Disposition(StrEnum):
    """How the visit ended (section 3, in its order)."""

    RESOLVED = "resolved on scene"
    RESOLVED_WITH_REFERRAL = "resolved with referral"
    CRISIS_CENTER = "voluntary transport to crisis center"
    VOLUNTARY_HOSPITAL = "voluntary hospital"
    INVOLUNTARY = "involuntary"
    MEDICAL_ED = "medical emergency department"
    DETOX = "detox or treatment facility"
    SHELTER = "shelter or respite"
    SUPPORT = "left with family or support"
    OFFICER = "released to officer or custody"
    ARREST = "arrest"
    DECLINED = "declined all"
    NOT_LOCATED = "not located"
    OTHER = "other"


@dataclass(frozen=True)
class VisitFacts:
    """What the form of a visit holds. Times are aware. `contact` is the safe way and times to reach the person.

    What is None or empty was not asked.
    """

    arrived_at: datetime | None = None
    place_kind: PlaceKind | None = None
    dispatched_at: datetime | None = None
    source: Source | None = None
    postal_code: str = ""
    age_band: AgeBand | None = None
    gender: Gender | None = None
    language: str = ""
    interpreter: Interpreter | None = None
    payment: str = ""
    concerns: tuple[Concern, ...] = ()
    need: str = ""
    contact_number: str = ""
    contact_words: str = ""
    no_voicemail: bool = False
    note: str = ""
    origins: tuple[Origin, ...] = ()
    veteran: YesNo | None = None
    housing: Housing | None = None
    minors_present: YesNo | None = None
    prior_contacts: PriorContacts | None = None
    substances: tuple[Substance, ...] = ()
    overdose: YesNo | None = None
    naloxone: Naloxone | None = None
    weapon: Weapon | None = None
    injuries: tuple[Injury, ...] = ()
    force: Force | None = None

    @property
    def earliest(self) -> datetime | None:
        """Before this nothing of the visit can have happened; the first calls are made on the way."""
        return self.dispatched_at or (self.arrived_at - ON_THE_WAY if self.arrived_at else None)

    def lacks(self, bounds: Bounds) -> str:
        """The sentence that says what is missing or cannot be, or ""."""
        if self.arrived_at is None:
            return "Write when you arrived."
        if self.place_kind is None:
            return "Choose what kind of place it is."
        if self.dispatched_at is not None and self.dispatched_at > self.arrived_at:
            return "You cannot arrive before you were sent. Check the times."
        postal_code = self.postal_code.strip()
        if postal_code and not (len(postal_code) == 5 and postal_code.isascii() and postal_code.isdigit()):
            return "A ZIP has five digits."
        if Injury.NONE in self.injuries and len(self.injuries) > 1:
            return "“Nobody hurt” and somebody hurt cannot both be. Take one away."
        return bounds.wrong(self.arrived_at, "Arriving") or bounds.wrong(self.dispatched_at, "Being sent")


@dataclass(frozen=True)
class Ending:
    """How and when a visit ended: one disposition, perhaps others beside it.

    `instead` is what would have been done without the team, as the officer or the caller said; empty: not asked.
    """

    cleared_at: datetime
    disposition: Disposition
    also: tuple[Disposition, ...] = ()
    hold: HoldType | None = None
    instead: tuple[Instead, ...] = ()

    def lacks(self, bounds: Bounds) -> str:
        if self.disposition in self.also:
            return "The same ending is chosen twice. Take one away."
        return self.lacks_instead() or self.lacks_hold() or bounds.wrong(self.cleared_at, "Leaving")

    def lacks_hold(self) -> str:
        if self.hold is HoldType.NONE and Disposition.INVOLUNTARY in (self.disposition, *self.also):
            return "An involuntary ending has a hold. Choose which."
        return ""

    def lacks_instead(self) -> str:
        if Instead.NONE in self.instead and len(self.instead) > 1:
            return "“None of these” and one of them cannot both be. Take one away."
        return ""


@dataclass(frozen=True)
class Visit:
    """One visit as it stands. `revision` grows with every change of it or its person; `ending` is None while open."""

    id: str
    person: Person
    facts: VisitFacts
    ending: Ending | None
    author_id: str
    author: str
    revision: int
    made_at: datetime
    referral_ids: tuple[str, ...] = field(default=())

    @property
    def is_open(self) -> bool:
        return self.ending is None
