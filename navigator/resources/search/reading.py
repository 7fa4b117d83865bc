"""A query when it is understood: plain values."""

from dataclasses import dataclass, field

from navigator.resources.search.answer import Query, Understood
from navigator.resources.search.phrases import Phrase


@dataclass(frozen=True)
class Word:
    """One word to look up. `unfinished` while it is being typed; a `soft` one may be missing without harm.

    A `sure` one is a word of the vocabulary, so it is no misspelling, though no entry may hold it.
    """

    text: str
    unfinished: bool = False
    soft: bool = False
    sure: bool = False


@dataclass(frozen=True)
class Part:
    """Words that stand together, and the phrases (as stems) that mean the same, the likeliest first.

    `street` when no directory calls it so ("rehab", "nowhere to sleep"): what it means tells more than its words.
    """

    words: tuple[Word, ...]
    means: tuple[Phrase, ...] = ()
    street: bool = False


@dataclass(frozen=True)
class Reading:
    """A query as it was understood. `name` is the text that a name may resemble, "" when it can be none.

    `asked` is what the words ask for, as filters without text; `danger`: they speak of dying, harm or an overdose.
    """

    parts: tuple[Part, ...] = ()
    digits: str = ""
    understood: tuple[Understood, ...] = ()
    name: str = ""
    asked: Query = field(default_factory=Query)
    danger: bool = False
