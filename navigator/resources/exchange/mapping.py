"""What the columns of a table mean: one target for each heading, as a person chose or `guess` proposes.

As JSON, for `--mapping FILE` and for keeping:

    {
      "columns": {"Agency Name": "name", "Phone 1": "phone", "Phone 2": "phone", "Ramp?": "fact:wheelchair access"},
      "categories": {"FOOD_CUPBOARD": "food", "Emergency Shelter": "shelter"},
      "category": "food"
    }

"columns" maps headings to keys of `targets.TARGETS`; a heading that is left out is kept as other property ("other").
"categories" maps the values of the columns whose target is "category" to codes of data/categories.toml; "category" is
the kind of help of rows for which it gives none. Both may be left out.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from rapidfuzz import fuzz, process

from navigator.errors import BadInput
from navigator.resources.exchange.targets import OTHER, TARGETS

_KEYS = ("columns", "categories", "category")
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class ColumnMapping:
    """`columns`: heading to target key. `categories`: value of a category cell, in small letters, to a code."""

    columns: Mapping[str, str]
    categories: Mapping[str, str] = field(default_factory=lambda: _NONE)
    category: str = ""

    def target(self, heading: str) -> str:
        return self.columns.get(heading, OTHER)

    def headings(self, target: str) -> tuple[str, ...]:
        """The headings that mean `target`, in the order of the table."""
        return self._by_target.get(target, ())

    @cached_property
    def _by_target(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for heading, target in self.columns.items():
            found[target] = (*found.get(target, ()), heading)
        return found

    def fits(self, headings: Iterable[str]) -> bool:
        """Whether a table has every heading that means something here: so a saved mapping is known again."""
        used = {heading for heading, target in self.columns.items() if target != OTHER}
        return bool(used) and used <= set(headings)

    @classmethod
    def from_json(cls, value: Any, place: str = "The mapping") -> "ColumnMapping":
        """The mapping of a JSON value; `BadInput` names the place, the key and what may stand there."""
        return _read(value, place)

    def to_json(self) -> dict[str, Any]:
        return {"columns": dict(self.columns), "categories": dict(self.categories), "category": self.category}


def mapping_of_text(text: str | bytes, place: str) -> ColumnMapping:
    """The mapping in a file of JSON; `place` is its name, for the sentence that says what is wrong in it."""
    try:
        value = json.loads(text)
    except ValueError as error:
        raise BadInput(f"{place}: this is not JSON ({error}).") from None
    return ColumnMapping.from_json(value, place)


def _read(value: Any, place: str) -> ColumnMapping:
    if not isinstance(value, dict):
        raise BadInput(f'{place}: a mapping is an object with the key "columns".')
    for key in value:
        if key not in _KEYS:
            raise BadInput(f"{place}, {key}: this key is not known. Known are: {', '.join(_KEYS)}.")
    columns = _texts(value, "columns", place)
    if not columns:
        raise BadInput(f"{place}, columns: this is missing; it maps headings to targets.")
    for heading, target in columns.items():
        _check(heading, target, place)
    _refuse_twins(columns, place)
    category = value.get("category", "")
    if not isinstance(category, str):
        raise BadInput(f"{place}, category: {category!r} is not text in quotes.")
    values = {word.strip().lower(): code for word, code in _texts(value, "categories", place).items()}
    return ColumnMapping(MappingProxyType(columns), MappingProxyType(values), category)


def _texts(value: Mapping[str, Any], key: str, place: str) -> dict[str, str]:
    found = value.get(key, {})
    if not isinstance(found, dict):
        raise BadInput(f"{place}, {key}: this is not an object of texts.")
    for name, text in found.items():
        if not isinstance(text, str):
            raise BadInput(f'{place}, {key}, "{name}": {text!r} is not text in quotes.')
    return dict(found)


def _check(heading: str, target: str, place: str) -> None:
    if target in TARGETS:
        return
    near = process.extractOne(target, tuple(TARGETS), scorer=fuzz.ratio, score_cutoff=60)
    asked = f' Is "{near[0]}" meant?' if near else ""
    raise BadInput(f'{place}, columns, "{heading}": "{target}" is not a target.{asked}')


def _refuse_twins(columns: Mapping[str, str], place: str) -> None:
    for target, count in Counter(columns.values()).items():
        if count > 1 and not TARGETS[target].many:
            twins = '", "'.join(heading for heading, one in columns.items() if one == target)
            raise BadInput(f'{place}, columns: only one heading can mean "{target}", not "{twins}".')
