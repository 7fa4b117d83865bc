"""Reads what only invented services of the demo have: room, checks, closings, told as "so long ago" (S-04, S-06)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from navigator.content import Table
from navigator.resources.categories import DUE_DAYS, Category
from navigator.resources.model import Capacity, Outcome, Verification


@dataclass(frozen=True)
class Invented:
    """What nobody may make up for a real provider."""

    capacities: tuple[Capacity, ...]
    verified: Verification | None
    status_until: date | None


def read_invented(table: Table, now: datetime, zone: ZoneInfo, categories: Sequence[Category]) -> Invented:
    """Times are counted back from `now`; the next check is due when the strictest of `categories` says."""
    today = now.astimezone(zone).date()
    due_days = min((category.due_days for category in categories), default=DUE_DAYS)
    closed_for = table.whole("closed_for_days", least=1)
    return Invented(
        capacities=tuple(_capacity(line, now) for line in table.tables("capacities")),
        verified=_verification(table.table("verified"), now, zone, due_days) if "verified" in table else None,
        status_until=today + timedelta(days=closed_for) if closed_for else None,
    )


def _capacity(line: Table, now: datetime) -> Capacity:
    capacity = Capacity(
        unit=line.needed("unit"),
        available=line.whole("available"),
        maximum=line.whole("maximum"),
        restriction=line.text("restriction"),
        said_by=line.needed("said_by"),
        as_of=now - timedelta(minutes=_needed(line, "minutes_ago")),
    )
    line.done()
    return capacity


def _verification(line: Table, now: datetime, zone: ZoneInfo, due_days: int) -> Verification:
    at = now - timedelta(days=_needed(line, "days_ago"))
    check = Verification(
        at=at,
        by=line.needed("by"),
        method=line.needed("method"),
        source=line.needed("source"),
        outcome=line.one_of("outcome", Outcome, Outcome.CONFIRMED),
        next_due=at.astimezone(zone).date() + timedelta(days=due_days),
    )
    line.done()
    return check


def _needed(line: Table, key: str) -> int:
    value = line.whole(key)
    if value is None:
        raise line.wrong(key, "this is missing.")
    return value
