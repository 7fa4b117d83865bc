"""What the paper says after its first page, in words of their own: goal, medicines, warning signs and the rest."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.referrals.plan import Plan
from navigator.ui.plan.fold import Fold
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.text import Text

_SECTIONS = (
    ("goal", "My goal", "In the person's own words."),
    ("medicines", "Medicines", "Only what the person or a provider told you."),
    ("warning_signs", "Warning signs", "What they notice first, and what they do then."),
    ("if_hard", "If things get hard", "In their own words: what helps, and whom they can be with."),
    ("given", "What we gave you", "Things and papers that they take with them."),
    ("next_call", "When we will call", "Only what will be kept."),
    ("notes", "Notes", "Anything else that shall stand on their paper."),
)


class OwnWords(QWidget):
    """`changed` gives the name of a field of the plan and its new words."""

    changed = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folds = {name: Fold(theme, title, hint) for name, title, hint in _SECTIONS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text("After the first page", px=sizes.NAME, weight=600))
        column.addSpacing(4)
        for name, fold in self.folds.items():
            fold.changed.connect(partial(self.changed.emit, name))
            column.addWidget(fold)

    def show_plan(self, plan: Plan) -> None:
        for name, fold in self.folds.items():
            fold.show_words(getattr(plan, name))
