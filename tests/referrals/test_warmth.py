"""The four criteria of a warm handoff: each alone and all together, with proof or what is missing (R-11)."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product

import pytest

from navigator.referrals.calls import Call, CallOutcome, Contact
from navigator.referrals.handoff import Handoff, Needed, missing
from navigator.referrals.handoff_groups import Agreement, Close, IPass, Part, PersonTold, Transport
from navigator.referrals.referral import Referral
from navigator.referrals.status import Status
from navigator.referrals.warmth import Criterion, Warmth, meter
from navigator.referrals.workflow import take

from .scenes import NOW, PATHS, WHOLE, Bench, answered, call, place
from .test_workflow import AUTHOR, BOUNDS

LEFT = NOW + timedelta(minutes=10)
NAMES = {4: Warmth.WARM, 3: Warmth.ASSISTED, 2: Warmth.INFORMATION_ONLY, 1: Warmth.INFORMATION_ONLY}


def referral(*calls: Call, accepted: bool = False) -> Referral:
    status = Status.ACCEPTED if accepted else Status.REQUESTED
    events = []
    for kind in PATHS[status]:
        events.append(take(events, WHOLE[kind], AUTHOR, BOUNDS))
    contacts = tuple(Contact(str(number), "r", "Dana", one) for number, one in enumerate(calls))
    return Referral("r", "v", "p", "detox", place(), status, None, AUTHOR.id, "Dana", NOW, tuple(events), contacts)


@pytest.mark.parametrize(("contacted", "present", "accepted", "read_back"), [*product((False, True), repeat=4)])
def test_each_of_the_sixteen_has_its_name(contacted, present, accepted, read_back):
    made = referral(answered() if contacted else call(), accepted=accepted)
    record = Handoff(
        person=PersonTold(part=Part.SPOKE if present else Part.NOT),
        ipass=IPass(read_back_by="Ms. Alvarez" if read_back else ""),
    )
    found = meter(made, record, LEFT)
    wanted = {
        Criterion.CONTACTED: contacted,
        Criterion.PRESENT: present,
        Criterion.ACCEPTED: accepted,
        Criterion.READ_BACK: read_back,
    }
    assert {mark.criterion: mark.met for mark in found.marks} == wanted
    assert found.warmth is NAMES.get(sum(wanted.values()), Warmth.INFORMATION_ONLY)
    assert [mark.criterion for mark in found.marks] == list(Criterion)
    for mark in found.marks:
        assert mark.met or mark.told.startswith("Missing")


@pytest.mark.parametrize(
    ("at", "met"),
    [(LEFT - timedelta(seconds=1), True), (LEFT + timedelta(seconds=59), True), (LEFT + timedelta(minutes=1), False)],
)
def test_who_was_reached_after_leaving_was_not_contacted_before(at: datetime, met):
    """A time of leaving is written to the minute, so the whole of that minute counts as before."""
    for record, left_at in (
        (Handoff(), LEFT),
        (Handoff(transport=Transport(left_at=LEFT)), None),
        (Handoff(transport=Transport(left_at=LEFT)), NOW),
    ):
        mark = meter(referral(call(), answered(at)), record, left_at).marks[0]
        assert mark.met is met
        assert mark.told == ("Spoke to intake desk" if met else "They were reached after you had left")


def test_while_the_team_is_there_every_call_is_before_leaving():
    assert meter(referral(answered()), Handoff(), None).marks[0].met


@pytest.mark.parametrize(
    ("outcome", "met"),
    [
        (CallOutcome.ANSWERED, True),
        (CallOutcome.WILL_CALL_BACK, True),
        (CallOutcome.NO_ANSWER, False),
        (CallOutcome.MESSAGE_LEFT, False),
    ],
)
def test_only_somebody_who_spoke_was_reached(outcome, met):
    assert meter(referral(call(outcome)), Handoff(), LEFT).marks[0].met is met


@pytest.mark.parametrize("part", Part)
def test_present_spoke_or_agreed_counts_and_nothing_else(part):
    assert meter(referral(), Handoff(person=PersonTold(part=part)), LEFT).marks[1].met is (
        part in {Part.PRESENT, Part.SPOKE, Part.CONSENTED}
    )


def test_a_bedside_transfer_stands_for_the_read_back_and_blanks_do_not():
    assert meter(referral(), Handoff(transport=Transport(bedside=True)), LEFT).marks[3].told == "Bedside transfer"
    assert not meter(referral(), Handoff(ipass=IPass(read_back_by="  ")), LEFT).marks[3].met


def test_the_marks_say_who_and_when():
    record = Handoff(
        person=PersonTold(part=Part.PRESENT, part_at=NOW), ipass=IPass(read_back_by="Mr. Tran", read_back_at=LEFT)
    )
    marks = meter(referral(answered(), accepted=True), record, LEFT).marks
    assert [mark.told for mark in marks] == [
        "Spoke to intake desk",
        "Present at the call",
        "Ms. Alvarez, intake nurse",
        "Read back by Mr. Tran",
    ]
    assert [mark.at for mark in marks] == [NOW, NOW, NOW, LEFT]


def test_what_is_missing_is_there_or_has_a_reason():
    bare = referral()
    assert missing(bare, Handoff()) == tuple(Needed)
    assert missing(bare, Handoff(absent={Needed.TRANSPORT: " ", Needed.ACCEPTOR: "They take no names."})) == (
        Needed.PRESENT,
        Needed.READ_BACK,
        Needed.TRANSPORT,
        Needed.NEXT_CONTACT,
    )
    whole = Handoff(
        person=PersonTold(part=Part.PRESENT),
        transport=Transport(bedside=True, by="car 12"),
        close=Close(next_contact_at=LEFT),
    )
    assert missing(referral(accepted=True), whole) == ()


def test_a_reason_for_an_absence_makes_nothing_warmer():
    reasons = Handoff(person=PersonTold(agreed=Agreement.UNABLE), absent=dict.fromkeys(Needed, "There was no time."))
    assert meter(referral(), reasons, LEFT).met == 0


def test_a_visit_that_was_documented_whole_is_warm(bench: Bench):
    visit = bench.visit()
    draft = bench.draft(visit)
    yes = bench.work.referrals.log_call(bench.actor, draft.id, answered(), draft.seen, then=WHOLE["Acceptance"])
    record = Handoff(person=PersonTold(part=Part.PRESENT), ipass=IPass(read_back_by="Ms. Alvarez", read_back_at=NOW))
    saved = bench.work.handoffs.save(bench.actor, yes.id, record, 0)
    bench.clock.forward(minutes=10)
    left_at = bench.end(visit).ending.cleared_at
    found = bench.work.referrals.referral(bench.actor, yes.id)
    assert meter(found, saved.handoff, left_at).warmth is Warmth.WARM
    assert (
        meter(found, replace(saved.handoff, transport=Transport(left_at=NOW - timedelta(minutes=1))), left_at).warmth
        is Warmth.ASSISTED
    )
