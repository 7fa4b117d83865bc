"""What a reader of a format yields: doors as the source knows them, rows that are part of others, rows that are bad."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.fields import Record

SHOWN = 80
"""So many characters of a bad value are repeated in a report."""


@dataclass(frozen=True)
class Setting:
    """What a file is read against: areas and centres of ZIPs, the kinds of help, and when it is read."""

    city: City
    categories: Mapping[str, Category]
    now: datetime


@dataclass(frozen=True)
class Incoming:
    """One door. `row` counts as a person does: the line of a table (the heading is 1), the n-th record of a JSON file.

    `key` is what the source calls this door, stable from export to export; `record.entry.service_id` what it calls
    the service, the same for all its places; `record.entry.id` is not used. `kept_as_text` names the columns whose
    text could not be read into a typed field. A confidential door holds what S-13 allows and nothing else; the
    text that came with it stands in `free_text` by field, to wait for a person.
    """

    row: int
    key: str
    record: Record
    kept_as_text: tuple[str, ...] = ()
    free_text: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    repaired: tuple[str, ...] = ()
    """Sentences on what was put right, such as latitude and longitude that stood the wrong way round."""


@dataclass(frozen=True)
class Part:
    """A row that is no door of its own: an agency, a site, a heading said again. `words` say what became of it.

    `is_partial`: the words are that the file is not the whole list.
    """

    row: int
    words: str
    is_partial: bool = False


@dataclass(frozen=True)
class Problem:
    """A row that cannot be taken, and why; `value` is cut to `SHOWN` characters."""

    row: int
    column: str
    value: str
    reason: str


Piece = Incoming | Part | Problem
ReadFormat = Callable[..., Iterator[Piece]]
