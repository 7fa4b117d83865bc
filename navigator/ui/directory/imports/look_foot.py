"""The foot of a file that is looked through: its bad rows, and the choice to bring it in or to leave it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.resources.importing.verdicts import Report
from navigator.ui.directory.imports.problem_lines import problem_words
from navigator.ui.directory.imports.report_words import counted, repeated, taken_words
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.choice import Check
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text

_SHOWN = 3


class LookFoot(QWidget):
    """`taken` asks to bring it in (True: past the bad rows), `left` to leave everything as it is."""

    taken = Signal(bool)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._notes = Text("", tone="text2", wrap=True)
        self.trouble = Trouble(theme)
        self.skip = Check(theme, "")
        self.take = Button(theme, "", "primary", icon="check", height=sizes.MAIN_ACTION)
        self.leave = Button(theme, "Leave everything as it is", height=sizes.MAIN_ACTION)
        self.skip.clicked.connect(self._refresh)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self.left)
        self._has_bad_rows = False
        self._takes_something = False
        self._lay_out()

    def show_report(self, report: Report) -> None:
        bad = report.problems
        self._has_bad_rows = bool(bad)
        self._takes_something = bool(report.new or report.changed or report.held or report.gone)
        told = [problem_words(one) for one in bad[:_SHOWN]]
        if len(bad) > _SHOWN:
            told.append(f"And {counted(len(bad) - _SHOWN, 'more bad row')}.")
        told += repeated((*report.repaired[:_SHOWN], *report.text_columns[:_SHOWN]))
        self._notes.setText("\n".join(told))
        self._notes.setVisible(bool(told))
        self.skip.setText(f"Leave out {counted(len(bad), 'bad row')}")
        self.skip.setChecked(False)
        self.skip.setVisible(self._has_bad_rows)
        self.take.setText(taken_words(report.new, report.changed, report.held))
        self.say("")
        self._refresh()

    def say(self, sentence: str) -> None:
        self.trouble.say(sentence)

    def _refresh(self) -> None:
        self.take.setEnabled(self._takes_something and (self.skip.isChecked() or not self._has_bad_rows))

    def _take(self) -> None:
        self.taken.emit(self.skip.isChecked())

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (self.take, self.leave):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        around = QVBoxLayout()
        around.setContentsMargins(20, 10, 20, 12)
        around.setSpacing(8)
        for part in (self._notes, self.trouble):
            around.addWidget(part)
        around.addWidget(self.skip, alignment=Qt.AlignmentFlag.AlignLeft)
        around.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(around)
