"""The painted table: columns that never cut what matters, rows that stay chosen, keys that mean something."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from navigator.ui.rows.table import EDGE, Cell, Column, TableRow, spans, wanted
from navigator.ui.rows.table_list import TableList
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Scheme
from tests.ui.desk_of_find import in_front, press

COLUMNS = (Column("Service"), Column("Why"), Column("Look at", 60))


def row(key: str, name: str, why: str = "Due", look: str = "Hours, beds, phone, eligibility, payment") -> TableRow:
    return TableRow(key, (Cell(name, weight=600), Cell(why, "clock", "closing"), Cell(look)))


ROWS = (row("a", "Alder House"), row("b", "Birch House"), row("c", "Cedar House", "Unchecked"))


@pytest.fixture
def table(qtbot, theme) -> TableList:
    made = TableList(theme, COLUMNS, name="Due today", keys="12?")
    in_front(qtbot, made)
    made.show_rows(ROWS)
    made.setFocus()
    return made


def test_a_row_is_spoken_whole(table):
    spoken = table.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Cedar House, Unchecked, Hours, beds, phone, eligibility, payment"


@pytest.mark.parametrize("width", [400, 520, 672, 1000])
def test_columns_stay_inside_and_only_those_that_may_are_cut(theme, width):
    needs = wanted(COLUMNS, ROWS)
    first, why, look = spans(COLUMNS, needs, width)
    assert first.left == EDGE
    assert look.left + look.width <= width - EDGE
    assert why.width == needs[1]
    assert 60 <= look.width <= needs[2]
    assert first.left + first.width < why.left < look.left


def test_the_first_row_is_chosen_at_once_and_told(table, qtbot):
    assert table.current_key == "a"
    with qtbot.waitSignal(table.chosen, check_params_cb=lambda key: key == "b"):
        press(table, Qt.Key.Key_Down)


def test_a_digit_is_told_and_other_letters_look_for_a_name(table, qtbot):
    with qtbot.waitSignal(table.keyed, check_params_cb=lambda key: key == "2"):
        press(table, Qt.Key.Key_2)
    with qtbot.assertNotEmitted(table.keyed):
        QTest.keyClick(table, Qt.Key.Key_C)
    assert table.current_key == "c"


def test_with_control_a_digit_is_left_to_the_page(table, qtbot):
    with qtbot.assertNotEmitted(table.keyed):
        QTest.keyClick(table, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)


def test_enter_and_two_clicks_open(table, qtbot):
    with qtbot.waitSignal(table.opened, check_params_cb=lambda key: key == "a"):
        press(table, Qt.Key.Key_Return)
    place = table.visualRect(table.model().index(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.opened, check_params_cb=lambda key: key == "b"):
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_press_under_the_rows_leaves_the_chosen_one_chosen(table):
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, table.viewport().height() - 5))
    assert table.selectionModel().isSelected(table.currentIndex())


def test_the_row_that_comes_into_the_place_of_a_settled_one_is_chosen(table, qtbot):
    table.choose("b")
    with qtbot.waitSignal(table.chosen, check_params_cb=lambda key: key == "c"):
        table.show_rows((ROWS[0], ROWS[2]))
    table.show_rows((ROWS[0],))
    assert table.current_key == "a"
    with qtbot.waitSignal(table.chosen, check_params_cb=lambda key: key is None):
        table.show_rows(())


def test_the_same_rows_in_other_words_keep_choice_and_scroll(table, qtbot):
    many = tuple(row(str(at), f"House {at}") for at in range(60))
    table.show_rows(many)
    table.choose("40")
    scrolled = table.verticalScrollBar().value()
    with qtbot.assertNotEmitted(table.chosen):
        table.show_rows((*many[:-1], row("59", "House 59", "Proposal")))
    assert (table.current_key, table.verticalScrollBar().value()) == ("40", scrolled)


def test_rows_are_of_one_height_under_a_head_that_stays(table):
    assert table.sizeHintForRow(0) == sizes.TABLE_ROW
    assert table.viewport().geometry().top() > sizes.HINT


def test_the_ring_shows_only_while_the_table_has_the_focus_and_it_is_painted_in_the_dark(table, theme):
    with_focus = table.grab().toImage()
    table.clearFocus()
    without = table.grab().toImage()
    assert with_focus != without
    theme.choose(Scheme.DARK)
    assert table.grab().toImage().pixelColor(300, 300).lightness() < 60
