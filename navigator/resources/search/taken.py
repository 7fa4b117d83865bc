"""Whom an entry takes, in the few words of a row, and what each of its facts says (S-02)."""

from collections.abc import Mapping

from navigator.resources.model import Entry, Fact, HoursKind, Status, Tri
from navigator.resources.search.tristates import NO, UNKNOWN, YES

PEOPLE: Mapping[Fact, str] = {
    Fact.MEN: "men",
    Fact.WOMEN: "women",
    Fact.TRANS: "trans and non-binary people",
    Fact.FAMILIES: "families with children",
    Fact.COUPLES: "couples",
    Fact.YOUTH: "under 18",
    Fact.ADULTS: "adults",
    Fact.OLDER_ADULTS: "older adults",
}
SHUT: Mapping[Status, str] = {
    Status.TEMPORARILY_CLOSED: "Closed for now",
    Status.CLOSED: "Closed for good",
    Status.DUPLICATE: "Listed twice",
}
"""What stands in the way of going there at all (S-05)."""
GROWN, OLDER = 18, 60
"""The ages at which "under 18" ends and "older adults" begin."""

_GENDERS = (Fact.MEN, Fact.WOMEN, Fact.TRANS)
_EVERY_AGE = frozenset({Fact.YOUTH, Fact.ADULTS})
_OTHER_WORDS: Mapping[Fact, str] = {
    Fact.WALK_IN: "walk in",
    Fact.MEDICAID: "Medicaid",
    Fact.MEDICARE: "Medicare",
    Fact.ID_NEEDED: "ID needed",
    Fact.PETS: "pets",
    Fact.INVOLUNTARY: "involuntary",
    Fact.UNINSURED: "people without insurance",
}
_ONLY = ((Fact.MEN, "men only"), (Fact.WOMEN, "women only"), (Fact.FAMILIES, "families with children only"))
_SIGN = {Tri.YES: YES, Tri.NO: NO, Tri.UNKNOWN: UNKNOWN}


def fact_sign(entry: Entry, fact: Fact) -> int:
    """What the entry says of a fact; hours for walking in and published ages say something too."""
    sign = _SIGN[entry.fact(fact)]
    if sign != UNKNOWN:
        return sign
    if fact is Fact.WALK_IN:
        return YES if any(hours.kind is HoursKind.WALK_IN for hours in entry.hours) else UNKNOWN
    return _by_ages(entry.minimum_age, entry.maximum_age, fact)


def _by_ages(low: int | None, high: int | None, fact: Fact) -> int:
    """The ages decide where they take everybody or nobody of a group."""
    if low is None and high is None:
        return UNKNOWN
    first, last = low or 0, high
    match fact:
        case Fact.YOUTH if first >= GROWN:
            return NO
        case Fact.YOUTH:
            return YES if first == 0 and (last is None or last >= GROWN - 1) else UNKNOWN
        case Fact.ADULTS if (last is not None and last < GROWN) or first >= OLDER:
            return NO
        case Fact.ADULTS:
            return YES if first <= GROWN and (last is None or last >= OLDER - 1) else UNKNOWN
        case Fact.OLDER_ADULTS if last is not None and last < OLDER:
            return NO
        case Fact.OLDER_ADULTS:
            return YES if first <= OLDER and last is None else UNKNOWN
    return UNKNOWN


def fact_words(fact: Fact) -> str:
    return PEOPLE.get(fact) or _OTHER_WORDS.get(fact) or fact.value


def no_words(entry: Entry, fact: Fact) -> str:
    """Why a wanted fact is a no: "women only" where that is known, else "no men"."""
    if fact in (Fact.MEN, Fact.WOMEN):
        only = next((words for other, words in _ONLY if other is not fact and entry.fact(other) is Tri.YES), "")
        return only or f"no {fact_words(fact)}"
    if fact is Fact.YOUTH:
        return "nobody under 18"
    return f"no {fact_words(fact)}" if fact is not Fact.WALK_IN else "no walk-in"


def ages(entry: Entry) -> str:
    """ "18+", "up to 21", "ages 14 to 24"; "" when nothing is known."""
    low, high = entry.minimum_age, entry.maximum_age
    if low is None:
        return "" if high is None else f"up to {high}"
    return f"{low}+" if high is None else f"ages {low} to {high}"


def who_is_taken(entry: Entry) -> list[str]:
    """Who is known to be taken, nobody named twice: "any gender" stands for each, an age for "adults"."""
    return [*_genders(entry), *_groups(entry), *known_ages(entry)]


def known_ages(entry: Entry) -> list[str]:
    return [ages(entry)] if ages(entry) else []


def _genders(entry: Entry) -> list[str]:
    known = [fact for fact in _GENDERS if entry.fact(fact) is Tri.YES]
    return ["any gender"] if len(known) == len(_GENDERS) else [PEOPLE[fact] for fact in known]


def _groups(entry: Entry) -> list[str]:
    """Groups by household and age; "adults" goes without saying where the ages are known."""
    known = [fact for fact in PEOPLE if fact not in _GENDERS and entry.fact(fact) is Tri.YES]
    if set(known) >= _EVERY_AGE:
        known = [fact for fact in known if fact not in _EVERY_AGE and fact is not Fact.OLDER_ADULTS]
        return [*(PEOPLE[fact] for fact in known), "all ages"]
    by_age = (*_EVERY_AGE, Fact.OLDER_ADULTS)
    return [PEOPLE[fact] for fact in known if not (known_ages(entry) and fact in by_age)]
