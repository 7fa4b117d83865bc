"""Whom to call and the number as large as it can stand, the clock of the call, and the other numbers beneath."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from navigator.referrals.snapshot import Line
from navigator.ui.theme import sizes
from navigator.ui.theme.fonts import font
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.text import Elided, Text

_LARGE = (48, 42, 36, sizes.NUMBER, 26, sizes.TITLE)
_SMALL = (sizes.NUMBER, 26, sizes.TITLE)


class NumberHead(QWidget):
    """`dialled` gives another Line that is called instead; `restarted` sets the clock back, or starts a call."""

    dialled = Signal(object)
    restarted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sizes: tuple[int, ...] = _LARGE
        self._began_at: datetime | None = None
        self.title = Elided(px=sizes.NAME, weight=600)
        self.number = Text(px=_LARGE[0], weight=700)
        self.number.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.note = Text(tone="text2", wrap=True)
        self.clock = Text(px=sizes.TITLE, weight=600)
        self.clock.setFont(theme.font(sizes.TITLE, 600, tabular=True))
        self.restart = Button(theme, "Restart clock", "ghost", icon="timer")
        self.restart.clicked.connect(self.restarted)
        self.others: list[Button] = []
        self._others = QWidget()
        self._side = QWidget()
        self._lay_out()

    def show_number(self, title: str, number: str, *, note: str = "", large: bool = True) -> None:
        self.title.setText(title)
        self.number.setText(number)
        self.number.setAccessibleName(f"Number to dial: {number}" if number else "")
        self.number.setVisible(bool(number))
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._sizes = _LARGE if large else _SMALL
        self._fit()

    def show_others(self, lines: Sequence[Line]) -> None:
        """The other numbers as small buttons: pressing one makes it the number that is dialled."""
        fresh = QWidget()
        self.others = []
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in lines:
            words = " · ".join(part for part in (line.number, purpose(line.words)) if part)
            button = Button(self._theme, words, "quiet", icon="phone", height=28)
            button.setAccessibleName(f"Dial {words} instead")
            button.clicked.connect(lambda _checked=False, line=line: self.dialled.emit(line))
            self.others.append(button)
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._column.replaceWidget(self._others, fresh)
        self._others.hide()
        self._others.deleteLater()
        self._others = fresh
        fresh.setVisible(bool(lines))

    def show_clock(self, began_at: datetime | None, now: datetime, *, may_call: bool, again: bool) -> None:
        """The running call; without one the clock is gone, and where a call is possible a new one can be begun."""
        start = "Call again" if again else "Start a call"
        self._began_at = began_at
        self._side.setVisible(may_call)
        self.clock.setVisible(began_at is not None)
        self._caption.setText("This call" if began_at else "No call is running")
        self.restart.setText("Restart clock" if began_at else start)
        self.restart.set_icon_name("timer" if began_at else "phone-outgoing")
        self.tick(now)
        self._fit()

    def tick(self, now: datetime) -> None:
        if self._began_at is not None:
            self.clock.setText(lasting(self._began_at, now))
            self.clock.setAccessibleName(f"This call {self.clock.text()}")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The number is set as large as its line allows; it is never cut."""
        side = 0 if self._side.isHidden() else self._side.sizeHint().width() + 16
        room = self.width() - side
        fitting = (px for px in self._sizes if _width(self.number.text(), px) <= room)
        self.number.setFont(font(next(fitting, self._sizes[-1]), 700))

    def _lay_out(self) -> None:
        self._caption = Text("This call", tone="text2")
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 6, 0, 0)
        side.setSpacing(0)
        for widget in (self._caption, self.clock, self.restart):
            side.addWidget(widget, alignment=Qt.AlignmentFlag.AlignRight)
        side.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.number)
        words.addWidget(self.note)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self._side)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(row)
        self._column.addWidget(self._others)


def purpose(words: str) -> str:
    """What a number is for, as far as its first sentence goes: "Intake desk"."""
    return words.split(". ")[0].strip().rstrip(".")


def lasting(began_at: datetime, now: datetime) -> str:
    """ "1:48"."""
    minutes, seconds = divmod(max(0, int((now - began_at).total_seconds())), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def _width(words: str, px: int) -> int:
    return QFontMetrics(font(px, 700)).horizontalAdvance(words)
