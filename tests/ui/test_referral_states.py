"""What can be done with a referral beside calling: accepted, siblings, on hold, ended, put away, started again."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from navigator.access import Role
from navigator.referrals.handoff import Handoff
from navigator.referrals.handoff_groups import IPass, Part, PersonTold
from navigator.referrals.reasons import CancellationReason, CompletionOutcome, FailureReason
from navigator.referrals.status import Status
from navigator.referrals.steps import Cancellation, Completion, Departure, Failure, Hold, Mistake
from navigator.referrals.warmth import Criterion
from navigator.resources.model import Phone, Verification
from navigator.resources.model import Status as EntryStatus
from navigator.ui.referrals import moves
from navigator.ui.referrals.forms.endings import past_day
from navigator.ui.referrals.state_words import ending_of
from tests.ui.desk_of_casework import accepted_on, call_on, casework_desk_of, draft_on, ended_on
from tests.ui.desk_of_find import HARBOR, NORTHBANK, RIDGE, SAFE_HAVEN, TODAY
from tests.ui.desk_of_referrals import Calls, visit_to_a_man

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def visit(casework_desk):
    return visit_to_a_man(casework_desk)


@pytest.fixture
def accepted(casework_desk, visit, clock):
    return accepted_on(casework_desk, draft_on(casework_desk, visit), clock.now + timedelta(minutes=57))


def save(calls: Calls) -> None:
    calls.press(K.Key_S, modifier=CONTROL)


def choose(calls: Calls, key: str) -> None:
    """A line of "More"."""
    calls.screen.area.panel.buttons[moves.MORE].click()
    calls.screen.area.menu.buttons[key].click()
    calls.settle()


def words(calls: Calls) -> str:
    """Everything the panel tells."""
    panel = calls.screen.area.panel
    return " / ".join(label.text() for label in panel.findChildren(type(calls.screen.head.note)))


def test_the_yes_is_shown_with_its_number_and_how_long_the_bed_is_held(calls, accepted):
    calls.show(accepted)
    assert calls.screen.head.number.text() == "215-555-0142"
    assert "The number you called · " in calls.screen.head.note.text()
    assert "Bed held until 3:11 AM: 57 min left" in words(calls)
    assert "1420 Example Street" in words(calls)


def test_a_hold_that_has_passed_says_so(calls, accepted, clock):
    clock.forward(hours=1)
    calls.show(accepted)
    assert "Bed was held until 3:11 AM: 3 min ago. Call and ask." in words(calls)


def test_a_confidential_place_shows_no_address(calls, casework_desk, visit):
    calls.show(accepted_on(casework_desk, draft_on(casework_desk, visit, SAFE_HAVEN)))
    assert "Call; they will tell you where to go." in words(calls)


def test_a_place_that_became_confidential_shows_no_address_any_more(calls, casework_desk, accepted):
    casework_desk.search.put(replace(HARBOR, confidential=True, address=None, area="", place=None))
    calls.show(accepted)
    assert "1420 Example Street" not in words(calls)
    assert "This place is confidential now." in calls.screen.banner.words.text()


def test_the_next_step_is_the_handoff_and_once_it_is_warm_the_plan(calls, casework_desk, accepted, qtbot):
    calls.show(accepted)
    assert calls.panel()[0] == "Finish the handoff"
    handoff = Handoff(person=PersonTold(part=Part.PRESENT), ipass=IPass(read_back_by="Ms. Alvarez"))
    casework_desk.casework.handoffs.save(casework_desk.actor, accepted.id, handoff, 0)
    calls.page.refresh()
    assert calls.panel()[0] == "Make the plan"
    with qtbot.waitSignal(calls.page.plan_wanted) as asked:
        calls.press(K.Key_Return)
    assert asked.args == [accepted.visit_id]


def test_the_handoff_opens_in_place_and_leads_back(calls, accepted):
    calls.show(accepted)
    calls.press(K.Key_Return)
    assert calls.page.shown is calls.page.handoff
    calls.page.handoff.left.emit(accepted.id)
    assert calls.page.shown is calls.screen


def test_what_is_still_open_for_the_need_is_closed_as_not_selected(calls, casework_desk, visit, accepted):
    north = call_on(casework_desk, draft_on(casework_desk, visit, NORTHBANK, "detox"))
    calls.show(accepted)
    assert "Northbank Detox\u2069 is still open for this need." in words(calls)
    calls.screen.area.panel.buttons[moves.SETTLE].click()
    calls.settle()
    assert ending_of(calls.now(north)).reason is CancellationReason.NOT_SELECTED
    assert moves.SETTLE not in calls.screen.area.panel.buttons
    assert "Northbank Detox, not selected" in calls.tabs()


def test_how_the_person_took_part_is_one_click(calls, casework_desk, accepted, clock):
    calls.show(accepted)
    calls.screen.side.meter.rows[Criterion.PRESENT].add.click()
    calls.screen.side.editor.segments.segments[1].click()
    calls.settle()
    saved = casework_desk.casework.handoffs.handoff(casework_desk.actor, accepted.id).handoff
    assert (saved.person.part, saved.person.part_at) == (Part.SPOKE, clock.now)
    assert calls.screen.side.meter.accessibleName().startswith("Handoff 3 of 4. Assisted so far.")


def test_who_read_it_back_is_filled_in_and_saved_by_enter(calls, casework_desk, accepted):
    calls.show(accepted)
    calls.screen.side.meter.rows[Criterion.READ_BACK].add.click()
    assert QApplication.focusWidget().text() == "Ms. Alvarez"
    calls.press(K.Key_Return)
    saved = casework_desk.casework.handoffs.handoff(casework_desk.actor, accepted.id).handoff
    assert saved.ipass.read_back_by == "Ms. Alvarez"
    assert calls.screen.side.editor is None


def test_a_handoff_changed_meanwhile_is_said_and_the_name_stays(calls, casework_desk, accepted):
    calls.show(accepted)
    calls.screen.side.meter.rows[Criterion.READ_BACK].add.click()
    casework_desk.casework.handoffs.save(casework_desk.actor, accepted.id, Handoff(person=PersonTold(goal="Sleep")), 0)
    calls.press(K.Key_Return)
    editor = calls.screen.side.editor
    assert "changed this handoff meanwhile" in editor.field.trouble
    assert editor.entry.text() == "Ms. Alvarez"
    calls.press(K.Key_Return)
    saved = casework_desk.casework.handoffs.handoff(casework_desk.actor, accepted.id).handoff
    assert (saved.ipass.read_back_by, saved.person.goal) == ("Ms. Alvarez", "Sleep")


def test_the_missing_yes_is_added_by_the_first_outcome(calls, casework_desk, visit):
    calls.show(draft_on(casework_desk, visit))
    calls.screen.side.meter.rows[Criterion.ACCEPTED].add.click()
    assert calls.screen.area.form.key == "accepted"


def test_a_referral_that_was_refused_offers_nothing_to_add(calls, casework_desk, visit):
    calls.show(draft_on(casework_desk, visit))
    calls.press(K.Key_3)
    calls.write("Mr. Daly")
    calls.press(K.Key_Return)
    assert not any(row.add.isVisible() for row in calls.screen.side.meter.rows.values())


def test_receiving_counts_only_before_the_team_left(calls, casework_desk, visit, clock):
    harbor = draft_on(casework_desk, visit)
    ended_on(casework_desk, visit)
    clock.forward(minutes=30)
    calls.show(accepted_on(casework_desk, harbor))
    row = calls.screen.side.meter.rows[Criterion.CONTACTED]
    assert "after you had left" in row.accessibleName()
    assert not row.add.isVisible()


def test_on_the_way_is_told_with_the_time_of_leaving(calls, accepted, clock):
    calls.show(accepted)
    calls.screen.area.panel.buttons["departure"].click()
    calls.write("Unit 24")
    save(calls)
    assert calls.now(accepted).departure == Departure(clock.now, "Unit 24")
    assert "On the way since 2:14 AM" in words(calls)
    assert "departure" not in calls.screen.area.panel.buttons


def test_on_hold_needs_its_reason_and_its_day_and_goes_on(calls, accepted):
    calls.show(accepted)
    choose(calls, "hold")
    form = calls.screen.area.form
    save(calls)
    assert form.trouble == "Write what it waits for."
    form.put({"reason": "A blood test"})
    save(calls)
    assert form.trouble == "Choose the day on which to look at it again."
    form.put({"check": "1"})
    save(calls)
    assert calls.now(accepted).hold == Hold("A blood test", TODAY + timedelta(days=1))
    assert "Look at it again tomorrow" in words(calls)
    calls.screen.area.panel.buttons["resumption"].click()
    save(calls)
    assert calls.now(accepted).status is Status.IN_PROGRESS


def test_completed_needs_its_source_and_day(calls, accepted):
    calls.show(accepted)
    choose(calls, "completion")
    form = calls.screen.area.form
    form.put({"outcome": CompletionOutcome.ADMITTED.value})
    save(calls)
    assert form.trouble == "Write who confirmed it."
    form.put({"source": "Ms. Alvarez", "began on": "someday"})
    save(calls)
    assert form.trouble.startswith("This is no day.")
    form.put({"began on": "today"})
    save(calls)
    assert ending_of(calls.now(accepted)) == Completion("Ms. Alvarez", TODAY, CompletionOutcome.ADMITTED)
    assert "Completed: admitted" in words(calls)
    assert not calls.screen.next.isVisible()


@pytest.mark.parametrize(
    ("text", "days"), [("today", 0), ("yesterday", -1), ("sunday", -1), ("monday", 0), ("11/20", -3)]
)
def test_a_day_that_is_told_afterwards_is_the_last_one_of_its_name(text, days):
    assert past_day(text, TODAY) == TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("key", "reason", "ending"),
    [
        ("failure", "no_show", Failure(FailureReason.NO_SHOW, "Did not arrive.")),
        ("cancellation", "person_declined", Cancellation(CancellationReason.PERSON_DECLINED, "The person said no.")),
    ],
)
def test_an_ending_takes_its_reason_and_words_of_its_own(calls, accepted, key, reason, ending):
    calls.show(accepted)
    choose(calls, key)
    save(calls)
    assert calls.screen.area.form.trouble.startswith("Choose why it")
    calls.screen.area.form.put({"reason": reason})
    save(calls)
    assert ending_of(calls.now(accepted)) == ending


def test_another_reason_must_be_written(calls, accepted):
    calls.show(accepted)
    choose(calls, "cancellation")
    calls.screen.area.form.put({"reason": "other"})
    save(calls)
    assert calls.screen.area.form.trouble == "Write why this referral is not needed."


def test_entered_in_error_stays_as_a_struck_tab(calls, accepted):
    calls.show(accepted)
    choose(calls, "mistake")
    calls.write("Wrong person")
    save(calls)
    assert ending_of(calls.now(accepted)) == Mistake("Wrong person")
    assert calls.screen.tabs.row.buttons[0].tab.struck
    assert calls.panel() == []


def test_somebody_elses_referral_cannot_be_marked_as_a_mistake(open_calls, signed):
    laid = signed(Role.SUPERVISOR)
    theirs = casework_desk_of(laid.station, laid.actor)
    accepted = accepted_on(theirs, draft_on(theirs, visit_to_a_man(theirs)))
    laid.station.close()
    laid = signed(Role.CLINICIAN)
    calls = open_calls(casework_desk_of(laid.station, laid.actor))
    calls.show(accepted)
    calls.screen.area.panel.buttons[moves.MORE].click()
    button = calls.screen.area.menu.buttons["mistake"]
    assert not button.isEnabled()
    assert button.accessibleDescription() == "Only supervisor or a supervisor may do this."


def test_a_draft_is_put_away_and_fetched_back(calls, casework_desk, visit):
    harbor = draft_on(casework_desk, visit)
    calls.show(harbor)
    calls.screen.area.grid.more.click()
    calls.screen.area.menu.buttons[moves.DISCARD].click()
    calls.settle()
    assert calls.tabs() == ["Harbor Withdrawal Unit, put away"]
    calls.press(K.Key_Return)
    assert calls.now(harbor).discarded is False
    assert calls.screen.area.grid is not None


def test_an_ended_referral_is_started_again_as_a_new_draft(calls, casework_desk, visit):
    harbor = draft_on(casework_desk, visit)
    calls.show(harbor)
    calls.press(K.Key_3)
    calls.write("Mr. Daly")
    calls.press(K.Key_Return)
    calls.screen.area.panel.buttons[moves.START_AGAIN].click()
    calls.settle()
    assert calls.screen.situation.referral.replaces == harbor.id
    assert calls.tabs() == ["Harbor Withdrawal Unit, no bed", "Harbor Withdrawal Unit, calling"]


def test_a_new_number_is_offered_and_the_old_one_stays_readable(calls, casework_desk, visit):
    harbor = draft_on(casework_desk, visit)
    casework_desk.search.put(replace(HARBOR, phones=(Phone("215-555-0190"),)))
    calls.show(harbor)
    assert "The directory now has 215-555-0190." in calls.screen.banner.words.text()
    calls.screen.banner.acted.emit()
    assert calls.screen.head.number.text() == "215-555-0190"
    assert calls.screen.dialled.number == "215-555-0190"
    calls.press(K.Key_6)
    assert calls.now(harbor).contacts[0].call.number == "215-555-0190"
    assert calls.now(harbor).snapshot.number == "215-555-0142"


def test_a_place_that_closed_since_is_said(calls, casework_desk, visit):
    ridge = draft_on(casework_desk, visit, RIDGE)
    casework_desk.search.put(replace(RIDGE, status=EntryStatus.CLOSED))
    calls.show(ridge)
    assert calls.screen.banner.words.text() == "The directory now says that this place is closed."


def test_another_number_of_the_place_can_be_dialled(calls, casework_desk, visit):
    two = replace(RIDGE, phones=(Phone("215-555-0118"), Phone("215-555-0119", words="Nurses' station")))
    casework_desk.search.put(two)
    ridge = draft_on(casework_desk, visit, two)
    calls.show(ridge)
    calls.screen.head.others[0].click()
    calls.press(K.Key_6)
    assert calls.now(ridge).contacts[0].call.number == "215-555-0119"


def test_who_may_only_read_sees_the_calls_and_can_change_nothing(open_calls, signed):
    laid = signed(Role.CLINICIAN)
    desk = casework_desk_of(laid.station, laid.actor)
    referral = call_on(desk, draft_on(desk, visit_to_a_man(desk)))
    laid.station.close()
    reader = signed(Role.PRIVACY_OFFICER)
    calls = open_calls(casework_desk_of(reader.station, reader.actor))
    calls.show(referral)
    calls.press(K.Key_6)
    assert calls.contacts() == ["No answer"]
    assert calls.panel() == []
    assert not calls.screen.tabs.add.isVisible()


def test_the_last_check_of_a_place_is_no_change(calls, casework_desk, visit):
    harbor = draft_on(casework_desk, visit)
    assert isinstance(HARBOR.verified, Verification)
    casework_desk.search.put(replace(HARBOR, verified=None))
    calls.show(harbor)
    assert calls.screen.banner is None
