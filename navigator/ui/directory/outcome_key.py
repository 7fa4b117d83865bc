"""A button for one outcome with the digit that presses it where the table or the pane has the focus."""

from PySide6.QtWidgets import QWidget

from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button, Variant


class OutcomeKey(Button):
    """The digit is no shortcut of the window: there it would be pressed by a number that somebody types."""

    def __init__(
        self, theme: Theme, words: str, then: str, digit: str, variant: Variant, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, variant, parent=parent)
        self.digit = digit
        self._shows_key = True
        self.setToolTip(then)
        self.setAccessibleName(f"{words}. Key {digit}")
        self.setAccessibleDescription(then)

    def show_key(self, shows: bool) -> None:
        """Whether the digit is written inside; it works either way."""
        self._shows_key = shows
        self.updateGeometry()
        self.update()

    def _key(self) -> str:
        return self.digit
