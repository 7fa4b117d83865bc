"""Shows the window on a profile: it is painted first, what signing in needs is fetched after."""

import gc
import os
import sys
from dataclasses import dataclass

from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication

from navigator.app.front import StationFront
from navigator.app.profile import Profile
from navigator.clock import Clock, system_clock
from navigator.errors import StationError
from navigator.ui.faults import Faults
from navigator.ui.main_window import MainWindow
from navigator.ui.paper.where import AskWhere, ask_where
from navigator.ui.theme.theme import Theme
from navigator.ui.wiring import connect, pages_for
from navigator.ui.worker import Worker


@dataclass(frozen=True)
class Opened:
    """The window with what must be closed behind it."""

    window: MainWindow
    theme: Theme
    front: StationFront
    worker: Worker
    faults: Faults
    claim: QLockFile | None

    def close(self) -> None:
        self.window.close()
        self.worker.close()
        self.front.close()
        if self.claim is not None:
            self.claim.unlock()


def show(folder: str | None) -> int:
    """Opens the window and stays until it is closed; returns the exit code."""
    if not _has_screen():
        print("There is no screen here. Try: navigator tour --out DIR", file=sys.stderr)  # noqa: T201 - at a terminal
        return 1
    application = QApplication(sys.argv[:1])
    opened = open_window(Profile.chosen(folder), application, system_clock)
    opened.faults.install()
    opened.window.show()
    gc.enable()  # `cli` stopped it while the modules loaded
    code = application.exec()
    opened.close()
    return code


def open_window(profile: Profile, application: QApplication, clock: Clock, ask: AskWhere = ask_where) -> Opened:
    """Builds the window on `profile`; one that is open elsewhere or cannot be used says so in the window."""
    claim, problem = None, ""
    try:
        claim = profile.claim_window()
    except StationError as error:
        problem = error.sentence
    theme, worker, front = Theme(application), Worker(), StationFront(profile, clock, problem)
    window = MainWindow(front, theme, worker, pages_for(theme, worker, ask))
    faults = Faults(profile.log, clock, window)
    connect(window, faults)
    return Opened(window, theme, front, worker, faults, claim)


def _has_screen() -> bool:
    named = os.environ.get("QT_QPA_PLATFORM") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or bool(named)
