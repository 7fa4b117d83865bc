"""Slow answers: what is typed meanwhile stays, nobody's words come under another visit, no focus is taken unseen."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from navigator.referrals.visit import Disposition
from tests.conftest import PASSPHRASE
from tests.ui.desk_of_casework import visit_on
from tests.ui.desk_of_find import HARBOR
from tests.ui.desk_of_visits import fill, make_room
from tests.ui.test_visits_drafts import MUCH

ENTER = Qt.Key.Key_Return


@pytest.fixture
def bench(visits_bench):
    return visits_bench


@pytest.fixture
def slow(bench, monkeypatch):
    """Lets a method of the service of visits wait until `go_on` is set."""
    go_on = Event()

    def make(name: str) -> Event:
        usual = getattr(bench.work.visits, name)

        def wait(*given):
            assert go_on.wait(10)
            return usual(*given)

        monkeypatch.setattr(bench.work.visits, name, wait)
        return go_on

    yield make
    go_on.set()


def begin(bench) -> None:
    bench.page.start_visit()
    bench.who("Jordan", "Example", "1992")
    bench.press(ENTER)


def in_front_of(page) -> QLineEdit:
    """A line to type into in the same window, in place of the page."""
    page.hide()
    line = QLineEdit(page.window())
    line.show()
    line.setFocus()
    assert line.hasFocus()
    return line


def test_what_is_typed_while_a_visit_is_started_goes_on_in_the_visit(bench, slow):
    begin(bench)
    go_on = slow("open")
    bench.new.form.submitted.emit()
    bench.type(bench.new.form.details.number, "215-555-0133")
    bench.new.form.details.note.setPlainText("He has a dog.")
    bench.new._keeper._soon.timeout.emit()
    go_on.set()
    bench.settle()
    [visit] = bench.visits
    details = bench.one.editor.form.details
    assert (bench.one.visit, details.note.toPlainText()) == (visit, "He has a dog.")
    assert (details.number.text(), bench.one.editor.save_button.isVisible()) == ("215-555-0133", True)
    bench.page.cover()
    assert set(bench.draft(visit.id).content) == {"note", "contact_number", "revision"}
    assert bench.draft() is None
    bench.press(Qt.Key.Key_S, control=True)
    facts = bench.visits[0].facts
    assert (facts.note, facts.contact_number) == ("He has a dog.", "215-555-0133")


def test_what_is_typed_while_a_start_fails_stays_in_the_form(bench, slow):
    begin(bench)
    go_on = slow("open")
    bench.new.form.submitted.emit()
    bench.new.form.details.note.setPlainText(MUCH)
    bench.work.visits._store.close()
    go_on.set()
    bench.settle()
    assert bench.new.trouble.sentence
    assert bench.new.form.details.note.toPlainText() == MUCH


def test_a_crash_while_a_visit_is_started_loses_nothing_of_what_came_after(bench, slow):
    begin(bench)
    go_on = slow("open")
    bench.new.form.submitted.emit()
    bench.new.form.details.note.setPlainText("He has a dog.")
    bench.page.cover()
    assert bench.draft().content["note"] == "He has a dog."
    go_on.set()
    bench.settle()


def test_what_is_typed_while_a_visit_is_saved_is_kept(bench, slow):
    visit = visit_on(bench.desk)
    bench.page.show_visit(visit.id)
    bench.type(bench.one.editor.form.details.number, "215-555-0199")
    go_on = slow("change")
    bench.one.editor.save()
    bench.type(bench.one.editor.form.details.postal_code, "19134")
    bench.page.cover()
    go_on.set()
    bench.settle()
    bench.page.cover()
    assert set(bench.draft(visit.id).content) == {"postal_code", "revision"}
    assert bench.visits[0].facts.contact_number == "215-555-0199"


def test_what_is_typed_and_taken_back_while_a_visit_is_saved_leaves_no_draft(bench, slow):
    visit = visit_on(bench.desk)
    bench.page.show_visit(visit.id)
    bench.type(bench.one.editor.form.details.number, "215-555-0199")
    go_on = slow("change")
    bench.one.editor.save()
    bench.type(bench.one.editor.form.details.postal_code, "19134")
    bench.page.cover()
    bench.type(bench.one.editor.form.details.postal_code, "")
    go_on.set()
    bench.settle()
    bench.page.cover()
    assert bench.draft(visit.id) is None


def test_another_visit_is_opened_when_this_one_is_saved(bench, slow):
    visit, other = visit_on(bench.desk), visit_on(bench.desk, note="Somebody else's.")
    bench.page.show_visit(visit.id)
    bench.one.editor.form.details.note.setPlainText("Mine.")
    go_on = slow("change")
    bench.one.editor.save()
    bench.page.show_visit(other.id)
    assert bench.one.visit.id == visit.id
    go_on.set()
    bench.settle()
    assert bench.one.visit.id == other.id
    assert bench.one.editor.form.details.note.toPlainText() == "Somebody else's."
    saved = {one.id: one.facts.note for one in bench.visits}
    assert saved == {visit.id: "Mine.", other.id: "Somebody else's."}
    assert (bench.draft(visit.id), bench.draft(other.id)) == (None, None)


def test_ending_one_visit_never_ends_the_one_that_is_opened_next(bench, slow):
    visit, other = visit_on(bench.desk), visit_on(bench.desk)
    bench.page.show_visit(visit.id)
    bench.one.editor.form.details.note.setPlainText("Mine.")
    bench.one.pane.end.click()
    bench.one.ending.how.setCurrentIndex(2)
    go_on = slow("change")
    bench.one.ending.submitted.emit()
    bench.page.show_visit(other.id)
    go_on.set()
    bench.settle()
    ended = {one.id: one.ending is not None for one in bench.visits}
    assert ended == {visit.id: True, other.id: False}
    assert bench.one.visit.id == other.id


def test_an_end_that_comes_unseen_takes_no_focus_until_it_is_seen(bench, slow):
    visit = visit_on(bench.desk)
    bench.page.show_visit(visit.id)
    bench.one.pane.end.click()
    bench.one.ending.how.setCurrentIndex(2)
    go_on = slow("end")
    bench.one.ending.submitted.emit()
    elsewhere = in_front_of(bench.page)
    go_on.set()
    bench.settle()
    assert bench.visits[0].ending.disposition is Disposition.RESOLVED_WITH_REFERRAL
    assert elsewhere.hasFocus()
    bench.page.show()
    assert bench.one.pane.next.hasFocus()


def test_a_question_that_comes_unseen_takes_the_focus_when_it_is_seen(bench, slow):
    visit_on(bench.desk)
    begin(bench)
    bench.new.returning.forget()
    go_on = slow("find_people")
    bench.new.start.click()
    elsewhere = in_front_of(bench.page)
    go_on.set()
    bench.settle()
    panel = bench.new.form.essentials.seen_before
    assert panel.trouble
    assert elsewhere.hasFocus()
    bench.page.show()
    assert panel.buttons[0].hasFocus()


def test_only_a_visit_that_is_newly_started_is_told_as_started(bench, qtbot):
    started, abandoned = [], []
    bench.page.started.connect(started.append)
    bench.page.abandoned.connect(lambda: abandoned.append(len(started)))
    bench.page.show_visit(visit_on(bench.desk).id)
    assert started == []
    order = []
    bench.page.started.connect(lambda _visit: order.append("started"))
    bench.page.taken_up.connect(lambda _visit: order.append("taken up"))
    bench.page.start_visit()
    bench.who("Robin", "Example", "1980")
    bench.press(ENTER, ENTER)
    assert ([one.person.called for one in started], abandoned) == (["Robin Example"], [])
    assert order == ["started", "taken up"]
    bench.type(bench.one.editor.form.details.number, "215-555-0199")
    bench.press(Qt.Key.Key_S, control=True)
    assert len(started) == 1


def test_leaving_the_form_without_starting_is_told(bench, qtbot):
    bench.page.start_visit()
    bench.page.say_what_follows(HARBOR.name)
    with qtbot.waitSignal(bench.page.abandoned):
        bench.press(Qt.Key.Key_Escape)
    bench.page.start_visit()
    assert bench.new.heading.under.text() == ""
    with qtbot.waitSignal(bench.page.abandoned):
        bench.page.show_visit(visit_on(bench.desk).id)


def test_looking_at_another_page_does_not_leave_the_form(bench, qtbot):
    bench.page.start_visit()
    with qtbot.assertNotEmitted(bench.page.abandoned):
        bench.page.hide()
        bench.page.show()
        bench.page.start_visit()


def test_a_visit_started_behind_a_lock_is_told_when_it_is_seen(bench, slow, closed):
    started = []
    bench.page.started.connect(started.append)
    begin(bench)
    go_on = slow("open")
    bench.new.form.submitted.emit()
    go_on.set()
    bench.worker._thread().submit(lambda: None).result()
    bench.page.cover()
    bench.page.window().hide()
    closed.lock()
    bench.settle()
    assert started == []
    closed.sign_in("clinician", PASSPHRASE)
    bench.page.window().show()
    assert started == list(bench.visits)


def test_with_a_full_disk_the_form_of_a_new_visit_is_not_left(bench):
    store = bench.work.visits._store
    begin(bench)
    bench.page.cover()
    fill(store)
    bench.new.form.details.note.setPlainText(MUCH)
    bench.press(Qt.Key.Key_Escape)
    assert bench.page._stack.currentWidget() is bench.new
    assert "disk is full" in bench.new._unkept.sentence
    make_room(store)
    bench.press(Qt.Key.Key_Escape)
    assert bench.page._stack.currentWidget() is bench.page.list
