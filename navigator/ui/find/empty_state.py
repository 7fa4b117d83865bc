"""What stands in place of results when there are none: why, the ways on, whom to call, and the directory desk."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from navigator.city import City
from navigator.resources.search import Query
from navigator.ui.find.call_lines import CallLines
from navigator.ui.find.tell_desk import TellDesk
from navigator.ui.find.way_line import WayLine
from navigator.ui.find.way_on import WayOn
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text

FEWER_WORDS = "Try fewer or other words."
_MOST_WAYS, _MOST_SPELLINGS = 2, 3
_ELIDE, _WIDTH = Qt.TextElideMode.ElideRight, 420


class EmptyState(QScrollArea):
    """`taken` gives the query of the way that was chosen. `desk_form` is None for those who may not propose."""

    taken = Signal(object)

    def __init__(self, theme: Theme, city: City, desk_form: TellDesk | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spelled: tuple[WayOn, ...] = ()
        self._sentence = Text(px=sizes.NAME, weight=600, wrap=True)
        self._fewer = Text(FEWER_WORDS, tone="text2", wrap=True)
        self.spellings = [Button(theme, "", icon="search") for _ in range(_MOST_SPELLINGS)]
        self.ways = [WayLine(theme) for _ in range(_MOST_WAYS)]
        self.calls = CallLines(theme, city)
        self.desk_form = desk_form
        self._lay_out()
        for button in self.spellings:
            button.clicked.connect(self._take_spelling)
        for way in self.ways:
            way.taken.connect(self.taken)
        self.verticalScrollBar().rangeChanged.connect(self._keep_form_in_sight)

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def show_nothing(self, sentence: str, query: Query, spelled: Sequence[WayOn]) -> None:
        """At once; the ways on follow when they are found."""
        self._sentence.setText(sentence)
        self._spelled = tuple(spelled)
        for place, button in enumerate(self.spellings):
            button.setVisible(place < len(spelled))
            if place < len(spelled):
                button.setText(button.fontMetrics().elidedText(spelled[place].button, _ELIDE, _WIDTH))
                button.setAccessibleName(f"Search for {spelled[place].button}")
                button.updateGeometry()
        self._meant.setVisible(bool(spelled))
        self.show_ways(())
        if self.desk_form is not None:
            self.desk_form.offer(query.text)

    def show_ways(self, ways: Sequence[WayOn]) -> None:
        for place, line in enumerate(self.ways):
            line.show_way(ways[place] if place < len(ways) else None)
        self._fewer.setVisible(not ways and not self._spelled)

    def _take_spelling(self) -> None:
        place = next(place for place, button in enumerate(self.spellings) if button is self.sender())
        self.taken.emit(self._spelled[place].query)

    def _keep_form_in_sight(self) -> None:
        """When it opens, and in a window that became smaller."""
        if self.desk_form is not None and self.desk_form.is_open:
            self.ensureWidgetVisible(self.desk_form, 0, 12)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 20, 31, 20)
        column.setSpacing(10)
        column.addWidget(self._sentence)
        column.addWidget(self._fewer)
        column.addWidget(self._spelling_line())
        for way in self.ways:
            column.addWidget(way)
        column.addSpacing(4)
        column.addWidget(Rule())
        column.addWidget(Text("Call and ask", weight=600))
        column.addWidget(self.calls)
        if self.desk_form is not None:
            column.addSpacing(4)
            column.addWidget(Rule())
            column.addWidget(self.desk_form)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _spelling_line(self) -> QWidget:
        self._meant = QWidget()
        lines = QVBoxLayout(self._meant)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(Text("Did you mean", tone="text2"))
        for button in self.spellings:
            lines.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        return self._meant
