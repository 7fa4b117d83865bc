"""Beside the pages: print them, save them, and what came of it, in place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.find.fact_line import FactLine
from navigator.ui.find.prompt_button import PromptButton
from navigator.ui.outlets import NO_PRINTER
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button, Variant
from navigator.ui.widgets.choice import Select
from navigator.ui.widgets.field import Field, Trouble
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text


class ReleasePanel(Panel):
    """Offers the printers there are; without one, saving takes the first place. `printed` gives the printer."""

    printed = Signal(str)
    saved = Signal()
    left = Signal()

    def __init__(self, theme: Theme, title: str, about: str, printers: Sequence[str]) -> None:
        super().__init__("surface")
        self._theme = theme
        self._can_print = bool(printers)
        self._ordered: Button | None = None
        self.back = Button(theme, "Back to results", "ghost", icon="arrow-left")
        self.printer = Select(theme)
        self.printer.addItems(list(printers))
        self.print = self._action("Print", "printer", "Ctrl+P", first=self._can_print)
        self.save = self._action("Save as PDF", "download", "Ctrl+S", first=not self._can_print)
        self._result = QVBoxLayout()
        self._trouble = Trouble(theme)
        self._connect()
        self._lay_out(title, about)
        self.rest()

    @property
    def first(self) -> Button:
        """The one filled button."""
        return self.print if self._can_print else self.save

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
        self._ordered = next((button for button in (self.print, self.save) if button.hasFocus()), None)
        for button in (self.print, self.save):
            button.setEnabled(False)

    def rest(self) -> None:
        """Takes orders again; the focus goes back to the button that was pressed, which lost it meanwhile."""
        self.print.setEnabled(self._can_print)
        self.save.setEnabled(True)
        if self._ordered is not None:
            self._ordered.setFocus()
            self._ordered = None

    def say_done(self, sentence: str) -> None:
        self.rest()
        self._show("circle-check", sentence)

    def say_trouble(self, sentence: str) -> None:
        self.rest()
        self._show("", "")
        self._trouble.say(sentence)

    def _action(self, words: str, icon: str, shortcut: str, *, first: bool) -> Button:
        variant: Variant = "primary" if first else "secondary"
        return PromptButton(self._theme, words, variant, icon=icon, shortcut=shortcut, height=sizes.MAIN_ACTION)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.save.clicked.connect(self.saved)
        self.print.clicked.connect(self._print)

    def _print(self) -> None:
        self.printed.emit(self.printer.currentText())

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
        if self._can_print:
            return Field(self._theme, "Printer", self.printer)
        self.printer.setParent(self)
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
