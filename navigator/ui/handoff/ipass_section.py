"""I-PASS: five parts under their letters, in the order in which they are read aloud to the receiver."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.handoff_groups import Severity
from navigator.ui.handoff.entry import Entry, area_entry, choice_entry, line_entry, moment_entry
from navigator.ui.handoff.section import Section
from navigator.ui.handoff.words import SEVERITY
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.text import Text

_LETTER = 24
_BETWEEN = 6
_INSIDE = 4
_SEVERITIES = tuple((severity, severity.value.capitalize()) for severity in Severity)


class IPassSection(Section):
    def __init__(self, theme: Theme, desk: Desk, parent: QWidget) -> None:
        super().__init__("I-PASS", parent, says="Read it aloud, then let them repeat it.")
        self.column.setSpacing(_BETWEEN)
        self._meaning = Text(weight=600, wrap=True)
        self._severity = choice_entry(theme, "severity", _SEVERITIES, bare=True)
        self._add_part("I", self._severity, above=self._meaning)
        self._add_part("P", area_entry(theme, "summary"))
        self._add_part("A", area_entry(theme, "actions", asks="What, who, when"))
        self._add_part(
            "S", area_entry(theme, "awareness", asks="What may go wrong, what to do, what calms, what to avoid")
        )
        back = (line_entry(theme, "read_back_by"), moment_entry(theme, desk, "read_back_at"))
        self._add_part("S", *back, line_entry(theme, "corrections"))

    def show_meaning(self) -> None:
        """Says what the chosen severity means."""
        chosen = self._severity.words()
        self._meaning.setText(SEVERITY[Severity(chosen) if chosen else None])

    def _add_part(self, letter: str, *entries: Entry, above: QWidget | None = None) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        mark = Text(letter, px=28, weight=700, tone="accent")
        mark.setFixedWidth(_LETTER)
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(_INSIDE)
        if above is not None:
            column.addWidget(above)
        for entry in entries:
            self.entries.append(entry)
            column.addWidget(entry.widget)
        row.addLayout(column, 1)
        self.column.addLayout(row)
