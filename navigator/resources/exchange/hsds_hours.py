"""When a service is open, read from the schedules of HSDS and written as such; HSDS 1 and 2 have rows of weekdays."""

from collections.abc import Iterable

from navigator.resources.exchange.hsds_conform import MADE, OWN
from navigator.resources.exchange.hsds_fit import made_id
from navigator.resources.exchange.hsds_parts import Door, Json, Tree, objects_of
from navigator.resources.exchange.schedules import hours_of, hours_of_rows, schedules_of
from navigator.resources.field_values import hours_of as hours_of_value
from navigator.resources.field_values import hours_value
from navigator.resources.fields import Value
from navigator.resources.model import Hours

ROWS, HOLIDAYS = "regular_schedules", "holiday_schedules"


def hours_near(tree: Tree, door: Door, kept: list[str]) -> Value:
    """The hours of the level nearest to the person that has any; `kept` is told of what stayed text (S-03)."""
    for level in (door.at, tree.service, door.location):
        hours = _hours(level)
        if hours:
            kept += ["schedules"] if any(one.text and not (one.spans or one.by_appointment) for one in hours) else []
            return hours_value(hours)
    return None


def hours_written(value: Value, there: Iterable[Json], seed: str) -> list[Json]:  # noqa: ARG001 - as phones are
    """The hours as schedules of our own."""
    written = schedules_of(hours_of_value(value), lambda own: made_id(seed, "schedule", own))
    return [{**one, OWN: {**one[OWN], MADE: True}} for one in written]


def put_schedules(level: Json, seed: str) -> None:
    """Says rows of weekdays as schedules too, for readers of HSDS 3; the rows stay beside them."""
    if (ROWS in level or HOLIDAYS in level) and "schedules" not in level:
        level["schedules"] = hours_written(hours_value(_hours(level)), (), seed)


def _hours(level: Json) -> tuple[Hours, ...]:
    weekly, holidays = objects_of(level, ROWS), objects_of(level, HOLIDAYS)
    if weekly or holidays:
        return hours_of_rows(weekly, holidays)
    schedules = objects_of(level, "schedules")
    return hours_of(schedules) if schedules else ()
