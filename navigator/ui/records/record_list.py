"""The list of records: arrow keys choose, Enter or a click opens."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from navigator.ui.records.columns import columns_of
from navigator.ui.records.record import Record, RecordGroup, Row, rows_of
from navigator.ui.records.record_delegate import RecordDelegate
from navigator.ui.rows.row_list import RowList
from navigator.ui.theme.theme import Theme

__all__ = ["Record", "RecordGroup", "RecordList"]

_LEAST_WIDTH = 300


class RecordList(RowList[Row]):
    """`opened` gives the key of a record by Enter or a click; `chosen` the key that one came to, or None.

    Where what is chosen stands beside the list, a click only chooses and two clicks open (`click_opens` is False).
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, theme: Theme, *, name: str, click_opens: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=name, parent=parent)
        self._groups: tuple[RecordGroup, ...] = ()
        self._delegate = RecordDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setMinimumWidth(_LEAST_WIDTH)
        (self.clicked if click_opens else self.doubleClicked).connect(self._open)

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
        self._settle_on(key, place)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The focus is seen: where nothing was chosen, the first record is."""
        super().focusInEvent(event)
        if self.current_key is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose_first()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Rows may need another height in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _settle_on(self, key: object | None, place: int) -> None:
        if key is not None:
            if not self._settle(key, place):
                self.chosen.emit(None)
        elif self.hasFocus():
            self.choose_first()

    def _tell(self) -> None:
        self.chosen.emit(self.current_key)

    def _open(self, index: QModelIndex) -> None:
        key = self._rows.key_at(index.row())
        if key is not None:
            self.opened.emit(key)
