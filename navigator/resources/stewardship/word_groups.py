"""Groups of words as the desk lists them: those that ship, as they are or as the desk made them, and its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from navigator.clock import from_store
from navigator.resources.search.phrases import written_out
from navigator.resources.stewardship.desk_drafts import NEW
from navigator.resources.stewardship.rows import VocabularyGroupRow
from navigator.resources.vocabulary import Group, Kind, Vocabulary

FREE = (Kind.MEANS, Kind.SAME, Kind.DANGER)
"""Kinds that stand for nothing but words: of the others only what people type can be changed."""


@dataclass(frozen=True)
class Listed:
    """`group` as it counts now. `id` is of the desk's own row; "" for a group that is as it shipped, or is new.

    `at` is when the desk last changed it.
    """

    group: Group
    id: str = ""
    is_on: bool = True
    is_changed: bool = False
    at: datetime | None = None
    by_name: str = ""

    @property
    def ref(self) -> str:
        """By what it is found again."""
        return self.group.key or self.id or NEW

    @property
    def is_own(self) -> bool:
        return not self.group.key

    @property
    def can_be_off(self) -> bool:
        """Words of danger bring the lines that are always offered, so they stay; what is the desk's own is removed."""
        return not self.is_own and self.group.kind is not Kind.DANGER

    def saying(self, say: Sequence[str], means: Sequence[str]) -> "Listed":
        """With these phrases; what cannot be changed stays."""
        return replace(self, group=_changed(self.group, say, means))


def listed(shipped: Vocabulary, rows: Iterable[VocabularyGroupRow]) -> tuple[Listed, ...]:
    """The desk's own, the newest first, and then what shipped, in its order."""
    by_key: dict[str, VocabularyGroupRow] = {}
    own: list[Listed] = []
    for row in sorted(rows, key=lambda row: (row.at, row.id), reverse=True):
        if row.replaces in shipped.by_key:
            by_key[row.replaces] = row
        elif not row.off and row.kind in (Kind.MEANS, Kind.SAME):  # also of a group that ships no more
            own.append(_own(row))
    return (*own, *(_shipped(group, by_key.get(group.key), shipped) for group in shipped.groups))


def spoken(shipped: Vocabulary, groups: Iterable[Listed]) -> Vocabulary:
    """What search hears of these: the desk's own before all that shipped."""
    groups = tuple(groups)
    own = [one.group for one in groups if one.is_on and (one.is_own or one.is_changed) and _is_whole(one.group)]
    return shipped.joined(own, {one.group.key for one in groups if not one.is_on})


def matching(groups: Iterable[Listed], words: str) -> tuple[Listed, ...]:
    """Those in which the words stand, among what is typed or what it means."""
    wanted = words.casefold().split()
    return tuple(one for one in groups if _holds(one.group, wanted))


def taken_up(groups: Iterable[Listed], one: Listed) -> tuple[Listed, ...]:
    """The groups with `one` as if it were saved."""
    return (replace(one, is_changed=True), *(other for other in groups if other.ref != one.ref))


def dangerous_of(lines: Iterable[str], shipped: Vocabulary) -> tuple[str, ...]:
    """Those of these lines that can be read as words that ship as words of danger."""
    read = {line: {*written_out(line)} for line in lines}
    dangerous = {one for group in shipped.of(Kind.DANGER) for line in group.say for one in written_out(line)}
    return tuple(line for line, readings in read.items() if readings & dangerous)


def _own(row: VocabularyGroupRow) -> Listed:
    group = Group(Kind(row.kind), tuple(row.say), tuple(row.means))
    return Listed(group, row.id, at=from_store(row.at), by_name=row.by_name)


def _shipped(group: Group, row: VocabularyGroupRow | None, shipped: Vocabulary) -> Listed:
    if row is None:
        return Listed(group)
    changed = _changed(group, tuple(_safe(group, row.say, shipped)), row.means)
    is_on = not row.off or group.kind is Kind.DANGER
    return Listed(changed, row.id, is_on, changed != group, from_store(row.at), row.by_name)


def _changed(group: Group, say: Sequence[str], means: Sequence[str]) -> Group:
    if group.kind is Kind.SAME:
        return replace(group, say=tuple(say), means=tuple(say))
    return replace(group, say=tuple(say), means=tuple(means) if group.kind is Kind.MEANS else group.means)


def _safe(group: Group, say: Iterable[str], shipped: Vocabulary) -> Iterator[str]:
    """No change, from wherever it came, takes danger away from the words that ship for it."""
    if group.kind is Kind.DANGER:
        yield from dict.fromkeys((*group.say, *say))
    elif group.kind is Kind.PLAIN:
        gone = dangerous_of([phrase for phrase in say if phrase not in group.say], shipped)
        yield from (phrase for phrase in say if phrase not in gone)
    else:
        yield from say


def _is_whole(group: Group) -> bool:
    return bool(group.say) and bool(group.means or group.kind in (Kind.DANGER, Kind.PLAIN))


def _holds(group: Group, wanted: Sequence[str]) -> bool:
    words = " ".join((*group.say, *group.means)).casefold()
    return all(word in words for word in wanted)
