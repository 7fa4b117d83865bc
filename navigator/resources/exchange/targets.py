"""What a column of a table can mean: every target by its key, with the words a person chooses it by."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from navigator.resources.model import Fact
from navigator.resources.week import DAYS

OTHER = "other"
"""A column that has no field: its cells stay with the record under the heading (S-01)."""
FACT = "fact:"


@dataclass(frozen=True)
class Target:
    """`many`: several columns may mean this; their cells are read one after the other."""

    key: str
    label: str
    many: bool = False


def _days(start: str, words: str) -> tuple[Target, ...]:
    return tuple(Target(f"{start}.{day.lower()}", words.format(day)) for day in DAYS)


_ALL = (
    Target("name", "Name"),
    Target("organization", "Organization"),
    Target("alternate_names", "Other name", many=True),
    Target("category", "Kind of help, by a table of values", many=True),
    Target("kind", "Kind, in its own words", many=True),
    Target("description", "What it is", many=True),
    Target("phone", "Phone", many=True),
    Target("hotline", "Hotline", many=True),
    Target("text_line", "Number for texts", many=True),
    Target("tty", "TTY", many=True),
    Target("fax", "Fax", many=True),
    Target("address", "Address, whole"),
    Target("address.line", "Address: street"),
    Target("address.line2", "Address: second line"),
    Target("address.city", "Address: city"),
    Target("address.state", "Address: state"),
    Target("address.zip", "Address: ZIP"),
    Target("latitude", "Latitude"),
    Target("longitude", "Longitude"),
    Target("latlon", "Latitude and longitude in one cell"),
    Target("area", "Neighborhood"),
    Target("directions", "How to get in", many=True),
    Target("hours", "Hours", many=True),
    Target("hours.intake", "Hours of intake"),
    Target("hours.walk_in", "Hours for walk-ins"),
    Target("hours.phone", "Hours of the phone line"),
    Target("hours.days", "Hours: days"),
    Target("hours.opens", "Hours: opens"),
    Target("hours.closes", "Hours: closes"),
    *_days("hours", "Hours on {}"),
    *_days("opens", "Opens on {}"),
    *_days("closes", "Closes on {}"),
    Target("eligibility", "Who can come", many=True),
    Target("people", "Who can come: a list such as men, women, families"),
    Target("ages", "Ages, in words"),
    Target("minimum_age", "Youngest age"),
    Target("maximum_age", "Oldest age"),
    Target("languages", "Languages", many=True),
    Target("payment", "Payment", many=True),
    Target("bring", "What to bring", many=True),
    Target("url", "Web page"),
    Target("status", "Status"),
    Target("note", "Note", many=True),
    Target("seen", "When the source last checked it"),
    Target("source_id", "Number in its source"),
    Target("confidential", "Confidential: yes or no"),
    *(Target(FACT + fact.value, f"Yes or no: {fact.value}") for fact in Fact),
    Target(OTHER, "Keep as other property", many=True),
)
TARGETS: Mapping[str, Target] = MappingProxyType({one.key: one for one in _ALL})
"""Every target by its key, in the order in which a person is offered them."""
