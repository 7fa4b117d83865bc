"""What each step of a referral needs before it may be taken, one missing piece at a time (R-02)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from navigator.referrals.bases import Basis, BasisKind
from navigator.referrals.bounds import Bounds
from navigator.referrals.calls import CallOutcome
from navigator.referrals.status import Status
from navigator.referrals.steps import CallAgain, Completion, Hold, Request
from navigator.referrals.workflow import Lacking, take

from .scenes import (
    ARRIVED,
    BEGUN,
    ERROR,
    FAILED,
    GONE,
    LET_GO,
    NEWS,
    NO,
    NOW,
    TODAY,
    WAIT,
    YES,
    ZONE,
    Bench,
    answered,
    call,
)
from .test_workflow import AUTHOR, BOUNDS, history

SHORT = Basis(BasisKind.EMERGENCY, "a word too few")
LATER = NOW + timedelta(minutes=3)
BEFORE = ARRIVED - timedelta(hours=2, minutes=1)
TOMORROW = TODAY + timedelta(days=1)
CALLS = {
    "answered by nobody": (answered(spoke_to=" "), None, "whom you spoke to"),
    "will be called back by nobody": (call(CallOutcome.WILL_CALL_BACK, spoke_to=""), None, "whom you spoke to"),
    "named without a ground": (answered(without_identifiers=False), None, "without a ground"),
    "an emergency in few words": (answered(without_identifiers=False), SHORT, "20 letters"),
    "an emergency of spaces": (
        answered(without_identifiers=False),
        Basis(BasisKind.EMERGENCY, "no" + " " * 30 + "\n"),
        "20 letters",
    ),
    "an order without a number": (answered(without_identifiers=False), Basis(BasisKind.LAW, " "), "number"),
    "a threat without words": (answered(without_identifiers=False), Basis(BasisKind.THREAT, ""), "reason"),
    "a report without words": (answered(without_identifiers=False), Basis(BasisKind.MANDATED_REPORT, ""), "reason"),
    "a consent that cannot be kept": (answered(without_identifiers=False), Basis(BasisKind.CONSENT, "x"), "consent"),
    "a call of tomorrow": (call(at=NOW + timedelta(days=1)), None, "later than now"),
    "a call in three minutes": (call(at=LATER), None, "later than now"),
    "a call before the team was sent": (call(at=BEFORE), None, "before the visit began"),
    "an end before the beginning": (call(ended_at=NOW - timedelta(seconds=1)), None, "cannot end before"),
    "an end that has not come": (call(ended_at=LATER), None, "later than now"),
}
STEPS_THAT_LACK = {
    "accepted by nobody": (Status.REQUESTED, replace(YES, name=" "), "name"),
    "accepted by no role": (Status.REQUESTED, replace(YES, role=""), "role"),
    "accepted without a number": (Status.REQUESTED, replace(YES, number="\t"), "phone"),
    "accepted later than now": (Status.REQUESTED, replace(YES, at=LATER), "later than now"),
    "accepted before the visit": (Status.REQUESTED, replace(YES, at=BEFORE), "before the visit"),
    "a bed held until before": (Status.REQUESTED, replace(YES, bed_held_until=NOW - timedelta(minutes=1)), "bed"),
    "a bed held until the same minute": (Status.REQUESTED, replace(YES, bed_held_until=NOW), "bed"),
    "rejected without words": (Status.REQUESTED, replace(NO, words=" \n"), "why they said no"),
    "cancelled without words": (Status.REQUESTED, replace(LET_GO, words=""), "not needed"),
    "failed without words": (Status.ACCEPTED, replace(FAILED, words=""), "went wrong"),
    "left later than now": (Status.ACCEPTED, replace(GONE, left_at=LATER), "later than now"),
    "left before the visit": (Status.ACCEPTED, replace(GONE, left_at=BEFORE), "before"),
    "on hold for nothing": (Status.ACCEPTED, replace(WAIT, reason=" "), "waits for"),
    "on hold for ever": (Status.ACCEPTED, Hold("Waits.", None), "Choose the day"),
    "on hold until yesterday": (Status.ACCEPTED, replace(WAIT, check_on=TODAY - timedelta(days=1)), "has passed"),
    "completed on nobody's word": (Status.IN_PROGRESS, replace(BEGUN, source=" "), "who confirmed"),
    "completed on no day": (Status.IN_PROGRESS, replace(BEGUN, began_on=None), "Choose the day"),
    "completed tomorrow": (Status.IN_PROGRESS, replace(BEGUN, began_on=TOMORROW), "future"),
    "completed before the visit": (
        Status.IN_PROGRESS,
        replace(BEGUN, began_on=TODAY - timedelta(days=1)),
        "before the visit",
    ),
    "an error without a reason": (Status.COMPLETED, replace(ERROR, words="  "), "entered in error"),
    "news of tomorrow": (Status.ACCEPTED, replace(NEWS, at=NOW + timedelta(days=1)), "later than now"),
}


@pytest.mark.parametrize("what", CALLS)
def test_a_call_that_lacks_something_is_refused_by_the_model(what):
    logged, basis, said = CALLS[what]
    for status, step in ((Status.DRAFT, Request(logged, basis)), (Status.ACCEPTED, CallAgain(logged, basis))):
        with pytest.raises(Lacking, match=said):
            take(history(status), step, AUTHOR, BOUNDS)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REQUESTED, Status.ON_HOLD])
@pytest.mark.parametrize("what", CALLS)
def test_a_call_that_lacks_something_leaves_everything_as_it_was(bench: Bench, what, status):
    logged, basis, said = CALLS[what]
    referral = bench.brought_to(status)
    rows = bench.rows()
    with pytest.raises(Lacking, match=said):
        bench.work.referrals.log_call(bench.actor, referral.id, logged, referral.seen, basis=basis)
    assert bench.rows() == rows


@pytest.mark.parametrize("what", STEPS_THAT_LACK)
def test_a_step_that_lacks_something_is_refused_by_the_model(what):
    status, step, said = STEPS_THAT_LACK[what]
    with pytest.raises(Lacking, match=said):
        take(history(status), step, AUTHOR, BOUNDS)


@pytest.mark.parametrize("what", STEPS_THAT_LACK)
def test_a_step_that_lacks_something_leaves_everything_as_it_was_even_with_a_call(bench: Bench, what):
    status, step, said = STEPS_THAT_LACK[what]
    referral = bench.brought_to(status)
    rows = bench.rows()
    with pytest.raises(Lacking, match=said):
        bench.work.referrals.move(bench.actor, referral.id, step, referral.seen)
    if not referral.has_ended:
        with pytest.raises(Lacking, match=said):
            bench.work.referrals.log_call(bench.actor, referral.id, answered(), referral.seen, then=step)
    assert bench.rows() == rows


def test_the_first_call_and_what_lacks_in_its_outcome_leave_a_draft(bench: Bench):
    referral = bench.draft()
    rows = bench.rows()
    with pytest.raises(Lacking):
        bench.work.referrals.log_call(bench.actor, referral.id, answered(), referral.seen, then=replace(YES, name=""))
    assert bench.rows() == rows


def test_a_ground_with_its_words_lets_the_person_be_named(bench: Bench):
    ground = Basis(BasisKind.EMERGENCY, "Overdose an hour ago, breathing slows down.")
    referral = bench.draft()
    named = bench.work.referrals.log_call(
        bench.actor, referral.id, answered(without_identifiers=False), referral.seen, basis=ground
    )
    assert named.events[-1].step.basis == ground


def test_two_minutes_between_clocks_are_forgiven():
    soon = call(at=NOW + timedelta(minutes=2))
    assert take(history(Status.DRAFT), Request(soon), AUTHOR, BOUNDS).after is Status.REQUESTED


def test_today_is_the_day_of_the_city_and_not_of_greenwich():
    """At 11 PM on Sunday in Philadelphia it is Monday in Greenwich."""
    evening = Bounds(NOW - timedelta(hours=3, minutes=14), ZONE)
    sunday = TODAY - timedelta(days=1)
    assert Hold("Waits.", sunday).lacks(evening) == ""
    assert replace(BEGUN, began_on=TODAY).lacks(evening) != ""


def test_a_service_cannot_have_begun_before_the_day_of_the_visit():
    visit_of_sunday = Bounds(NOW, ZONE, NOW - timedelta(hours=3), TODAY - timedelta(days=1))
    early = Completion("Ms. Alvarez", TODAY - timedelta(days=2), BEGUN.outcome)
    assert "before the visit" in early.lacks(visit_of_sunday)
    assert replace(early, began_on=TODAY - timedelta(days=1)).lacks(visit_of_sunday) == ""
