"""The page "To do" in front of a person: what its rows and its pane say, and which of them is chosen."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from navigator.referrals.referral import Referral
from navigator.ui.follow_up.screen import FollowUpScreen
from navigator.ui.ports import Desk
from navigator.ui.todo.page import TodoPage
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.moment_entry import MomentEntry
from navigator.ui.widgets.segments import Segments
from tests.ui.desk_of_casework import CONTACT, accepted_on, draft_on, ended_on, visit_on

CONTACTS = {"contact_words": CONTACT, "contact_number": "215-555-0188", "no_voicemail": True}


def left_behind(desk: Desk) -> Referral:
    """An accepted referral of a visit that ends now, with a safe way to reach the person."""
    visit = visit_on(desk, **CONTACTS)
    referral = accepted_on(desk, draft_on(desk, visit))
    ended_on(desk, visit)
    return referral


def spoken(page: TodoPage) -> list[str]:
    return [record.spoken for record in page.records.records]


def heads(page: TodoPage) -> list[str]:
    model = page.records.model()
    rows = [model.index(at, 0) for at in range(model.rowCount())]
    return [row.data() for row in rows if not row.flags() & Qt.ItemFlag.ItemIsSelectable]


def said(widget: QWidget) -> list[str]:
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]
    return [label.text() for label in sorted(labels, key=lambda label: label.mapTo(widget, QPoint(0, 0)).y())]


def filled(page: TodoPage) -> list[str]:
    buttons = page.window().findChildren(Button)
    return [button.text() for button in buttons if button.isVisible() and button._variant == "primary"]


def calling(page: TodoPage, key: str = "") -> FollowUpScreen:
    """The call about the chosen task; `key` opens that form of it."""
    assert page.pane.ask is not None
    page.pane.ask.click()
    assert page.call is not None
    if key:
        page.call.outcomes.buttons[key].click()
    return page.call


def written(page: TodoPage, key: str, qtbot: QtBot, **fields: object) -> None:
    """Writes that form of the call and waits until the list is there again."""
    call = calling(page, key)
    fill_form(call, **fields)
    assert call.form is not None
    with qtbot.waitSignal(page.counted):
        call.form.save.click()


def fill_form(call: FollowUpScreen, **fields: object) -> None:
    """By the names of the form's inputs: a choice by its value, a line or a time by what is typed."""
    for name, value in fields.items():
        entry = getattr(call.form, name)
        if isinstance(entry, Segments):
            place = next(at for at, each in enumerate(entry._values) if each == value)
            entry.segments[place].click()
        else:
            line = entry.line if isinstance(entry, MomentEntry) else entry
            line.clear()
            QTest.keyClicks(line, str(value))


def choose(page: TodoPage, words: str) -> None:
    record = next(record for record in page.records.records if words in record.spoken)
    page.records.choose(record.key)
