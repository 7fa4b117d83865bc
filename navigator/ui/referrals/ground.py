"""Say no name yet; and where it could not be helped, the ground on which the person was named (P-07)."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.bases import SHORTEST_REASON, Basis, BasisKind
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.choice import Check
from navigator.ui.widgets.field import line
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.segments import Segments
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text

NO_NAME = "Say no name yet. Need, age and insurance are enough to ask."
NAMED = "The person was named. The ground is logged with the call."

_POSSIBLE = (
    (BasisKind.EMERGENCY, "Medical emergency", f"What is the emergency? {SHORTEST_REASON} letters or more"),
    (BasisKind.LAW, "Law or court order", "Number of the order, or the law"),
    (BasisKind.THREAT, "Serious threat", "What is the threat?"),
    (BasisKind.MANDATED_REPORT, "Mandated report", "What had to be reported?"),
)
_NOT_YET = (BasisKind.CONSENT, BasisKind.TREATMENT)


class Ground(QWidget):
    """`changed` when a person turned the switch, chose a ground or wrote about it."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon(theme, "shield", "text2", 18)
        self._note = Text(NO_NAME, tone="text2", wrap=True)
        self.switch = Check(theme, "I had to name the person")
        self.kinds = Segments(theme, [(kind, words) for kind, words, _ in _POSSIBLE], name="The ground")
        self.words = line(length=500)
        self._label = Text(weight=600)
        self.not_yet = Text(_not_possible(), tone="text2", px=sizes.HINT, wrap=True)
        self._box = self._boxed()
        self._lay_out()
        self.switch.clicked.connect(self._turn)
        self.kinds.chosen.connect(self._choose)
        self.words.textEdited.connect(self.changed)

    @property
    def without_identifiers(self) -> bool:
        return not self.switch.isChecked()

    @property
    def basis(self) -> Basis | None:
        """The ground as far as it is told; the service says what it lacks."""
        kind = self.kinds.value
        if self.without_identifiers or not isinstance(kind, BasisKind):
            return None
        return Basis(kind, self.words.text())

    def contents(self) -> dict[str, str]:
        """For the draft; {} while nobody was named."""
        kind = self.kinds.value
        told = {"ground": kind.value if isinstance(kind, BasisKind) else "", "ground words": self.words.text()}
        return {"named": "yes", **told} if self.switch.isChecked() else {}

    def put(self, contents: Mapping[str, str]) -> None:
        self.switch.setChecked(contents.get("named") == "yes")
        kind = contents.get("ground", "")
        self.kinds.choose(BasisKind(kind) if kind in {one.value for one, _, _ in _POSSIBLE} else None)
        self.words.setText(contents.get("ground words", ""))
        self._show()

    def _turn(self) -> None:
        self._show()
        if self.switch.isChecked():
            self.kinds.setFocus()
        self.changed.emit()

    def _choose(self, _kind: object) -> None:
        self._show()
        self.words.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        named = self.switch.isChecked()
        self._box.setVisible(named)
        self._note.setText(NAMED if named else NO_NAME)
        self._icon.show_icon("triangle-alert" if named else "shield", "closing" if named else "text2")
        label = next((label for kind, _, label in _POSSIBLE if kind is self.kinds.value), "")
        self._label.setText(label)
        self.words.setAccessibleName(label)
        for widget in (self._label, self.words):
            widget.setVisible(bool(label))

    def _boxed(self) -> QWidget:
        box = Panel("well")
        column = QVBoxLayout(box)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        column.addWidget(Text("On which ground?", weight=600))
        column.addWidget(self.kinds)
        column.addWidget(self._label)
        column.addWidget(self.words)
        column.addWidget(self.not_yet)
        return box

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._note, 1)
        head.addWidget(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._box)
        self._show()


def _not_possible() -> str:
    """The grounds that cannot be given yet, with the reason of each said once."""
    reasons = dict.fromkeys(Basis(kind, "").lacks() for kind in _NOT_YET)
    return f"Not possible yet: {', '.join(_NOT_YET)}. {' '.join(reasons)}"
