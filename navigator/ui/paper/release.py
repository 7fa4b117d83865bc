"""Takes pages to a printer or a file through a door, on the worker, and tells in sentences what came of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from navigator.documents.pages import Pages
from navigator.documents.release import Outlet
from navigator.errors import UserError
from navigator.ui.outlets import FileOutlet
from navigator.ui.paper.where import AskWhere
from navigator.ui.worker import Worker

LetOut = Callable[[Pages, Outlet], str]
"""A method of the door, with whoever asks and by what right: gives the pages to the outlet, or raises a UserError."""
_UNDER_WAY = {"printer": "Printing…", "file": "Saving…"}


class Release(QObject):
    """Serves the handout and a person's own paper alike; what is under way when `asking` goes is told to nobody."""

    began = Signal(str)
    ended = Signal(str)
    failed = Signal(str)

    def __init__(self, worker: Worker, let_out: LetOut, ask: AskWhere, asking: QWidget) -> None:
        super().__init__(asking)
        self._worker, self._let_out, self._ask, self._asking = worker, let_out, ask, asking

    def file_for(self, job: str) -> Outlet | None:
        """Asks where to; the name is the paper's neutral one, never a person's (D-11)."""
        path = self._ask(self._asking, f"{job}.pdf")
        return FileOutlet(path) if path is not None else None

    def send(self, pages: Pages, outlet: Outlet) -> None:
        """The very bytes of `pages`."""
        self.began.emit(_UNDER_WAY[outlet.kind])
        self._worker.run(self, lambda: self._let_out(pages, outlet), self.ended.emit, self._fail)

    def _fail(self, error: UserError) -> None:
        self.failed.emit(error.sentence)
