"""Applying an import: all or nothing, only what was tried, and never who is barred (S-05, S-08)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from navigator.access import Actor, Role
from navigator.errors import BadInput, NotAllowed
from navigator.resources.exchange.incoming import Part, Problem
from navigator.resources.importing.verdicts import Counted, Stopped, Verdict
from navigator.resources.model import Address, Capacity, Fact, Hours, HoursKind, Phone, Span, Tri
from navigator.resources.stewardship.changing import Act
from navigator.resources.stewardship.do_not_list import DoNotList
from navigator.storage.audit import check
from tests.resources.importing import HARBOR, LENA, Desk, changed, door

MANY = 2_100
BAD = Problem(7, "zip", "1913", "a ZIP has five digits.")


def _many(count: int = MANY, mark: str = ""):
    """Places of many services, some with several doors, with everything that hangs on an entry."""
    for number in range(count):
        entry = replace(
            HARBOR,
            service_id=f"s{number // 2}",
            name=f"Program {number // 2}",
            address=Address(f"{number} Example Street", "Philadelphia", "PA", "19134"),
            phones=(Phone(f"215-555-01{number % 100:02d}"), Phone("215-555-0100", words="desk")),
            hours=(Hours(HoursKind.OFFICE, (Span(540, 1020),), text="9 to 5"),),
            facts={Fact.WALK_IN: Tri.YES},
            languages=("English", "Spanish"),
            seen=mark,
        )
        yield door(f"k{number}", entry, row=number + 2, extra={"service": {"id": f"s{number // 2}"}})


def test_what_was_tried_is_in_the_directory_field_by_field(desk: Desk):
    one = door("a", payment="Medicaid", languages=("Spanish",), extra={"location": {"name": "North house"}})
    desk.take(one)
    (entry,) = desk.entries()
    told = desk.values(entry.id)
    assert told == {**told, "payment": "Medicaid", "languages": ["Spanish"], "other:location": {"name": "North house"}}


def test_changes_of_every_kind_are_written_and_kept_as_history(desk: Desk):
    desk.take(door("a"))
    news = changed(
        door(
            "a", extra={"service": {"email": "a@example.org"}, "at_location": {"id": "a"}, "organization": {"id": "o"}}
        ),
        name="Harbor Detox",
        organization="Example Health Group",
        categories=["detox", "crisis"],
        phones=[{"number": "215-555-0142", "kind": "voice"}, {"number": "215-555-0199", "kind": "voice"}],
        hours=[{"kind": "office", "spans": [[540, 1020]]}],
        address={"line": "14 Example Street", "city": "Philadelphia", "state": "PA", "postal_code": "19134"},
        languages=["Spanish"],
        minimum_age=18,
        **{"fact:wheelchair access": "yes"},
    )
    tried = desk.weigh(news, feed="list.csv")
    desk.clock.forward(minutes=1)
    batch = tried.apply()
    (entry,) = desk.entries()
    told = desk.values(entry.id)
    assert {one.field: told[one.field] for one in tried.one(Verdict.CHANGED).differences} == {
        one.field: one.after for one in tried.one(Verdict.CHANGED).differences
    }
    assert entry.organization == "Example Health Group"
    newest = desk.records.view(LENA, entry.id).history[0]
    assert {one.field for one in newest.fields} == {one.field for one in tried.one(Verdict.CHANGED).differences}
    assert desk.imports.batches(LENA)[0] == batch


def test_a_change_of_the_service_is_history_at_each_of_its_places(desk: Desk):
    both = [door("a", service_id="s"), door("b", row=3, service_id="s", address=None)]
    desk.take(*both)
    desk.take(*(changed(one, description="Nurses and doctors.") for one in both))
    assert [entry.description for entry in desk.entries()] == ["Nurses and doctors."] * 2
    with desk.store.connection(writes=False) as connection:
        acts = connection.exec_driver_sql("SELECT entry_id FROM change WHERE act = ?", (Act.IMPORTED.value,)).all()
    assert len(set(acts)) == 2


def test_beds_that_a_list_tells_of_come_with_a_new_entry(desk: Desk):
    beds = Capacity("bed", 3, 20, "", "the list", datetime(2026, 11, 20, tzinfo=UTC))
    desk.take(door("a", capacities=(beds,)))
    assert desk.entry(HARBOR.name).capacities == (beds,)


def test_nothing_is_written_when_the_directory_changed_since_the_dry_run(desk: Desk):
    tried = desk.weigh(door("a"))
    desk.take(door("b", name="Rose House"), feed="another")
    before = desk.content()
    with pytest.raises(BadInput, match="was changed meanwhile: run the dry run again"):
        tried.apply()
    assert desk.content() == before


def test_bad_rows_stop_an_apply_until_they_are_left_out_on_purpose(desk: Desk):
    tried = desk.weigh(door("a"), BAD)
    assert tried.report.problems == (BAD,)
    with pytest.raises(BadInput, match=r"row 7 \(a ZIP has five digits\)"):
        tried.apply()
    assert desk.entries() == []
    batch = tried.apply(skip_bad_rows=True)
    assert len(desk.entries()) == 1
    assert desk.imports.batches(LENA)[0].problems == batch.problems == (BAD,)


def test_who_is_on_the_do_not_list_is_a_problem_and_never_added(desk: Desk):
    DoNotList(desk.store).bar(LENA, "Example  Health", "They sold beds.")
    tried = desk.weigh(door("a"), door("b", row=3, name="Rose House", organization="Example Shelters"))
    (problem,) = tried.report.problems
    assert (problem.row, problem.value) == (2, HARBOR.name)
    assert "They sold beds." in problem.reason
    tried.apply(skip_bad_rows=True)
    assert [entry.name for entry in desk.entries()] == ["Rose House"]


def test_every_row_is_counted_once_whatever_became_of_it(desk: Desk):
    text = replace(door("a"), kept_as_text=("hours", "fees"), repaired=("Latitude and longitude were swapped.",))
    other = replace(door("b", row=2, name="Rose House", organization=""), kept_as_text=("hours",))
    report = desk.weigh(text, other, Part(3, "An agency."), Part(4, "An agency."), Part(0, "Page 1 of 2."), BAD).report
    assert (report.rows, report.new, report.parts, report.kept_as_text) == (4, 2, 3, 3)
    assert report.text_columns == (Counted("hours", 2), Counted("fees", 1))
    assert report.part_words == (Counted("An agency.", 2), Counted("Page 1 of 2.", 1))
    assert report.repaired == (Counted("Latitude and longitude were swapped.", 1),)


@pytest.mark.parametrize("after", [0, 1])
def test_stopping_leaves_everything_as_it_was(desk: Desk, after: int):
    calls: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        calls.append((done, of))
        if len(calls) > after:
            raise Stopped

    before = desk.content()
    with pytest.raises(Stopped):
        desk.weigh(*_many(500), progress=stop)
    calls.clear()
    tried = desk.weigh(*_many(500))
    with pytest.raises(Stopped):
        tried.apply(progress=stop)
    assert desk.content() == before
    assert desk.imports.batches(LENA) == ()
    tried.apply()
    assert len(desk.entries()) == 500


def test_progress_is_told_at_most_once_for_each_hundredth_and_to_the_end(desk: Desk):
    tried_calls: list[tuple[int, int]] = []
    tried = desk.weigh(*_many(2_000), progress=lambda done, of: tried_calls.append((done, of)))
    assert (2_000, 2_000) in tried_calls
    calls: list[tuple[int, int]] = []
    tried.apply(progress=lambda done, of: calls.append((done, of)))
    assert calls[0] == (0, 2_000)
    assert calls[-1] == (2_000, 2_000)
    assert len(calls) == len(set(calls)) <= 102


def test_the_search_for_likeness_can_be_stopped(desk: Desk):
    desk.take(*_many(20))
    calls: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        calls.append((done, of))
        if calls.count((0, 1)) > 1:
            raise Stopped

    with pytest.raises(Stopped):
        desk.weigh(door("x"), feed="another", progress=stop)


def test_many_rows_are_written_as_few_are(desk: Desk):
    """More than are written at once, so that services reach over the seams."""
    desk.take(*_many())
    entries = desk.entries()
    assert len(entries) == MANY
    assert len({entry.service_id for entry in entries}) == MANY // 2
    assert desk.weigh(*_many()).counts == (0, 0, MANY, 0, 0)
    desk.take(*_many(mark="2026-11-01"))
    assert {entry.seen for entry in desk.entries()} == {"2026-11-01"}
    assert desk.weigh(*_many(mark="2026-11-01")).counts == (0, 0, MANY, 0, 0)


def test_an_import_counts_as_one_change_and_one_row_of_the_trail(desk: Desk):
    batch = desk.take(*_many(50))
    with desk.store.reading() as session:
        assert check(session, None) is None
        rows = session.connection().exec_driver_sql("SELECT action, subject, detail FROM audit").all()
    (row,) = (row for row in rows if row.action == "directory imported")
    assert row.subject == batch.id
    assert '"new": 50' in row.detail
    assert "Program" not in row.detail


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.OFFICER, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR])
def test_only_who_keeps_the_directory_imports(desk: Desk, role: Role):
    actor = Actor("x", "X", role)
    tried = desk.weigh(door("a"))
    with pytest.raises(NotAllowed):
        desk.imports.apply(actor, tried.prepared)
    with pytest.raises(NotAllowed):
        desk.imports.batches(actor)


def test_items_are_shown_page_by_page_in_the_order_of_the_file(desk: Desk):
    tried = desk.weigh(*_many(30))
    rows = [item.row for item in tried.prepared.items(Verdict.NEW, 10, 5)]
    assert rows == [12, 13, 14, 15, 16]
    assert tried.prepared.items(Verdict.NEW, 28, 5)[-1].values["name"] == "Program 14"
