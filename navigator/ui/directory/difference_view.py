"""What differs, field by field: the old value struck, the new one under it, with a tick for each where one chooses."""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.resources.field_words import words_of
from navigator.resources.fields import FACT, Difference, label_of
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole
from navigator.ui.widgets.choice import Check
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.text import Text

Side = Literal["old", "new"]
_SIGN: Mapping[Side, tuple[str, ColorRole, ColorRole]] = {
    "old": ("−", "danger", "danger_tint"),
    "new": ("+", "open", "open_tint"),
}
_SIGN_LEFT, _WORDS_LEFT, _TICK_ROOM = 11, 32, 38


class DifferenceView(QWidget):
    """`ticked` when a person ticked a field or took a tick away."""

    ticked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: tuple[DifferenceRow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The fields that are ticked."""
        return tuple(row.difference.field for row in self.rows if row.is_ticked)

    @property
    def ticks(self) -> tuple[Check, ...]:
        """In the order of Tab."""
        return tuple(row.tick for row in self.rows if row.tick is not None)

    def show_differences(
        self,
        differences: Sequence[Difference],
        *,
        chosen: Collection[str] | None = None,
        notes: Mapping[str, str] | None = None,
    ) -> None:
        """Shows these. With `chosen` each has a tick, set for those fields; `notes` are said under their fields."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        said = notes or {}
        self.rows = tuple(
            DifferenceRow(self._theme, one, None if chosen is None else one.field in chosen, said.get(one.field, ""))
            for one in differences
        )
        for row in self.rows:
            self._column.addWidget(row)
            row.show()  # the layout would do it later, and a tick may be wanted at once
            if row.tick is not None:
                row.tick.clicked.connect(self.ticked)

    def choose(self, fields: Collection[str]) -> None:
        """Ticks these fields and no others; tells nobody."""
        for row in self.rows:
            if row.tick is not None:
                row.tick.setChecked(row.difference.field in fields)

    def set_locked(self, locked: bool) -> None:
        """No tick can be changed while it is saved."""
        for tick in self.ticks:
            tick.setEnabled(not locked)


class DifferenceRow(QWidget):
    """One field; `tick` None where nothing is to be chosen."""

    def __init__(self, theme: Theme, difference: Difference, ticked: bool | None, note: str) -> None:
        super().__init__()
        self.difference = difference
        self.tick = None if ticked is None else Check(theme, "")
        old, new = _lines(difference)
        label, act = label_of(difference.field), act_of(difference)
        self.setAccessibleName(f"{label}, {act}. {_said(old, new)}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        if self.tick is not None:
            self.tick.setChecked(bool(ticked))
            self.tick.setAccessibleName(self.accessibleName())
            self.tick.setFixedSize(_TICK_ROOM, sizes.CHIP)
            row.addWidget(self.tick, alignment=Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(_head(label, act))
        if old:
            column.addWidget(DifferenceLine(theme, "old", old))
        if new:
            column.addWidget(DifferenceLine(theme, "new", new))
        self.note = Trouble(theme, self)  # without a parent it would show as a window
        self.note.say(note)
        column.addWidget(self.note)
        row.addLayout(column, 1)

    @property
    def is_ticked(self) -> bool:
        return self.tick is not None and self.tick.isChecked()


class DifferenceLine(QWidget):
    """One value on its tint with its sign; the old one is struck, so that it is told without colour too."""

    def __init__(self, theme: Theme, side: Side, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._side = theme, side
        self._words = Text(words, tone="text2" if side == "old" else "text", wrap=True)
        if side == "old":
            struck = self._words.font()
            struck.setStrikeOut(True)
            self._words.setFont(struck)
        row = QHBoxLayout(self)
        row.setContentsMargins(_WORDS_LEFT, 4, 10, 5)
        row.addWidget(self._words)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        sign, ink, tint = _SIGN[self._side]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(tint))
        painter.drawRoundedRect(self.rect(), sizes.RADIUS_CONTROL, sizes.RADIUS_CONTROL)
        painter.setPen(self._theme.color(ink))
        painter.setFont(self._theme.font(sizes.NAME, 700))
        first_line = QRect(_SIGN_LEFT, 4, _WORDS_LEFT, self._words.fontMetrics().height())
        painter.drawText(first_line, Qt.AlignmentFlag.AlignVCenter, sign)


def act_of(difference: Difference) -> str:
    """What becomes of the field, in a word or two."""
    if difference.before is None:
        return "was empty"
    return "emptied" if difference.after is None else "changed"


def value_words(key: str, value: object) -> str:
    """The value on as many lines as it has, the first begun as a sentence is."""
    words = "\n".join(words_of(key, value))
    return words[:1].upper() + words[1:] if key.startswith(FACT) or value is None else words


def _lines(difference: Difference) -> tuple[str, str]:
    key = difference.field
    old = "" if difference.before is None else value_words(key, difference.before)
    return old, "" if difference.after is None else value_words(key, difference.after)


def _said(old: str, new: str) -> str:
    told = (f"Was {_one_line(old)}." if old else "", f"New: {_one_line(new)}." if new else "Nothing comes after it.")
    return " ".join(part for part in told if part)


def _one_line(words: str) -> str:
    return "; ".join(words.split("\n"))


def _head(label: str, act: str) -> QHBoxLayout:
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(Text(label, weight=600, wrap=True), 1)
    head.addWidget(Text(act, tone="text3"), alignment=Qt.AlignmentFlag.AlignTop)
    return head
