"""The one way that content changes: fields go in, what they were is kept (S-13, P-13)."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from navigator.access import Actor, Role
from navigator.errors import BadInput, NotFound
from navigator.resources import reading, rows, writing
from navigator.resources.fields import Record, differences, values_of
from navigator.resources.model import Address, Entry, Phone
from navigator.resources.stewardship.changing import Act, Hand, change, record_of
from navigator.resources.stewardship.removing import remove
from navigator.resources.stewardship.rows import ChangeRow
from tests.resources.strategies import RECORDS

LENA = Actor("lena", "Lena M.", Role.SOCIAL_WORKER)
HAND = Hand(LENA, Act.EDITED, datetime(2026, 11, 23, 7, 14, tzinfo=UTC))
PLACE = Address("12 Example Street", "Philadelphia", "PA", "19134")
HARBOR = Entry("", "harbor", "Harbor Withdrawal Unit", organization="Example Health", address=PLACE)


@pytest.fixture
def store(signed):
    return signed(Role.SUPERVISOR).station.directory


@pytest.fixture
def session(store):
    with store.writing() as session:
        yield session


def added(session, *entries: Entry) -> tuple[str, ...]:
    return writing.add(session, map(Record, entries), LENA.id)


def counts(session) -> dict[str, int]:
    """Rows by table; which ids were touched is noted for the index also of those that are gone."""
    tables = [table for table in rows.Base.metadata.sorted_tables if table.name != "search_touched"]
    return {table.name: session.scalar(select(func.count()).select_from(table)) for table in tables}


def test_a_change_keeps_what_was_and_what_became(session):
    (harbor,) = added(session, HARBOR)
    values = {"name": "Harbor Detox", "phones": [{"number": "215-555-0142", "kind": "voice"}]}
    assert change(session, harbor, values, HAND) == (harbor,)
    entry = record_of(session, harbor).entry
    assert (entry.name, entry.phones, entry.address) == ("Harbor Detox", (Phone("215-555-0142"),), PLACE)
    kept = session.scalars(select(ChangeRow)).one()
    assert (kept.before, kept.after) == ({"name": "Harbor Withdrawal Unit", "phones": None}, values)
    assert (kept.by_name, kept.act) == ("Lena M.", "edited")


def test_what_is_so_already_is_no_change(session):
    (harbor,) = added(session, HARBOR)
    assert change(session, harbor, {"name": HARBOR.name, "bring": None}, HAND) == ()
    assert session.scalars(select(ChangeRow)).all() == []


def test_a_field_of_the_service_changes_at_all_its_places(session):
    here, there = added(session, HARBOR, HARBOR)
    assert set(change(session, here, {"bring": "Photo ID", "directions": "Side door"}, HAND)) == {here, there}
    assert [record_of(session, door).entry.bring for door in (here, there)] == ["Photo ID", "Photo ID"]
    assert [record_of(session, door).entry.directions for door in (here, there)] == ["Side door", ""]
    after = {row.entry_id: row.after for row in session.scalars(select(ChangeRow))}
    assert after == {here: {"bring": "Photo ID", "directions": "Side door"}, there: {"bring": "Photo ID"}}


def test_another_organization_is_found_by_its_name_or_made(session):
    harbor, cedar = added(session, HARBOR, Entry("", "cedar", "Cedar Shelter", organization="Example Homes"))
    change(session, harbor, {"organization": "Example Homes"}, HAND)
    change(session, cedar, {"organization": "Example Trust"}, HAND)
    assert record_of(session, harbor).entry.organization == "Example Homes"
    assert record_of(session, cedar).entry.organization == "Example Trust"


def test_a_confidential_entry_takes_no_place(session):
    (home,) = added(session, Entry("", "", "Rose Safe Home", confidential=True))
    with pytest.raises(BadInput, match="keeps no “Address”"):
        change(session, home, {"address": {"line": "12 Example Street"}}, HAND)
    change(session, home, {"phones": [{"number": "215-555-0142", "kind": "voice"}]}, HAND)
    assert record_of(session, home).entry.address is None


def test_an_entry_that_is_gone_is_said_to_be_gone(session):
    with pytest.raises(NotFound):
        change(session, "nobody", {"name": "x"}, HAND)


def test_what_is_removed_leaves_no_row_behind(session):
    before = counts(session)
    doors = added(session, HARBOR, HARBOR, Entry("", "cedar", "Cedar Shelter"))
    change(session, doors[0], {"bring": "Photo ID", "categories": ["detox"]}, HAND)
    remove(session, doors)
    assert counts(session) == before


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=RECORDS, others=st.lists(RECORDS, min_size=1, max_size=3))
def test_any_changes_can_be_taken_back_one_by_one(store, first, others):
    with store.writing() as session:
        (door,) = writing.add(session, [first], LENA.id)
        start = record_of(session, door)
        for other in others:
            made = differences(values_of(record_of(session, door)), values_of(other))
            change(session, door, {one.field: one.after for one in made}, HAND)
            assert differences(values_of(record_of(session, door)), values_of(other)) == ()
        for row in reversed(session.scalars(select(ChangeRow).order_by(ChangeRow.id)).all()):
            change(session, door, row.before, HAND)
        assert differences(values_of(record_of(session, door)), values_of(start)) == ()
        remove(session, [door])
        assert next(reading.entries(session, [door]), None) is None
