"""The arrays of all hours say what `open_state` says of each."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as some

from navigator.resources.hours import OpenKind, open_state
from navigator.resources.model import WEEK, DatedHours, Hours, HoursKind, Span
from navigator.resources.search.opening import Opening

from .conftest import made

ZONE = ZoneInfo("America/New_York")
START = datetime(2026, 10, 30, tzinfo=UTC)

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
    some.just("as published"),
    some.booleans(),
    some.lists(dated, max_size=2, unique_by=lambda one: one.on).map(tuple),
)


@given(some.lists(some.lists(hours, max_size=3).map(tuple), min_size=1, max_size=6), some.integers(0, 8 * 24 * 60))
def test_many_entries_at_once_stand_as_each_alone(all_hours: list[tuple[Hours, ...]], minutes: int) -> None:
    entries = [made(str(place), hours=one) for place, one in enumerate(all_hours)]
    at = START + timedelta(minutes=minutes)
    signs = {OpenKind.OPEN: 1, OpenKind.CLOSING: 1, OpenKind.CLOSED: -1, OpenKind.UNKNOWN: 0}
    expected = [signs[open_state(entry.hours, at, ZONE).kind] for entry in entries]
    assert Opening(entries, ZONE).at(at).tolist() == expected
