"""What the editor's form holds as text, input by input: filled from a record, kept as a draft, read back as values."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from navigator.resources.fields import FACT, Record, Value, label_of, values_of
from navigator.resources.hours import lines
from navigator.resources.model import Entry, Fact, Hours, HoursKind, Phone, PhoneKind

Content = Mapping[str, str]
"""Text by input; an empty input has none. Most inputs are named like their field (`resources.fields`)."""

TEXTS = (
    *("name", "organization", "kind", "description", "area", "directions", "eligibility", "payment"),
    *("language_text", "bring", "url", "status", "status_reason", "status_until", "discreet_label", "note"),
    *("source", "seen"),
)
LISTS = ("alternate_names", "categories", "languages")
"""One to a line."""
NUMBERS = ("minimum_age", "maximum_age")
FACTS = tuple(FACT + fact.value for fact in Fact)
ADDRESS = ("line", "city", "state", "postal_code")
PART = "address."
"""Before the name of a part of the address."""
ALERT_WORDS, ALERT_STARTS, ALERT_ENDS = ALERT = ("alert.words", "alert.starts", "alert.ends")
"""A new alert: no fields of the record, but typed, kept and saved with them."""
INPUTS = (*TEXTS, *LISTS, *NUMBERS, *FACTS, "phones", "hours", *(PART + part for part in ADDRESS), *ALERT)
NOT_KEPT = ("address", "area", "directions", "bring", "url", "note")
"""Fields that a confidential record does not have (S-13); the tests hold this to `confidential.allowed`."""

_ADDRESS_LABELS = {"line": "Street and number", "city": "City", "state": "State", "postal_code": "ZIP"}
_ALERT_LABELS = {ALERT_WORDS: "What is so", ALERT_STARTS: "From", ALERT_ENDS: "Until"}


@dataclass(frozen=True)
class PhoneLine:
    """One telephone as it is typed."""

    number: str = ""
    kind: PhoneKind = PhoneKind.VOICE
    words: str = ""
    extension: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.number or self.words or self.extension)


@dataclass(frozen=True)
class HoursLine:
    """One text of hours as it is typed, and what is open then."""

    text: str = ""
    kind: HoursKind = HoursKind.UNKNOWN


def written(record: Record) -> dict[str, str]:
    """The record as the form shows it."""
    values, entry = values_of(record), record.entry
    found = {key: str(values[key]) for key in (*TEXTS, *NUMBERS, *FACTS) if key in values}
    found |= {key: "\n".join(values[key]) for key in LISTS if key in values}
    found |= {PART + key: text for key, text in values.get("address", {}).items()}
    found["phones"] = phones_text([PhoneLine(one.number, one.kind, one.words, one.extension) for one in entry.phones])
    found["hours"] = hours_text([line for line, _hours in hours_groups(entry.hours)])
    return {key: text for key, text in found.items() if text}


def field_of(key: str) -> str:
    """The field that an input belongs to."""
    return "address" if key.startswith(PART) else key


def input_label(key: str) -> str:
    if key in ALERT:
        return _ALERT_LABELS[key]
    return _ADDRESS_LABELS[key.removeprefix(PART)] if key.startswith(PART) else label_of(key)


def is_kept(entry: Entry, key: str) -> bool:
    """Whether the record may have that field: a confidential one has an allow-list (S-13)."""
    return not (entry.confidential and field_of(key) in NOT_KEPT)


def lines_of(text: str) -> tuple[str, ...]:
    """One to a line, without what is empty or said twice."""
    return tuple(dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()))


def phones_text(phones: Sequence[PhoneLine]) -> str:
    kept = [[one.number, one.kind.value, one.words, one.extension] for one in phones if not one.is_empty]
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def phone_lines(text: str) -> tuple[PhoneLine, ...]:
    return tuple(PhoneLine(one[0], PhoneKind(one[1]), one[2], one[3]) for one in json.loads(text or "[]"))


def hours_text(hours: Sequence[HoursLine]) -> str:
    kept = [[one.text, one.kind.value] for one in hours if one.text.strip()]
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def hours_lines(text: str) -> tuple[HoursLine, ...]:
    return tuple(HoursLine(one[0], HoursKind(one[1])) for one in json.loads(text or "[]"))


def hours_groups(hours: Sequence[Hours]) -> tuple[tuple[HoursLine, tuple[Hours, ...]], ...]:
    """Each line that the form shows, with the hours it stands for: those that were read from one text are one line."""
    groups: dict[str, list[Hours]] = {}
    for one in hours:
        groups.setdefault(one.text or _said(one), []).append(one)
    return tuple((HoursLine(text, found[0].kind), tuple(found)) for text, found in groups.items() if text)


def phone_of(line: PhoneLine) -> Phone:
    return Phone(line.number, line.kind, line.words, line.extension)


def _said(hours: Hours) -> str:
    """Hours that came without words, in words that are read back as the same."""
    return "; ".join(lines((replace(hours, kind=HoursKind.OFFICE, exceptions=()),)))


def as_value(key: str, text: str) -> Value:
    """The value of a field that is one input of plain text, list or number."""
    text = text.strip()
    if key in LISTS:
        return list(lines_of(text)) or None
    if key in NUMBERS:
        return int(text) if text else None
    return text or None
