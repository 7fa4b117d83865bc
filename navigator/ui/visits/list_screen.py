"""The list of visits: those on the scene first, then those that ended, by day."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.referrals.visits import Visits
from navigator.ui.ports import Desk
from navigator.ui.records.record_list import RecordList
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.screen import Screen
from navigator.ui.visits.telling import visit_groups
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text


class ListScreen(Screen):
    """`opened` gives a visit's id, `begun` asks for a new visit."""

    opened = Signal(str)
    begun = Signal()

    def __init__(self, desk: Desk, visits: Visits, theme: Theme) -> None:
        super().__init__()
        self._desk, self._visits = desk, visits
        self.start = Button(theme, "Start a visit", "primary", icon="plus", shortcut="Ctrl+N")
        self.list = RecordList(theme, name="Visits")
        self.remark = Trouble(theme)
        if not may(desk.actor.role, Permission.WRITE_CASEWORK):
            self.start.hide()
        self._empty = _empty()
        self._stack = QStackedWidget()
        self._lay_out()
        self.start.clicked.connect(self.begun)
        self.list.opened.connect(lambda key: self.opened.emit(str(key)))

    def refresh(self) -> None:
        groups = visit_groups(self._visits.recent(self._desk.actor), self._desk.clock(), self._desk.city)
        self.list.show_groups(groups)
        has_some = any(group.records for group in groups)
        self._stack.setCurrentWidget(self.list if has_some else self._empty)

    def say(self, sentence: str) -> None:
        self.remark.say(sentence)

    def _focus_next(self) -> None:
        wanted = self.list if self._stack.currentWidget() is self.list else self.start
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 10, 20, 10)
        head.addWidget(Text("Visits", px=sizes.TITLE, weight=600))
        head.addSpacing(16)
        head.addWidget(self.remark, 1)
        head.addStretch(0)
        head.addWidget(self.start)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addWidget(self._stack, 1)


def _empty() -> QWidget:
    room = QWidget()
    column = QVBoxLayout(room)
    column.setContentsMargins(20, 28, 31, 20)
    column.setSpacing(8)
    column.addWidget(Text("No visits yet.", px=sizes.NAME, weight=600, wrap=True))
    why = "Start one when you arrive: a name and a birth year are enough, or what an unknown person looks like."
    column.addWidget(Text(why, tone="text2", wrap=True))
    column.addStretch(1)
    return room
