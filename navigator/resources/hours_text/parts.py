"""Turns tokens into the parts that hours are made of: days, ranges, dates, marks and the words between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from navigator.resources.hours_text import clock, days, phrases
from navigator.resources.hours_text.clock import Time
from navigator.resources.hours_text.dates import YEARLESS
from navigator.resources.hours_text.days import EVERY_DAY, Days
from navigator.resources.hours_text.tokens import Sort, Token


class Part(Enum):
    DAYS = auto()
    MONTHLY = auto()
    """Days that do not come every week: "2nd Saturday"."""
    TIME = auto()
    RANGES = auto()
    ALWAYS = auto()
    DATES = auto()
    YEARLESS = auto()
    ORDINAL = auto()
    CLOSED = auto()
    APPOINTMENT = auto()
    WORD = auto()
    LABEL = auto()
    """Words in brackets that only name."""
    BAD = auto()
    """Looks like a time or day and is none that can be told."""
    DASH = auto()
    COMMA = auto()
    COLON = auto()
    HARD = auto()
    BLANK = auto()
    OPEN = auto()
    CLOSE = auto()


SIGNS = frozenset((Part.DASH, Part.COMMA, Part.COLON, Part.HARD, Part.BLANK, Part.OPEN, Part.CLOSE))


@dataclass(frozen=True, slots=True)
class Piece:
    """One part with what it holds; `text` is its word in small letters."""

    part: Part
    text: str = ""
    days: Days = frozenset()
    times: tuple[Time, ...] = ()
    """One for TIME; opening and closing in turns for RANGES."""
    dates: tuple[date, ...] = ()
    glued: bool = False
    plain: bool = False


EITHER_DAY = "s"
"""A lone "S" is Saturday or Sunday."""

_PLAIN = {
    Sort.DASH: Part.DASH,
    Sort.COMMA: Part.COMMA,
    Sort.SLASH: Part.COMMA,
    Sort.COLON: Part.COLON,
    Sort.HARD: Part.HARD,
    Sort.BLANK: Part.BLANK,
    Sort.OPEN: Part.OPEN,
    Sort.CLOSE: Part.CLOSE,
    Sort.OTHER: Part.WORD,
    Sort.WORD: Part.WORD,
}
_MARKS = {
    phrases.ALWAYS: Piece(Part.ALWAYS),
    phrases.DAILY: Piece(Part.DAYS, days=EVERY_DAY),
    phrases.CLOSED: Piece(Part.CLOSED),
    phrases.APPOINTMENT: Piece(Part.APPOINTMENT),
    phrases.NAME: Piece(Part.WORD, "#"),
    phrases.MONTHLY: Piece(Part.ORDINAL),
    YEARLESS: Piece(Part.YEARLESS),
}
_SHORT_NAME = 5
_ORDINALS = frozenset(["first", "second", "third", "fourth", "fifth", "last", "lst"])
_HALVES = {"am": "am", "pm": "pm", "a": "am", "p": "pm", "noon": "pm", "midnight": "am"}
_CLOCK_WORDS = {"noon": Time(0, "pm"), "midnight": Time(0, "am")}
_BESIDE_LETTERS = {Sort.DASH, Sort.COMMA, Sort.CLOSE, Sort.HARD, Sort.COLON, Sort.NUMBER, Sort.BLANK}
_BEFORE_LETTERS = {Part.DAYS, Part.DASH, Part.COMMA, Part.OPEN, Part.HARD, Part.TIME, Part.COLON, Part.BLANK}


def pieces(found: Sequence[Token]) -> list[Piece]:
    """Each token, or few tokens, as one piece; the full stop of "Sat." ends nothing."""
    made: list[Piece] = []
    place = 0
    while place < len(found):
        piece, used = _piece(found, place, made)
        dot = piece.text == "." and bool(made) and made[-1].part is Part.DAYS and 0 < len(made[-1].text) <= _SHORT_NAME
        if not dot:
            made.append(piece)
        place += used
    return made


def _piece(found: Sequence[Token], place: int, made: list[Piece]) -> tuple[Piece, int]:
    token = found[place]
    if token.sort is Sort.NUMBER:
        return _number(found, place)
    if token.sort is Sort.MARK:
        return _MARKS[token.text], 1
    if token.sort is Sort.DATE:
        return Piece(Part.DATES, dates=(date.fromordinal(int(token.text)),)), 1
    if token.sort is Sort.WORD:
        return _word(found, place, made), 1
    return Piece(_PLAIN[token.sort], token.word, glued=token.glued), 1


def _number(found: Sequence[Token], place: int) -> tuple[Piece, int]:
    digits = found[place].text
    after = found[place + 1 : place + 3]
    colon = len(after) == 2 and after[0].sort is Sort.COLON and after[0].glued and after[1].word in ("am", "pm")
    following = after[1] if colon else after[0] if after else None
    if following is None or following.sort is not Sort.WORD:
        return _bare(digits), 1
    if following.word in _HALVES and (following.glued or len(following.word) > 1):
        time = clock.time(digits, _HALVES[following.word])
        return (Piece(Part.TIME, times=(time,)) if time else Piece(Part.BAD, digits)), 3 if colon else 2
    if following.glued:
        return Piece(Part.ORDINAL if following.word in ("st", "nd", "rd", "th") else Part.BAD, digits), 2
    return _bare(digits), 1


def _bare(digits: str) -> Piece:
    time = clock.time(digits, "")
    if time:
        return Piece(Part.TIME, digits, times=(time,))
    return Piece(Part.BAD if ":" in digits else Part.WORD, digits)


def _word(found: Sequence[Token], place: int, made: list[Piece]) -> Piece:
    token = found[place]
    if token.word in _CLOCK_WORDS:
        return Piece(Part.TIME, times=(_CLOCK_WORDS[token.word],))
    if token.word in _ORDINALS:
        return Piece(Part.ORDINAL, token.word)
    named = days.named(token.text)
    if named is None and _is_among_days(found, place, made):
        if token.text == "S":
            return Piece(Part.BAD, EITHER_DAY)
        named = days.lettered(token.text)
    return Piece(Part.DAYS, token.word, days=named) if named else Piece(Part.WORD, token.word, glued=token.glued)


def _is_among_days(found: Sequence[Token], place: int, made: list[Piece]) -> bool:
    """Whether single letters here stand where days stand, and not in a word such as "vitamin D"."""
    after = found[place + 1] if place + 1 < len(found) else None
    beside = after is None or after.sort in _BESIDE_LETTERS or bool(days.named(after.text))
    beside = beside or (after is not None and after.sort is Sort.SLASH and _is_letter(found, place + 2))
    if not made or made[-1].part in _BEFORE_LETTERS:
        return beside
    listed = after is not None and after.sort in (Sort.DASH, Sort.COMMA) and place + 2 < len(found)
    return listed and _is_letter(found, place + 2)


def _is_letter(found: Sequence[Token], place: int) -> bool:
    return place < len(found) and bool(days.lettered(found[place].text) or days.named(found[place].text))


def with_plain_numbers_as_words(made: list[Piece]) -> list[Piece]:
    """A lone hour after a word names something ("room 5"), unless the word leads to a time ("from 5")."""
    result: list[Piece] = []
    for place, piece in enumerate(made):
        before = result[-1] if result else None
        lone = piece.part is Part.TIME and piece.times[0].plain and before and before.part is Part.WORD
        names = lone and before and before.text not in _LEADS_TO_TIME and not _begins_range(made, place)
        result.append(replace(piece, part=Part.WORD) if names else piece)
    return result


_LEADS_TO_TIME = frozenset(["at", "from", "until", "till", "to", "by", "opens", "open", "between", "hours", "through"])


def _begins_range(made: list[Piece], place: int) -> bool:
    return place + 1 < len(made) and (made[place + 1].part is Part.DASH or made[place + 1].text == "to")
