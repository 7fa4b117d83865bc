"""A plan that is saved: by hand, after a crash, beside another window, and what the referrals say after it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from navigator.access import Role
from navigator.referrals.draft import DraftKind
from navigator.referrals.plan import Plan, PlanStep, When
from tests.documents.drawn import text
from tests.ui.desk_of_casework import accepted_on, casework_desk_of, draft_on, visit_on
from tests.ui.desk_of_find import RIDGE
from tests.ui.desk_of_plan import Plans


@pytest.fixture
def visit(casework_desk):
    return visit_on(casework_desk)


@pytest.fixture
def accepted(casework_desk, visit):
    """Harbor Withdrawal Unit said yes."""
    return accepted_on(casework_desk, draft_on(casework_desk, visit))


@pytest.fixture
def plans(open_plans) -> Plans:
    return open_plans()


def saved(plans: Plans, visit) -> Plan:
    return plans.desk.casework.plans.plan(plans.desk.actor, visit.id).plan


def save_elsewhere(plans: Plans, visit, plan: Plan, seen: int = 0) -> None:
    plans.desk.casework.plans.save(plans.desk.actor, visit.id, plan, seen)


def test_what_was_typed_is_there_after_a_crash(plans, visit, open_plans):
    screen = plans.open(visit.id)
    screen.words.add.click()
    QTest.keyClicks(QApplication.focusWidget(), "Call your sister")
    plans.type(screen.words.form.day, "soonish")
    plans.page.cover()
    again = open_plans().open(visit.id)
    assert again.words.form.what.text() == "Call your sister"
    assert again.words.form.day.text() == "soonish"
    assert again.work.unsaved


def test_the_draft_belongs_to_its_author_alone(plans, visit, signed, open_plans):
    screen = plans.open(visit.id)
    screen.words.add.click()
    QTest.keyClicks(QApplication.focusWidget(), "Call your sister")
    plans.page.show_list()
    supervisor = signed(Role.SUPERVISOR)
    theirs = open_plans(casework_desk_of(supervisor.station, supervisor.actor)).open(visit.id)
    assert theirs.work.written.steps == ()


def test_saving_keeps_the_plan_and_its_draft_goes(plans, visit):
    screen = plans.open(visit.id)
    screen.words.add.click()
    QTest.keyClicks(QApplication.focusWidget(), "Call your sister")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    plans.said("Saved.")
    plans.rested()
    assert [step.what for step in saved(plans, visit).steps] == ["Call your sister"]
    assert plans.desk.casework.drafts.find(plans.desk.actor, DraftKind.PLAN, visit.id) is None
    assert "Saved 2:14 AM by \u2068clinician\u2069" in screen.toolbar.who.text()


def test_what_is_typed_while_it_is_saved_is_not_lost(plans, visit):
    screen = plans.open(visit.id)
    screen.words.add.click()
    QTest.keyClicks(QApplication.focusWidget(), "Call")
    screen.toolbar.keep.click()
    plans.type(screen.words.form.what, "Call your sister")
    plans.said("Saved.")
    assert screen.work.unsaved
    screen.toolbar.keep.click()
    plans.rested()
    plans.said("Saved.")
    assert [step.what for step in saved(plans, visit).steps] == ["Call your sister"]


def test_a_saved_plan_opens_as_it_was_saved(plans, visit, accepted):
    step = PlanStep(When.TODAY, "Typed by hand", referral_id=accepted.id)
    save_elsewhere(plans, visit, Plan(steps=(step,)))
    screen = plans.open(visit.id)
    assert screen.work.written.plan.steps == (step,)
    assert screen.words.news.isHidden()


def test_a_new_yes_is_offered_and_taken_in_beside_what_was_typed(plans, visit, clock):
    screen = plans.open(visit.id)
    screen.words.add.click()
    QTest.keyClicks(QApplication.focusWidget(), "Call your sister")
    clock.forward(minutes=1)
    accepted_on(plans.desk, draft_on(plans.desk, visit, RIDGE))
    plans.page.refresh()
    assert "Ridge Avenue Recovery Center\u2069 said yes" in screen.words.news.sentence
    screen.words.news.act.click()
    first, second = screen.work.written.plan.steps
    assert (first.what, second.number) == ("Call your sister", "215-555-0142")
    assert screen.words.news.isHidden()


def test_a_step_that_was_taken_off_is_not_offered_again(plans, visit, accepted):
    screen = plans.open(visit.id)
    screen.words.form.remove.click()
    plans.page.show_list()
    assert plans.open(visit.id).words.news.isHidden()


def test_a_plan_saved_in_another_window_is_said_and_nothing_typed_is_lost(plans, visit):
    screen = plans.open(visit.id)
    screen.words.add.click()
    QTest.keyClicks(QApplication.focusWidget(), "Call your sister")
    save_elsewhere(plans, visit, Plan(goal="Saved elsewhere"))
    screen.toolbar.keep.click()
    plans.said("What you typed is kept")
    assert screen.words.form.what.text() == "Call your sister"
    assert saved(plans, visit) == Plan(goal="Saved elsewhere")


def test_one_looks_at_what_another_saved_and_puts_ones_own_back(plans, visit):
    screen = plans.open(visit.id)
    screen.words.add.click()
    QTest.keyClicks(QApplication.focusWidget(), "Call your sister")
    save_elsewhere(plans, visit, Plan(goal="Saved elsewhere"))
    plans.page.refresh()
    screen.strip.act.click()
    assert screen.work.written.plan == Plan(goal="Saved elsewhere")
    plans.said("put aside")
    screen.strip.act.click()
    assert screen.words.form.what.text() == "Call your sister"
    screen.toolbar.keep.click()
    plans.said("Saved.")
    assert [step.what for step in saved(plans, visit).steps] == ["Call your sister"]


def test_what_is_typed_after_looking_is_kept_too(plans, visit):
    screen = plans.open(visit.id)
    screen.words.add.click()
    QTest.keyClicks(QApplication.focusWidget(), "Mine")
    save_elsewhere(plans, visit, Plan(steps=(PlanStep(When.TODAY, "Theirs"),)))
    plans.page.refresh()
    screen.strip.act.click()
    plans.type(screen.words.form.what, "Theirs, and mine")
    for words in ("Mine", "Theirs, and mine"):
        screen.strip.act.click()
        assert screen.words.form.what.text() == words


def test_the_list_tells_of_what_is_written_and_not_saved(plans, visit):
    screen = plans.open(visit.id)
    screen.words.add.click()
    QTest.keyClicks(QApplication.focusWidget(), "Rest")
    plans.page.show_list()
    assert [record.under for record in plans.page.list.records.records] == ["Not saved yet"]


def test_an_untouched_plan_follows_what_is_saved_in_another_window(plans, visit):
    screen = plans.open(visit.id)
    save_elsewhere(plans, visit, Plan(goal="Saved elsewhere"))
    plans.page.refresh()
    assert screen.work.written.plan == Plan(goal="Saved elsewhere")
    assert screen.words.own.folds["goal"].entry.toPlainText() == "Saved elsewhere"


def test_after_a_lock_the_same_widgets_go_on(plans, visit, accepted):
    screen = plans.open(visit.id)
    plans.type(screen.words.form.bring, "A coat")
    plans.page.cover()
    plans.page.hide()
    draft = plans.desk.casework.drafts.find(plans.desk.actor, DraftKind.PLAN, visit.id)
    assert draft.content["0.bring"] == "A coat"
    plans.page.show()
    assert "A coat" in text(plans.pages())
