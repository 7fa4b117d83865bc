"""Writes hours as schedules of HSDS 3.1; what the standard has no place for goes along under "navigator"."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from navigator.resources.model import DatedHours, Hours, Span
from navigator.resources.week import DAY, is_always, merged

OWN = "navigator"
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Schedule = dict[str, Any]


def schedules_of(hours: Sequence[Hours], new_id: Callable[[str], str]) -> list[Schedule]:
    """The schedules of some hours; `new_id` makes a stable id of a seed that is one schedule's alone.

    Each carries which of the hours it belongs to, their kind and text, so that they come back as they were.
    """
    written: list[Schedule] = []
    for place, one in enumerate(hours):
        for schedule in (*_weekly(one), *_dated(one)) or [{}]:
            own = {"of": place, "kind": one.kind.value, "by_appointment": one.by_appointment, **schedule.pop(OWN, {})}
            described = {"description": one.text} if one.text else {}
            seed = f"{place} {len(written)}"
            written.append({"id": new_id(seed), **schedule, **described, OWN: own})
    return written


def _weekly(hours: Hours) -> list[Schedule]:
    days: dict[tuple[str, str], list[int]] = {}
    for day, opens, closes in _pieces(hours.spans):
        days.setdefault((opens, closes), []).append(day)
    found: list[Schedule] = [
        {"freq": "WEEKLY", "byday": ",".join(CODES[day] for day in on), "opens_at": opens, "closes_at": closes}
        for (opens, closes), on in days.items()
    ]
    if found and merged(hours.spans) != hours.spans:
        found[0][OWN] = {"spans": [[span.start, span.end] for span in hours.spans]}
    return found


def _pieces(spans: tuple[Span, ...]) -> Iterator[tuple[int, str, str]]:
    """Day, opening and closing; what is open for a day or longer is cut at midnights."""
    whole = (Span(0, 7 * DAY),) if is_always(merged(spans)) else merged(spans)
    for span in whole:
        start = span.start
        while start < span.end:
            end = span.end if span.end - start < DAY else min(span.end, (start // DAY + 1) * DAY)
            yield start // DAY % 7, clock(start), clock(end)
            start = end


def _dated(hours: Hours) -> list[Schedule]:
    return [schedule for place, exception in enumerate(hours.exceptions) for schedule in _on(exception, place)]


def _on(exception: DatedHours, place: int) -> Iterator[Schedule]:
    """One schedule for each opening of the date, or one that says that it is closed."""
    own = {"exception": place, "on": exception.on.isoformat(), "words": exception.words}
    if not exception.spans:
        yield {**_only(exception.on), "notes": "Closed", OWN: {**own, "closed": True}}
    for start, end in exception.spans:
        times = {"opens_at": clock(start), "closes_at": clock(end)}
        yield {**_only(exception.on), **times, OWN: {**own, "minutes": [start, end]}}


def _only(on: date) -> Schedule:
    day = on.isoformat()
    return {"valid_from": day, "valid_to": day, "dtstart": day, "freq": "WEEKLY", "byday": CODES[on.weekday()]}


def clock(minutes: int) -> str:
    hour, minute = divmod(minutes % DAY, 60)
    return f"{hour:02}:{minute:02}"
