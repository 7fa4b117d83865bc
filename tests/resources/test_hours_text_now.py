"""Open now, soon, or by telephone only: right in each zone, at each minute around the changes of the clock."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.resources.hours import OpenKind, OpenState, lines, open_state
from navigator.resources.hours_now import PILL
from navigator.resources.hours_text import read_hours_text
from navigator.resources.model import DatedHours, Hours, HoursKind

PHILADELPHIA = ZoneInfo("America/New_York")
PHOENIX = ZoneInfo("America/Phoenix")
"""A city that never changes its clock."""
MINUTE = timedelta(minutes=1)
SPRING = datetime(2026, 3, 8, 7, tzinfo=UTC)
"""In Philadelphia 2 AM becomes 3 AM."""
AUTUMN = datetime(2026, 11, 1, 6, tzinfo=UTC)
"""In Philadelphia 2 AM becomes 1 AM again."""


def state(text: str, moment: str, zone: ZoneInfo = PHILADELPHIA) -> OpenState:
    at = datetime.fromisoformat(moment).replace(tzinfo=zone).astimezone(UTC)
    return open_state(read_hours_text(text).hours, at, zone)


@pytest.mark.parametrize(
    ("text", "moment", "words"),
    [
        ("9-5 Mon-Fri", "2026-11-23 08:20", "Opens in 40 min"),
        ("9-5 Mon-Fri", "2026-11-23 08:00", "Opens 9 AM"),
        ("9-5 Mon-Fri", "2026-11-23 08:59", "Opens in 1 min"),
        ("Intake: 9-5 Mon-Fri", "2026-11-23 08:20", "Intake opens in 40 min"),
        ("Hotline: 9am-5pm, Mon-Fri", "2026-11-23 08:20", "Phone opens in 40 min"),
        ("Daily, 12am-6am", "2026-11-23 23:45", "Opens in 15 min"),
        ("Sunday 1-5", "2026-11-22 12:05", "Opens in 55 min"),
        ("10pm-4am, Sunday", "2026-11-23 03:10", "Closes in 50 min"),
        ("10pm-4am, Sunday", "2026-11-23 04:00", "Opens Sunday 10 PM"),
        ("9-5 Mon-Fri; evenings by appointment", "2026-11-23 20:00", "Opens Tuesday 9 AM"),
        ("9-5 Mon-Fri; 1st Saturday 9-12", "2026-11-23 20:00", "Hours not known"),
        ("By appointment only", "2026-11-23 20:00", "By appointment"),
        ("Saturday, August 22, 2026, 10am-2pm", "2026-08-22 10:30", "Open until 2 PM"),
        ("Saturday, August 22, 2026, 10am-2pm", "2026-11-23 20:00", "Hours not known"),
    ],
)
def test_the_pill_tells_what_one_wants_to_know_at_the_door(text: str, moment: str, words: str) -> None:
    assert state(text, moment).words == words
    assert len(words) <= PILL


@pytest.mark.parametrize(
    ("text", "moment", "door", "phone"),
    [
        ("Intake: 8-5 Mon-Fri; hotline 24/7", "2026-11-23 02:14", "Intake opens 8 AM", "Phone line open"),
        ("Intake: 8-5 Mon-Fri; hotline 24/7", "2026-11-23 09:00", "Open until 5 PM", ""),
        ("Intake: 8-5 Mon-Fri; phone: 9am-noon, Mon", "2026-11-23 07:30", "Intake opens in 30 min", ""),
        ("8-10, Mon; hotline 24/7", "2026-11-23 09:00", "Hours not known", "Phone line open"),
        ("hotline 24/7", "2026-11-23 02:14", "Phone answers 24 hours", ""),
        ("9-5 Mon-Fri; phone 8am-8pm daily; closed on holidays", "2026-11-26 18:00", "Holiday: call first", ""),
        ("9-5 Mon-Fri; hotline 24/7; closed on holidays", "2026-11-26 18:00", "Holiday: call first", "Phone line open"),
        ("9-5 Mon-Fri; 24-hour voice mail", "2026-11-23 02:14", "Opens 9 AM", ""),
    ],
)
def test_a_telephone_that_answers_is_told_beside_a_closed_door(text: str, moment: str, door: str, phone: str) -> None:
    found = state(text, moment)
    assert (found.words, found.phone) == (door, phone)


def test_a_closing_for_one_day_is_known_to_the_telephone_too() -> None:
    closed = (DatedHours(date(2026, 11, 23)),)
    phone = Hours(HoursKind.PHONE, read_hours_text("daily 9am-5pm").hours[0].spans, exceptions=closed)
    door = read_hours_text("Tuesday 9-5").hours
    noon = datetime(2026, 11, 23, 17, tzinfo=UTC)
    assert open_state((*door, phone), noon, PHILADELPHIA).phone == ""
    assert open_state((*door, phone), noon - timedelta(days=1), PHILADELPHIA).phone == "Phone line open"


def test_the_night_on_which_spring_takes_an_hour_opens_an_hour_sooner() -> None:
    assert state("Sunday 3am-9am", "2026-03-08 01:45").words == "Opens in 15 min"
    assert state("Sunday 2:30am-5am", "2026-03-08 01:45").words == "Opens in 15 min"
    assert state("Sunday 3am-9am", "2026-03-08 01:45", PHOENIX).words == "Opens 3 AM"
    assert state("Saturday 10pm-4am", "2026-03-08 01:30").words == "Open until 4 AM"
    assert state("Saturday 10pm-4am", "2026-03-08 03:00").words == "Closes in 60 min"


def test_the_night_on_which_autumn_gives_an_hour_opens_once() -> None:
    text, zone = "Sunday 1:30am-6am", PHILADELPHIA
    hours = read_hours_text(text).hours
    told = {minutes: open_state(hours, AUTUMN + minutes * MINUTE, zone) for minutes in (-60, -31, -30, 0, 29, 59, 60)}
    assert told[-60].words == "Opens in 30 min"
    assert told[-31].words == "Opens in 1 min"
    assert {told[minutes].kind for minutes in (-30, 0, 29, 59, 60)} == {OpenKind.OPEN}


@given(st.sampled_from((SPRING, AUTUMN)), st.integers(-180, 180), st.sampled_from((PHILADELPHIA, PHOENIX)))
def test_each_minute_the_pill_counts_down_to_what_then_happens(base: datetime, minutes: int, zone: ZoneInfo) -> None:
    hours = read_hours_text("Daily 1:30am-2:30am; daily 3am-4:15am; hotline daily 12am-2am").hours
    at = base + minutes * MINUTE
    found = open_state(hours, at, zone)
    assert found.changes_at is not None
    left = int((found.changes_at - at) / MINUTE)
    if found.words.endswith("min"):
        assert found.words.split()[-2] == str(left)
    then = open_state(hours, found.changes_at, zone)
    assert (found.kind is OpenKind.CLOSED) != (then.kind is OpenKind.CLOSED)


def test_what_was_read_in_part_is_quoted_with_the_rest() -> None:
    text = "9-5 Mon-Thu; 10am-1pm, 3rd Saturday"
    assert lines(read_hours_text(text).hours) == (
        "Monday to Thursday, 9:00 AM to 5:00 PM",
        f"Hours: \u201c{text}\u201d",
    )
