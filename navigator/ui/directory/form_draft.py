"""What is typed into a form of the desk, kept until it is saved; an empty form leaves no draft."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.ui.draft_keeper import DraftKeeper
from navigator.ui.ports import Desk
from navigator.ui.worker import Worker

Content = Mapping[str, str]


class FormDraft(QObject):
    """`read` gives what the form holds, {} where nothing was typed. `troubled` as of the keeper."""

    troubled = Signal(str)

    def __init__(
        self, desk: Desk, worker: Worker, kind: DeskDraftKind, subject: str, read: Callable[[], Content], owner: QObject
    ) -> None:
        super().__init__(owner)
        self.subject = subject
        self._read, self._has_draft = read, False
        self._keeper = DraftKeeper(desk.keeping.drafts, desk.actor, worker, kind, subject, self)
        self._keeper.troubled.connect(self.troubled)

    def found(self) -> Content:
        """What was typed before and not saved."""
        content = self._keeper.found()
        self._has_draft = bool(content)
        return content

    def note(self) -> None:
        """A person typed."""
        content = self._read()
        if content:
            self._has_draft = True
            self._keeper.typed(content)
        elif self._has_draft:
            self.drop()

    def flush(self) -> str:
        """Keeps it at once; why it could not be kept, or ""."""
        return self._keeper.flush()

    def leave(self, rest: Content) -> None:
        """All but the rest is saved."""
        if rest:
            self._keeper.typed(rest)
            self._keeper.flush()
        else:
            self.drop()

    def drop(self) -> None:
        """It is saved, or nothing is left of it."""
        self._has_draft = False
        self._keeper.drop()
