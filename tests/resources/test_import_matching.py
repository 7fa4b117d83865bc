"""Which entry a row of a list is: by its list's key, by ids of ours, by likeness; what is doubtful is held (S-08)."""

from dataclasses import replace

import pytest

from navigator.resources.importing.verdicts import Verdict
from navigator.resources.model import Address, Phone
from tests.resources.importing import HARBOR, LENA, Desk, changed, door

ROSE = replace(
    HARBOR,
    name="Rose House",
    organization="Example Shelters",
    phones=(Phone("215-555-0101"),),
    address=Address("4 Sample Road", "Philadelphia", "PA", "19121"),
)
FAR = replace(
    HARBOR,
    name="Valley Food Table",
    organization="Example Tables",
    phones=(Phone("412-555-0100"),),
    address=Address("77 Example Lane", "Pittsburgh", "PA", "15201"),
)


def test_a_first_list_is_all_new_and_the_same_list_again_all_unchanged(desk: Desk):
    assert desk.weigh(door("a"), door("b", ROSE)).counts == (2, 0, 0, 0, 0)
    desk.take(door("a"), door("b", ROSE))
    tried = desk.weigh(door("a"), door("b", ROSE))
    assert tried.counts == (0, 0, 2, 0, 0)
    assert tried.report.known_feed
    before = desk.content()
    tried.apply()
    assert desk.content() == before


def test_the_dry_run_writes_nothing(desk: Desk):
    before = desk.content()
    desk.weigh(door("a"))
    assert desk.content() == before
    assert desk.imports.batches(LENA) == ()


def test_a_row_that_moved_and_was_renamed_is_known_by_its_key_and_its_telephone(desk: Desk):
    desk.take(door("a"), door("b", ROSE))
    other = replace(FAR, name="House of Valleys", phones=HARBOR.phones)
    tried = desk.weigh(door("a", other), door("b", ROSE))
    assert tried.one(Verdict.CHANGED).entry_id == desk.entry(HARBOR.name).id
    assert tried.report.new == 0


def test_two_lists_with_the_same_small_numbers_are_not_mixed(desk: Desk):
    desk.take(door("1"), door("2", ROSE), feed="One 211")
    tried = desk.weigh(door("1", FAR), door("2", replace(FAR, name="Hilltop Legal Desk")))
    assert not tried.report.known_feed
    assert tried.counts == (2, 0, 0, 0, 0)


def test_a_list_that_a_person_names_is_that_list(desk: Desk):
    desk.take(door("1"), feed="City list")
    tried = desk.weigh(door("1", replace(FAR, phones=HARBOR.phones)), feed="City list")
    assert (tried.report.known_feed, tried.report.changed) == (True, 1)


def test_the_second_new_list_of_a_name_gets_a_number(desk: Desk):
    desk.take(door("1"))
    assert desk.weigh(door("x", FAR)).report.feed == "list.csv (2)"


def test_our_own_export_is_known_by_our_ids(desk: Desk):
    desk.take(door("a"), door("b", ROSE))
    harbor, rose = desk.entry(HARBOR.name), desk.entry(ROSE.name)
    away = [changed(door(one.id, one), phones=None, address=None) for one in (harbor, rose)]
    assert desk.weigh(*away, feed="ours").counts == (0, 0, 2, 0, 0)


def test_the_id_of_its_source_is_known_in_another_format(desk: Desk):
    desk.take(door("a", extra={"at_location": {"id": "door 7"}}))
    tried = desk.weigh(door("other key", address=None, phones=(), extra={"at_location": {"id": "door 7"}}), feed="two")
    assert tried.report.unchanged == 1


def test_a_short_id_of_another_list_names_nothing_when_the_names_differ(desk: Desk):
    desk.take(door("7", extra={"at_location": {"id": "7"}}))
    assert desk.weigh(door("7", FAR, extra={"at_location": {"id": "7"}}), feed="two").report.new == 1


def test_a_record_very_like_an_entry_is_that_entry(desk: Desk):
    desk.take(door("a"))
    tried = desk.weigh(door("x", name="Harbor Withdrawl Unit", description=""), feed="another")
    item = tried.one(Verdict.UNCHANGED)
    assert [one.field for one in item.protected] == ["name"]
    tried.apply()
    again = desk.weigh(door("x", name="Harbor Withdrawl Unit", description=""))
    assert (again.report.feed, again.counts) == ("another", (0, 0, 1, 0, 0))


def test_a_doubtful_row_is_held_and_not_written(desk: Desk):
    desk.take(door("a"))
    doubtful = door("x", address=Address("900 Sample Avenue", "Philadelphia", "PA", "19104"))
    tried = desk.weigh(doubtful, feed="another")
    item = tried.one(Verdict.HELD)
    assert item.entry_id == desk.entry(HARBOR.name).id
    assert [one.field for one in item.differences] == ["address"]
    assert "another address" in item.reasons
    before = desk.values(item.entry_id)
    tried.apply()
    assert desk.values(item.entry_id) == before
    assert len(desk.entries()) == 1
    (pair,) = desk.imports.held(LENA)
    assert (pair.one.entry.id, pair.other.entry.address) == (item.entry_id, doubtful.record.entry.address)


def test_a_row_that_is_held_again_waits_once(desk: Desk):
    desk.take(door("a"))
    doubtful = door("x", address=Address("900 Sample Avenue", "Philadelphia", "PA", "19104"))
    desk.take(doubtful, feed="another")
    desk.take(changed(doubtful, description="Now with a garden."), feed="another")
    (pair,) = desk.imports.held(LENA)
    assert pair.other.entry.description == "Now with a garden."


@pytest.mark.parametrize(("same", "entries"), [(True, 1), (False, 2)])
def test_a_held_row_that_is_settled_is_known_from_then_on(desk: Desk, same: bool, entries: int):
    desk.take(door("a"))
    doubtful = door("x", address=Address("900 Sample Avenue", "Philadelphia", "PA", "19104"))
    desk.take(doubtful, feed="another")
    (pair,) = desk.imports.held(LENA)
    desk.duplicates.settle_held(LENA, pair.id, same)
    assert desk.imports.held(LENA) == ()
    assert desk.weigh(doubtful, feed="another").counts == (0, 0, 1, 0, 0)
    assert len(desk.entries()) == entries


def test_a_held_row_that_becomes_certain_waits_no_more(desk: Desk):
    desk.take(door("a"))
    doubtful = door("x", address=Address("900 Sample Avenue", "Philadelphia", "PA", "19104"))
    desk.take(doubtful, feed="another")
    desk.take(door("x"), feed="another")
    assert desk.imports.held(LENA) == ()


def test_two_rows_never_become_the_same_entry(desk: Desk):
    desk.take(door("a"))
    tried = desk.weigh(door("x"), door("y", row=3), feed="another")
    assert tried.counts == (0, 0, 1, 1, 0)
    assert "another row of the file is this entry already" in tried.one(Verdict.HELD).reasons


def test_the_row_that_is_most_like_it_is_the_entry(desk: Desk):
    desk.take(door("a"))
    tried = desk.weigh(door("x", name="Harbor Withdrawl Unit", row=2), door("y", row=3), feed="another")
    assert tried.one(Verdict.UNCHANGED).key == "y"
    assert tried.one(Verdict.HELD).key == "x"


def test_a_row_that_two_entries_are_equally_like_is_held(desk: Desk):
    desk.take(door("a"), door("b", row=3))
    assert desk.weigh(door("x"), feed="another").counts == (0, 0, 0, 1, 0)


def test_siblings_of_one_list_are_not_brought_up_against_each_other(desk: Desk):
    """A list that names two programs at one desk means two."""
    desk.take(door("a"))
    tried = desk.weigh(door("a"), door("b", name="Harbor Withdrawal Unit for Women", row=3))
    assert tried.counts == (1, 0, 1, 0, 0)


def test_places_of_one_service_stay_one_service(desk: Desk):
    there = replace(HARBOR, service_id="s", address=Address("9 Sample Road", "Philadelphia", "PA", "19121"))
    desk.take(door("a", service_id="s"), door("b", there, row=3))
    first, second = desk.entries()
    assert first.service_id == second.service_id
    third = replace(there, address=Address("70 Example Way", "Philadelphia", "PA", "19125"), phones=())
    desk.take(door("a", service_id="s"), door("b", there, row=3), door("c", third, row=4))
    assert len({entry.service_id for entry in desk.entries()}) == 1


def test_what_the_list_names_no_more_is_reported_and_stays(desk: Desk):
    desk.take(door("a"), door("b", ROSE))
    tried = desk.weigh(door("a"))
    assert tried.counts == (0, 0, 1, 0, 1)
    assert tried.one(Verdict.GONE).name == ROSE.name
    batch = tried.apply()
    assert desk.entry(ROSE.name).status == ROSE.status
    assert desk.imports.batches(LENA)[0].counts["gone"] == 1
    assert _gone_since(desk) == {"a": "", "b": batch.id}


def test_what_comes_back_is_gone_no_more(desk: Desk):
    desk.take(door("a"), door("b", ROSE))
    desk.take(door("a"))
    desk.take(door("a"), door("b", ROSE))
    assert _gone_since(desk) == {"a": "", "b": ""}


def test_a_row_whose_key_was_used_before_is_a_problem_unless_it_says_the_same(desk: Desk):
    tried = desk.weigh(door("a"), door("a", row=3), door("a", ROSE, row=4))
    assert (tried.report.rows, tried.report.new, tried.report.parts) == (3, 1, 1)
    (problem,) = tried.report.problems
    assert (problem.row, problem.column, problem.value) == (4, "id", "a")


def test_rows_without_a_key_are_known_by_what_they_say(desk: Desk):
    desk.take(door(""), door("", ROSE, row=3))
    assert desk.weigh(door(""), door("", ROSE, row=3)).counts == (0, 0, 2, 0, 0)


def _gone_since(desk: Desk) -> dict[str, str]:
    with desk.store.connection(writes=False) as connection:
        return dict(connection.exec_driver_sql("SELECT key, gone_since FROM origin").all())
