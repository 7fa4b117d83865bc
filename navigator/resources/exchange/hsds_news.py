"""What was learned here and goes out with a service: the newest check, alerts that are on, room as it was told."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from navigator.resources.exchange.hsds_conform import MADE, OWN, put_over
from navigator.resources.exchange.hsds_fit import made_id
from navigator.resources.exchange.hsds_parts import Json, objects_of, text_of
from navigator.resources.model import Capacity, Entry


def put_news(service: Json, entries: Sequence[Entry], today: date, zone: ZoneInfo) -> None:
    """What was learned here: the newest check, alerts that are on, room as it was told (S-04, S-06)."""
    checked = [entry.verified.at.astimezone(zone).date() for entry in entries if entry.verified]
    if checked and (newest := max(checked).isoformat()) > str(service.get("assured_date", "")):
        put_over(service, "assured_date", newest)
    alerts = dict.fromkeys(one.words for entry in entries for one in entry.alerts if one.is_on(today))
    if alerts:
        there = text_of(service.get("alert"))
        put_over(service, "alert", " ".join(([there] if there else []) + list(alerts)))
    room = [_room(one, entry.id) for entry in entries for one in entry.capacities if one.available is not None]
    if room:
        service["capacities"] = [*objects_of(service, "capacities"), *room]


def _room(capacity: Capacity, seed: str) -> Json:
    told: Json = {
        "id": made_id(seed, capacity.unit, capacity.restriction),
        "unit": {"id": made_id("unit", capacity.unit), "name": capacity.unit},
        "available": capacity.available,
        "updated": capacity.as_of.isoformat(),
        OWN: {MADE: True},
    }
    told |= {} if capacity.maximum is None else {"maximum": capacity.maximum}
    return told | ({"description": capacity.restriction} if capacity.restriction else {})
