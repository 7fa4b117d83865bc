"""Nothing typed about a visit is lost: a crash, a lock, another page, a full disk, another person at the keyboard."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from navigator.access import Role
from navigator.referrals.draft import DraftKind
from navigator.referrals.visit import Disposition, PlaceKind
from tests.conftest import PASSPHRASE
from tests.ui.desk_of_casework import casework_desk_of, visit_on
from tests.ui.desk_of_visits import fill, make_room

ENTER = Qt.Key.Key_Return
MUCH = "A long note about this visit. " * 500
"""More than the room that is left in the newest pages."""


@pytest.fixture
def bench(visits_bench):
    return visits_bench


@pytest.fixture
def visit(casework_desk):
    return visit_on(casework_desk)


def essentials(bench):
    return bench.new.form.essentials


def begin(bench) -> None:
    """Half a form, as far as one got."""
    bench.page.start_visit()
    bench.who("Jordan", "Example", "1992")
    essentials(bench).place.segments[3].click()


def test_a_crash_loses_nothing_of_a_new_visit(bench, clock, qtbot):
    begin(bench)
    qtbot.waitUntil(lambda: bench.draft() is not None and "place" in bench.draft().content)
    arrived = clock()
    clock.forward(minutes=20)
    bench.crash()
    bench.page.start_visit()
    assert bench.new.heading.remarked == "Restored from 2:14 AM."
    assert [line.text() for line in essentials(bench).known_lines] == ["Jordan", "Example", "1992"]
    assert essentials(bench).place.value == PlaceKind.SHELTER
    assert essentials(bench).arrived.moment == arrived
    bench.press(Qt.Key.Key_S, control=True)
    assert [one.person.called for one in bench.visits] == ["Jordan Example"]


def test_what_was_typed_yesterday_still_means_yesterday(bench, clock, qtbot):
    bench.page.start_visit()
    bench.type(essentials(bench).arrived, "1:50")
    qtbot.waitUntil(lambda: bench.draft() is not None)
    meant = essentials(bench).arrived.moment
    clock.forward(hours=30)
    bench.crash()
    bench.page.start_visit()
    assert essentials(bench).arrived.moment == meant
    assert "Restored from yesterday, 2:14 AM" in bench.new.heading.remarked


def test_what_is_no_time_comes_back_as_it_was_typed(bench, qtbot):
    bench.page.start_visit()
    bench.type(essentials(bench).arrived, "half past")
    qtbot.waitUntil(lambda: bench.draft() is not None)
    bench.crash()
    bench.page.start_visit()
    assert essentials(bench).arrived.line.text() == "half past"


def test_a_lock_keeps_the_last_key_and_the_same_person_goes_on(bench, closed):
    begin(bench)
    bench.page.cover()
    bench.page.window().hide()
    closed.lock()
    closed.sign_in("clinician", PASSPHRASE)
    bench.page.window().show()
    assert essentials(bench).given.text() == "Jordan"
    fresh = bench.open_page()
    fresh.start_visit()
    assert fresh.new.form.essentials.birth.text() == "1992"


def test_a_draft_is_seen_by_its_author_alone(bench, closed, visit):
    begin(bench)
    bench.page.show_visit(visit.id)
    bench.type(bench.one.editor.form.details.number, "215-555-0199")
    bench.page.cover()
    bench.page.window().hide()
    closed.lock()
    supervisor = casework_desk_of(closed, closed.sign_in(Role.SUPERVISOR.value, PASSPHRASE))
    other = bench.open_page(supervisor)
    other.start_visit()
    assert (other.new.form.essentials.given.text(), other.new.heading.remarked) == ("", "")
    other.show_visit(visit.id)
    assert (other.one.editor.form.details.number.text(), other.one.heading.remarked) == ("", "")


def test_starting_over_drops_the_draft(bench, qtbot):
    begin(bench)
    bench.page.cover()
    bench.crash()
    bench.page.start_visit()
    bench.new.heading.acted.emit()
    bench.settle()
    assert (essentials(bench).given.text(), essentials(bench).place.value, bench.draft()) == ("", None, None)
    assert essentials(bench).given.hasFocus()


def test_a_started_visit_leaves_no_draft(bench):
    bench.start()
    assert len(bench.visits) == 1
    bench.page.cover()
    assert bench.draft() is None
    bench.page.start_visit()
    assert essentials(bench).given.text() == ""


def test_a_person_chosen_before_the_crash_is_chosen_after_it(bench, visit):
    bench.page.start_visit()
    bench.who("Jordan", "Example", "1992")
    essentials(bench).seen_before.buttons[0].click()
    bench.page.cover()
    bench.crash()
    bench.page.start_visit()
    bench.settle()
    assert [button.text() for button in essentials(bench).seen_before.buttons] == ["Not the same", "See the record"]
    bench.press(ENTER, ENTER, ENTER, ENTER, ENTER)
    assert {one.person.id for one in bench.visits} == {visit.person.id}


def test_unsaved_changes_of_a_visit_come_back_and_are_named(bench, visit):
    bench.page.show_visit(visit.id)
    bench.type(bench.one.editor.form.details.number, "215-555-0199")
    bench.page.cover()
    bench.crash()
    bench.page.show_visit(visit.id)
    assert bench.one.heading.remarked == "Restored from 2:14 AM: Safe number."
    assert bench.one.editor.form.details.number.text() == "215-555-0199"
    assert bench.one.editor.save_button.isVisible()


def test_an_old_draft_does_not_undo_what_was_saved_after_it(bench, visit):
    bench.page.show_visit(visit.id)
    bench.type(bench.one.editor.form.details.number, "215-555-0199")
    bench.page.cover()
    bench.crash()
    other = bench.open_page()
    other.show_visit(visit.id)
    other.one._start_over()
    bench.settle()
    bench.type(other.one.editor.form.details.postal_code, "19134")
    bench.press(Qt.Key.Key_S, control=True)
    saved = bench.work.visits.visit(bench.desk.actor, visit.id).facts
    assert (saved.postal_code, saved.contact_number) == ("19134", "")


def test_a_draft_on_an_older_state_shows_the_newer_state_under_it(bench, visit):
    bench.page.show_visit(visit.id)
    bench.type(bench.one.editor.form.details.number, "215-555-0199")
    bench.page.cover()
    bench.crash()
    content = bench.draft(visit.id).content
    actor = bench.desk.actor
    newer = bench.work.visits.change(actor, visit.id, replace(visit.facts, postal_code="19134"), visit.revision)
    bench.work.drafts.keep(actor, DraftKind.VISIT, visit.id, content)
    bench.page.show_visit(visit.id)
    form = bench.one.editor.form
    assert (form.details.number.text(), form.details.postal_code.text()) == ("215-555-0199", "19134")
    assert "saved again" in bench.one.editor.told.text()
    bench.press(Qt.Key.Key_S, control=True)
    facts = bench.work.visits.visit(actor, newer.id).facts
    assert (facts.contact_number, facts.postal_code) == ("215-555-0199", "19134")


def test_what_was_typed_and_taken_back_leaves_no_draft(bench, visit):
    bench.page.show_visit(visit.id)
    number = bench.one.editor.form.details.number
    bench.type(number, "2")
    bench.page.cover()
    assert bench.draft(visit.id) is not None
    bench.press(Qt.Key.Key_Backspace)
    assert bench.draft(visit.id) is None
    assert not bench.one.editor.save_button.isVisible()


def test_a_half_written_ending_comes_back(bench, visit):
    bench.page.show_visit(visit.id)
    bench.one.pane.end.click()
    bench.type(bench.one.ending.left_at, "2:10")
    bench.one.ending.how.setCurrentIndex(2)
    bench.one.ending.more.setCurrentIndex(9)
    bench.page.cover()
    bench.crash()
    bench.page.show_visit(visit.id)
    ending = bench.one.ending
    assert ending.isVisible()
    assert ending.ending.cleared_at == bench.desk.clock() - timedelta(minutes=4)
    assert (ending.ending.disposition, ending.ending.also) == (
        Disposition.RESOLVED_WITH_REFERRAL,
        (Disposition.SUPPORT,),
    )


def test_a_full_disk_keeps_the_form_and_says_so_and_room_lets_it_go_on(bench):
    store = bench.work.visits._store
    begin(bench)
    bench.new.form.details.note.setPlainText(MUCH)
    fill(store)
    bench.press(Qt.Key.Key_S, control=True)
    assert "disk is full" in bench.new.trouble.sentence or "disk is full" in essentials(bench).seen_before.trouble
    assert (essentials(bench).given.text(), bench.new.form.details.note.toPlainText()) == ("Jordan", MUCH)
    make_room(store)
    bench.press(Qt.Key.Key_S, control=True)
    [visit] = bench.visits
    assert visit.facts.note == MUCH.strip()


def test_a_full_disk_keeps_the_changes_of_a_visit(bench, visit):
    store = bench.work.visits._store
    bench.page.show_visit(visit.id)
    bench.one.editor.form.details.note.setPlainText(MUCH)
    fill(store)
    bench.one.editor.save_button.click()
    bench.settle()
    assert "disk is full" in bench.one.editor.trouble.sentence
    assert bench.one.editor.form.details.note.toPlainText() == MUCH
    make_room(store)
    bench.one.editor.save_button.click()
    bench.settle()
    assert (bench.one.editor.trouble.sentence, bench.one.editor.save_button.isVisible()) == ("", False)
    assert bench.work.visits.visit(bench.desk.actor, visit.id).facts.note == MUCH.strip()


def answered_behind_the_lock(bench, closed) -> None:
    """The worker's answer comes when the station is locked already; then the same person comes back."""
    bench.worker._thread().submit(lambda: None).result()
    bench.page.cover()
    bench.page.window().hide()
    closed.lock()
    bench.settle()
    closed.sign_in("clinician", PASSPHRASE)
    bench.page.window().show()
    bench.page.refresh()


def test_a_visit_that_is_started_while_the_station_locks_is_shown_afterwards(bench, closed):
    begin(bench)
    bench.new.form.submitted.emit()
    answered_behind_the_lock(bench, closed)
    [visit] = bench.visits
    assert bench.one.heading.title.text() == "Jordan Example"
    assert bench.one.editor.form.essentials.given.text() == "Jordan"
    assert bench.one.visit == visit


def test_a_visit_that_is_saved_while_the_station_locks_is_shown_as_saved(bench, closed, visit):
    bench.page.show_visit(visit.id)
    bench.type(bench.one.editor.form.details.number, "215-555-0199")
    bench.one.editor.save_button.click()
    answered_behind_the_lock(bench, closed)
    assert bench.one.pane.trouble.sentence == ""
    assert not bench.one.editor.save_button.isVisible()
    assert bench.draft(visit.id) is None


def test_coming_back_to_a_visit_finds_what_was_typed_as_it_was(bench, visit):
    bench.page.show_visit(visit.id)
    bench.type(bench.one.editor.form.details.number, "215-555-0199")
    bench.page.show_visit(visit.id)
    assert bench.one.editor.form.details.number.text() == "215-555-0199"
    assert bench.one.heading.remarked == ""


def test_with_a_full_disk_no_other_visit_takes_the_place_of_what_is_typed(bench, visit):
    other, store = visit_on(bench.desk), bench.work.visits._store
    bench.page.show_visit(visit.id)
    fill(store)
    bench.one.editor.form.details.note.setPlainText(MUCH)
    bench.page.show_visit(other.id)
    assert "disk is full" in bench.one.unkept.sentence
    assert (bench.one.visit.id, bench.one.editor.form.details.note.toPlainText()) == (visit.id, MUCH)
    make_room(store)
    bench.page.show_visit(other.id)
    assert bench.one.visit.id == other.id
