"""Makes typed hours of what was stated, and says how much of the text that is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from navigator.resources.hours_text import vocabulary, words
from navigator.resources.hours_text.clauses import clauses
from navigator.resources.hours_text.clock import DAY, Bounds, Range, settled
from navigator.resources.hours_text.doors import Door, Opening, close, doors, opening, spares, tainted_days, told_apart
from navigator.resources.hours_text.labelled import meaning
from navigator.resources.hours_text.parts import Part, Piece, pieces, with_plain_numbers_as_words
from navigator.resources.hours_text.reading import statements
from navigator.resources.hours_text.statements import Does, Statement, Taint, Unfit
from navigator.resources.hours_text.tokens import tokens
from navigator.resources.model import DatedHours, Hours, HoursKind, Span
from navigator.resources.week import merged


@dataclass(frozen=True, slots=True)
class Composed:
    """`read` without what was published; `unfit` are the reasons for what stands as text only."""

    read: tuple[Hours, ...]
    unfit: tuple[Unfit, ...]
    says_none: bool


def composed(text: str, kind: HoursKind) -> Composed:
    """The hours of a text; `kind` is that of hours whose door it does not name."""
    made = with_plain_numbers_as_words(pieces(tokens(text)))
    said = statements(clauses(made))
    if _says_none(made, said):
        return Composed((), (), says_none=True)
    night = kind is HoursKind.OVERNIGHT or bool(vocabulary.NIGHT.intersection(piece.text for piece in made))
    told = [opening(one, night=night) if one.does is Does.OPENS else one for one in _by_appointment(said)]
    unread = [one for one in told if isinstance(one, Statement) and one.does is Does.UNFIT]
    openings, others = told_apart([one for one in told if isinstance(one, Opening)])
    unread += others
    return _composed(openings, said, unread, kind)


def _by_appointment(said: Sequence[Statement]) -> Sequence[Statement]:
    """Where "by appointment" stands alone it goes for all that opens."""
    if not any(one.is_of_all for one in said):
        return said
    return [replace(one, by_appointment=True) if one.does is Does.OPENS else one for one in said]


def _composed(
    openings: Sequence[Opening], said: Sequence[Statement], unread: Sequence[Statement], kind: HoursKind
) -> Composed:
    closings = [one for one in said if one.does is Does.CLOSES]
    week, contrary = _week(openings, closings, unread)
    dated = [] if any(one.taints is Taint.ALL for one in unread) else _dated(openings, closings)
    read = (*week, *dated, *_appointments(said))
    reasons = [one.unfit for one in unread if one.unfit] + contrary
    if not (read or reasons):
        reasons = [Unfit.NO_TIMES]
    return Composed(_one_of_each(_of_kind(one, kind) for one in read), tuple(dict.fromkeys(reasons)), says_none=False)


def _says_none(made: Sequence[Piece], said: Sequence[Statement]) -> bool:
    """Whether nothing states hours: a machine answers, the hours are said to vary, or other things are spoken of."""
    said_words = [piece.text for piece in made if piece.part is Part.WORD]
    quiet = (Part.WORD, Part.COMMA, Part.COLON, Part.DASH, Part.HARD, Part.BLANK, Part.OPEN, Part.CLOSE)
    if all(piece.part in quiet for piece in made):
        return words.says_none(said_words)
    if any(piece.part is Part.CLOSED for piece in made):
        return False
    plain = all(one.does is Does.NOTHING or (one.unfit is Unfit.WORDS and not one.days) for one in said)
    unfit = [word for one in said if one.does is Does.UNFIT for word in one.label]
    return plain and (not unfit or words.says_none(unfit))


def _week(
    openings: Sequence[Opening], closings: Sequence[Statement], unread: Sequence[Statement]
) -> tuple[list[Hours], list[Unfit]]:
    found = doors(one for one in openings if not one.said.dates)
    lone = len(found) == 1
    for (_, label, _), door in found.items():
        for one in closings:
            _close(door, one, lone=lone)
        for unfit in unread:
            if not spares(door, unfit, label):
                close(door, tainted_days(unfit), ())
    contrary = [Unfit.CONTRARY] if any(door.contrary for door in found.values()) else []
    return [
        Hours(door.kind, spans, by_appointment=door.by_appointment)
        for door in found.values()
        if (spans := _spans(door))
    ], contrary


def _close(door: Door, closing: Statement, *, lone: bool) -> None:
    """A closing is the house's; a telephone and what never closes are touched only if nothing else is spoken of."""
    if not lone and (door.kind is HoursKind.PHONE or all(day == [(0, DAY)] for day in door.week.values())):
        return
    ranges = settled(list(zip(closing.times[::2], closing.times[1::2], strict=True)), Bounds(working_days=True))
    close(door, closing.days, ranges or (), says_so=True)


def _spans(door: Door) -> tuple[Span, ...]:
    return merged(Span(day * DAY + start, day * DAY + end) for day, there in door.week.items() for start, end in there)


def _dated(openings: Iterable[Opening], closings: Sequence[Statement]) -> list[Hours]:
    """Hours that are told for dates are hours of their own, without a week."""
    found: dict[tuple[HoursKind, bool], dict[date, list[Range]]] = {}
    for one in openings:
        for on in one.said.dates:
            dates = found.setdefault((one.kind, one.said.by_appointment), {})
            dates.setdefault(on, []).extend(_left(one.ranges, on, closings))
    return [
        Hours(kind, by_appointment=by_appointment, exceptions=_exceptions(dates))
        for (kind, by_appointment), dates in found.items()
    ]


def _left(ranges: Sequence[Range], on: date, closings: Sequence[Statement]) -> list[Range]:
    """The ranges of a date without what is closed on its day of the week."""
    day = Door(HoursKind.UNKNOWN, by_appointment=False, week={on.weekday(): list(ranges)})
    for one in closings:
        _close(day, one, lone=True)
    return day.week[on.weekday()]


def _exceptions(dates: Mapping[date, Sequence[Range]]) -> tuple[DatedHours, ...]:
    return tuple(DatedHours(on, tuple(sorted(set(ranges)))) for on, ranges in sorted(dates.items()))


def _appointments(said: Sequence[Statement]) -> list[Hours]:
    return [
        Hours(words.kind_of(list(meaning(one.label))), by_appointment=True)
        for one in said
        if one.does is Does.APPOINTMENT and not (one.is_of_all and any(other.does is Does.OPENS for other in said))
    ]


def _one_of_each(read: Iterable[Hours]) -> tuple[Hours, ...]:
    """Hours of one kind together, in the order of the text; dated hours stay apart."""
    found: dict[tuple[HoursKind, bool, bool], Hours] = {}
    for one in read:
        key = (one.kind, one.by_appointment, bool(one.exceptions))
        found[key] = _both(found[key], one) if key in found else one
    return tuple(found.values())


def _both(one: Hours, other: Hours) -> Hours:
    dates = {dated.on: list(dated.spans) for dated in one.exceptions}
    for dated in other.exceptions:
        dates.setdefault(dated.on, []).extend(dated.spans)
    return replace(one, spans=merged((*one.spans, *other.spans)), exceptions=_exceptions(dates))


def _of_kind(hours: Hours, kind: HoursKind) -> Hours:
    return replace(hours, kind=kind) if hours.kind is HoursKind.UNKNOWN else hours
