"""What a handoff still lacks is always listed, and what is known without typing stands there already."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from navigator.access import Role
from navigator.referrals.follow_up import AFTER
from navigator.referrals.handoff import Handoff, Needed
from navigator.referrals.handoff_groups import Part, PersonTold
from navigator.referrals.steps import Departure
from navigator.referrals.warmth import Criterion
from navigator.ui.handoff.missing_pane import NOT_SAVED, NOTHING
from navigator.ui.handoff.screen import READ_ONLY, HandoffScreen
from navigator.ui.handoff.words import CONFIDENTIAL, NOBODY
from tests.ui.desk_of_casework import casework_desk_of, draft_on
from tests.ui.desk_of_find import ODD_NAME, RIDGE, SAFE_HAVEN, press
from tests.ui.desk_of_handoff import (
    accepted,
    choose,
    listed,
    reason,
    said,
    save,
    save_behind,
    saved_of,
    screen_on,
    told_visit,
    write,
    write_all_four,
)

TYPED = "Drinks a pint a day <b>not bold</b> & shakes. هو هادئ"
MUCH = "word " * 8000


@pytest.fixture
def desk(casework_desk):
    return casework_desk


@pytest.fixture
def visit(desk):
    return told_visit(desk)


@pytest.fixture
def referral(desk, visit, clock):
    return accepted(desk, visit, clock)


@pytest.fixture
def screen(qtbot, desk, theme, worker, referral) -> HandoffScreen:
    return screen_on(qtbot, desk, theme, worker, referral)


class TestWhatIsMissing:
    def test_everything_missing_is_listed_while_nobody_said_yes(self, screen, desk, visit):
        screen.show_referral(draft_on(desk, visit, RIDGE).id)
        assert listed(screen) == ["Who said yes", "Person at the call", "Read-back", "Transport", "Next contact due"]
        assert NOBODY in said(screen)

    @pytest.mark.parametrize(
        ("need", "key"),
        [(Needed.PRESENT, "part"), (Needed.READ_BACK, "read_back_by"), (Needed.TRANSPORT, "transport_by")],
    )
    def test_its_link_puts_the_focus_where_it_is_written(self, screen, need, key):
        screen.view.head.back.setFocus()
        screen.view.pane.rows[need].link.click()
        wanted = screen.view.form.entries[key].input
        assert QApplication.focusWidget() in (wanted, wanted.focusProxy())
        assert not wanted.visibleRegion().isEmpty()

    def test_the_next_contact_is_listed_when_it_is_taken_away(self, screen):
        entry = screen.view.form.entries["next_contact_at"].input
        entry.line.setFocus()
        entry.line.selectAll()
        QTest.keyClick(entry.line, Qt.Key.Key_Delete)
        assert "Next contact due" in listed(screen)
        screen.view.pane.rows[Needed.NEXT_CONTACT].link.click()
        assert entry.line.hasFocus()

    def test_who_said_yes_leads_back_to_the_call(self, screen, desk, visit, qtbot):
        other = draft_on(desk, visit, RIDGE)
        screen.show_referral(other.id)
        screen.view.pane.rows[Needed.ACCEPTOR].link.click()
        assert screen.view.form.receiver.to_call.hasFocus()
        with qtbot.waitSignal(screen.left) as left:
            press(screen, Qt.Key.Key_Return)
        assert left.args == [other.id]

    @pytest.mark.parametrize("need", list(Needed))
    def test_a_reason_takes_it_off_the_list(self, screen, desk, visit, worker, qtbot, need):
        other = draft_on(desk, visit, RIDGE)
        screen.show_referral(other.id)
        before = len(listed(screen))
        reason(screen, need, "No time for it.")
        assert len(listed(screen)) == before - 1
        save(screen, qtbot, worker)
        assert saved_of(desk, other).handoff.absent == {need: "No time for it."}

    def test_a_reason_is_not_kept_for_what_is_there_after_all(self, screen, desk, referral, qtbot, worker):
        reason(screen, Needed.TRANSPORT, "Nobody is free")
        write(screen, "transport_by", "Car 12")
        assert not screen.view.pane.rows[Needed.TRANSPORT].isVisible()
        save(screen, qtbot, worker)
        assert saved_of(desk, referral).handoff.absent == {}

    def test_the_list_and_the_meter_follow_as_one_types_and_say_that_it_is_not_saved(self, screen):
        write_all_four(screen)
        assert listed(screen) == ["Transport"]
        assert "4 of 4" in screen.view.pane.meter.accessibleName()
        assert NOT_SAVED in said(screen)
        assert "Spoke on the phone, 2:14 AM" in said(screen)
        write(screen, "transport_by", "Car 12")
        assert NOTHING in said(screen)

    def test_the_meter_asks_for_a_criterion_and_the_focus_goes_there(self, screen):
        screen.view.pane.meter.rows[Criterion.READ_BACK].add.click()
        assert screen.view.form.entries["read_back_by"].input.hasFocus()

    def test_it_opens_in_the_field_that_was_asked_for(self, screen, referral):
        screen.show_referral(referral.id, Criterion.READ_BACK)
        assert screen.view.form.entries["read_back_by"].input.hasFocus()


class TestWhatStandsThere:
    def test_the_receiver_is_told_with_the_minutes_left_of_the_bed(self, screen, clock):
        told = said(screen)
        assert "\u2068Ms. Alvarez\u2069, intake nurse" in told
        assert "Bed held until 3:14 AM, 56 min left" in told
        clock.forward(minutes=57)
        screen._minute.timeout.emit()
        assert "The bed was held until 3:14 AM. That has passed" in said(screen)

    def test_the_safe_contact_stands_before_the_number(self, screen):
        assert "Safe contact: No voicemail · Text only, after 6 PM · 215-555-0199" in said(screen)
        assert "Spanish · interpreter by phone or video" in said(screen)

    def test_a_confidential_place_has_no_address(self, screen, desk, visit):
        screen.show_referral(draft_on(desk, visit, SAFE_HAVEN).id)
        assert CONFIDENTIAL in said(screen)

    def test_the_next_contact_and_who_follows_up_are_proposed(self, screen, desk, referral, qtbot, worker):
        save(screen, qtbot, worker)
        handoff = saved_of(desk, referral).handoff
        assert handoff.close.next_contact_at == referral.requested_at + AFTER[0]
        assert handoff.close.follows_up == desk.actor.name

    def test_they_are_proposed_too_when_the_call_screen_wrote_the_first_part(self, screen, desk, referral):
        save_behind(desk, referral, Handoff(person=PersonTold(part=Part.PRESENT)))
        screen.show_referral(referral.id)
        assert screen.view.form.entries["next_contact_at"].input.moment == referral.requested_at + AFTER[0]
        assert screen.view.bar.state.startswith("Not saved yet")

    def test_a_reason_against_a_next_contact_is_not_overruled(self, screen, desk, referral):
        save_behind(desk, referral, Handoff(absent={Needed.NEXT_CONTACT: "Wants no call"}))
        screen.show_referral(referral.id)
        assert screen.view.form.entries["next_contact_at"].words() == ""

    def test_who_left_with_the_person_is_proposed(self, screen, desk, referral, clock):
        desk.casework.referrals.move(desk.actor, referral.id, Departure(clock(), "Car 12"), referral.seen)
        screen.show_referral(referral.id)
        assert screen.view.form.entries["transport_by"].words() == "Car 12"
        assert screen.view.form.entries["left_at"].input.moment == clock()

    def test_the_chosen_severity_says_what_it_means(self, screen):
        choose(screen, "severity", "Watcher")
        assert "Watcher: could get worse" in said(screen)

    def test_a_name_with_markup_stands_as_it_is(self, screen, desk, visit):
        screen.show_referral(draft_on(desk, visit, ODD_NAME).id)
        assert ODD_NAME.name in said(screen)

    def test_a_referral_that_is_gone_shows_nothing_of_the_one_before(self, screen):
        screen.show_referral("nowhere")
        assert "This referral is no longer in casework." in said(screen)
        assert "Alvarez" not in said(screen)
        assert "Jordan" not in said(screen)


def test_who_may_only_read_sees_it_and_writes_nothing(desk, referral, closed, signed, theme, worker, qtbot):
    save_behind(desk, referral, Handoff(person=PersonTold(goal="rest")))
    closed.close()
    reader = signed(Role.PRIVACY_OFFICER)
    screen = screen_on(qtbot, casework_desk_of(reader.station, reader.actor), theme, worker, referral)
    assert screen.view.form.entries["goal"].words() == "rest"
    assert screen.view.notice.sentence == READ_ONLY
    assert not screen.view.form.entries["goal"].input.isEnabled()
    assert not screen.view.bar.isVisible()
    assert listed(screen) == []
