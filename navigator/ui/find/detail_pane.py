"""The pane beside the results: the chosen entry, and the button that puts it on paper."""

from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.resources.search import Hit
from navigator.ui.find.detail_body import DetailBody
from navigator.ui.find.prompt_button import PromptButton
from navigator.ui.find.result_row import Telling
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Variant
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text


class DetailPane(Panel):
    """`papered` asks to put the shown entry on paper or to take it off; `copied` gives a number to copy.

    `referred` asks to refer a person there; offered to those who may write casework.
    """

    papered = Signal()
    referred = Signal()
    copied = Signal(object)

    def __init__(
        self, theme: Theme, information_number: str, *, refers: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__("surface", parent)
        self._theme, self._information_number = theme, information_number
        self._why_open = False
        self._shown: tuple[Hit, bool, datetime] | None = None
        self.body: DetailBody | None = None
        self._scroll = _scroll_area()
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_edge)
        first: Variant = "secondary" if refers else "primary"
        self.refer = PromptButton(
            theme, "Refer", "primary", icon="phone-call", shortcut="Ctrl+R", height=sizes.MAIN_ACTION
        )
        self._refers = refers
        self.add = PromptButton(
            theme, "Add to paper", first, icon="file-text", shortcut="Ctrl+D", height=sizes.MAIN_ACTION
        )
        self.take_off = PromptButton(theme, "Take off paper", icon="x", shortcut="Ctrl+D", height=sizes.MAIN_ACTION)
        for button in (self.add, self.take_off):
            button.clicked.connect(self.papered)
        self.refer.clicked.connect(self.referred)
        self._lay_out()
        self.show_nothing()
        self.offer_paper(None)

    def show_hit(self, hit: Hit, telling: Telling, *, asked: bool) -> None:
        """Shows one entry of the answer; `asked` says whether a distance was asked for.

        What is shown already stays as it is, with its scroll and its focus.
        """
        shown = (hit, asked, telling.now.replace(second=0, microsecond=0))
        if shown == self._shown:
            return
        same_entry = self._shown is not None and self._shown[0].entry.id == hit.entry.id
        self._shown = shown
        scrolled, focused = self._scroll.verticalScrollBar().value(), self._has_focus_in_body()
        self._put(DetailBody(self._theme, hit, telling, self._information_number, asked=asked, why_open=self._why_open))
        if same_entry:
            self._scroll.verticalScrollBar().setValue(scrolled)
        if focused:
            self.take_focus()

    def show_nothing(self) -> None:
        self.body = self._shown = None
        note = Text("Choose a result to read it here.", tone="text2", wrap=True)
        note.setContentsMargins(20, 20, 20, 0)
        note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._scroll.setWidget(note)
        self._scroll.setAccessibleName("Details")

    def offer_paper(self, on_paper: bool | None) -> None:
        """Offers to put the chosen entry on paper or, when it is there, to take it off; None: nothing is chosen."""
        focused = self.add.hasFocus() or self.take_off.hasFocus()
        self._bar.setVisible(on_paper is not None)
        self.take_off.setVisible(on_paper is True)
        self.add.setVisible(on_paper is False)
        if focused:
            (self.take_off if on_paper else self.add).setFocus()

    def set_narrow(self, narrow: bool) -> None:
        for button in (self.refer, self.add, self.take_off):
            button.show_key(not narrow)

    def take_focus(self) -> None:
        """To the number's button, else to the pane itself, which arrow keys then scroll."""
        number = self.body.number if self.body else None
        target = number.copy if number else self._scroll
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, body: DetailBody) -> None:
        self.body = body
        body.copied.connect(self.copied)
        body.turned.connect(self._remember_why)
        self._scroll.setWidget(body)
        self._scroll.setAccessibleName(f"Details of {body.name}")
        self._keep_edge()
        controls = [self._scroll, *body.controls, *([self.refer] if self._refers else []), self.add, self.take_off]
        for before, after in pairwise(controls):
            QWidget.setTabOrder(before, after)

    def _has_focus_in_body(self) -> bool:
        focused = QApplication.focusWidget()
        return self.body is not None and focused is not None and self.body.isAncestorOf(focused)

    def _remember_why(self, opened: bool) -> None:
        self._why_open = opened

    def _keep_edge(self) -> None:
        """The words keep their right edge whether or not the scroll bar shows."""
        if self.body is not None:
            bar = self._scroll.verticalScrollBar()
            self.body.leave(bar.sizeHint().width() if bar.maximum() > 0 else 0)

    def _lay_out(self) -> None:
        self._bar = QWidget()
        bar = QVBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 12)
        bar.setSpacing(10)
        bar.addWidget(Rule())
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 0, 20, 0)
        buttons.setSpacing(8)
        if self._refers:
            buttons.addWidget(self.refer, 1)
        else:
            self.refer.setParent(self._bar)
            self.refer.setEnabled(False)
            self.refer.hide()
        buttons.addWidget(self.add, 1)
        buttons.addWidget(self.take_off, 1)
        bar.addLayout(buttons)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Rule("down"))
        row.addLayout(column, 1)


def _scroll_area() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setProperty("ringRadius", 0)
    return area
