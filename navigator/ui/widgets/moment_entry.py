"""An input for a time of the day: shows how it reads what is typed, and the weekday when it is not today."""

from contextlib import suppress
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from navigator.clock import Clock
from navigator.ui.moments import NO_TIME, read_moment, typed_words
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button

_LONGEST = 40
_LEAST_WIDTH = 148


class MomentEntry(QWidget):
    """`changed` when a person changed it. `ahead`: the next such time is meant, else the newest that has passed."""

    changed = Signal()

    def __init__(
        self, theme: Theme, clock: Clock, zone: tzinfo, *, name: str, ahead: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._clock, self._zone, self._ahead = clock, zone, ahead
        self._moment: datetime | None = None
        self.line = _Line(theme)
        self.line.setAccessibleName(name)
        self.now = Button(theme, "Now", "ghost")
        self.now.setAccessibleName(f"{name}: now")
        if ahead:
            self.now.hide()
        self.line.textEdited.connect(self._read)
        self.line.editingFinished.connect(self._tidy)
        self.now.clicked.connect(self._take_now)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        if not ahead:
            row.addWidget(self.now)

    @property
    def moment(self) -> datetime | None:
        """Aware; None when nothing is typed or it cannot be read."""
        return self._moment

    @property
    def trouble(self) -> str:
        """The sentence for what is no time, or ""."""
        return NO_TIME if self._moment is None and self.line.text().strip() else ""

    @property
    def text(self) -> str:
        """For drafts: a time that was read as the moment it meant then, anything else as it was typed."""
        return self._moment.isoformat() if self._moment else self.line.text()

    def put(self, moment: datetime | None) -> None:
        self._moment = moment
        self.line.setText(self._words())
        self.line.show_reading("")

    def put_text(self, text: str) -> None:
        """From a draft."""
        self.put(None)
        with suppress(ValueError):
            kept = datetime.fromisoformat(text)
            if kept.tzinfo is not None:
                self.put(kept.astimezone(UTC))
                return
        self.line.setText(text)

    def _read(self, typed: str) -> None:
        self._moment = read_moment(typed, self._clock(), self._zone, ahead=self._ahead)
        same = self._words().casefold() == typed.strip().casefold()
        self.line.show_reading("" if same else self._words())
        self.changed.emit()

    def _tidy(self) -> None:
        if self._moment is not None:
            self.put(self._moment)

    def _take_now(self) -> None:
        self.put(self._clock().replace(second=0, microsecond=0))
        self.changed.emit()

    def _words(self) -> str:
        return typed_words(self._moment, self._clock(), self._zone) if self._moment else ""


class _Line(QLineEdit):
    """Writes at its right end how what is typed is read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._reading = theme, ""
        self.setMaxLength(_LONGEST)
        self.setMinimumWidth(_LEAST_WIDTH)
        theme.changed.connect(self.update)

    def show_reading(self, words: str) -> None:
        self._reading = words
        self.setAccessibleDescription(f"Read as {words}" if words else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        small = self._theme.font(sizes.HINT)
        taken = self.fontMetrics().horizontalAdvance(self.text()) + 20
        room = self.width() - 12 - taken
        if not self._reading or QFontMetrics(small).horizontalAdvance(self._reading) > room:
            return
        painter = QPainter(self)
        painter.setFont(small)
        painter.setPen(self._theme.color("text3"))
        box = QRect(taken, 0, room, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._reading)
