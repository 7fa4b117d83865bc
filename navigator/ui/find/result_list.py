"""The list of results: chosen by arrow keys from wherever the focus is, opened by Enter."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from navigator.ui.find.result_delegate import ResultDelegate
from navigator.ui.find.result_rows import Row
from navigator.ui.rows.row_list import RowList
from navigator.ui.theme.theme import Theme


class ResultList(RowList[Row]):
    """One result is chosen whenever there is one. `chosen` gives its entry id, "" for none."""

    chosen = Signal(str)
    opened = Signal()
    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, name="Results", parent=parent)
        self.setItemDelegate(ResultDelegate(theme, self))
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: tuple[Row, ...], keep: str = "") -> None:
        """Shows an answer; the entry `keep` stays chosen where it still is listed, else the first result is."""
        self._rows.show(rows)
        if keep and self.choose(keep):
            return
        self.scrollToTop()
        self.choose_first()
        if not self.chosen_id:
            self.chosen.emit("")

    @property
    def chosen_id(self) -> str:
        """The entry id of the chosen result, "" for none."""
        return str(self.current_key or "")

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Typing on the list goes on in the search box."""
        self.typed.emit(search)

    def _tell(self) -> None:
        self.chosen.emit(self.chosen_id)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit()
