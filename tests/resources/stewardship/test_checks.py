"""Checks as events: what they confirm and change, when they are due again, what a call to nobody is (S-02, S-06)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from navigator.errors import BadInput, NotFound
from navigator.resources.model import Outcome, Status
from navigator.resources.stewardship.checks import Check, Method
from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.resources.stewardship.history import EventKind
from navigator.resources.stewardship.marks import How
from navigator.resources.stewardship.settings import Settings

from .bench import HARBOR, LENA, ROSE, TODAY, Bench, phone

CALL = Check(Method.PHONE, "Mr. Tran, front desk", Outcome.CONFIRMED)


class TestChecks:
    def test_a_check_is_kept_with_who_how_and_when_again(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        (entry,) = bench.checks.verify(LENA, harbor, replace(CALL, words="Very helpful"))
        check = entry.verified
        assert (check.at, check.by, check.method, check.outcome) == (
            *(bench.clock.now, "Lena M.", "by phone"),
            Outcome.CONFIRMED,
        )
        assert check.source == "Mr. Tran, front desk. Very helpful"
        assert entry.due_on == check.next_due == TODAY + timedelta(days=365)
        assert bench.trail() == [("entry verified", harbor, '{"outcome": "confirmed"}')]

    def test_shelters_are_due_after_90_days_unless_the_desk_or_the_person_says_otherwise(self, bench: Bench):
        (rose,) = bench.put(replace(ROSE, categories=("shelter", "detox")))
        (entry,) = bench.checks.verify(LENA, rose, CALL)
        assert entry.due_on == bench.checks.next_due_of(LENA, entry) == TODAY + timedelta(days=90)
        usual = bench.settings.settings(LENA)
        bench.settings.change(LENA, Settings(usual.due_days | {"shelter": 30}, 8))
        (entry,) = bench.checks.verify(LENA, rose, CALL)
        assert entry.due_on == TODAY + timedelta(days=30)
        (entry,) = bench.checks.verify(LENA, rose, replace(CALL, next_due=date(2027, 1, 4)))
        assert entry.due_on == date(2027, 1, 4)

    def test_all_filled_fields_or_those_that_were_asked_are_confirmed(self, bench: Bench):
        here, there = bench.put(HARBOR, HARBOR)
        bench.checks.verify(LENA, here, replace(CALL, fields=("hours",)))
        assert set(bench.records.view(LENA, here).confirmed) == {"hours"}
        bench.checks.verify(LENA, here, CALL)
        marks = bench.records.view(LENA, here).confirmed
        assert {mark.how for mark in marks.values()} == {How.VERIFIED}
        assert set(marks) == {"hours", *(key for key in bench.values(here) if key not in ("source", "seen"))}
        assert bench.records.view(LENA, there).confirmed == {}

    def test_what_a_check_changes_is_written_with_it_and_counts_as_verified(self, bench: Bench):
        here, there = bench.put(HARBOR, HARBOR)
        changed = bench.checks.verify(LENA, here, replace(CALL, values={"bring": "Photo ID"}, fields=()))
        assert [entry.id for entry in changed] == [here, there]
        assert changed[0].verified.outcome is Outcome.CHANGED
        assert changed[1].verified is None
        assert bench.records.view(LENA, there).confirmed["bring"].how is How.VERIFIED
        change = next(event for event in bench.records.view(LENA, here).history if event.kind is EventKind.CHANGE)
        assert (change.title, change.can_be_taken_back) == ("Changed at a check", True)

    def test_a_check_whose_change_is_refused_is_no_check(self, bench: Bench):
        (rose,) = bench.put(replace(ROSE, confidential=True))
        before = bench.everything()
        for values in ({"address": {"line": "9 Kumquat Street"}}, {"name": ""}):
            with pytest.raises(BadInput):
                bench.checks.verify(LENA, rose, replace(CALL, values=values))
        assert bench.everything() == before

    def test_an_edit_after_a_check_is_not_verified_any_more(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        bench.checks.verify(LENA, harbor, CALL)
        bench.edit(harbor, phones=phone("215-555-0143"))
        marks = bench.records.view(LENA, harbor).confirmed
        assert (marks["phones"].how, marks["name"].how) == (How.EDITED, How.VERIFIED)

    def test_what_is_gone_is_closed_not_called_checked_and_told_in_the_history(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        (entry,) = bench.checks.verify(LENA, harbor, replace(CALL, outcome=Outcome.GONE))
        assert (entry.status, entry.status_reason, entry.verified) == (
            Status.CLOSED,
            "Gone when it was checked.",
            None,
        )
        kinds = {event.kind for event in bench.records.view(LENA, harbor).history}
        assert kinds == {EventKind.CHANGE, EventKind.CHECK}

    def test_nobody_reached_is_no_check_and_confirms_nothing(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        (entry,) = bench.checks.verify(LENA, harbor, Check(Method.PHONE, "", Outcome.NOT_REACHED))
        assert (entry.verified, entry.due_on) == (None, None)
        assert bench.records.view(LENA, harbor).confirmed == {}

    @pytest.mark.parametrize(
        ("check", "sentence"),
        [
            (replace(CALL, with_whom=" "), "who you spoke with"),
            (replace(CALL, next_due=TODAY), "after today"),
            (replace(CALL, outcome=Outcome.NOT_REACHED, values={"bring": "ID"}), "no check of “What to bring”"),
        ],
    )
    def test_a_check_that_cannot_be_is_refused(self, bench: Bench, check, sentence):
        (harbor,) = bench.put(HARBOR)
        before = bench.everything()
        with pytest.raises(BadInput, match=sentence):
            bench.checks.verify(LENA, harbor, check)
        assert bench.everything() == before

    def test_a_page_is_read_without_anybody(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        (entry,) = bench.checks.verify(LENA, harbor, Check(Method.WEB, "", Outcome.CONFIRMED))
        assert entry.verified.method == "web page"

    def test_an_entry_that_is_gone_from_the_store_is_said_plainly(self, bench: Bench):
        with pytest.raises(NotFound):
            bench.checks.verify(LENA, "no such id", CALL)

    def test_the_draft_of_the_call_goes_with_the_check(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        bench.drafts.keep(LENA, DeskDraftKind.CHECK, harbor, {"with whom": "Mr."})
        bench.drafts.keep(LENA, DeskDraftKind.EDITOR, harbor, {"name": "x"})
        bench.checks.verify(LENA, harbor, CALL)
        assert [draft.kind for draft in bench.drafts.mine(LENA)] == [DeskDraftKind.EDITOR]


class TestSettings:
    def test_the_desk_starts_with_4_hours_and_the_days_of_each_kind(self, bench: Bench):
        settings = bench.settings.settings(LENA)
        assert (settings.capacity_hours, settings.due_days["shelter"], settings.due_days["detox"]) == (4, 90, 365)

    def test_only_what_differs_from_the_kind_is_kept(self, bench: Bench):
        usual = bench.settings.settings(LENA)
        bench.settings.change(LENA, Settings(usual.due_days | {"detox": 180}, 6))
        assert bench.settings.settings(LENA) == Settings(usual.due_days | {"detox": 180}, 6)
        assert bench.trail()[-1] == ("settings of the directory desk changed", "", '{"kinds": 1}')

    @pytest.mark.parametrize("wrong", [{"due_days": {"detox": 0}}, {"due_days": {}, "capacity_hours": 0}])
    def test_none_is_less_than_one(self, bench: Bench, wrong):
        with pytest.raises(BadInput, match="1 or more"):
            bench.settings.change(LENA, Settings(**wrong))
        assert bench.trail() == []
