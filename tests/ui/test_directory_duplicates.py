"""Duplicates: side by side, which value stands, one place or two, and the way back (S-05, S-08)."""

import pytest
from PySide6.QtCore import Qt

from navigator.errors import UserError
from navigator.resources.model import Phone, Status
from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.ui.directory.pair_words import HELD_NOTE
from navigator.ui.directory.twin_search import STOPPED
from navigator.ui.find.fact_line import FactLine
from tests.ui.desk_of_directory import HOPE, HOPE_AGAIN, PANTRY, Bench, entry_on, held_on, twins_on


@pytest.fixture
def twins(open_directory) -> Bench:
    """Hope Street Legal Aid may stand there twice."""
    bench = open_directory(entries=(HOPE, HOPE_AGAIN), prepare=lambda desk, _station: twins_on(desk))
    bench.open("duplicates")
    return bench


@pytest.fixture
def held(open_directory) -> Bench:
    """A row of an import may be the Olney Food Pantry."""
    bench = open_directory(entries=(PANTRY,), prepare=lambda desk, station: held_on(desk, station, bring="a bag"))
    bench.open("duplicates")
    return bench


def pair(bench: Bench):
    return bench.page.duplicates.pair


def choice(bench: Bench, field: str):
    return next(one for one in pair(bench).choices if one.difference.field == field)


def listed(bench: Bench) -> list[str]:
    return [record.title for record in bench.page.duplicates.list.records]


def test_a_pair_is_shown_by_what_differs_and_what_is_there_stands(twins):
    assert twins.page.tabs.buttons["duplicates"].count == 1
    by_field = {one.difference.field: one for one in pair(twins).choices}
    assert {"name", "phones", "hours"} <= set(by_field)
    one_has_hours = by_field["hours"].difference.before is not None
    assert by_field["hours"].takes_other is not one_has_hours
    assert not by_field["name"].takes_other


def test_merging_keeps_the_chosen_values_and_makes_the_other_a_duplicate(twins, qtbot):
    names = choice(twins, "name")
    twins.click(names.cells[1])
    other = names.difference.after
    with qtbot.waitSignal(twins.page.changed):
        twins.click(pair(twins).merge)
    found = twins.desk.directory.entries(twins.desk.actor)
    kept = next(one for one in found if one.status is not Status.DUPLICATE)
    assert kept.name == other
    assert kept.hours == HOPE_AGAIN.hours
    assert [one.duplicate_of for one in found if one.status is Status.DUPLICATE] == [kept.id]


def test_a_merge_can_be_undone(twins):
    twins.click(pair(twins).merge)
    assert twins.page.tabs.buttons["duplicates"].count is None
    merged = twins.page.duplicates.merged
    assert twins.page.duplicates._panes.currentWidget() is merged
    twins.click(merged.undo)
    assert {one.status for one in twins.desk.directory.entries(twins.desk.actor)} == {Status.ACTIVE}


def test_two_places_are_not_brought_up_again(twins):
    twins.click(pair(twins).apart)
    assert listed(twins) == []
    twins.click(twins.page.duplicates._empty.act)
    assert listed(twins) == []
    assert "Nothing new was found" in twins.page.duplicates.trouble


def test_arrow_keys_choose_which_value_stands_and_tab_goes_on(twins):
    twins.page.duplicates.list.setFocus()
    twins.press(Qt.Key.Key_Return)
    first = pair(twins).choices[0]
    assert first.cells[0].hasFocus() or first.cells[1].hasFocus()
    before = first.takes_other
    twins.press(Qt.Key.Key_Left)
    assert first.takes_other is not before
    twins.press(Qt.Key.Key_Right)
    assert first.takes_other is before


def test_what_was_chosen_comes_back(twins):
    kept = pair(twins).pair
    twins.click(choice(twins, "name").cells[1])
    pair(twins).forget()
    pair(twins).show_pair(kept)
    assert choice(twins, "name").takes_other
    assert twins.desk.keeping.drafts.find(twins.desk.actor, DeskDraftKind.PAIR, kept.id) is not None


def test_a_held_row_is_taken_into_the_entry_field_by_field(held):
    assert HELD_NOTE in [line.words for line in pair(held).findChildren(FactLine)]
    assert choice(held, "bring").takes_other
    assert not choice(held, "phones").takes_other
    held.click(pair(held).merge)
    found = entry_on(held.desk, PANTRY)
    assert (found.bring, found.phones) == ("a bag", PANTRY.phones)


def test_a_value_of_a_held_row_stands_when_it_is_chosen(held):
    held.click(choice(held, "phones").cells[1])
    held.click(pair(held).merge)
    assert entry_on(held.desk, PANTRY).phones == (Phone("215-555-0123"),)


def test_a_held_row_that_is_another_place_is_added(held):
    held.click(pair(held).apart)
    assert [one.name for one in held.desk.directory.entries(held.desk.actor)] == [PANTRY.name, PANTRY.name]
    assert listed(held) == []


def test_the_search_finds_pairs_and_can_be_stopped(open_directory):
    bench = open_directory(entries=(HOPE, HOPE_AGAIN))
    bench.open("duplicates")
    tab = bench.page.duplicates
    tab.search._stops.set()
    with pytest.raises(UserError, match=STOPPED):
        tab.search._advance(1, 2)
    bench.click(tab._empty.act)
    bench.settle()
    assert listed(bench) != []
    assert tab.look.text() == "Look for duplicates"
