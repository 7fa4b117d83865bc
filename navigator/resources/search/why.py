"""Why an entry is in the answer: the words that matched, and the facts that moved it, in short sentences."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from navigator.resources.model import Entry, Fact
from navigator.resources.search.fit import PEOPLE, fact_sign, fact_words
from navigator.resources.search.index import Index
from navigator.resources.search.match import Expanded, Expansion
from navigator.resources.search.opening import NO, YES
from navigator.resources.search.phones import digits_of
from navigator.resources.search.reading import Part, Word
from navigator.resources.search.tokens import stem
from navigator.resources.search.wanted import Wanted

_OPEN = {YES: "Open now.", NO: "Closed now.", 0: "Hours not known."}
_BESIDE = 0.1
_INDIRECT = {Fact.REFERRAL_ONLY: "By referral only.", Fact.COORDINATED_ENTRY_ONLY: "Through city intake only."}


@dataclass(frozen=True)
class Matched:
    """A word of the entry that answers to words of the query; `spelled` otherwise, or a phrase that `means` them."""

    word: str
    typed: str
    spelled: bool = False
    means: bool = False


class Tracer:
    """Finds again, for the few entries that are shown, which of their words matched."""

    def __init__(self, index: Index, parts: Sequence[Part], expanded: Sequence[Expanded]) -> None:
        self._index = index
        self._parts = [
            (part, [_Terms(word, expansion) for word, expansion in zip(part.words, found.words, strict=True)], found)
            for part, found in zip(parts, expanded, strict=True)
        ]

    def matched(self, entry: int) -> tuple[Matched, ...]:
        held = self._index.terms_of(entry).tolist()
        found: dict[Matched, None] = {}
        for part, words, expanded in self._parts:
            own = [match for terms in words if (match := terms.match(held, self._index.lexicon.terms))]
            found.update(dict.fromkeys(own))
            if len(own) < len(words) and (meant := self._meant(entry, part, expanded)):
                found[meant] = None
        return tuple(found)

    def _meant(self, entry: int, part: Part, expanded: Expanded) -> Matched | None:
        for _, terms in expanded.means:
            if all(self._index.in_head(int(term), entry) for term in terms):
                phrase = " ".join(self._index.lexicon.terms[term] for term in terms)
                return Matched(phrase, " ".join(word.text for word in part.words), means=True)
        return None


class _Terms:
    """The terms of one word of the query with their weights."""

    def __init__(self, word: Word, expansion: Expansion) -> None:
        self._word, self._expansion = word, expansion

    @cached_property
    def _weights(self) -> dict[int, float]:
        pairs = zip(self._expansion.terms.tolist(), self._expansion.weights.tolist(), strict=True)
        weights: dict[int, float] = {}
        for term, weight in pairs:
            weights[term] = max(weight, weights.get(term, 0.0))
        return weights

    def match(self, held: Iterable[int], terms: Sequence[str]) -> Matched | None:
        weights = self._weights
        best = max((term for term in held if term in weights), key=weights.__getitem__, default=None)
        if best is None:
            return None
        typed = self._word.text
        if terms[best] == stem(typed):
            return Matched(typed, typed)
        return Matched(terms[best], typed, spelled=not terms[best].startswith(typed))


def matched_words(matched: Sequence[Matched], entry: Entry, digits: str) -> tuple[str, ...]:
    """The words of the entry that matched, and its number when that was typed."""
    return tuple(dict.fromkeys((*(match.word for match in matched), *_numbers(entry, digits))))


def reasons(
    entry: Entry, matched: Sequence[Matched], wanted: Wanted, digits: str, open_sign: int, miles: float | None
) -> tuple[str, ...]:
    """The sentences of "Why this one", the words first."""
    return (
        *_about_words(matched),
        *(f"The number {number} matches." for number in _numbers(entry, digits)),
        *_about_person(entry, wanted),
        _OPEN[open_sign],
        *_about_place(entry, wanted, miles),
        *(words for fact, words in _INDIRECT.items() if fact_sign(entry, fact) == YES),
        *_about_check(entry, wanted),
    )


def _numbers(entry: Entry, digits: str) -> tuple[str, ...]:
    """The numbers of the entry that hold the digits, each once."""
    holding = [phone.number for phone in entry.phones if digits and digits in digits_of(phone.number)]
    return tuple(dict.fromkeys(holding))


def _about_words(matched: Sequence[Matched]) -> Iterator[str]:
    plain = [f"“{match.word}”" for match in matched if not match.spelled and not match.means]
    if plain:
        yield f"Matched {', '.join(plain)}."
    for match in matched:
        if match.spelled:
            yield f"Matched “{match.word}” (you typed “{match.typed}”)."
        elif match.means:
            yield f"Matched “{match.word}”, which “{match.typed}” can mean."


def _about_person(entry: Entry, wanted: Wanted) -> Iterator[str]:
    for fact in wanted.facts:
        sign, words = fact_sign(entry, fact), fact_words(fact)
        if sign == YES:
            yield f"Takes {words}." if fact in PEOPLE else f"{words[0].upper()}{words[1:]}: yes."
        elif sign == NO:
            yield f"Does not take {words}." if fact in PEOPLE else f"{words[0].upper()}{words[1:]}: no."


def _about_place(entry: Entry, wanted: Wanted, miles: float | None) -> Iterator[str]:
    if wanted.near is None:
        return
    if miles is not None:
        code = wanted.near.code
        yield f"{miles:.1f} miles from {code}." if miles >= _BESIDE else f"{'At' if wanted.exact else 'In'} {code}."
    elif entry.confidential:
        yield "Distance not shown: the address is confidential."
    elif not entry.national:
        yield "Distance not known."


def _about_check(entry: Entry, wanted: Wanted) -> Iterator[str]:
    if entry.verified is None:
        yield "Not yet checked."
    elif entry.due_on is None or entry.due_on <= wanted.today:
        yield "A new check is due."
