"""The tabs of the call screen: one for each referral of the visit with its state in words, and "Add"."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button

HEIGHT = 51
_PAD, _LINE, _SPACE = 8, 2, 4
_DOT, _DOT_GAP = "·", 7
_NAME_MOST, _NAME_CURRENT, _NAME_LEAST = 210, 140, 60


@dataclass(frozen=True)
class Tab:
    """One tab: the name may be cut short, the state never; `struck` for what was entered in error."""

    key: str
    name: str
    state: str = ""
    struck: bool = False


class TabButton(QAbstractButton):
    """Name and state beside each other; the current one is bold over a line of accent."""

    def __init__(self, theme: Theme, tab: Tab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.tab, self._most = theme, tab, _NAME_MOST
        self.setCheckable(True)
        self.setText(tab.name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(part for part in (tab.name, tab.state) if part))
        self.toggled.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.width_for(self._most), HEIGHT - 8)

    def width_for(self, most: int) -> int:
        """How wide it is when its name takes `most` at the most."""
        name = QFontMetrics(self._font()).horizontalAdvance(self.tab.name) + 2
        return min(name, most) + self._state_width() + 2 * _PAD

    def set_most(self, most: int) -> None:
        self._most = most
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        bright = self.isChecked() or self.underMouse()
        painter.setPen(self._theme.color("text" if bright else "text2"))
        font = self._font()
        room = QRect(_PAD, 0, self.width() - 2 * _PAD - self._state_width(), self.height())
        name = QFontMetrics(font).elidedText(self.tab.name, Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip("" if name == self.tab.name else self.tab.name)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(_struck(font) if self.tab.struck else font)
        painter.drawText(room, left, name)
        painter.setFont(font)
        if self.tab.state:
            after = QRect(room.right() + 1 + _DOT_GAP, 0, self.width(), self.height())
            painter.drawText(after, Qt.AlignmentFlag.AlignVCenter, _DOT)
            after.translate(QFontMetrics(font).horizontalAdvance(_DOT) + _DOT_GAP, 0)
            painter.drawText(after, Qt.AlignmentFlag.AlignVCenter, self.tab.state)
        if self.isChecked():
            line = QRect(_PAD - 4, self.height() - _LINE, self.width() - 2 * (_PAD - 4), _LINE)
            painter.fillRect(line, self._theme.color("accent"))

    def _state_width(self) -> int:
        if not self.tab.state:
            return 0
        metrics = QFontMetrics(self._font())
        return 2 * _DOT_GAP + metrics.horizontalAdvance(_DOT) + metrics.horizontalAdvance(self.tab.state) + 2

    def _font(self) -> QFont:
        return self._theme.font(sizes.BODY, 600 if self.isChecked() else 500)


class TabRow(QScrollArea):
    """Tabs side by side. Names become shorter where there is little room; what does not fit even so is scrolled to.

    `chosen` gives a key.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tabs: tuple[Tab, ...] = ()
        self._current = ""
        self.buttons: list[TabButton] = []
        self.setAccessibleName(name)
        self.setFixedHeight(HEIGHT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(120, HEIGHT)

    def take_own_width(self) -> None:
        """As wide as its tabs, where it stands beside others."""
        self.setFixedWidth(self._needed(_NAME_MOST, _NAME_MOST))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def show_tabs(self, tabs: Sequence[Tab], current: str) -> None:
        if (tuple(tabs), current) != (self._tabs, self._current):
            self._tabs, self._current = tuple(tabs), current
            self._build()

    def step(self, by: int) -> None:
        """Chooses the tab before or after the current one, round the end."""
        keys = [tab.key for tab in self._tabs]
        if len(keys) > 1 and self._current in keys:
            self.chosen.emit(keys[(keys.index(self._current) + by) % len(keys)])

    def _build(self) -> None:
        focused = next((button.tab.key for button in self.buttons if button.hasFocus()), "")
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACE)
        self.buttons = [TabButton(self._theme, tab) for tab in self._tabs]
        for button in self.buttons:
            button.setChecked(button.tab.key == self._current)
            button.clicked.connect(lambda _checked=False, button=button: self._choose(button))
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self.setWidget(room)
        room.show()
        self._fit()
        self._return_focus(focused)

    def _fit(self) -> None:
        """The name of the current tab is the last to become shorter."""
        room = self.viewport().width()
        tried = [(_NAME_MOST, most) for most in range(_NAME_MOST, _NAME_LEAST, -6)]
        tried += [(most, _NAME_LEAST) for most in range(_NAME_MOST, _NAME_CURRENT, -6)]
        fitting = (pair for pair in tried if self._needed(*pair) <= room)
        current, other = next(fitting, (_NAME_CURRENT, _NAME_LEAST))
        for button in self.buttons:
            button.set_most(current if button.isChecked() else other)
        QTimer.singleShot(0, self, self._see_current)

    def _needed(self, current: int, other: int) -> int:
        widths = (button.width_for(current if button.isChecked() else other) for button in self.buttons)
        return sum(widths) + _SPACE * max(0, len(self.buttons) - 1)

    def _return_focus(self, focused: str) -> None:
        for button in self.buttons:
            if button.tab.key == focused:
                button.setFocus()

    def _see_current(self) -> None:
        """Once the tabs have their widths, the current one is seen whole."""
        for button in self.buttons:
            if button.isChecked():
                self.ensureWidgetVisible(button, 0, 0)

    def _choose(self, button: TabButton) -> None:
        button.setChecked(button.tab.key == self._current)
        self.chosen.emit(button.tab.key)


class ReferralTabs(QWidget):
    """The row of a visit's referrals, the way back before it, "Add" after it; in a narrow window the panes too."""

    chosen = Signal(str)
    add_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.row = TabRow(theme, name="Referrals of this visit")
        self.panes = TabRow(theme, name="Call and handoff")
        self.row.chosen.connect(self.chosen)
        self.back = Button(theme, "", "quiet", icon="arrow-left")
        self.back.setAccessibleName("Back to the list of referrals")
        self.back.setToolTip("All referrals (Esc)")
        self.back.clicked.connect(self.list_wanted)
        self.add = Button(theme, "Add", "ghost", icon="plus")
        self.add.setAccessibleName("Add a place for this visit")
        self.add.clicked.connect(self.add_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addWidget(self.row, 1)
        row.addWidget(self.add)
        row.addWidget(self.panes)


def _struck(font: QFont) -> QFont:
    struck = QFont(font)
    struck.setStrikeOut(True)
    return struck
