"""A service as it was when it was chosen, frozen into the referral (R-07), and what has changed since."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo

from navigator.errors import BadInput
from navigator.resources.hours import phrase
from navigator.resources.model import Entry, Fact, PhoneKind, Status, Tri

_NOT_OFFERED = {
    Status.CLOSED: "{name} is closed. Choose another place.",
    Status.DO_NOT_REFER: "{name} is marked “do not refer”. Choose another place.",
    Status.DUPLICATE: "{name} stands in the directory twice. Choose its other entry.",
}


@dataclass(frozen=True)
class Line:
    """A number as it is dialled, and what it is for."""

    number: str
    words: str = ""


@dataclass(frozen=True)
class Snapshot:
    """The service of a referral. Of a confidential place neither address, area nor link is kept (S-13, P-16)."""

    entry_id: str
    service_id: str
    name: str
    organization: str = ""
    categories: tuple[str, ...] = ()
    kind: str = ""
    lines: tuple[Line, ...] = ()
    address: str = ""
    city: str = ""
    area: str = ""
    directions: str = ""
    hours: str = ""
    eligibility: str = ""
    payment: str = ""
    bring: str = ""
    note: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    languages: tuple[str, ...] = ()
    confidential: bool = False
    invented: bool = False
    verified_on: date | None = None
    taken_at: datetime | None = None
    status: str = Status.ACTIVE.value
    status_until: date | None = None
    status_reason: str = ""

    @property
    def number(self) -> str:
        """The number to dial first, or ""."""
        return self.lines[0].number if self.lines else ""

    def fact(self, fact: Fact) -> Tri:
        return Tri(dict(self.facts).get(fact.value, Tri.UNKNOWN.value))


def snapshot_of(entry: Entry, now: datetime, zone: tzinfo) -> Snapshot:
    """The entry as it is now; `BadInput` for one that may not be offered (S-05)."""
    if entry.status in _NOT_OFFERED:
        raise BadInput(_NOT_OFFERED[entry.status].format(name=entry.name))
    taken = Snapshot(
        entry_id=entry.id,
        service_id=entry.service_id,
        name=entry.name,
        organization=entry.organization,
        categories=entry.categories,
        kind=entry.kind,
        lines=_lines(entry),
        address=entry.address.line if entry.address else "",
        city=entry.address.city if entry.address else "",
        area=entry.area,
        directions=entry.directions,
        hours=phrase(entry.hours),
        eligibility=entry.eligibility,
        payment=entry.payment,
        bring=entry.bring,
        note=entry.note,
        facts=tuple((fact.value, tri.value) for fact, tri in sorted(entry.facts.items())),
        languages=entry.languages,
        confidential=entry.confidential,
        invented=entry.invented,
        verified_on=entry.verified.at.astimezone(zone).date() if entry.verified else None,
        taken_at=now,
        status=entry.status.value,
        status_until=entry.status_until,
        status_reason=entry.status_reason,
    )
    return hidden(taken) if entry.confidential else taken


def hidden(snapshot: Snapshot) -> Snapshot:
    """What S-13 allows of a service that was confidential when it was chosen: somebody has read its free text."""
    return replace(snapshot, confidential=True, address="", city="", area="", directions="", bring="", note="")


def stripped(snapshot: Snapshot) -> Snapshot:
    """A service that became confidential later: no free text is kept, for nobody has read it for the place."""
    bare = tuple(Line(line.number) for line in snapshot.lines)
    return replace(hidden(snapshot), lines=bare, kind="", hours="", eligibility="", payment="", status_reason="")


def changes_since(snapshot: Snapshot, entry: Entry | None) -> tuple[str, ...]:
    """What the directory says now that the snapshot did not, in sentences; the snapshot itself never changes."""
    if entry is None:
        return ("This place is no longer in the directory.",)
    return tuple(_changes(snapshot, entry))


def _changes(snapshot: Snapshot, entry: Entry) -> Iterator[str]:
    match entry.status:
        case Status.CLOSED:
            yield "The directory now says that this place is closed."
        case Status.TEMPORARILY_CLOSED if snapshot.status != entry.status.value:
            yield "The directory now says that this place is closed for a time."
        case Status.DO_NOT_REFER:
            yield "The directory now says: do not refer here."
        case _:
            pass
    if entry.confidential and not snapshot.confidential:
        yield "This place is confidential now. Say and print no address."
    now = _lines(entry)
    if snapshot.number and snapshot.number not in {line.number for line in now}:
        newest = f" The directory now has {now[0].number}." if now else ""
        yield f"The number changed since this referral was made.{newest}"
    if snapshot.address and entry.address and entry.address.line != snapshot.address:
        yield f"The address changed: now {entry.address.line}."


def _lines(entry: Entry) -> tuple[Line, ...]:
    wanted = (PhoneKind.VOICE, PhoneKind.TEXT)
    phones = [phone for kind in wanted for phone in entry.phones if phone.kind is kind]
    return tuple(
        Line(f"{phone.number} ext. {phone.extension}" if phone.extension else phone.number, phone.words)
        for phone in phones
    )
