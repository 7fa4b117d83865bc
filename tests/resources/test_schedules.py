"""Schedules of HSDS become hours and hours become schedules; nothing that they say is lost (S-01, S-03)."""

import json
import uuid
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker

from navigator.resources.exchange.schedules import hours_of, hours_of_rows, schedules_of
from navigator.resources.hours_text import read_hours_text
from navigator.resources.model import WEEK, DatedHours, Hours, HoursKind, Span

from .hours_expected import expected, read_minutes
from .strategies import HOURS
from .test_hours_text import CLOSINGS, DATED, DOORS, OFTEN, SLIPS
from .test_hours_text_chance import TEXTS

SCHEMA = Path(__file__).parents[3] / "shared" / "standards" / "hsds-3.1.1" / "schema" / "schedule.json"
WEEKDAYS = "MO,TU,WE,TH,FR"


def new_id(seed: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, seed))


def weekly(byday: str, opens: str, closes: str, **more: Any) -> dict[str, Any]:
    return {"freq": "WEEKLY", "byday": byday, "opens_at": opens, "closes_at": closes, **more}


def back(hours: tuple[Hours, ...]) -> tuple[Hours, ...]:
    """Out to JSON and in again."""
    return hours_of(json.loads(json.dumps(schedules_of(hours, new_id))))


@given(TEXTS)
def test_what_the_reader_makes_comes_back_as_it_was(text: str) -> None:
    hours = read_hours_text(text).hours
    assert back(hours) == hours


@pytest.mark.parametrize("text", [text for text, _ in (*OFTEN, *SLIPS, *DOORS, *CLOSINGS, *DATED)])
def test_hours_of_each_way_of_writing_come_back_as_they_were(text: str) -> None:
    hours = read_hours_text(text).hours
    assert back(hours) == hours


@given(HOURS)
def test_any_hours_come_back_as_they_were(hours: Hours) -> None:
    assert back((hours,)) == (hours,)


@given(HOURS)
def test_what_is_written_is_valid_and_has_ids_of_its_own(hours: Hours) -> None:
    if not SCHEMA.exists():
        pytest.skip("the standards are not here")
    schema = json.loads(SCHEMA.read_text())
    schema["properties"] = {name: one for name, one in schema["properties"].items() if "$ref" not in json.dumps(one)}
    written = schedules_of((hours, hours), new_id)
    for schedule in written:
        Draft202012Validator(schema, format_checker=FormatChecker()).validate(schedule)
    assert len({schedule["id"] for schedule in written}) == len(written)
    assert schedules_of((hours, hours), new_id) == written


def test_other_programs_find_the_days_and_times_where_the_standard_has_them() -> None:
    hours = Hours(HoursKind.INTAKE, (Span(540, 1020), Span(1980, 2460), Span(10020, 10440)), "as published")
    told = [
        (one["byday"], one["opens_at"], one["closes_at"], one["description"]) for one in schedules_of([hours], new_id)
    ]
    assert told == [("MO,TU", "09:00", "17:00", "as published"), ("SU", "23:00", "06:00", "as published")]


def test_what_another_program_changed_is_what_counts() -> None:
    (schedule,) = schedules_of([Hours(HoursKind.INTAKE, (Span(540, 1020),))], new_id)
    assert hours_of([{**schedule, "closes_at": "12:00"}]) == (Hours(HoursKind.INTAKE, (Span(540, 720),)),)


@pytest.mark.parametrize(
    ("schedule", "notation"),
    [
        (weekly(WEEKDAYS, "09:00", "17:00"), "Mo-Fr 09:00-17:00"),
        (weekly("SA,SU", "09:00:00Z", "12:00:00Z"), "Sa,Su 09:00-12:00"),
        (weekly("SA", "10:00-05:00", "14:00-05:00"), "Sa 10:00-14:00"),
        (weekly("Monday", "9:00 AM", "5:30 PM"), "Mo 09:00-17:30"),
        (weekly("MO", "9:00", "17:00", interval=1), "Mo 09:00-17:00"),
        (weekly("FR", "22:00", "04:00"), "Fr 22:00-28:00"),
        (weekly("FR", "18:00", "24:00"), "Fr 18:00-24:00"),
        (weekly("MO,TU,WE,TH,FR,SA,SU", "00:00", "23:59"), "Mo-Su 00:00-24:00"),
        ({"byday": "TU", "opens_at": "10:00", "closes_at": "11:00"}, "Tu 10:00-11:00"),
        ({"description": "9-5, Mon-Fri"}, "Mo-Fr 09:00-17:00"),
        (
            weekly("MO", "", "", description="9am-1pm, Mon; hotline 24/7"),
            "Mo 09:00-13:00 | phone line Mo-Su 00:00-24:00",
        ),
        (weekly("SA", "10:00", "14:00", valid_from="2026-08-22", valid_to="2026-08-22"), "on 2026-08-22 10:00-14:00"),
    ],
)
def test_a_schedule_is_read(schedule: Mapping[str, Any], notation: str) -> None:
    hours = hours_of([schedule])
    assert set(read_minutes(hours)) == expected(notation).minutes
    assert all(one.spans or one.exceptions for one in hours)


@pytest.mark.parametrize(
    "more",
    [
        {"freq": "MONTHLY", "byday": "1WE"},
        {"interval": 2, "dtstart": "2026-06-01"},
        {"valid_from": "2026-06-01", "valid_to": "2026-08-31"},
        {"until": "2026-08-31"},
        {"bymonthday": "15"},
        {"byday": "2MO"},
        {"closes_at": ""},
        {"closes_at": "late"},
        {"opens_at": "21:00"},
        {"description": "9-12, 1st Wednesday"},
    ],
)
def test_what_does_not_come_every_week_is_kept_as_text(more: Mapping[str, Any]) -> None:
    (hours,) = hours_of([{**weekly("MO", "09:00", "17:00"), **more}])
    assert (hours.spans, hours.exceptions) == ((), ())
    assert all(str(value) in hours.text for value in more.values())


def test_a_description_that_tells_hours_goes_before_fields_made_of_it() -> None:
    text = "9am-5pm, Mon-Thu; 9am-1pm, Fri"
    hours = hours_of([weekly(day, "09:00", "17:00", description=text) for day in ("MO", "TU", "WE", "TH", "FR")])
    assert set(read_minutes(hours)) == expected("Mo-Th 09:00-17:00; Fr 09:00-13:00").minutes


def test_schedules_of_one_description_are_hours_of_one_kind() -> None:
    schedules = [weekly("MO", "09:00", "12:00", description="ring the bell"), weekly("TU", "09:00", "12:00")]
    schedules += [weekly("WE", "13:00", "15:00", description="ring the bell")]
    assert [(one.text, len(one.spans)) for one in hours_of(schedules)] == [("ring the bell", 2), ("", 1)]


def test_days_and_times_by_appointment_are_marked() -> None:
    (hours,) = hours_of([weekly(WEEKDAYS, "09:00", "17:00", description="by appointment")])
    assert hours.by_appointment
    assert len(hours.spans) == 5


@pytest.mark.parametrize("names", [("Monday", "Tuesday"), ("1", "2"), ("MO", "TU"), ("mon", "tues")])
def test_weekday_rows_are_read_by_name_number_or_code(names: tuple[str, str]) -> None:
    rows = [{"weekday": name, "opens_at": "09:00:00", "closes_at": "17:00:00"} for name in names]
    assert hours_of_rows(rows, []) == (Hours(HoursKind.UNKNOWN, (Span(540, 1020), Span(1980, 2460))),)


def test_a_holiday_closes_and_opens_dates() -> None:
    rows = [{"weekday": "4", "opens_at": "09:00", "closes_at": "17:00"}]
    holidays = [
        {"closed": "true", "start_date": "2026-11-26", "end_date": "2026-11-27"},
        {"closed": "false", "opens_at": "10:00", "closes_at": "12:00", "start_date": "2026-12-24", "end_date": ""},
    ]
    (hours,) = hours_of_rows(rows, holidays)
    assert hours.exceptions == (
        DatedHours(date(2026, 11, 26)),
        DatedHours(date(2026, 11, 27)),
        DatedHours(date(2026, 12, 24), ((600, 720),)),
    )


def test_a_row_that_cannot_be_read_is_kept_as_text() -> None:
    rows = [{"weekday": "8", "opens_at": "09:00", "closes_at": "17:00"}]
    hours = hours_of_rows(rows, [{"closed": "true", "start_date": "Easter"}])
    assert [(one.spans, one.exceptions) for one in hours] == [((), ()), ((), ())]
    assert [word in " ".join(one.text for one in hours) for word in ("8", "09:00", "Easter")] == [True] * 3


def test_no_schedules_are_no_hours() -> None:
    assert hours_of([]) == hours_of_rows([], []) == ()


def test_day_and_night_is_written_as_seven_whole_days() -> None:
    (schedule,) = schedules_of([Hours(HoursKind.PHONE, (Span(0, WEEK),))], new_id)
    assert (schedule["byday"], schedule["opens_at"], schedule["closes_at"]) == (
        "MO,TU,WE,TH,FR,SA,SU",
        "00:00",
        "00:00",
    )
