"""What a JSON file begins with: which object of HSDS, and where in the file its records lie."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

Events = Iterator[tuple[str, Any]]
_SERVICE = frozenset(
    (
        *("service_at_locations", "eligibility_description", "application_process", "fees_description", "fees"),
        *("interpretation_services", "assured_date", "cost_options", "required_documents", "capacities", "minimum_age"),
        *("organization", "organization_id"),
    )
)
_ORGANIZATION = frozenset(
    (
        *("services", "website", "tax_status", "tax_id", "year_incorporated", "legal_status", "programs", "locations"),
        *("organization_identifiers", "parent_organization_id", "additional_websites", "logo"),
    )
)
_LOCATION = frozenset(("location_type", "latitude", "longitude", "addresses", "transportation", "external_identifier"))
_TERM = frozenset(("taxonomy", "term_uri", "taxonomy_detail", "term"))
_TAXONOMY = frozenset(("version", "taxonomy_terms"))
_DESCRIPTION = frozenset(("openapi_url", "isUp", "isServicesValid", "payload", "definitions"))
"""Of what an API says of itself, and of answers of the checks that Open Referral UK publishes."""

_PAGING = frozenset(("page_number", "total_pages", "total_items", "size", "last_page"))


@dataclass(frozen=True)
class Head:
    """`kind` of the first record, "" where it is none of HSDS; `prefix` is the place of the records for ijson.

    `is_paged`: what the file says of pages, if anything, was read; else it may stand behind the records.
    """

    kind: str
    prefix: str = ""
    is_description: bool = False
    page: int = 1
    pages: int = 1
    is_paged: bool = True


def kind_of(one: Mapping[str, Any]) -> str:
    """Which object of HSDS has these properties; "" for none."""
    names = one.keys()
    if "id" not in names and "name" not in names and not one.get("service"):
        return ""
    if isinstance(one.get("service"), dict) and one["service"]:
        return "service_at_location"
    if "location_type" in names:
        return "location"
    if not _ORGANIZATION.isdisjoint(names) and "status" not in names:
        return "organization"
    if "status" in names or (not _SERVICE.isdisjoint(names) and _LOCATION.isdisjoint(names)):
        return "service"
    for kind, marks in (("location", _LOCATION), ("taxonomy_term", _TERM), ("taxonomy", _TAXONOMY)):
        if not marks.isdisjoint(names):
            return kind
    return ""


def head_of(events: Events) -> Head:
    """The head of a file from the events of `ijson.basic_parse`, as far as it must be read for that."""
    event, _ = next(events, ("", None))
    if event == "start_array":
        first = _next_value(events)
        return _head(first, "item")
    if event != "start_map":
        return Head("")
    seen: dict[str, Any] = {}
    for event, value in events:
        if event == "end_map":
            break
        found = next(events, ("", None))
        if value == "contents" and found[0] == "start_array":
            return _page(seen, _head(_next_value(events), "contents.item"))
        seen[value] = _shallow(found, events)
    return _head(seen, "")


def paging_of(events: Iterator[tuple[str, str, Any]]) -> tuple[int, int]:
    """Which page a file is, of how many, from the events of `ijson.parse`: for a file that says so at its end."""
    return _paging({prefix: value for prefix, _, value in events if prefix in _PAGING})


def _page(seen: Mapping[str, Any], head: Head) -> Head:
    """The head with the place of the page among the others."""
    if not _PAGING & seen.keys():
        return replace(head, is_paged=False)
    page, pages = _paging(seen)
    return replace(head, kind=head.kind or "page", page=page, pages=pages)


def _paging(seen: Mapping[str, Any]) -> tuple[int, int]:
    """Not every API says how many pages there are: some tell of all records, some only that more follow."""
    page, pages = _number(seen.get("page_number"), 1), _number(seen.get("total_pages"), 0)
    if not pages:
        pages = -(-_number(seen.get("total_items"), 0) // max(1, _number(seen.get("size"), 1)))
    more = page + 1 if seen.get("last_page") is False else 1
    return page, max(pages, more)


def _number(value: Any, otherwise: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise


def _head(first: Any, prefix: str) -> Head:
    if not isinstance(first, dict):
        return Head("", prefix)
    kind = kind_of(first)
    return Head(kind, prefix, not kind and not _DESCRIPTION.isdisjoint(first))


def _next_value(events: Events) -> Any:
    return _shallow(next(events, ("", None)), events)


def _shallow(event: tuple[str, Any], events: Events) -> Any:
    """The value that begins here: the names of its properties and of one thing in each; the rest is passed over."""
    if event[0] == "start_map":
        return _names(events)
    if event[0] == "start_array":
        _skip(events)
        return []
    return event[1]


def _names(events: Events) -> dict[str, Any]:
    found: dict[str, Any] = {}
    name, depth = "", 1
    for event, value in events:
        if event == "map_key":
            if depth == 1:
                name = value
                found[name] = None
            elif depth == 2:
                found[name] = {value: None}
        elif event.startswith("start"):
            depth += 1
        elif event.startswith("end"):
            depth -= 1
            if not depth:
                break
    return found


def _skip(events: Events) -> None:
    depth = 1
    for event, _ in events:
        depth += event.startswith("start") - event.startswith("end")
        if not depth:
            return
