"""The head of a file that is looked through: what it is, what was found, and the verdicts with their counts."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.resources.exchange.formats import FORMATS
from navigator.resources.importing.verdicts import Report
from navigator.ui.directory.imports.report_words import VERDICTS, count_of, found, list_words
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.segments import Segments
from navigator.ui.widgets.text import Text


class LookHead(QWidget):
    """`verdicts` is made anew for each report, since its words hold the counts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name = Text("", px=sizes.TITLE, weight=700, wrap=True)
        self._format = Text("", tone="text2", wrap=True)
        self._found = Text("", tone="text2", wrap=True)
        self.verdicts = Segments(theme, [(verdict, words) for verdict, words in VERDICTS.items()], name="Show")
        names = QHBoxLayout()
        names.setSpacing(12)
        names.addWidget(self._name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(6)
        column.addLayout(names)
        column.addWidget(self._format)
        column.addWidget(self._found)
        column.addSpacing(6)
        column.addWidget(self.verdicts)

    def show_report(self, report: Report) -> None:
        self._name.setText(report.file_name)
        self._format.setText(f"{FORMATS[report.format].label}. {list_words(report)} Nothing is written yet.")
        self._found.setText(" ".join(found(report)))
        for segment, (verdict, words) in zip(self.verdicts.segments, VERDICTS.items(), strict=True):
            segment.setText(f"{words} {count_of(report, verdict):,}")
