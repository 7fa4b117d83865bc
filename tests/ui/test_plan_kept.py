"""What is typed into a plan while the disk is full, while it is saved, and while the station locks."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from navigator.access import Role
from navigator.referrals.draft import DraftKind
from navigator.referrals.plan import Carry, Plan, PlanStep, When
from navigator.ui.plan.telling import STAYS
from tests.conftest import PASSPHRASE
from tests.ui.desk_of_casework import casework_desk_of, visit_on
from tests.ui.desk_of_plan import Plans, spool_in
from tests.ui.desk_of_visits import fill, make_room

MUCH = "They like the quiet bench by the river. " * 45


@pytest.fixture
def laid(signed):
    return signed(Role.CLINICIAN)


@pytest.fixture
def casework_desk(laid):
    return casework_desk_of(laid.station, laid.actor)


@pytest.fixture
def visit(casework_desk):
    return visit_on(casework_desk)


@pytest.fixture
def plans(open_plans, visit) -> Plans:
    made = open_plans()
    made.open(visit.id)
    return made


def draft_of(plans: Plans, visit):
    return plans.desk.casework.drafts.find(plans.desk.actor, DraftKind.PLAN, visit.id)


def saved(plans: Plans, visit) -> Plan:
    return plans.desk.casework.plans.plan(plans.desk.actor, visit.id).plan


def goal(plans: Plans):
    return plans.screen.words.own.folds["goal"].entry


class TestAFullDisk:
    @pytest.fixture
    def store(self, plans):
        """No room for what is typed now."""
        store = plans.desk.casework.plans._store
        fill(store)
        for fold in plans.screen.words.own.folds.values():
            fold.entry.setPlainText(MUCH)
        yield store
        make_room(store)

    def stays(self, plans: Plans, visit) -> None:
        assert plans.screen.isVisible()
        assert plans.screen.visit_id == visit.id
        assert goal(plans).toPlainText() == MUCH
        assert plans.screen.strip.sentence.startswith(STAYS)
        assert "disk is full" in plans.screen.strip.sentence

    def test_escape_leaves_no_plan_that_could_not_be_kept(self, plans, visit, store):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        self.stays(plans, visit)

    def test_nor_does_the_way_to_all_plans(self, plans, visit, store):
        plans.screen.toolbar.back.click()
        self.stays(plans, visit)

    def test_nor_does_the_plan_of_another_visit(self, plans, visit, store):
        make_room(store)
        other = visit_on(plans.desk)
        fill(store)
        plans.page.show_visit(other.id)
        self.stays(plans, visit)

    def test_with_room_again_it_is_left_and_comes_back(self, plans, visit, store):
        plans.page.show_list()
        make_room(store)
        plans.page.show_list()
        assert plans.page.screen_shown is None
        assert plans.open(visit.id).words.own.folds["goal"].entry.toPlainText() == MUCH

    def test_typing_on_does_not_take_the_sentence_away(self, plans, visit, store):
        plans.page.cover()
        goal(plans).setPlainText(f"{MUCH}And tea.")
        assert "disk is full" in plans.screen.strip.sentence

    def test_a_page_that_was_covered_meanwhile_keeps_the_words_and_then_the_draft(self, plans, visit, store):
        plans.page.hide()
        plans.page.show()
        assert goal(plans).toPlainText() == MUCH
        assert "disk is full" in plans.screen.strip.sentence
        make_room(store)
        plans.page.hide()
        plans.page.show()
        assert "disk" not in plans.screen.strip.sentence
        assert draft_of(plans, visit).content["goal"] == MUCH

    def test_a_save_that_fails_keeps_the_words(self, plans, visit, store):
        plans.screen.toolbar.keep.click()
        plans.rested()
        plans.said("disk is full")
        assert goal(plans).toPlainText() == MUCH
        make_room(store)
        plans.screen.toolbar.keep.click()
        plans.said("Saved.")
        assert saved(plans, visit).goal == MUCH


class TestADraftAfterItsSave:
    def test_a_keep_behind_the_save_brings_no_draft_back(self, plans, visit, worker):
        goal(plans).setPlainText("Sleep")
        gate = threading.Event()
        worker._thread().submit(gate.wait)
        plans.screen.toolbar.keep.click()
        plans.screen.work._keeper._soon.timeout.emit()
        gate.set()
        plans.said("Saved.")
        plans.rested()
        assert draft_of(plans, visit) is None
        assert not plans.screen.work.unsaved

    def test_what_was_typed_and_taken_back_while_it_saved_leaves_none(self, plans, visit, worker):
        goal(plans).setPlainText("Sleep")
        gate = threading.Event()
        worker._thread().submit(gate.wait)
        plans.screen.toolbar.keep.click()
        for words in ("Sleep a", "Sleep"):
            goal(plans).setPlainText(words)
        plans.screen.work._keeper._soon.timeout.emit()
        gate.set()
        plans.said("Saved.")
        plans.rested()
        assert draft_of(plans, visit) is None
        assert not plans.screen.work.unsaved

    def test_what_was_typed_while_it_saved_is_a_draft_of_the_new_plan(self, plans, visit):
        goal(plans).setPlainText("Sleep")
        plans.screen.toolbar.keep.click()
        goal(plans).setPlainText("Sleep a whole night")
        plans.said("Saved.")
        plans.page.cover()
        draft = draft_of(plans, visit)
        assert (draft.content["goal"], draft.content["seen"]) == ("Sleep a whole night", "1")
        assert saved(plans, visit).goal == "Sleep"

    def test_going_back_to_the_saved_words_and_saving_leaves_none(self, plans, visit):
        goal(plans).setPlainText("Sleep")
        plans.screen.toolbar.keep.click()
        plans.said("Saved.")
        goal(plans).setPlainText("Sleep a")
        plans.page.cover()
        goal(plans).setPlainText("Sleep")
        plans.screen.toolbar.keep.click()
        plans.said("Saved.")
        plans.rested()
        assert draft_of(plans, visit) is None

    def test_a_draft_that_another_window_saved_as_it_stands_goes(self, plans, visit):
        goal(plans).setPlainText("Sleep")
        plans.page.cover()
        plans.desk.casework.plans.save(plans.desk.actor, visit.id, Plan(goal="Sleep"), 0)
        plans.desk.casework.drafts.keep(
            plans.desk.actor, DraftKind.PLAN, visit.id, {"goal": "Sleep", "carry": "not asked"}
        )
        plans.page.show_list()
        plans.open(visit.id)
        plans.rested()
        assert not plans.screen.work.unsaved
        assert draft_of(plans, visit) is None

    def test_words_that_are_no_day_are_not_lost_by_saving(self, plans, visit):
        plans.screen.words.add.click()
        QTest.keyClicks(QApplication.focusWidget(), "Call your sister")
        plans.type(plans.screen.words.form.day, "soonish")
        plans.screen.toolbar.keep.click()
        plans.said("Saved.")
        plans.page.refresh()
        assert plans.screen.words.form.day.text() == "soonish"
        plans.page.show_list()
        assert plans.open(visit.id).words.form.day.text() == "soonish"


class TestALock:
    @pytest.fixture
    def spool(self, tmp_path, monkeypatch):
        return spool_in(tmp_path, monkeypatch)

    def lock_before_the_answer(self, plans: Plans, worker, laid) -> None:
        """The work is done; its answer comes when the station is locked already."""
        worker._thread().submit(lambda: None).result()
        plans.page.cover()
        plans.page.hide()
        laid.station.lock()
        plans.rested()

    def come_back(self, plans: Plans, laid) -> None:
        laid.station.sign_in("clinician", PASSPHRASE)
        plans.page.show()

    def test_a_plan_that_is_saved_while_the_station_locks_is_told_afterwards(self, plans, visit, worker, laid):
        goal(plans).setPlainText("Sleep")
        plans.screen.toolbar.keep.click()
        self.lock_before_the_answer(plans, worker, laid)
        self.come_back(plans, laid)
        assert plans.screen.strip.sentence == "Saved."
        assert "Saved 2:14 AM" in plans.screen.toolbar.who.text()
        assert plans.screen.toolbar.keep.isEnabled()

    def test_a_paper_that_leaves_while_the_station_locks_is_told_afterwards(self, plans, visit, worker, laid, spool):
        save = plans.desk.casework.plans.save
        save(plans.desk.actor, visit.id, Plan(steps=(PlanStep(When.TODAY, "Rest"),), carry=Carry.SAFE), 0)
        plans.page.refresh()
        plans.pages()
        plans.screen.printing.print("Front desk")
        self.lock_before_the_answer(plans, worker, laid)
        assert (spool / "bytes").exists()
        self.come_back(plans, laid)
        assert plans.screen.strip.sentence.startswith("Sent to printer Front desk")
        assert "printed 2:14 AM" in plans.screen.toolbar.who.text()
        assert plans.screen.toolbar.release.print.isEnabled()

    def test_typing_on_takes_the_sentence_away(self, plans, visit, worker, laid):
        goal(plans).setPlainText("Sleep")
        plans.screen.toolbar.keep.click()
        plans.said("Saved.")
        plans.page.refresh()
        assert plans.screen.strip.sentence == "Saved."
        goal(plans).setPlainText("Sleep well")
        assert plans.screen.strip.isHidden()
