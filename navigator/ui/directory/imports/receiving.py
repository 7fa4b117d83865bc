"""A parcel that was chosen: what it is and whose seal it carries, before anything of it is taken (S-14)."""

from datetime import tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from navigator.resources.parcel.outcomes import Offered
from navigator.ui.directory.imports.parcel_words import offered, seal
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text


class Receiving(Panel):
    """`taken` gives the Offered parcel that a person wants received, with its seal trusted; `left` leads back."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, zone: tzinfo) -> None:
        super().__init__("surface")
        self._zone = zone
        self._offered: Offered | None = None
        self._what, self._seal = Text("", weight=600, wrap=True), Text("", tone="text2", wrap=True)
        self.trouble = Trouble(theme)
        self.take = Button(theme, "", "primary", icon="package-open", height=sizes.MAIN_ACTION)
        self.back = Button(theme, "Leave everything as it is", height=sizes.MAIN_ACTION)
        self.take.clicked.connect(self._take)
        self.back.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.take, self.back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 28, 31, 20)
        column.setSpacing(12)
        column.addWidget(Text("Receive a parcel", px=sizes.TITLE, weight=700))
        for part in (self._what, self._seal, self.trouble):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.take)

    def show_parcel(self, found: Offered) -> None:
        self._offered = found
        self._what.setText(offered(found, self._zone))
        self._seal.setText(seal(found))
        self.take.setText("Receive it" if found.is_known else "The seal is the same: receive it")
        self.trouble.say("")

    def say(self, sentence: str) -> None:
        self.trouble.say(sentence)

    def _take(self) -> None:
        if self._offered is not None:
            self.taken.emit(self._offered)
