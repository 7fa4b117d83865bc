"""How the values of casework are kept as JSON and come back: times in UTC, days as days, each step under its name.

What a newer program added is ignored, what an older one did not know takes its default.
"""

from datetime import date, datetime
from typing import Any

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

from navigator.clock import from_store, to_store
from navigator.referrals.steps import STEPS, Step

_converter = Converter()
_converter.register_unstructure_hook(datetime, to_store)
_converter.register_structure_hook(datetime, lambda text, _: from_store(text))
_converter.register_unstructure_hook(date, date.isoformat)
_converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
_STEPS = {step.__name__: step for step in STEPS}


def keep(value: Any) -> dict[str, Any]:
    """A frozen dataclass as JSON."""
    kept: dict[str, Any] = _converter.unstructure(value)
    return kept


def take_back[T](kept: dict[str, Any], kind: type[T]) -> T:
    """The dataclass of `kind` that `keep` made `kept` of."""
    return _converter.structure(kept, kind)


def keep_step(step: Step) -> dict[str, Any]:
    return {"kind": type(step).__name__, **keep(step)}


def step_of(kept: dict[str, Any]) -> Step:
    found: Step = _converter.structure(kept, _STEPS[kept["kind"]])
    return found


for _kind in STEPS:
    _converter.register_structure_hook(_kind, make_dict_structure_fn(_kind, _converter))
