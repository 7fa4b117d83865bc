"""The lists of filters tell how many places each would find, several of one group at once, known or not (S-12)."""

from collections import defaultdict
from collections.abc import Mapping

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from navigator.city import load_city
from navigator.resources.categories import load_categories
from navigator.resources.model import Fact
from navigator.resources.search import Query
from navigator.resources.search.choices import facet_table
from navigator.resources.search.facets import Count
from navigator.ui.find.counted_check import CountedCheck, count_words
from navigator.ui.find.facet_groups import ALL, ANY
from navigator.ui.find.facet_popup import COUNTS, LEAVE_OUT
from navigator.ui.find.filter_chips import FilterChips
from tests.ui.desk_of_find import NOW, in_front

COUNTED = {Fact.MEDICAID: Count(12, 30), Fact.MEDICARE: Count(0, 4), Fact.FREE: Count(0, 0)}


class Counting:
    """The counts of a search, and how often they were asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> Mapping[str, Count]:
        self.asked += 1
        return defaultdict(lambda: Count(1, 1), COUNTED)


@pytest.fixture
def counting() -> Counting:
    return Counting()


@pytest.fixture
def chips(qtbot: QtBot, theme, counting) -> FilterChips:
    made = FilterChips(theme, load_city("philadelphia"), load_categories(), lambda _words: (), counting)
    in_front(qtbot, made)
    return made


@pytest.fixture
def more(chips):
    chips.shown[-1].click()
    return chips.popups.more


def name(widget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def labels(popup) -> list[str]:
    return [label.text() for label in popup.findChildren(QLabel)]


@pytest.mark.parametrize(
    ("count", "words"),
    [(Count(12, 0), "12"), (Count(12, 30), "12 · ask 30"), (Count(0, 30), "ask 30"), (Count(0, 0), "0")],
)
def test_a_count_says_how_many_fit_and_how_many_to_ask(count, words):
    assert count_words(count) == words


def test_a_screen_reader_hears_the_count_with_the_box(more):
    assert name(more.box(Fact.MEDICAID)) == "Medicaid: 12 fit, 30 to ask"
    assert name(more.box(Fact.MEDICARE)) == "Medicare: 0 fit, 4 to ask"


def test_an_option_that_finds_nothing_is_dimmed_and_stays(more):
    assert (more.box(Fact.FREE).is_empty, more.box(Fact.FREE).isVisible()) == (True, True)
    assert more.box(Fact.FREE).isEnabled()
    assert not more.box(Fact.MEDICARE).is_empty


def test_the_list_says_what_the_numbers_mean_and_that_any_of_several_will_do(more):
    assert COUNTS in labels(more)
    assert {ANY, ALL} <= set(labels(more))


def test_nothing_is_counted_until_a_list_opens_and_then_at_each_tick(chips, counting):
    chips.show_query(Query(open_now=True))
    chips.show_understood(())
    assert counting.asked == 0
    chips.shown[-1].click()
    assert counting.asked == 1
    chips.popups.more.box(Fact.MEDICAID).click()
    assert counting.asked == 2
    chips.popups.more.close_up()
    chips.show_query(Query())
    assert counting.asked == 2


def test_what_is_not_known_can_be_left_out_of_one_group(chips, more):
    more.known_box("payment").click()
    assert chips.query.known_only == {"payment"}
    assert name(more.known_box("payment")) == f"Payment: {LEAVE_OUT.casefold()}"
    more.known_box("payment").click()
    assert chips.query.known_only == frozenset()


def test_a_group_of_several_facets_leaves_out_what_is_not_known_of_all_of_them(chips, more):
    more.known_box("place").click()
    assert chips.query.known_only == {"wheelchair", "pets", "sobriety", "residents"}
    assert [chip.text() for chip in chips.shown if chip.isChecked()] == ["The place: known only"]


def test_every_option_of_every_facet_has_a_box(more):
    city = load_city("philadelphia")
    for facet in facet_table(load_categories(), city.languages).values():
        for option in facet.options:
            assert more.box(option.key).text() == option.words


def test_the_numbers_are_those_of_the_search(page, ask):
    ask("detox")
    page.column.chips.shown[-1].click()
    more = page.column.chips.popups.more
    assert more.box(Fact.MEDICAID).count == page._desk.search.facets(page.column.answer.query, NOW)[Fact.MEDICAID]
    assert more.box(Fact.WOMEN).count.fits == 1
    more.box(Fact.MEDICAID).click()
    assert more.box(Fact.WOMEN).count.fits == 0


def test_an_age_is_typed_and_taken_back(chips, more):
    QTest.keyClicks(more.age.years, "34")
    assert (chips.query.age, more.age.years.text()) == (34, "34")
    QTest.keyClick(more.age.years, Qt.Key.Key_Backspace)
    QTest.keyClick(more.age.years, Qt.Key.Key_Backspace)
    assert chips.query.age is None


def test_an_impossible_age_is_not_taken(chips, more):
    QTest.keyClicks(more.age.years, "340")
    assert (chips.query.age, more.age.years.text()) == (34, "34")


def test_of_the_days_since_a_check_one_holds_at_a_time(chips, more):
    more.box("checked:90").click()
    more.box("checked:30").click()
    assert chips.query.checked_within == 30
    assert not more.box("checked:90").isChecked()


def test_a_press_on_the_count_ticks_and_one_between_the_boxes_changes_nothing(chips, more, qtbot):
    box = more.box("open now")
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() + QPoint(box.width() // 2 - 4, 0))
    assert chips.query.open_now
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton, pos=QPoint(40, 3))
    qtbot.mouseClick(box.parentWidget(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert more.isVisible()


def test_no_count_is_cut_off_however_large(chips, counting, monkeypatch):
    for code in load_categories():
        monkeypatch.setitem(COUNTED, code, Count(123_456, 234_567))
    chips.shown[-1].click()
    more = chips.popups.more
    QApplication.processEvents()
    assert more._scroll.horizontalScrollBar().maximum() == 0
    assert all(box.width() >= box.sizeHint().width() for box in more.findChildren(CountedCheck))


def test_what_has_the_focus_is_in_sight(more):
    boxes = [box for box in more.findChildren(type(more.box(Fact.FREE))) if box.isVisible()]
    boxes[-1].setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert boxes[-1].visibleRegion().boundingRect().height() == boxes[-1].height()


def test_the_list_fits_a_small_window(chips):
    chips.window().resize(1024, 592)
    chips.shown[-1].click()
    popup, anchor = chips.popups.more.geometry(), chips.shown[-1]
    assert chips.window().rect().contains(popup)
    assert popup.top() > anchor.mapTo(chips.window(), anchor.rect().bottomLeft()).y()
