"""The filters: chips that toggle, kinds of help, the ZIP, and what words were understood as (S-12)."""

from collections import defaultdict
from collections.abc import Mapping

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
from navigator.resources.search.choices import OPEN_NOW
from navigator.resources.search.facets import Count
from navigator.ui.find.filter_chips import FilterChips
from tests.ui.desk_of_find import in_front

CITY, CATEGORIES = load_city("philadelphia"), load_categories()
PLACES = (Spot("Harbor Withdrawal Unit of the Example Health Partners", 39.99, -75.11, approximate=False),)


def uncounted() -> Mapping[str, Count]:
    return defaultdict(lambda: Count(0, 0))


@pytest.fixture
def chips(qtbot: QtBot, theme) -> FilterChips:
    made = FilterChips(theme, CITY, CATEGORIES, lambda words: PLACES if "harbor" in words else (), uncounted)
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
    chips.popups.kinds.box(first).click()
    assert CATEGORIES[first].name in on(chips)
    chips.popups.kinds.box(second).click()
    assert chips.query.categories == {first, second}
    assert "2 kinds of help" in on(chips)
    assert chips.popups.kinds.isVisible()


def test_opening_a_list_changes_nothing(chips):
    click(chips, "Kind of help")
    click(chips, "Near ZIP")
    assert chips.query == Query()
    assert on(chips) == []


def test_escape_closes_the_list_and_gives_the_focus_back(chips):
    click(chips, "Kind of help")
    assert chips.popups.kinds.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not chips.popups.kinds.isVisible()
    assert QApplication.focusWidget().text() == "Kind of help"


def test_a_press_elsewhere_closes_the_list(chips, qtbot):
    click(chips, "More")
    assert chips.popups.more.isVisible()
    qtbot.mouseClick(chips.window(), Qt.MouseButton.LeftButton, pos=chips.window().rect().bottomRight())
    assert not chips.popups.more.isVisible()


def test_more_offers_every_fact_and_each_becomes_a_chip(chips):
    click(chips, "More")
    chips.popups.more.box(Fact.WHEELCHAIR).click()
    chips.popups.more.box(Fact.WALK_IN).click()
    chips.popups.more.box(OPEN_NOW).click()
    assert chips.query == Query(open_now=True, walk_in=True, facts=frozenset({Fact.WHEELCHAIR}))
    assert on(chips) == ["Open now", "Walk in", "Wheelchair"]
    click(chips, "Wheelchair")
    assert chips.query.facts == frozenset()
    assert not chips.popups.more.box(Fact.WHEELCHAIR).isChecked()


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


@pytest.mark.parametrize(
    ("query", "chip"),
    [
        (Query(intake_open=True), "Intake open now"),
        (Query(without=frozenset({Fact.ID_NEEDED})), "ID not needed"),
        (Query(age=34), "Age 34"),
        (Query(languages=frozenset({"Spanish"})), "Spanish"),
        (Query(checked_within=90), "Checked within 90 days"),
        (Query(known_only=frozenset({"payment"})), "Payment: known only"),
    ],
)
def test_every_filter_of_s_12_has_a_chip_that_removes_it(chips, query, chip):
    chips.show_query(query)
    assert on(chips) == [chip]
    click(chips, chip)
    assert (chips.query, on(chips)) == (Query(), [])
