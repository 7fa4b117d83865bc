"""What waits on the demo station's directory desk: invented reports, alerts and twins, at invented services alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from navigator.access import Actor
from navigator.city import City
from navigator.resources.categories import load_categories
from navigator.resources.directory import Directory
from navigator.resources.fields import FIELDS
from navigator.resources.hours_text import read_hours_text
from navigator.resources.keeping import Keeping, open_keeping
from navigator.resources.model import Entry, Fact, HoursKind, Phone, Tri
from navigator.storage.station import Station

Change = Callable[[Entry], Entry]


def report_changes(station: Station, clinician: Actor, city: City) -> None:
    """What a clinician of the demo station told the desk."""
    at = _desk(station, clinician, city)
    at.propose(
        "lantern-womens-shelter",
        "Night desk says the old line is dead. Intake moved to 6 PM.",
        lambda one: replace(one, phones=(Phone("267-555-0195", words="night desk"),)),
        lambda one: replace(one, hours=read_hours_text("Daily 6 PM - 10 PM", HoursKind.INTAKE).hours),
        lambda one: replace(one, facts=dict(one.facts) | {Fact.POLICE_DROP_OFF: Tri.YES}),
    )
    at.propose(
        "kite-youth-center",
        "They take people up to 24 now. Mx. Rivera told me at the door.",
        lambda one: replace(one, maximum_age=24),
    )
    at.tell("Looked for a bed for a man with a dog at 3 AM. Nothing fits.")


def keep_desk(station: Station, social_worker: Actor, city: City) -> None:
    """What the social worker of the demo station did and has yet to do."""
    at = _desk(station, social_worker, city)
    at.alert("common-table", "Lunch only: no groceries while the fridge is repaired.", starts=-2, ends=5)
    at.alert("second-step-house", "Closed for repairs.", starts=-6, ends=0)
    at.keeping.duplicates.search_twins(social_worker)
    at.keeping.station_place.choose(social_worker, next(iter(city.zips)))


@dataclass(frozen=True)
class _Desk:
    """The desk of one account, and the invented services by their short names."""

    keeping: Keeping
    actor: Actor
    entries: Mapping[str, Entry]
    today: date

    def propose(self, place: str, words: str, *changes: Change) -> None:
        entry = self.entries[f"demo:{place}"]
        changed = entry
        for change in changes:
            changed = change(changed)
        values = {key: one.read(changed) for key, one in FIELDS.items() if one.read(changed) != one.read(entry)}
        self.keeping.proposals.propose(self.actor, entry.id, values, words)

    def tell(self, words: str) -> None:
        self.keeping.proposals.propose(self.actor, None, {}, words)

    def alert(self, place: str, words: str, *, starts: int, ends: int) -> None:
        """`starts` and `ends` are days from today."""
        first, last = (self.today + timedelta(days=days) for days in (starts, ends))
        self.keeping.alerts.put(self.actor, self.entries[f"demo:{place}"].id, words, first, last)


def _desk(station: Station, actor: Actor, city: City) -> _Desk:
    entries = {entry.source_id: entry for entry in Directory(station.directory).entries(actor) if entry.invented}
    today = station.clock().astimezone(city.zone).date()
    return _Desk(open_keeping(station.directory, city, load_categories()), actor, entries, today)
