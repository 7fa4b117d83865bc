"""One question of the telephone script: what to ask, what the record says, and who vouched for it last."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.directory.script import Question
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text

OLD = "Look at this"


class QuestionLine(QWidget):
    """What the check is about is marked by a sign and words."""

    def __init__(self, theme: Theme, question: Question) -> None:
        super().__init__()
        self.question = question
        self.setAccessibleName(f"{question.ask} {question.known}")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Text(question.ask, weight=600, wrap=True), 1)
        if question.is_old:
            head.addWidget(Icon(theme, "flag", "closing", 16))
            head.addWidget(Text(OLD, tone="closing", weight=500))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(Text(question.known, tone="text2", wrap=True))
        if question.vouched:
            column.addWidget(Text(question.vouched, tone="text3", px=sizes.HINT, wrap=True))
