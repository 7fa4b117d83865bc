"""Telling somebody else: only on a ground that stands, only whom it names, always accounted for (P-06 to P-12)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from navigator.documents.blocks import NO_PERSON
from navigator.documents.pages import Pages
from navigator.documents.release import Door, OwnCopy, ToRecipient, about
from navigator.errors import NotAllowed, UserError
from navigator.referrals.bases import Basis, BasisKind
from navigator.referrals.consent import Category
from navigator.referrals.register import Paper
from navigator.referrals.request import Answer, LocateItem, Paragraph, PoliceRequest
from navigator.referrals.telling import recipient_of

from .scenes import NOW, Bench, answered, consent_of, place

EMERGENCY = Basis(BasisKind.EMERGENCY, "She took thirty pills an hour ago.")
OFF = "This team is no program under Part 2, counsel says so."


class Tray:
    """An outlet that keeps what it is given."""

    kind = "printer"

    def __init__(self, jam: Exception | None = None) -> None:
        self.taken: list[Pages] = []
        self.jam = jam

    def take(self, pages: Pages) -> str:
        if self.jam is not None:
            raise self.jam
        self.taken.append(pages)
        return "Taken."


class Sending:
    """A paper for place number 1 about the person of a visit, ready to go."""

    def __init__(self, bench: Bench) -> None:
        self.bench, self.tray = bench, Tray()
        self.visit = bench.visit()
        self.door = Door(bench.store, bench.clock, bench.work.register)
        self.consent = bench.work.consents.record(bench.actor, consent_of(self.visit))
        self.to = ToRecipient(
            self.visit.person.id, self.visit.id, recipient_of(place()), self.basis(self.consent.id), (Category.NEED,)
        )
        person = about(self.visit.person.id)
        self.pages = Pages(b"%PDF", 1, "handoff 1.0", person, "Paper", notice=bench.work.law.notice_hash)

    def basis(self, consent_id: str) -> Basis:
        return Basis(BasisKind.CONSENT, consent_id=consent_id)

    def send(self, to: ToRecipient | OwnCopy | None = None, pages: Pages | None = None) -> str:
        return self.door.disclose(self.bench.actor, pages or self.pages, to or self.to, self.tray)

    def told(self) -> list[tuple[str, tuple[str, ...], str]]:
        lines = self.bench.work.accounting.of_person(self.bench.actor, self.visit.person.id)
        return [(line.told.recipient, line.told.what, line.told.ground) for line in lines]


@pytest.fixture
def sending(bench: Bench) -> Sending:
    return Sending(bench)


def test_what_a_live_consent_covers_leaves_and_is_accounted_for(sending: Sending):
    assert sending.send() == "Taken."
    assert sending.tray.taken == [sending.pages]
    assert sending.told() == [(place().name, (Category.NEED.value,), "consent")]


def test_the_persons_own_copy_is_registered_and_not_accounted_for(sending: Sending):
    sending.send(OwnCopy(sending.visit.person.id, sending.visit.id), replace(sending.pages, notice=""))
    assert sending.told() == []
    assert len(sending.bench.work.register.of_visits(sending.bench.actor, [sending.visit.id])) == 1


def test_a_paper_for_somebody_else_is_never_registered_as_the_persons_own(sending: Sending):
    paper = Paper(sending.visit.person.id, sending.visit.id, "handoff 1.0", "0" * 64, 1, "own copy", False, "printer")
    rows = sending.bench.rows()
    with pytest.raises(NotAllowed, match="own copy"):
        sending.bench.work.register.intend(sending.bench.actor, paper)
    assert sending.bench.rows() == rows


def _wrong(sending: Sending) -> dict[str, tuple[ToRecipient, Pages, str]]:
    to, pages = sending.to, sending.pages
    stranger = sending.bench.work.consents.record(sending.bench.actor, consent_of(sending.bench.visit()))
    return {
        "another recipient": (replace(to, to=recipient_of(place(2))), pages, "and nobody else"),
        "more than was agreed": (replace(to, categories=(Category.NEED, Category.LEGAL)), pages, "does not allow"),
        "a consent of somebody else": (replace(to, basis=sending.basis(stranger.id)), pages, "not one of this person"),
        "no such consent": (replace(to, basis=sending.basis("none")), pages, "not one of this person"),
        "no consent": (replace(to, basis=Basis(BasisKind.CONSENT)), pages, "Choose the consent"),
        "treatment, which Part 2 closes": (replace(to, basis=Basis(BasisKind.TREATMENT)), pages, "What remains"),
        "a threat, which Part 2 closes": (
            replace(to, basis=Basis(BasisKind.THREAT, "He has a gun.")),
            pages,
            "remains",
        ),
        "an emergency of three letters": (replace(to, basis=Basis(BasisKind.EMERGENCY, "bad")), pages, "20 letters"),
        "no notice": (to, replace(pages, notice=""), "42 CFR 2.32"),
        "another notice": (to, replace(pages, notice="0" * 64), "42 CFR 2.32"),
        "nothing ticked": (replace(to, categories=()), pages, "Tick what"),
    }


CASES = (
    "another recipient",
    "more than was agreed",
    "a consent of somebody else",
    "no such consent",
    "no consent",
    "treatment, which Part 2 closes",
    "a threat, which Part 2 closes",
    "an emergency of three letters",
    "no notice",
    "another notice",
    "nothing ticked",
)


@pytest.mark.parametrize("case", CASES)
def test_what_no_ground_covers_does_not_leave_and_nothing_is_written(sending: Sending, case):
    wrong = _wrong(sending)
    assert set(wrong) == set(CASES)
    to, pages, match = wrong[case]
    rows = sending.bench.rows()
    with pytest.raises(NotAllowed, match=match):
        sending.send(to, pages)
    assert sending.tray.taken == []
    assert sending.bench.rows() == rows


def test_a_consent_that_was_taken_back_stops_the_next_paper_at_once_and_the_past_stays(sending: Sending):
    sending.send()
    sending.bench.work.consents.revoke(sending.bench.actor, sending.consent.id, "She said no.")
    with pytest.raises(NotAllowed, match="taken back"):
        sending.send()
    assert len(sending.told()) == 1


def test_a_consent_that_ended_covers_nothing_more(sending: Sending):
    sending.bench.clock.forward(days=31)
    with pytest.raises(NotAllowed, match="has ended"):
        sending.send()
    assert sending.tray.taken == []


def test_where_part_2_is_off_a_consented_paper_needs_no_notice_and_treatment_stands(sending: Sending, supervisor):
    sending.bench.work.consents.set_part2(supervisor, False, OFF)
    sending.send(pages=replace(sending.pages, notice=""))
    sending.bench.clock.forward(minutes=1)
    sending.send(replace(sending.to, basis=Basis(BasisKind.TREATMENT)))
    assert [ground for _, _, ground in sending.told()] == ["treatment where state law allows", "consent"]


def test_an_emergency_needs_no_consent_and_no_notice(sending: Sending):
    sending.send(replace(sending.to, basis=EMERGENCY), replace(sending.pages, notice=""))
    assert sending.told() == [(place().name, (Category.NEED.value,), "medical emergency")]


def test_a_paper_about_somebody_else_does_not_leave(sending: Sending):
    with pytest.raises(UserError, match="not about that person"):
        sending.send(pages=replace(sending.pages, about=about("somebody else")))
    assert sending.told() == []


def test_a_paper_that_jammed_told_nobody(sending: Sending):
    sending.tray.jam = UserError("The printer is out of paper.")
    with pytest.raises(UserError, match="out of paper"):
        sending.send()
    assert sending.told() == []


def test_what_cannot_be_accounted_for_does_not_leave(sending: Sending):
    with sending.bench.store.writing() as session:
        session.execute(
            text("CREATE TRIGGER full BEFORE INSERT ON disclosure BEGIN SELECT RAISE(ABORT, 'no room'); END")
        )
    rows = sending.bench.rows()
    with pytest.raises(Exception, match="no room"):
        sending.send()
    assert (sending.tray.taken, sending.bench.rows()) == ([], rows)


class TestAccounting:
    def test_a_named_call_is_listed_and_a_call_without_a_name_is_not(self, bench: Bench):
        visit = bench.visit()
        first, second = bench.draft(visit, 1), bench.draft(visit, 2)
        bench.work.referrals.log_call(
            bench.actor, first.id, answered(without_identifiers=False), first.seen, basis=EMERGENCY
        )
        bench.work.referrals.log_call(bench.actor, second.id, answered(), second.seen)
        (line,) = bench.work.accounting.of_person(bench.actor, visit.person.id)
        assert (line.told.recipient, line.told.ground, line.told.words) == (
            place(1).name,
            "medical emergency",
            EMERGENCY.words,
        )
        assert (line.at, line.referral_id) == (NOW, first.id)

    def test_what_the_police_were_told_is_listed(self, bench: Bench, supervisor):
        visit = bench.visit()
        premises = PoliceRequest(visit.person.id, Paragraph.PREMISES, "Reed", "Police", categories=(Category.NEED,))
        saved = bench.work.requests.ask_police(bench.actor, premises)
        bench.work.requests.decide(supervisor, saved.id, True, "")
        bench.work.requests.tell(bench.actor, saved.id, Answer(words="She was there."))
        (line,) = bench.work.accounting.of_person(bench.actor, visit.person.id)
        assert (line.told.recipient, line.told.what) == ("Reed, Police", (Category.NEED.value,))
        assert "164.512(f)(5)" in line.told.ground
        assert line.told.said == ("She was there.",)

    def test_of_what_may_locate_somebody_only_what_was_said_is_listed(self, bench: Bench, supervisor):
        bench.work.consents.set_part2(supervisor, False, OFF)
        visit, items = bench.visit(), (LocateItem.INJURY, LocateItem.MARKS)
        asked = PoliceRequest(visit.person.id, Paragraph.LOCATE, "Reed", "Police", items=items)
        saved = bench.work.requests.ask_police(bench.actor, asked)
        bench.work.requests.decide(supervisor, saved.id, True, "")
        answer = Answer(items={LocateItem.INJURY: " ", LocateItem.MARKS: "Scar on the chin."})
        bench.work.requests.tell(bench.actor, saved.id, answer)
        (line,) = bench.work.accounting.of_person(bench.actor, visit.person.id)
        assert line.told.what == (LocateItem.MARKS.value,)
        assert line.told.said == (f"{LocateItem.MARKS.value}: Scar on the chin.",)

    def test_a_call_that_was_made_again_with_a_name_is_listed_too(self, bench: Bench):
        referral = bench.draft()
        for basis in (None, EMERGENCY):
            named = answered(without_identifiers=basis is None)
            referral = bench.work.referrals.log_call(bench.actor, referral.id, named, referral.seen, basis=basis)
        (line,) = bench.work.accounting.of_person(bench.actor, referral.person_id)
        assert line.told.ground == "medical emergency"

    def test_a_handout_and_a_plan_tell_nobody(self, bench: Bench):
        visit = bench.visit()
        door = Door(bench.store, bench.clock, bench.work.register)
        door.hand_out(bench.actor, Pages(b"%PDF", 1, "handout 1.0", NO_PERSON, "Handout"), Tray())
        door.disclose(
            bench.actor,
            Pages(b"%PDF", 1, "plan 1.0", about(visit.person.id), "Plan"),
            OwnCopy(visit.person.id, visit.id),
            Tray(),
        )
        assert bench.work.accounting.of_person(bench.actor, visit.person.id) == ()

    def test_the_newest_comes_first_and_rows_of_the_same_person_count(self, sending: Sending):
        bench, other = sending.bench, sending.bench.visit().person.id
        sending.send()
        bench.clock.forward(hours=1)
        sending.send(replace(sending.to, basis=EMERGENCY))
        bench.work.merges.merge(bench.actor, other, sending.visit.person.id)
        lines = bench.work.accounting.of_person(bench.actor, other)
        assert [line.told.ground for line in lines] == ["medical emergency", "consent"]
        assert lines[0].at - lines[1].at == timedelta(hours=1)
