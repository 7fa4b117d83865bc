"""No sentence, no error behind it and no row of a trail holds a word that was typed (P-04, P-13)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from navigator.errors import UserError
from navigator.referrals.bases import Basis, BasisKind
from navigator.referrals.draft import NEW, DraftKind
from navigator.referrals.follow_up import Reached
from navigator.referrals.handoff import Handoff
from navigator.referrals.handoff_groups import IPass, PersonTold, Transport
from navigator.referrals.person import Identity
from navigator.referrals.plan import Plan, PlanStep, When
from navigator.referrals.status import Status
from navigator.referrals.steps import Request
from navigator.referrals.visit import Disposition, Ending

from .conftest import NOOR
from .scenes import (
    ANA,
    BEGUN,
    ERROR,
    FAILED,
    GONE,
    LET_GO,
    NO,
    NOW,
    WAIT,
    YES,
    Bench,
    answered,
    call,
    place,
    shown,
    told,
    trail_of,
)

CANARY = "Quillonberg"


def _wrong_acts(bench: Bench):
    """Acts that are refused, with the word in every field that takes words."""
    work, who, late = bench.work, bench.actor, NOW + timedelta(days=1)
    visit = bench.work.visits.open(
        who, told(note=CANARY, contact_words=CANARY), Identity(CANARY, f"{CANARY}son", birth_year=1987)
    )
    referral = bench.brought_to(Status.REQUESTED, visit)
    yes = bench.brought_to(Status.ACCEPTED, visit, 2)
    words = {"words": CANARY, "spoke_to": CANARY}
    emergency = Basis(BasisKind.EMERGENCY, CANARY)
    step = PlanStep(When.TODAY, CANARY)
    facts = told(note=CANARY, language=CANARY, contact_number=CANARY, postal_code=CANARY)
    steps = [
        (referral, replace(YES, name=CANARY, role="", arrival=CANARY)),
        (referral, replace(YES, name=CANARY, role=CANARY, number=CANARY, at=late)),
        (referral, replace(GONE, transport_by=CANARY)),
        (referral, replace(FAILED, words=CANARY)),
        (referral, replace(WAIT, reason=CANARY)),
        (yes, replace(WAIT, reason=CANARY, check_on=None)),
        (yes, replace(BEGUN, source=CANARY, began_on=None)),
        (yes, replace(NO, words=CANARY)),
        (yes, replace(GONE, left_at=late, transport_by=CANARY)),
    ]
    yield lambda: work.visits.open(who, facts, ANA)
    yield lambda: work.visits.open(who, told(), Identity(CANARY, CANARY))
    yield lambda: work.visits.open(who, told(), Identity(CANARY, birth_year=1500, described=CANARY))
    yield lambda: work.visits.change(who, visit.id, facts, visit.revision)
    yield lambda: work.visits.change(who, visit.id, told(note=CANARY), 9)
    yield lambda: work.visits.find_people(who, Identity(CANARY, CANARY, described=CANARY))
    yield lambda: work.handoffs.save(
        who, yes.id, Handoff(person=PersonTold(goal=CANARY), transport=Transport(left_at=late)), 0
    )
    yield lambda: work.handoffs.save(who, yes.id, Handoff(person=PersonTold(goal=CANARY)), 9)
    yield lambda: work.plans.save(who, visit.id, Plan((step,), goal=CANARY), 9)
    yield lambda: work.follow_ups.attempt(who, CANARY, Reached.NOBODY, CANARY)
    yield lambda: work.referrals.log_call(who, referral.id, call(at=late, **words), referral.seen)
    yield lambda: work.referrals.log_call(
        who, referral.id, answered(without_identifiers=False, **words), referral.seen, basis=emergency
    )
    yield lambda: work.referrals.move(NOOR, yes.id, replace(ERROR, words=CANARY), yes.seen)
    yield lambda: work.referrals.move(who, yes.id, replace(LET_GO, words=CANARY), 1)
    for at, wrong in steps:
        yield lambda at=at, wrong=wrong: work.referrals.move(who, at.id, wrong, at.seen)
    bench.store.close()
    yield lambda: work.visits.open(who, told(note=CANARY), Identity(CANARY, birth_year=1987))
    yield lambda: work.drafts.keep(who, DraftKind.VISIT, NEW, {"note": CANARY})


def _whole(error: BaseException | None) -> str:
    return "" if error is None else f"{error!r} {_whole(error.__cause__)} {_whole(error.__context__)}"


def test_no_sentence_and_no_error_behind_it_holds_what_was_typed(bench: Bench, caplog):
    refused = 0
    for act in _wrong_acts(bench):
        with pytest.raises(UserError) as said:
            act()
        assert CANARY not in _whole(said.value)
        refused += 1
    assert refused > 20
    assert CANARY not in caplog.text


def test_no_row_of_the_trail_holds_what_was_typed(bench: Bench):
    work, who = bench.work, bench.actor
    visit = work.visits.open(who, told(note=CANARY, contact_number=CANARY), Identity(CANARY, birth_year=1987))
    work.visits.find_people(who, Identity(CANARY, birth_year=1987))
    visit = work.visits.change(who, visit.id, told(note=f"{CANARY} 2"), 1, Identity(CANARY, CANARY, birth_year=1987))
    referral = work.referrals.draft(who, visit.id, place(name=CANARY), CANARY)
    again = work.referrals.discard(who, referral.id, referral.seen)
    work.referrals.fetch_back(who, again.id)
    named = answered(words=CANARY, spoke_to=CANARY, number=CANARY, without_identifiers=False)
    ground = Basis(BasisKind.EMERGENCY, f"{CANARY} breathes slowly since noon")
    asked_ = work.referrals.log_call(who, referral.id, named, referral.seen, basis=ground)
    moved = bench.take(asked_, replace(YES, name=CANARY, role=CANARY, number=CANARY, arrival=CANARY))
    bench.take(bench.brought_to(Status.REQUESTED, visit, 2), Request(call(words=CANARY)))
    work.referrals.settle_siblings(who, moved.id, shown(work, who, visit))
    work.handoffs.save(who, moved.id, Handoff(person=PersonTold(goal=CANARY), ipass=IPass(summary=CANARY)), 0)
    work.plans.save(who, visit.id, Plan((PlanStep(When.TODAY, CANARY),), goal=CANARY), 0)
    work.drafts.keep(who, DraftKind.PLAN, visit.id, {"goal": CANARY})
    work.follow_ups.attempt(who, work.follow_ups.of(who, moved.id)[0].id, Reached.NOBODY, CANARY)
    work.visits.end(who, visit.id, Ending(NOW, Disposition.OTHER), visit.revision)
    work.referrals.move(who, moved.id, replace(ERROR, words=CANARY), moved.seen)
    work.worklists.owed(who)
    work.referrals.heed_confidential(who, {"service-1"})
    rows = bench.rows()
    assert CANARY in repr(rows["person"])
    assert CANARY not in repr(rows["audit"])
    actions = {action for action, _, _ in trail_of(bench.store)}
    assert len(actions) > 15
