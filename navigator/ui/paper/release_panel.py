"""Beside the pages: print them, save them, and what came of it, in place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.find.fact_line import FactLine
from navigator.ui.outlets import NO_PRINTER
from navigator.ui.paper.release_buttons import ReleaseButtons
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field, Trouble
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text


class ReleasePanel(Panel):
    """What stands beside a handout. `printed` gives the printer."""

    printed = Signal(str)
    saved = Signal()
    left = Signal()

    def __init__(self, theme: Theme, title: str, about: str, printers: Sequence[str]) -> None:
        super().__init__("surface")
        self._theme = theme
        self.back = Button(theme, "Back to results", "ghost", icon="arrow-left")
        self.buttons = ReleaseButtons(theme, printers, self)
        self.printer, self.print, self.save = self.buttons.printer, self.buttons.print, self.buttons.save
        self._result = QVBoxLayout()
        self._trouble = Trouble(theme)
        self._connect()
        self._lay_out(title, about)

    @property
    def first(self) -> Button:
        """The one filled button."""
        return self.buttons.first

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    @property
    def result(self) -> str:
        item = self._result.itemAt(0)
        line = item.widget() if item else None
        return line.words if isinstance(line, FactLine) else ""

    def work(self, sentence: str) -> None:
        """Something is under way: says so and takes no second order."""
        self._show("clock", sentence)
        self.buttons.work()

    def say_done(self, sentence: str) -> None:
        self.buttons.rest()
        self._show("circle-check", sentence)

    def say_trouble(self, sentence: str) -> None:
        self.buttons.rest()
        self._show("", "")
        self._trouble.say(sentence)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.buttons.saved.connect(self.saved)
        self.buttons.printed.connect(self.printed)

    def _lay_out(self, title: str, about: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 20)
        column.setSpacing(0)
        column.addLayout(_outdented(self.back))
        for space, widget in (
            (10, Text(title, px=sizes.TITLE, weight=700, wrap=True)),
            (2, Text(about, tone="text2", wrap=True)),
            (20, self._where_to()),
            (10, self.print),
            (8, self.save),
            (12, self._trouble),
        ):
            column.addSpacing(space)
            column.addWidget(widget)
        column.addLayout(self._result)
        column.addStretch(1)
        column.addWidget(Text("This is exactly what will be printed and saved.", tone="text3", wrap=True))

    def _where_to(self) -> QWidget:
        if self.buttons.can_print:
            return Field(self._theme, "Printer", self.printer)
        self.printer.hide()
        return FactLine(self._theme, "info", NO_PRINTER)

    def _show(self, icon: str, sentence: str) -> None:
        self._trouble.say("")
        while (item := self._result.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.hide()
                line.deleteLater()
        if sentence:
            self._result.addWidget(FactLine(self._theme, icon, sentence, "open" if icon == "circle-check" else "text2"))


def _outdented(button: Button) -> QHBoxLayout:
    """Ghost buttons have room around their words: moves it out, so that the words stand at the edge."""
    row = QHBoxLayout()
    row.setContentsMargins(-10, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    return row
