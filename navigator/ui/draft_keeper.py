"""Keeps what is typed into one form: encrypted, soon after each key, and at once when the window locks or closes."""

import threading
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from navigator.access import Actor
from navigator.errors import UserError
from navigator.storage.drafts import Draft
from navigator.ui.worker import Worker

SOON_MS = 400


class KeepsDrafts[K: StrEnum](Protocol):
    """The drafts of a store, by the forms that it knows."""

    def keep(self, actor: Actor, /, kind: K, subject: str, content: Mapping[str, str]) -> None: ...

    def find(self, actor: Actor, /, kind: K, subject: str) -> Draft[K] | None: ...

    def drop(self, actor: Actor, /, kind: K, subject: str) -> None: ...


class DraftKeeper(QObject):
    """The draft of one form on one record. `troubled` gives the sentence when it cannot be kept, "" when it can again.

    The form calls `typed` at each change and `flush` when it is covered or left. Around a save it calls `mark` before
    and `forget(mark)` after: the service has dropped the draft in the save's own transaction, and what was typed while
    it saved is kept anew.
    """

    troubled = Signal(str)

    def __init__[K: StrEnum](
        self, drafts: KeepsDrafts[K], actor: Actor, worker: Worker, kind: K, subject: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._worker, self._subject = worker, subject
        self._find_it: Callable[[], Draft[K] | None] = lambda: drafts.find(actor, kind, subject)
        self._keep_it: Callable[[Mapping[str, str]], None] = lambda typed: drafts.keep(actor, kind, subject, typed)
        self._drop_it: Callable[[], None] = lambda: drafts.drop(actor, kind, subject)
        self._content: Mapping[str, str] = {}
        self._typed = self._kept = self._forgotten = 0
        self._writing = threading.Lock()
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._keep)

    @property
    def subject(self) -> str:
        return self._subject

    def found(self) -> Mapping[str, str]:
        """What was typed and not saved, or {}."""
        draft = self._find_it()
        return draft.content if draft else {}

    def typed(self, content: Mapping[str, str]) -> None:
        """Kept within `SOON_MS`, also while somebody types without a pause."""
        self._content = dict(content)
        self._typed += 1
        if not self._soon.isActive():
            self._soon.start()

    def flush(self) -> str:
        """Keeps the newest typing at once, unless it is on the disk already; returns why it could not, or "".

        What cannot be kept goes on waiting: a form whose words are not kept must not be emptied.
        """
        self._soon.stop()
        try:
            self._write(self._typed, self._content)
        except UserError as error:
            self._failed(error)
            return error.sentence
        self.troubled.emit("")
        return ""

    def mark(self) -> int:
        """What is typed up to now, for `forget`. It is on the disk first: the save may fail and the window may lock."""
        self.flush()
        return self._typed

    def forget(self, mark: int | None = None) -> None:
        """What was typed up to `mark`, by default all of it, is saved; what came after goes on waiting."""
        self._forgotten = self._typed if mark is None else mark
        if self._typed > self._forgotten:
            self._kept = min(self._kept, self._forgotten)  # the save may have dropped what was kept meanwhile
            self._soon.start()
        else:
            self._soon.stop()

    def drop(self) -> None:
        """Throws the draft away, kept or waiting; what is typed from now on is another one."""
        self.forget()
        turn = self._typed
        self._worker.run(self, lambda: self._throw_away(turn), _done, self._failed)

    def _keep(self) -> None:
        turn, content = self._typed, self._content
        self._worker.run(self, lambda: self._write(turn, content), self._is_kept, self._failed)

    def _write(self, turn: int, content: Mapping[str, str]) -> None:
        """From either thread, one after the other: an older typing never comes over a newer one."""
        with self._writing:
            if turn > max(self._kept, self._forgotten):
                self._keep_it(content)
                self._kept = turn

    def _throw_away(self, turn: int) -> None:
        """What was typed and kept while this waited stays."""
        with self._writing:
            if self._kept <= turn:
                self._drop_it()

    def _is_kept(self, _nothing: None) -> None:
        self.troubled.emit("")

    def _failed(self, error: UserError) -> None:
        self.troubled.emit(error.sentence)


def _done(_nothing: None) -> None:
    """Thrown away."""
