"""Who was found by a name and a birth year: those who have that very name, apart from those who may be meant (P-18)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.people import Found
from navigator.referrals.person import Person
from navigator.ui.people.who_words import found_words
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.text import Text

EXACT = "That name and that year"
ALIKE = "Written a little differently"
NOBODY = "Nobody else is written down by that name and about that birth year."


class Matches(QWidget):
    """`chosen` gives a Person."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.buttons: tuple[Button, ...] = ()
        self._shown: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    @property
    def words(self) -> tuple[str, ...]:
        """What stands here, line for line."""
        return tuple(text.text() for widget in self._shown for text in _texts(widget))

    def show_nobody(self) -> None:
        self._show([])

    def show_found(self, found: Found, but: str) -> None:
        """Without the person of the id `but`, from whom one looks."""
        exact = [person for person in found.exact if person.id != but]
        alike = [person for person in found.alike if person.id != but]
        groups = [*self._group(EXACT, exact), *self._group(ALIKE, alike)]
        self._show(groups or [Text(NOBODY, tone="text2", wrap=True)])

    def take_focus(self) -> None:
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _group(self, title: str, people: Sequence[Person]) -> list[QWidget]:
        return [Text(title, tone="text2", weight=600), *(self._row(person) for person in people)] if people else []

    def _row(self, person: Person) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(Text(found_words(person), wrap=True), 1)
        button = Button(self._theme, "Look at both", icon="users-round")
        button.setAccessibleName(f"Look at both: {found_words(person)}")
        button.clicked.connect(lambda: self.chosen.emit(person))
        across.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        return row

    def _show(self, widgets: Sequence[QWidget]) -> None:
        for old in self._shown:
            old.hide()
            old.deleteLater()
        self._shown = list(widgets)
        self.buttons = tuple(button for widget in widgets for button in widget.findChildren(Button))
        for widget in widgets:
            self._column.addWidget(widget)
        self.setVisible(bool(widgets))


def _texts(widget: QWidget) -> list[Text]:
    return [widget] if isinstance(widget, Text) else widget.findChildren(Text)
