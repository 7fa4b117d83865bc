"""Say no name yet; and where the person is named, the ground on which it is done (P-07, P-08)."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.referrals.bases import Basis, BasisKind
from navigator.referrals.consent import SavedConsent
from navigator.ui.consent.words import told_words
from navigator.ui.referrals.offer import NO_CONSENT, Offer
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.choice import Check, Select
from navigator.ui.widgets.field import line
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.segments import Segments
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text

NO_NAME = "Say no name yet. Need, age and insurance are enough to ask."
NAMED = "The person was named. The ground is logged with the call."
_TITLES = (
    (BasisKind.CONSENT, "Consent"),
    (BasisKind.TREATMENT, "Treatment"),
    (BasisKind.EMERGENCY, "Medical emergency"),
    (BasisKind.LAW, "Law or court order"),
    (BasisKind.THREAT, "Serious threat"),
    (BasisKind.MANDATED_REPORT, "Mandated report"),
)


class Ground(QWidget):
    """`changed` when a person turned the switch, chose a ground or wrote about it; `consent_wanted` asks for a new
    consent."""

    changed = Signal()
    consent_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._offer: Offer | None = None
        self._kept_consent = ""
        self._icon = Icon(theme, "shield", "text2", 18)
        self._note = Text(NO_NAME, tone="text2", wrap=True)
        self.switch = Check(theme, "I had to name the person")
        self.kinds = Segments(theme, _TITLES, name="The ground")
        self.words = line(length=500)
        self.consent = Select(theme)
        self.consent.setAccessibleName("The consent")
        self.consent.setPlaceholderText("Choose another consent")
        self.record = Button(theme, "Record a consent", icon="square-pen")
        self._label = Text(weight=600)
        self.fallen = Text(tone="closing", wrap=True)
        self._box = self._boxed()
        self._lay_out()
        self.switch.clicked.connect(self._turn)
        self.kinds.chosen.connect(self._choose)
        self.words.textEdited.connect(self.changed)
        self.consent.activated.connect(self._take_consent)
        self.record.clicked.connect(self.consent_wanted)

    @property
    def without_identifiers(self) -> bool:
        return not self.switch.isChecked()

    @property
    def kind(self) -> BasisKind | None:
        return self.kinds.value if isinstance(self.kinds.value, BasisKind) else None

    @property
    def basis(self) -> Basis | None:
        """The ground as far as it is told; the service says what it lacks."""
        if self.without_identifiers or self.kind is None:
            return None
        if self.kind is BasisKind.CONSENT:
            return Basis(self.kind, consent_id=str(self.consent.currentData() or self._kept_consent))
        return Basis(self.kind, self.words.text())

    def contents(self) -> dict[str, str]:
        """For the draft; {} while nobody was named."""
        basis = self.basis
        told = {"ground": self.kind or "", "ground words": self.words.text()}
        consent = {"ground consent": basis.consent_id} if basis is not None and basis.consent_id else {}
        return {"named": "yes", **told, **consent} if self.switch.isChecked() else {}

    def put(self, contents: Mapping[str, str]) -> None:
        self.switch.setChecked(contents.get("named") == "yes")
        kind = contents.get("ground", "")
        self.kinds.choose(BasisKind(kind) if kind in set(BasisKind) else None)
        self.words.setText(contents.get("ground words", ""))
        self._kept_consent = contents.get("ground consent", "")
        self.consent.clear()
        self._show()

    def offer(self, offer: Offer) -> None:
        """What holds for the place by now. A consent that was chosen is never changed for another one."""
        self._offer = offer
        chosen = str(self.consent.currentData() or self._kept_consent)
        self.consent.clear()
        for saved in offer.consents:
            self.consent.addItem(told_words(saved, offer.now, offer.zone), saved.id)
        self._kept_consent = chosen
        self.consent.setCurrentIndex(self.consent.findData(chosen) if chosen else min(0, self.consent.count() - 1))
        self._show()

    def take_consent(self, saved: SavedConsent) -> None:
        """A consent was just recorded for this: the person may be named on it."""
        self.switch.setChecked(True)
        self.kinds.choose(BasisKind.CONSENT)
        self._kept_consent = saved.id
        self.consent.setCurrentIndex(self.consent.findData(saved.id))
        self._show()
        self.changed.emit()

    def _turn(self) -> None:
        self._show()
        if self.switch.isChecked():
            self.kinds.setFocus()
        self.changed.emit()

    def _choose(self, _kind: object) -> None:
        self._show()
        first = next((one for one in (self.words, self.consent, self.record) if one.isVisibleTo(self)), self.kinds)
        first.setFocus()
        self.changed.emit()

    def _take_consent(self, _place: int) -> None:
        self._kept_consent = str(self.consent.currentData() or "")
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        named = self.switch.isChecked()
        self._box.setVisible(named)
        self._note.setText(NAMED if named else NO_NAME)
        self._icon.show_icon("triangle-alert" if named else "shield", "closing" if named else "text2")
        kind, offer = self.kind, self._offer
        label = offer.law.ground(kind).asks if kind is not None and offer is not None else ""
        self._label.setText(label)
        self.words.setAccessibleName(label)
        for widget in (self._label, self.words):
            widget.setVisible(bool(label))
        by_consent = kind is BasisKind.CONSENT
        self.consent.setVisible(by_consent and self.consent.count() > 0)
        self.record.setVisible(by_consent)
        self._say_fallen()

    def _say_fallen(self) -> None:
        kind, offer = self.kind, self._offer
        sentence = offer.why_not(kind) if kind is not None and offer is not None else ""
        if kind is BasisKind.CONSENT and self.consent.currentIndex() < 0:
            sentence = offer.why_no_consent(self._kept_consent) if offer is not None else NO_CONSENT
        self.fallen.setText(sentence)
        self.fallen.setVisible(bool(sentence))

    def _boxed(self) -> QWidget:
        box = Panel("well")
        column = QVBoxLayout(box)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        column.addWidget(Text("On which ground?", weight=600))
        column.addWidget(self.kinds)
        column.addWidget(self.fallen)
        column.addWidget(self._label)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.consent, 1)
        row.addWidget(self.record)
        row.addStretch(0)
        column.addLayout(row)
        self.consent.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.consent.setMinimumContentsLength(sizes.BODY)
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
