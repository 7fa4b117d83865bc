"""The fields of one step: what, who, number, why, when, the way there, what to bring."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.plan import PlanStep, When
from navigator.ui.plan.part_words import PARTS
from navigator.ui.plan.step_trouble import number_trouble, step_day_trouble
from navigator.ui.plan.written import WrittenStep
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.area import area
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.day_entry import DayEntry
from navigator.ui.widgets.field import Field, Trouble, line


class StepForm(QWidget):
    """`changed` gives the WrittenStep at each key; `moved` the part that the step shall stand in."""

    changed = Signal(object)
    removed = Signal()
    moved = Signal(object)

    def __init__(self, theme: Theme, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._today = theme, today
        self._written = WrittenStep(PlanStep(When.TODAY, ""))
        self.what, self.said_yes, self.number = line(length=160), line(length=160), line(length=80)
        self.why = area(lines=2, length=600)
        self.at, self.how, self.bring = line(length=300), line(length=300), line(length=300)
        self.day = DayEntry(theme, today, name="Day")
        self._lines = {name: getattr(self, name) for name in ("what", "said_yes", "number", "at", "how", "bring")}
        self.trouble = Trouble(theme)
        self.remove = Button(theme, "Take off", "quiet", icon="trash-2")
        self._moves = {part: Button(theme, f"Move to {words}", "ghost") for part, words in PARTS.items()}
        self._lay_out()
        self._connect()

    @property
    def moves(self) -> dict[When, Button]:
        return self._moves

    def show_step(self, written: WrittenStep) -> None:
        self._written = written
        for name, entry in self._lines.items():
            entry.setText(getattr(written.step, name))
            entry.setCursorPosition(0)
        with QSignalBlocker(self.why):
            self.why.setPlainText(written.step.why)
        self.day.put(written.step.on, written.day_words)
        for part, button in self._moves.items():
            button.setVisible(part is not written.step.when)
        self._check_number()
        self._check_day()

    def show_trouble(self, field: str) -> None:
        """Says what is wrong also where one is not done with the field yet, and leads there."""
        self._check_number()
        self._check_day()
        entry = {"number": self.number, "day": self.day}[field]
        entry.setFocus(Qt.FocusReason.OtherFocusReason)
        entry.selectAll()

    def _connect(self) -> None:
        for name, entry in self._lines.items():
            entry.textEdited.connect(partial(self._write, name))
            entry.returnPressed.connect(self._go_on)
        self.why.textChanged.connect(self._write_why)
        self.day.typed.connect(self._write_day)
        self.day.returnPressed.connect(self._go_on)
        self.number.editingFinished.connect(self._check_number)
        self.day.editingFinished.connect(self._check_day)
        self.remove.clicked.connect(self.removed)
        for part, button in self._moves.items():
            button.clicked.connect(partial(self.moved.emit, part))

    def _write(self, name: str, text: str) -> None:
        told: dict[str, Any] = {name: text}
        self._change(replace(self._written.step, **told))
        if not number_trouble(self._written.step.number):
            self._check_number()

    def _write_why(self) -> None:
        self._change(replace(self._written.step, why=self.why.toPlainText()))

    def _write_day(self) -> None:
        day = self.day.day
        self._written = replace(self._written, day_words="" if day is not None else self.day.text())
        self._change(replace(self._written.step, on=day))
        if not step_day_trouble(self._written, self._today()):
            self._check_day()

    def _go_on(self) -> None:
        """Enter leads to the next field."""
        self.focusNextPrevChild(True)

    def _change(self, step: PlanStep) -> None:
        self._written = replace(self._written, step=step)
        self.changed.emit(self._written)

    def _check_number(self) -> None:
        self.phone.say(number_trouble(self._written.step.number))

    def _check_day(self) -> None:
        self.trouble.say(step_day_trouble(self._written, self._today()))
        self.day.setAccessibleDescription(self.trouble.sentence)

    def _lay_out(self) -> None:
        fields: dict[QWidget, Field] = {}
        pairs = QGridLayout()
        pairs.setHorizontalSpacing(12)
        pairs.setVerticalSpacing(12)
        for row, column, span, label, entry in (
            (0, 0, 2, "What to do", self.what),
            (1, 0, 1, "Who said yes", self.said_yes),
            (1, 1, 1, "Phone, printed large", self.number),
            (2, 0, 2, "Why", self.why),
            (3, 0, 2, "When", self.at),
            (4, 0, 1, "Day", self.day),
            (4, 1, 1, "Bring", self.bring),
            (6, 0, 2, "How to get there", self.how),
        ):
            fields[entry] = Field(self._theme, label, entry)
            pairs.addWidget(fields[entry], row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        self.phone = fields[self.number]
        pairs.addWidget(self.trouble, 5, 0, 1, 2)
        pairs.setColumnStretch(0, 1)
        pairs.setColumnStretch(1, 1)
        actions = QHBoxLayout()
        actions.setContentsMargins(-10, 0, -10, 0)
        for button in self._moves.values():
            actions.addWidget(button)
        actions.addStretch(1)
        actions.addWidget(self.remove)
        both = QVBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(8)
        both.addLayout(pairs)
        both.addLayout(actions)
