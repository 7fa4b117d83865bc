"""A painted list: arrow keys choose from row to row past the heads, Enter opens, Esc is left to the page."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from navigator.ui.rows.row import Row
from navigator.ui.rows.row_model import RowModel
from navigator.ui.theme.theme import Theme

_PAGE = 5


class RowList[R: Row](QListView):
    """The lists derive from it: each says in `_tell` what was chosen and in `_open` what was opened."""

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: RowModel[R] = RowModel(self)
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self.setProperty("ownRing", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(29)
        self.selectionModel().currentChanged.connect(self._note_current)
        theme.changed.connect(self.viewport().update)

    @property
    def rows(self) -> tuple[R, ...]:
        return self._rows.rows

    @property
    def current_key(self) -> object | None:
        """The key of the chosen row, or None."""
        return self._rows.key_at(self.currentIndex().row())

    def choose(self, key: object) -> bool:
        """Chooses the row of that key; False when it is not listed."""
        place = self._rows.place_of(key)
        if place is not None:
            self._choose(place)
        return place is not None

    def choose_first(self) -> None:
        place = self._rows.step(-1, 1)
        if place is not None:
            self._choose(place)

    def step(self, by: int) -> None:
        """Chooses the row `by` steps further down (up, when negative), stopping at the ends."""
        place = self._stepped(by)
        if place is not None:
            self._choose(place)

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        place = self._stepped(_STEPS.get(action, 0))
        return self._rows.index(place) if place is not None else self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A press beside the rows leaves the chosen one chosen."""
        if self.indexAt(event.position().toPoint()).isValid():
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.viewport().update()

    def _settle(self, key: object | None, place: int) -> bool:
        """Chooses the row of `key`; if it is gone, the one that came into its `place`. False: no row is left."""
        if key is not None and self.choose(key):
            return True
        near = self._rows.step(min(place, self._rows.rowCount()) - 1, 1)
        near = near if near is not None else self._rows.step(self._rows.rowCount(), -1)
        if near is not None:
            self._choose(near)
        return near is not None

    def _stepped(self, by: int) -> int | None:
        """Where `by` steps lead from the chosen row, as far as there are rows."""
        place: int | None = None
        at = self.currentIndex().row()
        for _ in range(min(abs(by), self._rows.rowCount())):
            further = self._rows.step(at, 1 if by > 0 else -1)
            if further is None:
                break
            place = at = further
        return place

    def _choose(self, place: int) -> None:
        index = self._rows.index(place)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        head = self._rows.index(place - 1) if place and self._rows.key_at(place - 1) is None else index
        self.scrollTo(head)
        self.scrollTo(index)

    def _note_current(self, current: QModelIndex) -> None:
        self.viewport().update()
        if current.isValid():
            self._tell()

    def _tell(self) -> None:
        """Another row is the current one."""
        raise NotImplementedError

    def _open(self, index: QModelIndex) -> None:
        """The row is wanted; the index is not valid where there is none."""
        raise NotImplementedError


_STEPS = {
    QAbstractItemView.CursorAction.MoveDown: 1,
    QAbstractItemView.CursorAction.MoveUp: -1,
    QAbstractItemView.CursorAction.MovePageDown: _PAGE,
    QAbstractItemView.CursorAction.MovePageUp: -_PAGE,
    QAbstractItemView.CursorAction.MoveHome: -1_000_000,
    QAbstractItemView.CursorAction.MoveEnd: 1_000_000,
}
