"""What is owed on the days on which the clocks of the city are put forward or back (R-09)."""

from datetime import UTC, datetime, timedelta

import pytest

from navigator.referrals.follow_up import Reached
from navigator.referrals.status import Status
from navigator.referrals.steps import Hold, Request
from navigator.referrals.task import Matter

from .scenes import ZONE, Bench, call
from .test_worklists import MINUTE, SECOND, ask_again, at, matters


class TestClocksPutBackAndForward:
    """Philadelphia: forward on March 14, 2027 at 2 AM, back on November 7, 2027 at 2 AM."""

    @pytest.mark.parametrize(
        "ended", [datetime(2027, 3, 13, 5, 30, tzinfo=UTC), datetime(2027, 11, 6, 4, 30, tzinfo=UTC)]
    )
    def test_a_follow_up_is_owed_on_the_day_in_the_city_on_which_it_is_due(self, bench: Bench, ended):
        at(bench, ended)
        visit = bench.visit(arrived_at=ended - timedelta(hours=1))
        referral = bench.take(bench.draft(visit), Request(call(at=ended)))
        bench.end(visit)
        first = bench.work.follow_ups.of(bench.actor, referral.id)[0]
        assert first.due_at == ended + timedelta(hours=24)
        day = first.due_at.astimezone(ZONE).date()
        midnight = datetime(day.year, day.month, day.day, tzinfo=ZONE).astimezone(UTC)
        at(bench, midnight - SECOND)
        assert Matter.FOLLOW_UP not in matters(bench)
        at(bench, midnight)
        assert Matter.FOLLOW_UP in matters(bench)

    def test_half_an_hour_is_half_an_hour_while_the_clocks_are_put_back(self, bench: Bench):
        first_one_thirty = datetime(2027, 11, 7, 5, 30, tzinfo=UTC)
        at(bench, first_one_thirty)
        visit = bench.visit(arrived_at=first_one_thirty)
        bench.end(visit)
        bench.take(bench.draft(visit), Request(call(at=first_one_thirty)))
        at(bench, first_one_thirty + 29 * MINUTE)
        assert matters(bench) == []
        at(bench, first_one_thirty + 30 * MINUTE)
        assert matters(bench) == [Matter.NO_ANSWER]

    def test_a_check_on_the_short_day_is_owed_from_its_midnight(self, bench: Bench):
        at(bench, datetime(2027, 3, 13, 12, 0, tzinfo=UTC))
        referral = bench.brought_to(Status.ACCEPTED)
        ask_again(bench, referral, Reached.PROVIDER)
        bench.take(referral, Hold("Clearance.", datetime(2027, 3, 14).date()))
        at(bench, datetime(2027, 3, 14, 4, 59, tzinfo=UTC))
        assert Matter.CHECK_DUE not in matters(bench)
        at(bench, datetime(2027, 3, 14, 5, 0, tzinfo=UTC))
        assert Matter.CHECK_DUE in matters(bench)
