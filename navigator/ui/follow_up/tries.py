"""What was tried so far, newest first: when, who was reached, what they said, and who wrote it down."""

from datetime import datetime, tzinfo

from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.referrals.follow_up import Attempt, Reached
from navigator.ui.clock_words import moment_words
from navigator.ui.find.fact_line import FactLine
from navigator.ui.follow_up.asked import Asked
from navigator.ui.isolated import isolated
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.text import Text

NOTHING_TRIED = "Nobody has asked yet."
_ICONS = {Reached.PERSON: "user-round", Reached.PROVIDER: "house", Reached.NOBODY: "phone-missed"}
_REACHED = {Reached.PERSON: "Reached the person", Reached.PROVIDER: "Reached the place"}


class Tries(QWidget):
    def __init__(self, theme: Theme, asked: Asked) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text("Tried so far", weight=600))
        if not asked.tries:
            column.addWidget(Text(NOTHING_TRIED, tone="text2", wrap=True))
        for attempt in asked.tries:
            column.addWidget(FactLine(theme, _ICONS[attempt.reached], try_words(attempt, asked.now, asked.zone)))


def try_words(attempt: Attempt, now: datetime, zone: tzinfo) -> str:
    """ "Reached the place: Ms. Alvarez" over what was said, the time, and whose note it is."""
    who = _REACHED.get(attempt.reached) or (
        f"No answer from {attempt.called}" if attempt.called is not None else "Nobody answered"
    )
    head = f"{who}: {isolated(attempt.told_by)}" if attempt.told_by else who
    foot = " · ".join(part for part in (moment_words(attempt.at, now, zone), attempt.by) if part)
    return "\n".join(part for part in (head, attempt.words, foot) if part)
