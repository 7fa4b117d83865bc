"""What is typed about a call is lost neither while it is written, nor when that fails, nor on a full disk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from navigator.access import Role
from navigator.referrals.draft import DraftKind
from navigator.referrals.status import Status
from navigator.referrals.warmth import Criterion
from navigator.ui.referrals import moves
from navigator.ui.referrals.outcomes import Outcome
from tests.ui.desk_of_casework import accepted_on, call_on, casework_desk_of, draft_on
from tests.ui.desk_of_find import BRIGID, NORTHBANK, RIDGE
from tests.ui.desk_of_referrals import visit_to_a_man
from tests.ui.desk_of_visits import fill, make_room

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
MUCH = "é" * 500


@pytest.fixture
def visit(casework_desk):
    return visit_to_a_man(casework_desk)


@pytest.fixture
def harbor(casework_desk, visit):
    return draft_on(casework_desk, visit)


@pytest.fixture
def ridge(casework_desk, visit):
    return draft_on(casework_desk, visit, RIDGE)


@pytest.fixture
def full_disk(casework_desk):
    """Fills it in the middle of a test; it has room again at the end."""
    store = casework_desk.casework.drafts._store
    yield lambda: fill(store)
    make_room(store)


def write_much(calls):
    """More than finds room; the last letter as a person types it."""
    calls.screen.area.form.put({"arrival": MUCH, "name": MUCH, "role": MUCH})
    calls.screen.area.form.met_by.setFocus()
    calls.write("B")


def drafts(desk):
    return desk.casework.drafts.mine(desk.actor)


def test_what_is_typed_is_on_the_disk_when_the_window_locks_and_saving_fails(open_calls, signed):
    laid = signed(Role.CLINICIAN)
    desk = casework_desk_of(laid.station, laid.actor)
    harbor = draft_on(desk, visit_to_a_man(desk))
    calls = open_calls(desk)
    calls.show(harbor)
    calls.press(K.Key_3)
    calls.write("Mr. Daly")
    with calls.held_back():
        calls.strike(K.Key_Return)
        calls.page.hide()
        calls.page.cover()
        laid.station.lock()
    laid.station.sign_in(Role.CLINICIAN.value, "correct horse battery staple")
    kept = desk.casework.drafts.find(desk.actor, DraftKind.CALL, harbor.id)
    assert kept.content["no-bed.who"] == "Mr. Daly"
    calls.page.show()
    assert calls.screen.area.form.who.text() == "Mr. Daly"
    assert calls.screen.area.form.trouble
    assert calls.now(harbor).status is Status.DRAFT


def test_nothing_can_be_typed_into_what_is_being_saved_and_no_draft_of_it_stays(calls, casework_desk, harbor):
    calls.show(harbor)
    calls.press(K.Key_3)
    calls.write("Mr. Daly")
    form = calls.screen.area.form
    with calls.held_back():
        calls.strike(K.Key_Return)
        calls.strike(K.Key_X)
        assert not form.who.isEnabled()
        assert form.who.text() == "Mr. Daly"
    assert calls.now(harbor).contacts[0].call.spoke_to == "Mr. Daly"
    calls.page.cover()
    assert drafts(casework_desk) == ()


def test_a_refused_form_goes_on_where_it_was(calls, casework_desk, harbor):
    calls.show(harbor)
    calls.press(K.Key_3)
    calls.write("Mr. Daly")
    call_on(casework_desk, harbor)
    calls.press(K.Key_Return)
    form = calls.screen.area.form
    assert form.who.hasFocus()
    calls.write(" Jr.")
    calls.page.cover()
    assert drafts(casework_desk)[0].content["no-bed.who"] == "Mr. Daly Jr."


@pytest.mark.parametrize("key", [K.Key_1, K.Key_6, K.Key_Return, K.Key_Escape])
def test_no_key_does_anything_else_while_a_call_is_logged(calls, harbor, ridge, key):
    calls.show(harbor)
    with calls.held_back():
        calls.strike(K.Key_6)
        calls.strike(key)
        calls.screen.tabs.row.step(1)
        assert calls.screen.referral_id == harbor.id
    assert len(calls.now(harbor).contacts) == 1
    assert calls.screen.area.form is None


def test_what_failed_while_another_page_was_in_front_is_said_on_return(calls, casework_desk, harbor):
    calls.show(harbor)
    with calls.held_back():
        calls.strike(K.Key_6)
        calls.page.hide()
        call_on(casework_desk, harbor)
    calls.page.show()
    assert "changed this referral meanwhile" in calls.screen.area.grid.trouble


def test_with_a_full_disk_no_other_tab_takes_the_place_of_what_is_typed(calls, harbor, ridge, full_disk):
    calls.show(harbor)
    calls.press(K.Key_1)
    full_disk()
    write_much(calls)
    calls.screen.tabs.row.step(1)
    assert calls.screen.referral_id == harbor.id
    assert calls.screen.area.form.arrival.text() == MUCH
    assert "disk is full" in calls.screen.trouble.sentence


def test_with_a_full_disk_the_list_does_not_take_the_place_of_what_is_typed(calls, casework_desk, harbor, full_disk):
    calls.show(harbor)
    calls.press(K.Key_1)
    full_disk()
    write_much(calls)
    calls.screen.tabs.back.click()
    assert calls.page.shown is calls.screen
    assert "disk is full" in calls.screen.trouble.sentence
    make_room(casework_desk.casework.drafts._store)
    calls.screen.tabs.back.click()
    assert calls.page.shown is calls.page.list
    assert drafts(casework_desk)[0].content["accepted.arrival"] == MUCH


def test_with_a_full_disk_another_page_and_back_leaves_the_words_in_the_form(calls, harbor, full_disk):
    calls.show(harbor)
    calls.press(K.Key_1)
    full_disk()
    write_much(calls)
    calls.page.hide()
    calls.page.cover()
    calls.page.show()
    assert calls.screen.area.form.arrival.text() == MUCH


def test_with_a_full_disk_a_call_is_not_logged_and_the_form_stays(calls, casework_desk, harbor, full_disk):
    calls.show(harbor)
    calls.press(K.Key_1)
    form = calls.screen.area.form
    full_disk()
    write_much(calls)
    calls.press(K.Key_S, modifier=CONTROL)
    assert "disk is full" in form.trouble
    assert form.arrival.text() == MUCH
    make_room(casework_desk.casework.drafts._store)
    calls.press(K.Key_S, modifier=CONTROL)
    assert calls.now(harbor).acceptance.arrival == MUCH
    assert calls.screen.trouble.sentence == ""
    assert drafts(casework_desk) == ()


def test_a_draft_put_away_and_fetched_back_still_has_what_was_typed(calls, harbor):
    calls.show(harbor)
    calls.press(K.Key_3)
    calls.write("Mr. Daly")
    calls.press(K.Key_Escape)
    calls.screen._act(moves.DISCARD)
    calls.settle()
    calls.press(K.Key_Return)
    calls.screen.area.grid.buttons[Outcome.NO_BED].click()
    assert calls.screen.area.form.who.text() == "Mr. Daly"


def test_a_call_that_is_not_logged_is_said_at_the_call_even_where_the_handoff_is_open(calls, casework_desk, harbor):
    calls.show(harbor)
    calls.screen.side.meter.rows[Criterion.READ_BACK].add.click()
    call_on(casework_desk, harbor)
    calls.screen.area.grid.buttons[Outcome.NO_ANSWER].click()
    calls.settle()
    assert "changed this referral meanwhile" in calls.screen.area.grid.trouble
    assert calls.screen.side.editor.field.trouble == ""


def test_a_part_chosen_while_something_else_is_saved_asks_for_patience(calls, casework_desk, harbor):
    calls.show(accepted_on(casework_desk, harbor))
    with calls.held_back():
        calls.screen._acts.settle(calls.screen.situation)
        calls.screen.side.meter.rows[Criterion.PRESENT].add.click()
        choice = calls.screen.side.editor
        choice.segments.segments[0].click()
        assert choice._trouble.sentence == "Something else is being saved. Choose it once more."
        assert choice.segments.value is None


def test_a_place_that_changed_meanwhile_is_not_closed_unseen(calls, casework_desk, visit, harbor):
    north = call_on(casework_desk, draft_on(casework_desk, visit, NORTHBANK, "detox"))
    calls.show(accepted_on(casework_desk, harbor))
    accepted_on(casework_desk, north)
    calls.screen.area.panel.buttons[moves.SETTLE].click()
    calls.settle()
    assert "changed this referral meanwhile" in calls.screen.area.panel.trouble
    assert calls.now(north).status is Status.ACCEPTED
    calls.screen.area.panel.buttons[moves.SETTLE].click()
    calls.settle()
    assert calls.now(north).status is Status.CANCELLED


def test_a_place_that_was_asked_meanwhile_is_shown_before_it_is_closed(calls, casework_desk, visit, harbor):
    north = call_on(casework_desk, draft_on(casework_desk, visit, NORTHBANK, "detox"))
    calls.show(accepted_on(casework_desk, harbor))
    brigid = call_on(casework_desk, draft_on(casework_desk, visit, BRIGID, "detox"))
    calls.screen.area.panel.buttons[moves.SETTLE].click()
    calls.settle()
    assert calls.screen.area.panel.trouble
    assert {calls.now(one).status for one in (north, brigid)} == {Status.REQUESTED}
    assert calls.screen.area.panel.buttons[moves.SETTLE].text() == "Close them: not selected"
    assert QApplication.focusWidget() is not None
