"""Starting a visit: few keys, nobody without two identifiers, and every impossible thing said under its field."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from navigator.referrals.person import Identity
from navigator.referrals.visit import AgeBand, Concern, Interpreter, PlaceKind, Source
from tests.ui.desk_of_casework import JORDAN

ENTER, TAB, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Right


@pytest.fixture
def bench(visits_bench):
    return visits_bench


def essentials(bench):
    return bench.new.form.essentials


def test_a_visit_is_started_by_six_keys_beyond_the_words(bench):
    bench.press(Qt.Key.Key_N, control=True)
    bench.who("Jordan", "Example", "1992")
    bench.press(ENTER, ENTER)
    assert bench.keys == 6
    [visit] = bench.visits
    assert visit.person.identity == replace(JORDAN)
    assert (visit.facts.arrived_at, visit.facts.place_kind) == (bench.desk.clock(), PlaceKind.HOME)
    assert bench.taken_up == [visit]
    assert bench.page._stack.currentWidget() is bench.one


def test_after_the_start_the_next_action_has_the_focus(bench):
    bench.start()
    assert bench.one.pane.next.hasFocus()
    bench.press(ENTER)
    assert bench.asked == [("help", bench.visits[0].id)]


def test_an_unknown_person_needs_a_description_alone(bench):
    bench.page.start_visit()
    essentials(bench).mode.segments[1].click()
    bench.words("man about 40, grey coat")
    bench.press(ENTER, RIGHT, ENTER)
    [visit] = bench.visits
    assert visit.person.identity == Identity(described="man about 40, grey coat")
    assert visit.facts.place_kind is PlaceKind.STREET


def test_the_way_of_knowing_somebody_can_be_changed_and_changed_back_without_a_loss(bench):
    bench.page.start_visit()
    bench.words("Jordan")
    essentials(bench).mode.segments[1].click()
    bench.words("grey coat")
    essentials(bench).mode.segments[0].click()
    assert essentials(bench).given.text() == "Jordan"
    assert essentials(bench).described.text() == "grey coat"


def test_without_an_identifier_nothing_is_started_and_the_first_gap_has_the_focus(bench):
    bench.page.start_visit()
    bench.press(Qt.Key.Key_S, control=True)
    fields = bench.new.form.fields
    assert "Unknown person" in fields["given_name"].trouble
    assert fields["place"].trouble == "Choose what kind of place it is."
    assert (fields["arrived"].trouble, bench.visits) == ("", ())
    assert essentials(bench).given.hasFocus()


def test_a_name_alone_is_not_enough(bench):
    bench.page.start_visit()
    bench.type(essentials(bench).given, "Jordan")
    bench.press(Qt.Key.Key_S, control=True)
    assert "year" in bench.new.form.fields["birth"].trouble
    assert essentials(bench).birth.hasFocus()


def test_a_sentence_goes_when_its_field_is_changed(bench):
    bench.page.start_visit()
    bench.press(Qt.Key.Key_S, control=True)
    essentials(bench).place.segments[2].click()
    assert bench.new.form.fields["place"].trouble == ""
    assert bench.new.form.fields["given_name"].trouble != ""


def test_a_time_that_cannot_be_says_so_under_its_field(bench):
    bench.page.start_visit()
    bench.who("Jordan", "Example", "1992")
    bench.press(ENTER)
    arrived = essentials(bench).arrived
    for typed, words in {"25:99": "time", "half past two": "time", "": "Write when you arrived."}.items():
        bench.type(arrived, typed)
        bench.new.start.click()
        assert words in bench.new.form.fields["arrived"].trouble
        assert arrived.line.text() == typed
    bench.settle()
    assert bench.visits == ()


def test_being_sent_after_arriving_says_so_under_its_field(bench):
    bench.page.start_visit()
    bench.who("Jordan", "Example", "1992")
    bench.press(ENTER)
    bench.type(essentials(bench).arrived, "1:50")
    bench.type(bench.new.form.details.sent, "2:05")
    bench.press(Qt.Key.Key_S, control=True)
    assert "before you were sent" in bench.new.form.fields["sent"].trouble


def test_everything_that_is_known_is_saved_with_the_visit(bench):
    bench.page.start_visit()
    slots = bench.new.form.details.slots
    bench.who("Jordan", "Example", "4/12/1992")
    bench.press(ENTER)
    for chip in slots["concerns"].widget.shown[:2]:
        chip.click()
    for name, words in {
        "contact_number": "215-555-0133",
        "contact_words": "After 6 PM",
        "postal_code": "19134",
    }.items():
        bench.type(slots[name].widget, words)
    bench.type(slots["note"].widget, "He has a dog.")
    for name, place in {"source": 3, "age_band": 4, "language": 2, "interpreter": 3, "payment": 1}.items():
        slots[name].widget.setCurrentIndex(place)
    slots["no_voicemail"].widget.click()
    bench.press(Qt.Key.Key_S, control=True)
    [visit] = bench.visits
    facts = visit.facts
    assert visit.person.identity.born_on == date(1992, 4, 12)
    assert facts.concerns == (Concern.SUICIDE, Concern.VIOLENCE)
    assert (facts.contact_number, facts.contact_words, facts.no_voicemail) == ("215-555-0133", "After 6 PM", True)
    assert (facts.source, facts.age_band, facts.language) == (Source.OFFICER, AgeBand.ADULT, "Spanish")
    assert (facts.interpreter, facts.payment) == (Interpreter.BY_PHONE, "Medicaid")
    assert (facts.postal_code, facts.note) == ("19134", "He has a dog.")


def test_enter_in_what_may_wait_goes_on_and_starts_nothing(bench):
    bench.page.start_visit()
    bench.who("Jordan", "Example", "1992")
    bench.press(ENTER)
    bench.type(bench.new.form.details.number, "215-555-0133")
    bench.press(ENTER)
    assert bench.visits == ()
    assert bench.new.form.details.slots["contact_words"].widget.hasFocus()


def test_the_form_arrives_when_it_is_looked_at_as_long_as_nothing_is_typed(bench, clock):
    bench.page.start_visit()
    bench.page.show_list()
    clock.forward(minutes=10)
    bench.page.start_visit()
    assert essentials(bench).arrived.moment == clock()
    bench.words("J")
    clock.forward(minutes=10)
    bench.page.window().hide()
    bench.page.window().show()
    assert essentials(bench).arrived.moment == clock() - timedelta(minutes=10)


def test_what_follows_the_visit_is_said_with_the_name_apart(bench):
    bench.page.start_visit()
    bench.page.say_what_follows("<i>بيت</i>")
    assert bench.new.heading.under.text() == "Next: the referral to \u2068<i>بيت</i>\u2069"
    assert bench.new.heading.under.isVisible()


def test_escape_goes_back_to_the_list_and_the_form_stays(bench):
    bench.page.start_visit()
    bench.words("Jordan")
    bench.press(Qt.Key.Key_Escape)
    assert bench.page._stack.currentWidget() is bench.page.list
    bench.page.start_visit()
    assert essentials(bench).given.text() == "Jordan"


def test_two_quick_presses_start_one_visit(bench):
    bench.page.start_visit()
    bench.who("Jordan", "Example", "1992")
    bench.press(ENTER)
    QTest.keyClick(QApplication.focusWidget(), ENTER)
    bench.new.start.click()
    bench.settle()
    assert len(bench.visits) == 1
