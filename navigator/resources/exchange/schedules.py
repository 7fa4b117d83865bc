"""Schedules of HSDS as hours and back, and the weekday rows of HSDS 1 and 2; what no week can hold is kept as text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from navigator.resources.exchange.schedule_rule import Rule, date_of, rule_of, said, times_of
from navigator.resources.exchange.schedules_out import schedules_of
from navigator.resources.exchange.schedules_own import are_ours, hours_of_ours
from navigator.resources.hours_text import HoursReading, Unfit, leaves_hours, read_hours_text
from navigator.resources.hours_text.dates import all_between
from navigator.resources.model import DatedHours, Hours, HoursKind, Span
from navigator.resources.week import DAY, merged

__all__ = ["hours_of", "hours_of_rows", "schedules_of"]

_TRUE = frozenset(("true", "t", "1", "yes", "y", "closed"))
_CANNOT_STAND = frozenset((Unfit.MONTHLY, Unfit.SEASON, Unfit.NO_YEAR, Unfit.VISITS, Unfit.ZONE))
_DOUBTFUL = frozenset((Unfit.WORDS, Unfit.CONFUSED, Unfit.CONTRARY))


def hours_of(schedules: Sequence[Mapping[str, Any]]) -> tuple[Hours, ...]:
    """The hours of schedules, those with one description together.

    A description that tells days and times goes before the fields, which publishers make of it, and often wrong: of
    "Mon-Thu 9-5; Fri 9-1" they give Friday the first times. Where it tells none the fields stand, unless it speaks of
    what no week can hold ("1st Wednesday").
    """
    if are_ours(schedules):
        return hours_of_ours(schedules)
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for schedule in schedules:
        groups.setdefault(said(schedule, "description"), []).append(schedule)
    return _once(hours for text, group in groups.items() for hours in _group(text, [rule_of(one) for one in group]))


def hours_of_rows(regular: Sequence[Mapping[str, Any]], holidays: Sequence[Mapping[str, Any]]) -> tuple[Hours, ...]:
    """The hours of weekday rows; a closing for holidays goes for all that is open by the week."""
    as_schedules = [
        {
            "freq": "WEEKLY",
            "byday": said(row, "weekday"),
            "opens_at": said(row, "opens_at"),
            "closes_at": said(row, "closes_at"),
            "description": said(row, "original_text") or said(row, "description"),
        }
        for row in regular
    ]
    weekly, dated, told = hours_of(as_schedules), [], []
    for row in holidays:
        found = _holiday(row)
        dated += found
        told += [] if found else [Hours(HoursKind.UNKNOWN, text=_holiday_told(row))]
    return (*_with_holidays(weekly, tuple(dated)), *told)


def _group(text: str, rules: Sequence[Rule]) -> Iterable[Hours]:
    spans = merged(
        Span(day * DAY + rule.times[0], day * DAY + rule.times[1])
        for rule in rules
        if rule.times and not rule.on
        for day in rule.days
    )
    written = "; ".join(dict.fromkeys(rule.written for rule in rules if rule.written))
    yield from _agreed(text, spans, read_hours_text(text), written) if text or spans else ()
    dated = [DatedHours(rule.on, (rule.times,)) for rule in rules if rule.on and rule.times]
    if dated:
        yield Hours(HoursKind.UNKNOWN, text=text, exceptions=_joined(dated))
    for told in dict.fromkeys(rule.told for rule in rules if rule.told and (rule.told != text or spans)):
        yield Hours(HoursKind.UNKNOWN, text=told)


def _agreed(text: str, spans: tuple[Span, ...], reading: HoursReading, written: str) -> tuple[Hours, ...]:
    """What days and times and their description say together."""
    by_appointment = any(one.by_appointment for one in reading.hours)
    if not spans or _says_otherwise(text, reading) or any(one.spans for one in reading.hours):
        return reading.hours
    if not leaves_hours(text):
        return (Hours(HoursKind.UNKNOWN, text=f"{text}; {written}"),)
    return (Hours(HoursKind.UNKNOWN, spans, text, by_appointment),)


def _says_otherwise(text: str, reading: HoursReading) -> bool:
    """Whether a description that cannot be read speaks of hours which the fields do not hold."""
    doubtful = bool(_DOUBTFUL.intersection(reading.unfit)) and any(sign.isdigit() for sign in text)
    return doubtful or bool(_CANNOT_STAND.intersection(reading.unfit))


def _once(hours: Iterable[Hours]) -> tuple[Hours, ...]:
    return tuple(dict.fromkeys(hours))


def _holiday(row: Mapping[str, Any]) -> list[DatedHours]:
    first = date_of(said(row, "start_date"))
    last = date_of(said(row, "end_date") or said(row, "start_date"))
    days: tuple[date, ...] = all_between(first, last) if first and last else ()
    if said(row, "closed").lower() in _TRUE:
        return [DatedHours(day) for day in days]
    times = times_of(said(row, "opens_at"), said(row, "closes_at"))
    return [DatedHours(day, (times,)) for day in days] if times else []


def _holiday_told(row: Mapping[str, Any]) -> str:
    names = ("closed", "opens_at", "closes_at", "start_date", "end_date")
    return "Holiday: " + ", ".join(f"{name} {said(row, name)}" for name in names if said(row, name))


def _with_holidays(weekly: tuple[Hours, ...], dated: tuple[DatedHours, ...]) -> tuple[Hours, ...]:
    if not dated:
        return weekly
    exceptions = _joined(dated)
    if not any(one.spans for one in weekly):
        return (*weekly, Hours(HoursKind.UNKNOWN, exceptions=exceptions))
    return tuple(replace(one, exceptions=exceptions) if one.spans else one for one in weekly)


def _joined(dated: Iterable[DatedHours]) -> tuple[DatedHours, ...]:
    """One for each date, in order."""
    days: dict[date, tuple[tuple[int, int], ...]] = {}
    for one in dated:
        days[one.on] = tuple(sorted({*days.get(one.on, ()), *one.spans}))
    return tuple(DatedHours(on, spans) for on, spans in sorted(days.items()))
