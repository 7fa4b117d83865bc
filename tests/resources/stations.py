"""Two stations side by side: one that publishes the directory and one that receives it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from navigator.access import Actor
from navigator.city import load_city
from navigator.resources import reading
from navigator.resources.categories import load_categories
from navigator.resources.directory import Directory
from navigator.resources.fields import Record, values_of
from navigator.resources.model import Address, Entry, Phone
from navigator.resources.parcel.outcomes import Published, Received
from navigator.resources.parcel.parcels import Parcels
from navigator.resources.stewardship.alerts import Alerts
from navigator.resources.stewardship.duplicates import Duplicates
from navigator.resources.stewardship.proposals import Proposals
from navigator.resources.stewardship.records import Records
from navigator.resources.stewardship.secrecy import Secrecy
from navigator.storage.station import Station
from tests.conftest import PASSPHRASE, FakeClock, Laid

PLACE = Address("12 Example Street", "Philadelphia", "PA", "19134")
HARBOR = Entry(
    *("", "harbor", "Harbor Withdrawal Unit"),
    organization="Example Health",
    address=PLACE,
    phones=(Phone("215-555-0142"),),
    description="Two nights at most.",
    source_id="source:harbor",
)
CEDAR = Entry("", "cedar", "Cedar Shelter", phones=(Phone("215-555-0143"),), source_id="source:cedar")


@dataclass
class StationDesk:
    """A station with its supervisor signed in, and what the tests of this folder do there."""

    station: Station
    actor: Actor

    def __post_init__(self) -> None:
        store, city = self.station.directory, load_city("philadelphia")
        self.directory = Directory(store)
        self.desk = Records(store)
        self.alerts = Alerts(store, city.zone)
        self.proposals = Proposals(store, load_categories(), city.zone)
        self.duplicates = Duplicates(store)
        self.secrecy = Secrecy(store)
        self.parcels = Parcels(store, city)

    def load(self, *entries: Entry) -> tuple[Entry, ...]:
        self.directory.load(self.actor, entries, [], "test")
        return self.entries()

    def entries(self) -> tuple[Entry, ...]:
        return self.directory.entries(self.actor)

    def named(self, name: str) -> Entry:
        (found,) = [entry for entry in self.entries() if entry.name == name]
        return found

    def records(self) -> dict[str, Record]:
        with self.station.directory.reading() as session:
            return {record.entry.id: record for record in reading.records(session)}

    def values(self) -> dict[str, object]:
        """Everything that two equal directories have in common."""
        return {
            entry_id: (record.entry.service_id, record.entry.confidential, record.entry.national, values_of(record))
            for entry_id, record in self.records().items()
        }


@contextmanager
def station_at(laid: Laid, folder: Path, clock: FakeClock, name: str = "supervisor") -> Iterator[StationDesk]:
    """A station of its own in `folder`, a copy of `laid`."""
    shutil.copytree(laid.folder, folder)
    folder.parent.chmod(0o700)
    station = Station(folder, clock)
    yield StationDesk(station, station.sign_in(name, PASSPHRASE))
    station.close()


def published(office: StationDesk, stick: Path) -> Published:
    return office.parcels.publish(office.actor, stick)


def received(car: StationDesk, stick: Path, trust: str | None = None) -> Received:
    """Trusts the key the first time, as a command line does."""
    trust = trust or car.parcels.look(car.actor, stick).fingerprint
    return car.parcels.receive(car.actor, stick, trust=trust)


def carried(office: StationDesk, car: StationDesk, stick: Path) -> Received:
    published(office, stick)
    return received(car, stick)
