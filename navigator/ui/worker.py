"""Work longer than a frame goes to one thread; its answers come back on the thread of the window.

Callbacks never leave the window's thread: they wait under a ticket, one queued signal carries the answer,
and an answer whose owner is gone is dropped. (A QRunnable that owns its signals crashes; see PLATFORM.md.)
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from navigator.errors import NEUTRAL, UserError
from navigator.ui.collector import Collector

if TYPE_CHECKING:
    from concurrent.futures import Executor

Failed = Callable[[UserError], None]


@dataclass(frozen=True)
class _Waiting:
    owner: QObject
    done: Callable[[Any], None]
    failed: Failed


@dataclass(frozen=True)
class _Answer:
    ticket: int
    value: Any = None
    error: Exception | None = None


class Worker(QObject):
    """Runs one piece of work after the other."""

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor: Executor | None = None
        self._waiting: dict[int, _Waiting] = {}
        self._tickets = 0
        self._collector = Collector(self)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run[T](self, owner: QObject, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> int:
        """Calls `done(work())`, or `failed` with the sentence to show; neither once `owner` is destroyed.

        A fault of the program goes to `sys.excepthook`, and `failed` gets the neutral sentence.
        Returns the ticket that `drop` takes.
        """
        self._tickets += 1
        self._waiting[self._tickets] = _Waiting(owner, done, failed)
        self._thread().submit(self._work, self._tickets, work)
        return self._tickets

    def drop(self, ticket: int) -> None:
        """The answer is no longer wanted; work not yet begun is not done."""
        self._waiting.pop(ticket, None)

    @property
    def busy(self) -> bool:
        return bool(self._waiting)

    def close(self) -> None:
        """Ends the thread: waits for the work under way, leaves the rest undone, delivers nothing more."""
        self._waiting.clear()
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._collector.stop()

    def _thread(self) -> "Executor":
        """Started, and its module imported, by the first work: the first paint does not wait for it."""
        if self._executor is None:
            from concurrent.futures import ThreadPoolExecutor

            self._collector.start()
            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")
        return self._executor

    def _work(self, ticket: int, work: Callable[[], Any]) -> None:
        if ticket not in self._waiting:
            return
        try:
            answer = _Answer(ticket, work())
        except Exception as error:
            answer = _Answer(ticket, error=error)
        self._answered.emit(answer)

    def _deliver(self, answer: _Answer) -> None:
        waiting = self._waiting.pop(answer.ticket, None)
        if waiting is None or not isValid(waiting.owner):
            return
        match answer.error:
            case None:
                waiting.done(answer.value)
            case UserError() as error:
                waiting.failed(error)
            case fault:
                sys.excepthook(type(fault), fault, fault.__traceback__)
                waiting.failed(UserError(NEUTRAL))
