"""What a person may not leave an entry like: no name, a status without its reason, ages the wrong way round (S-05)."""

from collections.abc import Callable, Collection, Mapping

from navigator.errors import BadInput
from navigator.resources.fields import Record, Value, Values, with_values
from navigator.resources.model import Entry, Status

_STATUS = ("status", "status_reason", "status_until", "duplicate_of")
_KEEPS: Mapping[Status, Collection[str]] = {
    Status.ACTIVE: (),
    Status.DUPLICATE: ("status_reason", "duplicate_of"),
    Status.TEMPORARILY_CLOSED: ("status_reason", "status_until"),
    Status.SEASONAL: ("status_reason", "status_until"),
}
"""What a status has beside it; the others have a reason only."""


def completed(record: Record, values: Values) -> Values:
    """`values` with what follows from them.

    A new status keeps nothing of the old one's reason and day, and an address that changed has lost its position on
    the map, unless they are among the values.
    """
    after = with_values(record, values).entry
    follows: dict[str, Value] = {}
    if after.status is not record.entry.status:
        follows |= dict.fromkeys(_STATUS[1:])
    if after.address != record.entry.address:
        follows["place"] = None
    return follows | dict(values)


def refuse_unsound(entry: Entry, changed: Collection[str]) -> None:
    """`BadInput` says what is missing. Only what has to do with the `changed` fields is looked at."""
    for keys, wrong in _RULES:
        if changed and not set(keys).isdisjoint(changed) and (sentence := wrong(entry)):
            raise BadInput(f"{sentence} Nothing was saved.")


def _name(entry: Entry) -> str:
    return "" if entry.name.strip() else "A service needs a name."


def _ages(entry: Entry) -> str:
    low, high = entry.minimum_age, entry.maximum_age
    if (low or 0) < 0 or (high or 0) < 0:
        return "An age cannot be less than 0."
    return f"The youngest age ({low}) is above the oldest ({high})." if low and high and low > high else ""


def _status(entry: Entry) -> str:
    if entry.status is Status.DO_NOT_REFER and not entry.status_reason.strip():
        return "Say why nobody should be referred there."
    if entry.status is Status.TEMPORARILY_CLOSED and entry.status_until is None:
        return "Say until what day it is closed. If nobody knows, choose a day to ask again."
    if entry.status is Status.DUPLICATE and not entry.duplicate_of:
        return "Say which entry it is a duplicate of."
    return _left_over(entry)


def _left_over(entry: Entry) -> str:
    keeps = _KEEPS.get(entry.status, ("status_reason",))
    if entry.status_until and "status_until" not in keeps:
        return f"“Closed until” does not go with the status “{entry.status.value}”."
    return ""


_RULES: tuple[tuple[Collection[str], Callable[[Entry], str]], ...] = (
    (("name",), _name),
    (("minimum_age", "maximum_age"), _ages),
    (_STATUS, _status),
)
