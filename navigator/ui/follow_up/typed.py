"""What is typed into the forms of one call, kept as a draft: the fields of all its forms under their names."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from navigator.referrals.casework import Casework
from navigator.referrals.draft import DraftKind
from navigator.ui.draft_keeper import DraftKeeper
from navigator.ui.ports import Desk
from navigator.ui.worker import Worker

_FORM = "form"


class Typing(QObject):
    """`fields` is what was typed, `key` the form that was open. `troubled` says why it cannot be kept, or ""."""

    troubled = Signal(str)

    def __init__(self, desk: Desk, casework: Casework, worker: Worker, subject: str, parent: QObject) -> None:
        super().__init__(parent)
        kind = DraftKind.FOLLOW_UP
        self._keeper = DraftKeeper(casework.drafts, desk.actor, worker, kind, subject, self)
        self._keeper.troubled.connect(self.troubled)
        found = dict(self._keeper.found())
        self.key = found.pop(_FORM, "")
        self.fields: dict[str, str] = found

    def keep(self, key: str, fields: Mapping[str, str]) -> None:
        self.key = key
        self.fields.update(fields)
        if any(text.strip() for text in self.fields.values()):
            self._tell()
        else:
            self._keeper.drop()

    def put_away(self) -> None:
        """No form is open; the words stay."""
        self.key = ""
        if any(text.strip() for text in self.fields.values()):
            self._tell()

    def flush(self) -> str:
        return self._keeper.flush()

    def mark(self) -> int:
        return self._keeper.mark()

    def forget(self, mark: int) -> None:
        self._keeper.forget(mark)

    def _tell(self) -> None:
        self._keeper.typed({_FORM: self.key, **self.fields})
