"""What was asked about a person: by the police, by themselves; how each stands (P-11, P-25)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.request import SavedRequest
from navigator.ui.clock_words import moment_words
from navigator.ui.decide.words import due_words, request_state, request_title, verdict_words
from navigator.ui.ports import Desk
from navigator.ui.records.record import Record, RecordGroup
from navigator.ui.records.record_list import RecordList
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.text import Text

NONE = "Nobody has asked for anything of this person's record."


class RequestsView(QWidget):
    """`police_wanted` and `person_wanted` ask for the form of a new one."""

    police_wanted = Signal()
    person_wanted = Signal()

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, person_id: str) -> None:
        super().__init__()
        self._desk, self._casework, self._person_id = desk, casework, person_id
        self.records = RecordList(theme, name="Requests about this person")
        self.police = Button(theme, "The police ask", icon="shield")
        self.person = Button(theme, "The person asks", icon="user-round")
        self.none = Text(NONE, tone="text2", wrap=True)
        self.verdict = Text(wrap=True)
        self.trouble = Trouble(theme)
        self._verdicts: dict[object, str] = {}
        self._lay_out(writes=may(desk.actor.role, Permission.WRITE_CASEWORK))
        self.police.clicked.connect(self.police_wanted)
        self.person.clicked.connect(self.person_wanted)
        self.records.chosen.connect(self._tell_verdict)
        self.refresh()

    def refresh(self) -> None:
        try:
            self._show(self._casework.requests.of_person(self._desk.actor, self._person_id))
        except UserError as error:
            self.trouble.say(error.sentence)

    def _show(self, found: Sequence[SavedRequest]) -> None:
        now, zone = self._desk.clock(), self._desk.city.zone
        self._verdicts = {saved.id: verdict_words(saved, now, zone) for saved in found}
        self.none.setVisible(not found)
        self.records.setVisible(bool(found))
        self.records.show_groups((RecordGroup("", tuple(map(self._row, found))),))
        self._tell_verdict(self.records.current_key)

    def _row(self, saved: SavedRequest) -> Record:
        now, zone = self._desk.clock(), self._desk.city.zone
        owed = saved.due_on is not None and saved.verdict is None
        due = due_words(saved.due_on, now.astimezone(zone).date()) if owed and saved.due_on else ("", "")
        state, words = request_state(saved)
        return Record(
            key=saved.id,
            title=request_title(saved),
            under=f"Written down {moment_words(saved.made_at, now, zone)} by {saved.author or 'somebody'}",
            right=due[0],
            right_under=due[1],
            state=state,
            state_words=words,
        )

    def _tell_verdict(self, key: object) -> None:
        self.verdict.setText(self._verdicts.get(key, ""))
        self.verdict.setVisible(bool(self.verdict.text()))

    def _lay_out(self, *, writes: bool) -> None:
        acts = QHBoxLayout()
        acts.setContentsMargins(20, 0, 20, 0)
        acts.setSpacing(8)
        for button in (self.police, self.person):
            acts.addWidget(button)
            if not writes:
                button.hide()
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(acts)
        for widget in (self.none, self.trouble, self.verdict):
            widget.setContentsMargins(20, 0, 20, 0)
            column.addWidget(widget)
        column.addWidget(self.records, 1)
        column.addStretch(0)
