"""Duplicates: found, merged, taken apart, told apart for good; held rows of imports settled (S-05, S-08)."""

from dataclasses import replace

import pytest
from sqlalchemy import insert, select, update

from navigator.errors import BadInput, NotFound
from navigator.resources import reading, writing
from navigator.resources.fields import Difference, Record
from navigator.resources.model import Capacity, Entry, Phone, Status
from navigator.resources.rows import DoNotListRow, ServiceAtLocationRow
from navigator.resources.stewardship.changing import Act, Hand, record_of
from navigator.resources.stewardship.marks import How, mark
from navigator.resources.stewardship.pairs import Held, hold
from navigator.resources.stewardship.rows import FeedRow, OriginRow, PairRow
from tests.resources.stations import CEDAR, HARBOR, PLACE, StationDesk

TWIN = replace(HARBOR, service_id="twin", name="Harbor Withdrawal Unit", bring="Photo ID", source_id="twin")


@pytest.fixture
def two(office):
    """Harbor twice, and Cedar."""
    with office.station.directory.writing() as session:
        return writing.add(session, map(Record, (HARBOR, TWIN, CEDAR)), office.actor.id)[:2]


def put_origin(office: StationDesk, entry_id: str, key: str = "key") -> None:
    with office.station.directory.writing() as session:
        session.merge(FeedRow(id="feed", name="Example list", format="table"))
        told = {"feed_id": "feed", "key": key, "entry_id": entry_id, "batch_id": "", "gone_since": ""}
        session.execute(insert(OriginRow), [told])


def origins(office: StationDesk) -> dict[str, str]:
    with office.station.directory.reading() as session:
        return {row.key: row.entry_id for row in session.scalars(select(OriginRow))}


class TestSearch:
    def test_what_is_alike_waits_as_a_pair_once(self, office, two):
        assert office.duplicates.search_twins(office.actor) == 1
        assert office.duplicates.search_twins(office.actor) == 0
        (pair,) = office.duplicates.pairs(office.actor)
        assert {pair.one.entry.id, pair.other.entry.id} == set(two)
        assert (pair.is_held, pair.score) == (False, 100)
        assert "same telephone" in pair.reasons

    def test_two_places_are_not_brought_up_again(self, office, two):
        office.duplicates.search_twins(office.actor)
        (pair,) = office.duplicates.pairs(office.actor)
        office.duplicates.apart(office.actor, pair.id)
        assert office.duplicates.search_twins(office.actor) == 0
        assert office.duplicates.pairs(office.actor) == ()
        with pytest.raises(NotFound, match="settled already"):
            office.duplicates.apart(office.actor, pair.id)

    def test_a_merged_pair_is_not_brought_up_again(self, office, two):
        office.duplicates.search_twins(office.actor)
        office.duplicates.merge(office.actor, *two, {})
        assert office.duplicates.search_twins(office.actor) == 0
        assert office.duplicates.pairs(office.actor) == ()

    def test_a_search_that_is_stopped_writes_nothing(self, office, two):
        def stop(done: int, of: int) -> None:
            raise InterruptedError

        with pytest.raises(InterruptedError):
            office.duplicates.search_twins(office.actor, stop)
        assert office.duplicates.pairs(office.actor) == ()

    def test_places_of_one_service_are_no_duplicates(self, office):
        with office.station.directory.writing() as session:
            writing.add(session, [Record(HARBOR), Record(HARBOR)], office.actor.id)
        assert office.duplicates.search_twins(office.actor) == 0


class TestMerge:
    def test_the_kept_one_gets_the_values_and_the_other_leads_to_it(self, office, two):
        keep, other = two
        put_origin(office, other)
        changed = {
            entry.id: entry for entry in office.duplicates.merge(office.actor, keep, other, {"bring": "Photo ID"})
        }
        assert (changed[keep].bring, changed[keep].status) == ("Photo ID", Status.ACTIVE)
        assert (changed[other].status, changed[other].duplicate_of) == (Status.DUPLICATE, keep)
        assert office.directory.entry(office.actor, other).duplicate_of == keep
        assert origins(office) == {"key": keep}

    def test_beds_and_history_stay_with_each(self, office, two, clock):
        keep, other = two
        office.directory.report_capacity(office.actor, other, Capacity("bed", 3, 18, "", "Mr. Tran", clock()))
        office.duplicates.merge(office.actor, keep, other, {})
        assert office.directory.entry(office.actor, keep).capacities == ()
        assert len(office.directory.entry(office.actor, other).capacities) == 1

    def test_only_the_place_that_is_twice_becomes_a_duplicate(self, office):
        places = (HARBOR, replace(TWIN, address=PLACE), replace(TWIN, address=replace(PLACE, line="9 Other Street")))
        with office.station.directory.writing() as session:
            keep, other, third = writing.add(session, map(Record, places), office.actor.id)
        office.duplicates.merge(office.actor, keep, other, {})
        status = {entry.id: entry.status for entry in office.entries()}
        assert status == {keep: Status.ACTIVE, other: Status.DUPLICATE, third: Status.ACTIVE}
        office.duplicates.unmerge(office.actor, other)
        assert len({office.directory.entry(office.actor, one).service_id for one in (other, third)}) == 1

    def test_what_was_merged_into_the_other_follows_it(self, office):
        with office.station.directory.writing() as session:
            first, second, third = writing.add(
                session, [Record(replace(HARBOR, service_id=str(at))) for at in range(3)], office.actor.id
            )
        office.duplicates.merge(office.actor, second, third, {})
        office.duplicates.merge(office.actor, first, second, {})
        assert {entry.duplicate_of for entry in office.entries()} == {"", first}

    @pytest.mark.parametrize("again", [False, True])
    def test_what_cannot_be_merged_says_why(self, office, two, again):
        keep, other = two
        with pytest.raises(BadInput, match="one and the same"):
            office.duplicates.merge(office.actor, keep, keep, {})
        office.duplicates.merge(office.actor, keep, other, {})
        with pytest.raises(BadInput, match="is a duplicate already"):
            office.duplicates.merge(office.actor, *((other, keep) if again else (keep, other)), {})

    def test_a_confidential_and_an_open_entry_are_not_merged(self, office, two):
        keep, other = two
        office.secrecy.hide(office.actor, other)
        with pytest.raises(BadInput, match="is confidential"):
            office.duplicates.merge(office.actor, keep, other, {})


class TestUnmerge:
    def test_everything_is_as_it_was(self, office, two):
        keep, other = two
        put_origin(office, other)
        before = office.values()
        office.duplicates.merge(office.actor, keep, other, {"bring": "Photo ID", "phones": None})
        undone = office.duplicates.unmerge(office.actor, other)
        assert {entry.id for entry in undone.entries} == set(two)
        assert (office.values(), undone.stayed, origins(office)) == (before, (), {"key": other})

    def test_what_was_changed_since_stays_and_is_listed(self, office, two):
        keep, other = two
        office.duplicates.merge(office.actor, keep, other, {"bring": "Photo ID", "note": "Ring."})
        seen = office.desk.view(office.actor, keep).seen
        office.desk.edit(office.actor, keep, {"bring": "A towel"}, seen)
        undone = office.duplicates.unmerge(office.actor, other)
        assert undone.stayed == (Difference("bring", None, "A towel"),)
        kept = office.directory.entry(office.actor, keep)
        assert (kept.bring, kept.note) == ("A towel", "")

    def test_what_was_not_merged_cannot_be_taken_apart(self, office, two):
        with pytest.raises(NotFound, match="was not merged"):
            office.duplicates.unmerge(office.actor, two[0])


class TestHeldRows:
    @pytest.fixture
    def held(self, office, two):
        """A row of an import that may be Harbor."""
        said = Entry("", "", "Harbor Unit", organization="Example Health", phones=(Phone("215-555-0188"),), bring="ID")
        with office.station.directory.writing() as session:
            session.merge(FeedRow(id="feed", name="Example list", format="table"))
            hold(
                session,
                [Held(two[0], Record(said), "feed", "row 7", "", 80.0, ("names alike",))],
                office.station.clock(),
            )
        (pair,) = office.duplicates.pairs(office.actor)
        assert (pair.is_held, pair.other.entry.name, pair.other.entry.id) == (True, "Harbor Unit", "")
        return pair

    def test_a_row_that_is_the_entry_goes_into_it(self, office, two, held):
        entry, *_ = office.duplicates.settle_held(office.actor, held.id, same=True)
        assert (entry.id, entry.name, entry.bring, entry.address) == (two[0], HARBOR.name, "ID", PLACE)
        assert [phone.number for phone in entry.phones] == [*(phone.number for phone in HARBOR.phones), "215-555-0188"]
        assert origins(office) == {"row 7": two[0]}
        assert office.duplicates.pairs(office.actor) == ()

    def test_what_was_edited_here_stays(self, office, two, held):
        seen = office.desk.view(office.actor, two[0]).seen
        office.desk.edit(office.actor, two[0], {"name": "Harbor Detox"}, seen)
        entry, *_ = office.duplicates.settle_held(office.actor, held.id, same=True)
        assert (entry.name, entry.bring) == ("Harbor Detox", "ID")

    def test_only_what_a_person_chose_goes_in(self, office, two, held):
        entry, *_ = office.duplicates.settle_held(office.actor, held.id, same=True, fields=["bring"])
        assert (entry.name, entry.bring) == (HARBOR.name, "ID")
        assert entry.phones == HARBOR.phones

    def test_what_a_person_chose_takes_the_place_of_what_is_here(self, office, two, held):
        entry, *_ = office.duplicates.settle_held(office.actor, held.id, same=True, fields=["name", "phones"])
        assert (entry.name, entry.phones) == ("Harbor Unit", (Phone("215-555-0188"),))

    def test_what_was_verified_at_another_place_of_the_service_stays(self, office, two, held):
        with office.station.directory.writing() as session:
            keep, beside = (session.get(ServiceAtLocationRow, one) for one in two)
            beside.service_id = keep.service_id
            hand = Hand(office.actor, Act.CHECKED, office.station.clock())
            mark(session, [beside.id], ["bring"], How.VERIFIED, hand)
        entry, *_ = office.duplicates.settle_held(office.actor, held.id, same=True)
        assert entry.bring == ""

    @pytest.mark.parametrize("same", [True, False])
    def test_a_row_of_a_barred_organization_is_refused(self, office, two, held, same):
        with office.station.directory.writing() as session:
            session.execute(update(PairRow).values(incoming={"values": {"name": "A", "organization": "Bad  Place"}}))
            session.add(DoNotListRow(id="bad", name="Bad Place", reason="Fraud."))
        with pytest.raises(BadInput, match="do-not-list"):
            office.duplicates.settle_held(office.actor, held.id, same=same, fields=["organization"])

    def test_a_row_that_is_another_place_becomes_an_entry(self, office, two, held):
        (entry,) = office.duplicates.settle_held(office.actor, held.id, same=False)
        assert entry.id not in two
        assert (entry.name, origins(office)) == ("Harbor Unit", {"row 7": entry.id})

    def test_it_is_settled_once_and_as_what_it_is(self, office, two, held):
        with pytest.raises(NotFound, match="row of an import"):
            office.duplicates.apart(office.actor, held.id)
        office.duplicates.settle_held(office.actor, held.id, same=True)
        with pytest.raises(NotFound, match="settled already"):
            office.duplicates.settle_held(office.actor, held.id, same=False)

    def test_after_a_merge_it_is_held_against_the_entry_that_was_kept(self, office, two, held):
        office.duplicates.merge(office.actor, two[1], two[0], {})
        (pair,) = office.duplicates.pairs(office.actor)
        assert pair.one.entry.id == two[1]

    def test_a_confidential_row_makes_the_entry_confidential(self, office, two):
        said = Entry("", "", "Harbor Unit", confidential=True)
        with office.station.directory.writing() as session:
            held = Held(two[0], Record(said), "", "", "", 80.0, (), {"note": "Blue door."})
            hold(session, [held], office.station.clock())
        (pair,) = office.duplicates.pairs(office.actor)
        entry, *_ = office.duplicates.settle_held(office.actor, pair.id, same=True)
        assert (entry.confidential, entry.address) == (True, None)
        assert "Blue door." in {one.text for one in office.secrecy.waiting(office.actor, two[0])}
        with office.station.directory.reading() as session:
            assert record_of(session, two[0]).extra == {}
            assert len(list(reading.records(session, two))) == 2
