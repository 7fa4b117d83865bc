"""Reads where a door stands on the map, and doubts what cannot be: (0, 0), other countries, far from its ZIP."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from navigator.city import City
from navigator.resources.places import Point, miles, zip_point

FAR = 100.0
"""Miles from the centre of its ZIP; a door that stands farther away has a wrong place or a wrong ZIP."""
_NUMBER = re.compile(r"[-+]?\d{1,3}(?:\.\d+)?")
_PAIR = re.compile(r"\(?\s*([-+]?\d{1,3}(?:\.\d+)?)\s*[,; ]\s*([-+]?\d{1,3}(?:\.\d+)?)\s*\)?")


@dataclass(frozen=True)
class Found:
    """What two numbers came to: a point, or why not; `repaired` says what was put right."""

    point: Point | None = None
    doubt: str = ""
    repaired: str = ""


def pair_of(text: str) -> tuple[str, str] | None:
    """The two numbers of "39.95, -75.16" as they stand."""
    found = _PAIR.fullmatch(text.strip())
    return (found[1], found[2]) if found else None


def point_of(latitude: str, longitude: str, centre: Point | None) -> Found:
    """The point of two cells; `centre` is that of the ZIP, where it is known.

    Latitude and longitude that stand the wrong way round are put right where only one way lies in this country.
    """
    if not (_NUMBER.fullmatch(latitude.strip()) and _NUMBER.fullmatch(longitude.strip())):
        return Found(doubt="is no latitude and longitude")
    point = float(latitude), float(longitude)
    if not any(point):
        return Found(doubt="stands for no place")
    turned = point[1], point[0]
    if _in_country(point):
        return _near(point, centre)
    if _in_country(turned):
        near = _near(turned, centre)
        return near if near.doubt else Found(turned, repaired="Latitude and longitude stood the wrong way round.")
    return Found(doubt="lies outside this country")


def _near(point: Point, centre: Point | None) -> Found:
    if centre and miles(point, centre) > FAR:
        return Found(doubt=f"lies {miles(point, centre):,.0f} miles from its ZIP")
    return Found(point)


def _in_country(point: Point) -> bool:
    """Within the states and territories of the country, with their islands in the Pacific."""
    latitude, longitude = point
    if 17 <= latitude <= 72 and -180 <= longitude <= -64:
        return True
    return -15 <= latitude <= 21 and (144 <= longitude <= 147 or -171 <= longitude <= -168)


def centres(city: City) -> Callable[[str], Point | None]:
    """Centres of ZIPs, each looked up once: the table of the country is read from end to end for every one."""
    return lru_cache(maxsize=None)(lambda code: zip_point(code, city))
