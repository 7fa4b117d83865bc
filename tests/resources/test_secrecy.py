"""Confidential records: once hidden, nothing in the station tells the place (S-13, P-16)."""

from dataclasses import fields, replace
from datetime import date

from navigator.city import load_city
from navigator.resources import reading
from navigator.resources.categories import load_categories
from navigator.resources.confidential import RELEASABLE, allowed, stripped
from navigator.resources.fields import Record, with_values
from navigator.resources.model import (
    Address,
    Entry,
    HoursKind,
    Phone,
    Span,
)
from navigator.resources.search import Query, Search
from navigator.resources.vocabulary import load_vocabulary
from tests.resources.remains import pages
from tests.resources.roses import CANARY, NOW, OTHER, PLACE, ROSE, WHOLE, added, changed, left


class TestHiding:
    def test_the_place_is_in_no_table_and_free_text_only_where_it_waits(self, office):
        (rose,) = added(office, ROSE)
        (hidden,) = office.secrecy.hide(office.actor, rose)
        assert left(office, PLACE) == {}
        assert left(office, (CANARY,), "quarantine") == {}
        assert not [word for word in (*PLACE, CANARY) if word in repr(hidden)]
        waiting = {one.field: one.text for one in office.secrecy.waiting(office.actor)}
        assert waiting["description"] == f"Description {CANARY}"
        assert waiting["phones"] == f"215-555-0142: desk {CANARY}; ask at {CANARY}"
        assert set(waiting) == {*RELEASABLE, "bring", "note", "phones", "hours", "room", "check"}

    def test_what_may_be_known_stays(self, office):
        (rose,) = added(office, ROSE)
        (hidden,) = office.secrecy.hide(office.actor, rose)
        kept = {field.name for field in fields(Entry) if getattr(hidden, field.name) != getattr(OTHER, field.name)}
        assert (hidden.phones, hidden.hours[0].spans) == ((Phone("215-555-0142"),), (Span(0, 60),))
        assert [(one.kind, len(one.exceptions)) for one in hidden.hours] == [
            (HoursKind.INTAKE, 0),
            (HoursKind.MEALS, 1),
        ]
        assert (hidden.languages, hidden.minimum_age, hidden.source_id) == (("English", "Khmer"), 18, "source:rose")
        assert [one.available for one in hidden.capacities] == [3]
        assert kept == {
            *("id", "service_id", "name", "categories", "phones", "hours", "facts", "minimum_age", "languages"),
            *("confidential", "capacities", "verified", "due_on", "source_id"),
        }

    def test_a_new_field_of_an_entry_is_left_out_until_somebody_allows_it(self):
        plain = Entry("id", "service", "Rose Safe Home")
        full = with_values(ROSE, {"status": "closed", "status_until": "2027-01-01", "duplicate_of": "x"}).entry
        full = replace(full, approximate=True, maximum_age=99, due_on=date(2027, 2, 1))
        full = replace(full, national=True, invented=True, confidential=True, alerts=(None,), reported=(None,))
        told = {f.name for f in fields(Entry) if getattr(full, f.name) == getattr(plain, f.name)}
        assert told == {"name"}, "every field is filled, so that one that is not looked after is seen below"

        def lost(entry):
            return {f.name for f in fields(Entry) if getattr(entry, f.name) != getattr(full, f.name)}

        place = {"address", "directions", "area", "place", "approximate", "url", "bring", "note"}
        assert lost(allowed(full)) == place
        assert lost(stripped(full)) == place | {*RELEASABLE} | {
            *("phones", "hours", "capacities", "verified", "due_on", "alerts", "reported", "source", "seen")
        }

    def test_no_byte_of_the_file_or_its_log_tells_the_place(self, office):
        rose, *_ = added(office, ROSE, *(Record(replace(OTHER, name=f"Cedar {at}")) for at in range(300)))
        for at in range(40):
            changed(office, rose, directions=f"Damson gate {at}", address={"line": f"{at} Quincefield Street"})
        assert b"Quincefield" in pages(office.station.directory)
        office.secrecy.hide(office.actor, rose)
        found = pages(office.station.directory)
        assert b"Rose Safe Home" in found
        assert not [word for word in PLACE if word.encode() in found]

    def test_copies_made_before_migrations_go(self, office):
        (rose,) = added(office, ROSE)
        copy = office.station.folder / "directory.before-step-9.db"
        office.station.directory.copy_to(copy)
        office.secrecy.hide(office.actor, rose)
        assert not copy.exists()

    def test_all_places_of_the_service_and_its_duplicates_are_hidden_with_it(self, office):
        both = replace(WHOLE, service_id="rose")
        here, there, twin, other = added(office, Record(both), Record(both), ROSE, Record(OTHER))
        office.duplicates.merge(office.actor, here, twin, {"bring": f"Bring {CANARY}"})
        hidden = office.secrecy.hide(office.actor, twin)
        assert {entry.id for entry in hidden} == {here, there, twin}
        assert left(office, PLACE) == {}
        assert not office.directory.entry(office.actor, other).confidential

    def test_another_service_at_the_same_organization_keeps_what_does_not_tell(self, office):
        shared = {"organization": {"id": "org", "x_place": "12 Quincefield Street", "x_year": "1999"}}
        rose, cedar = added(office, Record(WHOLE, shared), Record(OTHER, shared))
        office.secrecy.hide(office.actor, rose)
        with office.station.directory.reading() as session:
            (record,) = reading.records(session, [cedar])
        assert record.extra == {"organization": {"id": "org", "x_year": "1999"}}
        assert left(office, PLACE) == {}

    def test_search_neither_finds_the_place_nor_measures_to_it(self, office):
        (rose,) = added(office, Record(replace(WHOLE, address=Address("12 Quincefield St", "", "PA", "19134"))))
        city = load_city("philadelphia")
        search = Search(office.entries(), load_vocabulary(), city, load_categories())
        assert search.find(Query("quincefield"), NOW).hits
        for entry in office.secrecy.hide(office.actor, rose):
            search.put(entry)
        assert not search.find(Query("quincefield"), NOW).hits
        assert not search.find(Query(CANARY), NOW).hits
        assert not search.find(Query("", near="19134", within_miles=25), NOW).hits

    def test_hiding_twice_leaves_what_a_person_released(self, office):
        (rose,) = added(office, ROSE)
        office.secrecy.hide(office.actor, rose)
        waiting = next(one for one in office.secrecy.waiting(office.actor) if one.field == "kind")
        office.secrecy.release(office.actor, waiting.id, "description", "A safe home.")
        (again,) = office.secrecy.hide(office.actor, rose)
        assert again.description == "A safe home."

    def test_a_place_that_is_revealed_brings_nothing_back(self, office):
        (rose,) = added(office, ROSE)
        office.secrecy.hide(office.actor, rose)
        (shown,) = office.secrecy.reveal(office.actor, rose)
        assert (shown.confidential, shown.address, shown.description) == (False, None, "")

    def test_a_new_place_of_a_hidden_service_comes_in_hidden(self, office):
        (rose,) = added(office, ROSE)
        (hidden,) = office.secrecy.hide(office.actor, rose)
        (second,) = added(office, Record(replace(WHOLE, service_id=hidden.service_id)))
        assert office.directory.entry(office.actor, second).address is None
        assert left(office, PLACE) == {}
