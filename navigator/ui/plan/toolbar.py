"""Above the plan: whose it is and how far it got, and the ways to keep it, save it as PDF, and print it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.find.prompt_button import PromptButton
from navigator.ui.paper.release_buttons import ReleaseButtons
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Elided, Text

_HEIGHT = 60
_PRINTER = 150


class Toolbar(Panel):
    """`left` goes back to the list, `visit_wanted` to the visit; `kept` saves the plan and lets nothing out."""

    left = Signal()
    visit_wanted = Signal()
    kept = Signal()

    def __init__(self, theme: Theme, printers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._works = False
        self._pressed: Button | None = None
        self._landed: QWidget | None = None
        self.back = Button(theme, "", "quiet", icon="arrow-left")
        self.back.setAccessibleName("All plans")
        self.back.setToolTip("All plans")
        self.who = Elided(tone="text2", px=sizes.HINT)
        self.visit = Button(theme, "Visit", "ghost", icon="clipboard-list")
        self.visit.setAccessibleName("Open the visit")
        self.keep = PromptButton(theme, "Save", icon="save", shortcut="Ctrl+S")
        self.keep.setAccessibleName("Save the plan, print nothing")
        self.release = ReleaseButtons(theme, printers, self, words="Print 1 copy", save_key="", height=sizes.CONTROL)
        self.back.clicked.connect(self.left)
        self.visit.clicked.connect(self.visit_wanted)
        self.keep.clicked.connect(self.kept)
        self._lay_out(several=len(printers) > 1)

    def show_who(self, words: str) -> None:
        self.who.setText(words)

    def set_narrow(self, narrow: bool) -> None:
        for button in (self.keep, self.release.print):
            button.show_key(not narrow)

    def forbid(self, forbidden: bool) -> None:
        """Where paper is not safe to carry, keeping the plan is all there is to do."""
        self.release.forbid(forbidden)
        self.keep.set_variant("primary" if forbidden else "secondary")

    def work(self) -> None:
        """Takes no second order. A button that is disabled loses the focus; it is remembered for `rest`."""
        first, self._works = not self._works, True
        if first:
            buttons = (self.keep, self.release.save, self.release.print)
            self._pressed = next((button for button in buttons if button.hasFocus()), None)
        self.release.work()
        self.keep.setEnabled(False)
        if first:
            self._landed = self.window().focusWidget()

    def rest(self) -> None:
        """Takes orders again; the focus goes back to the button that was pressed, unless a person moved it."""
        self._works = False
        self.keep.setEnabled(True)
        self.release.rest()
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed.isEnabled() and self.window().focusWidget() in (None, self._landed):
            pressed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, *, several: bool) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addStretch(1)
        titles.addWidget(Text("Plan for this visit", px=sizes.NAME, weight=600))
        titles.addWidget(self.who)
        titles.addStretch(1)
        self.release.printer.setFixedWidth(_PRINTER)
        self.release.printer.setVisible(several)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addLayout(titles, 1)
        acts = (self.visit, self.keep, self.release.save, self.release.printer, self.release.print)
        for widget in acts:
            row.addWidget(widget)
        for before, after in pairwise((self.back, *acts)):
            QWidget.setTabOrder(before, after)
        self.setFixedHeight(_HEIGHT)
