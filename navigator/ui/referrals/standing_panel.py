"""The panel in the place of the outcomes once a referral is accepted, waits or has ended."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.referrals.standing import Act, Line, Standing
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button, Variant
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text


class StandingPanel(QWidget):
    """`acted` gives the key of a button; `looked_again` asks for what is true now."""

    acted = Signal(str)
    looked_again = Signal()

    def __init__(self, theme: Theme, standing: Standing, *, filled: bool, writes: bool) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(standing.title)
        self.buttons: dict[str, Button] = {}
        self._trouble = Trouble(theme)
        self.look = Button(theme, "Look again")
        self.look.clicked.connect(self.looked_again)
        self.look.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._box(standing))
        if writes and standing.settle is not None:
            self._column.addLayout(self._siblings(standing.open_siblings, standing.settle))
        if writes:
            self._column.addLayout(self._acts(standing.acts, filled=filled))
        foot = QHBoxLayout()
        foot.addWidget(self._trouble, 1)
        foot.addWidget(self.look)
        self._column.addLayout(foot)

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def refuse(self, sentence: str, *, stale: bool = False) -> None:
        self._trouble.say(sentence)
        self.look.setVisible(stale)

    def take_focus(self) -> None:
        first = next((button for key, button in self.buttons.items() if key != "settle"), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _box(self, standing: Standing) -> QWidget:
        box = Panel("well")
        row = QHBoxLayout(box)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(12)
        row.addWidget(Icon(self._theme, standing.icon, standing.tone, 22), alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(Text(standing.title, px=sizes.NAME, weight=600, wrap=True))
        for line in standing.lines:
            column.addLayout(self._line(line))
        row.addLayout(column, 1)
        return box

    def _line(self, line: Line) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Icon(self._theme, line.icon, line.tone, 18), alignment=Qt.AlignmentFlag.AlignTop)
        tone = "text" if line.tone == "text2" else line.tone
        row.addWidget(Text(line.words, tone=tone, wrap=True), 1)
        return row

    def _siblings(self, words: str, settle: Act) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Icon(self._theme, "info", "closing", 18))
        row.addWidget(Text(words, wrap=True), 1)
        row.addWidget(self._button(settle, "secondary"))
        return row

    def _acts(self, acts: tuple[Act, ...], *, filled: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for place, act in enumerate(acts):
            variant: Variant = "primary" if filled and not place else "ghost" if act.key == "more" else "secondary"
            row.addWidget(self._button(act, variant, height=sizes.MAIN_ACTION if not place else sizes.CONTROL))
        row.addStretch(1)
        return row

    def _button(self, act: Act, variant: Variant, *, height: int = sizes.CONTROL) -> Button:
        button = Button(self._theme, act.words, variant, icon=act.icon, height=height)
        button.clicked.connect(lambda _checked=False: self.acted.emit(act.key))
        self.buttons[act.key] = button
        return button
