"""Lays a service of HSDS out into rows of tables that can be joined to the same service again."""

import json
from collections.abc import Mapping
from typing import Any

from navigator.resources.exchange.hsds_conform import HAD, INSIDE, MADE, OWN, PUBLISHED, own_of
from navigator.resources.exchange.hsds_fit import made_id
from navigator.resources.exchange.hsds_parts import Json
from navigator.resources.exchange.hsds_shapes import SHAPES
from navigator.resources.exchange.hsds_tables import ANY, JSON_COLUMN, OWNERS, SINGLE

Row = dict[str, str]


class Tables:
    """Rows by shape. An object that stands in several places is one row, with the links of all of them."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {}
        self._known: dict[tuple[str, str], Row] = {}

    def take(self, service: Json) -> None:
        """A whole service, as `service_of` makes it."""
        self._put("service", service, {})

    def _put(self, shape: str, one: Json, links: Mapping[str, str]) -> str:
        """Puts the object with all that is in it; returns the id of its row."""
        wanted = dict(links)
        for inside in SHAPES[shape].inside:
            single = SINGLE.get((shape, inside.name))
            if single and isinstance(one.get(inside.name), dict):
                wanted[single[0]] = self._put(single[1], one[inside.name], {})
        key = self._row(shape, one, wanted, frozenset(links))
        for inside in SHAPES[shape].inside:
            for child in one.get(inside.name, ()) if inside.type == "many" else ():
                self._put(inside.of, _marked(shape, inside.of, child), _links(shape, inside.of, key, child))
        return key

    def _row(self, shape: str, one: Json, links: Mapping[str, str], own: frozenset[str]) -> str:
        flat = _flat(shape, one, links)
        key = flat["id"]
        known = self._known.get((shape, key))
        if known is not None and _join(known, flat, own):
            return key
        if known is not None:
            key = made_id(key, *sorted(f"{name}={value}" for name, value in flat.items()))
            if (shape, key) in self._known:
                return key
            flat = _flat(shape, _renamed(one, key), links)
        self._known[shape, key] = flat
        self.rows.setdefault(shape, []).append(flat)
        return key


def _join(known: Row, flat: Row, links: frozenset[str]) -> bool:
    """Adds the links of the same object in another place; False where it is not the same, or hangs there already."""
    if any(known.get(name) != value for name, value in flat.items() if name not in links):
        return False
    if any(name not in flat and name not in _LINKS for name in known):
        return False
    if any(known.get(name, value) != value for name, value in flat.items() if name in links):
        return False
    known.update(flat)
    return True


def _renamed(one: Json, key: str) -> Json:
    """The object under another id; its own comes back when it is read."""
    own = own_of(one)
    published = own.get(PUBLISHED, {})
    return one | {"id": key, OWN: own | {PUBLISHED: {"id": one["id"]} | published}}


def _marked(owner: str, shape: str, one: Json) -> Json:
    if (owner, shape) != ("organization", "location"):
        return one
    return one | {OWN: own_of(one) | {INSIDE: True}}


def _links(owner: str, shape: str, key: str, one: Json) -> dict[str, str]:
    if shape in ANY:
        link, named = ANY[shape]
        return {link: key} | ({} if one.get(named) else {named: owner})
    link = f"{owner}_id"
    return {link: key} if link in OWNERS[shape] else {}


def _flat(shape: str, one: Json, links: Mapping[str, str]) -> Row:
    of = SHAPES[shape].properties
    row: Row = {}
    own = own_of(one)
    for name, value in one.items():
        if name == OWN or (name in of and of[name].of and value != []):
            continue
        if name in links:
            own = _with_link(own, name, value, links[name])
        else:
            row |= _cell(name, value, is_number=name in of and of[name].type == "number")
    for link, named in ANY.values():
        if link in links and named in links:
            own = own | {MADE: [*own.get(MADE, ()), named]}
    row |= links
    return row | ({OWN + JSON_COLUMN: json.dumps(own, ensure_ascii=False)} if own else {})


def _with_link(own: Json, name: str, value: Any, link: str) -> Json:
    """Remembers that the link was a property of the object too."""
    if value == link:
        return own | {HAD: [*own.get(HAD, ()), name]}
    return own | {PUBLISHED: {name: value} | own.get(PUBLISHED, {})}


def _cell(name: str, value: Any, *, is_number: bool) -> Row:
    if is_number:
        return {name: json.dumps(value)}
    if isinstance(value, str) and value and value == value.strip() and "\r" not in value and "\0" not in value:
        return {name: value}
    return {name + JSON_COLUMN: json.dumps(value, ensure_ascii=False)}


_LINKS = frozenset(link for owners in OWNERS.values() for link in owners)
