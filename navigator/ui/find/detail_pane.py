"""The pane beside the results: the chosen entry, and the button that puts it on paper."""

from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.resources.search import Hit
from navigator.ui.find.aside import Aside
from navigator.ui.find.detail_body import DetailBody
from navigator.ui.find.prompt_button import PromptButton
from navigator.ui.find.result_row import Telling
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button, Variant
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text

_NOTHING = Aside()


class DetailPane(Panel):
    """`papered` asks to put the shown entry on paper or to take it off; `copied` gives a number to copy.

    `referred` asks to refer a person there; offered to those who may write casework. To those who may propose it
    offers `report_wanted` and `beds_wanted` (with the digit that was pressed, or ""), and `answer_wanted` where the
    desk asked; to those who may edit `edit_wanted`.
    """

    papered = Signal()
    referred = Signal()
    copied = Signal(object)
    report_wanted = Signal()
    answer_wanted = Signal()
    beds_wanted = Signal(str)
    edit_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        information_number: str,
        *,
        refers: bool = False,
        proposes: bool = False,
        edits: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("surface", parent)
        self._theme, self._information_number = theme, information_number
        self._why_open = False
        self._shown: tuple[Hit, bool, datetime, Aside] | None = None
        self._proposes, self._edits = proposes, edits
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
        self.report = Button(theme, "Report a change…", "ghost")
        self.beds = Button(theme, "Beds…", "ghost")
        self.beds.setToolTip("Or press a digit on the card")
        self.edit = Button(theme, "Edit…", "ghost")
        self.report.clicked.connect(self.report_wanted)
        self.beds.clicked.connect(self._ask_beds)
        self.edit.clicked.connect(self.edit_wanted)
        for button in (self.add, self.take_off):
            button.clicked.connect(self.papered)
        self.refer.clicked.connect(self.referred)
        self._lay_out()
        self.show_nothing()
        self.offer_paper(None)

    def show_hit(self, hit: Hit, telling: Telling, *, asked: bool, aside: Aside = _NOTHING) -> None:
        """Shows one entry of the answer; `asked` says whether a distance was asked for.

        What is shown already stays as it is, with its scroll and its focus.
        """
        shown = (hit, asked, telling.now.replace(second=0, microsecond=0), aside)
        if shown == self._shown:
            return
        same_entry = self._shown is not None and self._shown[0].entry.id == hit.entry.id
        self._shown = shown
        scrolled, focused = self._scroll.verticalScrollBar().value(), self._has_focus_in_body()
        self.beds.setVisible(self._proposes and bool(telling.unit(hit.entry) or hit.entry.capacities))
        number, why_open = self._information_number, self._why_open
        self._put(DetailBody(self._theme, hit, telling, number, asked=asked, why_open=why_open, aside=aside))
        if same_entry:
            self._scroll.verticalScrollBar().setValue(scrolled)
        if focused:
            self.take_focus()

    def show_nothing(self) -> None:
        self.body = self._shown = None
        note = Text("When something is found, it is shown here.", tone="text2", wrap=True)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """A digit on the card begins to tell how many beds are free."""
        if event.text().isdecimal() and not event.modifiers() and self.beds.isVisible():
            self.beds_wanted.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _ask_beds(self) -> None:
        self.beds_wanted.emit("")

    def _put(self, body: DetailBody) -> None:
        self.body = body
        body.copied.connect(self.copied)
        body.answered.connect(self.answer_wanted)
        body.turned.connect(self._remember_why)
        self._scroll.setWidget(body)
        self._scroll.setAccessibleName(f"Details of {body.name}")
        self._keep_edge()
        acts = (self.report, self.beds, self.edit, *([self.refer] if self._refers else []), self.add, self.take_off)
        controls = [self._scroll, *body.controls, *acts]
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
        bar.addLayout(self._directory_acts())
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

    def _directory_acts(self) -> QHBoxLayout:
        """What one may do for the directory; it takes no room where one may do nothing."""
        acts = QHBoxLayout()
        acts.setContentsMargins(10, 0, 10, 0)
        acts.setSpacing(0)
        for button, offered in ((self.report, self._proposes), (self.beds, self._proposes), (self.edit, self._edits)):
            acts.addWidget(button)
            if not offered:
                button.hide()
        acts.addStretch(1)
        return acts


def _scroll_area() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setProperty("ringRadius", 0)
    return area
