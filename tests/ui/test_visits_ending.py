"""Ending a visit: when and how, never before it began, and taken back when it was too early."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from navigator.referrals.visit import Disposition
from navigator.referrals.visits import CHANGED
from tests.ui.desk_of_casework import ended_on, visit_on

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def bench(visits_bench):
    return visits_bench


@pytest.fixture
def visit(casework_desk):
    return visit_on(casework_desk, postal_code="19134")


def newest(bench, visit):
    return bench.work.visits.visit(bench.desk.actor, visit.id)


def change_elsewhere(bench, visit, **facts):
    now = newest(bench, visit)
    return bench.work.visits.change(bench.desk.actor, visit.id, replace(now.facts, **facts), now.revision)


def type_number(bench, words: str) -> None:
    bench.type(bench.one.editor.form.details.number, words)


def end(bench, how: int = 2) -> None:
    bench.one.pane.end.click()
    bench.one.ending.how.setCurrentIndex(how)
    bench.one.ending.end.click()
    bench.settle()


def test_a_visit_ends_by_keys_and_is_put_down(bench, visit):
    bench.page.show_visit(visit.id)
    bench.one.pane.end.setFocus()
    bench.press(ENTER, ENTER)
    bench.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    bench.press(ENTER)
    ended = newest(bench, visit)
    assert ended.ending.disposition is Disposition.RESOLVED_WITH_REFERRAL
    assert ended.ending.cleared_at == bench.desk.clock()
    assert bench.taken_up[-1] == newest(bench, visit)
    assert bench.one.pane.ended_words == "Ended 2:14 AM, after 23 min. Resolved with referral."
    assert bench.one.heading.under.text().startswith("1:51 AM to 2:14 AM")


def test_an_ending_may_have_others_beside_it(bench, visit):
    bench.page.show_visit(visit.id)
    bench.one.pane.end.click()
    ending = bench.one.ending
    ending.how.setCurrentIndex(1)
    ending.more.setCurrentIndex(9)
    ending.more.setCurrentIndex(8)
    next(iter(ending._also.values())).click()
    ending.end.click()
    bench.settle()
    assert newest(bench, visit).ending.also == (Disposition.SHELTER,)


def test_the_same_ending_twice_is_refused_under_its_field(bench, visit):
    bench.page.show_visit(visit.id)
    bench.one.pane.end.click()
    bench.one.ending.more.setCurrentIndex(2)
    bench.one.ending.how.setCurrentIndex(2)
    bench.one.ending.end.click()
    assert "already" in bench.one.ending.trouble_of("end.also")
    assert newest(bench, visit).is_open


def test_an_ending_at_an_impossible_time_is_refused_under_its_field(bench, visit):
    bench.page.show_visit(visit.id)
    bench.one.pane.end.click()
    ending = bench.one.ending
    ending.how.setCurrentIndex(1)
    for left, words in {"1:30": "before you arrived", "": "Write when you left.", "noonish": "time"}.items():
        bench.type(ending.left_at, left)
        ending.end.click()
        assert words in ending.trouble_of("end.left")
    ending.left_at.put(bench.desk.clock() + timedelta(hours=1))
    ending.end.click()
    assert "later than now" in ending.trouble_of("end.left")
    bench.settle()
    assert newest(bench, visit).is_open


def test_without_a_disposition_nothing_ends(bench, visit):
    bench.page.show_visit(visit.id)
    bench.one.pane.end.click()
    bench.one.ending.end.click()
    assert bench.one.ending.trouble_of("end.how") == "Choose how the visit ended."
    assert bench.one.ending.how.hasFocus()


def test_what_was_changed_is_saved_before_the_visit_ends(bench, visit):
    bench.page.show_visit(visit.id)
    type_number(bench, "215-555-0133")
    end(bench)
    ended = newest(bench, visit)
    assert (ended.facts.contact_number, ended.is_open) == ("215-555-0133", False)
    assert bench.draft(visit.id) is None


def test_a_form_that_cannot_be_saved_keeps_the_visit_open(bench, visit):
    bench.page.show_visit(visit.id)
    bench.type(bench.one.editor.form.details.postal_code, "19")
    end(bench)
    assert newest(bench, visit).is_open
    assert "five digits" in bench.one.editor.form.fields["postal_code"].trouble
    assert bench.one.ending.how.currentIndex() == 2


def test_ending_a_visit_that_was_changed_elsewhere_keeps_the_ending_and_looks_again(bench, visit):
    bench.page.show_visit(visit.id)
    bench.one.pane.end.click()
    change_elsewhere(bench, visit, contact_number="215-555-0144")
    bench.one.ending.how.setCurrentIndex(1)
    bench.one.ending.end.click()
    bench.settle()
    ending = bench.one.ending
    assert (ending.trouble.sentence, ending.look_again.isVisible()) == (CHANGED, True)
    ending.look_again.click()
    assert (ending.how.currentIndex(), ending.trouble.sentence) == (1, "")
    ending.end.click()
    bench.settle()
    assert not newest(bench, visit).is_open


def test_a_visit_that_was_ended_elsewhere_shows_its_end(bench, visit):
    bench.page.show_visit(visit.id)
    bench.one.pane.end.click()
    bench.one.ending.how.setCurrentIndex(1)
    ended_on(bench.desk, visit)
    bench.one.ending.end.click()
    bench.settle()
    bench.one.ending.look_again.click()
    assert "Resolved with referral" in bench.one.pane.ended_words
    assert bench.one.pane.isVisible()


def test_an_ended_visit_is_reopened(bench, visit):
    ended_on(bench.desk, visit)
    bench.page.show_visit(visit.id)
    bench.one.pane.reopen.click()
    bench.settle()
    assert newest(bench, visit).is_open
    assert bench.taken_up[-1] == newest(bench, visit)
    assert (bench.one.pane.ended_words, bench.one.pane.end.isVisible()) == ("", True)


def test_not_yet_goes_back_and_remembers_how_it_was_going_to_end(bench, visit):
    bench.page.show_visit(visit.id)
    bench.one.pane.end.click()
    bench.one.ending.how.setCurrentIndex(3)
    bench.one.ending.not_yet.click()
    assert bench.one.pane.isVisible()
    bench.one.pane.end.click()
    assert bench.one.ending.how.currentIndex() == 3
    other = visit_on(bench.desk)
    bench.page.show_visit(other.id)
    bench.one.pane.end.click()
    assert bench.one.ending.how.currentIndex() == 0
