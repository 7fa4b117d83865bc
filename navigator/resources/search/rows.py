"""Entries as bytes, a few hundred each, so that a hundred thousand fit into memory and one is read in microseconds."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import MISSING, fields
from datetime import date, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from navigator.resources.model import (
    Address,
    Alert,
    Capacity,
    DatedHours,
    Entry,
    Fact,
    Hours,
    HoursKind,
    Outcome,
    Phone,
    PhoneKind,
    Report,
    Span,
    Status,
    Tri,
    Verification,
)
from navigator.resources.search.packed import Arrays, in_a_row

_MOST_DECODED = 1000
_HOURS_KEPT = 1000
_FACTS, _TRIS, _KINDS, _STATUSES = tuple(Fact), tuple(Tri), tuple(HoursKind), tuple(Status)


class Rows:
    """The entries of a segment, packed; the last thousand that were asked for are kept as they are."""

    def __init__(self, data: NDArray[np.uint8], starts: NDArray[np.int64]) -> None:
        self._data, self._starts = data, starts
        self._bytes = memoryview(data)
        self._decoded: dict[int, Entry] = {}

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> "Rows":
        packed = [_packed(entry) for entry in entries]
        return cls(np.frombuffer(b"".join(packed), np.uint8), in_a_row(np.fromiter(map(len, packed), np.int64)))

    @classmethod
    def of_arrays(cls, arrays: Arrays) -> "Rows":
        return cls(arrays["data"], arrays["starts"])

    @classmethod
    def joined(cls, parts: Iterable[tuple["Rows", NDArray[np.bool_]]]) -> "Rows":
        """The living rows of several, one after the other."""
        kept = [rows._only(alive) for rows, alive in parts]
        lengths = np.concatenate([np.diff(starts) for _, starts in kept])
        return cls(np.concatenate([data for data, _ in kept]), in_a_row(lengths))

    def arrays(self) -> Arrays:
        return {"data": self._data, "starts": self._starts}

    def entry(self, place: int) -> Entry:
        found = self._decoded.get(place)
        if found is None:
            found = _entry(self._bytes[int(self._starts[place]) : int(self._starts[place + 1])])
            if len(self._decoded) >= _MOST_DECODED:
                self._decoded = {}
            self._decoded[place] = found
        return found

    def _only(self, alive: NDArray[np.bool_]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        if alive.all():
            return self._data, self._starts
        lengths = np.diff(self._starts)
        return self._data[np.repeat(alive, lengths)], in_a_row(lengths[alive])


def _packed(entry: Entry) -> bytes:
    """The fields that say something, each after its number, as JSON."""
    flat: list[Any] = []
    for number, (name, default, write, _) in enumerate(_FIELDS):
        value = getattr(entry, name)
        if value != default:
            flat += (number, write(value) if write else value)
    return json.dumps(flat, ensure_ascii=False, separators=(",", ":")).encode()


def _entry(packed: memoryview) -> Entry:
    """Its fields are set in one go: a frozen dataclass sets each by itself, which takes longer than all the rest."""
    flat = json.loads(str(packed, "utf-8"))
    known = dict(_DEFAULTS)
    for number, value in zip(flat[::2], flat[1::2], strict=True):
        name, _, _, read = _FIELDS[number]
        known[name] = read(value) if read else value
    entry = Entry.__new__(Entry)
    vars(entry).update(known)
    return entry


@lru_cache(maxsize=_HOURS_KEPT)
def _hours(hours: tuple[Hours, ...]) -> str:
    flat = [
        [
            _KINDS.index(one.kind),
            [minute for span in one.spans for minute in (span.start, span.end)],
            one.text,
            one.by_appointment,
            [[day.on.toordinal(), day.spans, day.words] for day in one.exceptions],
        ]
        for one in hours
    ]
    return json.dumps(flat, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=_HOURS_KEPT)
def _read_hours(told: str) -> tuple[Hours, ...]:
    """Many doors keep the same hours."""
    return tuple(
        Hours(
            _KINDS[kind],
            tuple(map(Span, minutes[::2], minutes[1::2])),
            text,
            by_appointment,
            tuple(DatedHours(date.fromordinal(on), tuple(map(_pair, spans)), words) for on, spans, words in dated),
        )
        for kind, minutes, text, by_appointment, dated in json.loads(told)
    )


def _pair(pair: list[int]) -> tuple[int, int]:
    return pair[0], pair[1]


def _facts(facts: dict[Fact, Tri]) -> list[int]:
    return [number for fact, known in facts.items() for number in (_FACTS.index(fact), _TRIS.index(known))]


def _read_facts(flat: list[int]) -> MappingProxyType[Fact, Tri]:
    pairs = zip(flat[::2], flat[1::2], strict=True)
    return MappingProxyType({_FACTS[fact]: _TRIS[known] for fact, known in pairs})


def _capacity(one: Capacity) -> list[Any]:
    return [one.unit, one.available, one.maximum, one.restriction, one.said_by, one.as_of.isoformat()]


def _read_capacity(flat: list[Any]) -> Capacity:
    unit, available, maximum, restriction, said_by, as_of = flat
    return Capacity(unit, available, maximum, restriction, said_by, datetime.fromisoformat(as_of))


def _verified(one: Verification) -> list[Any]:
    due = one.next_due.toordinal() if one.next_due else None
    return [one.at.isoformat(), one.by, one.method, one.source, one.outcome, due]


def _read_verified(flat: list[Any]) -> Verification:
    at, by, method, source, outcome, due = flat
    return Verification(datetime.fromisoformat(at), by, method, source, Outcome(outcome), _day(due))


def _alert(one: Alert) -> list[Any]:
    return [one.id, one.words, one.starts.toordinal(), one.ends.toordinal() if one.ends else None, one.by]


def _read_alert(flat: list[Any]) -> Alert:
    id_, words, starts, ends, by = flat
    return Alert(id_, words, date.fromordinal(starts), _day(ends), by)


def _report(one: Report) -> list[Any]:
    return [one.proposal_id, one.field, one.words, one.by_role, one.at.isoformat()]


def _read_report(flat: list[Any]) -> Report:
    proposal_id, field, words, by_role, at = flat
    return Report(proposal_id, field, words, by_role, datetime.fromisoformat(at))


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


_CODECS: dict[str, tuple[Callable[[Any], Any] | None, Callable[[Any], Any]]] = {
    "alternate_names": (None, tuple),
    "categories": (None, tuple),
    "languages": (None, tuple),
    "place": (None, _pair),
    "address": (
        lambda one: [one.line, one.city, one.state, one.postal_code],
        lambda flat: Address(*flat),
    ),
    "phones": (
        lambda phones: [[one.number, one.kind, one.words, one.extension] for one in phones],
        lambda flat: tuple(Phone(number, PhoneKind(kind), *more) for number, kind, *more in flat),
    ),
    "hours": (_hours, _read_hours),
    "facts": (_facts, _read_facts),
    "status": (_STATUSES.index, _STATUSES.__getitem__),
    "status_until": (date.toordinal, _day),
    "due_on": (date.toordinal, _day),
    "verified": (_verified, _read_verified),
    "capacities": (lambda several: list(map(_capacity, several)), lambda flat: tuple(map(_read_capacity, flat))),
    "alerts": (lambda several: list(map(_alert, several)), lambda flat: tuple(map(_read_alert, flat))),
    "reported": (lambda several: list(map(_report, several)), lambda flat: tuple(map(_read_report, flat))),
}
_FIELDS = tuple(
    (
        one.name,
        one.default_factory() if one.default_factory is not MISSING else one.default,
        *_CODECS.get(one.name, (None, None)),
    )
    for one in fields(Entry)
)
"""Of each field of an entry: its name, its default, and how its value becomes JSON and comes back."""
_DEFAULTS = {name: default for name, default, _, _ in _FIELDS}
