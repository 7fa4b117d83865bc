"""The line of a row that says how an entry stands to what is wanted: what does not fit, what to ask, what fits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from navigator.resources.model import Entry, Fact, Status, Tri
from navigator.resources.search.age_fit import age_sign
from navigator.resources.search.answer import Fit, without_words
from navigator.resources.search.choices import AGE, CHECKED, DISTANCE, LANGUAGE, OPEN, facet_of, without
from navigator.resources.search.taken import SHUT, ages, fact_sign, fact_words, known_ages, no_words, who_is_taken
from navigator.resources.search.tristates import NO, UNKNOWN, YES
from navigator.resources.search.wanted import Wanted

_SEASON = "is it open this season"


@dataclass(frozen=True)
class Told:
    """How an entry stands to one option of a facet, and the words for each way it can."""

    facet: str
    sign: int
    yes: str
    ask: str
    no: str

    @property
    def words(self) -> str:
        return {YES: self.yes, UNKNOWN: self.ask, NO: self.no}[self.sign]


def fit_words(entry: Entry, wanted: Wanted, fit: Fit, open_sign: int, miles: float | None) -> str:
    """Else whom the place takes. `open_sign` is that of the time that was asked for (`fit.open_signs`)."""
    label = _label(entry)
    if not wanted.anything and not label:
        return _takes(entry)
    signs = _by_sign(entry, wanted, open_sign, miles)
    if fit is Fit.NOT:
        reasons = label or f"Does not fit: {_listed(signs, NO)}"
        return reasons if not signs[UNKNOWN] else f"{reasons}. Ask: {_listed(signs, UNKNOWN)}"
    told = [label] if label else []
    told += [f"Ask: {_listed(signs, UNKNOWN)}"] if signs[UNKNOWN] else []
    told += [f"Does not fit: {_listed(signs, NO)}"] if signs[NO] else []
    fitting = dict.fromkeys((*signs[YES], *known_ages(entry)))
    told += [f"Fits: {', '.join(fitting)}"] if signs[YES] else []
    return ". ".join(told) or _takes(entry)


def told(entry: Entry, wanted: Wanted) -> Iterator[Told]:
    """How the entry stands to each option of the person that was chosen."""
    for fact in wanted.facts:
        words = fact_words(fact)
        yield Told(facet_of(fact, fact), fact_sign(entry, fact), words, words, no_words(entry, fact))
    for fact in wanted.without:
        yield Told(
            facet_of(without(fact), fact), -fact_sign(entry, fact), _lower(without_words(fact)), fact.value, fact.value
        )
    if wanted.age is not None:
        years = f"age {wanted.age}"
        yield Told(AGE, age_sign(entry, wanted.age), years, years, f"{ages(entry) or 'not'}, {years}")
    for spoken in wanted.languages:
        known = {one.casefold() for one in entry.languages}
        yield Told(LANGUAGE, YES if spoken.casefold() in known else UNKNOWN, spoken, spoken, "")


def best_told(tolds: Iterator[Told]) -> Iterator[Told]:
    """Of each facet the options that decide it: with one that fits, the others of the facet do not matter."""
    by_facet: dict[str, list[Told]] = {}
    for one in tolds:
        by_facet.setdefault(one.facet, []).append(one)
    for several in by_facet.values():
        best = max(one.sign for one in several)
        yield from (one for one in several if one.sign == best)


def _by_sign(entry: Entry, wanted: Wanted, open_sign: int, miles: float | None) -> Mapping[int, list[str]]:
    signs: dict[int, list[str]] = {YES: [], UNKNOWN: [], NO: []}
    about = (*told(entry, wanted), *_of_the_place(entry, wanted, open_sign, miles))
    for one in best_told(iter(about)):
        signs[one.sign] += [one.words] if one.words else []
    if entry.status is Status.SEASONAL:
        signs[UNKNOWN].append(_SEASON)
    return {sign: list(dict.fromkeys(words)) for sign, words in signs.items()}


def _of_the_place(entry: Entry, wanted: Wanted, open_sign: int, miles: float | None) -> Iterator[Told]:
    if wanted.checked_within is not None:
        since = (wanted.today - entry.verified.at.astimezone(wanted.zone).date()).days if entry.verified else None
        yield _checked(since, wanted.checked_within)
    if wanted.open_asked:
        yield Told(OPEN, open_sign, "", "intake hours" if _intake_alone(wanted) else "hours", _closed(wanted))
    if wanted.within_miles is not None and wanted.near and miles is None and not entry.national:
        yield Told(DISTANCE, UNKNOWN, "", "how far it is", "")


def _checked(since: int | None, within: int) -> Told:
    if since is None:
        return Told(CHECKED, NO, "", "", "never checked")
    return Told(CHECKED, YES if since <= within else NO, "checked lately", "", f"not checked in {within} days")


def _closed(wanted: Wanted) -> str:
    if wanted.open_at is not None and not wanted.open_now:
        return f"closed {wanted.open_at.words}"
    return "intake closed now" if _intake_alone(wanted) else "closed now"


def _intake_alone(wanted: Wanted) -> bool:
    return wanted.intake_open and not wanted.open_now and wanted.open_at is None


def _label(entry: Entry) -> str:
    """What stands in the way of offering the entry at all (S-05)."""
    if entry.status is Status.DO_NOT_REFER:
        return f"Do not refer: {entry.status_reason}" if entry.status_reason else "Do not refer"
    return SHUT.get(entry.status, "")


def _listed(signs: Mapping[int, list[str]], sign: int) -> str:
    return ", ".join(signs[sign])


def _takes(entry: Entry) -> str:
    if entry.fact(Fact.VETERANS_ONLY) is Tri.YES:
        return ", ".join(["Takes: veterans only", *known_ages(entry)])
    known = who_is_taken(entry)
    return f"Takes: {', '.join(known)}" if known else "Ask who they take"


def _lower(words: str) -> str:
    return words if words[1:2].isupper() else f"{words[:1].lower()}{words[1:]}"
