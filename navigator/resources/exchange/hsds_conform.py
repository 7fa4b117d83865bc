"""Makes an object valid HSDS 3.1.1 without losing what its publisher wrote, and takes that back when it is read again.

What does not fit its type is replaced or left out and stands, as published, in the object's own property "navigator";
what must be there and is not is made, and named there too (S-01, S-09).
"""

from collections.abc import Mapping
from typing import Any

from navigator.resources.exchange.hsds_fit import NOTHING, fitted_value, made_id
from navigator.resources.exchange.hsds_shapes import SHAPES, Property, Shape

Json = dict[str, Any]
OWN = "navigator"
MADE = "made"
PUBLISHED = "as_published"
HAD, INSIDE = "had", "in_organization"
"""What tables would not tell: links that were properties besides, places that lay in an organization."""
_TAKEN_BACK = (MADE, PUBLISHED, HAD, INSIDE)


def conformed(shape: str, one: Mapping[str, Any], seed: str) -> Json:
    """`one` as an object that is valid for its shape; `seed` makes the ids that it lacks."""
    of = SHAPES[shape]
    told: Json = {}
    published: Json = {}
    for name, value in one.items():
        property_ = of.properties.get(name)
        fitted = value if property_ is None else _fitted(property_, value, f"{seed}/{name}")
        if fitted is not NOTHING:
            told[name] = fitted
        if fitted is NOTHING or not (fitted is value or (property_ and property_.of)):
            published[name] = value
    made = _made(of, told, published, seed)
    return _noted(told, published, made)


def restored(shape: str, one: Json) -> Json:
    """What `conformed` was given, but with what others changed since; objects of our own making keep their mark.

    What never went through our export is the same object again.
    """
    of = SHAPES[shape]
    inside = {inner.name: _inside(inner, one[inner.name]) for inner in of.inside if inner.name in one}
    own = one.get(OWN)
    if not (own and isinstance(own, dict)):
        return one | inside if inside else one
    told = {name: value for name, value in (one | inside).items() if name != OWN}
    return _taken_back(of, told, own)


def _taken_back(of: Shape, told: Json, own: Json) -> Json:
    made, published = own.get(MADE), own.get(PUBLISHED)
    for name in made if isinstance(made, list) else ():
        if isinstance(name, str) and name in told and _is_still_made(of, name, told[name]):
            del told[name]
    for name, value in published.items() if isinstance(published, dict) else ():
        told = _put_back(of, told, name, value)
    left = {name: value for name, value in own.items() if name not in _TAKEN_BACK}
    if made is True:
        left[MADE] = True
    return told | ({OWN: left} if left else {})


def put_over(one: Json, name: str, value: Any) -> None:
    """Puts a property of our own making into `one`, in place of the publisher's, which comes back when it is read."""
    own = own_of(one)
    own[MADE] = [*own.get(MADE, ()), name]
    if name in one:
        own[PUBLISHED] = own.get(PUBLISHED, {}) | {name: one[name]}
    one |= {name: value, OWN: own}


def own_of(one: Mapping[str, Any]) -> Json:
    """A copy of the object's property of our own; empty where there is none."""
    own = one.get(OWN)
    return dict(own) if isinstance(own, dict) else {}


def without_made(part: Mapping[str, Any]) -> Json:
    """`part` without what Navigator itself put into it."""
    told: Json = {}
    for name, value in part.items():
        kept = [one for one in value if not is_made(one)] if isinstance(value, list) else value
        if kept or kept == value:
            told[name] = kept
    return told


def is_made(one: object) -> bool:
    return isinstance(one, dict) and isinstance(one.get(OWN), dict) and one[OWN].get(MADE) is True


def _inside(inner: Property, value: Any) -> Any:
    if isinstance(value, list):
        return [restored(inner.of, one) if isinstance(one, dict) else one for one in value]
    return restored(inner.of, value) if isinstance(value, dict) else value


def _is_still_made(of: Shape, name: str, value: Any) -> bool:
    property_ = of.properties.get(name)
    if property_ is None:
        return False
    return name == "id" or not property_.needed or value in ({}, _default(property_, ""))


def _put_back(of: Shape, told: Json, name: str, value: Any) -> Json:
    property_ = of.properties.get(name)
    if property_ is None:
        return told
    then = _fitted(property_, value, "")
    if name not in told or name == "id" or then == told[name] or (then is NOTHING and not told[name]):
        return told | {name: value}
    return told | ({name: value} if then is NOTHING and property_.needed else {})


def _made(of: Shape, told: Json, published: Json, seed: str) -> list[str]:
    made = []
    for property_ in of.properties.values():
        if property_.needed and property_.name not in told:
            told[property_.name] = _default(property_, seed)
            if property_.name not in published:
                made.append(property_.name)
    if published.get("id"):
        told["id"] = made_id(of.name, str(published["id"]))
    return made


def _default(property_: Property, seed: str) -> Any:
    if property_.of:
        return conformed(property_.of, {}, f"{seed}/{property_.name}")
    if property_.type == "id":
        return made_id(seed, property_.name)
    if property_.type == "choice":
        return property_.choices[0]
    return {"number": 0, "moment": "1970-01-01T00:00:00Z", "web": "about:blank"}.get(property_.type, "")


def _noted(told: Json, published: Json, made: list[str]) -> Json:
    if not (published or made):
        return told
    own = own_of(told)
    if published:
        own[PUBLISHED] = published | own.get(PUBLISHED, {})
    if made and own.get(MADE) is not True:
        own[MADE] = [*own.get(MADE, ()), *made]
    return told | {OWN: own}


def _fitted(property_: Property, value: Any, seed: str) -> Any:
    if property_.type == "many":
        return _many(property_, value, seed)
    if property_.type == "one":
        return conformed(property_.of, value, seed) if isinstance(value, dict) else NOTHING
    return fitted_value(property_, value)


def _many(property_: Property, value: Any, seed: str) -> Any:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        return NOTHING
    return [conformed(property_.of, one, f"{seed}/{number}") for number, one in enumerate(value)]
