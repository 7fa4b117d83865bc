""" "Text to look at" (S-13): what a confidential record said before anybody read it, to release or to delete."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from navigator.resources.confidential import RELEASABLE
from navigator.resources.fields import label_of
from navigator.resources.stewardship.quarantine import Waiting
from navigator.ui.directory.editor.asking import Asking
from navigator.ui.directory.editor.card import Card, Lines
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.area import area
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.choice import Select
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text

WHY = "Nobody has read these words for traces of the place. Take out what leads there and release the rest."


class WaitingText(Panel):
    """One text. `released` gives its id, the field it goes to and the words that stay; `deleted` its id."""

    released = Signal(str, str, str)
    deleted = Signal(str)

    def __init__(self, theme: Theme, waiting: Waiting) -> None:
        super().__init__("well")
        self.id, self._first = waiting.id, waiting.text
        self.text = area(lines=3, length=5000)
        self.text.setPlainText(waiting.text)
        self.text.setAccessibleName(f"Text to look at: {waiting.label}")
        self.field = Select(theme)
        self.field.setAccessibleName("Release it as")
        self.field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.field.setMinimumContentsLength(8)
        for key in RELEASABLE:
            self.field.addItem(label_of(key), key)
        own = waiting.field if waiting.field in RELEASABLE else "description"
        self.field.setCurrentIndex(self.field.findData(own))
        self.release = Button(theme, "Release")
        self.delete = Asking(theme, "Delete", "Delete for good", "Keep it")
        self.delete.explain("The text is deleted for good. Nothing brings it back.")
        self.release.clicked.connect(self._release)
        self.delete.agreed.connect(self._delete)
        self._lay_out(waiting)

    @property
    def typed(self) -> str | None:
        """What a person made of it; None where nothing was changed."""
        words = self.text.toPlainText()
        return words if words != self._first else None

    def _lay_out(self, waiting: Waiting) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(Text("as", tone="text2"))
        acts.addWidget(self.field, 1)
        acts.addWidget(self.release)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(Text(waiting.label, weight=600))
        column.addWidget(self.text)
        column.addLayout(acts)
        column.addWidget(self.delete)

    def _release(self) -> None:
        self.released.emit(self.id, str(self.field.currentData()), self.text.toPlainText().strip())

    def _delete(self) -> None:
        self.deleted.emit(self.id)


class WaitingCard(Card):
    """Takes no room where nothing waits. `shown` gives the record whose texts these are, `typed` at each change."""

    released = Signal(str, str, str)
    deleted = Signal(str)
    shown = Signal(str)
    typed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Text to look at")
        self._lines = Lines()
        self.texts: tuple[WaitingText, ...] = ()
        self.column.addWidget(Text(WHY, tone="text2", wrap=True))
        self.column.addLayout(self._lines)

    def content(self) -> Mapping[str, str]:
        """What a person made of the texts, by their ids."""
        return {text.id: text.typed for text in self.texts if text.typed is not None}

    def put(self, content: Mapping[str, str]) -> None:
        """From a draft."""
        for text in self.texts:
            if text.id in content:
                text.text.setPlainText(content[text.id])

    def show_texts(self, entry_id: str, waiting: Sequence[Waiting]) -> None:
        """What is typed into a text that still waits stays."""
        typed = self.content()
        self.say("")
        self._lines.clear()
        self.texts = tuple(WaitingText(self._theme, one) for one in waiting)
        for text in self.texts:
            text.released.connect(self.released)
            text.deleted.connect(self.deleted)
            self._lines.addWidget(text)
        self.put(typed)
        self.setVisible(bool(self.texts))
        self.shown.emit(entry_id)
        for text in self.texts:
            text.text.textChanged.connect(self.typed)
