"""The call screen by its keys: outcomes, the next place, the acceptance, and that no guard loses what was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from navigator.access import Role
from navigator.errors import UserError
from navigator.referrals.bases import BasisKind
from navigator.referrals.calls import CallOutcome
from navigator.referrals.draft import DraftKind
from navigator.referrals.reasons import RejectionReason
from navigator.referrals.status import BusinessStatus, Status
from navigator.referrals.steps import Rejection, Request
from navigator.ui.referrals.outcomes import Outcome
from navigator.ui.referrals.state_words import ending_of
from tests.ui.desk_of_casework import accepted_on, call_on, casework_desk_of, draft_on, visit_on
from tests.ui.desk_of_find import BRIGID, DO_NOT_REFER, HARBOR, LEHIGH, NORTHBANK, RIDGE
from tests.ui.desk_of_referrals import visit_to_a_man

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def visit(casework_desk):
    return visit_to_a_man(casework_desk)


@pytest.fixture
def harbor(casework_desk, visit):
    return draft_on(casework_desk, visit)


@pytest.fixture
def ridge(casework_desk, visit):
    return draft_on(casework_desk, visit, RIDGE)


def test_no_answer_then_the_second_place_says_yes_by_keys_alone(calls, harbor, ridge, clock):
    calls.show(harbor)
    calls.press(K.Key_6)
    assert calls.now(harbor).business is BusinessStatus.CONTACT_ATTEMPTED
    calls.press(K.Key_Return)
    assert calls.screen.referral_id == ridge.id
    clock.forward(minutes=2)
    calls.press(K.Key_1)
    calls.write("Ms. Alvarez")
    calls.press(K.Key_Return)
    calls.write("intake nurse")
    calls.press(K.Key_S, modifier=CONTROL)
    yes = calls.now(ridge).acceptance
    assert (yes.name, yes.role, yes.number) == ("Ms. Alvarez", "intake nurse", "215-555-0118")
    assert calls.now(ridge).status is Status.ACCEPTED
    assert QApplication.focusWidget().text() == "Finish the handoff"


def test_a_call_is_logged_from_when_its_screen_was_opened_and_names_nobody(calls, harbor, clock):
    began = clock.now
    calls.show(harbor)
    clock.forward(minutes=1, seconds=48)
    calls.press(K.Key_6)
    call = calls.now(harbor).contacts[0].call
    assert (call.began_at, call.ended_at) == (began, None)
    assert (call.number, call.outcome, call.without_identifiers) == ("215-555-0142", CallOutcome.NO_ANSWER, True)


def test_the_clock_runs_and_can_be_set_back(calls, harbor, clock):
    calls.show(harbor)
    clock.forward(minutes=1, seconds=48)
    calls.screen._tick()
    assert calls.screen.head.clock.text() == "1:48"
    assert calls.screen.side.timeline.lines[0].detail == "Phone · 215-555-0142 · 1 min 48 s"
    calls.screen.head.restart.click()
    assert calls.screen.head.clock.text() == "0:00"


def test_after_no_answer_no_call_runs_until_one_is_begun(calls, harbor):
    calls.show(harbor)
    calls.press(K.Key_6)
    assert calls.contacts() == ["No answer"]
    calls.screen.head.restart.click()
    assert calls.contacts() == ["Calling now", "No answer"]


def test_looking_at_another_tab_ends_no_call_by_itself(calls, harbor, ridge, clock):
    calls.show(harbor)
    clock.forward(minutes=20)
    calls.screen.tabs.row.step(1)
    assert calls.screen.referral_id == ridge.id
    assert calls.screen.began_at == clock.now
    assert calls.now(harbor).contacts == ()


def test_no_bed_asks_only_who_said_so_and_offers_the_next_place(calls, harbor, ridge):
    calls.show(harbor)
    calls.press(K.Key_3)
    calls.write("Mr. Daly")
    calls.press(K.Key_Return)
    assert ending_of(calls.now(harbor)) == Rejection(RejectionReason.NO_CAPACITY, "No bed. Mr. Daly said so.")
    assert calls.screen.next.title.text() == "Next: \u2068Ridge Avenue Recovery Center\u2069"
    assert calls.screen.next.button.hasFocus()
    assert calls.tabs()[0] == "Harbor Withdrawal Unit, no bed"


def test_where_nobody_is_left_another_place_is_looked_for(calls, harbor, visit, qtbot):
    calls.show(harbor)
    calls.press(K.Key_3)
    calls.write("Mr. Daly")
    calls.press(K.Key_Return)
    with qtbot.waitSignal(calls.page.help_wanted) as asked:
        calls.press(K.Key_Return)
    assert asked.args == [visit.id]


def test_does_not_fit_takes_the_reason_in_plain_words(calls, harbor):
    calls.show(harbor)
    calls.press(K.Key_4)
    form = calls.screen.area.form
    calls.press(K.Key_S, modifier=CONTROL)
    assert form.trouble == "Choose why they said no."
    form.reason.segments[1].click()
    form.who.setFocus()
    calls.write("intake desk")
    calls.press(K.Key_Return, K.Key_Return)
    assert ending_of(calls.now(harbor)) == Rejection(
        RejectionReason.OUT_OF_AREA, "Out of their area. intake desk said so."
    )


@pytest.mark.parametrize(
    ("key", "typed", "business", "tab"),
    [
        (K.Key_2, ("Mr. Daly", "before 3"), BusinessStatus.AWAITING_CALLBACK, "will call back"),
        (K.Key_5, ("machine of the intake",), BusinessStatus.MESSAGE_LEFT, "message left"),
    ],
)
def test_a_promise_or_a_message_leaves_the_referral_asked(calls, harbor, key, typed, business, tab):
    calls.show(harbor)
    calls.press(key)
    for words in typed:
        calls.write(words)
        calls.press(K.Key_Return)
    now = calls.now(harbor)
    assert (now.status, now.business) == (Status.REQUESTED, business)
    assert typed[-1] == now.contacts[0].call.words
    assert calls.tabs() == [f"Harbor Withdrawal Unit, {tab}"]


def test_digits_in_a_line_are_digits(calls, harbor):
    calls.show(harbor)
    calls.press(K.Key_3)
    calls.write("6")
    assert calls.screen.area.form.who.text() == "6"
    assert calls.now(harbor).status is Status.DRAFT


def test_escape_goes_back_and_keeps_what_was_typed(calls, harbor):
    calls.show(harbor)
    calls.press(K.Key_1)
    calls.write("Ms. Alvarez")
    calls.press(K.Key_Escape)
    assert calls.screen.area.grid is not None
    calls.press(K.Key_1)
    assert calls.screen.area.form.name.text() == "Ms. Alvarez"


@pytest.mark.parametrize(
    ("key", "fields", "sentence"),
    [
        (K.Key_1, {}, "Who said yes? Still missing: name, role."),
        (K.Key_1, {"name": "A", "number": " "}, "Who said yes? Still missing: role, phone."),
        (K.Key_2, {}, "Write whom you spoke to, by name or by post."),
        (K.Key_3, {}, "Write whom you spoke to, by name or by post."),
        (K.Key_4, {"reason": "other", "who": "A"}, "Write what the other reason is."),
        (K.Key_4, {"reason": "insurance"}, "Write whom you spoke to, by name or by post."),
    ],
)
def test_what_is_missing_is_said_under_the_form_and_nothing_is_written(calls, harbor, key, fields, sentence):
    calls.show(harbor)
    calls.press(key)
    form = calls.screen.area.form
    form.put(fields)
    calls.press(K.Key_S, modifier=CONTROL)
    assert calls.screen.area.form is form
    assert form.trouble == sentence
    assert {name: form.contents()[name] for name in fields} == fields
    assert (calls.now(harbor).status, calls.now(harbor).seen) == (Status.DRAFT, harbor.seen)


def test_a_time_that_is_none_is_said_before_anything_is_written(calls, harbor):
    calls.show(harbor)
    calls.press(K.Key_1)
    form = calls.screen.area.form
    form.put({"name": "A", "role": "nurse", "held until": "soonish"})
    calls.press(K.Key_S, modifier=CONTROL)
    assert form.trouble == form.held_until.trouble != ""
    assert calls.now(harbor).status is Status.DRAFT


def test_a_fourth_place_for_one_need_is_refused_in_place(calls, casework_desk, visit):
    for place in (HARBOR, RIDGE, NORTHBANK):
        call_on(casework_desk, draft_on(casework_desk, visit, place, "detox"))
    fourth = draft_on(casework_desk, visit, BRIGID, "detox")
    calls.show(fourth)
    calls.press(K.Key_6)
    assert calls.screen.area.grid.trouble.startswith("3 places are asked for this need already.")
    assert calls.now(fourth).status is Status.DRAFT


def test_naming_the_person_needs_a_ground(calls, harbor):
    calls.show(harbor)
    calls.screen.ground.switch.click()
    calls.screen.area.grid.buttons[Outcome.NO_ANSWER].click()
    calls.settle()
    assert calls.screen.area.grid.trouble.startswith("Nobody may be named without a ground.")
    calls.screen.ground.kinds.segments[2].click()
    calls.write("chest pain")
    calls.screen.area.grid.buttons[Outcome.NO_ANSWER].click()
    calls.settle()
    assert calls.screen.area.grid.trouble == "Say in 20 letters or more what the medical emergency is."
    assert calls.now(harbor).status is Status.DRAFT
    calls.screen.ground.words.setFocus()
    calls.write(" and cold sweat since 1 AM")
    calls.screen.area.grid.buttons[Outcome.NO_ANSWER].click()
    calls.settle()
    step = calls.now(harbor).events[-1].step
    assert isinstance(step, Request)
    assert (step.basis.kind, step.call.without_identifiers) == (BasisKind.EMERGENCY, False)
    assert calls.screen.ground.without_identifiers


def test_a_change_by_somebody_else_keeps_the_words_and_offers_to_look_again(calls, casework_desk, harbor):
    calls.show(harbor)
    calls.press(K.Key_3)
    calls.write("Mr. Daly")
    call_on(casework_desk, harbor)
    calls.press(K.Key_Return)
    form = calls.screen.area.form
    assert "changed this referral meanwhile" in form.trouble
    assert form.who.text() == "Mr. Daly"
    form.look.click()
    assert calls.contacts() == ["Calling now", "No answer"]
    calls.press(K.Key_S, modifier=CONTROL)
    assert calls.now(harbor).status is Status.REJECTED


def test_two_pages_on_one_referral_cannot_overwrite_each_other(calls, open_calls, casework_desk, harbor):
    calls.show(harbor)
    other = open_calls(casework_desk)
    other.show(harbor)
    other.press(K.Key_6)
    calls.screen.area.grid.buttons[Outcome.NO_ANSWER].click()
    calls.settle()
    assert "changed this referral meanwhile" in calls.screen.area.grid.trouble
    assert len(calls.now(harbor).contacts) == 1


def test_one_call_is_logged_once_however_often_the_key_is_pressed(calls, harbor):
    calls.show(harbor)
    button = calls.screen.area.grid.buttons[Outcome.NO_ANSWER]
    button.click()
    button.click()
    calls.settle()
    assert len(calls.now(harbor).contacts) == 1


def test_a_started_referral_opens_at_its_number(calls, visit, qtbot):
    with qtbot.waitSignal(calls.page.changed) as told:
        calls.page.start(visit.id, LEHIGH)
    assert told.args == [visit.id]
    assert calls.screen.head.number.text() == "215-555-0109"
    assert calls.screen.situation.referral.need == "detox"


def test_without_a_need_the_kind_of_the_place_is_the_need(calls, casework_desk, qtbot):
    visit = visit_on(casework_desk)
    with qtbot.waitSignal(calls.page.changed):
        calls.page.start(visit.id, LEHIGH)
    assert calls.screen.situation.referral.need == "sobering"


def test_a_place_that_may_not_be_offered_says_so_and_offers_to_look_on(calls, visit, qtbot):
    calls.page.start(visit.id, DO_NOT_REFER)
    calls.settle()
    assert calls.page.shown is calls.page.notice
    assert "do not refer" in calls.page.notice.words.text()
    with qtbot.waitSignal(calls.page.help_wanted) as asked:
        calls.press(K.Key_Return)
    assert asked.args == [visit.id]


def test_the_list_groups_what_is_open_and_counts_it(calls, casework_desk, visit, harbor, ridge, qtbot):
    accepted_on(casework_desk, harbor)
    with qtbot.waitSignal(calls.page.counted) as counted:
        calls.page.show_list()
    assert counted.args == [2]
    rows = [record.spoken for record in calls.page.list.records.records]
    assert rows[0].startswith("Ridge Avenue Recovery Center, Jordan Example, Not called yet")
    assert rows[1].startswith("Harbor Withdrawal Unit, Jordan Example, Accepted")
    calls.page.list.records.opened.emit(harbor.id)
    assert calls.screen.referral_id == harbor.id


def test_a_draft_of_the_yes_survives_the_page(calls, open_calls, casework_desk, harbor, clock):
    began = clock.now
    calls.show(harbor)
    calls.press(K.Key_1)
    calls.write("Ms. Alvarez")
    calls.page.cover()
    clock.forward(minutes=5)
    other = open_calls(casework_desk)
    other.show(harbor)
    assert other.screen.area.form.name.text() == "Ms. Alvarez"
    assert other.screen.area.form.call.when.moment == began


def test_a_draft_of_the_yes_survives_a_lock(open_calls, signed):
    laid = signed(Role.CLINICIAN)
    desk = casework_desk_of(laid.station, laid.actor)
    harbor = draft_on(desk, visit_to_a_man(desk))
    calls = open_calls(desk)
    calls.show(harbor)
    calls.press(K.Key_1)
    calls.write("Ms. Alvarez")
    calls.page.cover()
    calls.page.hide()
    laid.station.lock()
    calls.screen._tick()
    with pytest.raises(UserError):
        calls.now(harbor)
    laid.station.sign_in(Role.CLINICIAN.value, "correct horse battery staple")
    calls.page.show()
    assert calls.screen.area.form.name.text() == "Ms. Alvarez"
    kept = desk.casework.drafts.find(desk.actor, DraftKind.CALL, harbor.id)
    assert kept.content["accepted.name"] == "Ms. Alvarez"


def test_a_logged_call_leaves_no_draft(calls, casework_desk, harbor):
    calls.show(harbor)
    calls.press(K.Key_3)
    calls.write("Mr. Daly")
    calls.page.cover()
    calls.press(K.Key_Return)
    assert casework_desk.casework.drafts.mine(casework_desk.actor) == ()


def test_an_untouched_form_leaves_no_draft(calls, casework_desk, harbor):
    calls.show(harbor)
    calls.press(K.Key_1, K.Key_Escape)
    calls.page.cover()
    calls.settle()
    assert casework_desk.casework.drafts.mine(casework_desk.actor) == ()
