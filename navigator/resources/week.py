"""Minutes of the cyclic week: joining spans, and the real instant of a time on the city's wall clock (S-03)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from navigator.resources.model import WEEK, DatedHours, Hours, Span

DAY = 24 * 60
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HORIZON = 2 * WEEK
"""How far `around` looks: a stretch that reaches it has no end that is known."""
Stretch = tuple[int, int]
"""Open from, until: minutes after some midnight, on the wall clock."""

_MINUTE = timedelta(minutes=1)
_ALWAYS = (Span(0, WEEK),)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same hours with touching and overlapping spans joined, also across Sunday midnight; first start first."""
    joined = _join((span.start, span.end) for span in spans)
    while len(joined) > 1 and joined[-1][1] - WEEK >= joined[0][0]:
        _, end = joined.pop(0)
        joined[-1] = (joined[-1][0], max(joined[-1][1], end + WEEK))
    if any(end - start >= WEEK for start, end in joined):
        return _ALWAYS
    return tuple(Span(start, end) for start, end in joined)


def is_always(spans: tuple[Span, ...]) -> bool:
    """Whether merged spans never end."""
    return spans == _ALWAYS


def around(kinds: Iterable[Hours], monday: date) -> list[Stretch]:
    """When any of `kinds` is open, in minutes after `monday` 00:00, from the week before to the week after.

    A dated exception replaces what begins on its date; what is open for longer than a day is cut at midnight first,
    so that one closed day can be taken out of a week that is open day and night.
    """
    stretches: list[Stretch] = []
    for hours in kinds:
        weekly = ((span.start + week, span.end + week) for week in (-WEEK, 0, WEEK) for span in merged(hours.spans))
        stretches += _with_exceptions(weekly, hours.exceptions, monday) if hours.exceptions else weekly
    return _join(stretches)


def reached(at: datetime, zone: ZoneInfo) -> datetime:
    """What the wall clock has come to at `at`, without zone.

    In the hour that autumn lives twice it stands still at the last minute: what has opened or closed in the first
    of the two hours does not do so again.
    """
    local = at.astimezone(zone)
    if not local.fold:
        return local.replace(tzinfo=None)
    while local.fold:
        local = (local.astimezone(UTC) + _MINUTE).astimezone(zone)
    return local.replace(tzinfo=None) - _MINUTE


def instant(monday: date, minutes: int, zone: ZoneInfo) -> datetime:
    """The instant (UTC) at which the wall clock first comes to `minutes` after `monday` 00:00.

    A time that spring leaves out is reached at the moment the clock is put forward.
    """
    wall = datetime.combine(monday, time()) + timedelta(minutes=minutes)
    moment = wall.replace(tzinfo=zone).astimezone(UTC)
    while (moment - _MINUTE).astimezone(zone).replace(tzinfo=None) >= wall:
        moment -= _MINUTE
    return moment


def _join(stretches: Iterable[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _with_exceptions(weekly: Iterable[Stretch], exceptions: tuple[DatedHours, ...], monday: date) -> Iterable[Stretch]:
    dated = {(exception.on - monday).days: exception.spans for exception in exceptions}
    for stretch in weekly:
        for start, end in _cut_at_midnights(stretch):
            if start // DAY not in dated:
                yield start, end
    for day, spans in dated.items():
        yield from ((day * DAY + start, day * DAY + end) for start, end in spans)


def _cut_at_midnights(stretch: Stretch) -> Iterable[Stretch]:
    """Whole when it is an ordinary night; else in pieces of one day."""
    start, end = stretch
    if end - start <= DAY:
        return [stretch]
    midnights = range((start // DAY + 1) * DAY, end, DAY)
    return list(pairwise([start, *midnights, end]))
