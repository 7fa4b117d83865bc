"""Who was told what about a person: the accounting, newest first (P-12)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.referrals.accounting import Disclosed
from navigator.referrals.casework import Casework
from navigator.ui.clock_words import moment_words
from navigator.ui.ports import Desk
from navigator.ui.records.record import Record, RecordGroup
from navigator.ui.records.record_list import RecordList
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.text import Text

NOBODY = "Nobody was told who this person is."
NOT_HERE = "The person's own copies are not listed, nor calls that named nobody."


class AccountingView(QWidget):
    def __init__(self, desk: Desk, casework: Casework, theme: Theme, person_id: str) -> None:
        super().__init__()
        self._desk, self._casework, self._person_id = desk, casework, person_id
        self.records = RecordList(theme, name="Who was told")
        self.none = Text(NOBODY, wrap=True)
        self.trouble = Trouble(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (Text(NOT_HERE, tone="text2", wrap=True), self.none, self.trouble):
            widget.setContentsMargins(20, 0, 20, 0)
            column.addWidget(widget)
        column.addWidget(self.records, 1)
        column.addStretch(0)
        self.setFocusProxy(self.records)
        self.refresh()

    def refresh(self) -> None:
        try:
            self._show(self._casework.accounting.of_person(self._desk.actor, self._person_id))
        except UserError as error:
            self.trouble.say(error.sentence)

    def _show(self, lines: Sequence[Disclosed]) -> None:
        self.none.setVisible(not lines)
        self.records.setVisible(bool(lines))
        self.records.show_groups((RecordGroup("", tuple(self._row(*one) for one in enumerate(lines))),))

    def _row(self, place: int, line: Disclosed) -> Record:
        told = line.told
        ground = f"{told.ground}: {told.words}" if told.words else told.ground
        return Record(
            key=place,
            title=told.recipient,
            under=f"{'; '.join(told.what)} · {ground}",
            right=moment_words(line.at, self._desk.clock(), self._desk.city.zone),
            right_under=line.by,
        )
