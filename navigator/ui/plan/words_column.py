"""Where a plan is written: news of the referrals, the steps by part, and the words after the first page."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.referrals.plan import PlanStep, When
from navigator.ui.isolated import isolated
from navigator.ui.plan.act_line import ActLine
from navigator.ui.plan.own_words import OwnWords
from navigator.ui.plan.part_words import PARTS
from navigator.ui.plan.step_form import StepForm
from navigator.ui.plan.step_tabs import StepTabs
from navigator.ui.plan.step_trouble import StepTrouble
from navigator.ui.plan.written import FULL, MOST_STEPS, Written, WrittenStep
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.segments import Segments
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text

_NOTHING = "No step for {part} yet."
_UNNAMED = "A step without words"


class WordsColumn(QScrollArea):
    """`changed` gives what is Written now; `taken_in` asks for the news."""

    changed = Signal(object)
    taken_in = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._written = Written()
        self._part, self._place = When.TODAY, -1
        self._removed: tuple[int, WrittenStep] | None = None
        self.news = ActLine(theme, "info", "Take it in")
        self.parts = Segments(theme, [(part, words) for part, words in PARTS.items()], name="Part of the plan")
        self.add = Button(theme, "Add a step", "ghost", icon="plus")
        self.full = Trouble(theme)
        self.nothing = Text(tone="text2")
        self.tabs = StepTabs(theme)
        self.form = StepForm(theme, today)
        self.undo = ActLine(theme, "trash-2", "Undo")
        self.own = OwnWords(theme)
        self._lay_out()
        self._connect()

    @property
    def part(self) -> When:
        return self._part

    def take_focus(self) -> None:
        """The step in front, else the way to a first one."""
        (self.form.what if self._place >= 0 else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_written(self, written: Written) -> None:
        """Shows all of it; the chosen step stays where it still stands."""
        self._written = written
        self.own.show_plan(written.words)
        if self._place not in written.places(self._part):
            self._choose_first()
        self._show_steps()

    def show_news(self, sentence: str) -> None:
        self.news.say(sentence)

    def show_trouble(self, trouble: StepTrouble) -> None:
        """Brings the step with the trouble to the front, its field with the focus."""
        self._place = trouble.place
        self._part = self._written.steps[trouble.place].step.when
        self._show_steps()
        self.form.show_trouble(trouble.field)

    def _choose_first(self) -> None:
        """The first step of the part in front; when the part is empty, of the first that has any."""
        parts = (self._part, *When) if self._written.steps else (self._part,)
        self._part = next((part for part in parts if self._written.places(part)), self._part)
        self._place = next(iter(self._written.places(self._part)), -1)

    def _show_steps(self) -> None:
        """The step in front and its neighbours."""
        places = self._written.places(self._part)
        for part, words in PARTS.items():
            count = len(self._written.places(part))
            self.parts.say(part, f"{words} {count}" if count else words)
        self.parts.choose(self._part)
        names = [self._name(place) for place in places]
        self.tabs.show_steps(names, places.index(self._place) if self._place in places else -1)
        self.nothing.setText(_NOTHING.format(part=PARTS[self._part].lower()))
        self.nothing.setVisible(not places)
        self.form.setVisible(bool(places))
        if self._place in places:
            self.form.show_step(self._written.steps[self._place])

    def _write(self, written: Written) -> None:
        self._written = written
        if len(written.steps) < MOST_STEPS:
            self.full.say("")
        self.changed.emit(written)

    def _show_part(self, part: object) -> None:
        if isinstance(part, When):
            self._part = part
            self._place = next(iter(self._written.places(part)), -1)
            self._show_steps()

    def _show_step(self, number: int) -> None:
        self._place = self._written.places(self._part)[number]
        self.form.show_step(self._written.steps[self._place])

    def _add_step(self) -> None:
        if len(self._written.steps) >= MOST_STEPS:
            self.full.say(FULL)
            return
        on = self._today() if self._part is When.TODAY else None
        self._write(self._written.with_step(PlanStep(self._part, "", on)))
        self._place = len(self._written.steps) - 1
        self._show_steps()
        self.form.what.setFocus()

    def _change_step(self, step: WrittenStep) -> None:
        self._write(self._written.changed(self._place, step))
        self.tabs.say(self._written.places(self._part).index(self._place), self._name(self._place))

    def _change_words(self, name: str, words: str) -> None:
        self._write(self._written.with_own(name, words))

    def _move_step(self, part: When) -> None:
        moved = self._written.steps[self._place].to(part, self._today())
        self._write(self._written.changed(self._place, moved))
        self._part = part
        self._show_steps()
        self.form.what.setFocus()

    def _take_off(self) -> None:
        self._removed = (self._place, self._written.steps[self._place])
        self.undo.say(f"Taken off: {isolated(self._name(self._place))}")
        self._write(self._written.without(self._place))
        self._place = -1
        self._place = next(iter(self._written.places(self._part)), -1)
        self._show_steps()
        self.undo.act.setFocus()

    def _put_back(self) -> None:
        if self._removed is None:
            return
        (self._place, step), self._removed = self._removed, None
        self.undo.say("")
        self._write(self._written.put_back(self._place, step))
        self._part = step.step.when
        self._show_steps()
        self.form.what.setFocus()

    def _name(self, place: int) -> str:
        return self._written.steps[place].step.what.strip() or _UNNAMED

    def _connect(self) -> None:
        self.news.acted.connect(self.taken_in)
        self.parts.chosen.connect(self._show_part)
        self.add.clicked.connect(self._add_step)
        self.tabs.chosen.connect(self._show_step)
        self.form.changed.connect(self._change_step)
        self.form.moved.connect(self._move_step)
        self.form.removed.connect(self._take_off)
        self.undo.acted.connect(self._put_back)
        self.own.changed.connect(self._change_words)

    def _lay_out(self) -> None:
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.addWidget(self.parts, 1)
        head.addWidget(self.add)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 20, 24)
        column.setSpacing(12)
        column.addWidget(self.news)
        column.addLayout(head)
        for widget in (self.full, self.tabs, self.nothing, self.form, self.undo, Rule(), self.own):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(inside)
