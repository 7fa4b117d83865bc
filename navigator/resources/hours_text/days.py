"""The days that a word names: "Mon", "Wendsday", "Th", "MWF", "weekdays"; a doubtful word names none."""

import re
from functools import cache

from rapidfuzz.distance import OSA

Days = frozenset[int]
"""0 is Monday."""

THURSDAY: Days = frozenset((3,))
EVERY_DAY: Days = frozenset(range(7))
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {
    **{name[:3]: day for day, name in enumerate(_NAMES)},
    **{"tues": 1, "weds": 2, "thur": 3, "thurs": 3, "satur": 5},
}
_LETTERS = {"M": 0, "T": 1, "W": 2, "Th": 3, "TH": 3, "F": 4}
_TWO = {"Mo": 0, "Tu": 1, "We": 2, "Th": 3, "TH": 3, "Fr": 4, "Sa": 5, "Su": 6, "th": 3}
_GROUPS = {"weekday": frozenset(range(5)), "weekend": frozenset((5, 6))}
_RUN = re.compile(r"(?:Th|TH|Tu|M|T|W|F){2,}|(?:Th|Tu|M|W|F)+")
_LETTER = re.compile(r"Th|TH|Tu|M|T|W|F")


@cache
def named(word: str) -> Days | None:
    """The days of a word that can be nothing else, or is one slip away from one day and no other."""
    low = word.lower()
    single = low.removesuffix("s")
    if single in _GROUPS:
        return _GROUPS[single]
    if low in _SHORT:
        return frozenset((_SHORT[low],))
    return _near(single)


@cache
def lettered(word: str) -> Days | None:
    """The days of "F", "Th", "Sa" or "MTF", where only days can stand; "S" may be two days and is none."""
    if word in _TWO:
        return frozenset((_TWO[word],))
    if len(word) == 1:
        return frozenset((_LETTERS[word.upper()],)) if word.upper() in _LETTERS else None
    if not _RUN.fullmatch(word):
        return None
    letters = _LETTER.findall(word)
    days = [1 if letter == "Tu" else _LETTERS[letter] for letter in letters]
    return frozenset(days) if days == sorted(set(days)) else None


def through(first: Days, last: Days) -> Days | None:
    """From a day to a day, over the weekend if need be."""
    if len(first) != 1 or len(last) != 1 or first == last:
        return None
    (begin,), (end,) = first, last
    return frozenset((begin + step) % 7 for step in range((end - begin) % 7 + 1))


def _near(word: str) -> Days | None:
    """A name that is misspelt: the same first letter, one slip (two in a long word), every other day farther."""
    if len(word) < 5:
        return None
    ranked = sorted((OSA.distance(word, name), day) for day, name in enumerate(_NAMES))
    (best, day), (second, _) = ranked[:2]
    allowed = 2 if len(word) >= 8 else 1
    near = best == 0 or (best <= allowed and second > best and word[0] == _NAMES[day][0])
    return frozenset((day,)) if near else None
