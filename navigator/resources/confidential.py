"""What may be kept of a confidential entry: an allow-list, so a new field is left out until put here (S-13)."""

from dataclasses import replace

from navigator.resources.model import Capacity, Entry, Hours, Phone


def allowed(entry: Entry) -> Entry:
    """A confidential entry with what S-13 allows, its free text read by whoever wrote the file; others as they are."""
    if not entry.confidential:
        return entry
    return replace(
        _bare(entry),
        alternate_names=entry.alternate_names,
        kind=entry.kind,
        phones=entry.phones,
        hours=entry.hours,
        eligibility=entry.eligibility,
        payment=entry.payment,
        language_text=entry.language_text,
        status_reason=entry.status_reason,
        capacities=entry.capacities,
        verified=entry.verified,
        due_on=entry.due_on,
        source=entry.source,
        source_id=entry.source_id,
        seen=entry.seen,
    )


def stripped(entry: Entry) -> Entry:
    """`entry` made confidential now: no free text of it is kept, for nobody has read it for traces of the place."""
    return replace(
        _bare(entry),
        phones=tuple(Phone(phone.number, phone.kind, extension=phone.extension) for phone in entry.phones),
        hours=tuple(_typed(hours) for hours in entry.hours),
        capacities=tuple(_counted(capacity) for capacity in entry.capacities),
    )


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
        confidential=True,
        national=entry.national,
        invented=entry.invented,
        discreet_label=entry.discreet_label,
    )


def _typed(hours: Hours) -> Hours:
    dated = tuple(replace(day, words="") for day in hours.exceptions)
    return replace(hours, text="", exceptions=dated)


def _counted(capacity: Capacity) -> Capacity:
    return replace(capacity, restriction="", said_by="")
