"""What people write about opening hours is read where it is plain, and left as text where it is not (S-03)."""

import pytest

from navigator.resources.hours_text import Understood, Unfit, read_hours_text
from navigator.resources.model import WEEK, HoursKind, Span

from .hours_expected import expected, read_minutes

OFTEN = [
    ("9:10am-5:20pm, Mon-Fri", "Mo-Fr 09:10-17:20"),
    ("Monday-Friday, 9:10-5:20", "Mo-Fr 09:10-17:20"),
    ("8:30am-7:00pm, Mon-Thur;\n9:00am-1:00pm, Fri", "Mo-Th 08:30-19:00; Fr 09:00-13:00"),
    ("Mon 10-6; Tue 10-9; Wed closed; Thu-Fri 1-6", "Mo 10:00-18:00; Tu 10:00-21:00; Th,Fr 13:00-18:00"),
    ("Tue, Thur 8 a.m. to 4 p.m.", "Tu,Th 08:00-16:00"),
    ("8A-4:30P (M-F), 9A-12P (Sat. & Sun)", "Mo-Fr 08:00-16:30; Sa,Su 09:00-12:00"),
    ("MWF 7:15am-noon", "Mo,We,Fr 07:15-12:00"),
    ("M/W/F 9-12", "Mo,We,Fr 09:00-12:00"),
    ("M-W & F 10-2", "Mo-We,Fr 10:00-14:00"),
    ("900am - 430 pm, Wednesdays", "We 09:00-16:30"),
    ("Weekdays 07:00-19:00, weekends 08:00-12:00", "Mo-Fr 07:00-19:00; Sa,Su 08:00-12:00"),
    ("10pm-4am, nightly", "Mo-Su 22:00-28:00"),
    ("Friday-Monday, 8 PM - midnight", "Mo,Fr,Sa,Su 20:00-24:00"),
    ("Open 24 hours", "Mo-Su 00:00-24:00"),
    ("24 hours a day, 7 days a week", "Mo-Su 00:00-24:00"),
    ("Sat-Sun 24/7", "Sa,Su 00:00-24:00"),
    ("Daily 9-12, 1-4", "Mo-Su 09:00-12:00, 13:00-16:00"),
    ("8:00 am - 3:00 pm; Monday - Friday", "Mo-Fr 08:00-15:00"),
    ("Monday: 9 am - 12 noon; 1 pm - 3 pm Tuesday: 9 am - 11 am", "Mo 09:00-12:00, 13:00-15:00; Tu 09:00-11:00"),
]

SLIPS = [
    ("Wendsday 9am-3pm", "We 09:00-15:00"),
    ("Momday - Thurday, 9am-3pm", "Mo-Th 09:00-15:00"),
    ("9:00amGÇô3:00pm, Mon", "Mo 09:00-15:00"),
    ("9am\u20133pm, Mon", "Mo 09:00-15:00"),
    ("Monday-Thursday, 9AM-5PMFriday, 9AM-2PM", "Mo-Th 09:00-17:00; Fr 09:00-14:00"),
    ("Monday, 10-5:30Friday, 10-4:30", "Mo 10:00-17:30; Fr 10:00-16:30"),
    ("9am-3pm, Mon-Fri;\\n9am-1pm, Sat", "Mo-Fr 09:00-15:00; Sa 09:00-13:00"),
    ("9:00am- -3:00pm, Mon", "Mo 09:00-15:00"),
]

DOORS = [
    ("Office: 9am-5pm, Mon-Fri", "office Mo-Fr 09:00-17:00"),
    ("9-5 Mon-Fri (Administrative); hotline 24 hours", "office Mo-Fr 09:00-17:00 | phone line Mo-Su 00:00-24:00"),
    ("Intake Hours:\n8am-10am, Mon\n\nWalk-In:\n1pm-3pm, Wed", "intake Mo 08:00-10:00 | walk-in We 13:00-15:00"),
    ("Breakfast Mon: 7:45-8:45 Dinner Tue & Wed: 5-6:30", "meals Mo 07:45-08:45; Tu,We 17:00-18:30"),
    ("Phone intake: 1pm-4pm, Tue", "phone line Tu 13:00-16:00"),
    ("IOP/OP; 8A-5P (M-F) | Spanish, 2nd Floor", "Mo-Fr 08:00-17:00"),
    ("Lunch and use of the phone: 12-1, Mon", "Mo 12:00-13:00"),
    ("9am-8pm, Mon-Fri, 9am-5pm, Sat (hotline)", "phone line Mo-Fr 09:00-20:00; Sa 09:00-17:00"),
    ("9am-5pm Mon-Fri; 24-hour voice mail", "Mo-Fr 09:00-17:00"),
]

CLOSINGS = [
    ("9am-5pm, Mon-Fri; closed for lunch 12-1", "Mo-Fr 09:00-12:00, 13:00-17:00"),
    ("9-5 Mon-Fri. Closed Thursdays, 12:30-4", "Mo-We,Fr 09:00-17:00; Th 09:00-12:30, 16:00-17:00"),
    ("9-5 Mon-Fri (closed Sat, Sun)", "Mo-Fr 09:00-17:00"),
    (
        "9-5 Mon-Fri (except lunch 12-1, Mon-Thu; 1-2, Fri)",
        "Mo-Th 09:00-12:00, 13:00-17:00; Fr 09:00-13:00, 14:00-17:00",
    ),
    ("Sunday: Closed; Monday 1-9 pm", "Mo 13:00-21:00"),
    ("9-5 Mon-Fri, except on federal holidays", "Mo-Fr 09:00-17:00"),
    ("10-4, Sat, Sun & Holidays", "Sa,Su 10:00-16:00"),
]

DATED = [
    ("Saturday, August 22, 2026, 10am-2pm", "on 2026-08-22 10:00-14:00"),
    ("Monday, June 1, 2026Tuesday, June 2, 20269-12", "on 2026-06-01..2026-06-02 Mo,Tu 09:00-12:00"),
    ("August 22, 2026, 10am-2pm (closed 12-1)", "on 2026-08-22 10:00-12:00, 13:00-14:00"),
    ("6/15/2026 - 6/26/2026 Monday-Thursday, 4-7", "on 2026-06-15..2026-06-26 Mo-Th 16:00-19:00"),
]


@pytest.mark.parametrize(("text", "notation"), [*OFTEN, *SLIPS, *DOORS, *CLOSINGS, *DATED])
def test_plain_hours_are_read_whole(text: str, notation: str) -> None:
    reading = read_hours_text(text)
    assert set(read_minutes(reading.hours)) == expected(notation).minutes
    assert reading.understood is Understood.WHOLE
    assert {one.text for one in reading.hours} == {text}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Mon-Fri 7-9", Unfit.HALF),
        ("Monday-Thursday, 7-7", Unfit.HALF),
        ("Friday 8-10", Unfit.HALF),
        ("10-4am, Mon-Fri", Unfit.HALF),
        ("9:00 pm - 4:40 pm, Monday - Friday", Unfit.HALF),
        ("2:30 am - 7:00 pm, Tuesday", Unfit.HALF),
        ("9pm - 9pm, Mon", Unfit.HALF),
        ("sat: 0:00:00 - 0:00:00", Unfit.HALF),
        ("Mon-Fri 00:00-00:00", Unfit.HALF),
        ("Shelter: daily 7-6", Unfit.HALF),
        ("Mon-Fri 12-12", Unfit.HALF),
        ("9am, Sat", Unfit.NO_END),
        ("Mon-Fri 9am-5pm. Doors lock at 4pm", Unfit.NO_END),
        ("Tuesday 6 PM", Unfit.NO_END),
        ("9am-5pm", Unfit.NO_DAYS),
        ("Mon-Fri and Sun", Unfit.NO_TIMES),
        ("1st Wednesday, 5-8 PM", Unfit.MONTHLY),
        ("10am-1pm, 2nd and 4th Saturday of each month", Unfit.MONTHLY),
        ("Every other Friday, 9am-1pm", Unfit.MONTHLY),
        ("Summer: 9am-1pm, Mon-Fri", Unfit.SEASON),
        ("November - March, 7 PM - 7 AM daily", Unfit.SEASON),
        ("Saturday 2/21, 3/7, 10am-2pm", Unfit.NO_YEAR),
        ("9am-5pm EST, Mon-Fri", Unfit.ZONE),
        ("Visiting hours 11am-7pm, daily", Unfit.VISITS),
        ("9:0am-3:00pm, Mon", Unfit.CONFUSED),
        ("9-5 Mon-Fri, except Wed", Unfit.CONFUSED),
        ("9am-5pm Mon-Fri, Wed 9am-1pm", Unfit.CONFUSED),
        ("8 AM-4 PM Mon-Fri, Sat-Sun 24 hours", Unfit.CONFUSED),
        ("Steps 1-3, 9-5 Mon", Unfit.CONFUSED),
        ("8am-5pm, Mon-Xyz", Unfit.CONFUSED),
        ("9am-5pm, Mon-Fri, hours vary by site", Unfit.WORDS),
        ("1pm-4pm, Mon, until all food is gone", Unfit.WORDS),
        ("9-5, Mondays, Wednesdays, or Thursdays", Unfit.CONFUSED),
        ("Mon-Fri 9-5; Wed closed", Unfit.CONTRARY),
    ],
)
def test_what_could_send_a_person_to_a_closed_door_is_not_read(text: str, why: Unfit) -> None:
    reading = read_hours_text(text)
    assert why in reading.unfit
    assert reading.hours[-1].text == text
    assert (reading.hours[-1].spans, reading.hours[-1].exceptions) == ((), ())
    assert reading.understood is (Understood.PARTLY if why is Unfit.CONTRARY else Understood.NOT)


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("9-5 Mon-Thu; 10am-1pm, 3rd Saturday", "Mo-Th 09:00-17:00"),
        ("Office: 9-5 Mon-Fri; food pantry: 9am, Sat", "office Mo-Fr 09:00-17:00"),
        ("9-5 Mon-Fri (closed 1st Friday of each month)", "Mo-Th 09:00-17:00"),
        ("Monday-Thursday 8-9; Friday 8-6", "Fr 08:00-18:00"),
        ("9-5 Mon-Fri; on call for emergencies 24/7", "Mo-Fr 09:00-17:00"),
        ("9-5 Mon-Fri; Open 24 hours", "Mo-Fr 09:00-17:00"),
        ("10am-3pm, Mon, Wed; 10am-1pm, Tue, Wed", "Mo 10:00-15:00; Tu,We 10:00-13:00"),
        ("8A-8P (M-F); S: 8A-6P", "Mo-Fr 08:00-20:00"),
        ("Administration: 8-4 Mon-Fri; summer camp: 9-1 Mon-Fri", "office Mo-Fr 08:00-16:00"),
    ],
)
def test_of_a_text_that_is_partly_plain_only_what_is_certain_is_read(text: str, certain: str) -> None:
    reading = read_hours_text(text)
    assert reading.understood is Understood.PARTLY
    assert set(read_minutes(reading.hours)) == expected(certain).minutes
    assert (reading.hours[-1].spans, reading.hours[-1].by_appointment) == ((), False)


@pytest.mark.parametrize(
    "text",
    [
        "N/A",
        "[not specified]",
        "Hours vary a lot",
        "Please inquire at the desk",
        "Cross street: Example Lane",
        "24-hour answering machine at night",
    ],
)
def test_a_text_that_says_no_hours_is_kept_and_known_for_it(text: str) -> None:
    reading = read_hours_text(text)
    assert (reading.understood, [one.text for one in reading.hours]) == (Understood.NONE_SAID, [text])


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("By appointment only", [(False, True)]),
        ("9-5 Mon-Fri\n\nBy appointment only", [(True, True)]),
        ("9-5 Mon-Fri; evenings by appointment", [(True, False), (False, True)]),
        ("9-5 Mon-Fri or by appointment", [(True, False), (False, True)]),
        ("9-5 Mon-Thu; Fridays by appointment", [(True, False), (False, True)]),
        ("9-5 Mon-Fri; Saturday, 9-12 by appointment only", [(True, False), (True, True)]),
    ],
)
def test_an_appointment_marks_the_hours_that_it_is_said_of(text: str, marks: list[tuple[bool, bool]]) -> None:
    assert [(bool(one.spans), one.by_appointment) for one in read_hours_text(text).hours] == marks


def test_a_published_kind_goes_for_hours_that_name_no_door() -> None:
    reading = read_hours_text("9-5 Mon-Fri; hotline 24/7", HoursKind.INTAKE)
    assert [one.kind for one in reading.hours] == [HoursKind.INTAKE, HoursKind.PHONE]
    assert reading.hours[1].spans == (Span(0, WEEK),)


def test_hours_of_the_kind_that_is_asked_for_join_those_that_name_it() -> None:
    text = "9-5 Mon-Thu; intake 9-12, Fri"
    (hours,) = read_hours_text(text, HoursKind.INTAKE).hours
    assert len(hours.spans) == 5


def test_blank_text_has_no_hours() -> None:
    assert read_hours_text(" \n").hours == ()
