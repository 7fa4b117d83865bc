"""The tour: a whole visit to the desk on fresh stations, in the real window, with a picture of every screen.

It is also an end-to-end test: whatever goes wrong on the way ends it with exit code 1.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from navigator.app import demo
from navigator.app.guide import Guide, Lost
from navigator.app.profile import Profile
from navigator.app.tour_desk import walk_desk
from navigator.app.tour_visit import walk_visit
from navigator.app.window import open_window
from navigator.clock import system_clock
from navigator.errors import UserError

_NAME = "Sam T."
_PASSPHRASE = "an invented passphrase"  # noqa: S105 - of a station that is thrown away


def tour(out: Path, *, every_paper: bool) -> int:  # noqa: ARG001 - the handout is the only kind of paper so far
    """Walks through the window and leaves pictures and papers in `out`; returns the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"The folder {out} cannot be made: {error.strerror}.") from None
    qInstallMessageHandler(_without_noise)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    try:
        with tempfile.TemporaryDirectory() as folder:
            _set_up_a_station(Path(folder) / "team", out)
            _look_around(Path(folder) / "demo", out)
    except Lost as error:
        print(f"The tour lost its way: {error}", file=sys.stderr)  # noqa: T201 - at a terminal
        return 1
    finally:
        application.processEvents()
    print(f"Pictures and papers are in {out}.")  # noqa: T201 - at a terminal
    return 0


def _without_noise(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """Qt's platform without a screen says of each window that it cannot hint at sizes; the rest is passed on."""
    if "propagateSizeHints" not in words:
        print(words, file=sys.stderr)  # noqa: T201 - what Qt would have done


@contextmanager
def _window(profile: Path, out: Path) -> Iterator[Guide]:
    """A window on a fresh profile; a fault of the program inside ends the tour."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - made by `tour`
    opened = open_window(Profile(profile), application, system_clock, ask=lambda _parent, name: out / name.lower())
    before, sys.excepthook = sys.excepthook, opened.faults.take
    faults: list[bool] = []
    opened.faults.happened.connect(lambda: faults.append(True))
    opened.window.show()
    try:
        guide = Guide(opened, out)
        guide.begin()
        yield guide
        guide.settle()
    finally:
        sys.excepthook = before
        opened.close()
        opened.window.deleteLater()
    if faults:
        raise Lost(opened.faults.newest)


def _set_up_a_station(profile: Path, out: Path) -> None:
    with _window(profile, out) as guide:
        guide.wait_for("Set up this station")
        guide.picture("01-first-run")
        guide.press("Set up this station")
        guide.write("Your name", _NAME)
        guide.write("Passphrase", _PASSPHRASE)
        guide.write("The same passphrase again", _PASSPHRASE)
        guide.picture("02-set-up")
        guide.press("Set up this station")
        guide.wait_for("I have it on paper")
        guide.picture("03-recovery-code")
        guide.write("Type its last group from your paper", guide.recovery_code().split()[-1])
        guide.press("I have it on paper")
        guide.wait_for("Start a visit")
        guide.picture("04-nothing-to-do")
        guide.press("Find help")
        guide.write("Search for help", "metadone clinc")
        guide.picture("05-typed-badly")
        guide.write("Search for help", "wants to kill himself, detox")
        guide.picture("05a-danger-words")
        guide.resize(1024, 640)
        guide.picture("05b-danger-words-small-window")
        guide.resize(1280, 800)


def _look_around(profile: Path, out: Path) -> None:
    with _window(profile, out) as guide:
        guide.press("Look around with a demo station")
        walk_visit(guide)
        guide.press("Find help")
        _search(guide)
        _put_on_paper(guide)
        _lock(guide)
        walk_desk(guide)


def _search(guide: Guide) -> None:
    guide.write("Search for help", "detxo for women tonight, medicaid, no id, near 19134")
    guide.picture("31-search")
    guide.press("Why this one")
    guide.picture("32-why-this-one")
    _filter(guide)
    guide.write("Search for help", "safe house")
    guide.picture("33-confidential")
    guide.write("Search for help", "xylophone repair")
    guide.picture("34-nothing-found")
    guide.press("Tell the directory desk")
    guide.type_in(" for a music group")
    guide.picture("34a-words-for-the-desk")
    guide.resize(1024, 640)
    guide.picture("34b-words-for-the-desk-small-window")
    guide.resize(1280, 800)
    guide.press("Send")
    guide.picture("34c-sent-to-the-desk")


def _filter(guide: Guide) -> None:
    """The lists of filters with their counts, over a search with few words."""
    guide.write("Search for help", "detox")
    guide.press("Kind of help")
    guide.picture("32a-kinds-with-counts")
    guide.keys("Esc")
    guide.press("More")
    guide.press_starting("ID not needed")
    guide.picture("32b-filters-with-counts")
    guide.keys("Esc")
    guide.press("ID not needed")


def _put_on_paper(guide: Guide) -> None:
    guide.write("Search for help", "detox")
    guide.keys("Ctrl+D", "Down", "Ctrl+D", "Down", "Ctrl+D")
    guide.picture("35-on-paper")
    guide.resize(1024, 640)
    guide.picture("36-small-window")
    guide.resize(1280, 800)
    guide.keys("Ctrl+P")
    guide.wait_for("Save as PDF")
    guide.picture("37-preview")
    guide.press("Save as PDF")
    guide.picture("38-saved")
    guide.press("Back to results")


def _lock(guide: Guide) -> None:
    guide.keys("Ctrl+L")
    guide.wait_for("Unlock")
    guide.picture("39-locked")
    guide.write("Passphrase", "not this one")
    guide.press("Unlock")
    guide.picture("40-wrong-passphrase")
    guide.write("Passphrase", demo.PASSPHRASE)
    guide.press("Unlock")
    guide.wait_for("Search for help")
    guide.keys("Ctrl+L")
    guide.press("Someone else")
    guide.picture("41-someone-else")
