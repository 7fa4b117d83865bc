"""A parcel makes two directories equal, and says of which day they are (S-14)."""

from contextlib import ExitStack
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from navigator.resources import writing
from navigator.resources.fields import Record
from navigator.resources.model import Barred
from navigator.resources.stewardship.do_not_list import DoNotList
from navigator.resources.stewardship.rows import ChangeRow
from tests.resources.stations import CEDAR, HARBOR, PLACE, carried, published, received, station_at
from tests.resources.strategies import RECORDS


class TestEqualDirectories:
    def test_a_parcel_makes_the_other_directory_equal(self, office, car, stick):
        office.load(HARBOR, replace(HARBOR, address=replace(PLACE, line="9 Other Street")), CEDAR)
        done = carried(office, car, stick)
        assert car.values() == office.values()
        assert (done.number, done.entries, done.added, done.removed) == (1, 3, 3, 0)

    def test_what_both_stations_started_with_gets_the_publishers_ids(self, office, car, stick):
        office.load(HARBOR, CEDAR)
        before = {entry.name: entry for entry in car.load(HARBOR, CEDAR)}
        done = carried(office, car, stick)
        assert (done.added, done.changed, done.removed) == (0, 0, 0)
        assert car.values() == office.values()
        for old in before.values():
            assert car.directory.entry(car.actor, old.id) == car.named(old.name)

    def test_places_of_one_service_stay_places_of_one_service(self, office, car, stick):
        two = (HARBOR, replace(HARBOR, address=replace(PLACE, line="9 Other Street")))
        office.load(*two)
        car.load(*(replace(one, service_id=str(at)) for at, one in enumerate(two)))
        carried(office, car, stick)
        assert car.values() == office.values()

    def test_the_next_parcel_changes_only_what_changed(self, office, car, stick, clock):
        office.load(HARBOR, CEDAR)
        carried(office, car, stick)
        clock.forward(days=1)
        harbor = office.named(HARBOR.name)
        seen = office.desk.view(office.actor, harbor.id).seen
        office.desk.edit(office.actor, harbor.id, {"bring": "Photo ID"}, seen)
        done = carried(office, car, stick)
        assert (done.number, done.added, done.changed, done.removed) == (2, 0, 1, 0)
        assert car.values() == office.values()
        with car.station.directory.reading() as session:
            (row,) = session.scalars(select(ChangeRow))
        assert (row.entry_id, row.act, row.after) == (harbor.id, "received in a parcel", {"bring": "Photo ID"})

    def test_what_the_publisher_has_no_more_leaves(self, office, car, stick):
        office.load(CEDAR)
        gone = car.load(HARBOR, CEDAR)
        done = carried(office, car, stick)
        assert (done.removed, done.stayed) == (1, 0)
        assert car.values() == office.values()
        assert len(gone) == 2

    def test_the_do_not_list_travels_and_the_stations_own_stays(self, office, car, stick):
        office.directory.load(office.actor, [CEDAR], [Barred("Bad House", "Closed in May.")], "test")
        car.directory.load(car.actor, [], [Barred("Own House", "Said no."), Barred("bad house", "Old.")], "test")
        carried(office, car, stick)
        listed = DoNotList(car.station.directory).barred(car.actor)
        assert {(bar.name, bar.reason) for bar in listed} == {
            ("Bad House", "Closed in May."),
            ("Own House", "Said no."),
        }

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(first=st.lists(RECORDS, max_size=4), then=st.lists(RECORDS, max_size=4))
    def test_any_directory_arrives_as_it_is(self, laid_once, tmp_path_factory, clock, first, then):
        folder = tmp_path_factory.mktemp("any")
        with ExitStack() as stack:
            office, car = (stack.enter_context(station_at(laid_once, folder / one / "station", clock)) for one in "ab")
            for at, records in enumerate((first, then)):
                with office.station.directory.writing() as session:
                    writing.add(session, [_of(record, at) for record in records], "test")
                carried(office, car, folder / "any.parcel")
                assert car.values() == office.values()


def _of(record: Record, at: int) -> Record:
    """Some of them confidential, some of one service."""
    hidden = len(record.entry.name) % 3 == 0
    shared = f"{at} {len(record.entry.note) % 2}"
    return replace(record, entry=replace(record.entry, confidential=hidden, service_id="" if hidden else shared))


class TestStanding:
    def test_the_station_knows_of_which_day_its_directory_is(self, office, car, stick, clock):
        office.load(HARBOR)
        told = published(office, stick)
        received(car, stick)
        stands = car.parcels.standing(car.actor)
        assert (stands.received, stands.number, stands.day.isoformat()) == (True, 1, "2026-11-23")
        assert stands.fingerprint == told.fingerprint == office.parcels.standing(office.actor).fingerprint

    def test_a_newer_parcel_in_the_folder_is_found(self, office, car, stick, clock):
        office.load(HARBOR)
        carried(office, car, stick)
        car.parcels.watch(car.actor, stick.parent)
        (stick.parent / "broken.parcel").write_bytes(b"x")
        assert car.parcels.newest_in(car.actor) is None
        published(office, stick)
        published(office, stick.with_name("newer.parcel"))
        assert car.parcels.newest_in(car.actor).path.name == "newer.parcel"
