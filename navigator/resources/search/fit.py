"""How entries stand to what is wanted: yes, no, or to be asked; unknown is never taken for no (S-02)."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from navigator.city import Zip
from navigator.resources.model import Entry, Fact, HoursKind, Status, Tri
from navigator.resources.search.answer import Fit
from navigator.resources.search.columns import Columns, Mask
from navigator.resources.search.opening import NO, UNKNOWN, YES, Signs
from navigator.resources.search.wanted import Wanted

FITS = (Fit.NOT, Fit.ASK, Fit.FITS)
"""The fit of the signs -1, 0 and 1, in this order."""

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
_SHUT = {
    Status.TEMPORARILY_CLOSED: "Closed for now",
    Status.CLOSED: "Closed for good",
    Status.DUPLICATE: "Listed twice",
}
_ONLY = ((Fact.MEN, "men only"), (Fact.WOMEN, "women only"), (Fact.FAMILIES, "families with children only"))
_HOURS = "hours"
_DISTANCE = "how far it is"
_SEASON = "is it open this season"


@dataclass(frozen=True)
class Standing:
    """For each entry whether it is listed at all, and its sign: 1 fits, 0 ask first, -1 does not fit."""

    listed: Mask
    sign: Signs


def standing(columns: Columns, wanted: Wanted) -> Standing:
    """How all entries stand. Another kind of help and a longer way are left out; all else is shown with its reason."""
    sign = np.ones(len(columns.confidential), dtype=np.int8)
    listed = np.ones(len(sign), dtype=bool)
    for fact in wanted.facts:
        np.minimum(sign, columns.fact(fact), out=sign)
    if wanted.open_at is not None:
        np.minimum(sign, columns.opening.at(wanted.open_at), out=sign)
    if wanted.categories:
        kind = columns.of_kind(wanted.categories)
        np.minimum(sign, np.where(kind == UNKNOWN, UNKNOWN, YES).astype(np.int8), out=sign)
        listed &= kind > NO
    if wanted.near is not None and wanted.within_miles is not None:
        _within(columns, wanted.near, wanted.within_miles, sign, listed)
    np.minimum(sign, np.where(columns.has_status(Status.SEASONAL), UNKNOWN, YES).astype(np.int8), out=sign)
    sign[columns.has_status(*_SHUT)] = NO
    return Standing(listed, sign)


def _within(columns: Columns, near: Zip, within_miles: float, sign: Signs, listed: Mask) -> None:
    """A confidential entry answers no distance (S-13); a national line is near to everybody."""
    miles = columns.miles_from(near)
    listed &= ~(miles > within_miles) & ~columns.confidential
    unknown = np.isnan(miles) & ~columns.national
    sign[unknown] = np.minimum(sign[unknown], UNKNOWN)


def fit_words(entry: Entry, wanted: Wanted, fit: Fit, open_sign: int, miles: float | None) -> str:
    """The line of a row: what does not fit, what to ask, what fits; else whom the place takes."""
    label = _label(entry)
    if not wanted.anything and not label:
        return _takes(entry)
    signs = _signs(entry, wanted, open_sign, miles)
    if fit is Fit.NOT:
        reasons = label or f"Does not fit: {_listed(signs, NO)}"
        return reasons if not signs[UNKNOWN] else f"{reasons}. Ask: {_listed(signs, UNKNOWN)}"
    told = [label] if label else []
    told += [f"Ask: {_listed(signs, UNKNOWN)}"] if signs[UNKNOWN] else []
    told += [f"Does not fit: {_listed(signs, NO)}"] if signs[NO] else []
    fitting = [*signs[YES], *_ages(entry)]
    told += [f"Fits: {', '.join(fitting)}"] if signs[YES] else []
    return ". ".join(told) or _takes(entry)


def ages(entry: Entry) -> str:
    """ "18+", "up to 21", "ages 14 to 24"; "" when nothing is known."""
    low, high = entry.minimum_age, entry.maximum_age
    if low is None:
        return "" if high is None else f"up to {high}"
    return f"{low}+" if high is None else f"ages {low} to {high}"


def _ages(entry: Entry) -> list[str]:
    return [ages(entry)] if ages(entry) else []


def _label(entry: Entry) -> str:
    """What stands in the way of offering the entry at all (S-05)."""
    if entry.status is Status.DO_NOT_REFER:
        return f"Do not refer: {entry.status_reason}" if entry.status_reason else "Do not refer"
    return _SHUT.get(entry.status, "")


def _signs(entry: Entry, wanted: Wanted, open_sign: int, miles: float | None) -> dict[int, list[str]]:
    signs: dict[int, list[str]] = {YES: [], UNKNOWN: [], NO: []}
    for fact in wanted.facts:
        known = fact_sign(entry, fact)
        signs[known].append(no_words(entry, fact) if known == NO else fact_words(fact))
    if wanted.open_at is not None and open_sign == NO:
        signs[NO].append("closed now" if wanted.open_at == wanted.at else "closed tonight")
    if wanted.open_at is not None and open_sign == UNKNOWN:
        signs[UNKNOWN].append(_HOURS)
    if wanted.within_miles is not None and wanted.near and miles is None and not entry.national:
        signs[UNKNOWN].append(_DISTANCE)
    if entry.status is Status.SEASONAL:
        signs[UNKNOWN].append(_SEASON)
    return signs


def fact_sign(entry: Entry, fact: Fact) -> int:
    if fact is Fact.WALK_IN and fact not in entry.facts:
        return YES if any(hours.kind is HoursKind.WALK_IN for hours in entry.hours) else UNKNOWN
    return {Tri.YES: YES, Tri.NO: NO, Tri.UNKNOWN: UNKNOWN}[entry.fact(fact)]


def fact_words(fact: Fact) -> str:
    return PEOPLE.get(fact) or _OTHER_WORDS.get(fact) or fact.value


def no_words(entry: Entry, fact: Fact) -> str:
    """Why a wanted fact is a no: "women only" where that is known, else "no men"."""
    if fact in (Fact.MEN, Fact.WOMEN):
        only = next((words for other, words in _ONLY if other is not fact and entry.fact(other) is Tri.YES), "")
        return only or f"no {fact_words(fact)}"
    return f"no {fact_words(fact)}" if fact is not Fact.WALK_IN else "no walk-in"


def _listed(signs: Mapping[int, list[str]], sign: int) -> str:
    return ", ".join(signs[sign])


def _takes(entry: Entry) -> str:
    if entry.fact(Fact.VETERANS_ONLY) is Tri.YES:
        return ", ".join(["Takes: veterans only", *_ages(entry)])
    known = who_is_taken(entry)
    return f"Takes: {', '.join(known)}" if known else "Ask who they take"


def who_is_taken(entry: Entry) -> list[str]:
    """Who is known to be taken, nobody named twice: "any gender" stands for each, an age for "adults"."""
    return [*_genders(entry), *_groups(entry), *_ages(entry)]


def _genders(entry: Entry) -> list[str]:
    known = [fact for fact in _GENDERS if entry.fact(fact) is Tri.YES]
    return ["any gender"] if len(known) == len(_GENDERS) else [PEOPLE[fact] for fact in known]


def _groups(entry: Entry) -> list[str]:
    """Groups by household and age; "adults" goes without saying where the ages are known."""
    known = [fact for fact in PEOPLE if fact not in _GENDERS and entry.fact(fact) is Tri.YES]
    if set(known) >= _EVERY_AGE:
        known = [fact for fact in known if fact not in _EVERY_AGE and fact is not Fact.OLDER_ADULTS]
        return [*(PEOPLE[fact] for fact in known), "all ages"]
    return [PEOPLE[fact] for fact in known if not (_ages(entry) and fact in (*_EVERY_AGE, Fact.OLDER_ADULTS))]
