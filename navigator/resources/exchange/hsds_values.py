"""The fields of entries as a service of HSDS says them, and which of its properties say them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.exchange import hsds_place, hsds_reach, hsds_terms
from navigator.resources.exchange.hsds_hours import hours_near
from navigator.resources.exchange.hsds_parts import Door, Json, Tree, objects_of, text_of, texts
from navigator.resources.exchange.point import centres
from navigator.resources.exchange.samhsa_codes import AGES, LANGUAGES, PAYMENT
from navigator.resources.fields import FACT, Value
from navigator.resources.model import Fact, Status
from navigator.resources.places import Point

ALERT, START = "Alert: ", "How to start: "
_STATUS = {
    "": Status.ACTIVE,
    "active": Status.ACTIVE,
    "inactive": Status.CLOSED,
    "defunct": Status.CLOSED,
    "temporarily closed": Status.TEMPORARILY_CLOSED,
}
_WRITTEN = {
    Status.TEMPORARILY_CLOSED.value: "temporarily closed",
    Status.CLOSED.value: "inactive",
    Status.DUPLICATE.value: "inactive",
}
_WEB = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9\-]+(\.[a-z0-9\-]+)*\.[a-z]{2,}(/\S*)?", re.IGNORECASE)
WHEELCHAIR = FACT + Fact.WHEELCHAIR.value
TEXTS = (
    ("name", "service", "name"),
    ("organization", "organization", "name"),
    ("description", "service", "description"),
    ("eligibility", "service", "eligibility_description"),
    ("language_text", "service", "interpretation_services"),
    ("seen", "service", "assured_date"),
)
"""Fields that are one property, as it is: field, part, property."""


@dataclass
class Reading:
    """What values are read against, and what is met in reading one service: texts kept, things put right."""

    city: City
    categories: Mapping[str, Category]
    centre: Callable[[str], Point | None]
    organizations: dict[tuple[str, str], Json] = field(default_factory=dict)
    """What was first said of each organization: the store keeps one of it, with one set of properties."""
    kept: list[str] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, city: City, categories: Mapping[str, Category]) -> "Reading":
        return cls(city, categories, centres(city))

    def begin(self) -> None:
        self.kept, self.repaired = [], []


def service_values(tree: Tree, reading: Reading) -> dict[str, Value]:
    """The fields of the service that are not empty."""
    service = tree.service
    told = {key: text_of((service if part == "service" else tree.organization).get(name)) for key, part, name in TEXTS}
    codes = hsds_terms.samhsa(service)
    values: dict[str, Value] = told | {
        "eligibility": told["eligibility"] or ", ".join(hsds_terms.named(codes, AGES)),
        "alternate_names": [text] if (text := text_of(service.get("alternate_name"))) else None,
        "url": _url(service, reading),
        "payment": payment(service) or ", ".join(hsds_terms.named(codes, PAYMENT)),
        "minimum_age": _age(service, "minimum_age", reading),
        "maximum_age": _age(service, "maximum_age", reading),
        "bring": "; ".join(texts(service.get("required_documents"), "document")),
        "note": note(service),
        "status": _status(service, reading),
        "languages": hsds_reach.languages(tree, hsds_terms.named(codes, LANGUAGES)),
        "categories": hsds_terms.categories(service, reading.categories),
        "kind": hsds_terms.kind(service),
        **hsds_terms.facts(codes),
        WHEELCHAIR: hsds_place.wheelchair(tree.locations),
    }
    return _full(values)


def place_values(tree: Tree, door: Door, reading: Reading) -> dict[str, Value]:
    """The fields of one of its places that are not empty."""
    there = hsds_place.address(door.location)
    place, found = hsds_place.position(door.location, there, reading.centre)
    reading.repaired += [found.repaired] if found.repaired else []
    reading.kept += ["latitude, longitude"] if found.doubt else []
    return _full(
        {
            "phones": hsds_reach.phones_near(tree, door),
            "hours": hours_near(tree, door, reading.kept),
            "address": there,
            "area": hsds_place.area(there, reading.city),
            "directions": text_of(door.location.get("transportation")),
            "place": place,
        }
    )


def payment(service: Mapping[str, Any]) -> str:
    """What it costs: the newer property, the older one, or the options one by one."""
    options = (_option(one) for one in objects_of(service, "cost_options"))
    return (
        text_of(service.get("fees_description"))
        or text_of(service.get("fees"))
        or "; ".join(option for option in options if option)
    )


def note(service: Mapping[str, Any]) -> str:
    """What a caller must know and no other field says: the publisher's alert, and how one gets in.

    It cannot be an alert of ours, for nobody says when it ends (S-06).
    """
    told = ((ALERT, text_of(service.get("alert"))), (START, text_of(service.get("application_process"))))
    return "\n".join(label + text for label, text in told if text and text.lower() not in ("none", "n/a"))


def status_written(status: Value) -> str:
    """The word of HSDS for a status; what is only here ("do not refer") is active there."""
    return _WRITTEN.get(status, "active")


def _full(values: Mapping[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in values.items() if value not in (None, "")}


def _status(service: Mapping[str, Any], reading: Reading) -> Value:
    said = text_of(service.get("status")).lower()
    if said not in _STATUS:
        reading.kept.append("status")
    return _STATUS.get(said, Status.ACTIVE).value


def _url(service: Mapping[str, Any], reading: Reading) -> str:
    text = text_of(service.get("url"))
    if _WEB.fullmatch(text) or not text:
        return text
    if _HOST.fullmatch(text):
        return f"http://{text}"
    reading.kept.append("url")
    return ""


def _age(service: Mapping[str, Any], name: str, reading: Reading) -> int | None:
    told = service.get(name)
    if isinstance(told, str) and told.strip().isascii() and told.strip().isdecimal():
        told = int(told)
    if isinstance(told, int | float) and not isinstance(told, bool) and float(told).is_integer() and 0 <= told <= 150:
        return int(told)
    if told not in (None, ""):
        reading.kept.append(name)
    return None


def _option(one: Json) -> str:
    amount = one.get("amount")
    price = f"{amount} {text_of(one.get('currency'))}".strip() if isinstance(amount, int | float) else text_of(amount)
    told: Iterable[str] = (text_of(one.get("option")), price, text_of(one.get("amount_description")))
    return ", ".join(part for part in told if part)
