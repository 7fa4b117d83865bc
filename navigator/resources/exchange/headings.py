"""What people write over the columns of their tables, and what they mean by it."""

from collections.abc import Mapping
from types import MappingProxyType

from navigator.resources.exchange.targets import FACT
from navigator.resources.model import Fact

_KNOWN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": ("name", "program name", "service name", "site name", "facility name", "provider name", "title"),
        "organization": ("organization", "organization name", "agency", "agency name", "parent agency", "operator"),
        "alternate_names": ("alternate name", "other name", "aka", "also known as"),
        "category": ("category", "type", "service type", "kind", "type of service", "facility type", "categories"),
        "description": ("description", "services", "services provided", "service description", "about", "summary"),
        "phone": ("phone", "phone number", "telephone", "phone 1", "phone 2", "tel", "contact phone", "main phone"),
        "hotline": ("hotline", "hotline number", "crisis line", "24 hour hotline"),
        "text_line": ("text line", "text number", "sms"),
        "tty": ("tty", "tdd", "tty number"),
        "fax": ("fax", "fax number"),
        "address": ("address", "full address", "location address", "street address", "location"),
        "address.line": ("address 1", "address line 1", "street", "street 1"),
        "address.line2": ("address 2", "address line 2", "street 2", "suite", "unit"),
        "address.city": ("city", "town"),
        "address.state": ("state", "state usa"),
        "address.zip": ("zip", "zip code", "zipcode", "postal code", "zip 5"),
        "latitude": ("latitude", "lat", "y"),
        "longitude": ("longitude", "lon", "lng", "long", "x"),
        "latlon": ("latlon", "lat lon", "latlng", "lonlat", "coordinates", "geolocation", "location 1"),
        "area": ("neighborhood", "neighbourhood"),
        "directions": ("directions", "how to get in", "entrance", "location notes"),
        "hours": ("hours", "hours of operation", "opening hours", "open hours", "schedule", "business hours"),
        "hours.intake": ("intake hours", "hours of intake"),
        "hours.walk_in": ("walk in hours",),
        "hours.phone": ("phone hours",),
        "hours.days": ("days", "days open", "days of operation"),
        "hours.opens": ("time open", "opens", "open time", "opening time", "start time"),
        "hours.closes": ("time close", "closes", "close time", "closing time", "end time"),
        "eligibility": ("eligibility", "eligibility requirements", "who can come", "requirements"),
        "people": ("people served", "population served", "populations served", "serves"),
        "ages": ("ages", "age", "ages served", "age group", "age range"),
        "minimum_age": ("minimum age", "min age", "youngest age"),
        "maximum_age": ("maximum age", "max age", "oldest age"),
        "languages": ("languages", "languages spoken", "language"),
        "payment": ("payment", "fees", "fee", "cost", "payment accepted", "insurance accepted"),
        "bring": ("what to bring", "documents required", "required documents", "documents"),
        "url": ("website", "website url", "web address", "url", "web site", "web page", "link", "homepage"),
        "status": ("status",),
        "note": ("notes", "note", "comments", "comment"),
        "seen": ("last verified", "last updated", "updated", "date verified", "last checked"),
        "source_id": ("id", "record id", "site id", "location id", "objectid", "identifier", "feature id"),
        "confidential": ("confidential", "confidential location", "is confidential"),
        **{FACT + fact.value: (fact.value.lower(),) for fact in Fact},
        FACT + Fact.FAMILIES: ("families", "families and children", "takes families", "families with children"),
        FACT + Fact.OLDER_ADULTS: ("seniors", "older adults", "elderly"),
        FACT + Fact.WHEELCHAIR: ("wheelchair accessible", "wheelchair", "handicap accessible"),
        FACT + Fact.WALK_IN: ("walk in", "walk ins", "walk ins accepted", "accepts walk ins"),
        FACT + Fact.MEDICAID: ("medicaid", "accepts medicaid"),
        FACT + Fact.MEDICARE: ("medicare", "accepts medicare"),
        FACT + Fact.PETS: ("pets", "pets allowed", "accepts pets", "pet friendly"),
        FACT + Fact.MEN: ("men", "takes men", "male", "accepts men"),
        FACT + Fact.WOMEN: ("women", "takes women", "female", "accepts women"),
        FACT + Fact.ID_NEEDED: ("id required", "id needed", "photo id required"),
    }
)
HEADINGS: Mapping[str, str] = MappingProxyType({word: target for target, words in _KNOWN.items() for word in words})
"""Targets by heading, in small letters without signs."""
