"""The timeline of a person with what can be done about the moment that is chosen on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.errors import UserError
from navigator.referrals.casework import Casework
from navigator.referrals.merges import Merge
from navigator.referrals.moment import Joined, Moment
from navigator.ui.people.line import rows_of
from navigator.ui.people.line_foot import LineFoot
from navigator.ui.people.reading import Life
from navigator.ui.people.timeline_list import TimelineList
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

NONE = "Nothing was done for this person yet."


class TimelineTab(QWidget):
    """`visit_chosen` and `referral_chosen` give an id; `parted` when two records were taken apart."""

    visit_chosen = Signal(str)
    referral_chosen = Signal(str)
    parted = Signal()

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker) -> None:
        super().__init__()
        self._desk, self._merges, self._worker = desk, casework.merges, worker
        self.list = TimelineList(theme)
        self.foot = LineFoot(theme, writes=may(desk.actor.role, Permission.WRITE_CASEWORK))
        self._none = Text(NONE, tone="text2", wrap=True)
        self._none.setContentsMargins(20, 20, 20, 20)
        self._lay_out()
        self.list.chosen.connect(self.foot.show_moment)
        self.list.opened.connect(self._open)
        self.foot.visit_wanted.connect(self.visit_chosen)
        self.foot.referral_wanted.connect(self.referral_chosen)
        self.foot.parted.connect(self._part)

    def show_life(self, life: Life) -> None:
        self.list.show_rows(rows_of(life.moments, self._desk.clock(), self._desk.city))
        self.list.setVisible(bool(life.moments))
        self._none.setVisible(not life.moments)
        if self.list.current_key is None:
            self.foot.show_moment(None)
        if self.list.current_key is None and self.list.hasFocus():
            self.list.choose_first()

    def choose_merge(self, merge_id: str) -> None:
        """Where the two can be taken apart again."""
        for line in self.list.lines:
            if isinstance(line.moment.about, Joined) and line.moment.about.merge.id == merge_id:
                self.list.choose(line.key)

    def take_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, moment: Moment) -> None:
        if moment.referral_id:
            self.referral_chosen.emit(moment.referral_id)
        elif moment.visit_id:
            self.visit_chosen.emit(moment.visit_id)
        elif self.foot.part.isVisible():
            self.foot.part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _part(self, merge: Merge) -> None:
        self.setEnabled(False)
        actor = self._desk.actor
        self._worker.run(self, lambda: self._merges.undo(actor, merge.id), self._tell, self._refuse)

    def _tell(self, _nothing: None) -> None:
        self.setEnabled(True)
        self.foot.show_moment(None)
        self.parted.emit()

    def _refuse(self, error: UserError) -> None:
        self.setEnabled(True)
        self.foot.stop_asking()
        self.foot.say(error.sentence)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self.foot)
