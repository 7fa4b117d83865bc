"""How a place stands to the person of the visit in hand, rule by rule, with the reason for each (S-02)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.resources.eligibility import Verdict
from navigator.ui.find.fact_line import FactLine
from navigator.ui.find.result_delegate import FIT_SIGN
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.text import Text

TITLE = "For the person of this visit"


class FitList(QWidget):
    """One line for each rule that applies, what stands against it first."""

    def __init__(self, theme: Theme, verdict: Verdict) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(Text(TITLE, weight=600))
        for fit in reversed(tuple(FIT_SIGN)):
            for rule in verdict.rules:
                if rule.fit is fit:
                    icon, tone = FIT_SIGN[fit]
                    column.addWidget(FactLine(theme, icon, rule.words, tone))
