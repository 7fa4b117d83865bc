"""Choices: a list that opens (`Select`) and a box to tick (`Check`), with marks in the colours of the theme.

Painted over the style sheet's frame, because a style sheet can only show an arrow or a tick from a file.
"""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QStyle, QStyledItemDelegate, QStyleOptionButton, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme


class Select(QComboBox):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setItemDelegate(QStyledItemDelegate(self))  # the combo box's own ignores the style sheet
        theme.changed.connect(self.update)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scrolling a form chooses nothing of what it passes over."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        painter = QPainter(self)
        arrow = self._theme.pixmap("chevron-down", "text2", 16, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(self.width() - 28, (self.height() - 16) // 2), arrow)


class Check(QCheckBox):
    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self.setFont(theme.font(sizes.BODY))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent" if self.isChecked() else "edge"), 1))
        painter.setBrush(self._theme.color("accent" if self.isChecked() else "surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), sizes.RADIUS_KEY, sizes.RADIUS_KEY)
        if self.checkState() == Qt.CheckState.Checked:
            tick = self._theme.pixmap("check", "on_fill", 16, self.devicePixelRatioF())
            painter.drawPixmap(box.topLeft() + QPoint(2, 2), tick)
