"""The result rows as a Qt list model: plain frozen rows, replaced whole at each answer."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from navigator.ui.find.result_row import ResultRow, Row

RowRole = Qt.ItemDataRole.UserRole + 1
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
_ROOT = QModelIndex()


class ResultModel(QAbstractListModel):
    """Answers `RowRole` with the row itself; screen readers hear the whole row. Only results can be chosen."""

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

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802 (Qt's name)
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
        if isinstance(self._rows[index.row()], ResultRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren

    def place_of(self, entry_id: str) -> int | None:
        """The position of the row of that entry, or None when it is not listed."""
        return next(
            (at for at, row in enumerate(self._rows) if isinstance(row, ResultRow) and row.id == entry_id), None
        )

    def id_at(self, place: int) -> str:
        """The entry id of the row there; "" for a head."""
        row = self._rows[place]
        return row.id if isinstance(row, ResultRow) else ""

    def step(self, start: int, by: int) -> int | None:
        """The position of the next result from `start` in direction `by` (1 or -1), past group heads."""
        at = start + by
        while 0 <= at < len(self._rows):
            if isinstance(self._rows[at], ResultRow):
                return at
            at += by
        return None
