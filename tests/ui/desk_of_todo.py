"""The page "To do" in front of a person: what its rows and its pane say, and which of them is chosen."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from navigator.referrals.referral import Referral
from navigator.ui.ports import Desk
from navigator.ui.todo.page import TodoPage
from navigator.ui.widgets.button import Button
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


def outcome(page: TodoPage, words: str) -> Button:
    assert page.pane.form is not None
    return next(button for button in page.pane.form.outcomes if button.text() == words)


def choose(page: TodoPage, words: str) -> None:
    record = next(record for record in page.records.records if words in record.spoken)
    page.records.choose(record.key)
