"""Alerts have a start and an end, in days of the city (S-06)."""

from datetime import date, timedelta

import pytest

from navigator.errors import BadInput, NotFound
from navigator.resources.stewardship.history import EventKind

from .bench import HARBOR, LENA, SAM, TODAY, Bench

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def harbor(bench: Bench) -> str:
    return bench.put(HARBOR)[0]


def test_an_alert_stands_on_the_entry_from_its_first_to_its_last_day(bench: Bench, harbor: str):
    (entry,) = bench.alerts.put(LENA, harbor, " Closed for repairs ", TOMORROW, TOMORROW + timedelta(days=1))
    (alert,) = entry.alerts
    assert (alert.words, alert.by) == ("Closed for repairs", "Lena M.")
    assert [alert.is_on(TODAY + timedelta(days=days)) for days in range(4)] == [False, True, True, False]
    assert bench.trail()[-1][:2] == ("alert put", harbor)


def test_an_alert_without_an_end_stands_until_it_is_ended(bench: Bench, harbor: str):
    (entry,) = bench.alerts.put(LENA, harbor, "No beds for women", TODAY, None)
    (alert,) = entry.alerts
    assert alert.is_on(date(2030, 1, 1))
    (entry,) = bench.alerts.end(SAM, alert.id)
    assert not any(alert.is_on(TODAY) for alert in entry.alerts)
    assert bench.trail()[-1][:2] == ("alert ended", harbor)
    (event,) = bench.records.view(LENA, harbor).history
    assert (event.kind, event.title) == (EventKind.ALERT, "Alert: No beds for women")


def test_an_alert_that_was_over_long_ago_is_not_prolonged_by_ending_it(bench: Bench, harbor: str):
    (entry,) = bench.alerts.put(LENA, harbor, "Closed", TODAY, TODAY)
    bench.clock.forward(days=9)
    (ended,) = bench.alerts.end(LENA, entry.alerts[0].id)
    assert ended.alerts == entry.alerts


def test_the_city_s_day_counts_not_that_of_utc(bench: Bench, harbor: str):
    bench.clock.now = bench.clock.now.replace(hour=3)
    (entry,) = bench.alerts.put(LENA, harbor, "Closed", TODAY - timedelta(days=1), TODAY - timedelta(days=1))
    assert entry.alerts[0].is_on(TODAY - timedelta(days=1))


@pytest.mark.parametrize(
    ("words", "starts", "ends", "sentence"),
    [
        (" ", TODAY, None, "Say what the alert is"),
        ("Closed", TOMORROW, TODAY, "ends before it starts"),
        ("Closed", TODAY - timedelta(days=9), TODAY - timedelta(days=1), "ended already"),
    ],
)
def test_an_alert_that_says_nothing_or_cannot_be_on_is_refused(
    bench: Bench, harbor: str, words, starts, ends, sentence
):
    before = bench.everything()
    with pytest.raises(BadInput, match=sentence):
        bench.alerts.put(LENA, harbor, words, starts, ends)
    assert bench.everything() == before


def test_what_is_not_there_is_said_plainly(bench: Bench):
    with pytest.raises(NotFound):
        bench.alerts.put(LENA, "no such id", "Closed", TODAY, None)
    with pytest.raises(NotFound):
        bench.alerts.end(LENA, "no such id")
