"""What a door of a file would change in the entry that it is (S-08, S-13).

A source that says nothing of a field says nothing: what is there stays, unless this very feed said it before and
nobody changed it since; then it goes. "Active" is what a source says of everything, so it counts as nothing. Fields
that were edited or verified here stay and are listed. What a source says beside the fields is added to what another
source said, never put in its place. Of a confidential entry only what S-13 allows is changed; the rest of what the
file says waits for a person, and where it is, is not kept.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from navigator.resources.confidential import stripped
from navigator.resources.exchange.hidden import hidden
from navigator.resources.exchange.incoming import Incoming
from navigator.resources.fields import (
    FACT,
    OTHER,
    Difference,
    Level,
    Record,
    Value,
    Values,
    differences,
    level_of,
    values_of,
)
from navigator.resources.importing.completing import completed
from navigator.resources.importing.packing import Json, record_of
from navigator.resources.model import Status

_SAFE = frozenset(
    {"phones", "hours", "categories", "minimum_age", "maximum_age", "languages", "status", "status_until"}
)
"""Fields of a confidential entry that a file may change; facts too. Its name is nobody's but the desk's."""
_NEVER_EMPTIED = frozenset({"name", "organization", "duplicate_of", "discreet_label"})
_HOUSE = OTHER + "organization"
_ACTIVE = Status.ACTIVE.value


@dataclass(frozen=True)
class Compared:
    """What one door would change, what stays because it is protected, and the text that must wait (S-13)."""

    differences: tuple[Difference, ...] = ()
    protected: tuple[Difference, ...] = ()
    free_text: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Against:
    """A door (`packing.told_of`) and the entry that it is held against.

    `marks` are the protected fields. `whole`: the fields of the service count too, not those of the place alone;
    `house`: what the source says of its organization counts.
    """

    told: Json
    record: Record
    marks: Collection[str]
    whole: bool
    house: bool = True

    def counts(self, field: str) -> bool:
        """Whether this door is the one that tells of the field."""
        if field == _HOUSE:
            return self.house
        return self.whole or level_of(field) is Level.PLACE

    @cached_property
    def before(self) -> Values:
        return values_of(self.record)

    @cached_property
    def said(self) -> Values:
        told: Values = self.told["values"]
        return completed(_said(told), self.before)

    @property
    def is_hidden(self) -> bool:
        return bool(self.told.get("confidential")) or self.record.entry.confidential

    @cached_property
    def asked(self) -> Collection[str]:
        """The fields of which it matters who said what is there now."""
        if self.is_hidden:
            return ()
        silent = {key for key in self.before if key not in self.said and key not in _NEVER_EMPTIED}
        if self.before.get("status") == _ACTIVE:
            silent.discard("status")
        others = {key for key, new in self.said.items() if key.startswith(OTHER) and self.before.get(key) != new}
        return {key for key in silent | others if self.counts(key)}


def compare(against: Against, ours: Collection[str] = ()) -> Compared:
    """What the door would change; `ours` are the fields whose value this feed had brought."""
    if against.is_hidden:
        return _compare_hidden(against)
    return _parted(differences(against.before, _after(against, ours)), against)


def _after(against: Against, ours: Collection[str]) -> Values:
    before, said = against.before, against.said
    after = {**before, **said}
    for key in against.asked:
        if key.startswith(OTHER) and key in said and key not in ours:
            after[key] = _mixed(before.get(key, {}), said[key])
        elif key in ours and key == "status":
            after[key] = _ACTIVE
        elif key in ours and key not in said:
            del after[key]
    return after


def _mixed(before: Json, said: Json) -> Json:
    """What two sources say beside the fields; of the same thing, by its id, the newer word counts."""
    return {**before, **said} if before.get("id") == said.get("id") else {**said, **before}


def _said(values: Values) -> dict[str, Value]:
    return {key: value for key, value in values.items() if not (key == "status" and value == _ACTIVE)}


def _parted(found: Iterable[Difference], against: Against) -> Compared:
    told = [one for one in found if against.counts(one.field)]
    written = tuple(one for one in told if one.field not in against.marks)
    return Compared(written, tuple(one for one in told if one.field in against.marks))


def _compare_hidden(against: Against) -> Compared:
    """Numbers, typed hours and facts alone; words beside a number that somebody released here are no difference."""
    entry = against.record.entry
    door = hidden(Incoming(0, "", record_of(against.told), free_text=against.told["free_text"]))
    before, said = values_of(Record(stripped(entry))), _said(values_of(door.record))
    safe = {key: value for key, value in said.items() if key in _SAFE or key.startswith(FACT)}
    found = _parted(differences(before, dict(before) | safe), against)
    texts = {"name": door.record.entry.name, "organization": door.record.entry.organization} | dict(door.free_text)
    waiting = {key: text for key, text in texts.items() if text and text != getattr(entry, key, None)}
    return Compared(found.differences, found.protected, MappingProxyType(waiting))
