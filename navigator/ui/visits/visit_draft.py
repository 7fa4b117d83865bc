"""The draft of the visit on the screen: what is typed into its form and into its ending, beside what was saved."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from navigator.access import Permission, may
from navigator.referrals.draft import Draft, DraftKind
from navigator.referrals.drafts import Drafts
from navigator.referrals.visit import Visit
from navigator.ui.draft_keeper import DraftKeeper
from navigator.ui.ports import Desk
from navigator.ui.visits.ending import ENDING
from navigator.ui.visits.typed import restored, typed_of
from navigator.ui.worker import Worker

REVISION = "revision"
"""In the draft: which state of the visit was on the screen."""


class VisitDraft(QObject):
    """One keeper for each visit that is shown; none for an account that only reads. `troubled` as the keeper's."""

    troubled = Signal(str)

    def __init__(self, desk: Desk, drafts: Drafts, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._actor, self._drafts, self._worker = desk.actor, drafts, worker
        self._writes = may(desk.actor.role, Permission.WRITE_CASEWORK)
        self._keeper: DraftKeeper | None = None

    def take_up(self, visit: Visit) -> Draft | None:
        """Keeps the drafts of `visit` from now on; returns what was typed for it and not saved."""
        if not self._writes:
            return None
        found = self._found(visit)
        self.flush()
        if self._keeper is not None:
            self._keeper.deleteLater()
        self._keeper = DraftKeeper(self._drafts, self._actor, self._worker, DraftKind.VISIT, visit.id, self)
        self._keeper.troubled.connect(self.troubled)
        return found

    def keep(self, content: Mapping[str, str], revision: int) -> None:
        if self._keeper is not None:
            self._keeper.typed({**content, REVISION: str(revision)})

    def flush(self) -> str:
        """Why what is typed could not be kept, or ""."""
        return self._keeper.flush() if self._keeper is not None else ""

    def mark(self) -> int:
        return self._keeper.mark() if self._keeper is not None else 0

    def forget(self, mark: int) -> None:
        if self._keeper is not None:
            self._keeper.forget(mark)

    def drop(self) -> None:
        if self._keeper is not None:
            self._keeper.drop()

    def _found(self, visit: Visit) -> Draft | None:
        """A draft that holds nothing but what was saved meanwhile is none."""
        draft = self._drafts.find(self._actor, DraftKind.VISIT, visit.id)
        if draft is None or any(name.startswith(ENDING) for name in draft.content):
            return draft
        return None if restored(typed_of(visit), draft.content) == typed_of(visit) else draft
