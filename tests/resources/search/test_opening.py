"""The arrays of all hours say what `open_state` says of each."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from navigator.resources.hours import OpenKind, open_state
from navigator.resources.model import WEEK, DatedHours, Entry, Hours, HoursKind, Span
from navigator.resources.search.answer import OpenAt
from navigator.resources.search.asked_time import Stretch, stretch_of
from navigator.resources.search.opening import Opening
from navigator.resources.search.times import Times, intake_doors

from .conftest import NIGHT, NOON, OFFICE, made

ZONE = ZoneInfo("America/New_York")
START = datetime(2026, 10, 30, tzinfo=UTC)
SIGNS = {OpenKind.OPEN: 1, OpenKind.CLOSING: 1, OpenKind.CLOSED: -1, OpenKind.UNKNOWN: 0}
THANKSGIVING = datetime(2026, 11, 26, 17, tzinfo=UTC)

spans = some.builds(
    lambda start, length: Span(start, start + length),
    some.integers(0, WEEK - 1),
    some.integers(1, WEEK),
)
dated = some.builds(
    lambda day, times: DatedHours((START + timedelta(days=day)).date(), times),
    some.integers(0, 9),
    some.sampled_from([(), ((0, 1440),), ((600, 1500),), ((1200, 2880),)]),
)
hours = some.builds(
    Hours,
    some.sampled_from(HoursKind),
    some.lists(spans, max_size=3).map(tuple),
    some.sampled_from(["as published", "closed on holidays"]),
    some.booleans(),
    some.lists(dated, max_size=2, unique_by=lambda one: one.on).map(tuple),
)
several = some.lists(some.lists(hours, max_size=3).map(tuple), min_size=1, max_size=6)
minutes_on = some.integers(0, 28 * 24 * 60)


def opening(all_hours: Sequence[tuple[Hours, ...]]) -> Opening:
    entries = [made(str(place), hours=one) for place, one in enumerate(all_hours)]
    return Opening(Times.of(entries), ZONE, entries.__getitem__)


def alone(one: tuple[Hours, ...], at: datetime) -> int:
    return SIGNS[open_state(one, at, ZONE).kind]


@settings(deadline=None)
@given(several, minutes_on)
def test_many_entries_at_once_stand_as_each_alone(all_hours: list[tuple[Hours, ...]], minutes: int) -> None:
    at = START + timedelta(minutes=minutes)
    assert opening(all_hours).at(at).tolist() == [alone(one, at) for one in all_hours]


@settings(deadline=None)
@given(several, minutes_on, some.sampled_from([OpenAt("tomorrow", ahead=1), OpenAt("saturday", day=5)]))
def test_open_on_a_day_is_open_at_any_minute_of_it(
    all_hours: list[tuple[Hours, ...]], minutes: int, asked: OpenAt
) -> None:
    at = START + timedelta(minutes=minutes)
    stretch = stretch_of(asked, at, ZONE)
    many = opening(all_hours)
    midnight = datetime.combine(stretch.day, datetime.min.time(), tzinfo=ZONE)
    quarters = [midnight + timedelta(minutes=minute) for minute in range(stretch.first, stretch.end, 15)]
    seen = [max(signs) for signs in zip(*(many.at(one).tolist() for one in quarters), strict=True)]
    assert all(said >= at_some_quarter for said, at_some_quarter in zip(many.during(asked, at), seen, strict=True))
    assert [said for said in many.during(asked, at).tolist() if said < 1] == [
        now for said, now in zip(many.during(asked, at).tolist(), seen, strict=True) if said < 1
    ]


@settings(deadline=None)
@given(several, minutes_on)
def test_intake_is_read_from_its_own_hours_and_no_closed_door_takes_anybody(
    all_hours: list[tuple[Hours, ...]], minutes: int
) -> None:
    at = START + timedelta(minutes=minutes)
    many = opening(all_hours)
    doors = many.at(at).tolist()
    for one, taken, door in zip(all_hours, many.intake(at).tolist(), doors, strict=True):
        own = intake_doors(one)
        if not own:
            assert taken == min(door, 0)
        elif taken != 0:
            assert taken == alone(own, at)


def test_hours_of_intake_that_could_not_be_read_are_asked_for() -> None:
    unread = (*OFFICE, Hours(HoursKind.INTAKE, text="mornings, mostly"))
    assert opening([unread]).intake(NOON).tolist() == [0]


def test_on_a_holiday_intake_is_asked_for_where_holidays_are_spoken_of() -> None:
    intake = Hours(HoursKind.INTAKE, (Span(0, 60),))
    speaks = (intake, Hours(HoursKind.OFFICE, text="closed on holidays"))
    assert opening([(intake,), speaks]).intake(THANKSGIVING).tolist() == [-1, 0]


def test_an_entry_is_read_only_on_a_day_with_hours_of_its_own() -> None:
    read: list[int] = []
    entries = [made("Plain", hours=OFFICE), made("Dated", hours=(_closed_on(date(2026, 11, 24)),))]

    def entry_at(place: int) -> Entry:
        read.append(place)
        return entries[place]

    many = Opening(Times.of(entries), ZONE, entry_at)
    assert (many.at(NOON).tolist(), read) == ([1, 1], [])
    assert many.at(NOON + timedelta(days=1)).tolist() == [1, -1]
    assert many.at(NOON + timedelta(days=1, hours=1)).tolist() == [1, -1]
    assert read == [1]


def _closed_on(day: date) -> Hours:
    return Hours(HoursKind.OFFICE, OFFICE[0].spans, exceptions=(DatedHours(day),))


MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


@pytest.mark.parametrize(
    ("asked", "at", "expected"),
    [
        (OpenAt("tonight", minute=1200), NOON, Stretch(MONDAY, 1200, 1201)),
        (OpenAt("tonight", minute=1200), NIGHT, Stretch(MONDAY, 120, 121)),
        (OpenAt("tonight", minute=1200), NOON + timedelta(hours=7), Stretch(MONDAY, 1140, 1141)),
        (OpenAt("today"), NOON, Stretch(MONDAY, 720, 1440)),
        (OpenAt("monday", day=0), NOON, Stretch(MONDAY, 720, 1440)),
        (OpenAt("tuesday", day=1), NOON, Stretch(TUESDAY, 0, 1440)),
        (OpenAt("sunday", day=6), NOON, Stretch(date(2026, 11, 29), 0, 1440)),
        (OpenAt("tomorrow morning", ahead=1, minute=540), NOON, Stretch(TUESDAY, 540, 541)),
        (OpenAt("at 9 am", minute=540), NOON, Stretch(TUESDAY, 540, 541)),
        (OpenAt("monday 9 am", day=0, minute=540), NOON, Stretch(date(2026, 11, 30), 540, 541)),
    ],
)
def test_a_time_in_words_is_never_in_the_past(asked: OpenAt, at: datetime, expected: Stretch) -> None:
    assert stretch_of(asked, at, ZONE) == expected
