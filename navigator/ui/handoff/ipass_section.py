"""I-PASS: five parts under their letters, in the order in which they are read aloud to the receiver."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.handoff import Severity
from navigator.ui.handoff.entry import Entry, area_entry, choice_entry, line_entry, moment_entry
from navigator.ui.handoff.section import GAP, Section
from navigator.ui.handoff.words import SEVERITY
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.text import Text

_LETTER = 24
_BETWEEN = 10
_SEVERITIES = tuple((severity, severity.value.capitalize()) for severity in Severity)


class IPassSection(Section):
    def __init__(self, theme: Theme, desk: Desk, parent: QWidget) -> None:
        super().__init__("I-PASS", parent)
        self.column.setSpacing(_BETWEEN)
        self.column.addWidget(Text("Read it aloud from the top. Then let them repeat it.", tone="text2", wrap=True))
        self._meaning = Text(tone="text2", wrap=True)
        self._severity = choice_entry(theme, "severity", _SEVERITIES)
        self._add_part("I", self._severity, under=self._meaning)
        self._add_part("P", area_entry(theme, "summary"))
        self._add_part("A", area_entry(theme, "actions", asks="What, who, when"))
        self._add_part(
            "S", area_entry(theme, "awareness", asks="What may go wrong, what to do, what calms, what to avoid")
        )
        back = (line_entry(theme, "read_back_by"), moment_entry(theme, desk, "read_back_at"))
        self._add_part("S", *back, line_entry(theme, "corrections"), title="Synthesis: they repeat it")

    def show_meaning(self) -> None:
        """Says what the chosen severity means."""
        chosen = self._severity.words()
        self._meaning.setText(SEVERITY[Severity(chosen) if chosen else None])

    def _add_part(self, letter: str, *entries: Entry, title: str = "", under: QWidget | None = None) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        mark = Text(letter, px=28, weight=700, tone="accent")
        mark.setFixedWidth(_LETTER)
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(GAP if title else 4)
        if title:
            column.addWidget(Text(title, weight=600))
        for entry in entries:
            self.entries.append(entry)
            column.addWidget(entry.widget)
        if under is not None:
            column.addWidget(under)
        row.addLayout(column, 1)
        self.column.addLayout(row)
