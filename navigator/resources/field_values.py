"""The values of composed fields as JSON and back: phones, hours, address, place, facts."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from navigator.resources.model import (
    Address,
    DatedHours,
    Fact,
    Hours,
    HoursKind,
    Phone,
    PhoneKind,
    Span,
    Tri,
)

Json = dict[str, Any]


def phones_value(phones: Iterable[Phone]) -> list[Json] | None:
    return [
        _full({"number": one.number, "kind": one.kind.value, "words": one.words, "extension": one.extension})
        for one in phones
    ] or None


def phones_of(value: Any) -> tuple[Phone, ...]:
    return tuple(
        Phone(one["number"], PhoneKind(one["kind"]), one.get("words", ""), one.get("extension", ""))
        for one in value or ()
    )


def hours_value(hours: Iterable[Hours]) -> list[Json] | None:
    return [
        _full(
            {
                "kind": one.kind.value,
                "spans": [[span.start, span.end] for span in one.spans],
                "text": one.text,
                "by_appointment": one.by_appointment,
                "exceptions": [_dated_value(day) for day in one.exceptions],
            }
        )
        for one in hours
    ] or None


def hours_of(value: Any) -> tuple[Hours, ...]:
    return tuple(
        Hours(
            kind=HoursKind(one["kind"]),
            spans=tuple(Span(start, end) for start, end in one.get("spans", ())),
            text=one.get("text", ""),
            by_appointment=one.get("by_appointment", False),
            exceptions=tuple(_dated(day) for day in one.get("exceptions", ())),
        )
        for one in value or ()
    )


def address_value(address: Address | None) -> Json | None:
    if address is None:
        return None
    return _full(
        {
            "line": address.line,
            "city": address.city,
            "state": address.state,
            "postal_code": address.postal_code,
        }
    )


def address_of(value: Any) -> Address | None:
    if not value:
        return None
    return Address(value.get("line", ""), value.get("city", ""), value.get("state", ""), value.get("postal_code", ""))


def place_value(place: tuple[float, float] | None, approximate: bool) -> list[Any] | None:
    return None if place is None else [*place, approximate]


def place_of(value: Any) -> tuple[tuple[float, float] | None, bool]:
    if not value:
        return None, False
    latitude, longitude, approximate = value
    return (latitude, longitude), approximate


def facts_with(facts: Mapping[Fact, Tri], fact: Fact, value: Any) -> Mapping[Fact, Tri]:
    """What is known, with `fact` known as "yes" or "no", or known no more for None."""
    others = {one: known for one, known in facts.items() if one is not fact}
    return MappingProxyType(others | ({fact: Tri(value)} if value else {}))


def _dated_value(day: DatedHours) -> Json:
    return _full({"on": day.on.isoformat(), "spans": [list(span) for span in day.spans], "words": day.words})


def _dated(day: Json) -> DatedHours:
    spans = tuple((start, end) for start, end in day.get("spans", ()))
    return DatedHours(date.fromisoformat(day["on"]), spans, day.get("words", ""))


def _full(value: Json) -> Json:
    """Without what is empty, so that equal things have equal JSON."""
    return {key: one for key, one in value.items() if one not in ("", None, [], False)}
