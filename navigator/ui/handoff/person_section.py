"""What the person did in the call, and how they can be reached."""

from PySide6.QtWidgets import QWidget

from navigator.referrals.handoff_groups import Agreement, Part
from navigator.referrals.visit import VisitFacts
from navigator.ui.handoff.entry import choice_entry
from navigator.ui.handoff.section import Section
from navigator.ui.handoff.words import contact_words
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.text import Text

_PARTS = (
    (Part.PRESENT, "Present"),
    (Part.SPOKE, "Spoke"),
    (Part.CONSENTED, "Agreed"),
    (Part.NOT, "No part"),
)
_ANSWERS = ((Agreement.YES, "Yes"), (Agreement.NO, "No"), (Agreement.UNABLE, "Unable"))


class PersonSection(Section):
    """The part and the agreement, under what the visit knows of the safe contact."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("Person", parent)
        self.known = Text(tone="text2", wrap=True)
        self.column.addWidget(self.known)
        self.add(choice_entry(theme, "part", _PARTS), choice_entry(theme, "agreed", _ANSWERS, beside=True))

    def show_facts(self, facts: VisitFacts) -> None:
        """The safe way to reach the person stands before the number (R-10)."""
        contact = contact_words(facts)
        self.known.setText(f"Safe contact: {contact}" if contact else "No safe contact is known.")
