"""Under the list: what a filter leaves out by its nature, and the way to see it (S-13)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.find.way_on import WayOn
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text


class LeftOut(QWidget):
    """`taken` gives the query that finds it; takes no room while nothing is left out."""

    taken = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._way: WayOn | None = None
        self._words = Text(tone="text2", wrap=True)
        self.button = Button(theme, "", "ghost")
        self.button.clicked.connect(self._take)
        row = QHBoxLayout()
        row.setContentsMargins(20, 4, 12, 4)
        row.setSpacing(10)
        row.addWidget(Icon(theme, "eye-off", "text2"))
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(row)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_way(self, way: WayOn | None) -> None:
        if way == self._way:
            return
        self._way = way
        if way is not None:
            self._words.setText(way.why)
            self.button.setText(way.button)
            self.button.updateGeometry()
        self.setVisible(way is not None)

    def _take(self) -> None:
        if self._way is not None:
            self.taken.emit(self._way.query)
