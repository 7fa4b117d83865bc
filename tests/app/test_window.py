"""The real window on real stations, as `navigator` opens it."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from navigator.app import demo
from navigator.app.guide import Guide
from navigator.app.profile import Profile
from navigator.app.tour import tour
from navigator.app.window import ALREADY_OPEN, claim, open_window
from navigator.clock import system_clock
from navigator.ui.cover.sign_in import DEMO_ACCOUNTS
from tests.conftest import PASSPHRASE


class Stray(QObject):
    """Notes every widget that becomes a window of its own: on a screen each one would flash."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._window = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shown and watched is not self._window:
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def opened(philadelphia, qapp: QApplication, tmp_path):
    made = []

    def open_on(profile=philadelphia.profile):
        one = open_window(Profile(profile), qapp, system_clock, ask=lambda _parent, name: tmp_path / name)
        made.append(one)
        one.window.show()
        guide = Guide(one, tmp_path)
        guide.begin()
        return guide

    yield open_on
    for one in made:
        one.close()
        one.window.deleteLater()
    qapp.processEvents()


def _said(guide: Guide) -> str:
    return " ".join(label.text() for label in guide.opened.window.findChildren(QLabel) if label.isVisible())


def _sign_in(guide: Guide) -> None:
    guide.wait_for("Name")
    guide.write("Name", "Dana")
    guide.write("Passphrase", PASSPHRASE)
    guide.keys("Return")
    guide.wait_until(lambda: bool(guide._labelled("Find help")), "the pages")
    guide.press("Find help")
    guide.wait_for("Search for help")


def test_signing_in_searching_and_printing_opens_no_stray_window(opened, qapp, tmp_path):
    guide = opened()
    stray = Stray(guide.opened.window)
    qapp.installEventFilter(stray)
    _sign_in(guide)
    guide.write("Search for help", "metadone clinc")
    guide.keys("Ctrl+D", "Down", "Ctrl+D", "Ctrl+P")
    guide.wait_for("Save as PDF")
    guide.press("Save as PDF")
    guide.wait_until((tmp_path / "Handout.pdf").exists, "the paper")
    guide.settle()
    assert qapp.focusWidget().text() == "Save as PDF"
    qapp.removeEventFilter(stray)
    assert stray.seen == []
    assert (tmp_path / "Handout.pdf").read_bytes().startswith(b"%PDF")


def test_a_second_window_on_one_profile_says_that_it_is_open(opened, philadelphia):
    first = claim(Profile(philadelphia.profile))
    assert ALREADY_OPEN in _said(opened())
    first.unlock()


def test_a_profile_can_be_opened_again_after_it_was_closed(opened):
    opened().opened.close()
    assert ALREADY_OPEN not in _said(opened())


def test_a_missing_vault_is_said_in_the_window(opened, philadelphia):
    (philadelphia.profile / "station" / "vault.json").unlink()
    assert "key file (vault.json) is missing" in _said(opened())


def test_a_damaged_directory_is_said_on_the_card_and_not_as_a_fault(opened, philadelphia):
    path = philadelphia.profile / "station" / "directory.db"
    path.write_bytes(b"\x00" * path.stat().st_size)
    guide = opened()
    guide.write("Name", "Dana")
    guide.write("Passphrase", PASSPHRASE)
    guide.keys("Return")
    guide.wait_until(lambda: "damaged or was replaced" in _said(guide), "the sentence")
    assert guide.opened.faults.newest == ""


def test_a_damaged_casework_store_leaves_the_search_usable_and_is_said(opened, philadelphia):
    (philadelphia.profile / "station" / "casework.db").write_bytes(b"\x00" * 8192)
    guide = opened()
    _sign_in(guide)
    assert "casework store of this station is damaged" in _said(guide)
    guide.write("Search for help", "detox")


def test_the_window_title_names_nobody(opened):
    guide = opened()
    _sign_in(guide)
    assert guide.opened.window.windowTitle() == "Navigator"


def test_a_pasted_text_of_ten_thousand_characters_is_answered(opened, qapp):
    guide = opened()
    _sign_in(guide)
    qapp.clipboard().setText("shelter " * 1250)
    guide.keys("Ctrl+V")
    guide.settle()
    assert guide.opened.faults.newest == ""


def test_locking_shows_nothing_of_the_session_and_drops_casework(opened):
    guide = opened()
    _sign_in(guide)
    guide.write("Search for help", "hall-mercer")
    station = guide.opened.front._station
    guide.keys("Ctrl+L")
    guide.wait_for("Unlock")
    assert "Hall-Mercer" not in _said(guide)
    assert not station.casework.is_open
    guide.write("Passphrase", PASSPHRASE)
    guide.press("Unlock")
    guide.wait_for("Search for help")
    assert station.casework.is_open


def test_the_tour_leaves_a_picture_of_every_screen_and_the_paper(qapp, tmp_path):
    assert tour(tmp_path / "out", every_paper=True) == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    pictures = {name for name in names if name.endswith(".png")}
    assert len(pictures) >= 30
    assert {name.replace("-light", "-dark") for name in pictures} == {name for name in pictures if "-dark" in name}
    assert {"handout.pdf", "plan.pdf"} <= names


def test_enter_presses_the_button_that_has_the_focus(opened, tmp_path):
    guide = opened(tmp_path / "empty")
    guide.wait_for("Set up this station")
    guide.keys("Return")
    guide.wait_for("Your name")


def test_an_unknown_name_is_told_to_check_the_name(opened):
    guide = opened()
    guide.wait_for("Name")
    guide.write("Name", "nobody")
    guide.write("Passphrase", PASSPHRASE)
    guide.keys("Return")
    guide.wait_until(lambda: "Check the name" in _said(guide), "the sentence")


def test_the_demo_sign_in_card_names_the_accounts_there_are():
    assert all(name in DEMO_ACCOUNTS for name in (demo.CLINICIAN, demo.SOCIAL_WORKER, demo.SUPERVISOR))
