"""What the desk reads of two records that may be one: how alike they are, and in what they differ."""

from collections.abc import Sequence

from navigator.resources.fields import FIELDS, Difference, differences, values_of
from navigator.resources.model import Entry
from navigator.resources.stewardship.pairs import Pair

HELD_NOTE = "From an import that was applied: this row waited, because it may be the place at the left."
_OF_EACH = frozenset({"duplicate_of", "source", "seen"})
"""What says where a record came from stays with each of the two."""


def differing(pair: Pair) -> tuple[Difference, ...]:
    """In which fields the two differ, those of the one at the left first."""
    found = differences(values_of(pair.one), values_of(pair.other))
    return tuple(one for one in found if one.field in FIELDS and one.field not in _OF_EACH)


def alike(pair: Pair) -> int:
    """How many fields say the same in both."""
    one, other = values_of(pair.one), values_of(pair.other)
    return sum(one.get(key) == other.get(key) for key in FIELDS if key in one and key not in _OF_EACH)


def likeness(pair: Pair) -> str:
    """ "92% alike: same number, names alike"."""
    why = f": {', '.join(pair.reasons)}" if pair.reasons else ""
    return f"{round(pair.score)}% alike{why}"


def same_words(count: int) -> str:
    """What is said of the fields that need no choice."""
    if count == 0:
        return ""
    return "1 field says the same in both." if count == 1 else f"{count} fields say the same in both."


def where(entry: Entry) -> str:
    """What tells two of one name apart."""
    line = entry.address.line if entry.address else ""
    return " · ".join(part for part in (entry.organization, line or entry.area) if part and part != entry.name)


def merged_of(entries: Sequence[Entry]) -> tuple[tuple[Entry, Entry | None], ...]:
    """The entries that were merged into another, each with that one."""
    by_id = {entry.id: entry for entry in entries}
    return tuple((entry, by_id.get(entry.duplicate_of)) for entry in entries if entry.duplicate_of)
