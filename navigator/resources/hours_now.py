"""Whether a door is open at an instant, until when, and the few words of the pill that say so."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from navigator.resources.holidays import is_holiday, speaks_of_holidays
from navigator.resources.hours_doors import doors, tell_when_shut
from navigator.resources.model import WEEK, Hours, HoursKind
from navigator.resources.week import DAY, DAYS, HORIZON, Stretch, around, instant, reached

CLOSING_WITHIN = timedelta(hours=1)
OPENING_WITHIN = timedelta(hours=1)
PILL = 22
"""Characters that fit the pill of a result row."""


class OpenKind(StrEnum):
    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class OpenState:
    """How a door stands at an instant. `changes_at` (UTC) is when that ends; `always`: never, as far as is known.

    `phone` are words for a telephone that answers while the door is not known to be open; else it is empty.
    """

    kind: OpenKind
    words: str
    changes_at: datetime | None = None
    always: bool = False
    phone: str = ""


@dataclass(frozen=True)
class _Door:
    """What the words call the hours that were looked at."""

    always: str = "Open 24 hours"
    until: str = "Open until"
    ends: str = "Closes in"
    opens: str = "Opens"
    opens_short: str = "Opens"


_PLAIN = _Door()
_INTAKE = _Door(opens="Intake opens", opens_short="Intake:")
_TELEPHONE = _Door("Phone answers 24 hours", "Phone until", "Phone ends in", "Phone opens", "Phone:")
_NOT_KNOWN = OpenState(OpenKind.UNKNOWN, "Hours not known")
_HOLIDAY = OpenState(OpenKind.UNKNOWN, "Holiday: call first")
_BY_APPOINTMENT = OpenState(OpenKind.UNKNOWN, "By appointment")
_PHONE_OPEN = "Phone line open"


def open_state(hours: tuple[Hours, ...], at: datetime, zone: ZoneInfo) -> OpenState:
    """How the entry with these hours stands at `at`.

    What lets a person in decides: office, intake, walk-in, overnight, meals. Only where none of these is spoken of
    at all does the telephone stand for the door. Hours that were published but could not be read make every
    "closed" unknown, and so does a holiday where holidays are spoken of.
    """
    state = _door_state(hours, at, zone)
    if state.kind in (OpenKind.CLOSED, OpenKind.UNKNOWN) and _phone_answers(hours, at, zone):
        return replace(state, phone=_PHONE_OPEN)
    return state


def _door_state(hours: tuple[Hours, ...], at: datetime, zone: ZoneInfo) -> OpenState:
    there = doors(hours)
    read = tuple(one for one in there if one.spans or one.exceptions)
    if not read:
        return _BY_APPOINTMENT if any(one.by_appointment for one in there) else _NOT_KNOWN
    state = _state(read, at, zone)
    if state.kind is OpenKind.CLOSED and not tell_when_shut(there):
        return _NOT_KNOWN
    if state.kind is OpenKind.CLOSED and _is_holiday_spoken_of(hours, at, zone):
        return _HOLIDAY
    return state


def _phone_answers(hours: tuple[Hours, ...], at: datetime, zone: ZoneInfo) -> bool:
    """Whether a telephone that does not stand for the door is open; on a holiday only one that never closes is sure."""
    phones = tuple(one for one in hours if one.kind is HoursKind.PHONE and (one.spans or one.exceptions))
    if not phones or len(phones) == len(hours):
        return False
    state = _state(phones, at, zone)
    sure = state.always or not _is_holiday_spoken_of(hours, at, zone)
    return sure and state.kind in (OpenKind.OPEN, OpenKind.CLOSING)


def _is_holiday_spoken_of(hours: tuple[Hours, ...], at: datetime, zone: ZoneInfo) -> bool:
    return speaks_of_holidays(hours) and is_holiday(reached(at, zone).date())


def _state(read: tuple[Hours, ...], at: datetime, zone: ZoneInfo) -> OpenState:
    wall = reached(at, zone)
    monday = wall.date() - timedelta(days=wall.weekday())
    now = wall.weekday() * DAY + wall.hour * 60 + wall.minute
    door = _door(read)
    stretches = around(read, monday)
    end, start = _next(stretches, now)
    if end is not None:
        end = _over_the_leap(stretches, end, monday, zone)
    if end is not None and end >= HORIZON:
        return OpenState(OpenKind.OPEN, door.always, always=True)
    if end is not None:
        return _open(door, end - now, end, at, instant(monday, end, zone))
    if start is not None:
        opens_at = instant(monday, start, zone)
        return OpenState(OpenKind.CLOSED, _opens(door, start, now, monday, opens_at - at), opens_at)
    return OpenState(OpenKind.CLOSED, "Closed")


def _door(read: tuple[Hours, ...]) -> _Door:
    kinds = {one.kind for one in read}
    if kinds == {HoursKind.PHONE}:
        return _TELEPHONE
    return _INTAKE if kinds == {HoursKind.INTAKE} else _PLAIN


def _next(stretches: Iterable[Stretch], now: int) -> tuple[int | None, int | None]:
    """When what is open now ends, or else when it next opens."""
    for start, end in stretches:
        if start <= now < end:
            return end, None
        if start > now:
            return None, start
    return None, None


def _over_the_leap(stretches: Iterable[Stretch], end: int, monday: date, zone: ZoneInfo) -> int:
    """Later where it opens again before the clock has shown `end`: what ends in the hour that spring leaves out."""
    for start, later in stretches:
        if 0 < start - end < 60 and instant(monday, start, zone) == instant(monday, end, zone):
            end = later
    return end


def _open(door: _Door, left: int, end: int, at: datetime, changes_at: datetime) -> OpenState:
    if changes_at - at <= CLOSING_WITHIN:
        return OpenState(OpenKind.CLOSING, f"{door.ends} {_minutes(changes_at - at)} min", changes_at)
    clock = _clock(end, noon="noon", midnight="midnight")
    if left <= DAY:
        words = f"{door.until} {clock}"
    elif left < WEEK:
        day = DAYS[(end - 1) // DAY % 7][:3]
        words = _fitting(f"{door.until} {day} {clock}", f"Until {day} {clock}")
    else:
        words = door.always
    return OpenState(OpenKind.OPEN, words, changes_at)


def _minutes(left: timedelta) -> int:
    """Minutes begun."""
    return -(-left // timedelta(minutes=1))


def _opens(door: _Door, start: int, now: int, monday: date, left: timedelta) -> str:
    if left < OPENING_WITHIN:
        return f"{door.opens} in {_minutes(left)} min"
    clock = _clock(start, noon="at noon", midnight="12 AM")
    ahead = start // DAY - now // DAY
    if ahead == 0:
        return _fitting(f"{door.opens} {clock}", f"{door.opens_short} {clock}")
    if ahead > 7:
        on = monday + timedelta(days=start // DAY)
        return f"{door.opens_short} {on:%b} {on.day}"
    day = DAYS[start // DAY % 7]
    return _fitting(
        f"{door.opens} {day} {clock}", f"{door.opens} {day[:3]} {clock}", f"{door.opens_short} {day[:3]} {clock}"
    )


def _fitting(*candidates: str) -> str:
    """The first that fits the pill, else the last."""
    return next((words for words in candidates if len(words) <= PILL), candidates[-1])


def _clock(minutes: int, *, noon: str, midnight: str) -> str:
    """The time of day as people say it: "8 AM", "6:30 PM", with words of its own for the two twelves."""
    hour, minute = divmod(minutes % DAY, 60)
    if minute == 0 and hour % 12 == 0:
        return noon if hour else midnight
    shown = f"{hour % 12 or 12}:{minute:02}" if minute else f"{hour % 12 or 12}"
    return f"{shown} {'PM' if hour >= 12 else 'AM'}"
