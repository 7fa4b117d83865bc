"""Whether 42 CFR Part 2 applies to this team: on unless somebody switched it off, with a reason (P-09)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.part2 import SHORTEST_REASON, Part2Setting
from navigator.ui.clock_words import moment_words
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.area import area
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, Trouble
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

ON = "42 CFR Part 2 applies"
OFF = "42 CFR Part 2 does not apply"
MEANS = (
    "With it, nobody is told who a person is without a written consent, a medical emergency, a court order or a report"
    " that the law asks for. Every paper that leaves on a consent carries the federal notice. Counsel decides."
)


class Part2Pane(Panel):
    """`changed` when it was switched, `left` to go back."""

    changed = Signal()
    left = Signal()

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker) -> None:
        super().__init__("surface")
        self._desk, self._casework, self._worker = desk, casework, worker
        self._applies = True
        self.state = Text(px=sizes.NAME, weight=700, wrap=True)
        self.since = Text(tone="text2", wrap=True)
        self.reason = area(lines=3, length=1000)
        self._field = Field(theme, f"Why it does not apply, in {SHORTEST_REASON} letters or more", self.reason)
        self.switch = Button(theme, "", height=sizes.MAIN_ACTION)
        self.back = Button(theme, "Back", "ghost", icon="arrow-left")
        self._trouble = Trouble(theme)
        self._lay_out()
        self.switch.clicked.connect(self._turn)
        self.back.clicked.connect(self.left)

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def refresh(self) -> None:
        try:
            self._show(self._casework.consents.part2_setting(self._desk.actor))
        except UserError as error:
            self._trouble.say(error.sentence)

    def take_focus(self) -> None:
        (self.reason if self._applies else self.switch).setFocus()

    def _show(self, setting: Part2Setting) -> None:
        self._applies = setting.applies
        self.state.setText(ON if setting.applies else OFF)
        now, zone = self._desk.clock(), self._desk.city.zone
        by = f"Set by {setting.by}, {moment_words(setting.at, now, zone)}." if setting.at else "Nobody has changed it."
        self.since.setText(f"{by} “{setting.reason}”" if setting.reason else by)
        self._field.setVisible(setting.applies)
        self.switch.setText("It does not apply to us" if setting.applies else "It applies again")

    def _turn(self) -> None:
        on, reason, actor = not self._applies, self.reason.toPlainText(), self._desk.actor
        self._trouble.say("")
        self.switch.setEnabled(False)
        self._worker.run(self, lambda: self._casework.consents.set_part2(actor, on, reason), self._tell, self._refuse)

    def _tell(self, _done: None) -> None:
        self.switch.setEnabled(True)
        self.reason.clear()
        self.refresh()
        self.changed.emit()

    def _refuse(self, error: UserError) -> None:
        self.switch.setEnabled(True)
        self._trouble.say(error.sentence)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignLeft)
        for widget in (self.state, self.since, Text(MEANS, tone="text2", wrap=True), self._field):
            column.addWidget(widget)
        column.addWidget(self._trouble)
        column.addWidget(self.switch)
        column.addStretch(1)
