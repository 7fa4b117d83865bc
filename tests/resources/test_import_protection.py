"""What a list may not overwrite: fields edited or verified here, and places that are confidential (S-08, S-13)."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from navigator.resources.importing.outcomes import BECOMES_HIDDEN, TEXT_WAITS
from navigator.resources.importing.verdicts import Verdict
from navigator.resources.model import Address, Entry, Fact, Hours, HoursKind, Outcome, Phone, Span, Status, Tri
from navigator.resources.stewardship.checks import Check, Method
from tests.resources.importing import HARBOR, LENA, Desk, changed, door, fields_of
from tests.resources.remains import tables

SECRET = replace(HARBOR, address=None, confidential=True, description="")
CANARY = "Kumquat Street"
TELLING = replace(
    HARBOR,
    kind=f"house on {CANARY}",
    description=f"Behind {CANARY}.",
    address=Address(f"12 {CANARY}", CANARY, "PA", "19134"),
    place=(39.9912, -75.1177),
    area=f"{CANARY} Corner",
    directions=f"Ring at {CANARY}.",
    phones=(Phone("215-555-0142"), Phone("215-555-0143", words=f"door on {CANARY}")),
    hours=(Hours(HoursKind.INTAKE, (Span(540, 1020),), text=f"9 to 5 at {CANARY}"),),
    facts=MappingProxyType({Fact.WOMEN: Tri.YES}),
    url="https://example.org/kumquat",
    languages=("English",),
)
EXTRA = {"location": {"name": CANARY}, "service": {"email": f"a@{CANARY}"}, "organization": {"website": CANARY}}


def test_a_field_that_was_edited_here_stays_and_is_listed(desk: Desk):
    desk.take(door("a"))
    harbor = desk.entry(HARBOR.name)
    desk.edit(harbor.id, description="Detox, nurses at night only.")
    news = changed(door("a"), description="Detox with doctors.", bring="A photo ID")
    tried = desk.weigh(news)
    item = tried.one(Verdict.CHANGED)
    assert fields_of(item.differences) == {"bring"}
    assert [(one.before, one.after) for one in item.protected] == [
        ("Detox, nurses at night only.", "Detox with doctors.")
    ]
    assert tried.report.protected == 1
    tried.apply()
    after = desk.entry(HARBOR.name)
    assert (after.description, after.bring) == ("Detox, nurses at night only.", "A photo ID")


def test_a_field_that_was_verified_here_stays(desk: Desk):
    desk.take(door("a"))
    harbor = desk.entry(HARBOR.name)
    desk.checks.verify(LENA, harbor.id, Check(Method.PHONE, "the front desk", Outcome.CONFIRMED, fields=("phones",)))
    tried = desk.weigh(changed(door("a"), phones=[{"number": "215-555-0199", "kind": "voice"}]))
    assert fields_of(tried.one(Verdict.UNCHANGED).protected) == {"phones"}


def test_what_was_edited_at_one_place_of_a_service_is_protected_at_all(desk: Desk):
    other = replace(HARBOR, service_id="s", address=Address("9 Sample Road", "Philadelphia", "PA", "19121"))
    desk.take(door("a", service_id="s"), door("b", other, row=3))
    second = next(entry for entry in desk.entries() if entry.address == other.address)
    desk.edit(second.id, description="Detox, nurses at night only.")
    doctors = [changed(one, description="Doctors.") for one in (door("a", service_id="s"), door("b", other, row=3))]
    assert desk.weigh(*doctors).counts == (0, 0, 2, 0, 0)


def test_a_source_that_says_nothing_takes_nothing_away(desk: Desk):
    desk.take(door("a"))
    tried = desk.weigh(door("x", description="", categories=(), address=HARBOR.address), feed="another")
    assert tried.counts == (0, 0, 1, 0, 0)


RICH = changed(
    door("a"),
    phones=[
        {"number": "215-555-0142", "kind": "voice"},
        {"number": "215-555-0143", "kind": "voice", "words": "Crisis line"},
    ],
    hours=[{"kind": "office", "spans": [[540, 1020]]}],
)
POOR = changed(
    door("x"),
    phones=[{"number": "(215) 555-0143", "kind": "voice"}, {"number": "215-555-0199", "kind": "voice"}],
    hours=[{"kind": "unknown", "text": "call"}],
    minimum_age=18,
)


def test_another_list_replaces_nothing_and_adds_what_is_not_known(desk: Desk):
    desk.take(RICH)
    tried = desk.weigh(POOR, feed="another")
    item = tried.one(Verdict.CHANGED)
    assert fields_of(item.differences) == {"phones", "minimum_age"}
    assert [(one.field, one.after) for one in item.protected] == [("hours", [{"kind": "unknown", "text": "call"}])]
    assert tried.report.protected == 1
    tried.apply()
    after = desk.entry(HARBOR.name)
    assert [(one.number, one.words) for one in after.phones] == [
        ("215-555-0142", ""),
        ("215-555-0143", "Crisis line"),
        ("215-555-0199", ""),
    ]
    assert after.hours == (Hours(HoursKind.OFFICE, (Span(540, 1020),)),)


def test_a_list_may_replace_what_it_brought_itself_also_after_it_was_taken_back(desk: Desk):
    desk.take(door("a", description=""))
    first = desk.take(changed(POOR, description="Nurses."), feed="another")
    assert desk.weigh(changed(POOR, description="Doctors."), feed="another").report.changed == 1
    desk.clock.forward(minutes=1)
    desk.imports.undo(LENA, first.id)
    desk.take(changed(POOR, description="Nurses."), feed="another")
    assert desk.entry(HARBOR.name).description == "Nurses."
    desk.take(changed(door("a"), description=HARBOR.description))
    assert desk.entry(HARBOR.name).description == "Nurses."


def test_numbers_of_two_lists_are_dropped_by_neither(desk: Desk):
    desk.take(RICH)
    desk.take(POOR, feed="another")
    desk.take(changed(POOR, phones=[{"number": "215-555-0198", "kind": "voice"}]), feed="another")
    numbers = {phone.number[-4:] for phone in desk.entry(HARBOR.name).phones}
    assert numbers == {"0142", "0143", "0199", "0198"}


def test_a_position_goes_with_its_address(desk: Desk):
    """The address of another list stays out, and so does where it is."""
    desk.take(door("a"))
    desk.take(door("x"), feed="another")
    moved = changed(door("x"), address={"line": "9 Sample Road", "postal_code": "19121"}, place=[39.98, -75.17, False])
    item = desk.weigh(moved, feed="another").one(Verdict.UNCHANGED)
    assert fields_of(item.protected) == {"address", "place"}


def test_what_a_later_place_of_a_service_is_called_is_not_for_its_list_to_say(desk: Desk):
    desk.take(door("a", service_id="s"))
    there = changed(door("y", service_id="t"), address={"line": "9 Sample Road", "postal_code": "19121"}, phones=None)
    both = [there, door("x", row=3, service_id="t")]
    desk.take(*reversed(both), feed="another")
    told = [changed(one, description="Doctors.") for one in both]
    assert desk.weigh(*told, feed="another").report.changed == 0


def test_our_own_export_comes_back_with_what_was_changed_in_it(desk: Desk):
    desk.take(door("a"))
    harbor = desk.entry(HARBOR.name)
    desk.take(changed(door(harbor.id, harbor), description="Doctors."), feed="worked on")
    assert desk.entry(HARBOR.name).description == "Doctors."


def test_what_the_list_itself_said_and_says_no_more_goes(desk: Desk):
    desk.take(door("a"))
    tried = desk.weigh(door("a", description=""))
    (one,) = tried.one(Verdict.CHANGED).differences
    assert (one.field, one.after) == ("description", None)
    tried.apply()
    assert desk.entry(HARBOR.name).description == ""
    assert desk.weigh(door("a", description="")).counts == (0, 0, 1, 0, 0)


def test_what_another_said_since_does_not_go(desk: Desk):
    desk.take(door("a", description=""))
    desk.edit(desk.entry(HARBOR.name).id, bring="A photo ID")
    desk.take(door("x", description="Nurses."), feed="another")
    assert desk.entry(HARBOR.name).description == "Nurses."
    assert desk.weigh(door("a", description="")).counts == (0, 0, 1, 0, 0)


def test_a_closed_door_is_not_opened_by_a_list_that_calls_everything_active(desk: Desk):
    desk.take(door("a"))
    with desk.store.connection(writes=True) as connection:
        connection.exec_driver_sql("DELETE FROM change")
    harbor = desk.entry(HARBOR.name)
    desk.edit(harbor.id, status="closed")
    with desk.store.connection(writes=True) as connection:
        connection.exec_driver_sql("DELETE FROM field_mark")
    assert desk.weigh(door("a")).counts == (0, 0, 1, 0, 0)


def test_the_list_that_closed_it_opens_it_again(desk: Desk):
    desk.take(door("a"))
    desk.take(door("a", status=Status.TEMPORARILY_CLOSED))
    assert desk.entry(HARBOR.name).status is Status.TEMPORARILY_CLOSED
    desk.take(door("a"))
    assert desk.entry(HARBOR.name).status is Status.ACTIVE


def test_what_two_sources_say_beside_the_fields_stands_together(desk: Desk):
    desk.take(door("a", extra={"service": {"id": "a", "email": "one@example.org"}}))
    other = door("x", extra={"service": {"id": "x", "fax": "yes"}})
    desk.take(other, feed="another")
    (entry,) = desk.entries()
    assert desk.values(entry.id)["other:service"] == {"id": "a", "email": "one@example.org", "fax": "yes"}
    assert desk.weigh(other, feed="another").counts == (0, 0, 1, 0, 0)


def test_what_a_service_is_is_read_from_its_first_door(desk: Desk):
    """A list that contradicts itself does not change the directory at every import."""
    first, second = door("a", service_id="s"), door("b", row=3, service_id="s", description="Something else.")
    second = changed(second, address={"line": "9 Sample Road", "postal_code": "19121"})
    desk.take(first, second)
    assert desk.weigh(first, second).counts == (0, 0, 2, 0, 0)


def test_of_a_confidential_entry_only_what_may_be_known_comes_in(desk: Desk):
    desk.take(door("a", SECRET))
    (secret,) = desk.entries()
    tried = desk.weigh(door("a", TELLING, name=f"Harbor on {CANARY}", extra=EXTRA), feed="list.csv")
    item = tried.one(Verdict.CHANGED)
    assert fields_of(item.differences) == {"phones", "hours", "fact:takes women", "languages"}
    assert CANARY.casefold() not in repr(item).casefold()
    assert TEXT_WAITS in item.reasons
    tried.apply()
    (after,) = desk.entries()
    assert (after.name, after.address, after.place, after.area) == (HARBOR.name, None, None, "")
    assert after.hours == (Hours(HoursKind.INTAKE, (Span(540, 1020),)),)
    assert after.facts == TELLING.facts
    waiting = {one.field: one.text for one in desk.secrecy.waiting(LENA, secret.id)}
    assert {"name", "kind", "description", "phones", "hours"} <= waiting.keys()
    assert not any(CANARY.casefold() in text for name, text in tables(desk.store, "quarantine").items())


def test_text_that_waits_or_was_deleted_is_not_brought_up_again(desk: Desk):
    desk.take(door("a", SECRET))
    news = changed(door("a", SECRET, confidential=False), description="Behind the garden.")
    desk.take(news)
    (waiting,) = desk.secrecy.waiting(LENA)
    desk.take(news)
    assert desk.secrecy.waiting(LENA) == (waiting,)
    desk.secrecy.delete(LENA, waiting.id)
    desk.take(news)
    assert desk.secrecy.waiting(LENA) == ()


def test_a_list_that_keeps_a_place_secret_hides_it_here(desk: Desk):
    desk.take(door("a", TELLING, extra=EXTRA))
    tried = desk.weigh(door("a", SECRET))
    item = tried.one(Verdict.CHANGED)
    assert item.hides
    assert BECOMES_HIDDEN in item.reasons
    batch = tried.apply()
    (hidden,) = desk.entries()
    assert hidden.confidential
    assert (hidden.address, hidden.place) == (None, None)
    assert not any(CANARY.casefold() in text for text in tables(desk.store, "quarantine").values())
    assert tried.report.confidential == 1
    desk.imports.undo(LENA, batch.id)
    assert desk.entry(HARBOR.name).confidential


def test_one_secret_door_hides_its_whole_service(desk: Desk):
    open_one = door("b", TELLING, row=3, service_id="s", extra=EXTRA)
    desk.take(door("a", SECRET, service_id="s"), open_one)
    assert [entry.confidential for entry in desk.entries()] == [True, True]
    assert not any(CANARY.casefold() in text for text in tables(desk.store, "quarantine").values())


def test_a_new_door_of_a_service_that_is_confidential_here_is_confidential(desk: Desk):
    desk.take(door("a", service_id="s"))
    desk.secrecy.hide(LENA, desk.entry(HARBOR.name).id)
    desk.take(door("a", service_id="s"), door("b", TELLING, row=3, service_id="s", extra=EXTRA))
    assert len(desk.entries()) == 2
    assert all(entry.confidential for entry in desk.entries())
    assert not any(CANARY.casefold() in text for text in tables(desk.store, "quarantine").values())


@pytest.mark.parametrize(
    "row",
    [
        replace(TELLING, name="Safe Home", organization="Another"),
        replace(TELLING, organization="Another", phones=()),
        replace(TELLING, name="Harbor Withdrawal", phones=(Phone("215-555-0177"),)),
    ],
    ids=["same number", "same name", "like name"],
)
@pytest.mark.parametrize("feed", ["list.csv", "another"])
def test_a_row_that_may_be_a_hidden_place_is_held_and_keeps_no_place(desk: Desk, row: Entry, feed: str):
    desk.take(door("a", TELLING), feed="list.csv")
    desk.secrecy.hide(LENA, desk.entry(HARBOR.name).id)
    tried = desk.weigh(door("other key", row, extra=EXTRA), feed=feed)
    held = tried.one(Verdict.HELD)
    assert CANARY.casefold() not in repr(held).casefold()
    tried.apply()
    assert len(desk.entries()) == 1
    assert "kumquat" not in repr([pair.other for pair in desk.imports.held(LENA)]).casefold()


def test_a_row_held_against_a_confidential_entry_keeps_no_place(desk: Desk):
    desk.take(door("a", SECRET, phones=()))
    tried = desk.weigh(door("x", TELLING, extra=EXTRA), feed="another")
    assert tried.report.held == 1
    assert CANARY.casefold() not in repr(tried.one(Verdict.HELD).values).casefold()
    tried.apply()
    left = tables(desk.store, "quarantine", "pair")
    assert not any(CANARY.casefold() in text for text in left.values())
    (pair,) = desk.imports.held(LENA)
    assert (pair.other.entry.confidential, pair.other.entry.address) == (True, None)
    assert "12 kumquat" not in tables(desk.store)["pair"]


def test_a_reader_that_leaves_a_place_in_a_confidential_record_is_not_trusted(desk: Desk):
    desk.take(door("a", replace(TELLING, confidential=True), extra=EXTRA))
    assert not any(CANARY.casefold() in text for text in tables(desk.store, "quarantine").values())
    assert desk.secrecy.waiting(LENA)


def test_a_line_of_the_whole_country_gets_no_door_in_one_city(desk: Desk):
    line = replace(HARBOR, name="Example National Hotline", address=None, national=True)
    desk.take(door("n", line))
    tried = desk.weigh(door("7", replace(line, address=HARBOR.address, national=False)), feed="another list")
    assert tried.report.protected == 1
    tried.apply()
    assert desk.entry(line.name).address is None
