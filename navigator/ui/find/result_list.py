"""The list of results: chosen by arrow keys from wherever the focus is, opened by Enter."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from navigator.ui.find.result_delegate import ResultDelegate
from navigator.ui.find.result_model import ResultModel
from navigator.ui.find.result_row import Row
from navigator.ui.theme.theme import Theme

_PAGE = 5


class ResultList(QListView):
    """One result is chosen whenever there is one. `chosen` gives its entry id, "" for none."""

    chosen = Signal(str)
    opened = Signal()
    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = ResultModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(ResultDelegate(theme, self))
        self.setAccessibleName("Results")
        self.setProperty("ownRing", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(29)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self.viewport().update)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows.rows

    def show_rows(self, rows: tuple[Row, ...], keep: str = "") -> None:
        """Shows an answer; the entry `keep` stays chosen where it still is listed, else the first result is."""
        self._rows.show(rows)
        place = self._rows.place_of(keep) if keep else None
        if place is None:
            self.scrollToTop()
            place = self._rows.step(-1, 1)
        if place is None:
            self.chosen.emit("")
        else:
            self._choose(place)

    @property
    def chosen_id(self) -> str:
        """The entry id of the chosen result, "" for none."""
        index = self.currentIndex()
        return self._rows.id_at(index.row()) if index.isValid() else ""

    def step(self, by: int) -> None:
        """Chooses the result `by` steps further down (up, when negative), stopping at the ends."""
        place = self._stepped(by)
        if place is not None:
            self._choose(place)

    def moveCursor(  # noqa: N802 (Qt's name)
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        steps = _STEPS.get(action)
        place = self._stepped(steps) if steps else None
        return self._rows.index(place) if place is not None else self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 (Qt's name)
        """Typing on the list goes on in the search box."""
        self.typed.emit(search)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        super().focusOutEvent(event)
        self.viewport().update()

    def _stepped(self, by: int) -> int | None:
        """Where `by` steps lead from the chosen row, as far as there are results."""
        place: int | None = None
        at = self.currentIndex().row()
        for _ in range(min(abs(by), len(self._rows.rows))):
            further = self._rows.step(at, 1 if by > 0 else -1)
            if further is None:
                break
            place = at = further
        return place

    def _choose(self, place: int) -> None:
        index = self._rows.index(place)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        head = self._rows.index(place - 1) if self._rows.step(place, -1) is None else index
        self.scrollTo(head)
        self.scrollTo(index)

    def _tell(self) -> None:
        self.viewport().update()
        if self.chosen_id:
            self.chosen.emit(self.chosen_id)

    def _open(self) -> None:
        if self.currentIndex().isValid():
            self.opened.emit()


_STEPS = {
    QAbstractItemView.CursorAction.MoveDown: 1,
    QAbstractItemView.CursorAction.MoveUp: -1,
    QAbstractItemView.CursorAction.MovePageDown: _PAGE,
    QAbstractItemView.CursorAction.MovePageUp: -_PAGE,
    QAbstractItemView.CursorAction.MoveHome: -1_000_000,
    QAbstractItemView.CursorAction.MoveEnd: 1_000_000,
}
