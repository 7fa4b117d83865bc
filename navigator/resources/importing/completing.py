"""A source that knows a place less well than it is known here takes nothing away from it (S-08)."""

from typing import Any

from navigator.resources.fields import Value, Values
from navigator.resources.importing.faces import place_of_line

_PARTS = ("city", "state", "postal_code")
_WHOLE = ("line", *_PARTS)


def completed(said: Values, before: Values) -> dict[str, Value]:
    """What the source says, with the parts of the same address that only we know, and without a worse position."""
    full = dict(said)
    if said.get("address") and before.get("address"):
        full["address"] = _address(said["address"], before["address"])
    if _is_worse(said.get("place"), before.get("place")) and _zip(full) == _zip(before):
        full["place"] = before["place"]
    return full


def _address(said: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """Of another street, or another ZIP, nothing is filled in; a suite more or less is the same street."""
    same_line = not said.get("line") or place_of_line(said["line"]) == place_of_line(before.get("line", ""))
    if not same_line or any(said.get(part) and said[part] != before.get(part, said[part]) for part in _PARTS):
        return said
    missing = {part: before[part] for part in _WHOLE if part in before and not said.get(part)}
    return {part: value for part in _WHOLE if (value := (said | missing).get(part))}


def _is_worse(said: Value, before: Value) -> bool:
    """The centre of a ZIP beside a position that is known better."""
    return bool(said and before and said[2] and not before[2])


def _zip(values: Values) -> str:
    return str((values.get("address") or {}).get("postal_code", ""))[:5]
