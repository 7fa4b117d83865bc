"""The small things: pills, chips, buttons, fields, and the ring around what has the focus."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.banner import Banner
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.chip import Chip
from navigator.ui.widgets.choice import Check, Select
from navigator.ui.widgets.field import Field, line
from navigator.ui.widgets.focus_ring import FocusRing
from navigator.ui.widgets.pill import StatePill
from navigator.ui.widgets.text import Elided


def colours(widget: QWidget) -> set[str]:
    image: QImage = widget.grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("state", ["open", "closing", "closed", "unknown", "danger"])
def test_a_pill_shows_its_state_in_ink_and_says_it(theme: Theme, qtbot: QtBot, state):
    pill = StatePill(theme, state, "Open until 6 AM")
    qtbot.addWidget(pill)
    pill.resize(pill.sizeHint())
    assert pill.height() == sizes.PILL
    assert pill.accessibleName() == "Open until 6 AM"
    assert theme.color(state).name() in colours(pill)


def test_pills_differ_in_more_than_colour(theme: Theme, qtbot: QtBot):
    drawn = []
    for state in ("open", "closing", "closed", "unknown", "danger"):
        pill = StatePill(theme, state, "")
        qtbot.addWidget(pill)
        pill.resize(28, 24)
        image = pill.grab().toImage()
        ink = theme.color(state).name()
        inked = [(x, y) for x in range(28) for y in range(24) if QColor(image.pixel(x, y)).name() == ink]
        drawn.append(frozenset(inked))
    assert len(set(drawn)) == 5


def test_a_chip_that_is_on_has_a_tick_and_is_wider(theme: Theme, qtbot: QtBot):
    chip = Chip(theme, "Medicaid")
    qtbot.addWidget(chip)
    off = chip.sizeHint().width()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    assert chip.sizeHint().width() > off + 16
    assert chip.sizeHint().height() == sizes.CHIP


def test_a_button_writes_its_shortcut_inside_until_told_not_to(theme: Theme, qtbot: QtBot):
    plain, hinted = Button(theme, "Print handout"), Button(theme, "Print handout", shortcut="Ctrl+P")
    qtbot.addWidget(plain)
    qtbot.addWidget(hinted)
    assert hinted.sizeHint().width() > plain.sizeHint().width() + 30
    hinted.show_key(False)
    assert hinted.sizeHint() == plain.sizeHint()
    assert hinted.shortcut().toString() == "Ctrl+P"


@pytest.mark.parametrize(("height", "expected"), [(sizes.CONTROL, 36), (sizes.MAIN_ACTION, 42)])
def test_a_button_has_the_height_it_was_given(theme: Theme, qtbot: QtBot, height, expected):
    room = QWidget()
    qtbot.addWidget(room)
    button = Button(theme, "Unlock", "primary", height=height)
    QVBoxLayout(room).addWidget(button)
    room.show()
    assert button.height() == expected


def test_a_disabled_button_keeps_its_contrast(theme: Theme, qtbot: QtBot):
    button = Button(theme, "Print handout")
    qtbot.addWidget(button)
    button.setEnabled(False)
    button.resize(button.sizeHint())
    assert theme.color("text2").name() in colours(button)


def test_a_field_names_its_input_and_tells_its_trouble(theme: Theme, qtbot: QtBot):
    field = Field(theme, "Name", line(), hint="As your supervisor entered it.")
    qtbot.addWidget(field)
    field.show()
    assert field.entry.accessibleName() == "Name"
    assert field.entry.accessibleDescription() == "As your supervisor entered it."
    quiet = field.sizeHint().height()
    field.say("Type your name.")
    assert field.trouble == "Type your name."
    assert field.entry.accessibleDescription() == "Type your name."
    assert field.sizeHint().height() > quiet
    field.say("")
    assert field.sizeHint().height() == quiet


def test_a_long_trouble_breaks_into_lines_and_is_not_cut(theme: Theme, qtbot: QtBot):
    field = Field(theme, "Name", line())
    qtbot.addWidget(field)
    field.resize(200, 300)
    field.show()
    field.say("This name is already on an account of this station. Choose another name for the new account.")
    words = next(label for label in field.findChildren(QWidget) if getattr(label, "wordWrap", bool)())
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()) > 40)


def test_inputs_and_choices_have_the_height_of_controls(theme: Theme, qtbot: QtBot):
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    small, tall, select = line(), line(tall=True), Select(theme)
    for widget in (small, tall, select):
        column.addWidget(widget)
    room.show()
    assert (small.height(), tall.height(), select.height()) == (36, 42, 36)


def test_a_box_to_tick_shows_its_tick(theme: Theme, qtbot: QtBot):
    check = Check(theme, "Show what I type")
    qtbot.addWidget(check)
    check.resize(check.sizeHint())
    assert theme.color("accent").name() not in colours(check)
    check.setChecked(True)
    assert theme.color("accent").name() in colours(check)


def test_a_name_that_is_cut_short_can_be_read_whole(theme: Theme, qtbot: QtBot):
    name = Elided("Ridge Avenue Recovery Center")
    qtbot.addWidget(name)
    name.resize(90, 20)
    name.show()
    name.grab()
    assert name.toolTip() == "Ridge Avenue Recovery Center"
    name.resize(400, 20)
    name.grab()
    assert name.toolTip() == ""


def test_a_banner_has_one_action(theme: Theme, qtbot: QtBot):
    banner = Banner(theme, "closing", "Changed since you were last here", "Three services.", "Show")
    qtbot.addWidget(banner)
    banner.show()
    with qtbot.waitSignal(banner.acted):
        QTest.mouseClick(banner.findChild(Button), Qt.MouseButton.LeftButton)


@pytest.fixture
def room(theme: Theme, qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(400, 300)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_the_ring_lies_two_pixels_around_what_has_the_focus(theme: Theme, room: QWidget):
    ring, entry = FocusRing(room, theme), QLineEdit(room)
    entry.setGeometry(50, 60, 200, 36)
    entry.show()
    entry.setFocus()
    assert ring.geometry() == QRect(46, 56, 208, 44)
    assert room.grab().toImage().pixelColor(150, 57) == theme.color("accent")
    entry.move(70, 60)
    assert ring.x() == 66
    entry.clearFocus()
    assert not ring.isVisible()


def test_the_ring_lets_clicks_through(theme: Theme, room: QWidget):
    button = Button(theme, "Refer", parent=room)
    button.move(20, 20)
    button.show()
    FocusRing(room, theme)
    button.setFocus()
    assert room.childAt(button.geometry().center()) is button


def test_the_ring_stays_inside_a_scroll_area(theme: Theme, room: QWidget):
    area, ring = QScrollArea(room), FocusRing(room, theme)
    area.setGeometry(0, 0, 300, 100)
    entry = QLineEdit()
    tall = QWidget()
    tall.resize(280, 600)
    entry.setParent(tall)
    entry.setGeometry(20, 80, 200, 36)
    area.setWidget(tall)
    area.show()
    entry.setFocus()
    area.verticalScrollBar().setValue(0)
    assert ring.geometry().bottom() <= area.viewport().mapTo(room, QPoint(0, area.viewport().height())).y()


def test_a_list_paints_its_own_focus(theme: Theme, room: QWidget):
    ring, entry = FocusRing(room, theme), QLineEdit(room)
    entry.setProperty("ownRing", True)
    entry.show()
    entry.setFocus()
    assert not ring.isVisible()


def test_the_ring_forgets_what_is_destroyed(theme: Theme, room: QWidget, qtbot: QtBot):
    ring, entry = FocusRing(room, theme), QLineEdit(room)
    entry.show()
    entry.setFocus()
    entry.deleteLater()
    qtbot.waitUntil(lambda: not ring.isVisible())
