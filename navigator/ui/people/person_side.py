"""Beside the timeline: the names of the person, and the way to say that they were written down twice."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.referrals.casework import Casework
from navigator.ui.people.joining import TITLE
from navigator.ui.people.names_panel import NamesPanel
from navigator.ui.people.reading import Life
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

_WIDE = 344
WHY = "The same person can stand here under another name, or as somebody whose name nobody knew."


class PersonSide(QScrollArea):
    """`joining_wanted` asks for the other record."""

    joining_wanted = Signal()

    def __init__(self, desk: Desk, casework: Casework, theme: Theme, worker: Worker) -> None:
        super().__init__()
        self.names = NamesPanel(desk, casework, theme, worker)
        self.join = Button(theme, TITLE, icon="users-round")
        self.join.clicked.connect(self.joining_wanted)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDE)
        self.setWidget(self._inside(writes=may(desk.actor.role, Permission.WRITE_CASEWORK)))

    def show_life(self, life: Life) -> None:
        """The buttons of the names are made anew, and Tab comes to them where they stand."""
        self.names.show_life(life)
        for before, after in pairwise((*self.names.stops, self.join)):
            QWidget.setTabOrder(before, after)

    def _inside(self, *, writes: bool) -> QWidget:
        inside, twice = QWidget(), QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(22)
        column.addWidget(self.names)
        about = QVBoxLayout(twice)
        about.setContentsMargins(0, 0, 0, 0)
        about.setSpacing(8)
        about.addWidget(Text("Written down twice?", px=sizes.NAME, weight=600))
        about.addWidget(Text(WHY, tone="text2", wrap=True))
        about.addWidget(self.join, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(twice)
        if not writes:
            twice.hide()
        column.addStretch(1)
        return inside
