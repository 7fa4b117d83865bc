"""What stood beside a record that was hidden, and the texts that wait for a person (S-13)."""

from dataclasses import replace

import pytest
from sqlalchemy import insert, select

from navigator.errors import BadInput, NotFound
from navigator.resources.confidential import RELEASABLE
from navigator.resources.fields import FIELDS, Record
from navigator.resources.model import Address, Entry, Report
from navigator.resources.stewardship.desk_drafts import NEW, DeskDraftKind, DeskDrafts
from navigator.resources.stewardship.pairs import Held, hold
from navigator.resources.stewardship.quarantine import quarantine
from navigator.resources.stewardship.rows import BatchRow, FeedRow, PairRow
from tests.resources.remains import pages
from tests.resources.roses import CANARY, NOW, OTHER, PLACE, ROSE, added, changed, left


class TestLeftovers:
    def test_history_proposals_alerts_drafts_and_held_rows_lose_the_place(self, office):
        rose, cedar = added(office, ROSE, Record(OTHER))
        changed(office, rose, bring=f"Old {CANARY}", url="https://persimmon.example/old", minimum_age=21)
        proposed = {"address": {"line": "14 Quincefield Street"}, "kind": f"New {CANARY}", "minimum_age": 16}
        office.proposals.propose(office.actor, rose, proposed, f"They said {CANARY}.")
        office.proposals.propose(
            office.actor, None, {"name": "Rose", **proposed}, f"Near 12 Quincefield Street, {CANARY}."
        )
        office.alerts.put(office.actor, rose, f"Alert {CANARY}", NOW.date(), None)
        drafts = DeskDrafts(office.station.directory)
        drafts.keep(office.actor, DeskDraftKind.EDITOR, rose, {"kind": "typed"})
        drafts.keep(office.actor, DeskDraftKind.PROPOSAL, NEW, {"words": "at 12 QUINCEFIELD  street"})
        drafts.keep(office.actor, DeskDraftKind.CHECK, cedar, {"words": "typed"})
        held = Held(rose, ROSE, "", "key", "batch", 80.0, ("same address: 12 Quincefield Street",))
        with office.station.directory.writing() as session:
            hold(session, [held], NOW)
            _bad_row(session)
        office.secrecy.hide(office.actor, rose)
        assert left(office, PLACE, "quarantine") == {}
        assert left(office, (CANARY,), "quarantine") == {}
        assert [draft.subject for draft in drafts.mine(office.actor)] == [cedar]
        texts = {one.text for one in office.secrecy.waiting(office.actor)}
        assert {f"Alert {CANARY}", f"They said {CANARY}.", f"New {CANARY}"} <= texts
        mine = {one.entry_id: one for one in office.proposals.mine(office.actor)}
        assert [(one.field, one.proposed) for one in mine[rose].fields] == [("minimum_age", 16)]

    def test_a_held_row_of_what_was_hidden_is_confidential_whichever_way_it_is_settled(self, office):
        (rose,) = added(office, ROSE)
        with office.station.directory.writing() as session:
            hold(session, [Held(rose, ROSE, "", "key", "batch", 80.0, ())], NOW)
        office.secrecy.hide(office.actor, rose)
        with office.station.directory.reading() as session:
            (pair,) = session.scalars(select(PairRow))
        (new,) = office.duplicates.settle_held(office.actor, pair.id, same=False)
        assert (new.confidential, new.address) == (True, None)

    def test_a_number_that_is_reported_later_shows_without_words(self, office):
        (rose,) = added(office, ROSE)
        office.secrecy.hide(office.actor, rose)
        number = {"number": "215-555-0199", "kind": "voice", "words": CANARY}
        (entry,) = office.proposals.propose(office.actor, rose, {"phones": [number]})
        assert [(type(one), one.words) for one in entry.reported] == [(Report, "215-555-0199")]


def _bad_row(session) -> None:
    session.execute(insert(FeedRow), [{"id": "feed", "name": "Example list", "format": "table"}])
    problem = {"row": 3, "column": "Address", "value": "12 Quincefield Street, Apt", "reason": "too long"}
    told = {"id": "batch", "feed_id": "feed", "at": "", "by": "", "by_name": "", "file_name": "", "format": "table"}
    empty = {"counts": {}, "undone_at": None, "undone_by": None}
    session.execute(insert(BatchRow), [told | empty | {"problems": [problem]}])


class TestTextThatWaits:
    @pytest.fixture
    def rose(self, office):
        (rose,) = added(office, ROSE)
        office.secrecy.hide(office.actor, rose)
        return rose

    def named(self, office, field):
        return next(one for one in office.secrecy.waiting(office.actor) if one.field == field)

    @pytest.mark.parametrize("field", RELEASABLE)
    def test_what_a_person_read_is_shown_as_they_left_it(self, office, rose, field):
        (entry,) = office.secrecy.release(office.actor, self.named(office, "note").id, field, "Ring twice.")
        assert getattr(entry, field) in ("Ring twice.", ("Ring twice.",))
        assert "note" not in {one.field for one in office.secrecy.waiting(office.actor)}

    def test_a_second_text_stands_beside_the_first(self, office, rose):
        office.secrecy.release(office.actor, self.named(office, "note").id, "description", "Ring twice.")
        (entry,) = office.secrecy.release(office.actor, self.named(office, "kind").id, "description", "A safe home.")
        assert entry.description == "Ring twice. A safe home."

    @pytest.mark.parametrize("field", sorted(FIELDS.keys() - {*RELEASABLE}))
    def test_no_other_field_takes_text(self, office, rose, field):
        with pytest.raises(BadInput, match="Choose another field"):
            office.secrecy.release(office.actor, self.named(office, "note").id, field, "Ring twice.")
        assert self.named(office, "note")

    def test_what_is_deleted_is_gone_and_not_brought_up_by_the_next_import(self, office, rose):
        note = self.named(office, "note")
        office.secrecy.delete(office.actor, note.id)
        assert note.text.encode() not in pages(office.station.directory)
        with pytest.raises(NotFound):
            office.secrecy.delete(office.actor, note.id)
        with office.station.directory.writing() as session:
            assert quarantine(session, rose, {"note": note.text}, "batch", NOW) == 0
            assert quarantine(session, rose, {"note": "Another"}, "batch", NOW) == 1

    def test_an_import_writes_no_description_of_a_confidential_record(self, office):
        told = replace(OTHER, confidential=True, description="Behind the church.")
        (new,) = added(office, Record(told))
        assert office.directory.entry(office.actor, new).description == ""


class TestNames:
    def test_a_name_with_the_street_in_it_loses_it_also_in_the_history(self, office):
        first = Record(replace(OTHER, name="Beds at 7 Medlar Street", address=Address("7 Medlar Street, Floor 2")))
        (rose,) = added(office, first)
        changed(office, rose, organization="Rose (7 medlar  street)")
        changed(office, rose, name="Rose beds, 7 Medlar Street")
        (hidden,) = office.secrecy.hide(office.actor, rose)
        assert (hidden.name, hidden.organization) == ("Rose beds", "Rose")
        assert left(office, ("medlar",), "quarantine") == {}

    def test_a_name_that_is_nothing_but_the_street_is_named_anew(self, office):
        first = Record(Entry("", "", "7 Medlar Street", address=Address("7 Medlar Street")))
        (rose,) = added(office, first)
        (hidden,) = office.secrecy.hide(office.actor, rose)
        assert hidden.name == "Confidential service"
