"""Joins the rows of HSDS tables by their ids: each object hangs where its links say, no row is copied."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from navigator.resources.exchange.hsds_conform import HAD, INSIDE, Json, own_of
from navigator.resources.exchange.hsds_older import as_service
from navigator.resources.exchange.hsds_tables import ANY, OWNERS, SINGLE
from navigator.resources.exchange.incoming import SHOWN, Part, Piece, Problem

_OLDER: Mapping[str, Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "regular_schedule": {
            "service_at_location_id": ("service_at_location", "regular_schedules"),
            "service_id": ("service", "regular_schedules"),
            "location_id": ("location", "regular_schedules"),
        },
        "holiday_schedule": {
            "service_at_location_id": ("service_at_location", "holiday_schedules"),
            "service_id": ("service", "holiday_schedules"),
            "location_id": ("location", "holiday_schedules"),
        },
        "eligibility": {"service_id": ("service", "eligibility")},
        "payment": {"service_id": ("service", "payments_accepted")},
    }
)
_FIRST = ("service", "organization", "location", "service_at_location", "phone", "contact", "program", "schedule")
"""Where the owner of an attribute is looked for when it does not say what it is."""


class Joined:
    """The objects of one package. `take` all rows, then `join`, then ask for the services."""

    def __init__(self) -> None:
        self._rows: dict[str, list[tuple[str, int, Json]]] = defaultdict(list)
        self._by_id: dict[str, dict[str, Json]] = defaultdict(dict)
        self._used: set[int] = set()

    def take(self, shape: str, table: str, row: int, one: Json) -> None:
        self._rows[shape].append((table, row, one))
        if one.get("id"):
            self._by_id[shape].setdefault(str(one["id"]), one)

    def join(self) -> Iterator[Piece]:
        """Hangs every object on its owner; tells of those that have none in the package."""
        for shape, rows in self._rows.items():
            for property_, (link, of) in ((name, told) for (owner, name), told in SINGLE.items() if owner == shape):
                for _, _, one in rows:
                    self._put_in(one, property_, link, of)
            if shape not in ("service", "organization", "service_at_location"):
                for table, row, one in rows:
                    if not self._hang(shape, one):
                        yield Part(row, f"{table}: a row that names no service, place or organization of this file.")
        yield from self._hang_places()

    def services(self) -> Iterator[tuple[int, Json]]:
        for _, row, service in self._rows["service"]:
            yield row, as_service(service)

    def alone(self) -> Iterator[tuple[int, str, Json]]:
        """Organizations and places in which nothing is offered."""
        for shape, what in (("organization", "The organization"), ("location", "The place")):
            for _, row, one in self._rows[shape]:
                if id(one) not in self._used:
                    yield row, what, one

    def _put_in(self, one: Json, property_: str, link: str, of: str) -> None:
        found = self._by_id[of].get(str(one.get(link, "")))
        if found is not None and property_ not in one:
            one[property_] = found
            self._used.add(id(found))
            _unlink(one, link)

    def _hang(self, shape: str, one: Json) -> bool:
        """Whether it hangs on anything; a place, a term or a program may stand for itself."""
        if shape in ANY:
            return self._hang_anywhere(shape, one)
        owners = OWNERS.get(shape) or _OLDER.get(shape, {})
        if shape == "location" and not own_of(one).get(INSIDE):
            return True
        links = [(link, *owner) for link, owner in owners.items() if link in one]
        found = [(link, name, self._by_id[of].get(str(one[link]))) for link, of, name in links]
        for link, name, owner in found:
            if owner is not None:
                owner.setdefault(name, []).append(one)
                self._used.add(id(one))
                _unlink(one, link)
        return shape in ("location", "program", "taxonomy_term", "taxonomy", "unit") or any(
            owner is not None for _, _, owner in found
        )

    def _hang_anywhere(self, shape: str, one: Json) -> bool:
        link, named = ANY[shape]
        key = str(one.get(link, ""))
        shapes = (str(one.get(named, "")), *_FIRST, *self._by_id)
        owner = next((self._by_id[of][key] for of in shapes if key in self._by_id.get(of, {})), None)
        if owner is None:
            return False
        owner.setdefault("attributes" if shape == "attribute" else shape, []).append(one)
        _unlink(one, link)
        return True

    def _hang_places(self) -> Iterator[Piece]:
        for table, row, one in self._rows["service_at_location"]:
            key = str(one.get("service_id", ""))
            service = self._by_id["service"].get(key)
            if service is None:
                yield Problem(row, "service_id", key[:SHOWN], f"{table}: this service is not among the services.")
                continue
            if "location" not in one:
                yield Part(row, f"{table}: the place of one row is not among the places; the service is kept without.")
            service.setdefault("service_at_locations", []).append(one)
            _unlink(one, "service_id")


def _unlink(one: Json, link: str) -> None:
    """The link is told by where the object hangs, unless its publisher had it as a property besides."""
    if link not in own_of(one).get(HAD, ()):
        one.pop(link, None)
