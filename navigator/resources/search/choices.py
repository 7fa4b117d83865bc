"""The facets of the search and the options of each (S-12): any option of one facet will do, all facets must hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from navigator.resources.categories import Category
from navigator.resources.model import Fact
from navigator.resources.search.answer import filter_words, without_words

KIND, OPEN, AGE, LANGUAGE, DISTANCE, CHECKED = "kind", "open", "age", "language", "distance", "checked"
"""Facets that are more than facts; the distance has no options."""
OPEN_NOW, INTAKE_OPEN = "open now", "intake open"
_LANGUAGES = (
    *("Spanish", "Chinese", "Vietnamese", "Russian", "Arabic", "Haitian Creole", "Portuguese", "French", "Korean"),
    "American Sign Language",
)
_CHECKED_WITHIN = (30, 90, 180, 365)


@dataclass(frozen=True)
class Option:
    """One box to tick. `key` is a `Fact`, the code of a kind of help, a time, or has a prefix: "language:Spanish"."""

    key: str
    words: str


@dataclass(frozen=True)
class Facet:
    """What is asked in one group of boxes."""

    key: str
    title: str
    options: tuple[Option, ...] = ()


def without(fact: Fact) -> str:
    """The key of a fact that is wanted as no."""
    return f"without:{fact}"


def language(name: str) -> str:
    return f"language:{name}"


def checked(days: int) -> str:
    """The key of "checked within so many days"."""
    return f"checked:{days}"


def age(years: int) -> str:
    return f"age:{years}"


def _wanted(*facts: Fact) -> tuple[Option, ...]:
    return tuple(Option(fact, filter_words(fact)) for fact in facts)


def _unwanted(fact: Fact) -> Option:
    return Option(without(fact), without_words(fact))


_OF_FACTS = (
    Facet("walk in", "Walk in", (Option(Fact.WALK_IN, "Walk in"),)),
    Facet("gender", "Gender", _wanted(Fact.MEN, Fact.WOMEN, Fact.TRANS)),
    Facet("household", "Household", _wanted(Fact.FAMILIES, Fact.COUPLES)),
    Facet(AGE, "Age", (*_wanted(Fact.YOUTH), Option(Fact.ADULTS, "Adults"), *_wanted(Fact.OLDER_ADULTS))),
    Facet("veteran", "Veterans", (Option(Fact.VETERANS_ONLY, "Veterans only"), _unwanted(Fact.VETERANS_ONLY))),
    Facet(
        "payment",
        "Payment",
        _wanted(
            *(Fact.MEDICAID, Fact.MEDICARE, Fact.PRIVATE_INSURANCE, Fact.VETERANS_BENEFITS),
            *(Fact.UNINSURED, Fact.SLIDING_SCALE, Fact.FREE),
        ),
    ),
    Facet("papers", "Papers", (_unwanted(Fact.ID_NEEDED),)),
    Facet("sobriety", "Sobriety", (_unwanted(Fact.SOBRIETY_REQUIRED),)),
    Facet("residents", "City residents", (_unwanted(Fact.RESIDENTS_ONLY),)),
    Facet("referral", "Referral", (_unwanted(Fact.REFERRAL_ONLY),)),
    Facet("wheelchair", "Wheelchair", _wanted(Fact.WHEELCHAIR)),
    Facet("pets", "Pets", _wanted(Fact.PETS)),
    Facet("police", "Police drop-off", _wanted(Fact.POLICE_DROP_OFF)),
    Facet("involuntary", "Involuntary", _wanted(Fact.INVOLUNTARY)),
)


def facet_table(kinds: Mapping[str, Category], languages: Iterable[str]) -> Mapping[str, Facet]:
    """Every facet with options by its key, in the order of the window."""
    spoken = tuple(dict.fromkeys(name.partition(" (")[0] for name in languages))
    facets = (
        Facet(KIND, "Kind of help", tuple(Option(code, kind.name) for code, kind in kinds.items())),
        Facet(OPEN, "Open", (Option(OPEN_NOW, "Open now"), Option(INTAKE_OPEN, "Intake open now"))),
        *_OF_FACTS,
        Facet(LANGUAGE, "Language", tuple(Option(language(name), name) for name in spoken)),
        Facet(CHECKED, "Checked", tuple(Option(checked(days), f"Within {days} days") for days in _CHECKED_WITHIN)),
    )
    return MappingProxyType({facet.key: facet for facet in facets})


FACETS = facet_table({}, _LANGUAGES)
"""The facets as they are everywhere; a station knows its kinds of help and its city's languages (`facet_table`)."""

_FACET_OF: Mapping[str, str] = {option.key: facet.key for facet in _OF_FACTS for option in facet.options}


def facet_of(key: str, fact: Fact) -> str:
    """The facet of a fact that is wanted (`key` is the fact) or not wanted (`without`); others stand alone."""
    return _FACET_OF.get(key) or _FACET_OF.get(fact) or _FACET_OF.get(without(fact)) or fact.value
