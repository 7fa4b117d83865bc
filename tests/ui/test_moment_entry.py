"""The input for a time: what it shows, what it means, what a draft keeps of it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.ui.widgets.field import Field
from navigator.ui.widgets.moment_entry import MomentEntry
from tests.ui.desk_of_find import in_front, press

ZONE = ZoneInfo("America/New_York")


@pytest.fixture
def entry(qtbot, theme, clock) -> MomentEntry:
    made = MomentEntry(theme, clock, ZONE, name="Arrived")
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(Field(theme, "Arrived", made))
    in_front(qtbot, page)
    made.__dict__["page_kept"] = page
    made.setFocus()
    return made


def test_what_is_typed_becomes_a_moment_and_is_written_out_on_leaving(entry, qtbot) -> None:
    with qtbot.waitSignal(entry.changed):
        QTest.keyClicks(entry.line, "205")
    assert entry.moment == datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
    press(entry, Qt.Key.Key_Tab)
    assert entry.line.text() == "2:05 AM"


def test_the_weekday_is_shown_when_it_is_not_today(entry) -> None:
    QTest.keyClicks(entry.line, "11:50 pm")
    assert "Sunday 11:50 PM" in entry.line.accessibleDescription()
    press(entry, Qt.Key.Key_Return)
    assert entry.line.text() == "Sunday 11:50 PM"
    assert entry.moment == datetime(2026, 11, 23, 4, 50, tzinfo=UTC)


def test_what_is_no_time_is_told_and_stays(entry) -> None:
    QTest.keyClicks(entry.line, "soon")
    press(entry, Qt.Key.Key_Tab)
    assert (entry.moment, entry.line.text()) == (None, "soon")
    assert entry.trouble == "This is no time. Write it like 2:05 AM or 14:05."


def test_an_empty_time_is_no_trouble(entry) -> None:
    QTest.keyClicks(entry.line, "2")
    press(entry, Qt.Key.Key_Backspace)
    assert (entry.moment, entry.trouble, entry.text) == (None, "", "")


def test_now_takes_this_minute(entry, qtbot, clock) -> None:
    clock.forward(seconds=31)
    with qtbot.waitSignal(entry.changed):
        entry.now.click()
    assert entry.moment == datetime(2026, 11, 23, 7, 14, tzinfo=UTC)
    assert entry.line.text() == "2:14 AM"


def test_putting_a_time_in_tells_nobody_and_keeps_its_seconds(entry, qtbot) -> None:
    exact = datetime(2026, 11, 23, 7, 5, 42, tzinfo=UTC)
    with qtbot.assertNotEmitted(entry.changed):
        entry.put(exact)
    assert (entry.moment, entry.line.text()) == (exact, "2:05 AM")


def test_a_draft_means_the_same_moment_a_day_later(entry, theme, clock, qtbot) -> None:
    QTest.keyClicks(entry.line, "205")
    kept = entry.text
    clock.forward(days=1)
    again = MomentEntry(theme, clock, ZONE, name="Arrived")
    qtbot.addWidget(again)
    again.put_text(kept)
    assert again.moment == datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
    assert again.line.text() == "Monday 2:05 AM"


@pytest.mark.parametrize("typed", ["soon", "2:99", ""])
def test_a_draft_keeps_what_could_not_be_read(typed: str, entry) -> None:
    entry.put_text(typed)
    assert (entry.text, entry.moment) == (typed, None)


def test_ahead_has_no_now_button_and_reads_the_next_such_time(theme, clock, qtbot) -> None:
    entry = MomentEntry(theme, clock, ZONE, name="Bed held until", ahead=True)
    in_front(qtbot, entry)
    assert not entry.now.isVisible()
    QTest.keyClicks(entry.line, "4")
    assert entry.moment == datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
