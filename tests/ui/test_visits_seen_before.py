"""Somebody seen before is known again by two identifiers, asked about in place, and never searched by each key."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from sqlalchemy import text

from navigator.referrals.person import Identity
from navigator.ui.people.matches import ALIKE, EXACT
from tests.ui.desk_of_casework import visit_on

ENTER, TAB, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Right
ASKED = ["Same person", "See the record", "Somebody else"]
SETTLED = ["Not the same", "See the record"]


@pytest.fixture
def bench(visits_bench):
    return visits_bench


@pytest.fixture
def searches(casework_desk):
    """How often people were searched for, as the trail tells it."""
    store = casework_desk.casework.visits._store

    def count() -> int:
        with store.reading() as session:
            return session.scalar(text("SELECT count(*) FROM audit WHERE action = 'person searched'"))

    return count


def essentials(bench):
    return bench.new.form.essentials


def panel_words(bench) -> list[str]:
    panel = essentials(bench).seen_before
    return [] if panel.isHidden() else [button.text() for button in panel.buttons]


def test_somebody_seen_before_is_found_by_name_and_year_and_chosen_in_place(bench):
    before = visit_on(bench.desk)
    bench.page.start_visit()
    bench.who("jordan", "EXAMPLE", "1992")
    assert panel_words(bench) == ASKED
    essentials(bench).seen_before.buttons[0].click()
    assert panel_words(bench) == SETTLED
    bench.press(ENTER, ENTER)
    newest = next(visit for visit in bench.visits if visit.id != before.id)
    assert newest.person == before.person


def test_those_of_that_very_name_stand_apart_from_those_who_may_be_meant(bench):
    visit_on(bench.desk)
    alike = visit_on(bench.desk, Identity("Jordann", "Exampel", birth_year=1993))
    bench.work.other_names.add(bench.desk.actor, alike.person.id, "Jay")
    bench.page.start_visit()
    bench.who("Jordan", "Example", "1992")
    told = [label.text() for label in essentials(bench).seen_before.findChildren(QLabel) if label.isVisible()]
    assert told == [
        EXACT,
        "Seen before: \u2068Jordan Example\u2069, born 1992. Same person?",
        ALIKE,
        "Perhaps seen before: \u2068Jordann Exampel\u2069, born 1993, also called “\u2068Jay\u2069”. Same person?",
    ]
    assert panel_words(bench) == [*ASKED[:2], *ASKED]


def test_nobody_is_found_by_a_name_alone_and_no_key_searches(bench, searches):
    visit_on(bench.desk)
    bench.page.start_visit()
    bench.words("Jordan")
    bench.press(ENTER)
    bench.words("Example")
    bench.press(ENTER)
    bench.words("1992")
    bench.settle()
    assert (searches(), panel_words(bench)) == (0, [])
    bench.press(ENTER)
    assert searches() == 1


def test_the_same_question_is_searched_once(bench, searches):
    bench.page.start_visit()
    bench.who("Jordan", "Example", "1992")
    bench.press(TAB, TAB)
    essentials(bench).birth.setFocus()
    bench.press(TAB)
    assert searches() == 1


def test_a_changed_name_takes_the_answer_about_the_other_away(bench):
    visit_on(bench.desk)
    bench.page.start_visit()
    bench.who("Jordan", "Example", "1992")
    essentials(bench).seen_before.buttons[0].click()
    bench.type(essentials(bench).given, "Robin")
    bench.settle()
    assert panel_words(bench) == []
    bench.press(ENTER, ENTER, ENTER, ENTER, ENTER)
    assert {visit.person.called for visit in bench.visits} == {"Jordan Example", "Robin Example"}


def test_a_start_waits_for_the_answer_and_then_goes_on(bench):
    before = visit_on(bench.desk)
    bench.page.start_visit()
    essentials(bench).place.segments[0].click()
    essentials(bench).given.setFocus()
    bench.who("Jordan", "Example", "1992")
    assert "Choose first" in essentials(bench).seen_before.trouble
    assert len(bench.visits) == 1
    bench.press(ENTER)
    assert [visit.person.id for visit in bench.visits] == [before.person.id] * 2


def test_an_edit_after_the_question_does_not_start_by_itself(bench):
    visit_on(bench.desk)
    bench.page.start_visit()
    essentials(bench).place.segments[0].click()
    essentials(bench).given.setFocus()
    bench.who("Jordan", "Example", "1992")
    bench.type(essentials(bench).given, "Robin")
    bench.press(TAB)
    assert len(bench.visits) == 1


def test_somebody_else_of_the_same_name_becomes_a_person_of_their_own(bench):
    before = visit_on(bench.desk)
    bench.page.start_visit()
    bench.who("Jordan", "Example", "1992")
    essentials(bench).seen_before.buttons[-1].click()
    assert panel_words(bench) == []
    bench.press(ENTER, ENTER)
    newest = next(visit for visit in bench.visits if visit.id != before.id)
    assert newest.person.id != before.person.id


def test_a_choice_can_be_taken_back(bench):
    visit_on(bench.desk)
    bench.page.start_visit()
    bench.who("Jordan", "Example", "1992")
    essentials(bench).seen_before.buttons[0].click()
    essentials(bench).seen_before.buttons[0].click()
    assert panel_words(bench) == ASKED
    essentials(bench).seen_before.buttons[-1].click()
    bench.press(ENTER, ENTER)
    assert len({visit.person.id for visit in bench.visits}) == 2


def test_what_is_told_beyond_what_was_known_waits_to_be_saved(bench):
    before = visit_on(bench.desk)
    bench.page.start_visit()
    bench.who("Jordan", "Example", "4/12/1992")
    essentials(bench).seen_before.buttons[0].click()
    bench.press(ENTER, ENTER)
    editor = bench.one.editor
    assert (editor.form.essentials.birth.text(), editor.save_button.isVisible()) == ("4/12/1992", True)
    bench.press(Qt.Key.Key_S, control=True)
    assert {visit.person.identity.born_on for visit in bench.visits} == {date(1992, 4, 12)}
    assert {visit.person.id for visit in bench.visits} == {before.person.id}


def test_a_name_with_markup_and_letters_from_right_to_left_stays_plain_and_isolated(bench):
    visit_on(bench.desk, Identity("<b>Noor</b>", "نور", birth_year=1990))
    bench.page.start_visit()
    bench.who("<b>Noor</b>", "نور", "1990")
    [asked] = [label for label in essentials(bench).seen_before.findChildren(object) if _is_question(label)]
    assert asked.text() == "Seen before: \u2068<b>Noor</b> نور\u2069, born 1990. Same person?"
    assert asked.textFormat() is Qt.TextFormat.PlainText


def _is_question(widget) -> bool:
    return hasattr(widget, "textFormat") and widget.text().startswith("Seen before") and widget.isVisible()


def test_too_many_alike_are_said_and_a_second_press_goes_on(bench):
    for _ in range(6):
        visit_on(bench.desk)
    bench.page.start_visit()
    bench.who("Jordan", "Example", "1992")
    assert "Too many people" in essentials(bench).seen_before.trouble
    bench.press(ENTER, ENTER)
    assert len(bench.visits) == 7


def test_the_safe_contact_of_the_visit_before_comes_along_and_says_so(bench):
    visit_on(bench.desk, contact_number="215-555-0188", contact_words="Text only", no_voicemail=True)
    bench.page.start_visit()
    bench.who("jordan", "EXAMPLE", "1992")
    essentials(bench).seen_before.buttons[0].click()
    typed = bench.new.form.typed
    assert (typed.contact_number, typed.contact_words) == ("215-555-0188", "Text only")
    assert typed.no_voicemail
    said = " ".join(label.text() for label in essentials(bench).seen_before.findChildren(QLabel))
    assert "from the visit of today. Ask whether it is still right." in said


def test_a_safe_contact_that_was_typed_is_not_overwritten_by_an_old_one(bench):
    visit_on(bench.desk, contact_number="215-555-0188")
    bench.page.start_visit()
    bench.who("jordan", "EXAMPLE", "1992")
    bench.new.form.fill(replace(bench.new.form.typed, contact_words="Ask her sister"))
    essentials(bench).seen_before.buttons[0].click()
    typed = bench.new.form.typed
    assert (typed.contact_number, typed.contact_words) == ("", "Ask her sister")
