"""The warm meter: four segments, the name of the state, and the four criteria with proof or what is missing (R-11)."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from navigator.referrals.warmth import Criterion, Mark, Meter, Warmth
from navigator.ui.clock_words import clock_words, moment_words
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text

STEPS = len(Criterion)
_COUNTED = ("No step", "One step", "Two steps", "Three steps", "Four steps")
_BAR, _GAP = 10, 5


def count_words(meter: Meter) -> str:
    """ "2 of 4"."""
    return f"{meter.met} of {STEPS}"


def state_sentence(meter: Meter) -> str:
    """What the handoff is by now, and how far it is from warm (R-11)."""
    if meter.warmth is Warmth.WARM:
        return "Warm: all four are there."
    makes = "makes" if STEPS - meter.met == 1 else "make"
    return f"{meter.warmth.capitalize()} so far. {_COUNTED[STEPS - meter.met]} {makes} it warm."


class WarmMeter(QWidget):
    """`wanted` gives the Criterion whose "Add" was pressed; `put_under` shows what adds it in its place."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._count = Text(weight=600)
        self._bar = _Bar(theme)
        self._sentence = Text(tone="text2", wrap=True)
        self.rows = {criterion: _Row(theme, criterion) for criterion in Criterion}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(Text("Handoff", px=sizes.NAME, weight=600), 1)
        head.addWidget(self._count)
        column.addLayout(head)
        column.addSpacing(8)
        column.addWidget(self._bar)
        column.addSpacing(8)
        column.addWidget(self._sentence)
        column.addSpacing(4)
        for criterion, row in self.rows.items():
            row.add.clicked.connect(lambda _checked=False, wanted=criterion: self.wanted.emit(wanted))
            column.addWidget(row)

    def show_meter(self, meter: Meter, *, now: datetime | None = None, offers: bool = True) -> None:
        """`now` lets the times of other days be told with their day; without `offers` nothing can be added."""
        self._count.setText(count_words(meter))
        self._bar.show_count(meter.met)
        self._sentence.setText(state_sentence(meter))
        self.setAccessibleName(f"Handoff {count_words(meter)}. {state_sentence(meter)}")
        for mark in meter.marks:
            self.rows[mark.criterion].show_mark(mark, self._proof(mark, now), offers=offers)

    def put_under(self, criterion: Criterion, editor: QWidget | None) -> None:
        """Shows `editor` under one criterion in place of its Add; None takes it away."""
        self.rows[criterion].put(editor)

    def _proof(self, mark: Mark, now: datetime | None) -> str:
        if mark.reason:
            return f"Could not be had: {mark.reason}"
        if mark.at is None:
            return mark.told
        at = moment_words(mark.at, now, self._zone) if now else clock_words(mark.at, self._zone)
        return f"{mark.told}, {at}"


class _Row(QWidget):
    """One criterion: ring or tick, its name, the proof, and "Add" while it is missing."""

    def __init__(self, theme: Theme, criterion: Criterion) -> None:
        super().__init__()
        self._criterion = criterion
        self._icon = Icon(theme, "circle", "edge", 20)
        self._proof = Text(tone="text2", wrap=True)
        self.add = Button(theme, "Add", "ghost")
        self.add.setAccessibleName(f"Add: {criterion}")
        self._editor: QWidget | None = None
        self._offered = False
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(criterion.value, weight=600, wrap=True))
        words.addWidget(self._proof)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(6)
        self._column.addLayout(row)

    def show_mark(self, mark: Mark, proof: str, *, offers: bool) -> None:
        self._icon.show_icon("circle-check" if mark.met else "circle", "open" if mark.met else "edge")
        self._proof.setText(proof)
        self.setAccessibleName(f"{self._criterion}: {'yes' if mark.met else 'not yet'}. {proof}")
        too_late = self._criterion is Criterion.CONTACTED and mark.at is not None
        self._offered = offers and not mark.met and not too_late
        self.add.setVisible(self._offered and self._editor is None)

    def put(self, editor: QWidget | None) -> None:
        if self._editor is not None:
            self._column.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
        self._editor = editor
        if editor is not None:
            self._column.addWidget(editor)
            editor.show()
        self.add.setVisible(self._offered and editor is None)


class _Bar(QWidget):
    """Four segments, filled or hollow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._met = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_count(self, met: int) -> None:
        self._met = met
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(200, _BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = (self.width() - _GAP * (STEPS - 1)) / STEPS
        for place in range(STEPS):
            met = place < self._met
            painter.setPen(Qt.PenStyle.NoPen if met else QPen(self._theme.color("edge"), 1.25))
            painter.setBrush(self._theme.color("open") if met else Qt.BrushStyle.NoBrush)
            box = QRectF(place * (width + _GAP), 0, width, _BAR).adjusted(0.75, 0.75, -0.75, -0.75)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
