"""Print, save as PDF, and the choice of printer: the buttons of every paper, wherever they stand."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from navigator.ui.find.prompt_button import PromptButton
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.choice import Select


class ReleaseButtons(QObject):
    """Without a printer, saving takes the first place. `printed` gives the printer."""

    printed = Signal(str)
    saved = Signal()

    def __init__(
        self,
        theme: Theme,
        printers: Sequence[str],
        parent: QWidget,
        *,
        words: str = "Print",
        save_key: str = "Ctrl+S",
        height: int = sizes.MAIN_ACTION,
    ) -> None:
        super().__init__(parent)
        self._can_print, self._forbidden, self._works = bool(printers), False, False
        self._ordered: Button | None = None
        self.printer = Select(theme, parent)
        self.printer.setAccessibleName("Printer")
        self.printer.addItems(list(printers))
        self.print = PromptButton(theme, words, icon="printer", shortcut="Ctrl+P", height=height, parent=parent)
        self.save = PromptButton(theme, "Save as PDF", icon="download", shortcut=save_key, height=height, parent=parent)
        self.first.set_variant("primary")
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self.saved)
        self.rest()

    @property
    def can_print(self) -> bool:
        """Whether this computer has a printer."""
        return self._can_print

    @property
    def first(self) -> Button:
        """The one filled button."""
        return self.print if self._can_print else self.save

    def work(self) -> None:
        """Something is under way: takes no second order."""
        self._ordered = next((button for button in (self.print, self.save) if button.hasFocus()), None)
        self._works = True
        self._enable()

    def rest(self) -> None:
        """Takes orders again; the focus goes back to the button that was pressed, which lost it meanwhile."""
        self._works = False
        self._enable()
        if self._ordered is not None:
            self._ordered.setFocus()
            self._ordered = None

    def forbid(self, forbidden: bool) -> None:
        """Nothing may leave, or it may again; another button is the filled one meanwhile."""
        self._forbidden = forbidden
        self.first.set_variant("secondary" if forbidden else "primary")
        self._enable()

    def _enable(self) -> None:
        may = not self._forbidden and not self._works
        self.print.setEnabled(may and self._can_print)
        self.save.setEnabled(may)

    def _print(self) -> None:
        self.printed.emit(self.printer.currentText())
