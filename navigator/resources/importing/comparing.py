"""What a door of a file would change in the entry that it is (S-08, S-13).

A source that says nothing of a field says nothing: what is there stays, unless this very feed said it before and
nobody changed it since; then it goes. "Active" is what a source says of everything, so it counts as nothing. Fields
that were edited or verified here stay and are listed, and so does what another source brought (`yielding`). What a
source says beside the fields is added to what another source said, never put in its place. Of a confidential entry
only what S-13 allows is changed; the rest of what the file says waits for a person, and where it is, is not kept.
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
from navigator.resources.importing.own_ids import ids_told
from navigator.resources.importing.packing import Json, record_of
from navigator.resources.importing.yielding import kept_from_others, united
from navigator.resources.model import Status

_SAFE = frozenset(
    {"phones", "hours", "categories", "minimum_age", "maximum_age", "languages", "status", "status_until"}
)
"""Fields of a confidential entry that a file may change; facts too. Its name is nobody's but the desk's."""
_NEVER_EMPTIED = frozenset({"name", "organization", "duplicate_of", "discreet_label"})
_WHERE = ("address", "area", "directions", "place")
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

    `marks` are the fields that were edited or verified here, `key` is what the feed calls the door. `whole`: the
    fields of the service count too, not those of the place alone; `house`: what the source says of its organization.
    """

    told: Json
    record: Record
    marks: Collection[str]
    whole: bool
    house: bool = True
    key: str = ""

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
        silent = {key for key in self.before if key not in self.said and key not in _NEVER_EMPTIED}
        if self.before.get("status") == _ACTIVE:
            silent.discard("status")
        others = {key for key, new in self.said.items() if key in self.before and self.before[key] != new}
        return {key for key in silent | others if self.counts(key)}

    @cached_property
    def is_named(self) -> bool:
        """Whether the door has an id by which the entry is known here: then what it says is said of this very record.

        So an export of ours that was worked on elsewhere comes back with what was changed in it.
        """
        entry, extra = self.record.entry, self.record.extra
        own = {entry.id, entry.service_id, *(extra.get(part, {}).get("id") for part in ("at_location", "service"))}
        return not own.isdisjoint(ids_told(self.key, self.told))


def compare(against: Against, ours: Collection[str] = ()) -> Compared:
    """What the door would change; `ours` are the fields whose value this feed had brought."""
    if against.is_hidden:
        return _compare_hidden(against, ours)
    return _parted(differences(against.before, _after(against, ours)), against, ours)


def _after(against: Against, ours: Collection[str]) -> Values:
    before, said = against.before, against.said
    after = {**before, **said}
    for key in against.asked:
        if key in said:
            if key.startswith(OTHER) and key not in ours:
                after[key] = _mixed(before[key], said[key])
        elif key in ours and key == "status":
            after[key] = _ACTIVE
        elif key in ours:
            del after[key]
    return _with_all_phones(against, after, ours)


def _with_all_phones(against: Against, after: dict[str, Value], ours: Collection[str]) -> dict[str, Value]:
    """Numbers of another source are added to those that are here."""
    if against.before.get("phones") and "phones" not in ours and not against.is_named:
        after["phones"] = united(against.before["phones"], after["phones"])
    return after


def _mixed(before: Json, said: Json) -> Json:
    """What two sources say beside the fields; of the same thing, by its id, the newer word counts."""
    return {**before, **said} if before.get("id") == said.get("id") else {**said, **before}


def _said(values: Values) -> dict[str, Value]:
    return {key: value for key, value in values.items() if not (key == "status" and value == _ACTIVE)}


def _parted(found: Iterable[Difference], against: Against, ours: Collection[str]) -> Compared:
    told = [one for one in found if against.counts(one.field)]
    foreign = () if against.is_named else kept_from_others(told, ours)
    nowhere = _WHERE if against.record.entry.national else ()  # a line of the whole country gets no door in one city
    stays = {one.field for one in told if one.field in (*against.marks, *foreign, *nowhere)}
    written = tuple(one for one in told if one.field not in stays)
    return Compared(written, tuple(one for one in told if one.field in stays))


def _compare_hidden(against: Against, ours: Collection[str]) -> Compared:
    """Numbers, typed hours and facts alone; words beside a number that somebody released here are no difference."""
    entry = against.record.entry
    door = hidden(Incoming(0, "", record_of(against.told), free_text=against.told["free_text"]))
    before, said = values_of(Record(stripped(entry))), _said(values_of(door.record))
    safe = {key: value for key, value in said.items() if key in _SAFE or key.startswith(FACT)}
    after = _with_all_phones(against, dict(before) | safe, ours)
    found = _parted(differences(before, after), against, ours)
    texts = {"name": door.record.entry.name, "organization": door.record.entry.organization} | dict(door.free_text)
    waiting = {key: text for key, text in texts.items() if text and text != getattr(entry, key, None)}
    return Compared(found.differences, found.protected, MappingProxyType(waiting))
