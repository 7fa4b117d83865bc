"""The rows of a record list as a Qt list model: plain frozen rows, replaced whole."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from navigator.ui.records.record import RecordRow, Row

RowRole = Qt.ItemDataRole.UserRole + 1
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
_ROOT = QModelIndex()


class RecordModel(QAbstractListModel):
    """Answers `RowRole` with the row itself; screen readers hear the whole row. Only records can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def show(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == RowRole:
            return row
        return row.spoken if role in _SPOKEN else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._rows[index.row()], RecordRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren

    def place_of(self, key: object) -> int | None:
        """Where the record of that key stands, or None."""
        rows = enumerate(self._rows)
        return next((at for at, row in rows if isinstance(row, RecordRow) and row.record.key == key), None)

    def key_at(self, place: int) -> object | None:
        """The key of the record there; None for a head."""
        row = self._rows[place] if 0 <= place < len(self._rows) else None
        return row.record.key if isinstance(row, RecordRow) else None

    def step(self, start: int, by: int) -> int | None:
        """The next record from `start` in direction `by` (1 or -1), past heads."""
        at = start + by
        while 0 <= at < len(self._rows):
            if isinstance(self._rows[at], RecordRow):
                return at
            at += by
        return None
