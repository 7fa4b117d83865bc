"""Joins parts: two times to a range, ranges and days to lists, ordinals and days to days that come once a month."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from navigator.resources.hours_text import days, vocabulary, words
from navigator.resources.hours_text.dates import all_between
from navigator.resources.hours_text.parts import Part, Piece
from navigator.resources.model import HoursKind

_TO = {"to", "through", "thru", "till", "until", "thur"}
_Step = Callable[[Sequence[Piece], int, list[Piece]], tuple[Piece, int] | None]


def merged_pieces(made: Sequence[Piece]) -> list[Piece]:
    """The pieces with ranges and lists joined, one rule after the other."""
    found = list(made)
    for first, step in _STEPS:
        if any(piece.part in first for piece in found):
            found = _rewritten(found, first, step)
    return found


def _rewritten(made: Sequence[Piece], first: tuple[Part, ...], step: _Step) -> list[Piece]:
    """The step is tried on what was joined again, so that a list grows piece by piece."""
    result: list[Piece] = []
    rest = list(made)
    place = 0
    while place < len(rest):
        joined = step(rest, place, result) if rest[place].part in first else None
        if joined is None:
            result.append(rest[place])
            place += 1
            continue
        piece, used = joined
        place += used - 1
        rest[place] = piece
    return result


def _date_with_day(made: Sequence[Piece], place: int, _: list[Piece]) -> tuple[Piece, int] | None:
    """ "Saturday, August 23, 2008" is a date, if it is a Saturday."""
    length = 2 if _parts(made, place, Part.DAYS, Part.DATES) else 3
    if length == 3 and not _parts(made, place, Part.DAYS, Part.COMMA, Part.DATES):
        return None
    last = made[place + length - 1]
    if len(made[place].days) > 1 or (place + length < len(made) and made[place + length].part is Part.DASH):
        return None
    return (last if last.dates[0].weekday() in made[place].days else Piece(Part.BAD, "dates")), length


def _day_range(made: Sequence[Piece], place: int, _: list[Piece]) -> tuple[Piece, int] | None:
    if _parts(made, place, Part.DAYS, Part.DASH, Part.WORD) and made[place + 2].text == "thru":
        # "Mon-Thru" without a day after it is a slip for Thursday.
        lone = not _parts(made, place + 3, Part.DAYS) and not _parts(made, place + 3, Part.DASH)
        return (
            (Piece(Part.DAYS, days=days.through(made[place].days, days.THURSDAY) or frozenset()), 3) if lone else None
        )
    length = _joint(made, place, Part.DAYS)
    if not length:
        return _loose_dash(made, place)
    through = days.through(made[place].days, made[place + length - 1].days)
    if through is None:
        return Piece(Part.BAD, "days"), length
    return Piece(Part.DAYS, days=through), length


def _loose_dash(made: Sequence[Piece], place: int) -> tuple[Piece, int] | None:
    """ "Mon-Xyz" is a stretch of days whose end cannot be told."""
    there = _parts(made, place, Part.DAYS, Part.DASH, Part.WORD)
    glued = there and made[place + 1].glued and made[place + 2].glued
    return (Piece(Part.BAD, "days"), 3) if glued else None


def _time_range(made: Sequence[Piece], place: int, before: list[Piece]) -> tuple[Piece, int] | None:
    length = _joint(made, place, Part.TIME)
    between = bool(before) and before[-1].text == "between" and _parts(made, place, Part.TIME, Part.COMMA, Part.TIME)
    if between:
        length = 3
    if not length:
        return None
    first, last = made[place], made[place + length - 1]
    names = before and before[-1].part is Part.WORD and not _leads(before[-1].text)
    if first.times[0].plain and last.times[0].plain and names:
        return Piece(Part.BAD, first.text), length
    return Piece(Part.RANGES, times=first.times + last.times), length


def _leads(word: str) -> bool:
    """Whether hours may follow the word at once, as in "Office 9-5"; "Steps 1-12" are no hours."""
    return word in vocabulary.FILLER or word in ("between", "by", "#") or words.kind_of([word]) is not HoursKind.UNKNOWN


def _date_range(made: Sequence[Piece], place: int, _: list[Piece]) -> tuple[Piece, int] | None:
    length = _joint(made, place, Part.DATES)
    if not length:
        return None
    between = all_between(made[place].dates[0], made[place + length - 1].dates[-1])
    return (Piece(Part.DATES, "range", dates=between) if between else Piece(Part.BAD, "dates")), length


def _list_of_days(made: Sequence[Piece], place: int, _: list[Piece]) -> tuple[Piece, int] | None:
    length = _listed(made, place, Part.DAYS)
    if not length:
        return None
    one, other = made[place].days, made[place + length - 1].days
    garbled = bool(one & other) and one != other
    return (Piece(Part.BAD, "days") if garbled else Piece(Part.DAYS, days=one | other)), length


def _list_of_ranges(made: Sequence[Piece], place: int, _: list[Piece]) -> tuple[Piece, int] | None:
    length = _listed(made, place, Part.RANGES)
    if not length:
        return None
    return Piece(Part.RANGES, times=made[place].times + made[place + length - 1].times), length


def _list_of_dates(made: Sequence[Piece], place: int, _: list[Piece]) -> tuple[Piece, int] | None:
    length = _listed(made, place, Part.DATES)
    same = length and made[place].text == made[place + length - 1].text
    return (replace(made[place], dates=made[place].dates + made[place + length - 1].dates), length) if same else None


def _monthly(made: Sequence[Piece], place: int, _: list[Piece]) -> tuple[Piece, int] | None:
    """ "2nd and 4th Saturday of each month", "first Tuesday monthly": ordinals, days, perhaps the month."""
    if made[place].part is Part.MONTHLY and _parts(made, place + 1, Part.ORDINAL):
        return made[place], 2
    if made[place].part is not Part.ORDINAL:
        return _days_monthly(made, place)
    if _parts(made, place + 1, Part.COMMA, Part.ORDINAL):
        return made[place], 3
    if _parts(made, place + 1, Part.DAYS):
        return Piece(Part.MONTHLY, days=made[place + 1].days), 2
    return None


def _days_monthly(made: Sequence[Piece], place: int) -> tuple[Piece, int] | None:
    monthly = (
        _parts(made, place, Part.DAYS, Part.ORDINAL)
        and not made[place + 1].text
        and not _parts(made, place + 2, Part.DAYS)
    )
    return (Piece(Part.MONTHLY, days=made[place].days), 2) if monthly else None


def _parts(made: Sequence[Piece], place: int, *parts: Part) -> bool:
    if place + len(parts) > len(made):
        return False
    return all(made[place + step].part is part for step, part in enumerate(parts))


def _joint(made: Sequence[Piece], place: int, part: Part) -> int:
    """How long "part - part" or "part to part" is from here; 0 if it does not stand here."""
    if not _parts(made, place, part):
        return 0
    end = place + 1
    while _parts(made, end, Part.DASH):
        end += 1
    if end == place + 1 and end < len(made) and made[end].part is Part.WORD and made[end].text in _TO:
        end += 1
    return end - place + 1 if end > place + 1 and _parts(made, end, part) else 0


def _listed(made: Sequence[Piece], place: int, part: Part) -> int:
    """How long "part, part", "part & part" or "part part" is from here."""
    if not _parts(made, place, part):
        return 0
    end = place + 1
    while _parts(made, end, Part.COMMA):
        end += 1
    return end - place + 1 if _parts(made, end, part) else 0


_STEPS: tuple[tuple[tuple[Part, ...], _Step], ...] = (
    ((Part.DAYS,), _day_range),
    ((Part.TIME,), _time_range),
    ((Part.DAYS,), _date_with_day),
    ((Part.DATES,), _date_range),
    ((Part.DAYS,), _list_of_days),
    ((Part.RANGES,), _list_of_ranges),
    ((Part.DATES,), _list_of_dates),
    ((Part.MONTHLY, Part.ORDINAL, Part.DAYS), _monthly),
)
"""Each rule with the parts that it begins at."""
