"""The card in the middle of the cover: a title, fields, one filled button, and ways out beneath a rule."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text

WIDTH = 420
INNER = WIDTH - 2 * 29

Typed = tuple[str, ...]


class Card(Panel):
    """Emits `submitted` with what was `typed`, once: while it is busy, Enter and clicks do nothing."""

    submitted = Signal(object)

    def __init__(self, theme: Theme, title: str, icon: str = "", *, caption: str = "") -> None:
        super().__init__("card")
        self.theme = theme
        self.caption = caption
        self._busy = False
        self._fields: list[Field] = []
        self._main: Button | None = None
        self._main_words = ""
        self._ways_out: tuple[Button, ...] = ()
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 27, 28, 27)
        self.column.setSpacing(0)
        self._add_title(title, icon)

    @property
    def busy(self) -> bool:
        return self._busy

    @property
    def name(self) -> str:
        """The account that the card is about, as far as it is known."""
        return ""

    def typed(self) -> Typed | None:
        """What the card was filled with; None when something is missing, which the card then says."""
        return ()

    def add(self, widget: QWidget, *, above: int = 16) -> None:
        self.column.addSpacing(above)
        self.column.addWidget(widget)

    def add_field(self, label: str, entry: QWidget, *, hint: str = "") -> Field:
        field = Field(self.theme, label, entry, hint=hint)
        if isinstance(entry, QLineEdit):
            entry.returnPressed.connect(self.submit)
            entry.textEdited.connect(self._forget_trouble)
        self._fields.append(field)
        self.add(field, above=15)
        return field

    def add_main(self, words: str) -> Button:
        """The one filled button of the card."""
        self._main, self._main_words = Button(self.theme, words, "primary", height=sizes.MAIN_ACTION), words
        self._main.clicked.connect(self.submit)
        self.add(self._main, above=14)
        return self._main

    def add_ways_out(self, *ways: Button) -> None:
        """Ghost buttons beneath a rule: the first at the left, the last at the right."""
        self._ways_out = ways
        self.column.setContentsMargins(28, 27, 28, 18)
        self.add(Rule(), above=14)
        row = QHBoxLayout()
        row.setSpacing(4)
        for place, way in enumerate(ways):
            if place:
                row.addStretch(1)
            row.addWidget(way)
        if len(ways) == 1:
            row.addStretch(1)
        self.column.addSpacing(14)
        self.column.addLayout(row)

    def submit(self) -> None:
        if not self._busy and (typed := self.typed()) is not None:
            self.submitted.emit(typed)

    def set_busy(self, words: str) -> None:
        """Says what is going on in the button and takes no other submission; empty words end it."""
        self._busy = bool(words)
        if self._main is not None:
            self._main.setText(words or self._main_words)
        for field in self._fields:
            if isinstance(field.entry, QLineEdit):
                field.entry.setReadOnly(self._busy)
        for way in self._ways_out:
            way.blockSignals(self._busy)  # leaving now would drop the answer of a sign-in that succeeds

    def refuse(self, sentence: str) -> None:
        """Says why the submission was refused, under the last field."""
        if self._fields:
            self._fields[-1].say(sentence)

    def start(self) -> None:
        """Puts the cursor into the first empty field."""
        entries = [field.entry for field in self._fields]
        lines = [entry for entry in entries if isinstance(entry, QLineEdit) and not entry.text()]
        for entry in lines[:1] or entries[:1]:
            entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_trouble(self) -> None:
        for field in self._fields:
            field.say("")

    def _add_title(self, title: str, icon: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        if icon:
            row.addWidget(Icon(self.theme, icon, "text", 22))
        row.addWidget(Text(title, px=sizes.TITLE, weight=700), 1)
        self.column.addLayout(row)


class Well(Panel):
    """A quiet box inside a card: an icon, a name, and what there is to say about it."""

    def __init__(self, theme: Theme, icon: str, title: str, words: str) -> None:
        super().__init__("well")
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 12, 13, 12)
        row.setSpacing(13)
        row.addWidget(Icon(theme, icon, "text2", 22))
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(Text(title, px=sizes.NAME, weight=600, width=INNER - 60))
        column.addWidget(Text(words, tone="text2", width=INNER - 60))
        row.addLayout(column, 1)
