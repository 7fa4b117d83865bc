"""Which words of an entry can be searched, and how much each field counts."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from navigator.resources.categories import Category
from navigator.resources.model import Entry, Fact, Tri

FACT_WORDS: Mapping[Fact, str] = {
    Fact.MEN: "men male",
    Fact.WOMEN: "women female",
    Fact.TRANS: "trans transgender nonbinary lgbtq",
    Fact.FAMILIES: "families children",
    Fact.COUPLES: "couples",
    Fact.YOUTH: "youth teens minors",
    Fact.ADULTS: "adults",
    Fact.OLDER_ADULTS: "older adults seniors elderly",
    Fact.VETERANS_ONLY: "veterans",
    Fact.WALK_IN: "walk in",
    Fact.POLICE_DROP_OFF: "police drop off",
    Fact.INVOLUNTARY: "involuntary commitment",
    Fact.PETS: "pets dogs cats",
    Fact.WHEELCHAIR: "wheelchair accessible",
    Fact.MEDICAID: "medicaid medical assistance",
    Fact.MEDICARE: "medicare",
    Fact.PRIVATE_INSURANCE: "private insurance",
    Fact.VETERANS_BENEFITS: "veterans benefits va",
    Fact.SLIDING_SCALE: "sliding scale",
    Fact.FREE: "free",
    Fact.UNINSURED: "uninsured no insurance",
}
"""The words under which a fact is found when it is known to be so; an unknown fact is found by none (S-02)."""


_DENIED = re.compile(r"\bnot (?:an? |for )?\w+", re.IGNORECASE)


@dataclass(frozen=True)
class Field:
    """One field: its `weight`, how far its length counts against it (`flatness`, 0 to 1), whether it is of the head.

    `usual` is its usual length in words. It is the same for every directory, so that what a word counts in an entry
    does not change with the entries beside it. The head is what an entry is called. Synonyms are looked up there
    alone: in running text they mislead.
    """

    read: Callable[[Entry], str]
    weight: float
    flatness: float
    usual: float
    head: bool = False


def fields(categories: Mapping[str, Category]) -> tuple[Field, ...]:
    """The fields in the order of what they count."""

    def kinds(entry: Entry) -> str:
        return " ".join((entry.kind, *(categories[code].name for code in entry.categories if code in categories)))

    def kind_words(entry: Entry) -> str:
        return " ".join(_each(categories[code].words for code in entry.categories if code in categories))

    return (
        Field(lambda entry: entry.name, 5.0, 0.3, usual=5, head=True),
        Field(lambda entry: " ".join(entry.alternate_names), 3.0, 0.3, usual=6, head=True),
        Field(lambda entry: entry.organization, 2.0, 0.4, usual=4, head=True),
        Field(kinds, 4.0, 0.6, usual=10, head=True),
        Field(kind_words, 2.0, 0.5, usual=10, head=True),
        Field(_who, 1.5, 0.5, usual=10),
        Field(_where, 1.2, 0.2, usual=7),
        Field(lambda entry: " ".join((*entry.languages, entry.language_text)), 1.0, 0.3, usual=2),
        Field(_text, 1.0, 0.7, usual=45),
    )


def _who(entry: Entry) -> str:
    known = (words for fact, words in FACT_WORDS.items() if entry.facts.get(fact) is Tri.YES)
    return " ".join((_affirmed(entry.eligibility), entry.payment, *known))


def _where(entry: Entry) -> str:
    """Nothing of a confidential entry's place is ever in the index (S-13)."""
    if entry.confidential or entry.address is None:
        return "" if entry.confidential else entry.area
    address = entry.address
    return " ".join((address.line, address.city, address.postal_code, entry.area))


def _text(entry: Entry) -> str:
    return "" if entry.confidential else _affirmed(f"{entry.description} {entry.directions}")


def _affirmed(text: str) -> str:
    """The text without what it says the place is not: "not detox" is no reason to find it under detox."""
    return _DENIED.sub(" ", text)


def _each(groups: Iterable[Iterable[str]]) -> Iterable[str]:
    return (word for group in groups for word in group)
