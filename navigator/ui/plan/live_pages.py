"""The pages of what is being typed: made anew soon after the last key, on the worker; late answers are dropped."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from navigator.documents.pages import Pages
from navigator.errors import UserError
from navigator.ui.worker import Worker

SOON_MS = 50
"""After the last key; making and drawing the pages take the rest of the 150 ms in which they follow."""

Make = Callable[[], Pages]
"""Makes the pages of one state of the plan."""


class LivePages(QObject):
    """`made` gives the newest Pages; `refused` the sentence why there are none of what was typed last."""

    made = Signal(object)
    refused = Signal(str)

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._wanted: Make | None = None
        self._ticket = 0
        self._pages: Pages | None = None
        self._then: Callable[[Pages | None], None] | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._start)

    @property
    def current(self) -> Pages | None:
        """The pages of what was typed last; None while they are being made, and when they cannot be."""
        return self._pages

    def show_soon(self, make: Make) -> None:
        """The plan changed: what was asked before is no longer wanted."""
        self._worker.drop(self._ticket)
        self._wanted, self._pages, self._ticket = make, None, 0
        self._soon.start()

    def when_current(self, then: Callable[[Pages | None], None]) -> None:
        """Gives `then` the pages of what was typed last: at once, or when they are made; None when they cannot be."""
        if self._pages is not None:
            then(self._pages)
            return
        self._then = then
        if not self._ticket:
            self._start()

    def rest(self) -> None:
        """Nobody looks: what waits is made when it is asked for again."""
        self._soon.stop()

    def _start(self) -> None:
        self._soon.stop()
        if self._wanted is not None and not self._ticket:
            self._ticket = self._worker.run(self, self._wanted, self._show, self._refuse)

    def _show(self, pages: Pages) -> None:
        self._ticket, self._pages = 0, pages
        self.made.emit(pages)
        self._answer(pages)

    def _refuse(self, error: UserError) -> None:
        self._ticket = 0
        self.refused.emit(error.sentence)
        self._answer(None)

    def _answer(self, pages: Pages | None) -> None:
        then, self._then = self._then, None
        if then is not None:
            then(pages)
