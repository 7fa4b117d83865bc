"""Keeps the search true of the directory and packed in its store, on the worker and when nobody waits for it.

Nothing of it runs while the station is locked or closing.
"""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from navigator.errors import UserError
from navigator.resources.live_index import Stopped
from navigator.resources.snapshot_since import Changed
from navigator.ui.ports import Desk
from navigator.ui.worker import Worker

NOT_READY = "The directory is being read. Until then only crisis and national lines are found; it takes about a minute."
_QUIET_MS = 20_000


class IndexKeeper(QObject):
    """Belongs to `page`: rests while that is disabled, as everything is under the lock.

    `renewed` when other entries may be found than before; `told` with the sentence that stands above the results,
    or "".
    """

    renewed = Signal()
    told = Signal(str)

    def __init__(self, desk: Desk, worker: Worker, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._index, self._actor, self._worker = desk.index, desk.actor, worker
        self._going = threading.Event()
        self._ticket = 0
        self._shown = self._index.builds if self._index is not None else 0
        self._is_rebuilding = False
        self.quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self.quiet.timeout.connect(self._look_and_keep)
        page.installEventFilter(self)

    def wake(self) -> None:
        """The station is open: an index that is not whole is built now, one that is gets packed when it is quiet."""
        if self._index is None:
            return
        self._going.set()
        self._show()
        if self._index.is_whole:
            self.quiet.start()
        else:
            self.renew()

    def rest(self) -> None:
        """Stops what is under way; it is taken up again when the station is open."""
        self.quiet.stop()
        self._going.clear()
        self._worker.drop(self._ticket)
        self._is_rebuilding = False

    def heed(self) -> None:
        """Entries changed or somebody types: it is quiet again some time after, when nothing is built."""
        if self._going.is_set() and not self._is_rebuilding:
            self.quiet.start()

    def renew(self) -> None:
        """Much of the directory changed."""
        self._look(self.heed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.EnabledChange and watched is self._page:
            if self._page.isEnabled():
                self.wake()
            else:
                self.rest()
        return False

    def _look_and_keep(self) -> None:
        if self._page.window().isVisible():  # the pages of a window that was closed may outlive its worker
            self._look(self._keep)

    def _look(self, then: Callable[[], None]) -> None:
        """Reads what changed, on the worker; follows it here, where saves come from too."""
        index, actor = self._index, self._actor
        if index is not None:
            self._run(lambda: index.changes(actor), lambda changed: self._follow(changed, then))

    def _follow(self, changed: Changed | None, then: Callable[[], None]) -> None:
        index, actor, going = self._index, self._actor, self._going
        assert index is not None  # noqa: S101 - for the type checker: without one nothing was looked for
        if changed is None:
            self.quiet.stop()
            self._run(lambda: index.rebuild(actor, going.is_set), lambda _nothing: self._take_up(then))
            self._is_rebuilding = True
        elif not index.take(actor, changed):
            self._look(then)
        else:
            self._show(others=bool(changed.entries or changed.removed))
            then()

    def _take_up(self, then: Callable[[], None]) -> None:
        self._is_rebuilding = False
        self._show()
        then()

    def _show(self, *, others: bool = False) -> None:
        """Whatever way the index came to be as it is, this is told of it as it is now."""
        index = self._index
        assert index is not None  # noqa: S101 - for the type checker: without one nothing is shown
        self.told.emit("" if index.is_whole else NOT_READY)
        if others or index.builds != self._shown:
            self.renewed.emit()
        self._shown = index.builds

    def _keep(self) -> None:
        index, actor, going = self._index, self._actor, self._going
        if index is not None:
            self._run(lambda: index.keep(actor, going.is_set), _ignore, _ignore)

    def _run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[UserError], None] | None = None
    ) -> None:
        """One piece of this at a time: the newest wish counts."""
        self._worker.drop(self._ticket)
        self._is_rebuilding = False
        self._ticket = self._worker.run(self, work, done, failed or self._not)

    def _not(self, error: UserError) -> None:
        """The directory could not be read: what is found may be old, or not all."""
        self._is_rebuilding = False
        self._show()
        if not isinstance(error, Stopped):
            self.told.emit(error.sentence)


def _ignore(_of_pack: object) -> None:
    """Whether the index was packed or not, it answers: that is nobody's trouble."""
