"""What is known of a person that decides about a service: held in memory only, never stored, logged or searched for."""

from dataclasses import dataclass
from enum import StrEnum


class AgeBand(StrEnum):
    """An age that is known about; the bands of the visit record."""

    CHILD = "under 12"
    YOUTH = "12 to 17"
    YOUNG_ADULT = "18 to 25"
    ADULT = "26 to 59"
    OLDER_ADULT = "60 or older"


class Gender(StrEnum):
    WOMAN = "woman"
    MAN = "man"
    TRANS_WOMAN = "trans woman"
    TRANS_MAN = "trans man"
    NON_BINARY = "non-binary"


class Household(StrEnum):
    SINGLE = "alone"
    COUPLE = "a couple"
    WITH_CHILDREN = "with children"


class Payment(StrEnum):
    MEDICAID = "Medicaid"
    MEDICARE = "Medicare"
    PRIVATE = "private insurance"
    VA = "veterans benefits"
    NONE = "no insurance"


@dataclass(frozen=True)
class Need:
    """None or "": not known, so nothing is asked of the service.

    `age` in years goes before `age_band`. `language` is a name as in `Entry.languages`.
    """

    age: int | None = None
    age_band: AgeBand | None = None
    gender: Gender | None = None
    household: Household | None = None
    veteran: bool | None = None
    city_resident: bool | None = None
    payment: Payment | None = None
    language: str = ""
    has_id: bool | None = None
    pet: bool | None = None
    sober: bool | None = None
    by_police: bool | None = None
    involuntary: bool | None = None
