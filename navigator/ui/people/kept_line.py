"""A few lines of input whose words are kept as a draft of the person that is shown."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from navigator.access import Actor
from navigator.referrals.draft import DraftKind
from navigator.referrals.drafts import Drafts
from navigator.ui.draft_keeper import DraftKeeper
from navigator.ui.worker import Worker


class KeptLine(QObject):
    """`entries` by the names they have in the draft. `troubled` as the keeper's."""

    troubled = Signal(str)

    def __init__(
        self,
        drafts: Drafts,
        actor: Actor,
        worker: Worker,
        kind: DraftKind,
        entries: Mapping[str, QLineEdit],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._drafts, self._actor, self._worker, self._kind = drafts, actor, worker, kind
        self._entries = entries
        self._usual: Mapping[str, str] = dict.fromkeys(entries, "")
        self._keeper: DraftKeeper | None = None
        self._mark = 0
        for entry in entries.values():
            entry.textEdited.connect(self._keep)

    @property
    def content(self) -> Mapping[str, str]:
        return {name: entry.text() for name, entry in self._entries.items()}

    def take_up(self, subject: str, usual: Mapping[str, str] | None = None) -> None:
        """Fills the lines with what was typed for `subject` and not saved, else with what is `usual`.

        What is typed already goes on with a subject that is another now: two records were joined.
        """
        if self._keeper is not None and self._keeper.subject == subject:
            return
        before, typed = self._keeper, self.content if self._is_typed else {}
        self._usual = {**dict.fromkeys(self._entries, ""), **(usual or {})}
        self._keeper = DraftKeeper(self._drafts, self._actor, self._worker, self._kind, subject, self)
        self._keeper.troubled.connect(self.troubled)
        self._fill({**self._usual, **(typed or self._keeper.found())})
        if before is not None and typed:
            self._keep()
            self._keeper.flush()
            before.drop()

    def mark(self) -> None:
        """What is typed up to now is being saved."""
        self._mark = self._keeper.mark() if self._keeper is not None else 0

    def settle(self) -> None:
        """It was saved, and its draft went with it."""
        if self._keeper is not None:
            self._keeper.forget(self._mark)
        self._fill(self._usual)

    def flush(self) -> str:
        """Why what is typed could not be kept, or ""."""
        return self._keeper.flush() if self._keeper is not None else ""

    @property
    def _is_typed(self) -> bool:
        return self._keeper is not None and self.content != self._usual

    def _fill(self, content: Mapping[str, str]) -> None:
        for name, entry in self._entries.items():
            entry.setText(content.get(name, ""))

    def _keep(self) -> None:
        if self._keeper is not None:
            self._keeper.typed(self.content) if self._is_typed else self._keeper.drop()
