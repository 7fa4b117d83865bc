"""What goes back from a station to the publisher (S-14)."""

import pytest

from navigator.errors import BadInput
from navigator.resources.model import Capacity, Phone
from tests.resources.remains import tables
from tests.resources.stations import HARBOR, carried, published, received, station_at


class TestTheWayBack:
    def test_proposals_come_to_the_desk_once_and_their_answer_goes_back(self, office, car, stick):
        (harbor,) = office.load(HARBOR)
        carried(office, car, stick)
        car.proposals.propose(car.actor, harbor.id, {"phones": [{"number": "215-555-0199", "kind": "voice"}]})
        back = stick.with_name("back.parcel")
        car.parcels.send_back(car.actor, back)
        taken = office.parcels.take_back(office.actor, back)
        assert (taken.proposals, taken.is_new) == (1, True)
        assert office.parcels.take_back(office.actor, back).proposals == 0
        (proposal,) = office.proposals.waiting(office.actor)
        office.proposals.take(office.actor, proposal.id, ["phones"])
        carried(office, car, stick)
        assert car.named(HARBOR.name).phones == (Phone("215-555-0199"),)
        assert car.named(HARBOR.name).reported == ()
        assert car.values() == office.values()

    def test_what_a_station_added_becomes_an_entry_of_the_publishers(self, office, car, stick):
        office.load(HARBOR)
        carried(office, car, stick)
        values = {"name": "Soup at the corner", "categories": ["shelter"]}
        (soup,) = car.desk.add(car.actor, values)
        back = stick.with_name("back.parcel")
        car.parcels.send_back(car.actor, back)
        office.parcels.take_back(office.actor, back)
        (proposal,) = office.proposals.waiting(office.actor)
        office.proposals.take(office.actor, proposal.id, list(values))
        done = carried(office, car, stick)
        assert (done.stayed, done.removed) == (0, 0)
        assert car.values() == office.values()
        assert car.directory.entry(car.actor, soup.id).name == "Soup at the corner"

    def test_beds_come_back_and_the_newest_counts(self, office, car, stick, clock):
        (harbor,) = office.load(HARBOR)
        carried(office, car, stick)
        clock.forward(hours=1)
        car.directory.report_capacity(car.actor, harbor.id, Capacity("bed", 7, 18, "", "Ms. Bell", clock()))
        back = stick.with_name("back.parcel")
        car.parcels.send_back(car.actor, back)
        assert office.parcels.take_back(office.actor, back).rooms == 1
        assert [one.available for one in office.named(HARBOR.name).capacities] == [7]

    def test_of_a_place_that_was_hidden_meanwhile_no_word_is_kept_unread(self, office, car, stick, clock):
        (harbor,) = office.load(HARBOR)
        carried(office, car, stick)
        clock.forward(minutes=5)
        street = {"line": "77 Quince Street"}
        told = {
            "address": street,
            "directions": "By the damson gate",
            "phones": [{"number": "5550199", "kind": "voice"}],
        }
        car.proposals.propose(car.actor, harbor.id, told, "They moved to 77 Quince Street.")
        room = Capacity("bed", 1, 2, "at 12 Example Street", "Bob", clock())
        car.directory.report_capacity(car.actor, harbor.id, room)
        back = stick.with_name("back.parcel")
        car.parcels.send_back(car.actor, back)
        office.secrecy.hide(office.actor, harbor.id)
        taken = office.parcels.take_back(office.actor, back)
        assert (taken.proposals, taken.rooms) == (1, 1)
        (proposal,) = office.proposals.waiting(office.actor)
        assert [one.field for one in proposal.fields] == ["phones"]
        assert [one.available for one in office.named(HARBOR.name).capacities] == [1]
        texts = {one.text for one in office.secrecy.waiting(office.actor)}
        assert texts >= {"They moved to 77 Quince Street.", "at 12 Example Street; Bob"}
        left = repr(tables(office.station.directory, "quarantine"))
        assert not [word for word in ("quince", "12 example", "damson") if word in left]

    def test_only_the_publisher_can_read_it(self, office, car, stick, laid_once, tmp_path, clock):
        (harbor,) = office.load(HARBOR)
        carried(office, car, stick)
        car.proposals.propose(car.actor, harbor.id, {"bring": "Persimmon"})
        back = stick.with_name("back.parcel")
        car.parcels.send_back(car.actor, back)
        assert b"Persimmon" not in back.read_bytes()
        with station_at(laid_once, tmp_path / "other" / "station", clock) as other:
            published(other, stick)
            with pytest.raises(BadInput, match="another publisher"):
                other.parcels.take_back(other.actor, back)
        with pytest.raises(BadInput, match="Take it back"):
            received(office, back)

    def test_without_a_parcel_there_is_nobody_to_send_to(self, car, stick):
        with pytest.raises(BadInput, match="nobody to send"):
            car.parcels.send_back(car.actor, stick)
        assert list(stick.parent.iterdir()) == []
