"""What `navigator directory search` prints: the JSON others rely on, and lines for a person."""

from collections.abc import Mapping
from typing import Any

from navigator.resources.categories import Category
from navigator.resources.hours import OpenKind
from navigator.resources.model import Address
from navigator.resources.search import Answer, Hit

_OPEN = {OpenKind.OPEN: "open", OpenKind.CLOSING: "open", OpenKind.CLOSED: "closed", OpenKind.UNKNOWN: "unknown"}


def as_json(answer: Answer, categories: Mapping[str, Category]) -> dict[str, Any]:
    """The answer in the shape that DESIGN.md fixes."""
    return {
        "query": answer.query.text,
        "understood": [{"words": part.words, "filter": part.filter} for part in answer.understood],
        "results": [_result(hit, categories) for hit in answer.hits],
    }


def as_lines(answer: Answer) -> str:
    """One line a hit: name, state, telephone, whom it takes, and whether anybody ever checked it."""
    lines = [
        " · ".join((hit.entry.name, hit.open.words, _number(hit), hit.fit_words, _checked(hit))) for hit in answer.hits
    ]
    return "\n".join(lines) or "Nothing found. Call 211: they know other places."


def _result(hit: Hit, categories: Mapping[str, Category]) -> dict[str, Any]:
    entry = hit.entry
    return {
        "id": entry.id,
        "name": entry.name,
        "organization": entry.organization,
        "category": "; ".join(categories[code].name for code in entry.categories if code in categories),
        "phones": [phone.number for phone in entry.phones],
        "address": _address(entry.address),
        "open": _OPEN[hit.open.kind],
        "distance_miles": None if hit.distance_miles is None else round(hit.distance_miles, 1),
        "confidential": entry.confidential,
        "matched": list(hit.matched),
        "verified_on": entry.verified.at.date().isoformat() if entry.verified else None,
    }


def _address(address: Address | None) -> str | None:
    if address is None:
        return None
    area = " ".join(part for part in (address.state, address.postal_code) if part)
    return ", ".join(part for part in (address.line, address.city, area) if part)


def _checked(hit: Hit) -> str:
    check = hit.entry.verified
    return f"checked {check.at.date().isoformat()}" if check else "not yet checked: call first"


def _number(hit: Hit) -> str:
    phone = hit.entry.first_phone
    return phone.number if phone else "no number known"
