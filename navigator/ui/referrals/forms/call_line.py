"""When a call was and how it was made: one quiet row, filled in as it mostly is."""

from collections.abc import Mapping
from datetime import tzinfo
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from navigator.clock import Clock
from navigator.referrals.calls import Channel
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.choice import Select
from navigator.ui.widgets.moment_entry import MomentEntry
from navigator.ui.widgets.text import Text

CHANNELS: Mapping[Channel, str] = MappingProxyType(
    {
        Channel.PHONE: "Phone",
        Channel.IN_PERSON: "In person",
        Channel.TEXT: "Text message",
        Channel.VIDEO: "Video",
        Channel.FAX: "Fax",
    }
)
NO_WHEN = "Write when the call was."
_WHEN_WIDTH, _HOW_WIDTH = 236, 148


class CallLine(QWidget):
    """`changed` when a person changed it, `entered` by Enter in the time."""

    changed = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, clock: Clock, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.when = MomentEntry(theme, clock, zone, name="When was it?")
        self.how = Select(theme)
        self.how.setAccessibleName("How was it made?")
        for channel, words in CHANNELS.items():
            self.how.addItem(words, channel.value)
        self.when.changed.connect(self.changed)
        self.when.line.returnPressed.connect(self.entered)
        self.how.activated.connect(lambda _place: self.changed.emit())
        self._lay_out()

    @property
    def channel(self) -> Channel:
        return Channel(self.how.currentData())

    @property
    def trouble(self) -> str:
        """Why the time cannot be read, or ""."""
        return self.when.trouble or ("" if self.when.moment else NO_WHEN)

    def put_channel(self, value: str) -> None:
        """From a draft."""
        self.how.setCurrentIndex(max(0, self.how.findData(value)))

    def _lay_out(self) -> None:
        self.when.setFixedWidth(_WHEN_WIDTH)
        self.how.setFixedWidth(_HOW_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Text("When", tone="text2"))
        row.addWidget(self.when)
        row.addSpacing(12)
        row.addWidget(Text("How", tone="text2"))
        row.addWidget(self.how)
        row.addStretch(1)
