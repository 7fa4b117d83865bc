"""One way on from an empty answer: why, and the button that takes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.ui.find.way_on import WayOn
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.text import Text


class WayLine(QWidget):
    """`taken` gives the query; takes no room while there is no way to show."""

    taken = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._way: WayOn | None = None
        self._why = Text(tone="text2", wrap=True)
        self.button = Button(theme, "")
        self.button.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        column.addWidget(self._why)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def words(self) -> str:
        return self._why.text()

    def show_way(self, way: WayOn | None) -> None:
        self._way = way
        if way is not None:
            self._why.setText(way.why)
            self.button.setText(way.button)
            self.button.updateGeometry()
        self.setVisible(way is not None)

    def _take(self) -> None:
        if self._way is not None:
            self.taken.emit(self._way.query)
