"""What may be kept of a confidential entry: an allow-list, so a new field is left out until put here (S-13).

Three doors: `allowed` for what people here have read or written themselves, `arriving` for records that come in from
elsewhere and say themselves that they are confidential, `parted` for a record that is made confidential and whose
free text nobody has read for traces of the place yet.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from navigator.resources.field_words import words_of
from navigator.resources.fields import FACT, Record, Values, values_of, with_values
from navigator.resources.model import Capacity, DatedHours, Entry, Hours, Phone

RELEASABLE = (
    *("alternate_names", "kind", "description", "eligibility", "payment", "language_text", "status_reason"),
    "discreet_label",
)
"""Fields that text which somebody has read may fill."""
_FREE_TEXT = (*RELEASABLE, "bring", "note")
_UNREAD = frozenset(
    {
        *("name", "organization", "categories", "phones", "hours", "minimum_age", "maximum_age", "languages"),
        *("status", "status_until", "duplicate_of"),
    }
)
_NUMBER = re.compile(r"[0-9+(][0-9+()./ *#-]{1,24}")
_EXTENSION = re.compile(r"[0-9*#]{0,10}")


@dataclass(frozen=True)
class Parted:
    """A record that was made confidential, and by field the free text that must wait for a person."""

    kept: Record
    free_text: Mapping[str, str]


def allowed(entry: Entry) -> Entry:
    """A confidential entry with what S-13 allows, its free text read by a person; others as they are."""
    if not entry.confidential:
        return entry
    return replace(
        _bare(entry),
        alternate_names=entry.alternate_names,
        kind=entry.kind,
        description=entry.description,
        eligibility=entry.eligibility,
        payment=entry.payment,
        language_text=entry.language_text,
        status_reason=entry.status_reason,
        discreet_label=entry.discreet_label,
        phones=entry.phones,
        hours=entry.hours,
        capacities=entry.capacities,
        verified=entry.verified,
        due_on=entry.due_on,
        alerts=entry.alerts,
        reported=entry.reported,
        source=entry.source,
        seen=entry.seen,
    )


def arriving(entry: Entry) -> Entry:
    """As `allowed`, without a description: only a person here can release one."""
    return replace(allowed(entry), description="") if entry.confidential else entry


def stripped(entry: Entry) -> Entry:
    """`entry` made confidential now: no free text of it is kept, for nobody has read it for traces of the place."""
    return replace(
        _bare(entry),
        phones=tuple(_dialled(entry.phones)),
        hours=tuple(_typed(entry.hours)),
        capacities=tuple(_counted(capacity) for capacity in entry.capacities),
    )


def parted(record: Record) -> Parted:
    """The record made confidential, and its free text. Address, ZIP, position, link and extra are in neither."""
    entry, told = record.entry, values_of(record)
    free = {key: "; ".join(words_of(key, told[key])) for key in _FREE_TEXT if key in told}
    free |= {"phones": _words(_said_of_phones(entry.phones)), "hours": _words(_said_of_hours(entry.hours))}
    kept = Record(stripped(entry))
    return Parted(kept, MappingProxyType({key: text for key, text in free.items() if text}))


def unread(values: Values) -> Values:
    """Of a record's values, as history and proposals hold them, those that stay when it is made confidential."""
    nothing = Record(Entry(id="", service_id="", name=""))
    told = values_of(Record(stripped(with_values(nothing, values).entry)))
    safe = (key for key in values if is_kept_unread(key))
    return {key: told.get(key) for key in safe if values[key] is None or key in told}


def is_kept_unread(field: str) -> bool:
    """Whether a confidential entry keeps the field though nobody has read it: typed values, no free text."""
    return field in _UNREAD or field.startswith(FACT)


def _bare(entry: Entry) -> Entry:
    return Entry(
        id=entry.id,
        service_id=entry.service_id,
        name=entry.name,
        organization=entry.organization,
        categories=entry.categories,
        facts=entry.facts,
        minimum_age=entry.minimum_age,
        maximum_age=entry.maximum_age,
        languages=entry.languages,
        status=entry.status,
        status_until=entry.status_until,
        duplicate_of=entry.duplicate_of,
        confidential=True,
        national=entry.national,
        invented=entry.invented,
        source_id=entry.source_id,
    )


def _dialled(phones: Iterable[Phone]) -> Iterable[Phone]:
    """The numbers without their words. What is no number may be anything, so it waits with the words."""
    for phone in phones:
        if _NUMBER.fullmatch(phone.number):
            extension = phone.extension if _EXTENSION.fullmatch(phone.extension) else ""
            yield Phone(phone.number, phone.kind, extension=extension)


def _typed(hours: Iterable[Hours]) -> Iterable[Hours]:
    """What was read out of the hours; a text that could not be read waits."""
    for one in hours:
        dated = tuple(replace(day, words="") for day in one.exceptions)
        if one.spans or dated or one.by_appointment:
            yield replace(one, text="", exceptions=dated)


def _said_of_phones(phones: Iterable[Phone]) -> Iterable[str]:
    for phone in phones:
        number = phone.number if _NUMBER.fullmatch(phone.number) else ""
        odd = (phone.number if not number else "", "" if _EXTENSION.fullmatch(phone.extension) else phone.extension)
        said = " ".join(part for part in (*odd, phone.words) if part)
        if said:
            yield f"{number}: {said}" if number else said


def _said_of_hours(hours: Iterable[Hours]) -> Iterable[str]:
    for one in hours:
        if one.text:
            yield f"{one.kind}: {one.text}"
        yield from (_said_of_day(day) for day in one.exceptions if day.words)


def _said_of_day(day: DatedHours) -> str:
    return f"{day.on.isoformat()}: {day.words}"


def _words(lines: Iterable[str]) -> str:
    return "; ".join(lines)


def _counted(capacity: Capacity) -> Capacity:
    return replace(capacity, restriction="", said_by="")
