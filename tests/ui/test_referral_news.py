"""What a place tells inside a status, and that the person arrived, on the call screen (R-03)."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from navigator.referrals.status import BusinessStatus, Status
from navigator.referrals.steps import Departure, Progress
from navigator.referrals.within import WITHIN
from navigator.ui.referrals import moves
from navigator.ui.referrals.news_words import NEWS
from tests.ui.desk_of_casework import accepted_on, call_on, draft_on
from tests.ui.desk_of_referrals import Calls, visit_to_a_man

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def visit(casework_desk):
    return visit_to_a_man(casework_desk)


@pytest.fixture
def accepted(casework_desk, visit):
    return accepted_on(casework_desk, draft_on(casework_desk, visit))


def open_news(calls: Calls):
    """By "More", where nothing is being called, else from the outcomes."""
    calls.screen._forms.show_more()
    calls.screen.area.menu.buttons["news"].click()
    calls.settle()
    return calls.screen.area.form


def save(calls: Calls) -> None:
    calls.press(K.Key_S, modifier=CONTROL)


def told(calls: Calls) -> str:
    panel = calls.screen.area.panel
    return " / ".join(label.text() for label in panel.findChildren(type(calls.screen.head.note)))


def test_what_may_be_said_follows_the_status(calls, casework_desk, visit, accepted):
    called = call_on(casework_desk, draft_on(casework_desk, visit, need="meals"))
    for referral in (accepted, called):
        calls.show(referral)
        offered = {words for words in NEWS.values() if words in shown(open_news(calls))}
        assert offered == {words for said, words in NEWS.items() if referral.status in WITHIN[said]}


def shown(form) -> list[str]:
    return [segment.text() for segment in form.what.segments]


def test_an_appointment_needs_its_time_and_then_stands_on_the_panel(calls, accepted, clock):
    calls.show(accepted)
    form = open_news(calls)
    assert not form.fields["appointment"].isVisible()
    save(calls)
    assert form.trouble == "Choose what they told you."
    form.put({"what": str(BusinessStatus.APPOINTMENT_SET)})
    assert form.fields["appointment"].isVisible()
    save(calls)
    assert form.trouble.startswith("Write when the appointment is")
    form.when.put(clock.now + timedelta(hours=6))
    form.put({"words": "Ms. Lee: bring the letter."})
    save(calls)
    when = clock.now + timedelta(hours=6)
    news = Progress(BusinessStatus.APPOINTMENT_SET, clock.now, "Ms. Lee: bring the letter.", when=when)
    assert calls.now(accepted).news == news
    assert "Appointment: 8:14 AM. \u2068Ms. Lee: bring the letter." in told(calls)
    clock.forward(hours=7)
    calls.page.refresh()
    assert "Appointment: 8:14 AM (has passed)" in told(calls)


def test_enter_passes_over_the_time_that_is_not_asked(calls, accepted):
    calls.show(accepted)
    form = open_news(calls)
    form.put({"what": str(BusinessStatus.AWAITING_DOCUMENTS)})
    form.what.segments[shown(form).index("They wait for papers")].setFocus()
    calls.press(K.Key_Return)
    assert QApplication.focusWidget() is form.words
    save(calls)
    assert form.trouble == "Write which papers they wait for."


def test_what_is_told_while_one_calls_stands_under_the_number_and_on_the_tab(calls, casework_desk, visit):
    called = call_on(casework_desk, draft_on(casework_desk, visit))
    calls.show(called)
    form = open_news(calls)
    form.put({"what": str(BusinessStatus.WAITLISTED), "words": "Third on the list, says the desk."})
    save(calls)
    assert calls.now(called).status is Status.REQUESTED
    assert "On the waiting list. \u2068Third on the list, says the desk." in calls.screen.head.note.text()


def test_what_was_typed_comes_back_with_its_time(calls, accepted):
    calls.show(accepted)
    form = open_news(calls)
    form.put({"what": str(BusinessStatus.APPOINTMENT_SET), "words": "Half typed"})
    form.typed.emit()
    calls.press(K.Key_Escape)
    again = open_news(calls)
    assert (again.words.text(), again.fields["appointment"].isVisible()) == ("Half typed", True)


def test_arrived_is_told_once_the_person_left_and_not_before_that(calls, casework_desk, accepted, clock):
    left = clock.now
    casework_desk.casework.referrals.move(casework_desk.actor, accepted.id, Departure(left, "We drive"), accepted.seen)
    clock.forward(minutes=20)
    calls.show(accepted)
    calls.screen.area.panel.buttons["arrival"].click()
    form = calls.screen.area.form
    form.at.put(left - timedelta(minutes=1))
    save(calls)
    assert form.trouble.startswith("Arriving cannot be before leaving")
    form.at.put(clock.now)
    save(calls)
    assert calls.now(accepted).business is BusinessStatus.ARRIVED
    assert "Arrived. Left at 2:14 AM, \u2068We drive" in told(calls)
    assert "arrival" not in calls.screen.area.panel.buttons
    assert moves.MORE in calls.screen.area.panel.buttons
