"""How old the person is, in years, as a filter."""

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QWidget

from navigator.ui.find.filter_keys import AGE
from navigator.ui.widgets.field import line
from navigator.ui.widgets.text import Text

_WIDTH = 64
_YEARS = "1[01][0-9]|120|[1-9]?[0-9]"


class AgeLine(QWidget):
    """`told` gives the key of the age and whether it is asked for."""

    told = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._key = ""
        self.years = line(length=3)
        self.years.setValidator(QRegularExpressionValidator(QRegularExpression(_YEARS), self.years))
        self.years.setAccessibleName("Age in years")
        self.years.setFixedWidth(_WIDTH)
        self.years.textEdited.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.years)
        row.addWidget(Text("years old"))
        row.addStretch(1)

    def show_age(self, keys: frozenset[str]) -> None:
        """The age among the keys that are on; what is typed now stays as it is typed."""
        self._key = next((key for key in keys if key.startswith(AGE)), "")
        if self._typed_key() != self._key:
            self.years.setText(self._key.removeprefix(AGE))

    def _tell(self) -> None:
        before, typed = self._key, self._typed_key()
        if typed:
            self.told.emit(typed, True)
        elif before:
            self.told.emit(before, False)

    def _typed_key(self) -> str:
        typed = self.years.text()
        return f"{AGE}{int(typed)}" if typed else ""
