"""No note about a follow-up is lost: not with a full disk, not when its date or its referral is settled meanwhile."""

import contextlib

import pytest
from PySide6.QtCore import Qt

from navigator.access import Role
from navigator.errors import UserError
from navigator.referrals.draft import DraftKind
from navigator.referrals.follow_up import Reached
from navigator.referrals.reasons import CancellationReason
from navigator.referrals.steps import Cancellation
from tests.ui.desk_of_find import press
from tests.ui.desk_of_todo import calling, choose, fill_form, filled, heads, said, spoken, written
from tests.ui.desk_of_visits import fill, make_room

NOTE = "He asks for his papers."


@pytest.fixture
def work(casework_desk):
    return casework_desk.casework


@pytest.fixture
def full(casework_desk, work):
    """Leaves no room at all, not even in the newest page."""

    def leave_none() -> None:
        fill(work.drafts._store)
        for size in (900, 0):
            with contextlib.suppress(UserError):
                for number in range(500):
                    actor, subject = casework_desk.actor, f"nothing {size} {number}"
                    work.drafts.keep(actor, DraftKind.PLAN, subject, {"note": "x" * size})

    return leave_none


@pytest.fixture
def due(casework_desk, work, follow_up_due):
    return work.follow_ups.of(casework_desk.actor, follow_up_due)[0]


@pytest.fixture
def typed(casework_desk, work, due):
    """Words about the first date that were not saved."""
    work.drafts.keep(casework_desk.actor, DraftKind.FOLLOW_UP, due.id, {"words": "Call the sister"})


@pytest.fixture
def settled(casework_desk, work, due, typed):
    """That date was settled by somebody else meanwhile, so that the draft stayed."""
    with work.follow_ups._store.connection(writes=True) as connection:
        connection.exec_driver_sql("UPDATE follow_up SET state = 'done' WHERE id = ?", (due.id,))


def test_with_a_full_disk_nobody_leaves_a_call_that_is_not_kept(due, casework_desk, work, full, open_todo, qtbot):
    page, store = open_todo(), work.drafts._store
    call = calling(page, "goes on")
    full()
    call.form.words.setText(NOTE)
    call.form.words.textEdited.emit(NOTE)
    press(call.form, Qt.Key.Key_Escape)
    press(page, Qt.Key.Key_Escape)
    assert page.call is call
    assert "disk is full" in call.trouble
    make_room(store)
    with qtbot.waitSignal(page.counted):
        call.head.back.click()
    assert calling(page, "goes on").form.words.text() == NOTE


def test_words_about_a_date_that_is_still_listed_stand_there_alone(typed, open_todo):
    page = open_todo()
    assert heads(page) == ["Ask how it went, 1"]
    assert calling(page, "goes on").form.words.text() == "Call the sister"


def test_words_about_a_settled_date_can_be_read_and_thrown_away(
    settled, due, casework_desk, work, open_todo, qtbot, worker
):
    page = open_todo()
    assert spoken(page) == ["Jordan Example, A follow-up · Harbor Withdrawal Unit, Typed 3:14 AM, 0 min ago"]
    assert page.pane.kept.words.toPlainText() == "Call the sister"
    assert filled(page) == ["Open the referral"]
    page.pane.kept.throw_away.click()
    qtbot.waitUntil(lambda: not worker.busy)
    assert "Nothing is waiting." in said(page)
    assert work.drafts.find(casework_desk.actor, DraftKind.FOLLOW_UP, due.id) is None
    assert page.empty.start.hasFocus()


def test_words_about_a_settled_date_lead_to_the_referral(settled, follow_up_due, open_todo, qtbot):
    page = open_todo()
    with qtbot.waitSignal(page.referral_chosen, check_params_cb=lambda chosen: chosen == follow_up_due):
        page.pane.open.click()
    for stop in (page.pane.kept.words, page.pane.open, page.pane.kept.throw_away):
        press(page, Qt.Key.Key_Tab)
        assert stop.hasFocus()


def test_words_that_cannot_be_thrown_away_say_why(settled, open_todo, qtbot, worker, signed):
    page = open_todo()
    signed(Role.CLINICIAN).station.lock()
    page.pane.kept.throw_away.click()
    qtbot.waitUntil(lambda: not worker.busy)
    assert page.pane.kept.trouble.sentence
    assert page.pane.kept.throw_away.isEnabled()


def test_words_about_a_referral_that_has_ended_are_still_listed(typed, follow_up_due, casework_desk, work, open_todo):
    referral = work.referrals.referral(casework_desk.actor, follow_up_due)
    ended = Cancellation(CancellationReason.PERSON_DECLINED, "She goes home.")
    work.referrals.move(casework_desk.actor, referral.id, ended, referral.seen)
    page = open_todo()
    assert heads(page) == ["Typed, not saved, 1"]
    assert page.pane.kept.words.toPlainText() == "Call the sister"


def test_words_about_a_date_that_is_due_later_go_on_in_its_call(casework_desk, work, due, open_todo, qtbot):
    later = work.follow_ups.of(casework_desk.actor, due.referral_id)[1]
    work.drafts.keep(casework_desk.actor, DraftKind.FOLLOW_UP, later.id, {"words": "Call the sister"})
    page = open_todo()
    choose(page, "Typed")
    written(page, "goes on", qtbot, who=Reached.PERSON)
    assert work.follow_ups.of(casework_desk.actor, due.referral_id)[1].attempts[0].words == "Call the sister"


def test_a_note_typed_while_another_window_settles_its_date_is_still_there(due, casework_desk, work, open_todo, qtbot):
    page = open_todo()
    call = calling(page, "goes on")
    fill_form(call, who=Reached.PERSON, words=NOTE)
    work.follow_ups.attempt(casework_desk.actor, due.id, Reached.PROVIDER)
    call.form.save.click()
    qtbot.waitUntil(lambda: bool(call.trouble))
    assert call.trouble == "This follow-up is settled already."
    assert call.form.isEnabled()
    with qtbot.waitSignal(page.counted):
        call.head.back.click()
    assert heads(page) == ["Typed, not saved, 1"]
    assert page.pane.kept.words.toPlainText() == NOTE
