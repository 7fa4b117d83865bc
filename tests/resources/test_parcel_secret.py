"""What a station hid stays hidden, whatever a parcel says of it (S-13, S-14)."""

from dataclasses import replace

import pytest

from navigator.resources import writing
from navigator.resources.fields import Record
from navigator.resources.model import Address, Capacity
from navigator.resources.stewardship.pairs import Held, hold
from navigator.resources.stewardship.removing import remove
from tests.resources.remains import tables
from tests.resources.stations import CEDAR, HARBOR, carried

OTHER_DOOR = replace(HARBOR, source_id="source:harbor 2", address=Address("99 Loquat Road", "Philadelphia", "PA"))
TELLING = ("12 example", "loquat")


def found_in(desk, *words):
    """The tables in which one of the words stands, save where texts wait for a person."""
    return {
        name for name, text in tables(desk.station.directory, "quarantine").items() if any(w in text for w in words)
    }


@pytest.fixture
def hidden(office, car, stick):
    """A service that the office shows and the car hides."""
    (harbor,) = office.load(HARBOR)
    carried(office, car, stick)
    car.secrecy.hide(car.actor, harbor.id)
    return harbor


class TestHiddenHere:
    def test_a_row_of_an_import_that_was_settled_hides_for_good(self, office, car, stick, clock):
        (harbor,) = office.load(HARBOR)
        carried(office, car, stick)
        row = Record(replace(HARBOR, id="", address=None, confidential=True, description=""))
        with car.station.directory.writing() as session:
            hold(session, [Held(harbor.id, row, "", "k", "b", 80.0, ())], clock())
        (pair,) = car.duplicates.pairs(car.actor)
        car.duplicates.settle_held(car.actor, pair.id, same=True)
        carried(office, car, stick)
        assert car.named(HARBOR.name).confidential
        assert not found_in(car, *TELLING)

    def test_what_left_and_comes_back_comes_hidden(self, office, car, stick, hidden):
        record = office.records()[hidden.id]
        with office.station.directory.writing() as session:
            remove(session, [hidden.id])
        assert carried(office, car, stick).removed == 1
        with office.station.directory.writing() as session:
            writing.add(session, [record], "test", known=True)
        carried(office, car, stick)
        assert car.named(HARBOR.name).confidential
        assert not found_in(car, *TELLING)

    @pytest.mark.parametrize("door", [0, 1])
    def test_a_place_that_moves_to_another_service_stays_hidden_and_so_does_the_other(self, office, car, stick, door):
        doors = [entry.id for entry in office.load(HARBOR, OTHER_DOOR, CEDAR) if entry.name == HARBOR.name]
        carried(office, car, stick)
        car.secrecy.hide(car.actor, doors[0])
        office.duplicates.merge(office.actor, office.named(CEDAR.name).id, doors[door], {})
        carried(office, car, stick)
        office.duplicates.unmerge(office.actor, doors[door])
        carried(office, car, stick)
        assert [entry.confidential for entry in car.entries() if entry.name == HARBOR.name] == [True, True]
        assert not found_in(car, *TELLING)

    def test_a_place_that_only_an_import_here_hid_is_not_opened(self, office, car, stick):
        car.load(replace(HARBOR, address=None, confidential=True))
        office.load(HARBOR)
        carried(office, car, stick)
        assert car.named(HARBOR.name).confidential
        assert not found_in(car, *TELLING)

    def test_words_that_a_parcel_brings_for_it_wait_once(self, office, car, stick, clock, hidden):
        words = "Ask at 12 Example Street."
        office.alerts.put(office.actor, hidden.id, words, clock().date(), None)
        told = Capacity("bed", 3, 18, "women", "Mr. Tran at 12 Example Street", clock())
        office.directory.report_capacity(office.actor, hidden.id, told)
        carried(office, car, stick)
        waiting = {one.field: one for one in car.secrecy.waiting(car.actor)}
        assert waiting["alert"].text == words
        assert waiting["room"].text == "women; Mr. Tran at 12 Example Street"
        assert [one.available for one in car.named(HARBOR.name).capacities] == [3]
        assert not found_in(car, *TELLING)
        car.secrecy.delete(car.actor, waiting["alert"].id)
        carried(office, car, stick)
        assert "alert" not in {one.field for one in car.secrecy.waiting(car.actor)}

    def test_what_a_person_released_here_outlives_the_next_parcel(self, office, car, stick, hidden):
        (text,) = [one for one in car.secrecy.waiting(car.actor) if one.field == "description"]
        car.secrecy.release(car.actor, text.id, "description", "Two nights.")
        carried(office, car, stick)
        assert car.named(HARBOR.name).description == "Two nights."

    def test_who_revealed_it_here_is_followed_though_its_ids_changed(self, office, car, stick):
        office.load(HARBOR)
        car.load(HARBOR)
        car.secrecy.hide(car.actor, car.named(HARBOR.name).id)
        carried(office, car, stick)
        car.secrecy.reveal(car.actor, car.named(HARBOR.name).id)
        carried(office, car, stick)
        assert car.values() == office.values()


class TestHiddenByThePublisher:
    def test_what_was_edited_here_waits_for_a_person(self, office, car, stick, clock):
        (harbor,) = office.load(HARBOR)
        carried(office, car, stick)
        clock.forward(hours=1)
        seen = car.desk.view(car.actor, harbor.id).seen
        car.desk.edit(car.actor, harbor.id, {"bring": "Photo ID", "eligibility": "Women only"}, seen)
        office.secrecy.hide(office.actor, harbor.id)
        assert carried(office, car, stick).proposed == 0
        waiting = {(one.field, one.text) for one in car.secrecy.waiting(car.actor)}
        assert waiting == {("bring", "Photo ID"), ("eligibility", "Women only")}
        assert car.values() == office.values()

    def test_a_place_that_was_hidden_in_both_before_the_first_parcel_is_revealed_by_the_publisher(
        self, office, car, stick
    ):
        both = replace(HARBOR, address=None, confidential=True)
        office.load(both)
        car.load(both)
        carried(office, car, stick)
        office.secrecy.reveal(office.actor, office.named(HARBOR.name).id)
        carried(office, car, stick)
        assert not car.named(HARBOR.name).confidential

    def test_a_new_place_of_a_revealed_service_comes_with_its_address(self, office, car, stick):
        (harbor,) = office.load(HARBOR)
        office.secrecy.hide(office.actor, harbor.id)
        carried(office, car, stick)
        office.secrecy.reveal(office.actor, harbor.id)
        new = replace(OTHER_DOOR, id="door-2", service_id=harbor.service_id)
        with office.station.directory.writing() as session:
            writing.add(session, [Record(new)], "test", known=True)
        carried(office, car, stick)
        assert car.values() == office.values()
