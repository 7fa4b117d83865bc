"""What stands over the table of words: a line to find some of them, and the button that adds new ones."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from navigator.ui.find.prompt_button import PromptButton
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text

_INSET = 26


class WordsHead(QWidget):
    """`left` when the keyboard goes on from the line into the table."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = _FindLine(theme)
        self.add = PromptButton(theme, "Add words", icon="plus", shortcut="Ctrl+N")
        name = Text("Find words", tone="text2")
        name.setBuddy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(name)
        row.addWidget(self.line, 1)
        row.addWidget(self.add)
        self.line.left.connect(self.left)


class _FindLine(QLineEdit):
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setMaxLength(80)
        self.setAccessibleName("Find words")
        self.setTextMargins(_INSET, 0, 0, 0)
        self._icon = Icon(theme, "search", "text2", 18, self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(120, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._icon.move(10, (self.height() - self._icon.height()) // 2)
