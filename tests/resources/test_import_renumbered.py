"""A key is believed only of records that are alike: lists count their rows, and rows move (S-08, S-13)."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from navigator.resources.exchange.incoming import Incoming
from navigator.resources.importing.verdicts import Verdict
from navigator.resources.model import Address, Entry, Phone
from tests.resources.importing import HARBOR, LENA, Desk, changed, door

NAMES = (
    *("Harbor Detox", "Cedar Shelter", "Maple Clinic", "Willow Pantry", "Juniper Legal"),
    *("Poplar Housing", "Aspen Crisis", "Birch Meals", "Hazel Youth", "Linden Veterans"),
)
LONGER = (*NAMES[:6], "Rowan Wholly New", *NAMES[6:])
CEDAR = replace(HARBOR, name="Cedar Place", phones=(Phone("215-555-0177"),))


def _numbered(names: Sequence[str]) -> list[Incoming]:
    """A list whose ids are the numbers of its rows."""
    return [door(str(at), _place(name, LONGER.index(name)), row=at + 1) for at, name in enumerate(names, 1)]


def _place(name: str, number: int, city: str = "Philadelphia", code: str = "19104", prefix: str = "215") -> Entry:
    where = Address(f"{number + 1} Oak Street", city, "PA", code)
    phones = (Phone(f"{prefix}-555-01{number:02d}"),)
    return replace(HARBOR, name=name, organization="", phones=phones, address=where)


def _told(desk: Desk) -> dict[str, tuple[bool, str, tuple[Phone, ...]]]:
    """By name: whether it is confidential, its street, its numbers."""
    return {one.name: (one.confidential, one.address.line if one.address else "", one.phones) for one in desk.entries()}


def test_a_row_put_into_a_numbered_list_changes_nothing_of_its_neighbours(desk: Desk):
    desk.take(*_numbered(NAMES))
    desk.edit(desk.entry("Aspen Crisis").id, description="Only for adults.")
    before = _told(desk)
    tried = desk.weigh(*_numbered(LONGER))
    assert (tried.report.known_feed, tried.counts) == (True, (1, 0, 10, 0, 0))
    tried.apply()
    assert {name: told for name, told in _told(desk).items() if name in before} == before
    assert desk.entry("Aspen Crisis").description == "Only for adults."
    assert desk.weigh(*_numbered(LONGER)).counts == (0, 0, 11, 0, 0)


def test_a_row_taken_out_of_a_numbered_list_is_gone_and_its_neighbours_stay(desk: Desk):
    desk.take(*_numbered(NAMES))
    tried = desk.weigh(*_numbered([*NAMES[:6], *NAMES[7:]]))
    assert tried.counts == (0, 0, 9, 0, 1)
    assert tried.one(Verdict.GONE).name == "Aspen Crisis"
    tried.apply()
    assert desk.weigh(*_numbered(NAMES)).counts == (0, 0, 10, 0, 0)


def test_sites_of_one_name_are_told_apart_by_where_they_are(desk: Desk):
    sites = [_place("Food Table", number) for number in range(6)]
    desk.take(*(door(str(at), one, row=at + 2) for at, one in enumerate(sites)))
    before = sorted(repr(one.address) for one in desk.entries())
    tried = desk.weigh(*(door(str(at), one, row=at + 2) for at, one in enumerate([*sites[:4], sites[5]])))
    assert (tried.report.changed, tried.report.gone) == (0, 1)
    tried.apply()
    assert sorted(repr(one.address) for one in desk.entries()) == before


def test_what_was_changed_here_is_known_to_a_list_that_calls_it_as_it_was_called(desk: Desk):
    desk.take(*_numbered(NAMES))
    desk.edit(
        desk.entry("Aspen Crisis").id,
        name="Night Help",
        phones=[{"number": "215-555-0177", "kind": "voice"}],
        address={"line": "90 Elm Street", "city": "Philadelphia", "state": "PA", "postal_code": "19130"},
    )
    assert desk.weigh(*_numbered(NAMES)).counts == (0, 0, 10, 0, 0)


def test_an_undo_gives_the_numbers_back_to_what_they_named(desk: Desk):
    desk.take(*_numbered(NAMES))
    before = desk.content()
    batch = desk.take(*_numbered(LONGER))
    assert desk.content() != before
    desk.clock.forward(minutes=1)
    desk.imports.undo(LENA, batch.id)
    assert desk.content() == before


def test_a_hidden_place_is_not_brought_back_by_a_list_that_was_renumbered(desk: Desk):
    desk.take(*_numbered(NAMES))
    desk.secrecy.hide(LENA, desk.entry("Aspen Crisis").id)
    before = _told(desk)
    assert before["Aspen Crisis"][0]
    desk.take(*_numbered(LONGER))
    after = _told(desk)
    assert {name: after[name] for name in before} == before
    street = _place("Aspen Crisis", LONGER.index("Aspen Crisis")).address
    assert street is not None
    assert street.line not in repr(after)


def test_what_stands_under_the_number_of_a_hidden_place_waits_without_its_place(desk: Desk):
    """The list may have given the place another name and another telephone."""
    desk.take(*_numbered(NAMES))
    hidden = desk.entry("Aspen Crisis").id
    desk.secrecy.hide(LENA, hidden)
    before = desk.values(hidden)
    rows = _numbered(NAMES)
    rows[6] = changed(rows[6], name="Quiet Rooms", phones=[{"number": "215-555-0188", "kind": "voice"}])
    tried = desk.weigh(*rows)
    assert (tried.one(Verdict.HELD).entry_id, tried.report.gone) == (hidden, 0)
    tried.apply()
    assert desk.values(hidden) == before
    (pair,) = desk.imports.held(LENA)
    assert (pair.other.entry.confidential, pair.other.entry.address) == (True, None)


def test_another_list_with_the_same_numbers_and_names_is_another_list(desk: Desk):
    names = [f"Community Health Center {number}" for number in range(1, 6)]
    desk.take(*(door(str(at), _place(name, at)) for at, name in enumerate(names)))
    before = {one.id: desk.values(one.id) for one in desk.entries()}
    others = (door(str(at), _place(name, at, "Pittsburgh", "15201", "412")) for at, name in enumerate(names))
    tried = desk.weigh(*others)
    assert (tried.report.known_feed, tried.counts) == (False, (5, 0, 0, 0, 0))
    tried.apply()
    assert {entry_id: desk.values(entry_id) for entry_id in before} == before


@pytest.mark.parametrize(("shared", "known"), [(2, False), (3, True)])
def test_a_list_is_known_by_three_records_at_least(desk: Desk, shared: int, known: bool):
    desk.take(*_numbered(NAMES))
    more = [door(f"x{at}", _place(f"Annex {name}", 40 + at), row=20 + at) for at, name in enumerate(NAMES[:5])]
    assert desk.weigh(*_numbered(NAMES[:shared]), *more).report.known_feed is known


@pytest.mark.parametrize("order", [1, -1])
def test_after_a_merge_the_row_of_the_other_overwrites_nothing(desk: Desk, order: int):
    rows = [door("a"), door("b", CEDAR, row=3)]
    desk.take(*rows)
    kept = desk.entry("Cedar Place").id
    desk.duplicates.merge(LENA, kept, desk.entry(HARBOR.name).id, {})
    assert desk.weigh(*rows[::order]).counts == (0, 0, 2, 0, 0)
    news = changed(rows[0], description="Closed at night."), changed(rows[1], description="Open at night.")
    desk.take(*news[::order])
    assert (desk.values(kept)["description"], desk.values(kept)["name"]) == ("Open at night.", "Cedar Place")


def test_after_a_merge_the_row_of_the_other_alone_overwrites_nothing(desk: Desk):
    desk.take(door("a"), door("b", CEDAR, row=3))
    kept = desk.entry("Cedar Place").id
    desk.duplicates.merge(LENA, kept, desk.entry(HARBOR.name).id, {})
    assert desk.weigh(door("a"), feed="list.csv").counts == (0, 0, 1, 0, 0)
