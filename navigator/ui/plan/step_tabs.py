"""The steps of one part of the plan, one under the other, to choose the one that is written on."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme

_BAR = 4
_INSET = 14
_NUMBER = 22


class StepTab(QAbstractButton):
    """One step: its number in the part and its words."""

    def __init__(self, theme: Theme, number: int, words: str) -> None:
        super().__init__()
        self._theme, self._number = theme, number
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say(words)
        theme.changed.connect(self.update)

    def say(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(f"Step {self._number}: {words}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(160, sizes.CONTROL)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(80, sizes.CONTROL)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        on = self.isChecked()
        painter.setPen(self._theme.color("on_soft" if on else "text2"))
        painter.setFont(self._theme.font(sizes.BODY, 600 if on else 500))
        room = self.rect().adjusted(_INSET, 0, -_INSET, 0)
        painter.drawText(room, _LEFT, str(self._number))
        words = QRect(room.left() + _NUMBER, room.top(), room.width() - _NUMBER, room.height())
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _LEFT, shown)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(self._theme.color("soft" if self.isChecked() else "well"))
            painter.drawRoundedRect(self.rect(), sizes.RADIUS_CONTROL, sizes.RADIUS_CONTROL)
        if self.isChecked():
            painter.setBrush(self._theme.color("accent"))
            painter.drawRoundedRect(QRectF(0, 6, _BAR, self.height() - 12), _BAR / 2, _BAR / 2)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


class StepTabs(QWidget):
    """`chosen` gives the number of the step in its part, counted from 0. One step alone needs no tab."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tabs: list[StepTab] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    @property
    def tabs(self) -> tuple[StepTab, ...]:
        return tuple(self._tabs)

    def show_steps(self, words: Sequence[str], current: int) -> None:
        for tab in self._tabs:
            self._group.removeButton(tab)
            self._column.removeWidget(tab)
            tab.hide()
            tab.deleteLater()
        self._tabs = [StepTab(self._theme, number, text) for number, text in enumerate(words, start=1)]
        for place, tab in enumerate(self._tabs):
            self._group.addButton(tab, place)
            self._column.addWidget(tab)
            tab.setChecked(place == current)
        self.setVisible(len(words) > 1)

    def say(self, place: int, words: str) -> None:
        """The words of a step while they are typed."""
        self._tabs[place].say(words)
