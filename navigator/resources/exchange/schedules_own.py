"""Reads back the schedules that this program wrote, each to the hours that it was written from."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from navigator.resources.exchange.schedule_rule import days_of, said, times_of
from navigator.resources.exchange.schedules_out import OWN
from navigator.resources.model import DatedHours, Hours, HoursKind, Span
from navigator.resources.week import DAY, merged

_KINDS = {kind.value: kind for kind in HoursKind}
_WRITTEN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
Own = Mapping[str, Any]


def are_ours(schedules: Sequence[Mapping[str, Any]]) -> bool:
    """Whether all of them say which hours they belong to."""
    return bool(schedules) and all(
        isinstance(one.get(OWN), Mapping) and one[OWN].get("kind") in _KINDS and isinstance(one[OWN].get("of"), int)
        for one in schedules
    )


def hours_of_ours(schedules: Sequence[Mapping[str, Any]]) -> tuple[Hours, ...]:
    groups: dict[int, list[Mapping[str, Any]]] = {}
    for schedule in schedules:
        groups.setdefault(schedule[OWN]["of"], []).append(schedule)
    return tuple(_hours(group) for _, group in sorted(groups.items()))


def _hours(group: Sequence[Mapping[str, Any]]) -> Hours:
    own: Own = group[0][OWN]
    text = group[0].get("description")
    return Hours(
        _KINDS[own["kind"]],
        _spans([one for one in group if "exception" not in one[OWN]]),
        text if isinstance(text, str) else "",
        bool(own.get("by_appointment")),
        _exceptions([one for one in group if "exception" in one[OWN]]),
    )


def _spans(group: Sequence[Mapping[str, Any]]) -> tuple[Span, ...]:
    """From the days and times of the standard, which another program may have changed since."""
    spans = merged(
        Span(day * DAY + start, day * DAY + end)
        for one in group
        for start, end in _times(one)
        for day in days_of(said(one, "byday")) or ()
    )
    exact = next((one[OWN]["spans"] for one in group if "spans" in one[OWN]), None)
    as_written = tuple(Span(start, end) for start, end in exact) if exact else ()
    return as_written if as_written and merged(as_written) == spans else spans


def _times(schedule: Mapping[str, Any]) -> list[tuple[int, int]]:
    """To the minute as it was written, also where no publisher would keep such hours."""
    opens, closes = (_WRITTEN.fullmatch(said(schedule, name)) for name in ("opens_at", "closes_at"))
    if opens and closes:
        start, end = (int(found[1]) * 60 + int(found[2]) for found in (opens, closes))
        return [(start, end if end > start else end + DAY)]
    times = times_of(said(schedule, "opens_at"), said(schedule, "closes_at"))
    return [times] if times else []


def _exceptions(group: Sequence[Mapping[str, Any]]) -> tuple[DatedHours, ...]:
    found: dict[int, DatedHours] = {}
    for schedule in group:
        own: Own = schedule[OWN]
        before = found.get(own["exception"], DatedHours(date.fromisoformat(own["on"]), (), own.get("words", "")))
        minutes = (tuple(own["minutes"]),) if "minutes" in own else ()
        found[own["exception"]] = DatedHours(before.on, (*before.spans, *minutes), before.words)
    return tuple(found.values())
