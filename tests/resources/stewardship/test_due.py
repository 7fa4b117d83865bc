"""What the desk is to look at today, and where beds are to be asked for (S-04, S-06)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert

from navigator.clock import to_store
from navigator.resources.model import Outcome, Status
from navigator.resources.stewardship.checks import Check, Method
from navigator.resources.stewardship.due import Due
from navigator.resources.stewardship.quarantine import quarantine
from navigator.resources.stewardship.reasons import Why
from navigator.resources.stewardship.rows import BatchRow, FeedRow, OriginRow
from navigator.resources.stewardship.settings import Settings

from .bench import DANA, HARBOR, LENA, ROSE, TODAY, Bench, phone

CALL = Check(Method.PHONE, "Mr. Tran", Outcome.CONFIRMED)
NOBODY = Check(Method.PHONE, "", Outcome.NOT_REACHED)


def due(bench: Bench, entry_id: str) -> Due | None:
    return next((one for one in bench.due.due(LENA) if one.entry_id == entry_id), None)


@pytest.fixture
def checked(bench: Bench) -> str:
    """An entry that was checked today, so that nothing is due of it."""
    (harbor,) = bench.put(HARBOR)
    bench.checks.verify(LENA, harbor, CALL)
    return harbor


class TestChecks:
    def test_never_checked_is_due_the_kinds_that_age_fastest_first(self, bench: Bench):
        aster = replace(HARBOR, service_id="aster", name="Aster House")
        harbor, rose, first = bench.put(HARBOR, ROSE, aster)
        listed = bench.due.due(LENA)
        assert [one.entry_id for one in listed] == [rose, first, harbor]
        assert {(one.why, one.since, one.words) for one in listed} == {(Why.UNCHECKED, None, "never checked")}
        assert "Phone" in listed[0].look_at

    def test_what_was_checked_is_due_on_its_day_with_its_age_in_words(self, bench: Bench, checked: str):
        at = bench.clock.now
        bench.clock.forward(days=364)
        assert due(bench, checked) is None
        bench.clock.forward(days=62)
        found = due(bench, checked)
        assert (found.why, found.since, found.words) == (Why.DUE, at, "checked 14 months ago")

    def test_the_longest_overdue_comes_first(self, bench: Bench, checked: str):
        (rose,) = bench.put(ROSE)
        bench.checks.verify(LENA, rose, CALL)
        bench.clock.forward(days=400)
        assert [one.entry_id for one in bench.due.due(LENA)] == [rose, checked]

    def test_who_was_not_reached_is_called_again_tomorrow(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        bench.checks.verify(LENA, harbor, NOBODY)
        assert due(bench, harbor) is None
        bench.clock.forward(days=1)
        assert due(bench, harbor).words == "never checked, not reached yesterday"
        bench.clock.forward(days=2)
        assert due(bench, harbor).words == "never checked, not reached 3 days ago"

    def test_a_call_to_nobody_before_the_last_check_is_forgotten(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        bench.checks.verify(LENA, harbor, NOBODY)
        bench.clock.forward(hours=1)
        bench.checks.verify(LENA, harbor, CALL)
        bench.clock.forward(days=365)
        assert due(bench, harbor).words == "checked 12 months ago"

    @pytest.mark.parametrize("status", [Status.CLOSED, Status.DUPLICATE])
    def test_nobody_checks_what_is_closed_or_a_duplicate(self, bench: Bench, status):
        bench.put(replace(HARBOR, status=status))
        assert bench.due.due(LENA) == ()


class TestOtherReasons:
    def test_a_proposal_is_the_most_urgent_and_says_what_to_look_at(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        bench.proposals.propose(DANA, harbor, {"phones": phone("215-555-0199")})
        at = bench.clock.now
        bench.clock.forward(days=9)
        assert due(bench, harbor) == Due(
            harbor, HARBOR.name, Why.PROPOSAL, at, "reported 9 days ago", ("Phone",), (Why.UNCHECKED,)
        )

    def test_a_proposal_asked_back_waits_for_its_author_not_for_the_desk(self, bench: Bench, checked: str):
        bench.proposals.propose(DANA, checked, {}, "It smells of gas")
        assert due(bench, checked).look_at == ("What was said",)
        bench.proposals.ask(LENA, bench.proposals.waiting(LENA)[0].id, "When?")
        assert due(bench, checked) is None

    def test_words_without_an_entry_are_no_entry_that_is_due(self, bench: Bench):
        bench.proposals.propose(DANA, None, {}, "Nobody takes a couple")
        assert bench.due.due(LENA) == ()

    def test_an_alert_is_looked_at_on_its_last_days(self, bench: Bench, checked: str):
        bench.alerts.put(LENA, checked, "Closed for repairs", TODAY, TODAY + timedelta(days=3))
        told = []
        for _ in range(5):
            found = due(bench, checked)
            told.append(found.words if found else "")
            bench.clock.forward(days=1)
        assert told == ["", "", "“Closed for repairs” ends tomorrow", "“Closed for repairs” ends today", ""]

    def test_what_was_closed_for_a_time_is_due_on_the_day(self, bench: Bench, checked: str):
        until = (TODAY + timedelta(days=2)).isoformat()
        bench.edit(checked, status="temporarily closed", status_until=until, status_reason="Flood")
        assert due(bench, checked) is None
        bench.clock.forward(days=2)
        assert (due(bench, checked).why, due(bench, checked).words) == (Why.REOPENS, "closed until Nov 25, 2026")

    def test_beds_are_due_when_the_last_word_is_older_than_the_desk_allows(self, bench: Bench, checked: str):
        bench.directory.report_room(DANA, checked, 3, unit="bed", maximum=18)
        bench.clock.forward(hours=4)
        assert due(bench, checked) is None
        bench.clock.forward(minutes=1)
        assert (due(bench, checked).why, due(bench, checked).words) == (Why.BEDS_OLD, "3 of 18 beds, 4 h ago")
        assert due(bench, checked).look_at == ("Beds",)
        bench.settings.change(LENA, Settings({}, 5))
        assert due(bench, checked) is None

    def test_text_of_a_confidential_entry_waits_to_be_read(self, bench: Bench, checked: str):
        with bench.store.writing() as session:
            quarantine(session, checked, {"bring": "Photo ID", "note": "Ring twice"}, "", bench.clock.now)
        found = due(bench, checked)
        assert (found.why, found.words) == (Why.TEXT_WAITS, "2 texts to read, just now")
        assert set(found.look_at) == {"What to bring", "Note"}

    def test_what_its_source_lists_no_more_is_due_unless_another_list_has_it(self, bench: Bench, checked: str):
        at = to_store(bench.clock.now)
        batch = {"feed_id": "one", "at": at, "by": "x", "by_name": "x", "file_name": "x", "format": "table"}
        origin = {"key": "1", "entry_id": checked, "batch_id": "b"}
        with bench.store.writing() as session:
            session.execute(insert(FeedRow), [{"id": one, "name": one, "format": "table"} for one in ("one", "two")])
            session.execute(insert(BatchRow), [batch | {"id": "b", "counts": {}, "problems": []}])
            session.execute(insert(OriginRow), [origin | {"feed_id": "one", "gone_since": "b"}])
        bench.clock.forward(days=2)
        assert due(bench, checked).words == "no more in its source, 2 days ago"
        with bench.store.writing() as session:
            session.execute(insert(OriginRow), [origin | {"feed_id": "two", "gone_since": ""}])
        assert due(bench, checked) is None


class TestBeds:
    def test_the_oldest_word_comes_first_and_what_was_never_told_last(self, bench: Bench):
        harbor, rose, aster = bench.put(HARBOR, ROSE, replace(ROSE, service_id="aster", name="Aster House"))
        bench.directory.report_room(DANA, harbor, 3, unit="bed", maximum=18, said_by="Mr. Tran")
        bench.clock.forward(hours=5)
        bench.directory.report_room(DANA, rose, None, unit="bed")
        lines = bench.due.beds(DANA)
        assert [(line.entry_id, line.words, line.is_old) for line in lines] == [
            (harbor, "3 of 18 beds, 5 h ago", True),
            (rose, "beds not known, just now", False),
            (aster, "beds not known", False),
        ]
        assert (lines[0].said_by, lines[2].as_of) == ("Mr. Tran", None)

    def test_each_unit_and_restriction_has_its_own_line_with_its_newest_word(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        for free, restriction in ((1, "men"), (2, "women"), (3, "men")):
            bench.clock.forward(minutes=1)
            bench.directory.report_room(DANA, harbor, free, unit="bed", restriction=restriction)
        assert [(line.restriction, line.available) for line in bench.due.beds(DANA)] == [("women", 2), ("men", 3)]

    def test_where_nothing_is_counted_and_where_nobody_is_there_is_no_line(self, bench: Bench):
        bench.put(replace(HARBOR, categories=("crisis-line",)), replace(ROSE, status=Status.CLOSED))
        assert bench.due.beds(DANA) == ()
