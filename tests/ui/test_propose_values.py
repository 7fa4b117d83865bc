"""What a report changes, kind by kind, and what stands in the way of sending it (S-07)."""

from dataclasses import replace
from datetime import date

import pytest

from navigator.resources.fields import Record, with_values
from navigator.resources.model import Status
from navigator.ui.directory.phone_reading import NO_NUMBER
from navigator.ui.directory.propose_values import (
    NO_DAY,
    NO_ZIP,
    NOTHING_SAID,
    Closed,
    Typed,
    What,
    proposed,
    saw,
    trouble_of,
    whats,
)
from tests.ui.desk_of_find import HARBOR, NUMBERLESS, SAFE_HAVEN

TODAY = date(2026, 11, 23)


def after(typed: Typed, entry=HARBOR):
    return with_values(Record(entry), proposed(entry, typed, TODAY)).entry


def test_the_wrong_number_is_replaced_and_keeps_what_it_is_for():
    entry = after(Typed(What.PHONE, "(215) 555 0188", place=0))
    assert [one.number for one in entry.phones] == ["215-555-0188", "215-555-0143"]
    assert entry.phones[0].words == HARBOR.phones[0].words


def test_a_number_that_is_not_listed_is_added():
    entry = after(Typed(What.PHONE, "215-555-0188", place=2))
    assert [one.number for one in entry.phones] == ["215-555-0142", "215-555-0143", "215-555-0188"]
    assert after(Typed(What.PHONE, "215-555-0188"), NUMBERLESS).phones[0].number == "215-555-0188"


def test_hours_are_sent_as_they_were_written_and_as_they_were_read():
    (hours,) = after(Typed(What.HOURS, "Mon-Fri 9am-5pm")).hours
    assert hours.text == "Mon-Fri 9am-5pm"
    assert hours.spans


def test_hours_that_cannot_be_read_are_sent_as_text():
    (hours,) = after(Typed(What.HOURS, "when the moon is full")).hours
    assert (hours.text, hours.spans) == ("when the moon is full", ())


def test_closed_is_a_status_with_its_end():
    assert after(Typed(What.CLOSED)).status is Status.CLOSED
    for_a_time = after(Typed(What.CLOSED, more="fri", closed=Closed.FOR_A_TIME))
    assert (for_a_time.status, for_a_time.status_until) == (Status.TEMPORARILY_CLOSED, date(2026, 11, 27))
    assert after(Typed(What.CLOSED, closed=Closed.FOR_A_TIME)).status_until is None


def test_another_street_stays_in_its_town():
    address = after(Typed(What.ADDRESS, "12 Elsewhere Street")).address
    assert (address.line, address.city, address.postal_code) == ("12 Elsewhere Street", "Philadelphia", "19134")
    assert after(Typed(What.ADDRESS, more="19104")).address.line == "1420 Example Street"


def test_words_alone_change_no_field():
    for what in What:
        if what is not What.CLOSED:
            assert proposed(HARBOR, Typed(what, words="The bell is broken"), TODAY) == {}


def test_a_report_carries_what_its_author_saw():
    values = proposed(HARBOR, Typed(What.WHO, "Women only"), TODAY)
    assert saw(HARBOR, values) == {"eligibility": None}
    assert saw(replace(HARBOR, eligibility="Men"), values) == {"eligibility": "Men"}


def test_of_a_secret_place_no_address_can_be_reported():
    assert What.ADDRESS not in whats(SAFE_HAVEN)
    assert set(whats(HARBOR)) == set(What)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (Typed(What.PHONE), NOTHING_SAID),
        (Typed(What.OTHER), NOTHING_SAID),
        (Typed(What.PHONE, "215-555"), NO_NUMBER),
        (Typed(What.ADDRESS, more="1910"), NO_ZIP),
        (Typed(What.CLOSED, more="someday", closed=Closed.FOR_A_TIME), NO_DAY),
        (Typed(What.CLOSED), ""),
        (Typed(What.PHONE, words="Nobody answers"), ""),
        (Typed(What.HOURS, "Mon 9-5"), ""),
    ],
)
def test_what_is_missing_is_said(typed, sentence):
    assert trouble_of(typed, TODAY) == sentence
