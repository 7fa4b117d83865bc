"""A plan whose places changed after they were chosen: what is proposed, what is warned of, and what is left alone."""

from dataclasses import replace

import pytest

from navigator.referrals.calls import CallOutcome
from navigator.referrals.plan import Plan, PlanStep, When
from navigator.referrals.reasons import FailureReason
from navigator.referrals.steps import Acceptance, Failure
from navigator.resources.model import Entry, Phone, Status
from tests.documents.drawn import text
from tests.ui.desk_of_casework import accepted_on, call_on, draft_on, visit_on
from tests.ui.desk_of_find import HARBOR, RIDGE
from tests.ui.desk_of_plan import Plans, spool_in

HIDDEN = replace(HARBOR, confidential=True, address=None, area="", place=None, directions="", bring="")
ADDRESS = "1420 Example Street"
WARNING = "\u2068Harbor Withdrawal Unit\u2069 is confidential now. Take its address out of this step."


@pytest.fixture
def visit(casework_desk):
    return visit_on(casework_desk)


@pytest.fixture
def accepted(casework_desk, visit):
    """Harbor Withdrawal Unit said yes, by the side door, where Mr. Osei waits."""
    yes = Acceptance(
        "Ms. Alvarez",
        "intake nurse",
        "215-555-0142",
        casework_desk.clock(),
        met_by="Mr. Osei",
        arrival="Use the side door on Hope Street",
    )
    return call_on(casework_desk, draft_on(casework_desk, visit), CallOutcome.ANSWERED, yes)


@pytest.fixture
def plans(open_plans, accepted) -> Plans:
    return open_plans()


def becomes(plans: Plans, entry: Entry) -> None:
    """The directory says so now, and the page looks for what changed."""
    plans.desk.search.put(entry)
    plans.page.refresh()


def typed_step(plans: Plans):
    return plans.screen.work.written.plan.steps[0]


def tells_where(words: str) -> bool:
    return any(secret in words for secret in (ADDRESS, "Hope Street", "Osei", "medicines in their bottles"))


class TestAPlaceThatBecameConfidential:
    def test_an_untouched_plan_is_proposed_without_it(self, plans, visit):
        plans.open(visit.id)
        assert tells_where(text(plans.pages()))
        becomes(plans, HIDDEN)
        assert not tells_where(text(plans.pages()))
        assert plans.screen.words.form.what.text() == "Call Harbor Withdrawal Unit"
        assert plans.screen.words.form.number.text() == "215-555-0142"
        assert plans.screen.strip.isHidden()

    def test_nor_is_it_proposed_when_the_plan_is_opened_afterwards(self, plans, visit):
        plans.desk.search.put(HIDDEN)
        plans.open(visit.id)
        assert not tells_where(repr(plans.screen.work.written))
        assert not tells_where(text(plans.pages()))

    def test_news_of_it_are_taken_in_without_it(self, plans):
        visit = visit_on(plans.desk)
        plans.desk.casework.plans.save(plans.desk.actor, visit.id, Plan(goal="Sleep"), 0)
        plans.desk.clock.forward(minutes=1)
        accepted_on(plans.desk, draft_on(plans.desk, visit))
        plans.desk.search.put(HIDDEN)
        screen = plans.open(visit.id)
        screen.words.news.act.click()
        assert "Harbor Withdrawal Unit" in text(plans.pages())
        assert not tells_where(text(plans.pages()))
        assert screen.strip.isHidden()

    def test_a_typed_step_is_warned_of_and_stays(self, plans, visit):
        screen = plans.open(visit.id)
        plans.type(screen.words.form.bring, "A warm coat")
        becomes(plans, HIDDEN)
        assert screen.strip.sentence == WARNING
        assert screen.words.form.bring.text() == "A warm coat"
        assert screen.toolbar.release.print.isEnabled()

    def test_a_saved_step_is_warned_of(self, plans, visit, accepted):
        step = PlanStep(When.TODAY, "Go to Harbor", how=f"{ADDRESS}, ring twice", referral_id=accepted.id)
        plans.desk.casework.plans.save(plans.desk.actor, visit.id, Plan((step,)), 0)
        plans.desk.search.put(HIDDEN)
        assert plans.open(visit.id).strip.sentence == WARNING

    def test_one_press_puts_the_step_that_tells_nothing_in_its_place(self, plans, visit):
        screen = plans.open(visit.id)
        plans.type(screen.words.form.said_yes, "Ms. Alvarez herself")
        becomes(plans, HIDDEN)
        screen.strip.act.click()
        assert typed_step(plans) == screen.work.opened.proposed[0]
        assert screen.words.form.how.text() == "Call. They will tell you where to go."
        assert not tells_where(text(plans.pages()))
        assert "tells no address now" in screen.strip.sentence

    def test_what_was_typed_comes_back_by_another_press(self, plans, visit):
        screen = plans.open(visit.id)
        plans.type(screen.words.form.said_yes, "Ms. Alvarez herself")
        becomes(plans, HIDDEN)
        before = screen.work.written
        screen.strip.act.click()
        screen.strip.act.click()
        assert screen.work.written == before
        assert screen.words.form.said_yes.text() == "Ms. Alvarez herself"
        assert screen.strip.sentence == WARNING

    def test_the_step_stays_on_its_day(self, plans, visit):
        screen = plans.open(visit.id)
        screen.words.form.moves[When.THIS_WEEK].click()
        plans.type(screen.words.form.day, "wed")
        becomes(plans, HIDDEN)
        screen.strip.act.click()
        step = typed_step(plans)
        assert (step.when, step.on.isoformat(), step.what) == (
            When.THIS_WEEK,
            "2026-11-25",
            "Call Harbor Withdrawal Unit",
        )

    def test_taking_it_out_by_hand_ends_the_warning(self, plans, visit):
        screen = plans.open(visit.id)
        becomes(plans, HIDDEN)
        plans.type(screen.words.form.how, ADDRESS)
        assert screen.strip.sentence == WARNING
        plans.type(screen.words.form.how, " ")
        assert screen.strip.isHidden()

    def test_a_step_of_a_referral_that_ended_is_warned_of_and_stripped_too(self, plans, visit, accepted):
        step = PlanStep(When.TODAY, "Go to Harbor", at=f"3 PM, {ADDRESS}", how=ADDRESS, referral_id=accepted.id)
        plans.desk.casework.plans.save(plans.desk.actor, visit.id, Plan((step,)), 0)
        gone = Failure(FailureReason.NO_SHOW, "They did not come.")
        plans.desk.casework.referrals.move(plans.desk.actor, accepted.id, gone, accepted.seen)
        plans.desk.search.put(HIDDEN)
        screen = plans.open(visit.id)
        assert screen.work.opened.proposed == ()
        screen.strip.act.click()
        assert not tells_where(repr(screen.work.written))
        assert not tells_where(text(plans.pages()))

    def test_printing_says_both_what_came_of_it_and_that_the_place_is_told(
        self, plans, visit, qtbot, tmp_path, monkeypatch
    ):
        spool_in(tmp_path, monkeypatch)
        screen = plans.open_safe(visit.id)
        plans.type(screen.words.form.bring, "A warm coat")
        becomes(plans, HIDDEN)
        plans.pages()
        with qtbot.waitSignal(plans.page.printed):
            screen.printing.print("Front desk")
        assert screen.strip.sentence.startswith("Sent to printer Front desk")
        assert screen.strip.sentence.endswith(WARNING)


class TestAPlaceThatChanged:
    @pytest.mark.parametrize(
        ("now", "sentence"),
        [
            ({"status": Status.CLOSED}, "The directory now says that this place is closed."),
            ({"status": Status.TEMPORARILY_CLOSED}, "The directory now says that this place is closed for a time."),
            ({"status": Status.DO_NOT_REFER}, "The directory now says: do not refer here."),
            (
                {"phones": (Phone("215-555-0190"),)},
                "The number changed since this referral was made. The directory now has 215-555-0190.",
            ),
        ],
    )
    def test_it_is_said_with_its_name(self, plans, visit, now, sentence):
        screen = plans.open(visit.id)
        becomes(plans, replace(HARBOR, **now))
        assert screen.strip.sentence == f"\u2068Harbor Withdrawal Unit\u2069: {sentence}"
        assert screen.toolbar.release.print.isEnabled()

    def test_a_place_that_is_gone_is_said(self, plans, visit):
        plans.desk.search.remove(HARBOR.id)
        screen = plans.open(visit.id)
        assert screen.strip.sentence == "\u2068Harbor Withdrawal Unit\u2069: This place is no longer in the directory."

    def test_two_places_are_both_named(self, plans, visit, clock):
        accepted_on(plans.desk, draft_on(plans.desk, visit, RIDGE))
        screen = plans.open(visit.id)
        plans.desk.search.remove(HARBOR.id)
        becomes(plans, replace(RIDGE, status=Status.CLOSED))
        assert screen.strip.sentence.count("\u2068") == 2
        assert "\u2068Ridge Avenue Recovery Center\u2069: The directory now says" in screen.strip.sentence

    def test_the_new_number_in_the_step_ends_it(self, plans, visit):
        screen = plans.open(visit.id)
        becomes(plans, replace(HARBOR, phones=(Phone("215-555-0190"),)))
        plans.type(screen.words.form.number, "215-555-0190")
        assert screen.strip.isHidden()

    def test_taking_the_step_off_ends_it(self, plans, visit):
        screen = plans.open(visit.id)
        becomes(plans, replace(HARBOR, status=Status.CLOSED))
        screen.words.form.remove.click()
        assert screen.strip.isHidden()

    def test_a_confidential_place_with_another_number_is_said_without_a_word_on_where_it_is(self, plans, visit):
        plans.desk.search.put(replace(HIDDEN, phones=(Phone("1-800-555-0142"),)))
        screen = plans.open(visit.id)
        assert "The directory now has 1-800-555-0142." in screen.strip.sentence
        assert not tells_where(screen.strip.sentence)
