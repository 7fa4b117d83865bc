"""The directory service on a real store."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest

from navigator.access import Actor, Role
from navigator.city import load_city
from navigator.errors import BadInput, NotAllowed, NotFound
from navigator.resources.categories import load_categories
from navigator.resources.directory import Directory
from navigator.resources.model import (
    WEEK,
    Address,
    Barred,
    Capacity,
    DatedHours,
    Entry,
    Fact,
    Hours,
    HoursKind,
    Outcome,
    Phone,
    PhoneKind,
    Span,
    Tri,
    Verification,
)
from navigator.resources.search import Query, Search
from navigator.resources.stewardship.secrecy import Secrecy
from navigator.resources.vocabulary import load_vocabulary
from tests.conftest import PASSPHRASE

NOW = datetime(2026, 11, 23, 7, 14, tzinfo=UTC)
CANARY = "Kumquat Street"
CHECK = Verification(NOW, "Lena M.", f"visit to {CANARY}", f"a sign at {CANARY}", Outcome.CONFIRMED, date(2027, 2, 1))
WHOLE = Entry(
    id="",
    service_id="",
    name="Harbor <b>Withdrawal</b> & Sons مأوى",
    organization="Example Health Partners",
    alternate_names=(f"The house on {CANARY}",),
    categories=("detox", "shelter"),
    kind=f"Shelter near {CANARY}",
    description=f"Stands at {CANARY}.",
    address=Address(f"12 {CANARY}", "Philadelphia", "PA", "19134"),
    directions=f"From {CANARY} through the yard.",
    area="Kensington",
    place=(39.99, -75.11),
    phones=(Phone("215-555-0142", words=f"desk at {CANARY}"), Phone("215-555-0143", PhoneKind.TTY, extension="7")),
    hours=(
        Hours(HoursKind.INTAKE, (Span(0, WEEK),), f"always, at {CANARY}"),
        Hours(
            HoursKind.MEALS, (Span(60, 120),), exceptions=(DatedHours(date(2026, 12, 25), ((60, 90),), f"at {CANARY}"),)
        ),
    ),
    eligibility=f"Anyone from {CANARY}",
    facts={Fact.MEN: Tri.YES, Fact.PETS: Tri.NO},
    minimum_age=18,
    payment=f"Pay at {CANARY}",
    languages=("English", "Khmer"),
    language_text=f"English; Khmer at {CANARY}",
    bring=f"Come by {CANARY}",
    url="https://example.org/kumquat-street",
    status_reason=f"Works on {CANARY}",
    discreet_label="Help line",
    note=f"Moved from {CANARY}",
    capacities=(Capacity("bed", 3, 18, f"wing on {CANARY}", f"guard of {CANARY}", NOW),),
    verified=CHECK,
    due_on=CHECK.next_due,
    source=f"leaflet from {CANARY}",
    source_id="source:1",
    seen=f"2025, at {CANARY}",
)


@pytest.fixture
def supervisor(closed) -> Actor:
    return closed.sign_in("supervisor", PASSPHRASE)


@pytest.fixture
def directory(closed, supervisor) -> Directory:
    return Directory(closed.directory)


def _load(directory: Directory, actor: Actor, *entries: Entry) -> list[Entry]:
    directory.load(actor, entries, [], "test")
    return list(directory.entries(actor))


def _everything(closed) -> str:
    """Every value of every table of the directory store but the quarantine, where texts wait to be read (S-13)."""
    kept = "type = 'table' AND name != 'quarantine'"
    with closed.directory.connection(writes=False) as connection:
        tables = connection.exec_driver_sql(f"SELECT name FROM sqlite_master WHERE {kept}").scalars().all()
        return "\n".join(
            str(row) for table in tables for row in connection.exec_driver_sql(f"SELECT * FROM {table}").all()
        ).casefold()


def test_an_entry_comes_back_as_it_went_in(directory, supervisor):
    (kept,) = _load(directory, supervisor, WHOLE)
    for field in fields(Entry):
        if field.name not in {"id", "service_id"}:
            assert getattr(kept, field.name) == getattr(WHOLE, field.name), field.name


def test_services_of_one_organization_share_it(closed, directory, supervisor):
    _load(directory, supervisor, WHOLE, replace(WHOLE, name="Another", source_id="source:2"))
    with closed.directory.connection(writes=False) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM organization").scalar_one() == 1


def test_making_an_entry_confidential_leaves_no_trace_of_its_place(closed, directory, supervisor, laid):
    (entry,) = _load(directory, supervisor, WHOLE)
    copy = laid.folder / "directory.before-step-9.db"
    closed.directory.copy_to(copy)
    (hidden,) = Secrecy(closed.directory).hide(supervisor, entry.id)
    assert "kumquat" not in _everything(closed)
    assert "kumquat" not in repr(hidden).casefold()
    assert (hidden.address, hidden.place, hidden.area) == (None, None, "")
    assert not copy.exists()
    assert hidden.confidential
    assert [phone.number for phone in hidden.phones] == ["215-555-0142", "215-555-0143"]
    assert hidden.hours[0].spans == (Span(0, WEEK),)
    assert hidden.fact(Fact.MEN) is Tri.YES
    assert hidden.languages == ("English", "Khmer")


def test_a_shared_place_stays_with_the_service_that_is_not_confidential(closed, directory, supervisor):
    entry, other = _load(directory, supervisor, WHOLE, replace(WHOLE, name="Open to all", source_id="source:2"))
    with closed.directory.connection(writes=True) as connection:
        place = "SELECT location_id FROM service_at_location WHERE id = ?"
        shared = connection.exec_driver_sql(place, (other.id,)).scalar_one()
        connection.exec_driver_sql("UPDATE service_at_location SET location_id = ?", (shared,))
    Secrecy(closed.directory).hide(supervisor, entry.id)
    assert directory.entry(supervisor, other.id).address == WHOLE.address
    assert directory.entry(supervisor, entry.id).address is None


def test_search_forgets_the_place_of_what_became_confidential(closed, directory, supervisor):
    (entry,) = _load(directory, supervisor, WHOLE)
    search = Search([entry], load_vocabulary(), load_city("philadelphia"), load_categories())
    assert search.find(Query("kumquat"), NOW).hits
    search.put(Secrecy(closed.directory).hide(supervisor, entry.id)[0])
    assert not search.find(Query("kumquat"), NOW).hits
    assert not search.find(Query("", near="19134", within_miles=25), NOW).hits
    assert search.find(Query("harbor withdrawal"), NOW).hits[0].distance_miles is None


def test_a_confidential_entry_is_loaded_without_what_may_tell_its_place(closed, directory, supervisor):
    (kept,) = _load(directory, supervisor, replace(WHOLE, confidential=True))
    assert (kept.address, kept.place, kept.area, kept.directions) == (None, None, "", "")
    assert (kept.url, kept.bring, kept.description, kept.note) == ("", "", "", "")
    with closed.directory.connection(writes=False) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM location").scalar_one() == 0


def test_the_newest_word_on_beds_counts_and_none_is_not_zero(directory, supervisor):
    (entry,) = _load(directory, supervisor, replace(WHOLE, capacities=()))
    for available in (4, 0, None):
        told = Capacity("bed", available, 18, "", "Mr. Tran", NOW)
        entry = directory.report_capacity(supervisor, entry.id, told)
    assert [capacity.available for capacity in entry.capacities] == [None]
    with pytest.raises(BadInput):
        directory.report_capacity(supervisor, entry.id, Capacity("bed", -1, None, "", "Mr. Tran", NOW))


def test_who_is_on_the_do_not_list_does_not_come_in(directory, supervisor):
    directory.load(supervisor, [], [Barred("Harbor House", "Closed in May.")], "list")
    with pytest.raises(BadInput, match="do-not-list: Closed in May"):
        directory.load(supervisor, [WHOLE, replace(WHOLE, name="harbor house")], [], "test")
    assert directory.entries(supervisor) == ()


def test_an_entry_that_is_gone_from_the_store_is_said_plainly(directory, supervisor):
    with pytest.raises(NotFound):
        directory.entry(supervisor, "no such id")


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.OFFICER, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER])
def test_only_who_may_edit_can_make_an_entry_confidential(closed, role):
    with pytest.raises(NotAllowed):
        Secrecy(closed.directory).hide(Actor("id", "name", role), "any")
