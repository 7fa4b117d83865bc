"""Beds in two keys: a digit and Enter; "?" is not known, 0 is full, and what is old says so (S-04)."""

import pytest
from PySide6.QtCore import Qt

from navigator.ui.directory.room_words import NO_NUMBER, TOO_MANY, free_words, read_room, save_words
from tests.ui.desk_of_directory import NORTHBANK, TIOGA, Bench, entry_on


@pytest.fixture
def beds(directory_bench) -> Bench:
    """The table of beds has the focus, its oldest word is chosen."""
    directory_bench.open("beds")
    return directory_bench


def pane(bench: Bench):
    return bench.page.beds.pane


def row(bench: Bench, name: str) -> list[str]:
    rows = bench.page.beds.table.rows
    return next([cell.words for cell in row.cells] for row in rows if row.cells[0].words == name)


def newest(bench: Bench, entry) -> int | None:
    return max(entry_on(bench.desk, entry).capacities, key=lambda one: one.as_of).available


def test_the_oldest_word_stands_first_and_says_that_it_is_old(beds):
    assert beds.names()[0] == NORTHBANK.name
    assert row(beds, NORTHBANK.name) == [NORTHBANK.name, "3 of 16 beds", "6 h ago, old", "Ms. Alvarez"]
    assert row(beds, TIOGA.name)[1:3] == ["Full, 0 of 16 beds", "1 h ago"]


def test_a_digit_and_enter_save_a_count_and_the_next_place_is_chosen(beds, qtbot):
    with qtbot.waitSignal(beds.page.changed):
        beds.press(Qt.Key.Key_7, Qt.Key.Key_Return)
    assert newest(beds, NORTHBANK) == 7
    assert entry_on(beds.desk, NORTHBANK).capacities[-1].said_by == beds.desk.actor.name
    assert beds.page.beds.table.hasFocus()
    assert pane(beds).line.name == TIOGA.name
    beds.press(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Return)
    assert newest(beds, TIOGA) == 12


def test_what_is_typed_stands_in_the_row_until_it_is_saved_or_taken_away(beds):
    beds.press(Qt.Key.Key_1, Qt.Key.Key_4)
    assert row(beds, NORTHBANK.name)[1] == "14, Enter saves"
    assert pane(beds).save.text() == "Save 14 beds"
    beds.press(Qt.Key.Key_Backspace)
    assert row(beds, NORTHBANK.name)[1] == "1, Enter saves"
    beds.press(Qt.Key.Key_Escape)
    assert row(beds, NORTHBANK.name)[1] == "3 of 16 beds"
    assert newest(beds, NORTHBANK) == 3


def test_not_known_is_saved_as_that_and_never_as_none(beds):
    beds.write("?")
    beds.press(Qt.Key.Key_Return)
    assert newest(beds, NORTHBANK) is None
    assert row(beds, NORTHBANK.name)[1] == "Not known"


def test_none_is_full(beds):
    beds.press(Qt.Key.Key_0, Qt.Key.Key_Return)
    assert row(beds, NORTHBANK.name)[1] == "Full, 0 of 16 beds"


def test_more_than_there_are_is_refused_with_the_whole(beds):
    beds.press(Qt.Key.Key_9, Qt.Key.Key_9, Qt.Key.Key_Return)
    assert pane(beds).trouble == TOO_MANY.format(all=16)
    assert pane(beds).free.hasFocus()
    assert newest(beds, NORTHBANK) == 3


def test_enter_without_a_digit_goes_into_the_pane_where_everything_can_be_said(beds):
    beds.press(Qt.Key.Key_Return)
    assert pane(beds).free.hasFocus()
    beds.write("2")
    pane(beds).only_for.setFocus()
    beds.write("women")
    pane(beds).said_by.setFocus()
    beds.write("Mr. Tran")
    beds.press(Qt.Key.Key_Return)
    told = max(entry_on(beds.desk, NORTHBANK).capacities, key=lambda one: one.as_of)
    assert (told.available, told.maximum, told.restriction, told.said_by) == (2, 16, "women", "Mr. Tran")


def test_what_is_typed_in_one_row_waits_there_for_its_enter(beds):
    beds.press(Qt.Key.Key_5, Qt.Key.Key_Down)
    assert pane(beds).line.name == TIOGA.name
    assert not pane(beds).is_typed
    beds.press(Qt.Key.Key_Up)
    assert row(beds, NORTHBANK.name)[1] == "5, Enter saves"
    beds.press(Qt.Key.Key_Return)
    assert newest(beds, NORTHBANK) == 5
    assert beds.desk.keeping.drafts.mine(beds.desk.actor) == ()


def test_old_beds_among_what_is_due_are_told_in_two_keys_too(directory_bench):
    bench = directory_bench
    bench.open("due", NORTHBANK)
    bench.press(Qt.Key.Key_4, Qt.Key.Key_Return)
    assert newest(bench, NORTHBANK) == 4
    assert NORTHBANK.name not in bench.names()


@pytest.mark.parametrize(
    ("words", "whole", "available", "trouble"),
    [
        ("0", 16, 0, ""),
        (" 7 ", None, 7, ""),
        ("?", 16, None, ""),
        ("", 16, None, NO_NUMBER),
        ("a few", 16, None, NO_NUMBER),
        ("17", 16, None, TOO_MANY.format(all=16)),
    ],
)
def test_a_count_is_read_or_refused_never_guessed(words, whole, available, trouble):
    read = read_room(words, whole)
    assert (read.available, read.trouble) == (available, trouble)


def test_room_in_words():
    assert free_words("bed", 3, 16) == "3 of 16 beds"
    assert free_words("chair", 1, None) == "1 chair"
    assert free_words("bed", 0, None) == "Full"
    assert free_words("bed", None, 16) == "Not known"
    assert [save_words("bed", typed, 16) for typed in ("1", "0", "?", "", "x")] == [
        "Save 1 bed",
        "Save “full”",
        "Save “not known”",
        "Save",
        "Save",
    ]
