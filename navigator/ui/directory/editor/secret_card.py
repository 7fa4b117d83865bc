""" "Keep the place secret" (S-13): says exactly what goes, what waits to be read, and that nothing brings it back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from navigator.resources.confidential import parted
from navigator.resources.fields import OTHER, Record, label_of, values_of
from navigator.ui.directory.editor.asking import Asking
from navigator.ui.directory.editor.card import Card
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.text import Text

HIDDEN = "The place is secret: the record keeps its name, numbers, hours, who can come and languages."
OPEN = "Who comes here must not be found. Then nothing that leads to the door may be kept."
REVEAL = "The record may have an address again. What was deleted does not come back: you write it anew."


class SecretCard(Card):
    """`hidden` and `revealed` when a person said so, knowing what it does."""

    hidden = Signal()
    revealed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Secret place")
        self._words = Text(tone="text2", wrap=True)
        self.hide_it = Asking(theme, "Keep the place secret…", "Delete it for good", icon="eye-off")
        self.reveal_it = Asking(theme, "No longer secret…", "Make it an open record")
        self.reveal_it.explain(REVEAL)
        for widget in (self._words, self.hide_it, self.reveal_it):
            self.column.addWidget(widget)
        self.hide_it.agreed.connect(self.hidden)
        self.reveal_it.agreed.connect(self.revealed)

    def show_record(self, record: Record, places: int) -> None:
        secret = record.entry.confidential
        self.say("")
        self._words.setText(HIDDEN if secret else OPEN)
        self.hide_it.explain(what_goes(record, places))
        for one in (self.hide_it, self.reveal_it):
            one.close_up()
        self.hide_it.setVisible(not secret)
        self.reveal_it.setVisible(secret)


def what_goes(record: Record, places: int) -> str:
    """The fields by name: what is deleted, what waits for a person, and where else."""
    found = parted(record)
    kept, told = values_of(found.kept), values_of(record)
    gone = [_label(key) for key in told if key not in kept and key not in found.free_text]
    waits = [label_of(key) for key in found.free_text]
    lines = [f"Deleted now, also from the history and what can be undone: {_listed(gone)}."]
    if waits:
        lines.append(f"Out of sight until somebody here has read it: {_listed(waits)}.")
    if places > 1:
        lines.append(f"So at all {places} places of this service.")
    lines.append("Older backups still hold it. This cannot be undone.")
    return "\n".join(lines)


def _label(key: str) -> str:
    return "what else the source said" if key.startswith(OTHER) else label_of(key)


def _listed(labels: Sequence[str]) -> str:
    found = list(dict.fromkeys(labels))
    return ", ".join(found) if found else "nothing, there is no trace of the place in it"
