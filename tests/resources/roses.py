"""A record whose place stands in every field and every text, and what is left of it in a store."""

from datetime import UTC, date, datetime

from navigator.resources import writing
from navigator.resources.fields import Record
from navigator.resources.model import (
    Address,
    Capacity,
    DatedHours,
    Entry,
    Fact,
    Hours,
    HoursKind,
    Outcome,
    Phone,
    Span,
    Tri,
    Verification,
)
from navigator.resources.stewardship.changing import Act, Hand, change
from tests.resources.remains import tables
from tests.resources.stations import StationDesk

NOW = datetime(2026, 11, 23, 7, 14, tzinfo=UTC)
CANARY = "Kumquat"
"""Stands in every free text; the place itself is told by these:"""
PLACE = ("Quincefield", "Medlarton", "19999", "Loquat Hill", "39.987654", "75.123456", "persimmon.example", "Damson")
WHOLE = Entry(
    id="",
    service_id="",
    name="Rose Safe Home",
    organization="Example Trust",
    alternate_names=(f"{CANARY} house",),
    categories=("shelter",),
    kind=f"Kind {CANARY}",
    description=f"Description {CANARY}",
    address=Address("12 Quincefield Street", "Medlarton", "PA", "19999"),
    directions="In by the Damson gate",
    area="Loquat Hill",
    place=(39.987654, -75.123456),
    phones=(Phone("215-555-0142", words=f"desk {CANARY}"), Phone(f"ask at {CANARY}")),
    hours=(
        Hours(HoursKind.INTAKE, (Span(0, 60),), f"early {CANARY}"),
        Hours(HoursKind.MEALS, exceptions=(DatedHours(date(2026, 12, 25), ((60, 90),), f"feast {CANARY}"),)),
        Hours(HoursKind.OFFICE, text=f"never {CANARY}"),
    ),
    eligibility=f"Eligible {CANARY}",
    facts={Fact.WOMEN: Tri.YES},
    minimum_age=18,
    payment=f"Payment {CANARY}",
    languages=("English", "Khmer"),
    language_text=f"Language {CANARY}",
    bring=f"Bring {CANARY}",
    url="https://persimmon.example/rose",
    status_reason=f"Reason {CANARY}",
    discreet_label=f"Label {CANARY}",
    note=f"Note {CANARY}",
    capacities=(Capacity("bed", 3, 18, f"wing {CANARY}", f"guard {CANARY}", NOW),),
    verified=Verification(NOW, "Lena M.", f"method {CANARY}", f"source {CANARY}", Outcome.CONFIRMED, date(2027, 2, 1)),
    source="Example list",
    source_id="source:rose",
    seen="2026",
)
EXTRA = {part: {"x_place": "12 Quincefield Street", "id": part} for part in ("organization", "service", "location")}
ROSE = Record(WHOLE, EXTRA | {"at_location": {"x_way": "Damson"}})
OTHER = Entry("", "", "Cedar Shelter", organization="Example Trust", phones=(Phone("215-555-0143"),))


def added(office: StationDesk, *records: Record) -> tuple[str, ...]:
    with office.station.directory.writing() as session:
        return writing.add(session, records, office.actor.id)


def changed(office: StationDesk, entry_id: str, **values: object) -> None:
    with office.station.directory.writing() as session:
        change(session, entry_id, values, Hand(office.actor, Act.IMPORTED, NOW, "batch"))


def left(office: StationDesk, words: tuple[str, ...], *but: str) -> dict[str, list[str]]:
    """Where which of the words still stand."""
    found = tables(office.station.directory, *but)
    told = {name: [word for word in words if word.casefold() in text] for name, text in found.items()}
    return {name: words for name, words in told.items() if words}
