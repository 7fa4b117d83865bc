"""Whether the loop is closed stands in one line beside the call, and is never told as closed before it is (R-10)."""

from datetime import timedelta

import pytest

from navigator.referrals.follow_up import AFTER, Attempt, FollowUp, FollowUpState, Reached
from navigator.referrals.reasons import CompletionOutcome
from navigator.referrals.status import Status
from navigator.referrals.steps import Completion
from navigator.ui.referrals.loop_words import loop_words
from tests.ui.desk_of_casework import accepted_on, call_on, draft_on
from tests.ui.desk_of_find import TODAY
from tests.ui.desk_of_referrals import visit_to_a_man

NOBODY = Reached.NOBODY


@pytest.fixture
def visit(casework_desk):
    return visit_to_a_man(casework_desk)


def test_an_accepted_referral_tells_when_to_ask_how_it_went(calls, casework_desk, visit):
    calls.show(accepted_on(casework_desk, draft_on(casework_desk, visit)))
    assert calls.screen.side.loop.isVisible()
    assert calls.screen.side.loop.text() == "Loop open · next follow-up tomorrow"


def test_the_first_date_that_is_settled_leads_to_the_next(calls, casework_desk, visit, clock):
    accepted = accepted_on(casework_desk, draft_on(casework_desk, visit))
    clock.forward(hours=25)
    follow_ups = casework_desk.casework.follow_ups
    first = follow_ups.of(casework_desk.actor, accepted.id)[0]
    calls.show(accepted)
    assert calls.screen.side.loop.text() == "Loop open · follow-up was due today"
    follow_ups.attempt(casework_desk.actor, first.id, Reached.PERSON)
    calls.page.refresh()
    assert calls.screen.side.loop.text() == "Loop open · next follow-up Thursday, November 26"


def test_a_completed_referral_has_its_loop_closed(calls, casework_desk, visit):
    accepted = accepted_on(casework_desk, draft_on(casework_desk, visit))
    began = Completion("Ms. Alvarez", TODAY, CompletionOutcome.ADMITTED)
    casework_desk.casework.referrals.move(casework_desk.actor, accepted.id, began, accepted.seen)
    calls.show(accepted)
    assert calls.screen.side.loop.text() == "Loop closed"


def test_while_nobody_has_said_yes_there_is_no_loop_to_close(calls, casework_desk, visit):
    calls.show(call_on(casework_desk, draft_on(casework_desk, visit)))
    assert not calls.screen.side.loop.isVisible()


@pytest.mark.parametrize(
    ("status", "state", "tries", "words"),
    [
        (Status.IN_PROGRESS, FollowUpState.DONE, (NOBODY, NOBODY, NOBODY), "Loop not closed: three tries unanswered"),
        (Status.ON_HOLD, FollowUpState.DONE, (NOBODY, Reached.PERSON), "Loop open"),
        (Status.ACCEPTED, FollowUpState.DUE, (NOBODY,), "Loop open · follow-up was due Saturday, October 24"),
        (Status.FAILED, FollowUpState.DROPPED, (), ""),
    ],
)
def test_the_loop_in_words(casework_desk, clock, status, state, tries, words):
    due = clock.now - timedelta(days=30)
    attempts = tuple(Attempt(due, reached) for reached in tries)
    last = FollowUp("f", "r", len(AFTER), due, state, attempts)
    assert loop_words(status, [last], clock.now, casework_desk.city.zone) == words
