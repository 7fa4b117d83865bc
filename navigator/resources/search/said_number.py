"""A telephone number among the words of a query, in any writing."""

import re
from collections.abc import Container

from navigator.resources.search.draft import Draft
from navigator.resources.search.phones import digits_of

_GAP = r"[\s./)\u2010-\u2015-]*"
_EXTENSION = re.compile(r"\s*(?:x|ext\.?|extension)\s*\d{1,6}$", re.IGNORECASE)
_WHOLE = re.compile(
    rf"(?<![\w$])(?:\+?1{_GAP})?\(?\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}}(?:\s*(?:x|ext\.?|extension)\s*\d{{1,6}})?(?!\w)"
    r"|(?<![\w-])\d{3}[-.\u2010-\u2015]\d{4}(?![\w-])",
    re.IGNORECASE,
)
_LETTERED = re.compile(
    r"(?<!\w)(?:\+?1[\s.-]*)?\(?8\d\d\)?[\s.-]+(?:[a-z]{7}|[a-z]{3}-[a-z\d]{4}|\d{3}-?[a-z]{4})(?!\w)", re.IGNORECASE
)
"""800-273-TALK, 1-888-NAMI-HELP without its first stroke, 800-GAMBLER."""
_HOURS = re.compile(r"\s*(?:\d{1,2}\s*/\s*\d{1,2}|(?!1\s*-)\d{1,2}\s*[-\u2013]\s*\d{1,2})\s*")
""" "24/7", "9-5"; but "1-8" begins a number."""
_NINE_DIGITS = re.compile(r"\s*\d{5}-\d{4}\s*")
_ONLY_DIGITS = re.compile(r"[\s\d().+/\u2010-\u2015-]+")


def take_number(draft: Draft, zips: Container[str]) -> None:
    """A whole number anywhere; digits alone may be the beginning of one."""
    if match := _WHOLE.search(draft.text) or _LETTERED.search(draft.text):
        draft.digits = digits_of(_EXTENSION.sub("", match.group()).upper())
        draft.gone.update(draft.covered(*match.span()))
    elif _ONLY_DIGITS.fullmatch(draft.text) and not _is_place_or_time(draft, zips):
        draft.digits = digits_of(draft.text)


def _is_place_or_time(draft: Draft, zips: Container[str]) -> bool:
    if _HOURS.fullmatch(draft.text) or _NINE_DIGITS.fullmatch(draft.text):
        return True
    return any(token.word in zips for token in draft.tokens)
