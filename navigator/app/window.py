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

ALREADY_OPEN = "Navigator is open on this station already. Use the window that is open, or close it first."


@dataclass(frozen=True)
class Opened:
    """The window with what must be closed behind it."""

    window: MainWindow
    theme: Theme
    front: StationFront
    worker: Worker
    faults: Faults
    held: QLockFile | None

    def close(self) -> None:
        self.window.close()
        self.worker.close()
        self.front.close()
        if self.held is not None:
            self.held.unlock()


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
    held, problem = None, ""
    try:
        held = claim(profile)
    except StationError as error:
        problem = error.sentence
    theme, worker, front = Theme(application), Worker(), StationFront(profile, clock, problem)
    window = MainWindow(front, theme, worker, pages_for(theme, worker, ask))
    faults = Faults(profile.log, clock, window)
    connect(window, faults)
    return Opened(window, theme, front, worker, faults, held)


def claim(profile: Profile) -> QLockFile:
    """Holds the profile for one window until it is unlocked or the process ends; `StationError` when it is held."""
    profile.prepare()
    lock = QLockFile(str(profile.folder / "window.lock"))
    lock.setStaleLockTime(0)  # a lock is stale when its process is gone, not when it is old
    if not lock.tryLock(0):
        raise StationError(ALREADY_OPEN)
    return lock


def _has_screen() -> bool:
    named = os.environ.get("QT_QPA_PLATFORM") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or bool(named)
