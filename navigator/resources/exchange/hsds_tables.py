"""The tables of a tabular package: which objects of HSDS lie in them, and what HSDS 1 and 2 called them otherwise."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from navigator.resources.exchange.hsds_shapes import SHAPES

JSON_COLUMN = ":json"
"""Ends the heading of a column of ours whose cells are JSON: what a cell of text cannot hold."""


def _owners() -> dict[str, dict[str, tuple[str, str]]]:
    """For each shape: link -> (shape of the owner, name of its list)."""
    found: dict[str, dict[str, tuple[str, str]]] = {name: {} for name in SHAPES}
    for owner in SHAPES.values():
        for inside in owner.inside:
            link = f"{owner.name}_id"
            if inside.type == "many" and link in SHAPES[inside.of].properties:
                found[inside.of][link] = (owner.name, inside.name)
    return found


OWNERS: Mapping[str, Mapping[str, tuple[str, str]]] = MappingProxyType(_owners())
SINGLE: Mapping[tuple[str, str], tuple[str, str]] = MappingProxyType(
    {
        ("service", "organization"): ("organization_id", "organization"),
        ("service", "program"): ("program_id", "program"),
        ("service_at_location", "location"): ("location_id", "location"),
        ("attribute", "taxonomy_term"): ("taxonomy_term_id", "taxonomy_term"),
        ("taxonomy_term", "taxonomy_detail"): ("taxonomy_id", "taxonomy"),
        ("service_capacity", "unit"): ("unit_id", "unit"),
    }
)
"""(shape, property) -> (the link that stands for it in a table, the shape of what it holds)."""
ANY = MappingProxyType({"attribute": ("link_id", "link_entity"), "metadata": ("resource_id", "resource_type")})
"""Objects that hang on any other: the link, and the property that names the shape of their owner."""

_OTHERWISE = {
    "services_at_location": "service_at_location",
    "services_at_locations": "service_at_location",
    "service_at_locations": "service_at_location",
    "physical_addresses": "address",
    "postal_addresses": "address",
    "accessibility_for_disabilities": "accessibility",
    "accessibilities": "accessibility",
    "services_taxonomy": "attribute",
    "service_taxonomy": "attribute",
    "service_taxonomies": "attribute",
    "service_attributes": "attribute",
    "other_attributes": "attribute",
    "service_capacities": "service_capacity",
    "capacities": "service_capacity",
    "fundings": "funding",
    "urls": "url",
    "metadatas": "metadata",
    "regular_schedules": "regular_schedule",
    "regular_schedule": "regular_schedule",
    "holiday_schedules": "holiday_schedule",
    "holiday_schedule": "holiday_schedule",
    "eligibility": "eligibility",
    "payments_accepted": "payment",
    "payment_accepted": "payment",
    "meta_table_descriptions": "meta_table_description",
    "meta_table_description": "meta_table_description",
    "taxonomy": "taxonomy_term",
}
_BY_FILE = {shape.file: shape.name for shape in SHAPES.values()} | {name: name for name in SHAPES} | _OTHERWISE


def shape_of_table(name: str) -> str:
    """The shape whose objects lie in a file of this name, whatever its folder; "" for none of HSDS."""
    return _BY_FILE.get(PurePosixPath(name.lower()).name.split(".", 1)[0].strip().replace(" ", "_"), "")
