"""What is typed into texts that wait to be read is kept, as on the desk: one draft for each record (S-13)."""

from PySide6.QtCore import QObject

from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.ui.directory.editor.waiting_card import WaitingCard
from navigator.ui.directory.form_draft import FormDraft
from navigator.ui.ports import Desk
from navigator.ui.worker import Worker


class WaitingDraft(QObject):
    """Follows the card from record to record; of a text that waits no more nothing is kept."""

    def __init__(self, desk: Desk, worker: Worker, card: WaitingCard, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._worker, self._card = desk, worker, card
        self._draft: FormDraft | None = None
        card.shown.connect(self._follow)
        card.typed.connect(self._note)

    def flush(self) -> str:
        """Keeps it at once; why it could not be kept, or ""."""
        return self._draft.flush() if self._draft is not None else ""

    def _follow(self, entry_id: str) -> None:
        if self._draft is None or self._draft.subject != entry_id:
            self._begin(entry_id)
        self._note()

    def _begin(self, entry_id: str) -> None:
        if self._draft is not None:
            self._draft.flush()
            self._draft.deleteLater()
        self._draft = FormDraft(self._desk, self._worker, DeskDraftKind.TEXT, entry_id, self._card.content, self)
        self._draft.troubled.connect(self._card.say)
        self._card.put(self._draft.found())

    def _note(self) -> None:
        if self._draft is not None:
            self._draft.note()
