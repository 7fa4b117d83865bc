"""Reads what a clause says to be closed: a day, the lunch hour, a few hours of one day."""

from collections.abc import Sequence

from navigator.resources.hours_text import vocabulary, words
from navigator.resources.hours_text.clauses import DAY_PARTS, TIME_PARTS
from navigator.resources.hours_text.days import EVERY_DAY
from navigator.resources.hours_text.labelled import Element, pairs
from navigator.resources.hours_text.parts import Part, Piece
from navigator.resources.hours_text.statements import Does, Statement, Taint, Unfit


def closings(there: Sequence[Element]) -> tuple[list[Element], list[Statement]]:
    """What is left of the clause, and what it says to be closed: what follows the word, else what precedes it."""
    place = next(place for place, element in enumerate(there) if element.part is Part.CLOSED)
    before, after = list(there[:place]), list(there[place + 1 :])
    if any(element.part in DAY_PARTS | TIME_PARTS for element in after):
        return before, _closed(after)
    if sum(element.part in DAY_PARTS | TIME_PARTS for element in before) <= 2:
        return [], _closed([*before, *after])
    return [], [_unread(Unfit.CONFUSED)]


def _closed(there: Sequence[Element]) -> list[Statement]:
    said = [word for element in there for word in element.label]
    found = None if any(element.part is Part.CLOSED for element in there) else pairs(there)
    if words.is_season(said):
        return [_unread(Unfit.SEASON)]
    if not found or words.restricts(said):
        return [_unread(Unfit.WORDS)]
    if any(pair.days and pair.days.part is Part.MONTHLY for pair in found):
        days = frozenset(day for pair in found if pair.days for day in pair.days.days)
        return [Statement(Does.UNFIT, (), days, unfit=Unfit.MONTHLY, taints=Taint.ALL)]
    return [_one(pair.days, pair.times, said) for pair in found]


def _one(days: Piece | None, times: Piece | None, said: list[str]) -> Statement:
    plain = (days is None or days.part is Part.DAYS) and (times is None or times.part is Part.RANGES)
    if not plain or set(said) & vocabulary.DAYPARTS:
        return _unread(Unfit.NO_TIMES)
    on = days.days if days else EVERY_DAY
    return Statement(Does.CLOSES, (), on, times.times if times else ())


def _unread(why: Unfit) -> Statement:
    return Statement(Does.UNFIT, unfit=why, taints=Taint.ALL)
