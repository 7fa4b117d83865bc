"""Writes the directory as HSDS 3.1.1 JSON: one page of an API with every service, piece by piece (S-09)."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from navigator.city import City
from navigator.resources.exchange.hsds_conform import Json
from navigator.resources.exchange.hsds_values import Reading
from navigator.resources.exchange.hsds_written import service_of
from navigator.resources.fields import Record


def hsds_json(records: Iterable[Record], services: int, reading: Reading, today: date, city: City) -> Iterator[bytes]:
    """The page in pieces, each of one service; `services` is how many there are, `today` the day of the city."""
    page = {"total_items": services, "total_pages": 1, "page_number": 1, "size": services}
    page |= {"first_page": True, "last_page": True, "empty": not services}
    yield f'{json.dumps(page).removesuffix("}")}, "contents": ['.encode()
    comma = ""
    for service in services_of(records, reading, today, city):
        yield f"{comma}\n{json.dumps(service, ensure_ascii=False)}".encode()
        comma = ","
    yield b"\n]}\n"


def services_of(records: Iterable[Record], reading: Reading, today: date, city: City) -> Iterator[Json]:
    """One object for each service; `records` come by name, as the store gives them."""
    for _, same in groupby(records, key=lambda record: record.entry.name):
        places: dict[str, list[Record]] = {}
        for record in same:
            places.setdefault(record.entry.service_id, []).append(record)
        for together in places.values():
            yield service_of(together, reading, today, city.zone)
