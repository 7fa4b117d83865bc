"""Reads the time that a person typed after `--open-at`."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from navigator.errors import BadInput

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CLOCK = re.compile(r"(?:(?P<day>[a-z]{3,9})\s+)?(?P<hour>\d{1,2}):(?P<minute>\d{2})")


def moment(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """`text` as a moment in `zone`: ISO 8601, "22:30" (today) or "sat 09:00" (the next one, today counts)."""
    words = text.strip().casefold()
    try:
        clock = _CLOCK.fullmatch(words)
        if clock is None:
            found = datetime.fromisoformat(text.strip())
            return found if found.tzinfo else found.replace(tzinfo=zone)
        today = now.astimezone(zone).replace(
            hour=int(clock["hour"]), minute=int(clock["minute"]), second=0, microsecond=0
        )
        return today + timedelta(days=_days_ahead(clock["day"], today))
    except ValueError:
        raise BadInput(f"“{text}” is not a time. Type 22:30, sat 09:00 or 2026-11-28T09:00.") from None


def _days_ahead(day: str | None, today: datetime) -> int:
    return 0 if day is None else (_DAYS.index(day[:3]) - today.weekday()) % 7
