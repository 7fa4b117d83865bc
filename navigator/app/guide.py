"""Drives the real window as a person would, by what can be read on it, and takes pictures of it, light and dark."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from navigator.app.window import Opened
from navigator.ui.theme.theme import Scheme

PATIENCE_MS = 60_000
_STEP_MS = 15


class Lost(Exception):
    """What the guide looked for is not on the screen."""


class Guide:
    """Presses, types and waits in one open window; `out` is where pictures go, None takes none."""

    def __init__(self, opened: Opened, out: Path | None) -> None:
        self.opened = opened
        self._window = opened.window
        self._out = out

    def begin(self) -> None:
        """Gives the window the size and the focus that it would have on a screen."""
        self.resize(1280, 800)
        self._window.activateWindow()
        self.wait_until(self._window.isActiveWindow, "the window to be active")

    def press(self, words: str) -> None:
        """Clicks the visible button that says `words`, or whose accessible name begins so."""
        button = self._find(QAbstractButton, lambda found: words in (found.text(), found.accessibleName()))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def press_starting(self, words: str) -> None:
        """Clicks the visible button whose words or accessible name begin so: a tab with its count, for one."""
        button = self._find(
            QAbstractButton, lambda found: found.text().startswith(words) or found.accessibleName().startswith(words)
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def press_last(self, words: str) -> None:
        """Clicks the last button that says so, where a page of the navigation has the same name."""
        buttons = [found for found in self._all(QAbstractButton) if words in (found.text(), found.accessibleName())]
        if not buttons:
            raise Lost(f"no button says “{words}”")
        QTest.mouseClick(buttons[-1], Qt.MouseButton.LeftButton)
        self.settle()

    def write(self, label: str, text: str) -> None:
        """Types into the field of that label, in place of what stood there."""
        field = self._find(QWidget, lambda found: _is_text(found) and found.accessibleName() == label)
        field.setFocus()
        QTest.keySequence(field, QKeySequence.StandardKey.SelectAll)
        self.type_in(text)

    def type_in(self, text: str) -> None:
        """Types where the focus is."""
        QTest.keyClicks(QApplication.focusWidget() or self._window, text)
        self.settle()

    def choose(self, label: str, words: str) -> None:
        """Chooses those words in the list of that label."""
        choice = self._find(QComboBox, lambda found: found.accessibleName() == label)
        place = choice.findText(words)
        if place < 0:
            raise Lost(f"“{label}” does not offer “{words}”")
        choice.setCurrentIndex(place)
        choice.activated.emit(place)
        self.settle()

    def keys(self, *sequences: str) -> None:
        """Presses key combinations where the focus is."""
        for sequence in sequences:
            target = QApplication.focusWidget() or self._window
            QTest.keySequence(target, QKeySequence(sequence))
            self.settle()

    def wait_for(self, label: str) -> None:
        """Until a field or button of that label is on the screen."""
        self.wait_until(lambda: bool(self._labelled(label)), f"“{label}” on the screen")

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        waited = 0
        while not holds():
            if waited > PATIENCE_MS:
                raise Lost(f"waited in vain for {what}")
            self._pause(_STEP_MS)
            waited += _STEP_MS

    def settle(self) -> None:
        """Lets the window finish what a key or click began."""
        self._pause(_STEP_MS)
        self.wait_until(lambda: not self.opened.worker.busy, "the worker")
        self._pause(_STEP_MS)

    def widget[W: QWidget](self, kind: type[W]) -> W:
        """The visible part of the window of that kind."""
        return self._find(kind, lambda _found: True)

    def picture(self, name: str) -> None:
        """Leaves NAME-light.png and NAME-dark.png of the window with what floats over it.

        The walk goes on in the scheme that came second: a whole window is dressed anew once for a picture, not twice.
        """
        if self._out is None:
            return
        theme = self.opened.theme
        for scheme in (Scheme.DARK, Scheme.LIGHT) if theme.dark else (Scheme.LIGHT, Scheme.DARK):
            theme.choose(scheme)
            self.settle()
            image = self._window.grab()
            painter = QPainter(image)
            for floating in self._floating():
                painter.drawPixmap(self._window.mapFromGlobal(floating.mapToGlobal(QPoint(0, 0))), floating.grab())
            painter.end()
            image.save(str(self._out / f"{name}-{scheme.value}.png"))

    def resize(self, width: int, height: int) -> None:
        self._window.resize(width, height)
        self.settle()

    def in_an_hour(self) -> str:
        """The time an hour from now as one types it, in the city's zone."""
        city = self.opened.front.city
        moment = self.opened.front.clock() + timedelta(hours=1)
        return f"{moment.astimezone(city.zone if city else None):%H:%M}"

    def recovery_code(self) -> str:
        """The code on the screen, its groups apart."""
        named = (found.accessibleName() for found in self._all(QWidget))
        return next(name.partition(": ")[2] for name in named if name.startswith("Recovery code: "))

    def _floating(self) -> list[QWidget]:
        return [
            widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget is not self._window
        ]

    def _labelled(self, label: str) -> list[QWidget]:
        kinds = (*self._all(QAbstractButton), *self._all(QLineEdit), *self._all(QPlainTextEdit))
        return [found for found in kinds if label in (found.accessibleName(), _words_of(found))]

    def _find[W: QWidget](self, kind: type[W], fits: Callable[[W], bool]) -> W:
        for found in self._all(kind):
            if fits(found):
                return found
        seen = ", ".join(_words_of(found) or found.accessibleName() for found in self._all(kind))
        raise Lost(f"no such {kind.__name__}; there are: {seen}")

    def _all[W: QWidget](self, kind: type[W]) -> list[W]:
        places = [*self._floating(), self._window]
        return [found for place in places for found in place.findChildren(kind) if found.isVisible()]

    def _pause(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def _is_text(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit | QPlainTextEdit)


def _words_of(widget: QWidget) -> str:
    """What a button or a field says; "" of any other part of the window."""
    return widget.text() if isinstance(widget, QAbstractButton | QLineEdit) else ""
