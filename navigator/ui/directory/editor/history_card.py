"""What happened to the record, newest first: who, when, what it was before and after, and the way to take it back."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.resources.stewardship.history import ChangedField, Event, EventKind
from navigator.ui.clock_words import moment_words
from navigator.ui.directory.editor.card import Card, Lines
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text

FIRST = 6
"""So many are shown at once; the others are asked for."""
_ICON = {
    EventKind.CHANGE: "pencil",
    EventKind.CHECK: "badge-check",
    EventKind.CAPACITY: "bed-double",
    EventKind.ALERT: "circle-alert",
    EventKind.PROPOSAL: "message-square",
}
_LONGEST = 160


class EventLine(QWidget):
    """`taken_back` gives the id of a change that is to be undone."""

    taken_back = Signal(str)

    def __init__(self, theme: Theme, event: Event, now: datetime, zone: tzinfo) -> None:
        super().__init__()
        self.event_shown = event
        self.take_back = Button(theme, "Take back", "ghost", icon="undo-2", height=28)
        self.take_back.setAccessibleName(f"Take back: {event.title}")
        self.take_back.setVisible(event.can_be_taken_back)
        self.take_back.clicked.connect(lambda: self.taken_back.emit(event.id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Icon(theme, _ICON[event.kind], "text2"), alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(event.title, weight=600, wrap=True))
        who = " · ".join(part for part in (moment_words(event.at, now, zone), event.by) if part)
        words.addWidget(Text(who, tone="text3", px=sizes.HINT, wrap=True))
        if event.words:
            words.addWidget(Text(event.words, tone="text2", wrap=True))
        for field in event.fields:
            words.addWidget(Text(field_words(field), tone="text2", wrap=True))
        words.addWidget(self.take_back, alignment=Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)


class HistoryCard(Card):
    """`taken_back` gives the id of a change that is to be undone."""

    taken_back = Signal(str)

    def __init__(self, theme: Theme, zone: tzinfo) -> None:
        super().__init__(theme, "History")
        self._zone = zone
        self._lines = Lines(14)
        self.lines: list[EventLine] = []
        self._events: tuple[Event, ...] = ()
        self._now: datetime | None = None
        self.more = Button(theme, "", "ghost")
        self.more.clicked.connect(self._show_all)
        self._none = Text("Nothing was changed or checked here yet.", tone="text2", wrap=True)
        self.column.addWidget(self._none)
        self.column.addLayout(self._lines)
        self.column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_events(self, events: Sequence[Event], now: datetime) -> None:
        self.say("")
        self._lines.clear()
        self.lines = []
        self._events, self._now = tuple(events), now
        self._show(self._events[:FIRST])
        left = len(self._events) - FIRST
        self.more.setText(f"Show {left} older")
        self.more.setVisible(left > 0)
        self._none.setVisible(not events)

    def _show_all(self) -> None:
        place = len(self.lines)
        self._show(self._events[place:])
        self.more.hide()
        focused = next((line.take_back for line in self.lines[place:] if not line.take_back.isHidden()), None)
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, events: Sequence[Event]) -> None:
        assert self._now is not None  # noqa: S101 - events are shown with their moment
        for event in events:
            line = EventLine(self._theme, event, self._now, self._zone)
            line.taken_back.connect(self.taken_back)
            self.lines.append(line)
            self._lines.addWidget(line)


def field_words(field: ChangedField) -> str:
    """ "Phone: 215-555-0111 → 215-555-0194"."""
    before, after = ("; ".join(lines) for lines in (field.before, field.after))
    return f"{field.label}: {_short(before)} → {_short(after)}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + "…"
