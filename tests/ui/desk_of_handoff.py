"""The handoff screen on a real station for its tests, and the ways in which a person writes on it."""

from datetime import timedelta

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from navigator.referrals.draft import Draft, DraftKind
from navigator.referrals.handoff import Handoff, SavedHandoff
from navigator.referrals.referral import Referral
from navigator.referrals.visit import Interpreter, Visit
from navigator.storage.station import Station
from navigator.ui.handoff.save_bar import SaveBar
from navigator.ui.handoff.screen import HandoffScreen
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker
from tests.conftest import FakeClock
from tests.ui.desk_of_casework import accepted_on, draft_on, visit_on
from tests.ui.desk_of_find import in_front


def told_visit(desk: Desk) -> Visit:
    """A visit that knows the language, and a safe way to reach the person."""
    return visit_on(
        desk,
        language="Spanish",
        interpreter=Interpreter.BY_PHONE,
        contact_number="215-555-0199",
        contact_words="Text only, after 6 PM",
        no_voicemail=True,
    )


def accepted(desk: Desk, visit: Visit, clock: FakeClock) -> Referral:
    """Ms. Alvarez said yes four minutes ago and holds a bed for an hour."""
    found = accepted_on(desk, draft_on(desk, visit), clock() + timedelta(hours=1))
    clock.forward(minutes=4)
    return found


def screen_on(qtbot: QtBot, desk: Desk, theme: Theme, worker: Worker, referral: Referral) -> HandoffScreen:
    """The screen in front, with the handoff of that referral."""
    screen = HandoffScreen(desk, theme, worker)
    in_front(qtbot, screen)
    screen.show_referral(referral.id)
    QApplication.processEvents()
    return screen


def write(screen: HandoffScreen, key: str, words: str) -> None:
    """Types into a field as a person does."""
    entry = screen.view.form.input_of(key)
    _type(entry.focusProxy() or entry, words)


def reason(screen: HandoffScreen, need: object, words: str) -> None:
    """Says why a needed thing could not be had."""
    row = screen.view.pane.rows[need]
    if row.why.isVisible():
        row.why.click()
    _type(row.reason.input, words)


def choose(screen: HandoffScreen, key: str, words: str) -> None:
    """Presses the segment of those words."""
    segments = screen.view.form.input_of(key).segments
    next(segment for segment in segments if segment.text() == words).click()


def write_all_four(screen: HandoffScreen) -> None:
    """What an accepted referral still needs to be warm."""
    choose(screen, "part", "Spoke")
    write(screen, "read_back_by", "Ms. Alvarez")


def saved_of(desk: Desk, referral: Referral) -> SavedHandoff:
    assert desk.casework is not None
    return desk.casework.handoffs.handoff(desk.actor, referral.id)


def draft_of(desk: Desk, referral: Referral) -> Draft | None:
    assert desk.casework is not None
    return desk.casework.drafts.find(desk.actor, DraftKind.HANDOFF, referral.id)


def save_behind(desk: Desk, referral: Referral, handoff: Handoff) -> SavedHandoff:
    """Another window saves."""
    assert desk.casework is not None
    return desk.casework.handoffs.save(desk.actor, referral.id, handoff, saved_of(desk, referral).revision)


def settle(qtbot: QtBot, worker: Worker) -> None:
    """Everything that was under way has been answered."""
    qtbot.waitUntil(lambda: not worker.busy)


def listed(screen: HandoffScreen) -> list[str]:
    """The links of what is missing."""
    return [row.link.text() for row in screen.view.pane.rows.values() if row.isVisible() and row.why.isVisible()]


def _type(entry: QWidget, words: str) -> None:
    entry.setFocus()
    if isinstance(entry, QPlainTextEdit):
        entry.insertPlainText(words)
    else:
        QTest.keyClicks(entry, words)


def said(screen: HandoffScreen) -> str:
    """Every word that can be seen."""
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def save(screen: HandoffScreen, qtbot: QtBot, worker: Worker) -> SaveBar:
    screen.view.bar.save.click()
    settle(qtbot, worker)
    return screen.view.bar


def cap(station: Station, pages: int) -> None:
    """The disk takes so many pages; SQLite never goes under those there are."""
    with station.casework.connection(writes=False) as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
