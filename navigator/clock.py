"""The time, passed in, and how a store keeps it."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Returns now as an aware datetime in UTC."""


def system_clock() -> datetime:
    return datetime.now(UTC)


def to_store(moment: datetime) -> str:
    """`moment` (aware) as the text kept in a store: ISO 8601, UTC, microseconds, sorts as text."""
    if moment.tzinfo is None:
        raise ValueError("a stored time needs a time zone")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def from_store(text: str) -> datetime:
    return datetime.fromisoformat(text)
