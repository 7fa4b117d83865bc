"""Differences field by field: what is struck, what is new, what is ticked, and how it is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from navigator.resources.field_values import phones_value
from navigator.resources.fields import Difference
from navigator.resources.model import Phone
from navigator.ui.directory.difference_view import DifferenceLine, DifferenceView, act_of
from navigator.ui.theme.theme import Scheme
from navigator.ui.widgets.text import Text
from tests.ui.desk_of_find import in_front

PHONE = Difference("phones", phones_value([Phone("215-555-0111")]), phones_value([Phone("215-555-0194")]))
DROP_OFF = Difference("fact:police drop-off", None, "yes")
NOTE = Difference("note", "<b>Ring twice</b>", None)


@pytest.fixture
def view(qtbot, theme) -> DifferenceView:
    made = DifferenceView(theme)
    in_front(qtbot, made)
    return made


def lines(view: DifferenceView) -> list[str]:
    found = [line for row in view.rows for line in row.findChildren(DifferenceLine)]
    return [line.findChild(Text).text() for line in found]


def test_old_and_new_stand_under_each_other_and_an_empty_side_has_no_line(view):
    view.show_differences((PHONE, DROP_OFF, NOTE))
    assert lines(view) == ["215-555-0111", "215-555-0194", "Yes", "<b>Ring twice</b>"]
    assert [act_of(row.difference) for row in view.rows] == ["changed", "was empty", "emptied"]


def test_the_old_value_is_struck_so_that_it_is_told_without_colour(view):
    view.show_differences((PHONE,))
    old, new = view.rows[0].findChildren(DifferenceLine)
    assert [line.findChild(Text).font().strikeOut() for line in (old, new)] == [True, False]


def test_without_a_choice_there_are_no_ticks(view):
    view.show_differences((PHONE,))
    assert (view.ticks, view.chosen) == ((), ())


def test_a_tick_is_told_and_says_the_whole_change(view, qtbot):
    view.show_differences((PHONE, DROP_OFF), chosen={"phones"})
    assert view.chosen == ("phones",)
    assert view.ticks[0].accessibleName() == "Phone, changed. Was 215-555-0111. New: 215-555-0194."
    view.ticks[1].setFocus()
    with qtbot.waitSignal(view.ticked):
        QTest.keyClick(view.ticks[1], Qt.Key.Key_Space)
    assert view.chosen == ("phones", "fact:police drop-off")


def test_ticking_by_the_program_tells_nobody(view, qtbot):
    view.show_differences((PHONE, DROP_OFF), chosen=())
    with qtbot.assertNotEmitted(view.ticked):
        view.choose({"fact:police drop-off"})
    assert view.chosen == ("fact:police drop-off",)


def test_a_note_stands_under_its_field(view):
    view.show_differences((PHONE, NOTE), notes={"note": "This was changed since."})
    assert [row.note.sentence for row in view.rows] == ["", "This was changed since."]


def test_nothing_is_ticked_while_it_is_saved(view):
    view.show_differences((PHONE,), chosen=())
    view.set_locked(True)
    QTest.mouseClick(view.ticks[0], Qt.MouseButton.LeftButton)
    assert view.chosen == ()


def test_long_values_wrap_inside_their_tint(view):
    view.show_differences((Difference("description", "short", "a long text " * 60),))
    view.window().resize(380, 600)
    line = view.rows[0].findChildren(DifferenceLine)[1]
    words = line.findChild(Text)
    assert words.height() >= words.heightForWidth(words.width())


def test_it_is_painted_in_light_and_dark(view, theme):
    view.show_differences((PHONE,), chosen=())
    light = view.grab().toImage()
    theme.choose(Scheme.DARK)
    assert view.grab().toImage() != light
