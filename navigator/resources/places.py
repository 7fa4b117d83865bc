"""How far it is: miles between two points, and the centre of a ZIP, without a network (P-21)."""

import re
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from navigator.city import City

Point = tuple[float, float]
"""Latitude and longitude in degrees."""

EARTH_RADIUS_MILES = 3958.8


@dataclass(frozen=True)
class Spot:
    """A place that distances are measured from and that is no ZIP: the station, an address of the directory.

    `words` name it in a sentence, `approximate` when only the centre of its ZIP is known.
    """

    words: str
    latitude: float
    longitude: float
    approximate: bool


def miles(one: Point, other: Point) -> float:
    """The way as the crow flies (haversine), in miles."""
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (one, other))
    half_chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_MILES * asin(min(1.0, sqrt(half_chord)))


def zip_point(code: str, city: City) -> Point | None:
    """The centre of a ZIP: as the city's own table has it, else of any ZIP of the country, else None."""
    known = city.zips.get(code)
    if known is not None:
        return known.latitude, known.longitude
    if not re.fullmatch(r"[0-9]{5}", code):
        return None
    return _of_the_country(code)


def _of_the_country(code: str) -> Point | None:
    import zipcodes  # unpacks a table of 42,000 rows: only when a ZIP from outside the city is asked for

    for found in zipcodes.matching(code):  # type: ignore[no-untyped-call]  # half of the package is typed
        return float(found["lat"]), float(found["long"])
    return None
