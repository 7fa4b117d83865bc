"""The way to a part of the form: a list beside it, or one line to choose from where the window is narrow."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.choice import Select

_WIDTH, _LINE, _SIDE, _ICON, _BAR = 164, 34, 14, 16, 3


class SectionLine(QAbstractButton):
    """The name of one part; a pencil behind it where something was changed, a bar before it where one reads."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._changed = self._current = False
        self.setText(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def show_changed(self, changed: bool) -> None:
        if changed != self._changed:
            self._changed = changed
            self.setAccessibleName(f"{self.text()}, changed" if changed else self.text())
            self.update()

    def show_current(self, current: bool) -> None:
        if current != self._current:
            self._current = current
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_WIDTH - 2 * sizes.RADIUS_ROW, _LINE)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._current or self.underMouse():
            painter.setBrush(self._theme.color("well"))
            painter.drawRoundedRect(self.rect(), sizes.RADIUS_CONTROL, sizes.RADIUS_CONTROL)
        if self._current:
            painter.setBrush(self._theme.color("accent"))
            painter.drawRoundedRect(QRect(0, 8, _BAR, self.height() - 16), 1.5, 1.5)
        painter.setFont(self._theme.font(sizes.BODY, 600 if self._current else 500))
        painter.setPen(self._theme.color("text" if self._current else "text2"))
        painter.drawText(self.rect().adjusted(_SIDE, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._changed:
            place = QPoint(self.width() - _ICON - 6, (self.height() - _ICON) // 2)
            painter.drawPixmap(place, self._theme.pixmap("pencil", "accent", _ICON, self.devicePixelRatioF()))


class SectionList(QWidget):
    """`wanted` gives the place of a part."""

    wanted = Signal(int)

    def __init__(self, theme: Theme, titles: Sequence[str]) -> None:
        super().__init__()
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 14, 8, 14)
        column.setSpacing(2)
        self.lines = tuple(SectionLine(theme, title) for title in titles)
        for line in self.lines:
            line.clicked.connect(self._want)
            column.addWidget(line)
        column.addStretch(1)
        self.show_part(0)

    def mark(self, changed: Collection[int]) -> None:
        for place, line in enumerate(self.lines):
            line.show_changed(place in changed)

    def show_part(self, current: int) -> None:
        for place, line in enumerate(self.lines):
            line.show_current(place == current)

    def _want(self) -> None:
        self.wanted.emit(next(place for place, line in enumerate(self.lines) if line is self.sender()))


class SectionChoice(Select):
    """The same in one line."""

    wanted = Signal(int)

    def __init__(self, theme: Theme, titles: Sequence[str]) -> None:
        super().__init__(theme)
        self.setAccessibleName("Go to a part of the form")
        for title in titles:
            self.addItem(title)
        self.activated.connect(self.wanted)
