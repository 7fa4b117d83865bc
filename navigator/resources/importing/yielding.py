"""What another source brought does not yield to a list: its word fills what is empty, and adds (S-08).

A list that names a place which came from elsewhere may know it less well: one number where two are known, "call" where
hours are. Only the source that brought a value may replace it; what the others say instead is listed.
"""

from collections.abc import Collection, Iterable
from typing import Any

from navigator.resources.fields import OTHER, Difference, Value
from navigator.resources.importing.faces import dialled
from navigator.resources.model import Status

_TOGETHER = (
    frozenset({"status", "status_reason", "status_until", "duplicate_of"}),
    frozenset({"address", "place", "area", "directions"}),
    frozenset({"minimum_age", "maximum_age"}),
)
"""Fields that mean something together only: when one of them stays, all do."""


def kept_from_others(found: Iterable[Difference], ours: Collection[str]) -> Collection[str]:
    """The fields that stay; `ours` are those whose value this very source had brought."""
    told = list(found)
    kept = {one.field for one in told if one.field not in ours and not _adds(one)}
    beside = frozenset[str]().union(*(group for group in _TOGETHER if group & kept))
    return kept | {one.field for one in told if one.field in beside - set(ours)}


def united(here: list[dict[str, Any]], said: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The numbers that are here, then those of `said` that are not."""
    known = {_number(phone) for phone in here}
    return [*here, *(phone for phone in said if _number(phone) not in known)]


def _number(phone: dict[str, Any]) -> tuple[str, str]:
    return dialled(phone["number"]) or phone["number"], phone.get("extension", "")


def _adds(one: Difference) -> bool:
    """Whether nothing is lost by it. What stands beside the fields was mixed already (`comparing`)."""
    if one.field.startswith(OTHER) or _says_nothing(one):
        return True
    match one.before, one.after:
        case list(), list() if one.field != "place":
            return all(value in one.after for value in one.before)
        case dict(), dict():
            return one.before.items() <= one.after.items()
    return False


def _says_nothing(one: Difference) -> bool:
    """An empty field, "active", or the centre of a ZIP beside a position that is known better."""
    before: Value = one.before
    if one.field == "status":
        return before in (None, Status.ACTIVE.value)
    if one.field == "place" and before and one.after:
        return bool(before[2] and not one.after[2])
    return before is None
