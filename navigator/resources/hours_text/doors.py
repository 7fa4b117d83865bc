"""The week of each door: openings put together, closings taken out, what contradicts itself kept to what is sure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from navigator.resources.hours_text import words
from navigator.resources.hours_text.clock import DAY, Range, settled
from navigator.resources.hours_text.days import EVERY_DAY, Days
from navigator.resources.hours_text.labelled import meaning
from navigator.resources.hours_text.plain import not_of_kinds
from navigator.resources.hours_text.statements import Does, Label, Statement, Taint, Unfit
from navigator.resources.model import HoursKind

_WORKING = frozenset(range(6))


@dataclass(frozen=True, slots=True)
class Opening:
    """An opening whose times are certain."""

    said: Statement
    ranges: tuple[Range, ...]
    kind: HoursKind

    @property
    def door(self) -> tuple[HoursKind, Label]:
        return self.kind, meaning(self.said.label)


@dataclass
class Door:
    """What was read of one door; `week` holds the ranges that begin on each day."""

    kind: HoursKind
    by_appointment: bool
    week: dict[int, list[Range]] = field(default_factory=dict)
    contrary: bool = False


def opening(said: Statement, *, night: bool) -> Opening | Statement:
    """The opening with its times on the clock, or why it has none."""
    label = list(meaning(said.label))
    kind = words.kind_of(label)
    if said.always:
        doubt = _doubt(kind, said)
        return replace(said, does=Does.UNFIT, unfit=doubt) if doubt else Opening(said, ((0, DAY),), kind)
    bounds = words.bounds_of(label, night=night, working_days=bool(said.days) and said.days <= _WORKING)
    ranges = settled(list(zip(said.times[::2], said.times[1::2], strict=True)), bounds)
    if ranges is None:
        return replace(said, does=Does.UNFIT, unfit=Unfit.HALF, taints=Taint.SAME)
    return Opening(said, ranges, kind)


def _doubt(kind: HoursKind, said: Statement) -> Unfit | None:
    """Why "24 hours" may be no open door: nobody keeps an office so, and who is on call comes when he is called."""
    if kind is HoursKind.OFFICE:
        return Unfit.CONTRARY
    stays = kind is HoursKind.PHONE or words.may_never_close(words.joined(said.label))
    return None if stays else Unfit.ON_CALL


def told_apart(openings: Sequence[Opening]) -> tuple[list[Opening], list[Statement]]:
    """The openings of each kind that are one door's; where several are named, only those that name none."""
    names: dict[HoursKind, set[frozenset[str]]] = {}
    for one in openings:
        names.setdefault(one.kind, set()).add(not_of_kinds(one.said.label))
    alone = [one for one in openings if len(names[one.kind]) == 1 or not not_of_kinds(one.said.label)]
    others = [one.said for one in openings if one not in alone]
    return alone, [replace(said, does=Does.UNFIT, unfit=Unfit.SEVERAL) for said in others]


def doors(openings: Iterable[Opening]) -> dict[tuple[HoursKind, Label, bool], Door]:
    """The week of each door; a day that is told in two ways keeps only the hours that both tell."""
    found: dict[tuple[HoursKind, Label, bool], Door] = {}
    told: dict[tuple[HoursKind, Label, bool], list[Opening]] = {}
    for one in openings:
        told.setdefault((*one.door, one.said.by_appointment), []).append(one)
    for key, all_told in told.items():
        door = found[key] = Door(key[0], key[2])
        there = [one for one in all_told if not one.said.always] or all_told
        door.contrary = len(there) < len(all_told)
        for day in sorted({day for one in there for day in one.said.days}):
            _tell(door, day, [one for one in there if day in one.said.days])
    return found


def _tell(door: Door, day: int, there: Sequence[Opening]) -> None:
    ranges = [span for one in there for span in one.ranges]
    if _are_apart(sorted(ranges)):
        door.week[day] = sorted(ranges)
        return
    special = min(there, key=lambda one: len(one.said.days))
    if len(there) == 2 and len(special.said.days) == 1 and _is_longer_day(special, there):
        door.week[day] = list(special.ranges)
        return
    door.contrary = door.contrary or len({one.ranges for one in there}) > 1
    sure = list(there[0].ranges)
    for one in there[1:]:
        sure = [both for span in sure for other in one.ranges if (both := _both(span, other))]
    door.week[day] = sure


def _are_apart(ranges: Sequence[Range]) -> bool:
    return all(before[1] <= after[0] for before, after in pairwise(ranges))


def _is_longer_day(special: Opening, there: Sequence[Opening]) -> bool:
    """ "Monday-Friday, 8-5; Wednesday, 8-7": the one day is longer and takes nothing from the rule of the others."""
    rule = next(one for one in there if one is not special)
    holds = all(any(one[0] <= span[0] and span[1] <= one[1] for one in special.ranges) for span in rule.ranges)
    return holds and len(rule.said.days) >= 4


def _both(one: Range, other: Range) -> Range | None:
    start, end = max(one[0], other[0]), min(one[1], other[1])
    return (start, end) if start < end else None


def close(door: Door, days: Days, ranges: Sequence[Range], *, says_so: bool = False) -> None:
    """Take the ranges out of the days, or the whole days if there are none.

    Where the text `says_so` of a whole day that it also opens, it contradicts itself.
    """
    for day in days & set(door.week):
        door.contrary = door.contrary or (says_so and not ranges)
        kept = door.week[day] if ranges else []
        for closed in ranges:
            kept = [part for span in kept for part in _without(span, closed)]
        door.week[day] = kept


def _without(span: Range, closed: Range) -> Iterable[Range]:
    if closed[1] <= span[0] or span[1] <= closed[0]:
        return [span]
    left, right = (span[0], closed[0]), (closed[1], span[1])
    return [part for part in (left, right) if part[0] < part[1]]


def spares(door: Door, unfit: Statement, label: Label) -> bool:
    """Whether a part that was not read leaves a door as it was read."""
    if unfit.taints is Taint.NOTHING:
        return True
    if unfit.unfit is Unfit.NO_DAYS:
        return bool(label) and label != meaning(unfit.label)
    if unfit.taints is Taint.SAME:
        return label != meaning(unfit.label)
    named = door.kind in (HoursKind.OFFICE, HoursKind.PHONE)
    return unfit.taints is Taint.DOORS and named and label != meaning(unfit.label)


def tainted_days(unfit: Statement) -> Days:
    """The days that an unfit part may make wrong: its own if it stands for some day, else every day."""
    own = unfit.unfit in (Unfit.MONTHLY, Unfit.HALF, Unfit.NO_END)
    return unfit.days if own and unfit.days else EVERY_DAY
