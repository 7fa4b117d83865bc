"""Entries added and edited at the desk: what may not be left so, what others changed meanwhile, what is taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert

from navigator.errors import BadInput, ChangedMeanwhile, NotFound
from navigator.resources.model import Phone, Status
from navigator.resources.stewardship.changing import Act, Hand, change
from navigator.resources.stewardship.desk_drafts import NEW, DeskDraftKind
from navigator.resources.stewardship.history import EventKind
from navigator.resources.stewardship.marks import How
from navigator.resources.stewardship.rows import BatchRow, FeedRow

from .bench import HARBOR, LENA, ROSE, SAM, TODAY, Bench, phone


class TestAdding:
    def test_a_service_is_added_by_its_fields_and_its_history_begins(self, bench: Bench):
        (entry,) = bench.records.add(LENA, {"name": "Rose House", "phones": phone("215-555-0142"), "minimum_age": 18})
        assert (entry.name, entry.phones, entry.minimum_age) == ("Rose House", (Phone("215-555-0142"),), 18)
        view = bench.records.view(LENA, entry.id)
        (event,) = view.history
        assert (event.title, event.by, event.can_be_taken_back) == ("Added", "Lena M.", False)
        assert {field.field for field in event.fields} >= {"name", "phones", "minimum_age"}
        assert view.confirmed["phones"].how is How.EDITED
        assert bench.trail() == [("entry added", entry.id, "{}")]

    @pytest.mark.parametrize("name", [None, "", "  "])
    def test_a_service_needs_a_name(self, bench: Bench, name):
        with pytest.raises(BadInput, match="needs a name"):
            bench.records.add(LENA, {"name": name, "bring": "Photo ID"})
        assert bench.everything()["service"] == []

    def test_who_is_on_the_do_not_list_is_refused_with_the_reason(self, bench: Bench):
        bench.do_not_list.bar(SAM, "Rose House", "Closed by the city in May.")
        for values in ({"name": "ROSE house"}, {"name": "Other", "alternate_names": ["Rose House"]}):
            with pytest.raises(BadInput, match="do-not-list: Closed by the city in May"):
                bench.records.add(LENA, values)
        assert bench.everything()["service"] == []

    def test_the_draft_of_the_form_goes_with_the_save(self, bench: Bench):
        bench.drafts.keep(LENA, DeskDraftKind.EDITOR, NEW, {"name": "Rose"})
        bench.drafts.keep(SAM, DeskDraftKind.EDITOR, NEW, {"name": "Lily"})
        bench.records.add(LENA, {"name": "Rose House"})
        assert bench.drafts.mine(LENA) == ()
        assert len(bench.drafts.mine(SAM)) == 1


class TestEditing:
    def test_an_edit_changes_the_field_marks_it_and_is_no_check(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        bench.clock.forward(days=1)
        (entry,) = bench.edit(harbor, bring="Photo ID")
        assert (entry.bring, entry.verified) == ("Photo ID", None)
        marks = bench.records.view(LENA, harbor).confirmed
        assert {field: (mark.how, mark.by, mark.at) for field, mark in marks.items()} == {
            "bring": (How.EDITED, "Lena M.", bench.clock.now)
        }
        assert bench.trail() == [("entry edited", harbor, "{}")]

    def test_nothing_changed_writes_nothing_but_takes_the_draft(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        before = bench.everything()
        bench.drafts.keep(LENA, DeskDraftKind.EDITOR, harbor, {"name": "x"})
        assert bench.edit(harbor, name=HARBOR.name) == ()
        assert bench.everything() == before

    def test_a_field_of_the_service_changes_and_is_marked_at_all_its_places(self, bench: Bench):
        here, there = bench.put(HARBOR, HARBOR)
        changed = bench.edit(here, bring="Photo ID", directions="Side door")
        assert [entry.id for entry in changed] == [here, there]
        view = bench.records.view(LENA, there)
        assert (view.places, view.record.entry.bring, set(view.confirmed)) == (2, "Photo ID", {"bring"})

    def test_what_somebody_else_changed_meanwhile_is_named_and_nothing_is_written(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        seen = bench.seen(harbor)
        bench.edit(harbor, bring="Photo ID", note="Ring twice")
        before = bench.everything()
        with pytest.raises(ChangedMeanwhile, match="“What to bring”") as refused:
            bench.records.edit(SAM, harbor, {"bring": "Nothing", "description": "A house"}, seen)
        assert refused.value.fields == ("bring",)
        assert bench.everything() == before

    def test_two_people_on_different_fields_do_not_disturb_each_other(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        seen = bench.seen(harbor)
        bench.edit(harbor, bring="Photo ID")
        (entry,) = bench.records.edit(SAM, harbor, {"description": "A house"}, seen)
        assert (entry.bring, entry.description) == ("Photo ID", "A house")

    def test_a_new_address_has_no_position_until_one_is_given(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        address = {"line": "14 Example Street", "city": "Philadelphia", "state": "PA", "postal_code": "19134"}
        (moved,) = bench.edit(harbor, address=address)
        assert moved.place is None
        (put,) = bench.edit(harbor, address=address | {"line": "16 Example Street"}, place=[40.0, -75.1, False])
        assert put.place == (40.0, -75.1)

    def test_an_entry_that_is_gone_is_said_plainly(self, bench: Bench):
        with pytest.raises(NotFound):
            bench.records.view(LENA, "no such id")
        with pytest.raises(NotFound):
            bench.records.edit(LENA, "no such id", {"name": "x"}, "")

    def test_a_confidential_entry_takes_no_address(self, bench: Bench):
        (rose,) = bench.put(replace(ROSE, confidential=True))
        before = bench.everything()
        with pytest.raises(BadInput, match="S-13"):
            bench.edit(rose, address={"line": "9 Kumquat Street"})
        assert bench.everything() == before


class TestSoundness:
    @pytest.mark.parametrize(
        ("values", "missing"),
        [
            ({"name": ""}, "needs a name"),
            ({"status": "active, do not refer"}, "why nobody should be referred"),
            ({"status": "temporarily closed", "status_reason": "Flood"}, "until what day"),
            ({"status": "duplicate"}, "which entry it is a duplicate of"),
            ({"status": "closed", "status_until": "2026-12-01"}, "does not go with the status"),
            ({"minimum_age": 30, "maximum_age": 20}, r"youngest age \(30\) is above the oldest \(20\)"),
            ({"minimum_age": -1}, "less than 0"),
        ],
    )
    def test_what_an_entry_may_not_be_left_like(self, bench: Bench, values, missing):
        (harbor,) = bench.put(HARBOR)
        before = bench.everything()
        with pytest.raises(BadInput, match=missing):
            bench.edit(harbor, **values)
        assert bench.everything() == before

    def test_what_an_import_brought_unsound_does_not_stand_in_the_way_of_another_field(self, bench: Bench):
        (harbor,) = bench.put(replace(HARBOR, status=Status.DO_NOT_REFER, minimum_age=30, maximum_age=20))
        (entry,) = bench.edit(harbor, bring="Photo ID")
        assert entry.bring == "Photo ID"

    def test_a_new_status_keeps_nothing_of_the_old_ones_reason_and_day(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        bench.edit(harbor, status="temporarily closed", status_reason="Flood", status_until="2026-12-01")
        (entry,) = bench.edit(harbor, status="active")
        assert (entry.status, entry.status_reason, entry.status_until) == (Status.ACTIVE, "", None)


class TestTakingBack:
    def _changes(self, bench: Bench, entry_id: str):
        return [event for event in bench.records.view(LENA, entry_id).history if event.kind is EventKind.CHANGE]

    def test_an_edit_is_taken_back_and_stays_in_the_history(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        before = bench.values(harbor)
        bench.edit(harbor, bring="Photo ID", phones=phone("215-555-0143"))
        (change,) = self._changes(bench, harbor)
        (entry,) = bench.records.take_back(SAM, change.id)
        assert (entry.bring, entry.phones) == ("", HARBOR.phones)
        assert bench.values(harbor) == before
        assert [(event.title, event.by) for event in self._changes(bench, harbor)] == [
            ("Undone", "Sam R."),
            ("Edited", "Lena M."),
        ]
        assert bench.trail()[-1][:2] == ("edit taken back", harbor)

    def test_what_was_taken_back_can_come_again(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        bench.edit(harbor, bring="Photo ID")
        bench.records.take_back(LENA, self._changes(bench, harbor)[0].id)
        (entry,) = bench.records.take_back(LENA, self._changes(bench, harbor)[0].id)
        assert entry.bring == "Photo ID"

    def test_a_change_that_something_newer_stands_on_is_not_taken_back(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        for bring in ("Photo ID", "Nothing"):
            bench.clock.forward(minutes=1)
            bench.edit(harbor, bring=bring)
        newer, older = self._changes(bench, harbor)
        assert (newer.can_be_taken_back, older.can_be_taken_back) == (True, False)
        with pytest.raises(BadInput, match="“What to bring” was changed again"):
            bench.records.take_back(LENA, older.id)
        bench.edit(harbor, note="Ring twice")
        assert bench.records.take_back(LENA, newer.id)[0].bring == "Photo ID"

    def test_an_added_service_is_not_taken_back_and_a_lost_change_is_said_plainly(self, bench: Bench):
        (entry,) = bench.records.add(LENA, {"name": "Rose House"})
        (change,) = self._changes(bench, entry.id)
        with pytest.raises(BadInput, match="by hand"):
            bench.records.take_back(LENA, change.id)
        with pytest.raises(NotFound):
            bench.records.take_back(LENA, "no such id")

    def test_a_name_that_was_barred_since_does_not_come_back(self, bench: Bench):
        (harbor,) = bench.put(HARBOR)
        bench.edit(harbor, name="Example Unit")
        bench.do_not_list.bar(SAM, HARBOR.name, "Closed by the city.")
        with pytest.raises(BadInput, match="do-not-list"):
            bench.records.take_back(LENA, self._changes(bench, harbor)[0].id)

    def test_a_service_wide_change_is_taken_back_at_all_places(self, bench: Bench):
        here, there = bench.put(HARBOR, HARBOR)
        bench.edit(here, bring="Photo ID")
        (change,) = self._changes(bench, there)
        assert {entry.id for entry in bench.records.take_back(LENA, change.id)} == {here, there}
        assert bench.entry(here).bring == ""


def test_the_history_tells_everything_newest_first_in_words(bench: Bench):
    (harbor,) = bench.put(HARBOR)
    bench.edit(harbor, phones=phone("215-555-0143", words="night desk"))
    bench.clock.forward(hours=1)
    bench.directory.report_room(LENA, harbor, 3, unit="bed", maximum=18, said_by="Mr. Tran")
    bench.clock.forward(hours=1)
    bench.alerts.put(LENA, harbor, "Closed for repairs", TODAY, TODAY + timedelta(days=2))
    events = bench.records.view(LENA, harbor).history
    assert [(event.kind, event.title, event.by) for event in events] == [
        (EventKind.ALERT, "Alert: Closed for repairs", "Lena M."),
        (EventKind.CAPACITY, "3 of 18 beds", "Mr. Tran"),
        (EventKind.CHANGE, "Edited", "Lena M."),
    ]
    assert events[0].words == "From Nov 23, 2026 to Nov 25, 2026"
    (changed,) = events[2].fields
    assert (changed.label, changed.before) == ("Phone", ("215-555-0142",))
    assert changed.after == ("215-555-0143 (night desk)",)


def test_what_an_import_changed_names_its_file_and_cannot_be_taken_back_alone(bench: Bench):
    (harbor,) = bench.put(HARBOR)
    batch = {"feed_id": "one", "at": "", "by": "lena", "by_name": "Lena M.", "format": "table", "counts": {}}
    with bench.store.writing() as session:
        session.execute(insert(FeedRow), [{"id": "one", "name": "one", "format": "table"}])
        session.execute(insert(BatchRow), [batch | {"id": "b", "file_name": "shelters.csv", "problems": []}])
        change(session, harbor, {"bring": "Photo ID"}, Hand(LENA, Act.IMPORTED, bench.clock.now, "b"))
    (event,) = bench.records.view(LENA, harbor).history
    assert (event.title, event.can_be_taken_back) == ("Imported from shelters.csv", False)
    with pytest.raises(BadInput, match="Undo an import"):
        bench.records.take_back(LENA, event.id)
