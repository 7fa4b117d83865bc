"""Saving a handoff: with parts missing, with times that cannot be, on a full disk."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from navigator.referrals.handoff_groups import Part, Severity
from navigator.referrals.warmth import Warmth
from navigator.ui.handoff.missing_pane import NOT_SAVED
from navigator.ui.handoff.screen import CHECK, HandoffScreen
from navigator.ui.handoff.words import ALL_FOUR
from tests.ui.desk_of_handoff import (
    accepted,
    cap,
    choose,
    draft_of,
    said,
    save,
    saved_of,
    screen_on,
    settle,
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


class TestSaving:
    def test_any_part_may_be_missing(self, screen, desk, referral, qtbot, worker, clock):
        write(screen, "summary", "Man, 34.")
        with qtbot.waitSignal(screen.saved) as saved:
            QTest.keyClick(screen, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        assert saved.args == [referral.id]
        assert saved_of(desk, referral).handoff.ipass.summary == "Man, 34."
        assert saved_of(desk, referral).saved_at == clock()
        assert screen.view.bar.state == "Saved 2:18 AM"
        assert NOT_SAVED not in said(screen)

    def test_it_says_so_when_all_four_are_there(self, screen, desk, referral, qtbot, worker):
        write_all_four(screen)
        assert ALL_FOUR not in screen.view.bar.state
        assert save(screen, qtbot, worker).state == f"Saved 2:18 AM · {ALL_FOUR}"
        handoff = saved_of(desk, referral).handoff
        assert (handoff.person.part, handoff.ipass.read_back_by) == (Part.SPOKE, "Ms. Alvarez")
        assert screen._writing.record.meter(handoff).warmth is Warmth.WARM

    def test_every_field_is_saved(self, screen, desk, referral, qtbot, worker):
        choose(screen, "severity", "Unstable")
        for key in ("goal", "needs", "companion", "children", "pets", "summary", "actions", "awareness"):
            write(screen, key, f"about {key}")
        for key in ("corrections", "transport_by", "received_by", "if_refused"):
            write(screen, key, f"about {key}")
        write(screen, "left_at", "2:16 am")
        screen.view.form.entries["arrived_at"].input.now.click()
        screen.view.form.entries["bedside"].input.click()
        assert save(screen, qtbot, worker).trouble == ""
        handoff = saved_of(desk, referral).handoff
        assert (handoff.ipass.severity, handoff.transport.bedside) == (Severity.UNSTABLE, True)
        assert handoff.transport.arrived_at - handoff.transport.left_at == timedelta(minutes=2)
        assert {handoff.person.goal, handoff.person.pets, handoff.close.if_refused} == {
            "about goal",
            "about pets",
            "about if_refused",
        }

    def test_markup_and_letters_from_right_to_left_stay_as_they_were_typed(self, screen, desk, referral, qtbot, worker):
        write(screen, "awareness", TYPED)
        save(screen, qtbot, worker)
        assert saved_of(desk, referral).handoff.ipass.awareness == TYPED
        screen.show_referral(referral.id)
        assert screen.view.form.entries["awareness"].words() == TYPED

    @pytest.mark.parametrize(
        ("key", "typed", "sentence"),
        [
            ("left_at", "11/20 2 am", "Leaving cannot be before the visit began."),
            ("arrived_at", "half past", "This is no time."),
            ("read_back_at", "11/20 2 am", "The read-back cannot be before the visit began."),
        ],
    )
    def test_an_impossible_time_says_so_under_its_field(
        self, screen, desk, referral, qtbot, worker, key, typed, sentence
    ):
        write(screen, key, typed)
        field = screen.view.form.entries[key].widget
        assert field.trouble.startswith(sentence)
        screen.view.head.back.setFocus()
        assert save(screen, qtbot, worker).trouble == CHECK
        assert screen.view.form.entries[key].input.line.hasFocus()
        assert saved_of(desk, referral).revision == 0

    def test_the_sentence_goes_with_the_time(self, screen):
        write(screen, "arrived_at", "2:15 am")
        write(screen, "left_at", "2:16 am")
        arrived = screen.view.form.entries["arrived_at"].widget
        assert arrived.trouble == "You cannot arrive before you left. Check the times."
        screen.view.form.entries["arrived_at"].input.now.click()
        assert arrived.trouble == ""

    def test_a_full_disk_leaves_what_was_typed(self, screen, desk, closed, referral, qtbot, worker):
        write(screen, "summary", MUCH)
        cap(closed, 1)
        bar = save(screen, qtbot, worker)
        assert "disk" in bar.trouble.casefold()
        assert not bar.look.isVisible()
        assert screen.view.form.entries["summary"].words() == MUCH
        cap(closed, 1073741823)
        assert save(screen, qtbot, worker).trouble == ""
        assert saved_of(desk, referral).handoff.ipass.summary == MUCH

    def test_what_is_typed_while_it_is_being_saved_stays(self, screen, desk, referral, qtbot, worker):
        write(screen, "goal", "sleep")
        screen.view.bar.save.click()
        write(screen, "goal", " well")
        settle(qtbot, worker)
        assert saved_of(desk, referral).handoff.person.goal == "sleep"
        assert screen.view.form.entries["goal"].words() == "sleep well"
        assert screen.view.bar.state.startswith("Not saved yet")
        screen.cover()
        assert draft_of(desk, referral).content["goal"] == "sleep well"

    def test_saving_twice_without_a_change_writes_once(self, screen, desk, referral, qtbot, worker):
        save(screen, qtbot, worker)
        save(screen, qtbot, worker)
        assert saved_of(desk, referral).revision == 1
