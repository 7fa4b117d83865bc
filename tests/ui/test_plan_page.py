"""Writing a plan: what it says by itself, what is typed, and that nothing typed is ever lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from navigator.access import Role
from navigator.referrals.draft import DraftKind
from navigator.referrals.plan import Plan, PlanStep, When
from navigator.ui.plan.written import FULL, MOST_STEPS
from tests.documents.drawn import text
from tests.ui.desk_of_casework import accepted_on, casework_desk_of, draft_on, ended_on, visit_on
from tests.ui.desk_of_find import ODD_NAME, RIDGE
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


def test_without_a_visit_the_list_says_what_to_do(plans):
    assert plans.page.list.empty.isVisible()


def test_the_list_tells_how_far_each_plan_got(plans, visit):
    ended = ended_on(plans.desk, visit_on(plans.desk))
    save_elsewhere(plans, visit, Plan(goal="Sleep"))
    plans.page.refresh()
    told = {record.key: record.under for record in plans.page.list.records.records}
    assert told == {visit.id: "Saved 2:14 AM by clinician", ended.id: "No plan yet"}


def test_a_plan_opens_from_the_list_and_escape_leads_back(plans, visit):
    plans.page.refresh()
    plans.page.list.records.opened.emit(visit.id)
    plans.pages()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert plans.page.list.isVisible()
    assert plans.page.screen_shown is None


def test_the_first_opening_proposes_the_place_that_said_yes(plans, visit, accepted):
    screen = plans.open(visit.id)
    assert screen.words.form.what.text() == "Go to Harbor Withdrawal Unit"
    assert screen.words.form.said_yes.text() == "Ms. Alvarez, intake nurse"
    assert screen.words.form.number.text() == "215-555-0142"
    assert "215-555-0142" in text(plans.pages())
    assert not screen.work.unsaved


def test_the_pages_follow_what_is_typed(plans, visit, accepted):
    screen = plans.open(visit.id)
    before = plans.pages()
    plans.type(screen.words.form.bring, "Your warm coat")
    after = plans.pages()
    assert after.digest != before.digest
    assert "Your warm coat" in text(after)
    assert screen.pages.sheets.sheets[0].accessibleDescription().count("Your warm coat") == 1


def test_the_pages_stay_where_they_were_read(plans, visit, accepted, qtbot):
    screen = plans.open(visit.id)
    qtbot.waitUntil(lambda: screen.pages.sheets.verticalScrollBar().maximum() > 0)
    screen.pages.on.click()
    assert screen.pages.place.text() == "Page 2 of 3"
    plans.type(screen.words.form.bring, "Your warm coat")
    plans.pages()
    assert screen.pages.place.text() == "Page 2 of 3"


def test_a_day_is_typed_and_printed_in_full(plans, visit):
    screen = plans.open(visit.id)
    QTest.mouseClick(screen.words.parts.segments[1], Qt.MouseButton.LeftButton)
    screen.words.add.click()
    QTest.keyClicks(QApplication.focusWidget(), "Call the Corner Clinic")
    plans.type(screen.words.form.day, "wed")
    assert screen.work.written.plan.steps[-1].on.isoformat() == "2026-11-25"
    assert "November 25" in text(plans.pages())


def test_a_day_of_another_part_is_said_and_one_press_moves_the_step(plans, visit):
    screen = plans.open(visit.id)
    screen.words.add.click()
    QTest.keyClicks(QApplication.focusWidget(), "Call the Corner Clinic")
    plans.type(screen.words.form.day, "wed")
    QTest.keyClick(screen.words.form.day, Qt.Key.Key_Return)
    assert "belongs under This week" in screen.words.form.trouble.sentence
    screen.words.form.moves[When.THIS_WEEK].click()
    assert screen.words.form.trouble.sentence == ""
    assert [step.when for step in screen.work.written.plan.steps] == [When.THIS_WEEK]
    assert screen.words.part is When.THIS_WEEK


def test_words_that_are_no_day_stay_with_their_step(plans, visit):
    screen = plans.open(visit.id)
    screen.words.add.click()
    plans.type(screen.words.form.day, "soonish")
    screen.words.add.click()
    QTest.mouseClick(screen.words.tabs.tabs[0], Qt.MouseButton.LeftButton)
    assert screen.words.form.day.text() == "soonish"


def test_the_counts_and_tabs_follow_the_steps(plans, visit):
    screen = plans.open(visit.id)
    for words in ("Rest", "Call your sister"):
        screen.words.add.click()
        QTest.keyClicks(QApplication.focusWidget(), words)
    assert screen.words.parts.segments[0].text() == "Today 2"
    assert [tab.text() for tab in screen.words.tabs.tabs] == ["Rest", "Call your sister"]
    QTest.mouseClick(screen.words.tabs.tabs[0], Qt.MouseButton.LeftButton)
    assert screen.words.form.what.text() == "Rest"


def test_a_step_is_taken_off_and_comes_back(plans, visit, accepted):
    screen = plans.open(visit.id)
    before = screen.work.written
    screen.words.form.remove.click()
    assert "Harbor Withdrawal Unit" not in text(plans.pages())
    assert "Go to Harbor Withdrawal Unit" in screen.words.undo.sentence
    assert screen.words.undo.act.hasFocus()
    screen.words.undo.act.click()
    assert screen.work.written == before
    assert "Harbor Withdrawal Unit" in text(plans.pages())


def test_a_plan_holds_so_many_steps_and_says_so(plans, visit):
    screen = plans.open(visit.id)
    for _ in range(MOST_STEPS + 1):
        screen.words.add.click()
    assert len(screen.work.written.steps) == MOST_STEPS
    assert screen.words.full.sentence == FULL


def test_the_words_after_the_first_page_unfold_where_they_are_typed(plans, visit):
    screen = plans.open(visit.id)
    fold = screen.words.own.folds["goal"]
    fold.head.setFocus()
    QTest.keyClick(fold.head, Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Sleep a whole night")
    assert "Sleep a whole night" in text(plans.pages())
    fold.head.click()
    assert fold.head.accessibleName() == "My goal: Sleep a whole night"


def test_names_with_markup_and_from_right_to_left_stay_as_they_are(plans, visit):
    accepted_on(plans.desk, draft_on(plans.desk, visit, ODD_NAME))
    screen = plans.open(visit.id)
    assert screen.words.form.what.text() == f"Go to {ODD_NAME.name}"
    assert "<b>Sons & Daughters</b>" in text(plans.pages())
    screen.words.form.remove.click()
    assert ODD_NAME.name in screen.words.undo.sentence


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
    assert "Saved 2:14 AM by clinician" in screen.toolbar.who.text()


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


def test_a_visit_that_is_gone_is_said_in_the_list(plans):
    plans.page.show_visit("nowhere")
    assert plans.page.list.isVisible()
    assert "no longer in casework" in plans.page.list.trouble.sentence


def test_after_a_lock_the_same_widgets_go_on(plans, visit, accepted):
    screen = plans.open(visit.id)
    plans.type(screen.words.form.bring, "A coat")
    plans.page.cover()
    plans.page.hide()
    draft = plans.desk.casework.drafts.find(plans.desk.actor, DraftKind.PLAN, visit.id)
    assert draft.content["0.bring"] == "A coat"
    plans.page.show()
    assert "A coat" in text(plans.pages())


def test_a_place_that_is_invented_is_marked_on_the_paper(plans, visit):
    accepted_on(plans.desk, draft_on(plans.desk, visit, replace(RIDGE, id="made", service_id="made", invented=True)))
    plans.open(visit.id)
    assert "DEMO" in text(plans.pages()).upper()
