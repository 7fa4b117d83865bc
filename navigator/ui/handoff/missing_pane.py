"""The pane beside the form that never scrolls away: the warm meter, and what is missing with the way to it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.referrals.handoff import Needed
from navigator.referrals.warmth import Meter
from navigator.ui.handoff.content import Content
from navigator.ui.handoff.missing_row import MissingRow
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.meter import WarmMeter
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text

NOT_SAVED = "With what is written here. Not saved yet."
_BAR = 12
"""Kept free for the scroll bar, so that nothing is cut when it comes."""
NOTHING = "Nothing is missing."


class MissingPane(Panel):
    """`wanted` gives a Criterion or a Needed thing to be written; `changed` when a reason was typed."""

    wanted = Signal(object)
    changed = Signal()

    def __init__(self, theme: Theme, zone: tzinfo) -> None:
        super().__init__("surface")
        self.meter = WarmMeter(theme, zone)
        self.meter.wanted.connect(self.wanted)
        self._unsaved = Text(tone="text2", wrap=True)
        self._count = Text(weight=600)
        self._nothing = QWidget(self)
        self._list = QWidget()
        self.rows = {need: MissingRow(theme, need, self._list) for need in Needed}
        self._scroll = QScrollArea()
        self._lay_out(theme)
        for row in self.rows.values():
            row.wanted.connect(self.wanted)
            row.opened.connect(lambda row=row: self._scroll.ensureWidgetVisible(row))
            row.reason.listen(self.changed.emit)

    @property
    def content(self) -> Content:
        """The reasons that are written, for things that could not be had."""
        told = {row.reason.key: row.reason.words() for row in self.rows.values()}
        return {key: text for key, text in told.items() if text}

    def put(self, content: Mapping[str, str]) -> None:
        for row in self.rows.values():
            row.put(content.get(row.reason.key, ""))

    def show_meter(self, meter: Meter, now: datetime, *, unsaved: bool, writable: bool) -> None:
        self.meter.show_meter(meter, now=now, offers=writable)
        self._unsaved.setText(NOT_SAVED if unsaved else "")
        self._unsaved.setVisible(unsaved)

    def show_missing(self, missing: Sequence[Needed], not_there: Collection[Needed], *, writable: bool) -> None:
        """`missing` has neither the thing nor a reason; `not_there` may have one."""
        for need, row in self.rows.items():
            row.show_need(there=need not in not_there, writable=writable)
        self._count.setText(str(len(missing)) if missing else "")
        self._count.setAccessibleName(f"{len(missing)} missing")
        self._nothing.setVisible(not missing)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(20, 16, 20, 0)
        column.setSpacing(8)
        column.addWidget(self.meter)
        column.addWidget(self._unsaved)
        column.addWidget(Rule())
        head = QHBoxLayout()
        head.addWidget(Text("What is missing", px=sizes.NAME, weight=600), 1)
        head.addWidget(self._count)
        column.addLayout(head)
        nothing = QHBoxLayout(self._nothing)
        nothing.setContentsMargins(0, 0, 0, 0)
        nothing.setSpacing(10)
        nothing.addWidget(Icon(theme, "circle-check", "open", 20))
        nothing.addWidget(Text(NOTHING), 1)
        column.addWidget(self._nothing)
        column.addWidget(self._listed(), 1)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(Rule("down"))
        around.addLayout(column, 1)

    def _listed(self) -> QScrollArea:
        rows = QVBoxLayout(self._list)
        rows.setContentsMargins(4, 4, _BAR, 12)
        rows.setSpacing(4)
        for row in self.rows.values():
            rows.addWidget(row)
        rows.addStretch(1)
        self._scroll.setWidget(self._list)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return self._scroll
