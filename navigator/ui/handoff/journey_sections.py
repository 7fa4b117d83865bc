"""The way to the receiver, and what happens after it: transport and close."""

from PySide6.QtWidgets import QWidget

from navigator.ui.handoff.entry import line_entry, moment_entry, tick_entry
from navigator.ui.handoff.section import Section
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme


class TransportSection(Section):
    def __init__(self, theme: Theme, desk: Desk, parent: QWidget) -> None:
        super().__init__("Transport", parent)
        self.add(
            line_entry(theme, "transport_by"),
            moment_entry(theme, desk, "left_at"),
            tick_entry(theme, "bedside", "Handed over at the bedside"),
        )


class CloseSection(Section):
    def __init__(self, theme: Theme, desk: Desk, parent: QWidget) -> None:
        super().__init__("Close", parent)
        self.add(
            moment_entry(theme, desk, "next_contact_at", ahead=True),
            line_entry(theme, "follows_up"),
        )
