"""How old the person is, as police and clinicians write it: "17 yo", "60 years old", "34yom"."""

import re

from navigator.resources.model import Fact
from navigator.resources.search.answer import filter_words
from navigator.resources.search.draft import Draft

_OLDEST = 120
_GROWN = 18
_AGE = re.compile(
    r"(?<![\w.$#/-])(\d{1,3})[\s-]*(?:(?:years?|yrs?|yr\.)[\s-]*old|y\.?\s?[/.]?\s?o\b\.?|yo([mf])\b)"
    r"|(?<![\w.$#/-])([5-9]\d)\+"
    r"|\b(?:age|aged)[\s:]*(\d{1,3})(?![\w-]|\s*(?:to|and|or)\b|[.,]\d)",
    re.IGNORECASE,
)
_SEXES = {"m": Fact.MEN, "f": Fact.WOMEN}
_ADULTS = frozenset(
    [
        "mom",
        "mother",
        "woman",
        "women",
        "lady",
        "ladies",
        "female",
        "man",
        "men",
        "male",
        "father",
        "dad",
        "parent",
        "grandmother",
        "family",
        "with",
        "w",
        "and",
    ]
)


def take_age(draft: Draft) -> None:
    """The age of the person; that of a child beside a grown-up tells of a family instead."""
    match = _AGE.search(draft.text)
    age = int(match[1] or match[3] or match[4]) if match else _OLDEST + 1
    covered = draft.covered(*match.span()) if match else range(0)
    if (
        not match
        or not covered
        or age > _OLDEST
        or draft.in_name(covered[0], covered[-1])
        or draft.is_denied(covered[0])
    ):
        return
    draft.gone.update(covered)
    if age < _GROWN and any(token.word in _ADULTS for token in draft.tokens[: covered[0]]):
        _tell(draft, covered, Fact.FAMILIES)
        return
    draft.ask(age=age)
    draft.note(covered[0], covered[-1], f"Age {age}")
    if match[2]:
        _tell(draft, covered, _SEXES[match[2].lower()])


def _tell(draft: Draft, covered: range, fact: Fact) -> None:
    draft.ask(facts=draft.asked.facts | {fact})
    draft.note(covered[0], covered[-1], filter_words(fact))
