"""Taking an import back: the store is as it was, but for what was done here since, which is listed (S-08)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from navigator.errors import BadInput, NotFound
from navigator.resources.directory import Directory
from navigator.resources.importing.verdicts import Stayed, Stopped, Undone
from navigator.resources.model import Address, Capacity, Outcome, Status
from navigator.resources.stewardship.alerts import Alerts
from navigator.resources.stewardship.checks import Check, Method
from tests.resources.importing import HARBOR, LENA, Desk, changed, door

ROSE = replace(HARBOR, name="Rose House", organization="Example Shelters", phones=(), address=None)
NEWS = {
    "name": "Harbor Detox",
    "organization": "Example Health Group",
    "categories": ["detox", "crisis"],
    "phones": [{"number": "215-555-0142", "kind": "voice"}, {"number": "215-555-0199", "kind": "voice"}],
    "address": {"line": "14 Example Street", "city": "Philadelphia", "state": "PA", "postal_code": "19134"},
    "place": [39.99, -75.11, False],
    "hours": [{"kind": "office", "spans": [[540, 1020]]}],
    "minimum_age": 18,
    "fact:walk in": "yes",
    "other:service": {"email": "a@example.org"},
    "other:organization": {"id": "o"},
}


def _undo(desk: Desk, batch_id: str) -> Undone:
    desk.clock.forward(minutes=1)
    return desk.imports.undo(LENA, batch_id)


def test_entries_that_came_with_it_are_gone_with_all_that_hangs_on_them(desk: Desk):
    before = desk.content()
    beds = Capacity("bed", 3, 20, "", "the list", datetime(2026, 11, 20, tzinfo=UTC))
    batch = desk.take(door("a", capacities=(beds,), extra={"service": {"id": "a"}}), door("b", ROSE, row=3))
    assert _undo(desk, batch.id) == Undone(batch.id, 2, 0, ())
    assert desk.content() == before


def test_changed_fields_are_what_they_were(desk: Desk):
    desk.take(door("a"), door("b", ROSE, row=3))
    before = desk.content()
    batch = desk.take(changed(door("a"), **NEWS), door("b", ROSE, row=3), feed="list.csv")
    assert desk.content() != before
    undone = _undo(desk, batch.id)
    assert (undone.removed, undone.restored, undone.stayed) == (0, 1, ())
    assert desk.content() == before


def test_a_service_with_several_places_is_what_it_was(desk: Desk):
    both = [door("a", service_id="s"), door("b", row=3, service_id="s", address=None)]
    desk.take(*both)
    before = desk.content()
    batch = desk.take(*(changed(one, description="Doctors.", bring="A photo ID") for one in both))
    _undo(desk, batch.id)
    assert desk.content() == before


def test_what_was_edited_since_stays_and_is_listed(desk: Desk):
    desk.take(door("a"))
    batch = desk.take(changed(door("a"), description="Doctors.", bring="A photo ID"))
    harbor = desk.entry(HARBOR.name)
    desk.edit(harbor.id, description="Nurses and doctors.")
    undone = _undo(desk, batch.id)
    assert undone.stayed == (Stayed(harbor.id, harbor.name, "description"),)
    after = desk.entry(HARBOR.name)
    assert (after.description, after.bring) == ("Nurses and doctors.", "")


def test_what_was_verified_since_stays(desk: Desk):
    desk.take(door("a"))
    batch = desk.take(changed(door("a"), bring="A photo ID"))
    harbor = desk.entry(HARBOR.name)
    desk.checks.verify(LENA, harbor.id, Check(Method.PHONE, "the desk", Outcome.CONFIRMED, fields=("bring",)))
    assert [one.field for one in _undo(desk, batch.id).stayed] == ["bring"]
    assert desk.entry(HARBOR.name).bring == "A photo ID"


def test_what_was_put_back_by_hand_is_left_alone(desk: Desk):
    desk.take(door("a"))
    batch = desk.take(changed(door("a"), description="Doctors."))
    desk.edit(desk.entry(HARBOR.name).id, description=HARBOR.description)
    assert _undo(desk, batch.id).stayed == ()
    assert desk.entry(HARBOR.name).description == HARBOR.description


def _edits(desk: Desk, entry_id: str) -> None:
    desk.edit(entry_id, bring="A photo ID")


def _verifies(desk: Desk, entry_id: str) -> None:
    desk.checks.verify(LENA, entry_id, Check(Method.PHONE, "the desk", Outcome.CONFIRMED))


def _tells_beds(desk: Desk, entry_id: str) -> None:
    Directory(desk.store).report_capacity(LENA, entry_id, Capacity("bed", 2, None, "", "Ana", desk.clock()))


def _puts_an_alert(desk: Desk, entry_id: str) -> None:
    today = desk.clock().date()
    Alerts(desk.store, UTC).put(LENA, entry_id, "Closed for repairs.", today, None)


def _hides(desk: Desk, entry_id: str) -> None:
    desk.secrecy.hide(LENA, entry_id)


def _another_list_names_it(desk: Desk, entry_id: str) -> None:
    desk.take(door("x"), feed="another")


@pytest.mark.parametrize("touch", [_edits, _verifies, _tells_beds, _puts_an_alert, _hides, _another_list_names_it])
def test_a_new_entry_that_somebody_touched_since_stays_and_is_listed(desk: Desk, touch):
    batch = desk.take(door("a"), door("b", ROSE, row=3))
    harbor = desk.entry(HARBOR.name)
    touch(desk, harbor.id)
    undone = _undo(desk, batch.id)
    assert (undone.removed, undone.stayed) == (1, (Stayed(harbor.id, harbor.name),))
    assert [entry.id for entry in desk.entries()] == [harbor.id]


def test_an_entry_that_stays_is_known_to_its_list_still(desk: Desk):
    batch = desk.take(door("a"), door("b", ROSE, row=3))
    desk.edit(desk.entry(HARBOR.name).id, bring="A photo ID")
    _undo(desk, batch.id)
    assert desk.weigh(door("a")).counts == (0, 0, 1, 0, 0)


def test_imports_are_taken_back_one_after_the_other(desk: Desk):
    empty = desk.content()
    first = desk.take(door("a"), door("b", ROSE, row=3))
    between = desk.content()
    second = desk.take(changed(door("a"), **NEWS), feed="list.csv")
    _undo(desk, second.id)
    assert desk.content() == between
    assert _undo(desk, first.id).stayed == ()
    assert desk.content() == empty


def test_an_import_is_taken_back_before_the_older_ones_of_its_list(desk: Desk):
    desk.take(door("a"))
    before = desk.content()
    first = desk.take(door("a", description="Nurses."))
    second = desk.take(door("a", description="Doctors."))
    desk.take(door("b", ROSE), feed="another")
    with pytest.raises(BadInput, match="newer one back first"):
        desk.imports.undo(LENA, first.id)
    _undo(desk, second.id)
    assert desk.entry(HARBOR.name).description == "Nurses."
    _undo(desk, first.id)
    _undo(desk, desk.imports.batches(LENA)[0].id)
    assert desk.content() == before


def test_a_row_that_was_told_anew_says_again_what_it_said(desk: Desk):
    desk.take(door("a"))
    doubtful = door("x", address=Address("900 Sample Avenue", "Philadelphia", "PA", "19104"))
    desk.take(doubtful, feed="another")
    before = desk.content()
    newer = desk.take(changed(doubtful, description="With a garden."), feed="another")
    assert [pair.batch_id for pair in desk.imports.held(LENA)] == [newer.id]
    _undo(desk, newer.id)
    assert desk.content() == before
    certain = desk.take(door("x"), feed="another")
    assert desk.imports.held(LENA) == ()
    _undo(desk, certain.id)
    assert desk.content() == before


def test_a_row_that_was_settled_since_does_not_wait_again(desk: Desk):
    desk.take(door("a"))
    doubtful = door("x", address=Address("900 Sample Avenue", "Philadelphia", "PA", "19104"))
    desk.take(doubtful, feed="another")
    newer = desk.take(changed(doubtful, description="With a garden."), feed="another")
    desk.duplicates.settle_held(LENA, desk.imports.held(LENA)[0].id, same=True)
    _undo(desk, newer.id)
    assert desk.imports.held(LENA) == ()


def test_what_was_verified_at_one_place_stays_at_all(desk: Desk):
    both = [door("a", service_id="s"), door("b", row=3, service_id="s", address=None)]
    desk.take(*both)
    batch = desk.take(*(changed(one, description="Doctors.") for one in both))
    first, second = desk.entries()
    check = Check(Method.PHONE, "the desk", Outcome.CONFIRMED, fields=("description",))
    desk.checks.verify(LENA, first.id, check)
    assert {one.entry_id for one in _undo(desk, batch.id).stayed} == {first.id, second.id}
    assert {entry.description for entry in desk.entries()} == {"Doctors."}


def test_what_was_gone_or_came_back_is_as_it_was(desk: Desk):
    desk.take(door("a"), door("b", ROSE, row=3))
    whole = desk.content()
    without = desk.take(door("a"))
    gone = desk.content()
    back = desk.take(door("a"), door("b", ROSE, row=3))
    _undo(desk, back.id)
    assert desk.content() == gone
    _undo(desk, without.id)
    assert desk.content() == whole


def test_a_match_by_likeness_is_forgotten(desk: Desk):
    desk.take(door("a"))
    before = desk.content()
    batch = desk.take(door("x"), feed="another")
    assert desk.content() != before
    _undo(desk, batch.id)
    assert desk.content() == before


def test_held_rows_that_nobody_settled_vanish(desk: Desk):
    desk.take(door("a"))
    before = desk.content()
    batch = desk.take(door("x", address=Address("900 Sample Avenue", "Philadelphia", "PA", "19104")), feed="another")
    assert desk.imports.held(LENA)
    _undo(desk, batch.id)
    assert desk.content() == before


def test_a_held_row_that_was_added_goes_with_its_import(desk: Desk):
    desk.take(door("a"))
    batch = desk.take(door("x", address=Address("900 Sample Avenue", "Philadelphia", "PA", "19104")), feed="another")
    (pair,) = desk.imports.held(LENA)
    desk.duplicates.settle_held(LENA, pair.id, same=False)
    assert len(desk.entries()) == 2
    assert _undo(desk, batch.id).removed == 1
    assert [entry.address for entry in desk.entries()] == [HARBOR.address]


def test_text_that_came_with_it_waits_no_more(desk: Desk):
    secret = replace(HARBOR, confidential=True, address=None, description="")
    desk.take(door("a", secret))
    before = desk.content()
    batch = desk.take(changed(door("a", secret), description="Behind the garden."))
    assert len(desk.secrecy.waiting(LENA)) == 1
    _undo(desk, batch.id)
    assert desk.content() == before


def test_an_import_is_taken_back_once(desk: Desk):
    batch = desk.take(door("a"))
    _undo(desk, batch.id)
    with pytest.raises(BadInput, match="taken back already"):
        desk.imports.undo(LENA, batch.id)
    assert desk.imports.batches(LENA)[0].undone_at is not None
    with pytest.raises(NotFound):
        desk.imports.undo(LENA, "nothing")


def test_stopping_it_leaves_everything_as_it_was(desk: Desk):
    batch = desk.take(*(door(f"k{number}", row=number, name=f"Program {number}") for number in range(300)))
    before = desk.content()

    def stop(done: int, of: int) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        desk.imports.undo(LENA, batch.id, stop)
    assert desk.content() == before


def test_a_service_that_was_closed_by_the_list_is_open_again(desk: Desk):
    desk.take(door("a"))
    batch = desk.take(door("a", status=Status.CLOSED, status_reason="Moved away."))
    _undo(desk, batch.id)
    after = desk.entry(HARBOR.name)
    assert (after.status, after.status_reason) == (Status.ACTIVE, "")
