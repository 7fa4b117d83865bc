"""The filters: chips that toggle, kinds of help, the ZIP, what words were understood as, and the way on (S-12)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from navigator.city import load_city
from navigator.resources.categories import load_categories
from navigator.resources.model import Fact
from navigator.resources.places import Spot
from navigator.resources.search import Query, Understood
from navigator.ui.find import filters
from navigator.ui.find.filter_chips import FilterChips
from navigator.ui.find.way_on import way_on
from tests.ui.desk_of_find import in_front

CITY, CATEGORIES = load_city("philadelphia"), load_categories()
PLACES = (Spot("Harbor Withdrawal Unit of the Example Health Partners", 39.99, -75.11, approximate=False),)


@pytest.fixture
def chips(qtbot: QtBot, theme) -> FilterChips:
    made = FilterChips(theme, CITY, CATEGORIES, lambda words: PLACES if "harbor" in words else ())
    in_front(qtbot, made)
    return made


def words(chips: FilterChips) -> list[str]:
    return [chip.text() for chip in chips.shown]


def on(chips: FilterChips) -> list[str]:
    return [chip.text() for chip in chips.shown if chip.isChecked()]


def click(chips: FilterChips, text: str) -> None:
    next(chip for chip in chips.shown if chip.text() == text).click()


def test_the_row_begins_with_what_is_asked_most(chips):
    assert words(chips) == ["Open now", "Walk in", "Kind of help", "Near ZIP", "More"]
    assert on(chips) == []


def test_a_chip_sets_its_filter_and_takes_it_back(chips, qtbot):
    with qtbot.waitSignal(chips.changed):
        click(chips, "Open now")
    assert (chips.query.open_now, on(chips)) == (True, ["Open now"])
    click(chips, "Open now")
    assert (chips.query.open_now, on(chips)) == (False, [])


def test_several_kinds_of_help_can_be_asked_for_at_once(chips):
    first, second = list(CATEGORIES)[:2]
    click(chips, "Kind of help")
    chips.kinds_popup.box(first).click()
    assert CATEGORIES[first].name in on(chips)
    chips.kinds_popup.box(second).click()
    assert chips.query.categories == {first, second}
    assert "2 kinds of help" in on(chips)
    assert chips.kinds_popup.isVisible()


def test_opening_a_list_changes_nothing(chips):
    click(chips, "Kind of help")
    click(chips, "Near ZIP")
    assert chips.query == Query()
    assert on(chips) == []


def test_escape_closes_the_list_and_gives_the_focus_back(chips):
    click(chips, "Kind of help")
    assert chips.kinds_popup.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not chips.kinds_popup.isVisible()
    assert QApplication.focusWidget().text() == "Kind of help"


def test_a_press_elsewhere_closes_the_list(chips, qtbot):
    click(chips, "More")
    assert chips.more_popup.isVisible()
    qtbot.mouseClick(chips.window(), Qt.MouseButton.LeftButton, pos=chips.window().rect().bottomRight())
    assert not chips.more_popup.isVisible()


def test_more_offers_every_fact_and_each_becomes_a_chip(chips):
    click(chips, "More")
    chips.more_popup.box(Fact.WHEELCHAIR).click()
    chips.more_popup.box(Fact.WALK_IN).click()
    chips.more_popup.box(filters.OPEN_NOW).click()
    assert chips.query == Query(open_now=True, walk_in=True, facts=frozenset({Fact.WHEELCHAIR}))
    assert on(chips) == ["Open now", "Walk in", "Wheelchair"]
    click(chips, "Wheelchair")
    assert chips.query.facts == frozenset()
    assert not chips.more_popup.box(Fact.WHEELCHAIR).isChecked()


def test_a_zip_and_a_distance_are_asked_for_together(chips):
    click(chips, "Near ZIP")
    QTest.keyClicks(chips.near_popup.zip, "19134")
    QTest.keyClick(chips.near_popup.zip, Qt.Key.Key_Return)
    assert (chips.query.near, chips.query.within_miles) == ("19134", 5.0)
    assert on(chips) == ["Within 5 mi of 19134"]
    assert not chips.near_popup.isVisible()


def test_a_zip_that_is_not_known_is_refused_with_a_sentence_under_it(chips):
    click(chips, "Near ZIP")
    QTest.keyClicks(chips.near_popup.zip, "99999")
    QTest.keyClick(chips.near_popup.zip, Qt.Key.Key_Return)
    assert chips.near_popup.trouble.startswith("Navigator knows no such ZIP or place in Philadelphia.")
    assert chips.near_popup.isVisible()
    assert chips.near_popup.height() >= chips.near_popup.layout().totalHeightForWidth(chips.near_popup.width())
    assert chips.query.near is None


def test_distances_can_be_measured_from_a_place_of_the_directory(chips):
    click(chips, "Near ZIP")
    QTest.keyClicks(chips.near_popup.zip, "harbor")
    QTest.keyClick(chips.near_popup.zip, Qt.Key.Key_Return)
    assert chips.query.near is None
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert (chips.query.near, chips.query.within_miles) == (PLACES[0], 5.0)
    assert on(chips) == ["Within 5 mi of Harbor Withdrawal Unit…"]
    click(chips, on(chips)[0])
    assert chips.near_popup.zip.text() == PLACES[0].words


def test_the_place_can_be_removed_where_it_was_set(chips, qtbot):
    chips.show_query(Query(near="19134", within_miles=2.0))
    click(chips, "Within 2 mi of 19134")
    assert chips.near_popup.zip.text() == "19134"
    chips.near_popup.remove.click()
    assert chips.query.near is None


def test_what_the_words_were_understood_as_can_be_forgotten(chips, qtbot):
    chips.show_understood((Understood("tonight", "Open tonight"),))
    assert on(chips) == ["Open tonight"]
    with qtbot.waitSignal(chips.forgotten) as forgotten:
        click(chips, "Open tonight")
    assert forgotten.args == ["tonight"]


def test_a_filter_read_from_the_words_has_no_second_chip(chips, qtbot):
    chips.show_understood((Understood("now", "Open now"), Understood("19134", "Near 19134")))
    assert words(chips).count("Open now") == 1
    assert "Near ZIP" not in words(chips)
    with qtbot.waitSignal(chips.forgotten) as forgotten:
        click(chips, "Open now")
    assert forgotten.args == ["now"]


def test_chips_that_are_off_yield_when_the_row_is_full_and_those_that_are_on_stay(chips):
    facts = frozenset({Fact.MEN, Fact.MEDICAID, Fact.UNINSURED, Fact.OLDER_ADULTS})
    chips.show_query(Query(open_now=True, facts=facts, near="19134", within_miles=5.0))
    chips.window().resize(640, 400)
    QApplication.processEvents()
    assert {"Walk in", "Kind of help"}.isdisjoint(words(chips))
    assert set(on(chips)) == {"Open now", "Men", "Older adults", "Medicaid", "No insurance", "Within 5 mi of 19134"}
    assert words(chips)[-1] == "More"
    assert all(chip.geometry().right() <= chips.width() for chip in chips.shown)


def test_the_way_on_is_the_next_distance_when_that_finds_something():
    query = Query("detox", near="19134", within_miles=5.0)
    way = way_on(query, lambda asked: int(asked.within_miles == 10.0), CITY, CATEGORIES)
    assert way.sentence == "Nothing found for “detox”."
    assert way.why == "Nothing is listed within 5 mi of 19134."
    assert (way.button, way.query) == ("Widen to 10 mi", replace(query, within_miles=10.0))


def test_the_way_on_is_the_filter_whose_removal_finds_most():
    query = Query("detox", walk_in=True, facts=frozenset({Fact.MEN}))
    way = way_on(query, lambda asked: 2 if Fact.MEN in asked.facts else 7, CITY, CATEGORIES)
    assert (way.button, way.query) == ("Search without “Men”", replace(query, facts=frozenset()))
    assert way.why == "Without “Men” there are 7 places."


def test_the_way_on_from_words_that_nothing_answers_is_211():
    way = way_on(Query("x" * 200), lambda _asked: 0, CITY, CATEGORIES)
    assert way.button == "Show 211"
    assert "call 211" in way.why
    assert len(way.sentence) < 90
