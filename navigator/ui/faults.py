"""Faults of the program: logged by type and place without values or messages, told in one neutral sentence (P-04)."""

import os
import sys
from pathlib import Path
from traceback import walk_tb
from types import FrameType, TracebackType

from PySide6.QtCore import QObject, Signal

from navigator.clock import Clock, to_store

_LARGEST_LOG = 512 * 1024


class Faults(QObject):
    """`happened` after a fault was logged. A message may hold a name, so only its type is written."""

    happened = Signal()

    def __init__(self, log: Path, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log, self._clock = log, clock
        self._newest = ""

    @property
    def newest(self) -> str:
        """The last fault as it was logged; empty while there was none."""
        return self._newest

    def install(self) -> None:
        sys.excepthook = self.take

    def take(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """What `sys.excepthook` calls."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        self._newest = f"{to_store(self._clock())} {_describe(fault, trace)}"
        self._write(self._newest + "\n")
        self.happened.emit()

    def _write(self, entry: str) -> None:
        """Appends to the log, readable by its owner only; a log that cannot be written never makes a second fault."""
        try:
            if self._log.exists() and self._log.stat().st_size > _LARGEST_LOG:
                self._log.replace(self._log.with_suffix(".old"))
            handle = os.open(self._log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(handle, "a", encoding="utf-8") as log:
                log.write(entry)
        except OSError:
            return


def _describe(fault: BaseException, trace: TracebackType | None) -> str:
    words = f"{type(fault).__name__} at " + " > ".join(_place(frame, line) for frame, line in walk_tb(trace))
    cause = fault.__cause__ or fault.__context__
    return words if cause is None else f"{words} | from {_describe(cause, cause.__traceback__)}"


def _place(frame: FrameType, line: int) -> str:
    """Module, line and function; never the folder, which names the person whose computer it is."""
    return f"{frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_name}"
