"""What stands in place of results when there are none: a sentence, why, and one way on."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.resources.search import Query
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.text import Text


@dataclass(frozen=True)
class WayOn:
    """Why nothing was found, and the query that finds something again."""

    sentence: str
    why: str
    button: str
    query: Query


class EmptyState(QWidget):
    """`taken` gives the query of the way on."""

    taken = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._way: WayOn | None = None
        self._sentence = Text(px=sizes.NAME, weight=600, wrap=True)
        self._why = Text(tone="text2", wrap=True)
        self.button = Button(theme, "")
        self.button.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 28, 31, 20)
        column.setSpacing(8)
        column.addWidget(self._sentence)
        column.addWidget(self._why)
        column.addSpacing(8)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def show_way(self, way: WayOn) -> None:
        self._way = way
        self._sentence.setText(way.sentence)
        self._why.setText(way.why)
        self.button.setText(way.button)
        self.button.updateGeometry()

    def _take(self) -> None:
        if self._way is not None:
            self.taken.emit(self._way.query)
