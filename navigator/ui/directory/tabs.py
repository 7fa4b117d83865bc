"""The tabs of the desk: a name and how much waits there; arrow keys go from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme

HEIGHT = 53
_PAD, _LINE, _GAP, _SPACE = 4, 2, 7, 22
_STEP = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


@dataclass(frozen=True)
class Tab:
    key: str
    name: str


class DeskTabs(QWidget):
    """`chosen` gives the key of a tab that a person chose."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, tabs: Sequence[Tab], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {tab.key: TabButton(theme, tab) for tab in tabs}
        self.setAccessibleName("Parts of the desk")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACE)
        for button in self.buttons.values():
            button.picked.connect(self.chosen)
            button.stepped.connect(self._step)
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        self.show_current(tabs[0].key)

    @property
    def current(self) -> str:
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def show_current(self, key: str) -> None:
        """Tab enters at the current one."""
        for other, button in self.buttons.items():
            button.setChecked(other == key)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.buttons[key])

    def show_count(self, key: str, count: int | None) -> None:
        """How much waits there; nothing is said of none."""
        self.buttons[key].show_count(count or None)

    def _step(self, by: int) -> None:
        keys = list(self.buttons)
        further = keys.index(self.current) + by
        if 0 <= further < len(keys):
            self.chosen.emit(keys[further])
            self.buttons[keys[further]].setFocus(Qt.FocusReason.OtherFocusReason)


class TabButton(QAbstractButton):
    """Name and count; the current one is bold over a line of accent."""

    picked = Signal(str)
    stepped = Signal(int)

    def __init__(self, theme: Theme, tab: Tab) -> None:
        super().__init__()
        self._theme, self._tab = theme, tab
        self._count: int | None = None
        self.setCheckable(True)
        self.setText(tab.name)
        self.setAccessibleName(tab.name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._pick)
        theme.changed.connect(self.update)

    @property
    def count(self) -> int | None:
        return self._count

    def show_count(self, count: int | None) -> None:
        self._count = count
        self.setAccessibleName(self._tab.name if count is None else f"{self._tab.name}, {count}")
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """The row of tabs decides."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as when it is bold, so that nothing moves when another is chosen."""
        bold = QFontMetrics(self._theme.font(sizes.BODY, 600))
        count = _GAP + bold.horizontalAdvance(str(self._count)) if self._count is not None else 0
        return QSize(bold.horizontalAdvance(self._tab.name) + count + 2 * _PAD + 1, HEIGHT - 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in _STEP:
            self.stepped.emit(_STEP[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        font = self._theme.font(sizes.BODY, 600 if self.isChecked() else 500)
        painter.setFont(font)
        painter.setPen(self._theme.color("text" if self.isChecked() or self.underMouse() else "text2"))
        room = QRect(_PAD, 0, self.width(), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._tab.name)
        if self._count is not None:
            room.translate(QFontMetrics(font).horizontalAdvance(self._tab.name) + _GAP, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(self._count))
        if self.isChecked():
            painter.fillRect(QRect(0, self.height() - _LINE, self.width(), _LINE), self._theme.color("accent"))

    def _pick(self) -> None:
        self.picked.emit(self._tab.key)
