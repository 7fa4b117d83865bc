"""Reads opening hours as a person writes them in a directory file: "Mon-Fri 07:00-17:00", "always"."""

import re

from navigator.content import Table
from navigator.resources.model import WEEK, Hours, HoursKind, Span
from navigator.resources.week import DAY, DAYS, merged

_DAY = {name[:3]: number for number, name in enumerate(DAYS)}
_LINE = re.compile(r"(?P<days>\S+(?: & \S+)?) (?P<start>\S+)-(?P<end>\S+)")
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")


def read_hours(service: Table) -> tuple[Hours, ...]:
    """The typed hours of a service, or its published text alone where nothing in it could be read (S-03)."""
    published = service.text("hours_text")
    typed = tuple(_hours(table, service, published) for table in service.tables("hours"))
    if typed or not published:
        return typed
    return (Hours(HoursKind.UNKNOWN, text=published),)


def _hours(table: Table, service: Table, published: str) -> Hours:
    lines = table.texts("open")
    own_text = table.text("text")
    by_appointment = table.flag("by_appointment")
    if not (lines or own_text or by_appointment):
        raise service.wrong("hours", "hours that are not read need the published text.")
    hours = Hours(
        kind=table.one_of("kind", HoursKind, HoursKind.UNKNOWN),
        spans=merged(span for line in lines for span in _spans(line, service)),
        text=own_text or published,
        by_appointment=by_appointment,
    )
    table.done()
    return hours


def _spans(line: str, service: Table) -> list[Span]:
    if line == "always":
        return [Span(0, WEEK)]
    found = _LINE.fullmatch(line)
    if found is None:
        raise service.wrong("hours", f'{line!r} does not read like "Mon-Fri 07:00-17:00" or "always".')
    start, end = _minutes(found["start"], service), _minutes(found["end"], service)
    length = (end - start) % DAY or DAY
    return [Span(day * DAY + start % DAY, day * DAY + start % DAY + length) for day in _days(found["days"], service)]


def _days(words: str, service: Table) -> list[int]:
    """ "Daily", "Mon", "Mon-Thu", "Fri-Mon" (across the weekend), "Tue & Thu", "Mon,Wed,Fri"."""
    if words == "Daily":
        return list(range(7))
    days: list[int] = []
    for part in re.split(r" & |,", words):
        first, _, last = part.partition("-")
        begin = _day(first, service)
        days += [(begin + step) % 7 for step in range((_day(last or first, service) - begin) % 7 + 1)]
    return days


def _day(word: str, service: Table) -> int:
    if word not in _DAY:
        raise service.wrong("hours", f"{word!r} is not a day.")
    return _DAY[word]


def _minutes(word: str, service: Table) -> int:
    if not _TIME.fullmatch(word):
        raise service.wrong("hours", f"{word!r} is not a time of day.")
    hour, minute = word.split(":")
    return int(hour) * 60 + int(minute)
