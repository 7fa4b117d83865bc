"""What waits for a second person, and in which order (P-11, P-24, P-25)."""

from datetime import timedelta

from navigator.referrals.consent import Category
from navigator.referrals.decisions import DecisionKind
from navigator.referrals.request import Asks, Paragraph, PersonRequest, PoliceRequest

from .scenes import STILL_YOUNG, TODAY, Bench, consent_of


def kinds(bench: Bench, who) -> list[DecisionKind]:
    return [decision.kind for decision in bench.work.decisions.waiting(who)]


def test_everything_that_waits_is_listed_by_kind_and_goes_when_it_is_decided(bench: Bench, supervisor):
    work, visit = bench.work, bench.visit()
    soon = work.requests.ask_person(bench.actor, PersonRequest(visit.person.id, Asks.ACCESS, TODAY - timedelta(9)))
    late = work.requests.ask_person(bench.actor, PersonRequest(visit.person.id, Asks.ACCESS, TODAY - timedelta(20)))
    unclear = work.consents.record(bench.actor, consent_of(bench.visit(STILL_YOUNG)))
    premises = PoliceRequest(visit.person.id, Paragraph.PREMISES, "Reed", "Police", categories=(Category.NEED,))
    police = work.requests.ask_police(bench.actor, premises)
    assert [one.id for one in work.decisions.waiting(supervisor)] == [police.id, unclear.id, late.id, soon.id]
    assert work.decisions.count(supervisor) == 4
    work.requests.decide(supervisor, police.id, True, "")
    work.consents.settle_signer(supervisor, unclear.id, True, "Her guardian signed.")
    assert kinds(bench, supervisor) == [DecisionKind.PERSON, DecisionKind.PERSON, DecisionKind.ANSWER]
    assert work.decisions.count(supervisor) == 2


def test_what_is_listed_is_a_look_at_the_person(bench: Bench, supervisor):
    visit = bench.visit()
    bench.work.requests.ask_person(bench.actor, PersonRequest(visit.person.id, Asks.ACCESS, TODAY))
    before = len(bench.rows()["audit"])
    (decision,) = bench.work.decisions.waiting(supervisor)
    assert decision.person == visit.person
    assert len(bench.rows()["audit"]) == before + 1
