"""What was typed as values of fields: only of those that were changed, and all of an untouched field as it was."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from navigator.city import Zip
from navigator.resources.field_values import hours_value, phones_value, place_value
from navigator.resources.fields import Record, Value
from navigator.resources.hours_text import read_hours_text
from navigator.resources.model import DatedHours, Hours, Phone
from navigator.ui.directory.editor.content import (
    ADDRESS,
    ALERT,
    PART,
    Content,
    HoursLine,
    PhoneLine,
    as_value,
    field_of,
    hours_groups,
    hours_lines,
    phone_lines,
    phone_of,
)
from navigator.ui.directory.phone_reading import read_phone
from navigator.ui.widgets.day_reading import read_day

_MOVES = (PART + "line", PART + "city", PART + "postal_code")
"""Who changes these says that the place is elsewhere."""


def changes(before: Content, now: Content) -> dict[str, str]:
    """What was typed: each input that is another than before, "" where it was emptied."""
    return {key: now.get(key, "") for key in {**before, **now} if now.get(key, "") != before.get(key, "")}


def changed_values(
    record: Record, before: Content, now: Content, zips: Mapping[str, Zip], today: date
) -> dict[str, Value]:
    """The values of the fields whose inputs differ. A place that moved is "about" where its ZIP is."""
    typed = changes(before, now)
    values = {field_of(key): _value(field_of(key), now, record, today) for key in typed if key not in ALERT}
    if any(key in typed for key in _MOVES):
        values["place"] = _about(zips.get(now.get(PART + "postal_code", "").strip()))
    return values


def read_hours(lines: Sequence[HoursLine], known: Sequence[Hours]) -> tuple[Hours, ...]:
    """The hours of what is typed; a line that nobody touched keeps what it stood for.

    Dated exceptions are not typed here: those of a line that was written anew go to the line that came in its place.
    """
    before = dict(hours_groups(known))
    dated = tuple(day for line, hours in before.items() if line not in lines for one in hours for day in one.exceptions)
    read: list[Hours] = []
    for line in lines:
        if line in before:
            read += before[line]
        else:
            read += _with_dates(read_hours_text(line.text.strip(), line.kind).hours, dated)
            dated = ()
    return tuple(read)


def _value(field: str, now: Content, record: Record, today: date) -> Value:
    if field == "address":
        parts = {part: " ".join(now.get(PART + part, "").split()) for part in ADDRESS}
        parts["state"] = parts["state"].upper()
        return {part: text for part, text in parts.items() if text} or None
    if field == "phones":
        return phones_value(_phones(phone_lines(now.get(field, "")), record.entry.phones))
    if field == "hours":
        return hours_value(read_hours(hours_lines(now.get(field, "")), record.entry.hours))
    if field == "status_until":
        until = read_day(now.get(field, ""), today)
        return until.isoformat() if until else None
    return as_value(field, now.get(field, ""))


def _phones(lines: Sequence[PhoneLine], known: Sequence[Phone]) -> list[Phone]:
    """A line that nobody touched stays as it came, readable or not."""
    return [phone_of(line) if phone_of(line) in known else _read(line) for line in lines if not line.is_empty]


def _read(line: PhoneLine) -> Phone:
    read = read_phone(line.number, line.kind)
    words = " ".join(line.words.split())
    return Phone(read.number or line.number.strip(), line.kind, words, line.extension.strip() or read.extension)


def _with_dates(hours: tuple[Hours, ...], dated: tuple[DatedHours, ...]) -> list[Hours]:
    if not hours or not dated:
        return list(hours)
    first = hours[0]
    return [replace(first, exceptions=(*first.exceptions, *dated)), *hours[1:]]


def _about(found: Zip | None) -> Value:
    return None if found is None else place_value((found.latitude, found.longitude), approximate=True)
