"""Why an entry is in the answer: the words that matched, and the facts that moved it, in short sentences."""

from collections.abc import Iterator, Sequence

from navigator.resources.hours import OpenState
from navigator.resources.model import Entry
from navigator.resources.search.answer import Reasons
from navigator.resources.search.phones import digits_of
from navigator.resources.search.trace import MatchedWord
from navigator.resources.search.wanted import Wanted
from navigator.resources.search.why_facts import fact_reasons


def matched_words(matched: Sequence[MatchedWord], entry: Entry, digits: str) -> tuple[str, ...]:
    """The words of the entry that matched, and its number when that was typed."""
    words = dict.fromkeys([match.word for match in matched])
    if digits:
        words.update(dict.fromkeys(_numbers(entry, digits)))
    return tuple(words)


def reasons(
    entry: Entry,
    matched: Sequence[MatchedWord],
    wanted: Wanted,
    digits: str,
    open_sign: int,
    miles: float | None,
    state: OpenState | None = None,
) -> Reasons:
    """The sentences of "Why this one"; `open_sign` and `state` are those of now."""
    return Reasons(
        (*_about_words(matched), *(f"The number {number} matches." for number in _numbers(entry, digits))),
        tuple(fact_reasons(entry, wanted, open_sign, miles, state)),
    )


def _numbers(entry: Entry, digits: str) -> tuple[str, ...]:
    """The numbers of the entry that hold the digits, each once."""
    holding = [phone.number for phone in entry.phones if digits and digits in digits_of(phone.number)]
    return tuple(dict.fromkeys(holding))


def _about_words(matched: Sequence[MatchedWord]) -> Iterator[str]:
    plain = [f"“{match.word}”" for match in matched if not match.spelled and not match.means]
    if plain:
        yield f"Matched {', '.join(plain)}."
    for match in matched:
        if match.spelled:
            yield f"Matched “{match.word}” (you typed “{match.typed}”)."
        elif match.means:
            yield f"Matched “{match.word}”, which “{match.typed}” can mean."
