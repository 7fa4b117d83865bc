"""Giving the directory away: in the field's standard, as a table, or as a signed parcel to the other stations."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.ui.directory.imports.ask import AskTarget
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.choice import Check
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.segments import Segments
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text

PARCEL, BACK = "parcel", "back"
_KINDS: Mapping[str, tuple[str, str, str]] = {
    PARCEL: (
        "Parcel",
        "For the other stations of this city: signed by this station, carried on a stick or left in a shared folder. "
        "They take nothing older and nothing from anybody else.",
        "navigator-directory.parcel",
    ),
    BACK: (
        "Back to the publisher",
        "What this station reported, checked and counted since its parcel came, for the station that published it.",
        "navigator-reports.parcel",
    ),
    "hsds-json": (
        "HSDS (JSON)",
        "The field's open standard, HSDS 3.1.1. Nothing that came in by an import is lost.",
        "navigator-directory.json",
    ),
    "hsds-tabular": (
        "HSDS (tables)",
        "The same as a zip of tables.",
        "navigator-directory-hsds.zip",
    ),
    "csv": (
        "Spreadsheet (CSV)",
        "One line for each place, for a spreadsheet.",
        "navigator-directory.csv",
    ),
}
_SECRET = "With the confidential places, without any address"  # noqa: S105 - no password


class Giving(Panel):
    """`wanted` gives what to write (`PARCEL`, `BACK` or a format), where, and whether confidential places go along;
    `left` leads back."""

    wanted = Signal(str, object, bool)
    left = Signal()

    def __init__(self, theme: Theme, ask: AskTarget) -> None:
        super().__init__("surface")
        self._ask = ask
        self.kind = Segments(theme, [(key, words[0]) for key, words in _KINDS.items()], name="As what")
        self._what = Text("", tone="text2", wrap=True)
        self.confidential = Check(theme, _SECRET)
        self.trouble = Trouble(theme)
        self._done = Text("", weight=600, wrap=True)
        self.write = Button(theme, "Write the file…", "primary", icon="download", height=sizes.MAIN_ACTION)
        self.back = Button(theme, "Back to imports", "ghost", icon="arrow-left")
        self.kind.chosen.connect(self._describe)
        self.write.clicked.connect(self._write)
        self.back.clicked.connect(self.left)
        self._lay_out()
        self.begin()

    def begin(self) -> None:
        self.kind.choose(PARCEL)
        self.confidential.setChecked(False)
        self.say("")
        self._done.setText("")
        self._describe(PARCEL)

    def say(self, trouble: str) -> None:
        self.trouble.say(trouble)

    def show_done(self, words: str) -> None:
        """What was written."""
        self.say("")
        self._done.setText(words)

    @property
    def done(self) -> str:
        return self._done.text()

    def _describe(self, kind: object) -> None:
        self._what.setText(_KINDS[str(kind)][1])
        self.confidential.setVisible(kind not in (PARCEL, BACK))
        self._done.setText("")

    def _write(self) -> None:
        kind = str(self.kind.value)
        target: Path | None = self._ask(self, _KINDS[kind][2])
        if target is not None:
            self.wanted.emit(kind, target, self.confidential.isChecked() and self.confidential.isVisible())

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Text("Give the directory away", px=sizes.TITLE, weight=700))
        for part in (self.kind, self._what):
            column.addWidget(part)
        column.addWidget(self.confidential, alignment=Qt.AlignmentFlag.AlignLeft)
        for below in (self.trouble, self._done):
            column.addWidget(below)
        row = QHBoxLayout()
        row.addWidget(self.write)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        body.setMaximumWidth(760)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)
        self.setFocusProxy(self.kind)
