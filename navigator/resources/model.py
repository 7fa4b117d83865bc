"""The words of the directory: plain frozen values that cross from the store to search, screen and paper.

An `Entry` is one service at one location (HSDS "service at location"), or a service without one, such as a
telephone line. Nothing here knows a database or Qt.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

WEEK = 7 * 24 * 60
"""Minutes in a week. Minute 0 is Monday 00:00 in the city's own time (S-03)."""

CAPACITY_HOURS = 4
"""Until a word on beds is old, where the desk has not said otherwise (S-04)."""


class Tri(StrEnum):
    """A fact about a service. Unknown is never shown or filtered as "no" (S-02)."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Fact(StrEnum):
    """Structured eligibility, access, payment and site facts, each known as yes, no or unknown (S-02, S-12)."""

    MEN = "takes men"
    WOMEN = "takes women"
    TRANS = "takes trans and non-binary people"
    FAMILIES = "takes families with children"
    COUPLES = "takes couples"
    YOUTH = "takes people under 18"
    ADULTS = "takes adults"
    OLDER_ADULTS = "takes older adults"
    VETERANS_ONLY = "veterans only"
    RESIDENTS_ONLY = "city residents only"
    SOBRIETY_REQUIRED = "sobriety required"
    WALK_IN = "walk in"
    CALL_FIRST = "call first"
    REFERRAL_ONLY = "by referral only"
    COORDINATED_ENTRY_ONLY = "through city intake only"
    POLICE_DROP_OFF = "police drop-off"
    INVOLUNTARY = "involuntary accepted"
    ID_NEEDED = "ID needed"
    PETS = "pets welcome"
    WHEELCHAIR = "wheelchair access"
    MEDICAID = "Medicaid"
    MEDICARE = "Medicare"
    PRIVATE_INSURANCE = "private insurance"
    VETERANS_BENEFITS = "veterans benefits"
    SLIDING_SCALE = "sliding scale"
    FREE = "free"
    UNINSURED = "uninsured people"


class HoursKind(StrEnum):
    """What is open at these hours (S-02). "24 h" is a span of the whole week, "by appointment" a mark."""

    OFFICE = "office"
    INTAKE = "intake"
    WALK_IN = "walk-in"
    MEALS = "meals"
    PHONE = "phone line"
    OVERNIGHT = "overnight"
    UNKNOWN = "unknown"


class PhoneKind(StrEnum):
    VOICE = "voice"
    TEXT = "text"
    TTY = "TTY"
    FAX = "fax"


class Status(StrEnum):
    """Whether a service may be offered (S-05)."""

    ACTIVE = "active"
    DO_NOT_REFER = "active, do not refer"
    TEMPORARILY_CLOSED = "temporarily closed"
    SEASONAL = "seasonal"
    CLOSED = "closed"
    DUPLICATE = "duplicate"


@dataclass(frozen=True)
class Span:
    """Open from `start` to `end`, minutes of the cyclic week; `0 <= start < WEEK`, `start < end <= start + WEEK`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not (0 <= self.start < WEEK and self.start < self.end <= self.start + WEEK):
            raise ValueError(f"not a span of a week: {self.start} to {self.end}")


@dataclass(frozen=True)
class DatedHours:
    """Hours for one date that replace the weekly ones; no spans means closed. Minutes of that day, 0 to 2880."""

    on: date
    spans: tuple[tuple[int, int], ...] = ()
    words: str = ""


@dataclass(frozen=True)
class Hours:
    """Weekly hours of one kind. `text` is what was published; without spans it is all that is known (S-03)."""

    kind: HoursKind
    spans: tuple[Span, ...] = ()
    text: str = ""
    by_appointment: bool = False
    exceptions: tuple[DatedHours, ...] = ()


@dataclass(frozen=True)
class Phone:
    """A number as it should be shown and dialled, e.g. "215-555-0100"; `words` say what it is for."""

    number: str
    kind: PhoneKind = PhoneKind.VOICE
    words: str = ""
    extension: str = ""


@dataclass(frozen=True)
class Address:
    """Where to go. Never exists for a confidential location (S-02, P-16)."""

    line: str
    city: str = ""
    state: str = ""
    postal_code: str = ""


@dataclass(frozen=True)
class Capacity:
    """How much room there was, always "as of" (S-04). `available` None: not known."""

    unit: str
    available: int | None
    maximum: int | None
    restriction: str
    said_by: str
    as_of: datetime


@dataclass(frozen=True)
class Alert:
    """Something that is so for a time, such as "Closed for repairs": days of the city, both included (S-06).

    No end: until somebody ends it.
    """

    id: str
    words: str
    starts: date
    ends: date | None
    by: str

    def is_on(self, day: date) -> bool:
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class Report:
    """A value that somebody reported and nobody has checked; it stands beside the old one until settled (S-07).

    `field` is a key of `resources.fields`, `words` the value as a person reads it, `by_role` who reported it.
    """

    proposal_id: str
    field: str
    words: str
    by_role: str
    at: datetime


class Outcome(StrEnum):
    """What a check of an entry came to."""

    CONFIRMED = "confirmed"
    CHANGED = "changed"
    NOT_REACHED = "not reached"
    GONE = "gone"


@dataclass(frozen=True)
class Verification:
    """One check of an entry: who, how, against what, when, what came of it (S-02). Editing is not checking."""

    at: datetime
    by: str
    method: str
    source: str
    outcome: Outcome
    next_due: date | None


@dataclass(frozen=True)
class Entry:
    """One door to help, whole, as it stood when it was read.

    `facts` holds only what is known; ask `fact()`. `verified` is the newest check that found it true, or None:
    never checked. `due_on` is when the next check is due (S-06); None: at once. `area` is the neighbourhood of its
    ZIP. `place` is (latitude, longitude) in degrees; `approximate` when that is only the centre of its ZIP. A
    confidential entry has no address, area or place (S-13). `alerts` are those that are on or ahead.
    """

    id: str
    service_id: str
    name: str
    organization: str = ""
    alternate_names: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    kind: str = ""
    description: str = ""
    address: Address | None = None
    directions: str = ""
    area: str = ""
    place: tuple[float, float] | None = None
    approximate: bool = False
    phones: tuple[Phone, ...] = ()
    hours: tuple[Hours, ...] = ()
    eligibility: str = ""
    facts: Mapping[Fact, Tri] = field(default_factory=lambda: MappingProxyType({}))
    minimum_age: int | None = None
    maximum_age: int | None = None
    payment: str = ""
    languages: tuple[str, ...] = ()
    language_text: str = ""
    bring: str = ""
    url: str = ""
    status: Status = Status.ACTIVE
    status_reason: str = ""
    status_until: date | None = None
    duplicate_of: str = ""
    confidential: bool = False
    national: bool = False
    invented: bool = False
    discreet_label: str = ""
    note: str = ""
    capacities: tuple[Capacity, ...] = ()
    verified: Verification | None = None
    due_on: date | None = None
    alerts: tuple[Alert, ...] = ()
    reported: tuple[Report, ...] = ()
    source: str = ""
    source_id: str = ""
    seen: str = ""

    def fact(self, fact: Fact) -> Tri:
        return self.facts.get(fact, Tri.UNKNOWN)

    @property
    def first_phone(self) -> Phone | None:
        """The number to dial first: the first voice number, else none."""
        return next((phone for phone in self.phones if phone.kind is PhoneKind.VOICE), None)


@dataclass(frozen=True)
class Barred:
    """A provider that must not be added again, with the reason (S-05)."""

    name: str
    reason: str
