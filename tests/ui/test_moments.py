"""Reading a time as it is typed: which moment is meant, across midnight and the change of clocks."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from navigator.ui.moments import read_moment, typed_words

ZONE = ZoneInfo("America/New_York")
NIGHT = datetime(2026, 11, 23, 2, 14, 30, tzinfo=ZONE).astimezone(UTC)
"""Monday, 2:14 AM."""
AFTERNOON = datetime(2026, 11, 23, 15, 0, tzinfo=ZONE).astimezone(UTC)


def local(moment: datetime | None) -> str:
    assert moment is not None
    return moment.astimezone(ZONE).strftime("%m-%d %H:%M")


@pytest.mark.parametrize(
    "typed", ["205", "2:05", "2.05", "0205", "02:05", "2:05am", "2:05 AM", "2:05 a.m.", " 2:05  a ", "today 2:05"]
)
def test_a_time_of_this_night_is_read_however_it_is_typed(typed: str) -> None:
    assert local(read_moment(typed, NIGHT, ZONE)) == "11-23 02:05"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:05", "11-22 14:05"),
        ("1405", "11-22 14:05"),
        ("2 pm", "11-22 14:00"),
        ("2p", "11-22 14:00"),
        ("3 am", "11-22 03:00"),
        ("11:50", "11-22 23:50"),
        ("12:10a", "11-23 00:10"),
        ("0:10", "11-23 00:10"),
        ("12:10", "11-23 00:10"),
        ("12:10 pm", "11-22 12:10"),
        ("midnight", "11-23 00:00"),
        ("noon", "11-22 12:00"),
        ("1", "11-23 01:00"),
    ],
)
def test_a_time_later_than_now_means_yesterday(typed: str, meant: str) -> None:
    assert local(read_moment(typed, NIGHT, ZONE)) == meant


def test_without_morning_or_afternoon_the_newer_of_both_is_meant() -> None:
    assert local(read_moment("2:05", AFTERNOON, ZONE)) == "11-23 14:05"
    assert local(read_moment("4:05", AFTERNOON, ZONE)) == "11-23 04:05"


def test_a_leading_zero_is_the_24_hour_clock() -> None:
    assert local(read_moment("02:05", AFTERNOON, ZONE)) == "11-23 02:05"


def test_a_watch_one_minute_ahead_does_not_mean_yesterday() -> None:
    assert local(read_moment("2:16", NIGHT, ZONE)) == "11-23 02:16"
    assert local(read_moment("2:20", NIGHT, ZONE)) == "11-22 14:20"


def test_now_is_this_minute() -> None:
    assert read_moment("Now", NIGHT, ZONE) == NIGHT.replace(second=0)
    assert read_moment("now", NIGHT, ZONE, ahead=True) == NIGHT.replace(second=0)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("4:00", "11-23 04:00"), ("2:10", "11-23 14:10"), ("2:10 am", "11-24 02:10"), ("1:00 pm", "11-23 13:00")],
)
def test_ahead_the_next_such_time_is_meant(typed: str, meant: str) -> None:
    assert local(read_moment(typed, NIGHT, ZONE, ahead=True)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("yesterday 23:50", "11-22 23:50"),
        ("Sunday 11:50 PM", "11-22 23:50"),
        ("sat 1 am", "11-21 01:00"),
        ("mon 3 am", "11-16 03:00"),
        ("11/9 2:05 pm", "11-09 14:05"),
        ("11/9/2026, 2:05 pm", "11-09 14:05"),
    ],
)
def test_a_day_may_stand_before_the_time(typed: str, meant: str) -> None:
    assert local(read_moment(typed, NIGHT, ZONE)) == meant


def test_a_day_ahead_may_stand_before_the_time() -> None:
    assert local(read_moment("tue 9 am", NIGHT, ZONE, ahead=True)) == "11-24 09:00"
    assert local(read_moment("1/4 9 am", NIGHT, ZONE, ahead=True)) == "01-04 09:00"


@pytest.mark.parametrize(
    "typed",
    ["", " ", "soon", "25:00", "2:60", "13 pm", "0 am", "12345", "2:5", "-2:05", "2:05 xm", "2/30 9:00"],
)
def test_what_is_no_time_is_read_as_none(typed: str) -> None:
    assert read_moment(typed, NIGHT, ZONE) is None


@pytest.mark.parametrize("typed", ["someday 2:05", "99/99 2:05", "2:05 2:06", "<b>2:05</b>", "٢:٠٥", "1/1/0000 2:05"])
def test_garbage_is_no_time(typed: str) -> None:
    assert read_moment(typed, NIGHT, ZONE) is None


def test_an_hour_that_comes_twice_means_the_newer_one() -> None:
    after = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)  # 3:00 AM, one hour after the clocks went back
    between = datetime(2026, 11, 1, 5, 50, tzinfo=UTC)  # 1:50 AM, before they go back
    assert read_moment("1:30 am", after, ZONE) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    assert read_moment("1:30 am", between, ZONE) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_an_hour_that_is_left_out_means_what_a_clock_not_put_forward_shows() -> None:
    after = datetime(2026, 3, 8, 8, 0, tzinfo=UTC)  # 4:00 AM of summer time
    assert read_moment("2:30 am", after, ZONE) == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)
    assert typed_words(datetime(2026, 3, 8, 7, 30, tzinfo=UTC), after, ZONE) == "3:30 AM"


def test_yesterday_is_yesterday_over_the_change_of_clocks() -> None:
    morning = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)  # 7:00 AM, after 25 hours of a day
    assert local(read_moment("23:00", morning, ZONE)) == "10-31 23:00"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 23, 7, 5, tzinfo=UTC), "2:05 AM"),
        (datetime(2026, 11, 23, 5, 0, tzinfo=UTC), "12:00 AM"),
        (datetime(2026, 11, 23, 17, 0, tzinfo=UTC), "12:00 PM"),
        (datetime(2026, 11, 23, 4, 50, tzinfo=UTC), "Sunday 11:50 PM"),
        (datetime(2026, 11, 9, 19, 5, tzinfo=UTC), "11/9/2026 2:05 PM"),
    ],
)
def test_what_is_written_is_read_back_as_the_same_moment(moment: datetime, words: str) -> None:
    assert typed_words(moment, NIGHT, ZONE) == words
    assert read_moment(words, NIGHT, ZONE, ahead=moment > NIGHT) == moment
