"""What HSDS cannot say, in a property of our own: "navigator" on a service and on its places (S-02).

`values` are fields by key, and `where` has a mark of what HSDS itself said of the same field then: when somebody has
changed that since, their word is newer and ours is left.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from navigator.resources.exchange.hsds_conform import Json
from navigator.resources.fields import FIELDS, OTHER, Value, Values, differences

VALUES, WHERE = "values", "where"


def own_values(said: Values, known: Values, keys: Iterable[str]) -> Json:
    """What must stand beside `said`, the values that HSDS says, to be `known` again; empty where nothing must."""
    wanted = frozenset(keys)
    told = [one for one in differences(said, known) if one.field in wanted and not one.field.startswith(OTHER)]
    if not told:
        return {}
    own: Json = {VALUES: {one.field: one.after for one in told}}
    marks = {one.field: _mark(one.before) for one in told if one.before is not None}
    return own | ({WHERE: marks} if marks else {})


def with_own(said: Values, own: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Value]:
    """The values that HSDS says, with those that only our property knows."""
    values, marks = own.get(VALUES), own.get(WHERE)
    found, wanted = dict(said), frozenset(keys)
    for key, value in values.items() if isinstance(values, dict) else ():
        mark = marks.get(key) if isinstance(marks, dict) else None
        if key in FIELDS and key in wanted and mark == (_mark(said[key]) if key in said else None):
            found[key] = value
    return {key: value for key, value in found.items() if value is not None}


def _mark(value: Value) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:12]
