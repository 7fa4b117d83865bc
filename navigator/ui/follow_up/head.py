"""The head of the call screen: the way back, whom it is about and where, and whether the loop is closed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from navigator.referrals.task import Task
from navigator.ui.follow_up.asked import Asked
from navigator.ui.follow_up.loop_reason import PILLS
from navigator.ui.isolated import isolated
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.pill import StatePill
from navigator.ui.widgets.text import Elided


class Head(QWidget):
    left = Signal()
    referral_wanted = Signal()

    def __init__(self, theme: Theme, asked: Asked, task: Task) -> None:
        super().__init__()
        self.back = Button(theme, "To do", "quiet", icon="arrow-left")
        self.back.setAccessibleName("Back to the list of what is to do")
        self.referral = Button(theme, "Open the referral", "ghost", icon="phone-outgoing")
        self.back.clicked.connect(self.left)
        self.referral.clicked.connect(self.referral_wanted)
        about = f"Ask how it went: {isolated(task.person)}, {isolated(task.place)}"
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 16, 10)
        row.setSpacing(12)
        row.addStrut(sizes.CONTROL)
        row.addWidget(self.back)
        row.addWidget(Elided(about, px=sizes.TITLE, weight=700), 1)
        row.addWidget(StatePill(theme, *PILLS[asked.loop]))
        row.addWidget(self.referral)
