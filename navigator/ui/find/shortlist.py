"""Which entries are on paper: one to five, in the order they were added (D-02)."""

from dataclasses import dataclass, replace

from navigator.documents.handout import MOST
from navigator.errors import BadInput
from navigator.resources.model import Entry

FULL = f"A handout holds {MOST} places. Take one off the paper first."


@dataclass(frozen=True)
class Shortlist:
    """The entries chosen for the handout, as they stood when they were chosen."""

    entries: tuple[Entry, ...] = ()

    def __len__(self) -> int:
        return len(self.entries)

    def holds(self, entry_id: str) -> bool:
        return any(entry.id == entry_id for entry in self.entries)

    def toggled(self, entry: Entry) -> "Shortlist":
        """With the entry if it was not there, else without it; a sixth is refused."""
        return self.without(entry.id) if self.holds(entry.id) else self.with_(entry)

    def with_(self, entry: Entry) -> "Shortlist":
        if len(self) >= MOST:
            raise BadInput(FULL)
        return replace(self, entries=(*self.entries, entry))

    def without(self, entry_id: str) -> "Shortlist":
        return replace(self, entries=tuple(entry for entry in self.entries if entry.id != entry_id))
