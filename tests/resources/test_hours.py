"""Open or not, until when, and in which words: right across midnight, the week's end and the changes of the clock."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.resources.holidays import is_holiday
from navigator.resources.hours import OpenKind, OpenState, is_always, lines, merged, open_state, phrase
from navigator.resources.model import WEEK, DatedHours, Hours, HoursKind, Span

PHILADELPHIA = ZoneInfo("America/New_York")
DAY = 24 * 60
MINUTE = timedelta(minutes=1)
ALWAYS = (Span(0, WEEK),)
WEEKDAYS = range(5)
EVERY_DAY = range(7)

spans = st.lists(
    st.builds(
        lambda start, length: Span(start, start + length),
        st.integers(0, WEEK - 1),
        st.integers(1, WEEK) | st.integers(1, 600),
    ),
    min_size=1,
    max_size=6,
)
near_a_change_of_clocks = st.sampled_from([datetime(2026, 3, 8, 7, tzinfo=UTC), datetime(2026, 11, 1, 6, tzinfo=UTC)])
instants = st.builds(
    lambda base, minutes, seconds: base + timedelta(minutes=minutes, seconds=seconds),
    near_a_change_of_clocks | st.just(datetime(2026, 6, 10, tzinfo=UTC)),
    st.integers(-2 * DAY, 2 * DAY),
    st.integers(0, 59),
)


def each(days: range, opens: str, closes: str) -> tuple[Span, ...]:
    """A span on each of `days` (0 is Monday), over midnight when it closes earlier than it opens."""
    start, end = (int(clock[:2]) * 60 + int(clock[3:]) for clock in (opens, closes))
    length = (end - start) % DAY or DAY
    return tuple(Span(day * DAY + start, day * DAY + start + length) for day in days)


def hours(*of: Span, kind: HoursKind = HoursKind.OFFICE, text: str = "", closed_on: date | None = None) -> Hours:
    exceptions = (DatedHours(closed_on),) if closed_on else ()
    return Hours(kind, of, text, exceptions=exceptions)


def at(text: str) -> datetime:
    """An instant from the city's wall clock, in UTC; 2026-11-23 is a Monday."""
    return datetime.fromisoformat(text).replace(tzinfo=PHILADELPHIA).astimezone(UTC)


def state(moment: str, *kinds: Hours) -> OpenState:
    return open_state(kinds, at(moment), PHILADELPHIA)


def is_open_by_the_clock_on_the_wall(week: list[Span], moment: datetime) -> bool:
    """The plain rule, told again: look at the clock; in autumn's second 1 AM hour it shows 1:59."""
    wall = moment.astimezone(PHILADELPHIA)
    minute = wall.weekday() * DAY + (119 if wall.fold else wall.hour * 60 + wall.minute)
    return any((minute - span.start) % WEEK < span.end - span.start for span in week)


@given(spans, instants)
def test_open_agrees_with_the_clock_on_the_wall_on_every_day_of_the_year(week: list[Span], moment: datetime) -> None:
    found = open_state((hours(*week),), moment, PHILADELPHIA)
    assert (found.kind in (OpenKind.OPEN, OpenKind.CLOSING)) == is_open_by_the_clock_on_the_wall(week, moment)


@given(spans, instants)
def test_the_change_it_foretells_is_the_next_one(week: list[Span], moment: datetime) -> None:
    found = open_state((hours(*week),), moment, PHILADELPHIA)
    now = is_open_by_the_clock_on_the_wall(week, moment)
    if found.changes_at is None:
        assert found.always
        assert all(is_open_by_the_clock_on_the_wall(week, moment + timedelta(hours=h)) for h in range(24 * 8))
        return
    assert found.changes_at > moment
    assert is_open_by_the_clock_on_the_wall(week, found.changes_at) != now
    minutes = min(int((found.changes_at - moment) / MINUTE), 12 * 60)
    before = [moment, found.changes_at - MINUTE] if minutes else [moment]
    before += [moment + n * MINUTE for n in range(minutes)]
    assert all(is_open_by_the_clock_on_the_wall(week, then) == now for then in before)


@given(spans, instants)
def test_the_words_of_the_pill_always_fit(week: list[Span], moment: datetime) -> None:
    for kind in (HoursKind.INTAKE, HoursKind.PHONE, HoursKind.OFFICE):
        assert len(open_state((hours(*week, kind=kind),), moment, PHILADELPHIA).words) <= 22


@given(spans)
def test_joining_spans_changes_no_minute_of_the_week(week: list[Span]) -> None:
    def minutes(of: tuple[Span, ...] | list[Span]) -> set[int]:
        return {minute % WEEK for span in of for minute in range(span.start, span.end)}

    joined = merged(week)
    assert minutes(joined) == minutes(week)
    assert is_always(joined) == (len(minutes(week)) == WEEK)
    assert merged(joined) == joined


@pytest.mark.parametrize(
    ("moment", "kinds", "words"),
    [
        ("2026-11-23 02:14", [hours(*ALWAYS)], "Open 24 hours"),
        ("2026-11-23 02:14", [hours(*each(EVERY_DAY, "18:00", "06:00"))], "Open until 6 AM"),
        ("2026-11-23 02:20", [hours(*each(EVERY_DAY, "07:00", "03:00"))], "Closes in 40 min"),
        ("2026-11-23 02:00", [hours(*each(EVERY_DAY, "07:00", "03:00"))], "Closes in 60 min"),
        ("2026-11-23 02:14", [hours(*each(WEEKDAYS, "08:00", "17:00"))], "Opens 8 AM"),
        ("2026-11-23 17:30", [hours(*each(WEEKDAYS, "08:00", "17:00"))], "Opens Tuesday 8 AM"),
        ("2026-11-24 17:30", [hours(*each(WEEKDAYS, "10:30", "17:00"))], "Opens Wed 10:30 AM"),
        ("2026-11-27 17:30", [hours(*each(WEEKDAYS, "08:00", "17:00"))], "Opens Monday 8 AM"),
        ("2026-11-23 09:00", [hours(*each(WEEKDAYS, "12:00", "13:00"))], "Opens at noon"),
        ("2026-11-23 09:00", [hours(*each(EVERY_DAY, "08:30", "00:00"))], "Open until midnight"),
        ("2026-11-28 12:00", [hours(Span(4 * DAY + 1020, WEEK + 420))], "Open until Mon 7 AM"),
        ("2026-11-23 02:14", [hours(*each(WEEKDAYS, "08:00", "17:00"), kind=HoursKind.INTAKE)], "Intake opens 8 AM"),
        ("2026-11-24 18:00", [hours(Span(3390, 3600), kind=HoursKind.INTAKE)], "Intake: Wed 8:30 AM"),
        ("2026-11-23 02:14", [hours(*ALWAYS, kind=HoursKind.PHONE)], "Phone answers 24 hours"),
        ("2026-11-23 12:00", [hours(*each(WEEKDAYS, "08:00", "18:30"), kind=HoursKind.PHONE)], "Phone until 6:30 PM"),
        ("2026-11-23 02:14", [hours(text="ring the bell")], "Hours not known"),
        ("2026-11-23 02:14", [Hours(HoursKind.OFFICE, by_appointment=True)], "By appointment"),
        ("2026-11-23 02:14", [], "Hours not known"),
    ],
)
def test_the_pill_says_how_the_door_stands(moment: str, kinds: list[Hours], words: str) -> None:
    assert state(moment, *kinds).words == words


def test_an_open_telephone_does_not_make_a_closed_intake_open() -> None:
    intake = hours(*each(WEEKDAYS, "08:00", "17:00"), kind=HoursKind.INTAKE)
    found = state("2026-11-23 02:14", intake, hours(*ALWAYS, kind=HoursKind.PHONE))
    assert (found.kind, found.words) == (OpenKind.CLOSED, "Intake opens 8 AM")


def test_any_way_in_that_is_open_makes_the_door_open() -> None:
    meals = hours(*each(WEEKDAYS, "11:30", "13:00"), kind=HoursKind.MEALS)
    mail = hours(*each(WEEKDAYS, "11:30", "15:00"))
    assert state("2026-11-23 13:30", meals, mail).words == "Open until 3 PM"


def test_hours_that_were_not_read_are_never_taken_for_closed() -> None:
    lunch = hours(*each(WEEKDAYS, "12:00", "13:00"), kind=HoursKind.MEALS)
    dinner = hours(kind=HoursKind.MEALS, text="dinner Mon & Fri 16:00")
    assert state("2026-11-23 16:10", lunch, dinner).kind is OpenKind.UNKNOWN
    assert state("2026-11-23 12:10", lunch, dinner).kind is OpenKind.CLOSING


def test_a_dated_closing_replaces_that_day_alone() -> None:
    holiday = hours(*each(WEEKDAYS, "08:00", "17:00"), closed_on=date(2026, 11, 26))
    assert state("2026-11-26 10:00", holiday).words == "Opens Friday 8 AM"
    assert state("2026-11-25 10:00", holiday).words == "Open until 5 PM"


def test_a_dated_closing_leaves_the_night_that_began_the_day_before() -> None:
    nights = hours(*each(EVERY_DAY, "18:00", "06:00"), closed_on=date(2026, 11, 26))
    assert state("2026-11-26 03:00", nights).words == "Open until 6 AM"
    assert state("2026-11-26 20:00", nights).words == "Opens Friday 6 PM"


def test_one_closed_day_can_be_taken_out_of_a_week_that_never_closes() -> None:
    week = hours(*ALWAYS, closed_on=date(2026, 11, 26))
    assert state("2026-11-25 20:00", week).words == "Open until midnight"
    closed = state("2026-11-26 09:00", week)
    assert (closed.kind, closed.changes_at) == (OpenKind.CLOSED, at("2026-11-27 00:00"))
    assert not closed.always


def test_dated_hours_may_open_on_a_day_that_is_usually_closed() -> None:
    extra = Hours(
        HoursKind.OFFICE, each(WEEKDAYS, "08:00", "17:00"), exceptions=(DatedHours(date(2026, 11, 28), ((600, 720),)),)
    )
    assert state("2026-11-28 09:00", extra).words == "Opens 10 AM"


def test_a_night_in_spring_is_an_hour_shorter() -> None:
    nights = hours(*each(EVERY_DAY, "22:00", "06:00"))
    found = state("2026-03-07 23:00", nights)
    assert found.changes_at is not None
    assert found.changes_at - at("2026-03-07 23:00") == timedelta(hours=6)


def test_a_night_in_autumn_is_an_hour_longer() -> None:
    nights = hours(*each(EVERY_DAY, "22:00", "06:00"))
    found = state("2026-10-31 23:00", nights)
    assert found.changes_at is not None
    assert found.changes_at - at("2026-10-31 23:00") == timedelta(hours=8)


def test_what_opens_in_the_hour_that_spring_leaves_out_opens_when_the_clock_is_put_forward() -> None:
    found = state("2026-03-08 01:30", hours(*each(EVERY_DAY, "02:30", "05:00")))
    assert (found.kind, found.changes_at) == (OpenKind.CLOSED, datetime(2026, 3, 8, 7, tzinfo=UTC))


def test_what_closes_in_the_hour_that_autumn_lives_twice_closes_once() -> None:
    bar = hours(*each(EVERY_DAY, "20:00", "01:30"))
    again = datetime(2026, 11, 1, 6, 10, tzinfo=UTC)
    assert open_state((bar,), datetime(2026, 11, 1, 5, 10, tzinfo=UTC), PHILADELPHIA).words == "Closes in 20 min"
    assert open_state((bar,), again, PHILADELPHIA).kind is OpenKind.CLOSED


@pytest.mark.parametrize(
    ("kinds", "screen", "paper"),
    [
        ([hours(*ALWAYS)], ["Day and night, every day"], "Day and night, every day"),
        (
            [hours(*each(EVERY_DAY, "07:00", "03:00"))],
            ["Every day, 7:00 AM to 3:00 AM"],
            "7:00 AM to 3:00 AM, every day",
        ),
        (
            [hours(*each(WEEKDAYS, "07:00", "17:00"), kind=HoursKind.INTAKE)],
            ["Intake: Monday to Friday, 7:00 AM to 5:00 PM"],
            "7:00 AM to 5:00 PM, Monday to Friday",
        ),
        (
            [hours(*each(range(4), "08:30", "17:30"), *each(range(4, 5), "08:30", "15:00"))],
            ["Monday to Thursday, 8:30 AM to 5:30 PM", "Friday, 8:30 AM to 3:00 PM"],
            "8:30 AM to 5:30 PM, Monday to Thursday. 8:30 AM to 3:00 PM, Friday.",
        ),
        (
            [hours(*each(range(1, 4, 2), "12:00", "00:00"))],
            ["Tuesday and Thursday, 12:00 noon to 12:00 midnight"],
            "12:00 noon to 12:00 midnight, Tuesday and Thursday",
        ),
        (
            [hours(*each(EVERY_DAY, "17:00", "07:00"), *each(range(5, 7), "00:00", "00:00"))],
            ["Monday to Thursday, 5:00 PM to 7:00 AM", "Friday 5:00 PM to Monday 7:00 AM"],
            "5:00 PM to 7:00 AM, Monday to Thursday. Friday 5:00 PM to Monday 7:00 AM.",
        ),
        (
            [hours(*each(range(5, 7), "00:00", "00:00"))],
            ["Saturday and Sunday, day and night"],
            "Day and night, Saturday and Sunday",
        ),
        (
            [hours(*ALWAYS, kind=HoursKind.PHONE)],
            ["Phone: day and night, every day"],
            "By phone: day and night, every day",
        ),
        (
            [hours(text="call ahead")],
            ["Hours: “call ahead”"],
            "We do not know the hours. Please call. Listed as: call ahead",
        ),
        ([], [], "We do not know the hours. Please call."),
        (
            [Hours(HoursKind.OFFICE, by_appointment=True, text="By appointment")],
            ["By appointment"],
            "You need an appointment. Please call.",
        ),
    ],
)
def test_hours_read_well_on_screen_and_on_paper(kinds: list[Hours], screen: list[str], paper: str) -> None:
    assert list(lines(tuple(kinds))) == screen
    assert phrase(tuple(kinds)) == paper


def test_published_words_are_quoted_once_and_only_where_they_say_more_than_the_typed_hours() -> None:
    week = each(WEEKDAYS, "09:00", "12:00")
    assert len(lines((hours(*week, text="Mon-Fri 09:00-12:00"),))) == 1
    hedged = hours(*week, text="Mon-Fri 09:00-12:00 (as listed c.2020)")
    piece = hours(text="as listed c.2020")
    assert lines((hedged, hedged, piece))[2:] == ("As published: “Mon-Fri 09:00-12:00 (as listed c.2020)”",)


def test_paper_says_that_some_hours_are_not_known() -> None:
    lunch = hours(*each(WEEKDAYS, "12:00", "13:00"), kind=HoursKind.MEALS)
    dinner = hours(kind=HoursKind.MEALS, text="dinner Mon & Fri 16:00")
    expected = "Meals: 12:00 noon to 1:00 PM, Monday to Friday. Please call for other hours."
    assert phrase((lunch, dinner)) == expected


def test_a_dated_closing_is_a_line_of_its_own() -> None:
    holiday = Hours(HoursKind.OFFICE, ALWAYS, exceptions=(DatedHours(date(2026, 12, 25), words="Christmas"),))
    assert lines((holiday,))[-1] == "Friday, December 25 (Christmas): closed"


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        (date(2026, 11, 26), True),  # Thanksgiving
        (date(2026, 11, 25), False),
        (date(2026, 7, 3), True),  # Independence Day, kept on Friday
        (date(2027, 12, 31), True),  # New Year's Day of 2028, kept on Friday
        (date(2026, 5, 25), True),  # Memorial Day
        (date(2026, 5, 18), False),
        (date(2026, 1, 19), True),  # Martin Luther King Day
    ],
)
def test_federal_holidays_are_known(day: date, holiday: bool) -> None:
    assert is_holiday(day) is holiday


def test_a_place_that_speaks_of_holidays_is_not_called_closed_on_one() -> None:
    spans = tuple(Span(day * 1440 + 17 * 60, day * 1440 + 31 * 60) for day in range(5))
    hours = (Hours(HoursKind.INTAKE, spans, "17:00-07:00; 24 h weekends and holidays"),)
    thanksgiving = datetime(2026, 11, 26, 12, tzinfo=PHILADELPHIA)
    assert open_state(hours, thanksgiving, PHILADELPHIA).words == "Holiday: call first"
    assert open_state(hours, thanksgiving, PHILADELPHIA).kind is OpenKind.UNKNOWN
    assert open_state(hours, thanksgiving - timedelta(days=1), PHILADELPHIA).kind is OpenKind.CLOSED
    assert "On holidays, please call." in phrase(hours)
