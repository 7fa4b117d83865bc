"""What a station keeps of its own when a parcel comes, and what stays secret (S-13, S-14)."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from navigator.resources.model import Capacity
from navigator.resources.stewardship.rows import ProposalRow
from tests.resources.remains import tables
from tests.resources.stations import CEDAR, HARBOR, carried, published, received


class TestWhatAStationKeeps:
    def test_beds_and_alerts_and_proposals_of_the_station_survive(self, office, car, stick, clock):
        office.load(HARBOR)
        car.load(HARBOR)
        harbor = car.named(HARBOR.name)
        car.directory.report_capacity(car.actor, harbor.id, Capacity("bed", 3, 18, "", "Mr. Tran", clock()))
        car.alerts.put(car.actor, harbor.id, "Lift is broken.", clock().date(), None)
        car.proposals.propose(car.actor, harbor.id, {"bring": "Photo ID"}, "They asked for it.")
        carried(office, car, stick)
        now = car.named(HARBOR.name)
        assert now.id != harbor.id
        assert [one.available for one in now.capacities] == [3]
        assert [one.words for one in now.alerts] == ["Lift is broken."]
        assert [one.entry_id for one in car.proposals.waiting(car.actor)] == [now.id]

    def test_the_newest_word_on_beds_counts(self, office, car, stick, clock):
        (harbor,) = office.load(HARBOR)
        carried(office, car, stick)
        earlier, later = clock(), clock() + timedelta(hours=1)
        office.directory.report_capacity(office.actor, harbor.id, Capacity("bed", 1, 18, "", "Mr. Tran", earlier))
        car.directory.report_capacity(car.actor, harbor.id, Capacity("bed", 7, 18, "", "Ms. Bell", later))
        carried(office, car, stick)
        assert [one.available for one in car.named(HARBOR.name).capacities] == [7]

    def test_an_alert_that_the_publisher_ended_goes(self, office, car, stick, clock):
        (harbor,) = office.load(HARBOR)
        office.alerts.put(office.actor, harbor.id, "Closed this week.", clock().date(), None)
        carried(office, car, stick)
        (alert,) = car.named(HARBOR.name).alerts
        assert alert.words == "Closed this week."
        office.alerts.end(office.actor, alert.id)
        carried(office, car, stick)
        assert not [one for one in car.named(HARBOR.name).alerts if one.is_on(clock().date() + timedelta(days=1))]

    def test_what_a_person_of_the_station_added_stays(self, office, car, stick):
        office.load(CEDAR)
        car.desk.add(car.actor, {"name": "Soup at the corner", "categories": ["shelter"]})
        done = carried(office, car, stick)
        assert (done.stayed, done.removed) == (1, 0)
        assert {entry.name for entry in car.entries()} == {CEDAR.name, "Soup at the corner"}

    def test_an_edit_of_the_station_that_a_parcel_changes_again_becomes_a_proposal(self, office, car, stick, clock):
        (harbor,) = office.load(HARBOR)
        carried(office, car, stick)
        clock.forward(hours=1)
        seen = car.desk.view(car.actor, harbor.id).seen
        car.desk.edit(car.actor, harbor.id, {"bring": "Photo ID"}, seen)
        assert carried(office, car, stick).proposed == 1
        assert car.values() == office.values()
        (proposal,) = car.proposals.waiting(car.actor)
        assert [(one.field, one.proposed) for one in proposal.fields] == [("bring", "Photo ID")]

    def test_the_clock_of_the_publisher_does_not_say_what_is_newer(self, office, car, stick, clock):
        (harbor,) = office.load(HARBOR)
        clock.forward(hours=2)
        published(office, stick)
        clock.forward(hours=-2)
        received(car, stick)
        clock.forward(minutes=10)
        car.desk.edit(car.actor, harbor.id, {"bring": "Photo ID"}, car.desk.view(car.actor, harbor.id).seen)
        told = Capacity("bed", 3, 18, "", "Mr. Tran", clock())
        car.directory.report_capacity(car.actor, harbor.id, told)
        assert car.parcels.send_back(car.actor, stick.with_name("back.parcel")).lines == 1
        clock.forward(hours=3)
        assert carried(office, car, stick).proposed == 1
        (proposal,) = car.proposals.waiting(car.actor)
        assert [(one.field, one.proposed) for one in proposal.fields] == [("bring", "Photo ID")]

    def test_what_was_edited_here_in_an_entry_that_leaves_becomes_a_proposal(self, office, car, stick, clock):
        office.load(CEDAR)
        carried(office, car, stick)
        clock.forward(hours=1)
        car.directory.load(car.actor, [HARBOR], [], "test")
        harbor = car.named(HARBOR.name)
        car.desk.edit(car.actor, harbor.id, {"bring": "Photo ID"}, car.desk.view(car.actor, harbor.id).seen)
        done = carried(office, car, stick)
        assert (done.removed, done.proposed, done.set_free) == (1, 1, 0)
        (proposal,) = car.proposals.waiting(car.actor)
        assert [(one.field, one.proposed) for one in proposal.fields] == [("name", HARBOR.name), ("bring", "Photo ID")]
        assert HARBOR.name in proposal.words

    def test_a_proposal_on_what_leaves_stands_alone_and_says_what_it_was_about(self, office, car, stick):
        office.load(CEDAR)
        car.load(HARBOR)
        car.proposals.propose(car.actor, car.named(HARBOR.name).id, {"bring": "Photo ID"}, "Asked for.")
        assert carried(office, car, stick).set_free == 1
        with car.station.directory.reading() as session:
            (row,) = session.scalars(select(ProposalRow))
        assert row.entry_id is None
        assert HARBOR.name in row.words
        assert "Asked for." in row.words


class TestSecrets:
    def test_a_confidential_record_travels_without_its_place(self, office, car, stick):
        (harbor,) = office.load(HARBOR)
        office.secrecy.hide(office.actor, harbor.id)
        carried(office, car, stick)
        assert car.named(HARBOR.name).confidential
        assert car.values() == office.values()

    def test_what_the_publisher_hid_is_hidden_here_too_and_casework_hears_of_it(self, office, car, stick):
        office.load(HARBOR)
        old = car.load(HARBOR)[0]
        carried(office, car, stick)
        harbor = office.named(HARBOR.name)
        office.secrecy.hide(office.actor, harbor.id)
        carried(office, car, stick)
        assert car.named(HARBOR.name).address is None
        assert car.directory.confidential_services(car.actor) == {harbor.service_id, old.service_id}

    def test_a_place_that_was_hidden_here_stays_hidden(self, office, car, stick):
        office.load(HARBOR)
        car.load(HARBOR)
        car.secrecy.hide(car.actor, car.named(HARBOR.name).id)
        carried(office, car, stick)
        carried(office, car, stick)
        hidden = car.named(HARBOR.name)
        assert (hidden.confidential, hidden.address, hidden.description) == (True, None, "")
        assert hidden.id == office.named(HARBOR.name).id

    def test_a_place_that_the_publisher_reveals_is_shown_here_again(self, office, car, stick):
        (harbor,) = office.load(HARBOR)
        office.secrecy.hide(office.actor, harbor.id)
        carried(office, car, stick)
        office.secrecy.reveal(office.actor, harbor.id)
        carried(office, car, stick)
        assert not car.named(HARBOR.name).confidential

    def test_no_text_that_waits_and_no_proposal_is_in_the_parcel(self, office, car, stick):
        (harbor,) = office.load(replace(HARBOR, note="Kumquat"))
        office.proposals.propose(office.actor, harbor.id, {"bring": "Persimmon"}, "Quince")
        office.secrecy.hide(office.actor, harbor.id)
        carried(office, car, stick)
        found = repr(tables(car.station.directory))
        assert not [word for word in ("kumquat", "persimmon", "quince", "example street") if word in found]
