"""A source that knows a place less well than it is known here takes nothing away from it (S-08)."""

from typing import Any

from navigator.resources.fields import Value, Values

_PARTS = ("city", "state", "postal_code")


def completed(said: Values, before: Values) -> dict[str, Value]:
    """What the source says, with the parts of the same address that only we know, and without a worse position."""
    full = dict(said)
    if said.get("address") and before.get("address"):
        full["address"] = _address(said["address"], before["address"])
    if _is_worse(said.get("place"), before.get("place")) and _zip(full) == _zip(before):
        full["place"] = before["place"]
    return full


def _address(said: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """Of another street, or another ZIP, nothing is filled in."""
    same_line = _plain(said.get("line")) == _plain(before.get("line"))
    if not same_line or any(said.get(part) and said[part] != before.get(part, said[part]) for part in _PARTS):
        return said
    missing = {part: before[part] for part in _PARTS if part in before and not said.get(part)}
    return {part: value for part in ("line", *_PARTS) if (value := (said | missing).get(part))}


def _is_worse(said: Value, before: Value) -> bool:
    """The centre of a ZIP beside a position that is known better."""
    return bool(said and before and said[2] and not before[2])


def _zip(values: Values) -> str:
    return str((values.get("address") or {}).get("postal_code", ""))[:5]


def _plain(line: Any) -> str:
    return " ".join(str(line or "").casefold().replace(".", "").split())
