"""How a person may be reached: what makes it safe stands before the number (R-10)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.referrals.task import Task
from navigator.ui.find.fact_line import FactLine
from navigator.ui.isolated import isolated
from navigator.ui.theme.theme import Theme
from navigator.ui.todo.number_line import NumberLine
from navigator.ui.widgets.text import Text

NOT_KNOWN = "How to reach this person safely is not known. Say nothing about the visit to anybody else."
NO_NUMBER = "No number of this person is known."


class SafeContact(QWidget):
    """The words of the person first, then "No voicemail", then the numbers: the person's large, the place's beneath."""

    def __init__(self, theme: Theme, task: Task) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text("How to reach them safely", weight=600))
        if task.contact_words.strip():
            column.addWidget(FactLine(theme, "shield-check", task.contact_words.strip(), "open"))
        else:
            column.addWidget(FactLine(theme, "circle-question-mark", NOT_KNOWN, "unknown", carry=True))
        if task.no_voicemail:
            column.addWidget(FactLine(theme, "volume-x", "No voicemail", "danger", carry=True))
        column.addWidget(self._number(theme, task))
        if task.number:
            column.addWidget(FactLine(theme, "phone", f"{isolated(task.place)}: {task.number}"))

    def _number(self, theme: Theme, task: Task) -> QWidget:
        number = task.contact_number.strip()
        if not number:
            return FactLine(theme, "circle-question-mark", NO_NUMBER, "unknown", carry=True)
        return NumberLine(task.person, number)
