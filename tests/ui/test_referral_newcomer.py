"""What a person who had never seen the call screen misread: each time and each number is what somebody said."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from navigator.referrals.calls import CallOutcome
from navigator.referrals.handoff import Handoff
from navigator.referrals.handoff_groups import Transport
from navigator.referrals.person import Identity
from navigator.referrals.steps import Acceptance, Departure
from navigator.resources.model import Status as EntryStatus
from navigator.ui.referrals import moves
from navigator.ui.referrals.age import Age, age_of
from tests.ui.desk_of_casework import accepted_on, call_on, draft_on
from tests.ui.desk_of_find import NORTHBANK, NUMBERLESS, RIDGE
from tests.ui.desk_of_referrals import visit_to_a_man

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PROMISE = "said they will call back: before 3 (\u2068Dr. A\u2069, called 2:14 AM)"


@pytest.fixture
def visit(casework_desk):
    return visit_to_a_man(casework_desk)


@pytest.fixture
def harbor(casework_desk, visit):
    return draft_on(casework_desk, visit)


@pytest.fixture
def accepted(casework_desk, harbor, clock):
    return accepted_on(casework_desk, harbor, clock.now + timedelta(minutes=57))


def promise(calls, referral) -> None:
    calls.show(referral)
    calls.press(K.Key_2)
    calls.write("Dr. A")
    calls.press(K.Key_Return)
    calls.write("before 3")
    calls.press(K.Key_S, modifier=CONTROL)


def save(calls) -> None:
    calls.press(K.Key_S, modifier=CONTROL)


def test_a_promise_to_call_back_is_told_as_it_was_said(calls, casework_desk, visit, harbor):
    promise(calls, harbor)
    line = calls.screen.side.timeline.lines[0]
    assert (line.title, line.detail, line.at) == (
        "Said they will call back: before 3",
        "\u2068Dr. A\u2069, called 2:14 AM",
        "",
    )
    calls.show(call_on(casework_desk, draft_on(casework_desk, visit, RIDGE)))
    assert calls.screen.next.words.text() == f"215-555-0142 · {PROMISE}"


def test_who_will_call_back_is_not_called_before_a_place_that_was_not(calls, casework_desk, visit, harbor):
    promise(calls, harbor)
    ridge = draft_on(casework_desk, visit, RIDGE)
    calls.show(ridge)
    assert calls.screen.situation.next_one is None
    assert not calls.screen.next.isVisible()
    call_on(casework_desk, ridge)
    calls.page.refresh()
    assert calls.screen.situation.next_one.id == harbor.id


def test_who_gave_no_answer_is_tried_before_who_will_call_back(calls, casework_desk, visit, harbor, clock):
    promise(calls, harbor)
    clock.forward(minutes=1)
    north = call_on(casework_desk, draft_on(casework_desk, visit, NORTHBANK, "detox"))
    calls.show(call_on(casework_desk, draft_on(casework_desk, visit, RIDGE)))
    assert calls.screen.situation.next_one.id == north.id


def test_a_place_without_a_number_is_not_being_called(calls, casework_desk, visit, clock):
    nowhere = draft_on(casework_desk, visit, NUMBERLESS)
    calls.show(nowhere)
    head = calls.screen.head
    assert (calls.screen.began_at, calls.contacts()) == (None, [])
    assert not head.clock.isVisible()
    assert not head.restart.isVisible()
    assert head.title.text() == f"\u2068{NUMBERLESS.name}\u2069"
    assert head.note.text().startswith("No number known. Call 211 (")
    calls.press(K.Key_6)
    save(calls)
    call = calls.now(nowhere).contacts[0].call
    assert (call.began_at, call.outcome) == (clock.now, CallOutcome.NO_ANSWER)


def test_the_number_that_was_called_is_nobodys_own(calls, accepted):
    calls.show(accepted)
    assert calls.screen.head.note.text() == "The number you called · \u2068Ms. Alvarez\u2069, \u2068intake nurse\u2069"


def test_another_number_is_for_who_said_yes(calls, casework_desk, harbor, clock):
    yes = Acceptance("Ms. Alvarez", "intake nurse", "215-555-0177", clock.now)
    calls.show(call_on(casework_desk, harbor, CallOutcome.ANSWERED, yes))
    assert calls.screen.head.note.text() == "Number for \u2068Ms. Alvarez\u2069, \u2068intake nurse\u2069"


def test_the_handoff_is_opened_by_itself_and_leads_back(calls, accepted):
    calls.page.show_handoff(accepted.id)
    assert calls.page.shown is calls.page.handoff
    calls.page.handoff.left.emit(accepted.id)
    assert calls.page.shown is calls.screen
    assert calls.screen.referral_id == accepted.id


def test_a_handoff_asked_for_while_hidden_opens_once_the_page_is_shown(calls, harbor, accepted):
    calls.page.hide()
    calls.page.show_handoff(accepted.id)
    assert calls.page.shown is not calls.page.handoff
    calls.page.show()
    assert calls.page.shown is calls.page.handoff
    calls.page.show_referral(accepted.id)
    assert calls.page.shown is calls.screen


def test_a_bed_is_held_longer_by_its_new_time(calls, accepted, clock):
    calls.show(accepted)
    calls.screen.area.panel.buttons[moves.MORE].click()
    calls.screen.area.menu.buttons["bed"].click()
    calls.write("4:30")
    save(calls)
    assert calls.now(accepted).bed_held_until == datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    told = [label.text() for label in calls.screen.area.panel.findChildren(type(calls.screen.head.note))]
    assert "Bed held until 4:30 AM: 2 h 16 min left" in told
    calls.page.show_handoff(accepted.id)
    assert "Bed held until 4:30 AM" in calls.page.handoff.view.form.receiver.accessibleName()


def test_on_the_way_begins_with_what_the_handoff_says(calls, casework_desk, accepted, clock):
    clock.forward(minutes=20)
    left = clock.now - timedelta(minutes=5)
    told = Handoff(transport=Transport(by="Unit 24", left_at=left))
    casework_desk.casework.handoffs.save(casework_desk.actor, accepted.id, told, 0)
    calls.show(accepted)
    calls.screen.area.panel.buttons["departure"].click()
    save(calls)
    assert calls.now(accepted).departure == Departure(left, "Unit 24")


@pytest.mark.parametrize(
    ("identity", "age"),
    [
        (Identity(birth_year=1984), Age(42, about=True)),
        (Identity(born_on=date(1984, 11, 23)), Age(42)),
        (Identity(born_on=date(1984, 11, 24)), Age(41)),
        (Identity(born_on=date(2026, 11, 1)), Age(0)),
        (Identity(birth_year=2027), None),
        (Identity(described="Red coat"), None),
    ],
)
def test_an_age_is_told_from_the_birth(identity, age):
    assert age_of(identity, date(2026, 11, 23)) == age


def test_the_script_says_an_age_where_the_visit_has_no_band(calls, casework_desk):
    calls.show(draft_on(casework_desk, visit_to_a_man(casework_desk, age_band=None)))
    assert "I am with a man, about 34, who needs" in calls.screen.say.accessibleName()


def test_a_place_that_was_closed_when_it_was_chosen_says_until_when(calls, casework_desk, visit):
    closed = replace(
        RIDGE,
        status=EntryStatus.TEMPORARILY_CLOSED,
        status_until=date(2026, 12, 1),
        status_reason="burst pipe",
    )
    casework_desk.search.put(closed)
    calls.show(draft_on(casework_desk, visit, closed))
    assert calls.screen.head.note.text() == "Closed until Tuesday, December 1: burst pipe."
    assert calls.screen.banner is None


@pytest.mark.parametrize(
    ("key", "fields", "under", "sentence"),
    [
        (K.Key_4, {"who": "Mr. Daly"}, "reason", "Choose why they said no."),
        (K.Key_1, {"name": "Ms. Alvarez"}, "role", "Who said yes? Still missing: role."),
        (K.Key_3, {}, "who", "Write whom you spoke to, by name or by post."),
    ],
)
def test_what_is_missing_is_said_under_its_field_with_the_focus_there(calls, harbor, key, fields, under, sentence):
    calls.show(harbor)
    calls.press(key)
    form = calls.screen.area.form
    form.put(fields)
    save(calls)
    said = {name: field.trouble for name, field in form.fields.items() if field.trouble}
    assert said == {under: sentence}
    entry = form.fields[under].entry
    assert (entry.focusProxy() or entry).hasFocus()
    assert calls.now(harbor).seen == harbor.seen
    form.tell_typed()
    assert form.trouble == ""


def test_a_missing_day_of_a_hold_is_said_under_the_days(calls, accepted):
    calls.show(accepted)
    calls.screen._act("hold")
    form = calls.screen.area.form
    form.put({"reason": "A blood test"})
    save(calls)
    assert form.fields["check"].trouble == "Choose the day on which to look at it again."
