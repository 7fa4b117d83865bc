"""One handoff while it is written: what is typed kept as a draft, saved when asked, merged when somebody was faster."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.draft import DraftKind
from navigator.referrals.handoff import SavedHandoff
from navigator.ui.draft_keeper import DraftKeeper
from navigator.ui.handoff.content import Content, read, written
from navigator.ui.handoff.merge import SEEN, Merged, changes, merge, restore
from navigator.ui.handoff.record import Record
from navigator.ui.ports import Desk
from navigator.ui.worker import Worker


class Overtaken(UserError):
    """Somebody saved this handoff meanwhile."""


class Writing(QObject):
    """`content` is what is typed, over `first`. It knows no input.

    `saved` once it is in the store; `refused` gives the UserError; `troubled` the sentence when the draft cannot be
    kept, "" when it can again.
    """

    saved = Signal()
    refused = Signal(object)
    troubled = Signal(str)

    def __init__(self, desk: Desk, casework: Casework, worker: Worker, record: Record, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._casework, self._worker = desk, casework, worker
        self.record = record
        self.first = record.first
        self.busy = False
        self._keeper = DraftKeeper(
            casework.drafts, desk.actor, worker, DraftKind.HANDOFF, record.referral.id, parent=self
        )
        self._keeper.troubled.connect(self.troubled)
        draft = record.draft.content if record.draft else {}
        self.restored = restore(record.first, record.saved.revision, draft)
        self.content: Content = self.restored.content

    @property
    def has_typed(self) -> bool:
        """Whether anything was typed that is not saved."""
        return bool(changes(self.first, self.content))

    @property
    def is_saved(self) -> bool:
        return self.record.saved.revision > 0 and not self.record.proposes and not self.has_typed

    def type(self, content: Content) -> None:
        """Takes what the form holds now; the draft follows."""
        had_typed = self.has_typed
        self.content = content
        if self.has_typed:
            self.keep()
        elif had_typed:
            self._keeper.drop()

    def flush(self) -> None:
        """The window locks or another record is shown: what waits is kept at once."""
        self._keeper.flush()

    def throw_away(self) -> None:
        """Back to what was saved; the draft goes too."""
        self.content = self.first
        self._keeper.drop()

    def save(self) -> None:
        """Saves what is typed. The draft is kept before, so that a refusal loses nothing."""
        if self.busy or self.is_saved:
            return
        self.busy = True
        self.flush()
        sent, seen = self.content, self.record.saved.revision

        def work() -> SavedHandoff:
            try:
                return self._casework.handoffs.save(self._desk.actor, self.record.referral.id, read(sent), seen)
            except UserError as error:
                if self._newest().revision != seen:
                    raise Overtaken(error.sentence) from error
                raise

        self._worker.run(self, work, lambda saved: self._take_saved(saved, sent), self._take_refusal)

    def renew(self, record: Record) -> None:
        """The record was read anew and has the revision that is typed over: what stands beside the form may differ."""
        typed = self.has_typed
        self.record = record
        if not typed:
            self.first = self.content = record.first

    def merge(self, record: Record) -> Merged:
        """Somebody saved meanwhile: their words, with everything that was typed here over them."""
        merged = merge(self.first, self.content, record.first)
        self.record, self.first, self.content = record, record.first, merged.content
        if self.has_typed:
            self.keep()
        return merged

    def _take_saved(self, saved: SavedHandoff, sent: Content) -> None:
        self.busy = False
        self.record = replace(self.record, saved=saved, first=written(saved.handoff), draft=None)
        self.first = sent
        if self.has_typed:  # typed while it was being saved
            self.keep()
        else:
            self._keeper.forget()
        self.saved.emit()

    def _take_refusal(self, error: UserError) -> None:
        self.busy = False
        if self.has_typed:
            self.keep()
        self.refused.emit(error)

    def keep(self) -> None:
        """The draft is what was typed, and over which revision."""
        self._keeper.typed({**changes(self.first, self.content), SEEN: str(self.record.saved.revision)})

    def _newest(self) -> SavedHandoff:
        return self._casework.handoffs.handoff(self._desk.actor, self.record.referral.id)
