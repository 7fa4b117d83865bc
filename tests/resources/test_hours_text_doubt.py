"""Words beside hours that may make them wrong leave the hours as text: better no answer than a closed door (S-03)."""

import pytest

from navigator.resources.exchange.schedules import hours_of
from navigator.resources.hours_text import Understood, leaves_hours, read_hours_text
from navigator.resources.model import HoursKind

from .hours_expected import expected, read_minutes

OPPOSITE = [
    "Everybody must be out daily 7am-3pm",
    "Quiet hours daily 11pm-5am",
    "Curfew daily 11pm-5am",
    "Gate locked Mon-Sat 8pm-5am",
    "Unavailable Tue-Thu 10-4",
]
NOT_NOW = [
    "Formerly Tue-Thu 10-4",
    "Previously open Tue-Thu 10-4",
    "Used to be Tue-Thu 10-4",
    "Old hours: Tue-Thu 10-4",
    "Suspended: Tue-Thu 10-4",
    "On hold. Tue-Thu 10am-4pm",
    "Tue-Thu 10am-4pm. Paused",
    "Cancelled Tue 10-4",
    "Coming soon: Tue-Thu 10-4",
    "Tue-Thu 10-4 pending funding",
    "Tue-Thu 10-4 (closed for renovation)",
    "Tue-Thu 10-4. The roof fell in",
    "Previously 24/7",
]
IF_AT_ALL = [
    "Code Blue only: daily 8pm-6am",
    "Daily 8pm-6am if below 32",
    "Selected Tuesdays 10am-2pm",
    "Some Tuesdays 10am-2pm",
    "Most Tuesdays 10am-2pm",
    "Tue-Thu 10-4, weather permitting",
    "Tue-Thu 10-4, may vary",
    "Tue 10-4 or Thu 10-4",
    "Tue 10-4 shuttered Thu 10-4",
    "48-hour notice required, Tue-Thu 10-4",
]
FOR_SOME = [
    "Staff only Tue-Thu 10-4",
    "Members only Tue-Thu 10-4",
    "Residents only 24/7",
    "By referral Tue-Thu 10-4",
    "Donations Tue-Thu 10-4",
    "Tue-Thu 10-4; offered to residents",
    "Tue-Thu 10-4 by appointment, members only",
    "Veterans Tue 10-4",
    "Ages 16-20, Tue-Thu 10-4",
]
SEVERAL = [
    "Store Tue-Sat 10-4; pantry Wed 1-3",
    "Men Tue-Sat 10-4; women Wed 1-3",
    "House A: Tue 10-4. House B: Wed 10-4.",
    "Clinic Tue-Sat 10-4; pantry Wed 1-3",
    "Tue 10-4 (north), Wed 10-4 (south)",
]


@pytest.mark.parametrize("text", [*OPPOSITE, *NOT_NOW, *IF_AT_ALL, *FOR_SOME, *SEVERAL])
def test_hours_that_may_not_hold_for_whoever_comes_stay_text(text: str) -> None:
    reading = read_hours_text(text)
    assert reading.understood in (Understood.NOT, Understood.NONE_SAID)
    assert [(one.spans, one.exceptions, one.text) for one in reading.hours] == [((), (), text)]


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("Tue-Thu 10-4, phones answered 24/7", "Tu-Th 10:00-16:00 | phone line Mo-Su 00:00-24:00"),
        ("Tue-Thu 10-5, Thu to 2", "Tu,We 10:00-17:00"),
        ("Tue-Sat 10-4; pantry Sun 1-3", "Tu-Sa 10:00-16:00"),
        ("Office: Tue-Thu 10-4; curfew daily 11pm-5am", "office Tu-Th 10:00-16:00"),
        ("Pantry Tue 10-12", "Tu 10:00-12:00"),
    ],
)
def test_what_stands_beside_doubtful_words_is_read_where_it_is_certain(text: str, certain: str) -> None:
    assert set(read_minutes(read_hours_text(text).hours)) == expected(certain).minutes


@pytest.mark.parametrize("text", ["9-6 daily", "Mon-Fri 8-8", "9-5 daily"])
def test_bare_times_of_a_night_shelter_are_not_taken_for_the_day(text: str) -> None:
    assert not any(one.spans for one in read_hours_text(text, HoursKind.OVERNIGHT).hours)


@pytest.mark.parametrize(
    "more",
    [
        {"notes": "Third Monday of the month only"},
        {"notes": "Not in July"},
        {"description": "Closed"},
        {"description": "No longer offered"},
        {"description": "Women only"},
    ],
)
def test_a_schedule_with_words_that_may_change_it_stays_text_with_its_times(more: dict[str, str]) -> None:
    (hours,) = hours_of([{"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "17:00", **more}])
    assert hours.spans == ()
    assert all(word in hours.text for word in more.values())


def test_a_daily_rule_with_days_of_its_own_holds_on_those() -> None:
    hours = hours_of([{"freq": "DAILY", "byday": "MO", "opens_at": "09:00", "closes_at": "17:00"}])
    assert set(read_minutes(hours)) == expected("Mo 09:00-17:00").minutes


def test_plain_words_leave_a_schedule_as_it_is() -> None:
    assert [leaves_hours(text) for text in ("Side door", "Ring the bell", "Not on Fridays", "Bring a fish")] == [
        True,
        True,
        False,
        False,
    ]
