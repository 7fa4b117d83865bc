"""The scrolled part of the detail pane: everything that is known of one entry, most needed first."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from navigator.resources.search import Hit
from navigator.ui.find import particulars, remarks
from navigator.ui.find.aside import Aside
from navigator.ui.find.asked_line import AskedLine
from navigator.ui.find.fact_line import FactLine
from navigator.ui.find.fit_list import FitList
from navigator.ui.find.notes import alert_notes, reported_notes
from navigator.ui.find.number_card import NumberCard, other_numbers
from navigator.ui.find.particulars import Particular
from navigator.ui.find.remarks import Remark
from navigator.ui.find.result_delegate import STATE
from navigator.ui.find.result_row import Telling, state_of
from navigator.ui.find.why_panel import WhyPanel
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.pill import StatePill
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text

_NOTHING = Aside()


class DetailBody(QWidget):
    """One entry as it stands in one answer; made anew for each."""

    copied = Signal(object)
    turned = Signal(bool)
    answered = Signal()

    def __init__(
        self,
        theme: Theme,
        hit: Hit,
        telling: Telling,
        information_number: str,
        *,
        asked: bool,
        why_open: bool,
        aside: Aside = _NOTHING,
    ) -> None:
        super().__init__()
        self._theme, self._hit, self._telling, self._aside = theme, hit, telling, aside
        self.setProperty("surface", "surface")
        self._column = QVBoxLayout(self)
        self.leave(0)
        self._column.setSpacing(0)
        self._add_head()
        self.number: NumberCard | None = None
        self._add_numbers(information_number)
        self._add_fit(why_open=why_open)
        hours = self._reported("hours")
        self._add_particulars(particulars.place_and_time(hit.entry, hit.distance_miles, asked=asked, reported=hours))
        self._add_particulars((*particulars.room(hit.entry, telling), particulars.trust(hit.entry, telling)))
        self._column.addStretch(1)

    @property
    def name(self) -> str:
        return self._hit.entry.name

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can have the focus, from the top."""
        question = (self.question.answer,) if self.question else ()
        number = (self.number.copy,) if self.number else ()
        return (*question, *number, self.why.toggle)

    def leave(self, scroll_bar: int) -> None:
        """Counts the width of the scroll bar into the right edge."""
        self._column.setContentsMargins(_EDGE, 16, _EDGE - scroll_bar, _EDGE)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """None: the scroll area then gives its own width, and the height that the words need in it."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """State and beds stand side by side where both fit, else one under the other."""
        super().resizeEvent(event)
        room = self._column.contentsRect().width()
        beside = sum(widget.sizeHint().width() + _STATE_GAP for widget in self._state) - _STATE_GAP <= room
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._state_line.direction() is not direction:
            self._state_line.setDirection(direction)

    def _add_head(self) -> None:
        entry = self._hit.entry
        self._column.addWidget(Text(entry.name, px=sizes.TITLE, weight=700, wrap=True))
        kind = " · ".join(part for part in (self._telling.kind(entry), entry.organization) if part)
        if kind:
            self._add(2, Text(kind, tone="text2", wrap=True))
        self._add_state()
        standing = particulars.standing(entry, self._telling)
        notes = [note_particular(note) for note in alert_notes(entry, self._telling.today)]
        for told in (*([standing] if standing else []), *self._reported("status"), *notes):
            self._add(10, self._line(told))
        self.question: AskedLine | None = None
        if self._aside.question is not None:
            self.question = AskedLine(self._theme, self._aside.question)
            self.question.answered.connect(self.answered)
            self._add(12, self.question)

    def _reported(self, field: str) -> tuple[Particular, ...]:
        """What was reported of a field and not checked, to stand beside what is listed (S-07)."""
        notes = reported_notes(self._hit.entry, field, self._telling.now, self._telling.zone)
        return tuple(note_particular(note) for note in notes)

    def _add_state(self) -> None:
        kind, words = state_of(self._hit, self._telling.today)
        beds = remarks.beds(self._hit.entry, self._telling.unit(self._hit.entry), self._telling.now)
        self._state: list[QWidget] = [StatePill(self._theme, STATE[kind], words)]
        if beds:
            self._state.append(Text(beds.words, tone="closing" if beds.tone == "closing" else "text", weight=600))
        self._state_line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._state_line.setSpacing(_STATE_GAP)
        for widget in self._state:
            self._state_line.addWidget(widget)
        self._state_line.addStretch(1)
        self._column.addSpacing(10)
        self._column.addLayout(self._state_line)

    def _add_numbers(self, information_number: str) -> None:
        first = self._hit.entry.first_phone
        self._column.addSpacing(12)
        if first is not None:
            self.number = NumberCard(self._theme, first)
            self.number.copied.connect(self.copied)
            self._column.addWidget(self.number)
        for told in self._reported("phones"):
            self._add(8, self._line(told))
        others = other_numbers(self._hit.entry)
        for words in others:
            self._add(8, FactLine(self._theme, "phone", words))
        if first is None and not others:
            advice = particulars.CALL_211.format(number=information_number)
            self._column.addWidget(FactLine(self._theme, "phone", advice))

    def _add_fit(self, *, why_open: bool) -> None:
        self.why = WhyPanel(self._theme, self._hit, opened=why_open)
        self.why.turned.connect(self.turned)
        self._add(12, self.why)
        if self._aside.verdict is not None:
            self._add(14, FitList(self._theme, self._aside.verdict))

    def _add_particulars(self, told: Iterable[Particular]) -> None:
        self._add(12, Rule())
        for particular in told:
            self._add(11, self._line(particular))

    def _line(self, particular: Particular) -> FactLine:
        return FactLine(self._theme, particular.icon, particular.words, particular.tone, carry=particular.carry)

    def _add(self, space: int, widget: QWidget) -> None:
        self._column.addSpacing(space)
        self._column.addWidget(widget)


def note_particular(note: Remark) -> Particular:
    """It carries its colour: it is no plain fact."""
    return Particular(note.icon, note.words, note.tone, carry=True)


_EDGE = 20
_STATE_GAP = 12
