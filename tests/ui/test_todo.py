"""The page "To do": what is owed, in which order, and how a follow-up is asked and written down (R-09, R-10)."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from navigator.access import Role
from navigator.referrals.calls import CallOutcome
from navigator.referrals.draft import NEW, DraftKind
from navigator.referrals.follow_up import Called, Reached
from navigator.referrals.person import Identity
from navigator.referrals.steps import Hold
from navigator.ui.todo.contact import NO_NUMBER, NOT_KNOWN
from navigator.ui.todo.task_pane import READ_ONLY
from tests.ui.desk_of_casework import (
    CONTACT,
    accepted_on,
    call_on,
    casework_desk_of,
    draft_on,
    ended_on,
    visit_on,
)
from tests.ui.desk_of_find import BRIGID, LEHIGH, NUMBERLESS, RIDGE, press
from tests.ui.desk_of_todo import CONTACTS, calling, choose, filled, heads, said, spoken, written
from tests.ui.test_consent_ground import consent_on


def test_nothing_waiting_says_so_and_starts_a_visit(open_todo, qtbot):
    page = open_todo()
    assert "Nothing is waiting." in said(page)
    assert filled(page) == ["Start a visit"]
    assert QApplication.focusWidget() is page.empty.start
    with qtbot.waitSignal(page.visit_wanted):
        press(page, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.visit_wanted):
        press(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_all_matters_stand_under_their_heads_the_most_urgent_first(casework_desk, clock, open_todo):
    desk = casework_desk
    asked_before = visit_on(desk, Identity("Alma", "Example", birth_year=1979))
    accepted_on(desk, draft_on(desk, asked_before))
    ended_on(desk, asked_before)
    clock.forward(hours=24)
    visit = visit_on(desk)
    accepted_on(desk, draft_on(desk, visit, RIDGE), clock() + timedelta(minutes=75))
    call_on(desk, draft_on(desk, visit, LEHIGH))
    held = accepted_on(desk, draft_on(desk, visit, BRIGID, need="meals"))
    today = clock().astimezone(desk.city.zone).date()
    desk.casework.referrals.move(desk.actor, held.id, Hold("Waits for papers.", today), held.seen)
    desk.casework.drafts.keep(desk.actor, DraftKind.HANDOFF, held.id, {"summary": "typed"})
    clock.forward(minutes=40)
    page = open_todo()
    assert heads(page) == [
        "A bed hold ends soon, 1",
        "No answer for 30 minutes, 1",
        "Look at again today, 1",
        "Ask how it went, 1",
        "Typed, not saved, 1",
        "Visits not finished, 1",
    ]
    assert spoken(page) == [
        "Jordan Example, Ridge Avenue Recovery Center, Bed held, Until 3:29 AM, 35 min left",
        "Jordan Example, Lehigh Sobering Center, Since 2:14 AM, 40 min",
        "Jordan Example, Saint Brigid House, Due today",
        "Alma Example, Harbor Withdrawal Unit, Overdue, Due 2:14 AM, 40 min overdue",
        "Jordan Example, The handoff · Saint Brigid House, Typed 2:14 AM, 40 min ago",
        "Jordan Example, Write how it ended, Arrived 1:51 AM, 1 h 3 min",
    ]


def test_a_bed_hold_that_has_passed_says_so(casework_desk, clock, open_todo):
    visit = visit_on(casework_desk)
    accepted_on(casework_desk, draft_on(casework_desk, visit), clock() + timedelta(minutes=30))
    clock.forward(hours=1)
    page = open_todo()
    assert "Hold has passed, Until 2:44 AM, ended 30 min ago" in spoken(page)[0]
    assert "Call and ask whether the bed is still free." in said(page.pane)


def test_a_loop_open_for_a_month_is_listed(casework_desk, clock, open_todo, follow_up_due):
    clock.forward(days=31)
    for follow_up in casework_desk.casework.follow_ups.of(casework_desk.actor, follow_up_due):
        casework_desk.casework.follow_ups.attempt(casework_desk.actor, follow_up.id, Reached.PROVIDER)
    page = open_todo()
    assert heads(page) == ["Loop not closed for 30 days, 1"]
    assert spoken(page) == ["Jordan Example, Harbor Withdrawal Unit, Since Nov 23, 32 days"]


def test_the_chosen_task_says_what_to_do_and_shows_the_number(casework_desk, clock, open_todo, qtbot):
    visit = visit_on(casework_desk)
    referral = call_on(casework_desk, draft_on(casework_desk, visit))
    clock.forward(minutes=31)
    page = open_todo()
    words = said(page.pane)
    assert {"Call again, or ask the next place.", "215-555-0142"} <= set(words)
    assert filled(page) == ["Open the referral"]
    with qtbot.waitSignal(page.referral_chosen, check_params_cb=lambda chosen: chosen == referral.id):
        page.pane.open.click()


def test_a_place_without_a_number_says_that_none_is_known(casework_desk, clock, open_todo):
    call_on(casework_desk, draft_on(casework_desk, visit_on(casework_desk), NUMBERLESS))
    clock.forward(minutes=31)
    assert "No number of this place is known." in said(open_todo().pane)


def test_enter_opens_and_one_click_only_chooses(casework_desk, clock, open_todo, qtbot):
    visit = visit_on(casework_desk)
    call_on(casework_desk, draft_on(casework_desk, visit))
    clock.forward(minutes=31)
    page = open_todo()
    place = page.records.visualRect(page.records.model().index(3, 0)).center()
    with qtbot.assertNotEmitted(page.visit_chosen):
        QTest.mouseClick(page.records.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "Write how the visit ended." in said(page.pane)
    with qtbot.waitSignal(page.visit_chosen, check_params_cb=lambda chosen: chosen == visit.id):
        press(page, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("form", "subject", "signal"),
    [
        (DraftKind.VISIT, NEW, "visit_wanted"),
        (DraftKind.VISIT, "visit", "visit_chosen"),
        (DraftKind.PLAN, "visit", "plan_chosen"),
        (DraftKind.CALL, "referral", "referral_chosen"),
        (DraftKind.HANDOFF, "referral", "handoff_chosen"),
    ],
)
def test_what_was_typed_goes_on_where_it_was_typed(form, subject, signal, casework_desk, open_todo, qtbot):
    visit = visit_on(casework_desk)
    ids = {NEW: NEW, "visit": visit.id, "referral": draft_on(casework_desk, visit).id}
    casework_desk.casework.drafts.keep(casework_desk.actor, form, ids[subject], {"note": "typed"})
    page = open_todo()
    choose(page, "Typed")
    with qtbot.waitSignal(getattr(page, signal)) as told:
        page.pane.open.click()
    assert told.args == ([] if subject == NEW else [ids[subject]])


def test_the_safe_way_and_no_voicemail_stand_before_the_number(follow_up_due, open_todo):
    page = open_todo()
    words = said(page.pane)
    order = [words.index(each) for each in (CONTACT, "No voicemail", "215-555-0188")]
    assert order == sorted(order)
    assert filled(page) == ["Write how it went"]


def test_what_is_not_known_of_a_person_is_said(casework_desk, clock, open_todo):
    visit = visit_on(casework_desk)
    accepted_on(casework_desk, draft_on(casework_desk, visit))
    ended_on(casework_desk, visit)
    clock.forward(hours=25)
    assert {NOT_KNOWN, NO_NUMBER} <= set(said(open_todo().pane))


def test_enter_on_a_follow_up_opens_its_call_and_esc_leads_back(follow_up_due, open_todo, qtbot):
    page = open_todo()
    press(page, Qt.Key.Key_Return)
    assert page.call is not None
    assert page.call.isVisible()
    with qtbot.waitSignal(page.counted):
        press(page, Qt.Key.Key_Escape)
    assert page.call is None
    assert QApplication.focusWidget() is page.records


def test_what_was_tried_on_the_date_stands_in_the_pane(follow_up_due, open_todo, qtbot):
    page = open_todo()
    for told in ("Tried once. Last: 3:14 AM, nobody answered.", "One more without an answer ends this follow-up."):
        written(page, "nobody", qtbot, called=Called.PERSON)
        assert any(told in words for words in said(page.pane))
    assert QApplication.focusWidget() is page.records


def test_while_a_call_is_written_only_the_count_is_read(follow_up_due, open_todo, clock, read_anew):
    page = open_todo()
    call = calling(page, "nobody")
    before = spoken(page)
    clock.forward(minutes=1)
    read_anew(page)
    assert page.call is call
    assert spoken(page) == before


def test_what_cannot_be_read_is_said_on_the_page(open_todo, casework_desk, signed, read_anew):
    page = open_todo()
    signed(Role.CLINICIAN).station.lock()
    read_anew(page)
    assert page.trouble


def test_a_role_that_only_reads_sees_the_list_and_no_way_to_write(follow_up_due, casework_desk, signed, open_todo):
    reads = signed(Role.PRIVACY_OFFICER)
    page = open_todo(casework_desk_of(reads.station, reads.actor))
    assert READ_ONLY in said(page.pane)
    assert not page.start.isVisible()
    assert filled(page) == []


def test_names_are_plain_text_and_isolated_in_sentences(casework_desk, clock, open_todo):
    visit = visit_on(casework_desk, Identity("<b>Noor</b>", "نور", birth_year=1990), **CONTACTS)
    accepted_on(casework_desk, draft_on(casework_desk, visit))
    ended_on(casework_desk, visit)
    clock.forward(hours=25)
    words = said(open_todo().pane)
    assert "<b>Noor</b> نور" in words
    assert "Ask how it went with \u2068Harbor Withdrawal Unit\u2069." in words


def test_it_fits_the_smallest_window(follow_up_due, open_todo):
    page = open_todo()
    page.window().resize(1024 - 56, 592)
    assert page.minimumSizeHint().width() <= 1024 - 56
    assert page.minimumSizeHint().height() <= 640 - 48
    shown = page.pane.ask
    assert page.rect().contains(shown.mapTo(page, shown.rect().bottomRight()))


def test_every_control_of_a_follow_up_is_reached_by_tab(follow_up_due, open_todo):
    page = open_todo()
    for button in (page.pane.ask, page.pane.open):
        press(page, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is button


def test_a_call_back_is_waited_for_too(casework_desk, clock, open_todo):
    call_on(casework_desk, draft_on(casework_desk, visit_on(casework_desk)), CallOutcome.WILL_CALL_BACK)
    clock.forward(minutes=45)
    assert heads(open_todo())[0] == "No answer for 30 minutes, 1"


def test_a_consent_that_was_taken_back_shows_no_number_to_call(casework_desk, clock, open_todo, qtbot):
    desk, visit = casework_desk, visit_on(casework_desk)
    referral = accepted_on(desk, draft_on(desk, visit))
    saved = consent_on(desk, visit)
    desk.casework.consents.revoke(desk.actor, saved.id, "")
    page = open_todo()
    assert heads(page)[0] == "A consent ends or has ended, 1"
    assert spoken(page)[0].startswith("Jordan Example, Harbor Withdrawal Unit, Consent has ended, Until")
    words = said(page.pane)
    assert "Tell this place nothing more until there is a new consent." in words
    assert "215-555-0142" not in words
    with qtbot.waitSignal(page.referral_chosen, check_params_cb=lambda chosen: chosen == referral.id):
        page.pane.open.click()
