"""Writing a plan: what it says by itself, what is typed, and that nothing typed is ever lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from navigator.referrals.plan import Plan, When
from navigator.ui.plan.written import FULL, MOST_STEPS
from tests.documents.drawn import text
from tests.ui.desk_of_casework import accepted_on, draft_on, ended_on, visit_on
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


def save_elsewhere(plans: Plans, visit, plan: Plan, seen: int = 0) -> None:
    plans.desk.casework.plans.save(plans.desk.actor, visit.id, plan, seen)


def test_without_a_visit_the_list_says_what_to_do(plans):
    assert plans.page.list.empty.isVisible()


def test_the_list_tells_how_far_each_plan_got(plans, visit):
    ended = ended_on(plans.desk, visit_on(plans.desk))
    save_elsewhere(plans, visit, Plan(goal="Sleep"))
    plans.page.refresh()
    told = {record.key: record.under for record in plans.page.list.records.records}
    assert told == {visit.id: "Saved 2:14 AM by \u2068clinician\u2069", ended.id: "No plan yet"}


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
    assert screen.pages.place.text().startswith("Page 2 of ")
    plans.type(screen.words.form.bring, "Your warm coat")
    plans.pages()
    assert screen.pages.place.text().startswith("Page 2 of ")


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


def test_a_visit_that_is_gone_is_said_in_the_list(plans):
    plans.page.show_visit("nowhere")
    assert plans.page.list.isVisible()
    assert "no longer in casework" in plans.page.list.trouble.sentence


def test_a_place_that_is_invented_is_marked_on_the_paper(plans, visit):
    accepted_on(plans.desk, draft_on(plans.desk, visit, replace(RIDGE, id="made", service_id="made", invented=True)))
    plans.open(visit.id)
    assert "DEMO" in text(plans.pages()).upper()
