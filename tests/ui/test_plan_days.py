"""A day as one types it: read, shown in full, and refused with a sentence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from navigator.ui.widgets.day_entry import NO_DAY, DayEntry
from navigator.ui.widgets.day_reading import read_day, say_day
from tests.ui.desk_of_find import in_front

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", date(2026, 11, 23)),
        ("Tonight", date(2026, 11, 23)),
        ("tomorrow", date(2026, 11, 24)),
        ("tue", date(2026, 11, 24)),
        ("Thurs", date(2026, 11, 26)),
        ("mon", date(2026, 11, 30)),
        ("11/25", date(2026, 11, 25)),
        ("11/25/26", date(2026, 11, 25)),
        ("1/5", date(2027, 1, 5)),
        ("nov 25", date(2026, 11, 25)),
        ("25 November", date(2026, 11, 25)),
        ("Dec. 1st, 2026", date(2026, 12, 1)),
        ("may 3", date(2027, 5, 3)),
        ("2026-12-24", date(2026, 12, 24)),
        ("in 3 days", date(2026, 11, 26)),
        ("in 2 weeks", date(2026, 12, 7)),
        ("+1", date(2026, 11, 24)),
        ("Wednesday, November 25", date(2026, 11, 25)),
        ("  wed ,  nov 25 ", date(2026, 11, 25)),
        ("11/20", date(2026, 11, 20)),
        ("١٢/٣", date(2026, 12, 3)),
    ],
)
def test_a_day_is_read_as_it_is_meant(typed, meant):
    assert read_day(typed, MONDAY) == meant


@pytest.mark.parametrize("typed", ["", "soon", "tu", "ma 3", "13/1", "2/30", "11/", "nov", "day 5", "99", "0/0"])
def test_what_names_no_day_is_none(typed):
    assert read_day(typed, MONDAY) is None


@given(st.dates(date(2026, 11, 23), date(2029, 12, 31)))
def test_a_day_as_it_is_said_is_read_back(day):
    assert read_day(say_day(day, MONDAY), MONDAY) == day


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text):
    read_day(text, MONDAY)


@pytest.fixture
def entry(qtbot: QtBot, theme) -> DayEntry:
    made, around = DayEntry(theme, lambda: MONDAY, name="Day"), QWidget()
    column = QVBoxLayout(around)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    in_front(qtbot, around)
    made.setFocus()
    return made


def leave(entry: DayEntry) -> None:
    entry.parentWidget().findChildren(QLineEdit)[-1].setFocus()
    QApplication.processEvents()


def test_what_was_understood_is_told_while_one_types(entry):
    QTest.keyClicks(entry, "tue")
    assert entry.day == date(2026, 11, 24)
    assert entry.accessibleDescription() == "Tuesday, November 24"
    assert entry.text() == "tue"


def test_the_line_holds_the_whole_date_when_it_is_left(entry):
    QTest.keyClicks(entry, "11/25")
    leave(entry)
    assert entry.text() == "Wednesday, November 25"
    assert entry.day == date(2026, 11, 25)


def test_what_is_no_day_stays_and_is_said(entry):
    QTest.keyClicks(entry, "soonish")
    leave(entry)
    assert entry.text() == "soonish"
    assert entry.day is None
    assert entry.trouble == NO_DAY


def test_a_day_that_has_passed_is_refused_with_its_name(entry):
    QTest.keyClicks(entry, "11/20")
    assert entry.day is None
    assert entry.trouble == "Friday, November 20 has passed. Choose today or a later day."


def test_only_a_person_types(entry, qtbot):
    with qtbot.assertNotEmitted(entry.typed):
        entry.put(date(2026, 11, 25))
        entry.put(None, "soonish")
    with qtbot.waitSignal(entry.typed):
        QTest.keyClicks(entry, "x")
