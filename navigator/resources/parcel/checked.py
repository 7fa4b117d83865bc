"""What comes from outside is taken only when every part of it is of its kind and within its bounds (S-14).

Each check gives the value back or raises `ValueError`, `TypeError` or `KeyError`.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from navigator.clock import from_store, to_store
from navigator.resources.fields import FIELDS, OTHER, PARTS, Record, Values, values_of, with_values
from navigator.resources.model import WEEK, Entry

Check = Callable[[Any], Any]
_LONGEST_ID = 300
_MOST = 1_000_000
_YEARS = range(2000, 2200)
_DEEPEST = 50
_NOTHING = Record(Entry(id="", service_id="", name=""))


def part(line: Any, checks: Mapping[str, Check]) -> dict[str, Any]:
    """The parts of a line that this program knows."""
    return {name: check(line[name]) for name, check in checks.items()}


def text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    value.encode()  # what no store can keep is refused here
    return value


def an_id(value: Any) -> str:
    if not 0 < len(text(value)) <= _LONGEST_ID:
        raise ValueError("not an id")
    return str(value)


def moment(value: Any) -> str:
    """A time as a store keeps it, so that it sorts as text."""
    at = from_store(text(value))
    if at.tzinfo is None or at.year not in _YEARS or to_store(at) != value:
        raise ValueError("not a time")
    return str(value)


def day(value: Any) -> str:
    if date.fromisoformat(text(value)).isoformat() != value:
        raise ValueError("not a day")
    return str(value)


def count(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= _MOST:
        raise ValueError("not a count")
    return value


def maybe(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


def one_of(kind: type[StrEnum]) -> Check:
    return lambda value: kind(text(value)).value


def values(told: Any) -> Values:
    """Values of fields, each of which an entry can take and gives back equal; None: empty."""
    if not isinstance(told, dict):
        raise TypeError("not fields")
    checks = {key: maybe(_check_of(key)) for key in told}
    full = {key: value for key, check in checks.items() if (value := check(told[key])) is not None}
    back = values_of(with_values(_NOTHING, full))
    if any(back.get(key) != value for key, value in full.items()):
        raise ValueError("a value is not as an entry has it")
    return dict(told)


def _check_of(key: str) -> Check:
    if key in FIELDS:
        return _OF_FIELD.get(key, text)
    if key.startswith(OTHER) and key.removeprefix(OTHER) in PARTS:
        return _properties
    raise KeyError(key)


def listed(check: Check) -> Check:
    def every(value: Any) -> Any:
        if not isinstance(value, list):
            raise TypeError("not a list")
        return [check(one) for one in value]

    return every


def _parts(**checks: Check) -> Check:
    def parts(value: Any) -> Any:
        if not isinstance(value, dict):
            raise TypeError("not a thing with parts")
        return {name: checks[name](one) for name, one in value.items()}

    return parts


def _span(value: Any) -> Any:
    start, end = value
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= 2 * WEEK:
        raise ValueError("not a span of time")
    return value


def flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("not yes or no")
    return value


def _position(value: Any) -> Any:
    latitude, longitude, approximate = value
    flag(approximate)
    if {type(latitude), type(longitude)} - {int, float} or not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise ValueError("not a position")
    return value


def _properties(value: Any) -> Any:
    """What a source said beside the fields: JSON that is not nested beyond measure."""
    if not isinstance(value, dict):
        raise TypeError("no properties")
    level: list[Any] = [value]
    for _ in range(_DEEPEST):
        level = [inner for one in level for inner in _inside(one)]
    if level:
        raise ValueError("nested too deep")
    return value


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [*value.values()]
    return value if isinstance(value, list) else []


_DATED = _parts(on=text, spans=listed(_span), words=text)
_OF_FIELD: Mapping[str, Check] = {
    **dict.fromkeys(("alternate_names", "categories", "languages"), listed(text)),
    **dict.fromkeys(("minimum_age", "maximum_age"), count),
    "phones": listed(_parts(number=text, kind=text, words=text, extension=text)),
    "hours": listed(_parts(kind=text, text=text, by_appointment=flag, spans=listed(_span), exceptions=listed(_DATED))),
    "address": _parts(line=text, city=text, state=text, postal_code=text),
    "place": _position,
}
