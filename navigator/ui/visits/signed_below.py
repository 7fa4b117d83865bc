"""Under the form of a visit: the way to sign it once it has ended, who signed it, and what was added since (P-17)."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.referrals.casework import Casework
from navigator.referrals.signing import RecordKind
from navigator.referrals.visit import Visit
from navigator.ui.ports import Desk
from navigator.ui.signing.signed import Signed, read_signed
from navigator.ui.signing.strip import SigningStrip
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.typed import LABELS
from navigator.ui.worker import Worker


class SignedBelow(SigningStrip):
    """Nothing is seen of it while the visit is open."""

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, casework, theme, worker, RecordKind.VISIT)
        self._actor, self._all = desk.actor, casework
        self._writes = may(desk.actor.role, Permission.WRITE_CASEWORK)
        self._visit: Visit | None = None
        self._signed = Signed()

    @property
    def is_signed(self) -> bool:
        return self._signed.signature is not None

    def take(self, visit: Visit, *, unsaved: bool) -> None:
        """Reads what is known of its signature; raises a `UserError` when casework is closed."""
        self._visit, self._signed = visit, read_signed(self._all, self._actor, RecordKind.VISIT, visit.id)
        self.heed(unsaved=unsaved)

    def heed(self, *, unsaved: bool) -> None:
        """What is not saved cannot be signed."""
        visit = self._visit
        if visit is not None:
            can_sign = self._writes and not visit.is_open and not unsaved
            self.show_record(visit.id, visit.revision, self._signed, can_sign=can_sign, can_add=self._writes)

    def under(self, record: QWidget) -> QVBoxLayout:
        """The record with this under it."""
        column = QVBoxLayout()
        column.addWidget(record, 1)
        column.addWidget(self)
        return column

    def put_over(self, content: Mapping[str, str]) -> None:
        """What was typed into the form and not saved when the visit was signed goes into an addendum."""
        self.write_addendum("\n".join(f"{LABELS[name]}: {text}" for name, text in content.items() if name in LABELS))
