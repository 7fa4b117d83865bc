"""The list of records: arrow keys choose, Enter or a click opens."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from navigator.ui.records.columns import columns_of
from navigator.ui.records.record import Record, RecordGroup, rows_of
from navigator.ui.records.record_delegate import RecordDelegate
from navigator.ui.records.record_model import RecordModel
from navigator.ui.theme.theme import Theme

__all__ = ["Record", "RecordGroup", "RecordList"]

_PAGE = 5
_LEAST_WIDTH = 300


class RecordList(QListView):
    """`opened` gives the key of a record by Enter or a click; `chosen` the key that one came to, or None.

    Where what is chosen stands beside the list, a click only chooses and two clicks open (`click_opens` is False).
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, theme: Theme, *, name: str, click_opens: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RecordModel(self)
        self._groups: tuple[RecordGroup, ...] = ()
        self._delegate = RecordDelegate(theme, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setProperty("ownRing", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(29)
        self.selectionModel().currentChanged.connect(self._tell)
        (self.clicked if click_opens else self.doubleClicked).connect(self._open)
        theme.changed.connect(self.viewport().update)

    @property
    def current_key(self) -> object | None:
        """The key of the chosen record, or None."""
        return self._rows.key_at(self.currentIndex().row())

    @property
    def records(self) -> tuple[Record, ...]:
        return tuple(record for group in self._groups for record in group.records)

    def show_groups(self, groups: Sequence[RecordGroup]) -> None:
        """Shows these. The chosen record stays chosen; if it is gone, the one that came into its place is."""
        if tuple(groups) == self._groups:
            return
        key, place, scrolled = self.current_key, self.currentIndex().row(), self.verticalScrollBar().value()
        self._groups = tuple(groups)
        rows = tuple(rows_of(groups))
        self._delegate.columns = columns_of(rows)
        self._rows.show(rows)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled)
        self._settle(key, place)

    def choose(self, key: object) -> bool:
        """Chooses the record of that key; False when it is not listed."""
        place = self._rows.place_of(key)
        if place is not None:
            self._choose(place)
        return place is not None

    def choose_first(self) -> None:
        place = self._rows.step(-1, 1)
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

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The focus is seen: where nothing was chosen, the first record is."""
        super().focusInEvent(event)
        if self.current_key is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose_first()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Rows may need another height in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _settle(self, key: object | None, place: int) -> None:
        if key is None:
            if self.hasFocus():
                self.choose_first()
            return
        if self.choose(key):
            return
        near = self._rows.step(min(place, self._rows.rowCount()) - 1, 1)
        near = near if near is not None else self._rows.step(self._rows.rowCount(), -1)
        if near is not None:
            self._choose(near)
        else:
            self.chosen.emit(None)

    def _stepped(self, by: int) -> int | None:
        """Where `by` steps lead from the chosen row, as far as there are records."""
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

    def _tell(self, current: QModelIndex) -> None:
        self.viewport().update()
        if current.isValid():
            self.chosen.emit(self.current_key)

    def _open(self, index: QModelIndex) -> None:
        key = self._rows.key_at(index.row())
        if key is not None:
            self.opened.emit(key)


_STEPS = {
    QAbstractItemView.CursorAction.MoveDown: 1,
    QAbstractItemView.CursorAction.MoveUp: -1,
    QAbstractItemView.CursorAction.MovePageDown: _PAGE,
    QAbstractItemView.CursorAction.MovePageUp: -_PAGE,
    QAbstractItemView.CursorAction.MoveHome: -1_000_000,
    QAbstractItemView.CursorAction.MoveEnd: 1_000_000,
}
