"""The rows of a painted list as a Qt list model: plain frozen rows, replaced whole."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from navigator.ui.rows.row import Row

RowRole = Qt.ItemDataRole.UserRole + 1
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
_CHOOSABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_ROOT = QModelIndex()


class RowModel[R: Row](QAbstractListModel):
    """Answers `RowRole` with the row itself; screen readers hear the whole row. Only rows with a key can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[R, ...] = ()

    @property
    def rows(self) -> tuple[R, ...]:
        return self._rows

    def show(self, rows: tuple[R, ...]) -> None:
        """Shows other rows; the choice is gone."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def reword(self, rows: tuple[R, ...]) -> bool:
        """Shows the same rows in other words, and the choice stays; False: these are not the same rows."""
        if [row.key for row in rows] != [row.key for row in self._rows]:
            return False
        self._rows = rows
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        return True

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
        return _CHOOSABLE if self.key_at(index.row()) is not None else Qt.ItemFlag.ItemNeverHasChildren

    def place_of(self, key: object) -> int | None:
        """Where the row of that key stands, or None."""
        return next((at for at, row in enumerate(self._rows) if row.key is not None and row.key == key), None)

    def key_at(self, place: int) -> object | None:
        """The key of the row there; None for a head, and where no row is."""
        return self._rows[place].key if 0 <= place < len(self._rows) else None

    def step(self, start: int, by: int) -> int | None:
        """The next row with a key from `start` in direction `by` (1 or -1), past heads."""
        at = start + by
        while 0 <= at < len(self._rows):
            if self._rows[at].key is not None:
                return at
            at += by
        return None
