"""The part of the form that may wait: how you came, who it is in broad terms, concerns, the safe way to reach them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from navigator.city import City
from navigator.clock import Clock
from navigator.referrals.encounter import (
    Force,
    Housing,
    Injury,
    Naloxone,
    Origin,
    PriorContacts,
    Substance,
    Weapon,
    YesNo,
)
from navigator.referrals.visit import AgeBand, Concern, Gender, Interpreter, Source
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.slots import (
    Slot,
    area_slot,
    check_slot,
    chips_slot,
    line_slot,
    moment_slot,
    select_slot,
)
from navigator.ui.visits.typed import LABELS
from navigator.ui.visits.words import PAYMENTS, pairs
from navigator.ui.widgets.area import area
from navigator.ui.widgets.chip import Chip
from navigator.ui.widgets.choice import Check, Select
from navigator.ui.widgets.field import Field, line
from navigator.ui.widgets.moment_entry import MomentEntry
from navigator.ui.widgets.text import Text

_ROWS: tuple[tuple[str, ...], ...] = (
    ("concerns",),
    ("contact_number", "contact_words"),
    ("no_voicemail",),
    ("language", "interpreter"),
    ("age_band", "gender"),
    ("postal_code", "payment"),
    ("source", "preferred_name"),
    ("sent",),
    ("note",),
    ("veteran", "housing"),
    ("minors_present", "prior_contacts"),
    ("origins",),
    ("substances",),
    ("overdose", "naloxone"),
    ("weapon", "force"),
    ("injuries",),
)
_TITLES = {"veteran": "The person, in their own words", "substances": "What you found"}
"""Above the row that begins with the field."""
_CHIPS = ("concerns", "origins", "substances", "injuries")
_HINTS = {"contact_words": "“After 6 PM”, “ask for her sister”", "preferred_name": "If it is not the given name"}


class Details(QWidget):
    """All of it optional. `changed` at each change."""

    changed = Signal()

    def __init__(self, theme: Theme, clock: Clock, city: City) -> None:
        super().__init__()
        tell = self.changed.emit
        self.sent = MomentEntry(theme, clock, city.zone, name=LABELS["sent"])
        self.number, self.postal_code = line(length=40), line(length=5)
        self.no_voicemail = Check(theme, "No voicemail: leave no message")
        self.note = area(lines=3)
        languages = [(language, language) for language in (*city.languages, "Another (write it in the note)")]
        self.slots: Mapping[str, Slot] = {
            "sent": moment_slot(self.sent, tell),
            "preferred_name": line_slot(line(length=80), tell),
            "source": select_slot(Select(theme), pairs(Source), tell),
            "age_band": select_slot(Select(theme), pairs(AgeBand), tell),
            "gender": select_slot(Select(theme), pairs(Gender), tell),
            "language": select_slot(Select(theme), languages, tell),
            "interpreter": select_slot(Select(theme), pairs(Interpreter), tell),
            "postal_code": line_slot(self.postal_code, tell),
            "payment": select_slot(Select(theme), [(one, one) for one in PAYMENTS], tell),
            "concerns": chips_slot(theme, Concern, "Concern", tell),
            "contact_number": line_slot(self.number, tell),
            "contact_words": line_slot(line(length=200), tell),
            "no_voicemail": check_slot(self.no_voicemail, tell),
            "note": area_slot(self.note, tell),
            **self._found_slots(theme, tell),
        }
        self.fields: Mapping[str, Field] = {
            name: Field(theme, LABELS[name], slot.widget, hint=_HINTS.get(name, ""))
            for name, slot in self.slots.items()
            if name != "no_voicemail"
        }
        self._lay_out()

    @property
    def order(self) -> tuple[QWidget, ...]:
        """Its controls in the order of Tab."""
        widgets = [self.slots[name].widget for row in _ROWS for name in row]
        leaves: dict[QWidget, tuple[QWidget, ...]] = {
            **{self.slots[name].widget: tuple(self.slots[name].widget.findChildren(Chip)) for name in _CHIPS},
            self.sent: (self.sent.line, self.sent.now),
        }
        return tuple(leaf for widget in widgets for leaf in leaves.get(widget, (widget,)))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for names in _ROWS:
            if names[0] in _TITLES:
                grid.addWidget(Text(_TITLES[names[0]], px=sizes.NAME, weight=600), grid.rowCount(), 0, 1, 2)
            row = grid.rowCount()
            for column, name in enumerate(names):
                widget = self.fields.get(name, self.no_voicemail)
                grid.addWidget(widget, row, column, 1, 3 - len(names), Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(grid.rowCount(), 1)

    def _found_slots(self, theme: Theme, tell: Callable[[], None]) -> Mapping[str, Slot]:
        """The rest of the encounter (section 3)."""
        choices = {
            "veteran": YesNo,
            "housing": Housing,
            "minors_present": YesNo,
            "prior_contacts": PriorContacts,
            "overdose": YesNo,
            "naloxone": Naloxone,
            "weapon": Weapon,
            "force": Force,
        }
        chips = {"origins": Origin, "substances": Substance, "injuries": Injury}
        return {
            **{name: select_slot(Select(theme), pairs(kind), tell) for name, kind in choices.items()},
            **{name: chips_slot(theme, kind, LABELS[name], tell) for name, kind in chips.items()},
        }
