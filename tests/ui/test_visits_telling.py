"""A time of another day never stands without its day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from navigator.city import load_city
from navigator.referrals.person import Person
from navigator.referrals.visit import Disposition, Ending, PlaceKind, Visit, VisitFacts
from navigator.ui.visits.telling import headline, lasting, visit_groups
from tests.ui.desk_of_casework import JORDAN

CITY = load_city("philadelphia")
NOW = datetime(2026, 11, 23, 7, 14, tzinfo=UTC)
"""Monday, 2:14 AM in Philadelphia."""


def visit(began: timedelta, ended: timedelta) -> Visit:
    facts = VisitFacts(arrived_at=NOW - began, place_kind=PlaceKind.HOME)
    made = Visit("visit", Person("person", JORDAN), facts, None, "dana", "Dana R.", 1, NOW - began)
    return replace(made, ending=Ending(NOW - ended, Disposition.RESOLVED))


@pytest.mark.parametrize(
    ("began", "ended", "words"),
    [
        (timedelta(minutes=23), timedelta(), "1:51 AM to 2:14 AM"),
        (timedelta(hours=3), timedelta(), "yesterday, 11:14 PM to today, 2:14 AM"),
        (timedelta(hours=24), timedelta(hours=23), "yesterday, 2:14 AM to 3:14 AM"),
        (timedelta(hours=27), timedelta(hours=24), "Saturday, November 21, 11:14 PM to yesterday, 2:14 AM"),
    ],
)
def test_how_long_a_visit_lasted_says_each_day_that_is_another(began, ended, words):
    assert lasting(NOW - began, NOW - ended, NOW, CITY.zone) == words
    one = visit(began, ended)
    assert headline(one, NOW, CITY).startswith(words)
    assert visit_groups([one], NOW, CITY)[1].records[0].right == words
