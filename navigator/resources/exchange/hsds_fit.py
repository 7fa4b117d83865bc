"""Fits single values to the types of HSDS 3.1.1, and makes ids where a source has none of its kind."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from navigator.resources.exchange.hsds_shapes import Property

NOTHING = object()
"""There is no value of this type that says the same."""
_SPACE = UUID("6f1f8d5e-3c5e-5b55-9d3c-0d4b1f6a2e77")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_WEB = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[!-~]+")
_HOST = re.compile(r"[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+([/?#][!-~]*)?")


def made_id(*seed: str) -> str:
    """An id that is the same at every export of the same thing."""
    return str(uuid5(_SPACE, "\n".join(seed)))


def is_uuid(text: object) -> bool:
    return isinstance(text, str) and _UUID.fullmatch(text) is not None


def fitted_value(property_: Property, value: Any) -> Any:
    """The value itself where it is of the property's type, another that says the same, or `NOTHING`."""
    return _FIT.get(property_.type, _text)(value, property_)


def _text(value: Any, property_: Property) -> Any:
    if isinstance(value, str):
        return value
    return (
        str(value) if isinstance(value, int | float) and not isinstance(value, bool) and property_.needed else NOTHING
    )


def _number(value: Any, _: Property) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return int(value) if isinstance(value, str) and re.fullmatch(r"[0-9]{1,15}", value) else NOTHING


def _id(value: Any, property_: Property) -> Any:
    if is_uuid(value):
        return value
    if value in ("", None) or not isinstance(value, str | int):
        return NOTHING
    return made_id(property_.name.removesuffix("_id"), str(value))


def _moment(value: Any, _: Property) -> Any:
    try:
        return value if isinstance(value, str) and "T" in value and datetime.fromisoformat(value).tzinfo else NOTHING
    except ValueError:
        return NOTHING


def _web(value: Any, _: Property) -> Any:
    if not isinstance(value, str):
        return NOTHING
    if _WEB.fullmatch(value):
        return value
    return f"http://{value}" if _HOST.fullmatch(value) else NOTHING


def _email(value: Any, _: Property) -> Any:
    return value if isinstance(value, str) and "@" in value else NOTHING


def _choice(value: Any, property_: Property) -> Any:
    return value if value in property_.choices else NOTHING


_FIT: Mapping[str, Callable[[Any, Property], Any]] = {
    "number": _number,
    "id": _id,
    "moment": _moment,
    "web": _web,
    "email": _email,
    "choice": _choice,
}
