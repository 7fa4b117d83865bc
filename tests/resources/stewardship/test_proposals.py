"""What clinicians report and what the desk makes of it, field by field (S-07)."""

from dataclasses import replace

import pytest

from navigator.errors import BadInput, ChangedMeanwhile, NotFound
from navigator.resources.model import Outcome, Phone, Status
from navigator.resources.stewardship.aliases import rename
from navigator.resources.stewardship.checks import Check, Method
from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.resources.stewardship.history import EventKind
from navigator.resources.stewardship.marks import How
from navigator.resources.stewardship.reported import ProposalState

from .bench import DANA, HARBOR, LENA, NOOR, ROSE, SAM, Bench, phone

NEW_PHONE = phone("215-555-0199", words="night desk")


@pytest.fixture
def harbor(bench: Bench) -> str:
    return bench.put(HARBOR)[0]


def proposed(bench: Bench, entry_id: str | None, words: str = "", **values: object) -> str:
    bench.proposals.propose(DANA, entry_id, values, words)
    return bench.proposals.mine(DANA)[0].id


class TestProposing:
    def test_a_phone_shows_at_once_beside_the_old_one(self, bench: Bench, harbor: str):
        (entry,) = bench.proposals.propose(DANA, harbor, {"phones": NEW_PHONE, "bring": "Photo ID"})
        assert (entry.phones, entry.bring) == (HARBOR.phones, "")
        (report,) = entry.reported
        assert (report.field, report.words, report.by_role) == ("phones", "215-555-0199 (night desk)", "clinician")
        assert report.at == bench.clock.now

    def test_the_desk_sees_what_was_seen_what_is_and_what_is_proposed(self, bench: Bench, harbor: str):
        proposed(bench, harbor, "The night nurse said so", bring="Photo ID", name="Harbor Unit")
        (proposal,) = bench.proposals.waiting(LENA)
        assert (proposal.name, proposal.by, proposal.by_role, proposal.words, proposal.state) == (
            *(HARBOR.name, "Dana R.", "clinician", "The night nurse said so"),
            ProposalState.OPEN,
        )
        assert [(one.label, one.saw, one.current, one.proposed, one.moved) for one in proposal.fields] == [
            ("Name", HARBOR.name, HARBOR.name, "Harbor Unit", False),
            ("What to bring", None, None, "Photo ID", False),
        ]
        assert bench.trail()[-1][:2] == ("proposal made", harbor)

    def test_a_field_that_is_as_it_was_seen_is_not_proposed(self, bench: Bench, harbor: str):
        proposed(bench, harbor, name=HARBOR.name, bring="Photo ID")
        assert [one.field for one in bench.proposals.waiting(LENA)[0].fields] == ["bring"]

    def test_nothing_changed_and_nothing_said_is_refused(self, bench: Bench, harbor: str):
        before = bench.everything()
        with pytest.raises(BadInput, match="nothing to send"):
            bench.proposals.propose(DANA, harbor, {"name": HARBOR.name}, "  ")
        assert bench.everything() == before

    def test_words_alone_reach_the_desk_without_an_entry(self, bench: Bench):
        assert bench.proposals.propose(DANA, None, {}, "Nobody takes a couple with a dog") == ()
        (proposal,) = bench.proposals.waiting(LENA)
        assert (proposal.entry_id, proposal.name, proposal.fields) == (None, "", ())
        assert bench.proposals.take(LENA, proposal.id, ()) == ()
        assert bench.proposals.mine(DANA)[0].state is ProposalState.TAKEN

    def test_the_draft_goes_with_the_proposal(self, bench: Bench, harbor: str):
        bench.drafts.keep(DANA, DeskDraftKind.PROPOSAL, harbor, {"bring": "x"})
        proposed(bench, harbor, bring="Photo ID")
        assert bench.drafts.mine(DANA) == ()

    def test_a_screen_that_still_knows_the_id_before_a_parcel_proposes_to_the_right_entry(self, bench: Bench, harbor):
        with bench.store.writing() as session:
            rename(session, {"old id": harbor})
        bench.drafts.keep(DANA, DeskDraftKind.PROPOSAL, "old id", {"bring": "x"})
        (entry,) = bench.proposals.propose(DANA, "old id", {"phones": NEW_PHONE})
        assert (entry.id, len(entry.reported)) == (harbor, 1)
        assert bench.drafts.mine(DANA) == ()

    def test_an_entry_that_is_gone_is_said_plainly(self, bench: Bench):
        with pytest.raises(NotFound):
            bench.proposals.propose(DANA, "no such id", {"bring": "x"})


class TestTaking:
    def test_chosen_fields_are_taken_and_the_report_ends(self, bench: Bench, harbor: str):
        one = proposed(bench, harbor, phones=NEW_PHONE, bring="Photo ID")
        (entry,) = bench.proposals.take(LENA, one, ["phones"])
        assert (entry.phones, entry.bring, entry.reported) == ((Phone("215-555-0199", words="night desk"),), "", ())
        assert bench.proposals.waiting(LENA) == ()
        (mine,) = bench.proposals.mine(DANA)
        assert (mine.state, mine.settled_by, mine.settled_at) == (
            ProposalState.PARTLY,
            "Lena M.",
            bench.clock.now,
        )
        view = bench.records.view(LENA, harbor)
        assert view.confirmed["phones"].how is How.EDITED
        assert "Proposal taken" in {event.title for event in view.history if event.kind is EventKind.CHANGE}
        assert bench.trail()[-1][0] == "proposal taken"

    def test_taken_with_a_check_it_is_verified_in_the_same_moment(self, bench: Bench, harbor: str):
        one = proposed(bench, harbor, phones=NEW_PHONE)
        call = Check(Method.PHONE, "Mr. Tran", Outcome.CONFIRMED, fields=())
        (entry,) = bench.proposals.take(LENA, one, ["phones"], call)
        assert (entry.verified.outcome, entry.phones[0].number) == (Outcome.CHANGED, "215-555-0199")
        assert bench.records.view(LENA, harbor).confirmed["phones"].how is How.VERIFIED
        assert bench.proposals.mine(DANA)[0].state is ProposalState.TAKEN

    def test_what_was_changed_since_must_be_chosen_knowingly(self, bench: Bench, harbor: str):
        one = proposed(bench, harbor, bring="Photo ID", note="Ring twice")
        bench.edit(harbor, bring="Two papers")
        bring = bench.proposals.waiting(LENA)[0].fields[0]
        assert (bring.moved, bring.saw, bring.current) == (True, None, "Two papers")
        before = bench.everything()
        for over in (None, {"bring": None}, {"note": "Two papers"}):
            with pytest.raises(ChangedMeanwhile, match="What to bring"):
                bench.proposals.take(LENA, one, ["bring", "note"], over=over)
        assert bench.everything() == before
        (entry,) = bench.proposals.take(LENA, one, ["bring", "note"], over={"bring": "Two papers"})
        assert (entry.bring, entry.note) == ("Photo ID", "Ring twice")

    def test_a_screen_that_was_old_when_it_was_typed_moves_the_field_too(self, bench: Bench, harbor: str):
        bench.edit(harbor, bring="Two papers")
        bench.proposals.propose(DANA, harbor, {"bring": "Photo ID"}, saw={"bring": None})
        assert bench.proposals.waiting(LENA)[0].fields[0].moved

    def test_a_new_service_is_added_from_the_fields_that_were_taken(self, bench: Bench):
        one = proposed(bench, None, name="Rose House", phones=NEW_PHONE, bring="Photo ID")
        assert bench.proposals.waiting(LENA)[0].name == "Rose House"
        (entry,) = bench.proposals.take(LENA, one, ["name", "phones"])
        assert (entry.name, entry.phones[0].number, entry.bring) == ("Rose House", "215-555-0199", "")
        assert bench.proposals.mine(DANA)[0].entry_id == entry.id

    def test_a_new_service_that_is_barred_or_has_no_name_is_refused_at_once(self, bench: Bench):
        bench.do_not_list.bar(SAM, "Rose House", "Closed by the city.")
        for values in ({"name": "Rose House"}, {"bring": "Photo ID"}):
            with pytest.raises(BadInput):
                bench.proposals.propose(DANA, None, values)
        assert bench.proposals.mine(DANA) == ()

    def test_a_proposal_is_settled_once(self, bench: Bench, harbor: str):
        one = proposed(bench, harbor, bring="Photo ID")
        with pytest.raises(BadInput, match="Choose what to take"):
            bench.proposals.take(LENA, one, [])
        bench.proposals.take(LENA, one, ["bring"])
        for again in (
            lambda: bench.proposals.take(SAM, one, ["bring"]),
            lambda: bench.proposals.turn_down(SAM, one, "No"),
            lambda: bench.proposals.ask(SAM, one, "Who said so?"),
            lambda: bench.proposals.answer(DANA, one, "Me"),
        ):
            with pytest.raises(BadInput, match="settled already"):
                again()
        with pytest.raises(NotFound):
            bench.proposals.turn_down(SAM, "no such id", "No")


class TestTalking:
    def test_turned_down_with_words_that_the_author_reads(self, bench: Bench, harbor: str):
        one = proposed(bench, harbor, status="closed")
        assert [report.words for report in bench.entry(harbor).reported] == ["closed"]
        (entry,) = bench.proposals.turn_down(LENA, one, "They are open, I was there.")
        assert (entry.reported, entry.status) == ((), Status.ACTIVE)
        (mine,) = bench.proposals.mine(DANA)
        assert (mine.state, mine.answer) == (ProposalState.TURNED_DOWN, "They are open, I was there.")
        titles = {event.title for event in bench.records.view(LENA, harbor).history}
        assert titles == {"Proposed by a clinician: turned down", "Proposal turned down"}

    def test_asked_back_it_stays_and_waits_again_when_it_is_answered(self, bench: Bench, harbor: str):
        one = proposed(bench, harbor, "Wrong number", phones=NEW_PHONE)
        other = proposed(bench, harbor, "Second")
        (entry,) = bench.proposals.ask(LENA, one, "Who told you?")
        assert len(entry.reported) == 1
        assert [proposal.id for proposal in bench.proposals.waiting(LENA)] == [other, one]
        assert [proposal.answer for proposal in bench.proposals.mine(DANA)] == ["", "Who told you?"]
        bench.proposals.answer(DANA, one, "The night nurse")
        bench.proposals.ask(LENA, one, "On which day?")
        (_, waiting) = bench.proposals.waiting(LENA)
        assert (waiting.words, waiting.answer) == ("Wrong number\n\nThe night nurse", "Who told you?\n\nOn which day?")

    def test_only_its_author_answers_and_sees_it_as_theirs(self, bench: Bench, harbor: str):
        one = proposed(bench, harbor, bring="Photo ID")
        bench.proposals.ask(LENA, one, "Who told you?")
        with pytest.raises(BadInput, match="Only who made"):
            bench.proposals.answer(NOOR, one, "Me")
        assert bench.proposals.mine(NOOR) == ()

    @pytest.mark.parametrize("say", ["turn_down", "ask"])
    def test_the_desk_says_something_or_nothing_happens(self, bench: Bench, harbor: str, say: str):
        one = proposed(bench, harbor, bring="Photo ID")
        before = bench.everything()
        with pytest.raises(BadInput):
            getattr(bench.proposals, say)(LENA, one, "  ")
        assert bench.everything() == before


class TestConfidential:
    @pytest.fixture
    def rose(self, bench: Bench) -> str:
        return bench.put(replace(ROSE, confidential=True))[0]

    @pytest.mark.parametrize(
        "values",
        [
            {"address": {"line": "9 Kumquat Street"}},
            {"directions": "Behind Kumquat Street"},
            {"url": "https://example.org/kumquat"},
            {"place": [40.0, -75.0, False]},
            {"other:service": {"x": "Kumquat Street"}},
        ],
    )
    def test_a_proposal_touches_only_what_s13_allows(self, bench: Bench, rose: str, values):
        before = bench.everything()
        with pytest.raises(BadInput, match="S-13"):
            bench.proposals.propose(DANA, rose, values)
        assert bench.everything() == before

    def test_a_number_shows_at_once_without_the_words_beside_it(self, bench: Bench, rose: str):
        hours = [{"kind": "office", "spans": [[540, 1020]], "text": "9 to 5 at Kumquat Street"}]
        values = {"phones": phone("215-555-0199", words="gate on Kumquat Street"), "hours": hours, "status": "closed"}
        (entry,) = bench.proposals.propose(DANA, rose, values, "Seen on Kumquat Street")
        assert "kumquat" not in repr(entry).casefold()
        assert {report.field for report in entry.reported} == {"phones", "hours", "status"}
        assert "215-555-0199" in [report.words for report in entry.reported]

    def test_hours_that_are_words_alone_are_not_shown(self, bench: Bench, rose: str):
        values = {"hours": [{"kind": "office", "text": "ask at Kumquat Street"}]}
        (entry,) = bench.proposals.propose(DANA, rose, values)
        assert entry.reported == ()
