"""Trying words out: typed as a clinician would, they show at once which places come first. Nothing of it is kept."""

from collections.abc import Callable
from copy import copy

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.resources.search import Answer, Query
from navigator.resources.vocabulary import Vocabulary
from navigator.ui.directory.editor.card import Lines
from navigator.ui.find.search_box import MOST_CHARACTERS
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.field import Field, line
from navigator.ui.widgets.text import Elided, Text

LIMIT = 3
NOTHING = "No place is found with these words."


class WordsTrial(QWidget):
    """`vocabulary` gives the words as they would be understood if what is typed in the form were saved."""

    def __init__(self, desk: Desk, theme: Theme, vocabulary: Callable[[], Vocabulary]) -> None:
        super().__init__()
        self._desk, self._vocabulary = desk, vocabulary
        self._answer: Answer | None = None
        self.words = line(length=MOST_CHARACTERS)
        self._found = Lines()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        self.words.textChanged.connect(self.look_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        hint = "With what is not saved yet. Nothing typed here is kept."
        column.addWidget(Field(theme, "Try it: type as a clinician would", self.words, hint=hint))
        column.addLayout(self._found)

    @property
    def answer(self) -> Answer | None:
        """What is shown; None while nothing is tried."""
        return self._answer

    def look_again(self) -> None:
        """The words to try, or those of the form, changed."""
        self._soon.start()

    def _show(self) -> None:
        """A copy of the search hears the other words: Find help goes on with those that are saved."""
        self._found.clear()
        self._answer = None
        text = self.words.text().strip()
        if not text:
            return
        search = copy(self._desk.search)
        search.speak(self._vocabulary())
        self._answer = search.find(Query(text), self._desk.clock(), limit=LIMIT)
        self._tell(self._answer)

    def _tell(self, answer: Answer) -> None:
        for place, hit in enumerate(answer.hits, start=1):
            self._found.addWidget(_place(f"{place}  {hit.entry.name}", (hit.entry.kind, hit.entry.area)))
        more = answer.total - len(answer.hits)
        told = NOTHING if not answer.hits else f"and {more} more" if more else ""
        if told:
            self._found.addWidget(Text(told, tone="text2", px=sizes.BODY, wrap=True))


def _place(name: str, parts: tuple[str, ...]) -> QWidget:
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(Elided(name, weight=600))
    column.addWidget(Elided(" · ".join(filter(None, parts)), tone="text2"))
    return place
