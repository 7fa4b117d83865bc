"""Reads HSDS 3.x JSON: a page of an API, a list, one object, JSON Lines; one service after the other, however many."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import count
from typing import Any

import ijson

from navigator.errors import BadInput
from navigator.resources.exchange.hsds_doors import doors_of, without_service
from navigator.resources.exchange.hsds_head import Head, head_of, kind_of, paging_of
from navigator.resources.exchange.hsds_parts import Json, objects_of
from navigator.resources.exchange.hsds_values import Reading
from navigator.resources.exchange.incoming import SHOWN, Part, Piece, Problem, Setting
from navigator.resources.exchange.source import Document, Source

_BROKEN = (ijson.JSONError, UnicodeDecodeError, RecursionError, OverflowError)
_NOT_A_SERVICE = {
    "taxonomy": "A list of terms: no service, so no door.",
    "taxonomy_term": "A term of a list: no service, so no door.",
}


def is_hsds_json(source: Source) -> bool:
    """Whether the first JSON file holds objects of HSDS; `BadInput` where it is another answer of such a directory."""
    if not source.documents or source.tables:
        return False
    head = _head(source.documents[0])
    if head.is_description:
        raise BadInput(f"{source.name}: this describes a directory or its checks. It holds no services.")
    return head.kind != ""


def read_hsds_json(source: Source, setting: Setting) -> Iterator[Piece]:
    """The doors of every service, in the order of the files; rows count the records of all of them."""
    heads = [(document, _paged(document)) for document in source.documents]
    if not heads or not heads[0][1].kind:
        raise BadInput(f"{source.name}: there is no service, organization or place of HSDS in it.")
    yield from _missing([head for _, head in heads])
    reading, rows = Reading.of(setting.city, setting.categories), count(1)
    for document, head in heads:
        if not head.kind:
            yield Part(0, f"{document.name} holds no service, organization or place of HSDS.")
            continue
        for one in _records(document, head):
            yield from _pieces(one, next(rows), reading)


def _missing(heads: Sequence[Head]) -> Iterator[Part]:
    """The pages of an API that were not given."""
    given, pages = {head.page for head in heads}, max(head.pages for head in heads)
    if not set(range(1, pages + 1)) <= given:
        told = ", ".join(map(str, sorted(given)))
        yield Part(0, f"This is page {told} of {pages}; the others are not in this file.", is_partial=True)


def _pieces(one: Any, row: int, reading: Reading) -> Iterator[Piece]:
    kind = kind_of(one) if isinstance(one, dict) else ""
    if kind == "service":
        yield from doors_of(one, row, reading)
    elif kind == "service_at_location":
        yield from doors_of(_turned(one), row, reading)
    elif kind == "organization" and objects_of(one, "services"):
        yield from _offered(one, row, reading)
    elif kind in ("organization", "location"):
        yield without_service("The organization" if kind == "organization" else "The place", one, row)
    elif kind:
        yield Part(row, _NOT_A_SERVICE[kind])
    else:
        yield Problem(row, "", str(one)[:SHOWN], "This is no service, organization or place of HSDS.")


def _turned(one: Json) -> Json:
    """A service at a location as the service with this one location."""
    at = {name: value for name, value in one.items() if name != "service"}
    return {**one["service"], "service_at_locations": [at]}


def _offered(organization: Json, row: int, reading: Reading) -> Iterator[Piece]:
    bare = {name: value for name, value in organization.items() if name != "services"}
    for service in objects_of(organization, "services"):
        yield from doors_of({**service, "organization": bare}, row, reading)


def _paged(document: Document) -> Head:
    """The head, with what the file says of its pages even where that stands at its end."""
    head = _head(document)
    if head.is_paged:
        return head
    with closing(document.open()) as stream:
        try:
            page, pages = paging_of(ijson.parse(stream, multiple_values=True))
        except _BROKEN:
            raise _unreadable(document) from None
    return replace(head, page=page, pages=pages)


def _head(document: Document) -> Head:
    """What the file begins with; only as much of it is read as that takes."""
    with closing(document.open()) as stream:
        try:
            return head_of(ijson.basic_parse(stream, multiple_values=True, use_float=True))
        except _BROKEN:
            raise _unreadable(document) from None


def _records(document: Document, head: Head) -> Iterator[Any]:
    with closing(document.open()) as stream:
        try:
            yield from ijson.items(stream, head.prefix, multiple_values=True, use_float=True)
        except _BROKEN:
            raise _unreadable(document) from None


def _unreadable(document: Document) -> BadInput:
    return BadInput(f"{document.name}: this is no whole JSON file: it breaks off or is damaged. Nothing was read.")
