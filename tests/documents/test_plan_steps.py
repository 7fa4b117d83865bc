"""What a plan says by itself: a step for each yes, a wait for each hold, the next call, and no guess (D-01, P-16)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from navigator.documents.plan_steps import propose_plan
from navigator.documents.wording import load_wording
from navigator.referrals.follow_up import FollowUp, FollowUpState
from navigator.referrals.handoff import Handoff
from navigator.referrals.handoff_groups import PersonTold, Transport
from navigator.referrals.plan import Plan, PlanStep, When
from navigator.referrals.reasons import (
    CancellationReason,
    CompletionOutcome,
    FailureReason,
    RejectionReason,
)
from navigator.referrals.referral import Referral
from navigator.referrals.status import BusinessStatus
from navigator.referrals.steps import (
    Cancellation,
    Completion,
    Departure,
    Failure,
    Hold,
    Mistake,
    Progress,
    Rejection,
    Resumption,
    Step,
)
from navigator.referrals.visit import Visit
from navigator.resources.model import Fact

from .casework import PRINTED, YES, follow_up, moment, place, referral, visit
from .conftest import CITY

TODAY = date(2026, 11, 23)


def proposed(
    *referrals: Referral,
    handoffs: Mapping[str, Handoff] | None = None,
    follow_ups: Mapping[str, Sequence[FollowUp]] | None = None,
    of: Visit | None = None,
    confidential: Collection[str] = (),
) -> Plan:
    return propose_plan(
        of or visit(),
        referrals,
        handoffs or {},
        follow_ups or {},
        wording=load_wording("en"),
        city=CITY,
        now=PRINTED,
        confidential=confidential,
    )


def only_step(*steps: Step, **changes: object) -> PlanStep:
    plan = proposed(referral(*steps, at=place(**changes)))
    assert len(plan.steps) == 1
    return plan.steps[0]


def test_a_yes_becomes_a_step_of_today() -> None:
    yes = replace(YES, bed_held_until=moment(23, 4), arrival="Use the side door", met_by="Mr. Osei")
    handoff = Handoff(transport=Transport(by="the team"), person=PersonTold(goal=" I want to sleep in a bed. "))
    plan = proposed(referral(yes), handoffs={"referral-1": handoff})
    assert plan == Plan(
        steps=(
            PlanStep(
                when=When.TODAY,
                what="Go to Harbor Withdrawal Unit",
                on=TODAY,
                number="215-555-0177",
                said_yes="Ms. Alvarez, intake nurse",
                at="Come before 4:00 AM. They hold the bed until then.",
                how="Your ride: the team. 1420 Example Street. Use the side door. Mr. Osei meets you there.",
                bring="Your medicines in their bottles",
                referral_id="referral-1",
            ),
        ),
        goal="I want to sleep in a bed.",
    )


def test_a_person_on_the_way_still_has_the_step() -> None:
    step = only_step(YES, Departure(PRINTED, "co-responder car"))
    assert step.what == "Go to Harbor Withdrawal Unit"
    assert step.how.startswith("Your ride: co-responder car. 1420 Example Street. Side door on Hope Street.")


def test_a_bed_that_is_held_until_another_day_says_which() -> None:
    step = only_step(replace(YES, bed_held_until=moment(24, 1, 30)))
    assert step.at == "Come before Tuesday, November 24, 1:30 AM. They hold the bed until then."


def test_a_bed_that_is_no_longer_held_is_not_promised() -> None:
    yes = replace(YES, at=moment(23, 1, 50), bed_held_until=moment(23, 2))
    assert only_step(yes).at == ""


def test_a_place_that_wants_a_call_first_was_called_and_said_yes() -> None:
    facts = ((Fact.CALL_FIRST.value, "yes"),)
    assert only_step(YES, facts=facts).what == "Go to Harbor Withdrawal Unit"


def test_a_place_without_an_address_is_called() -> None:
    assert only_step(YES, address="", directions="").what == "Call Harbor Withdrawal Unit"


def test_a_confidential_place_is_called_and_nothing_tells_where_or_what_it_is() -> None:
    yes = replace(YES, arrival="Buzzer at 1420 Example Street", met_by="Mr. Osei on Hope Street")
    handoff = Handoff(transport=Transport(by="Cab to 1420 Example Street"))
    plan = proposed(referral(yes, at=place(confidential=True)), handoffs={"referral-1": handoff})
    step = plan.steps[0]
    assert step.what == "Call Harbor Withdrawal Unit"
    assert step.how == "Call. They will tell you where to go."
    assert (step.why, step.bring) == ("", "")
    assert "Example" not in repr(plan)
    assert "Hope" not in repr(plan)


def now_confidential(*steps: Step, **changes: object) -> PlanStep:
    """The step of a place that became confidential after it was chosen."""
    plan = proposed(referral(*steps, at=place(**changes)), confidential={"referral-1"})
    return plan.steps[0]


def test_a_place_that_became_confidential_is_told_as_one() -> None:
    yes = replace(YES, bed_held_until=moment(23, 4), arrival="Use the side door", met_by="Mr. Osei")
    assert now_confidential(yes) == PlanStep(
        when=When.TODAY,
        what="Call Harbor Withdrawal Unit",
        on=TODAY,
        number="215-555-0177",
        said_yes="Ms. Alvarez, intake nurse",
        at="Come before 4:00 AM. They hold the bed until then.",
        how="Call. They will tell you where to go.",
        referral_id="referral-1",
    )


def test_the_words_of_an_appointment_lose_the_place_that_became_confidential() -> None:
    told = Progress(
        BusinessStatus.APPOINTMENT_SET,
        PRINTED,
        "Wednesday at 9:00 AM, 1420 example street",
        when=PRINTED + timedelta(days=2),
    )
    assert now_confidential(YES, told).at == "Wednesday at 9:00 AM."


def test_the_reason_of_a_wait_loses_the_place_that_became_confidential() -> None:
    step = now_confidential(YES, Hold("papers. Bring them to the Side door on Hope Street", date(2026, 11, 25)))
    assert step.why == "Papers. Bring them to the. We look at this again on Wednesday, November 25."


def test_another_place_of_the_plan_keeps_its_address() -> None:
    plan = proposed(referral(YES), referral(YES, name="referral-2"), confidential={"referral-1"})
    assert [("1420 Example Street" in step.how) for step in plan.steps] == [False, True]


def test_a_place_that_became_confidential_while_nobody_took_it_says_nothing() -> None:
    assert proposed(referral(), confidential={"referral-1"}) == Plan()


def test_an_acceptance_by_another_channel_leaves_the_places_own_number() -> None:
    assert only_step(replace(YES, number="at the desk")).number == "215-555-0142"


def test_an_address_outside_the_city_names_its_city() -> None:
    assert only_step(YES, city="Camden", directions="").how == "1420 Example Street, Camden."


def test_an_appointment_is_not_said_to_be_today() -> None:
    step = only_step(
        YES, Progress(BusinessStatus.APPOINTMENT_SET, PRINTED, "Wednesday at 9:00 AM", when=PRINTED + timedelta(days=2))
    )
    assert (step.when, step.on, step.at) == (When.THIS_WEEK, None, "Wednesday at 9:00 AM.")


@pytest.mark.parametrize(
    ("check_on", "when", "day"),
    [
        (date(2026, 11, 25), When.THIS_WEEK, "Wednesday, November 25"),
        (date(2026, 12, 9), When.LATER, "Wednesday, December 9"),
    ],
)
def test_on_hold_is_a_wait_with_the_day_of_the_next_look(check_on: date, when: When, day: str) -> None:
    step = only_step(YES, Hold("papers from the clinic", check_on))
    assert step == PlanStep(
        when=when,
        what="Wait for Harbor Withdrawal Unit",
        number="215-555-0142",
        why=f"Papers from the clinic. We look at this again on {day}.",
        referral_id="referral-1",
    )


def test_what_goes_on_after_a_hold_is_a_step_again() -> None:
    step = only_step(YES, Hold("papers", date(2026, 11, 25)), Resumption())
    assert step.what == "Go to Harbor Withdrawal Unit"


@pytest.mark.parametrize(
    "steps",
    [
        (),
        (Progress(BusinessStatus.AWAITING_CALLBACK, PRINTED),),
        (Rejection(RejectionReason.NO_CAPACITY, "full"),),
        (Cancellation(CancellationReason.PERSON_DECLINED, "no"),),
        (YES, Failure(FailureReason.NO_SHOW, "gone")),
        (YES, Completion("Ms. Alvarez", TODAY, CompletionOutcome.ADMITTED)),
        (YES, Mistake("wrong person")),
    ],
)
def test_what_nobody_took_or_what_has_ended_says_nothing(steps: tuple[Step, ...]) -> None:
    assert proposed(referral(*steps)) == Plan()


def test_steps_stand_in_the_order_of_the_referrals() -> None:
    first, second = referral(YES), referral(YES, at=place(name="Bridge Street"), name="referral-2")
    assert [step.referral_id for step in proposed(first, second).steps] == ["referral-1", "referral-2"]


def test_the_first_goal_that_was_written_down_is_taken() -> None:
    handoffs = {
        "referral-1": Handoff(person=PersonTold(goal=" ")),
        "referral-2": Handoff(person=PersonTold(goal="Sleep")),
    }
    assert proposed(referral(YES), referral(YES, name="referral-2"), handoffs=handoffs).goal == "Sleep"


def test_the_first_follow_up_is_when_we_call() -> None:
    due = {
        "referral-1": (follow_up(moment(26, 2)), follow_up(moment(24, 2))),
        "referral-9": (follow_up(moment(23, 3)),),
    }
    plan = proposed(referral(YES), follow_ups=due, of=visit(contact_number="215-555-0188"))
    assert plan.next_call == "We call you on Tuesday, November 24."
    assert plan.steps[-1] == PlanStep(When.THIS_WEEK, "We call you to ask how it is going", date(2026, 11, 24))


def test_no_call_is_promised_to_whom_nobody_can_reach() -> None:
    plan = proposed(referral(YES), follow_ups={"referral-1": (follow_up(moment(24, 2)),)}, of=visit())
    assert plan.next_call == ""
    assert [step.what for step in plan.steps] == ["Go to Harbor Withdrawal Unit"]


def test_no_voice_mail_is_said_where_it_was_asked_for() -> None:
    plan = proposed(
        referral(YES),
        follow_ups={"referral-1": (follow_up(moment(30, 2)),)},
        of=visit(no_voicemail=True, contact_words="After 5 PM"),
    )
    assert plan.next_call == "We call you on Monday, November 30. We leave no voice mail."
    assert (plan.steps[-1].when, plan.steps[-1].how) == (When.LATER, "We leave no voice mail.")


@pytest.mark.parametrize(
    "one",
    [
        follow_up(moment(24, 2), FollowUpState.DROPPED),
        follow_up(moment(24, 2), FollowUpState.DONE),
        follow_up(moment(22, 2)),
    ],
)
def test_a_call_that_is_settled_or_past_is_not_promised(one: FollowUp) -> None:
    plan = proposed(referral(YES), follow_ups={"referral-1": (one,)}, of=visit(contact_words="After 5 PM"))
    assert plan.next_call == ""
    assert len(plan.steps) == 1


def test_a_visit_without_referrals_proposes_an_empty_plan() -> None:
    assert proposed() == Plan()
