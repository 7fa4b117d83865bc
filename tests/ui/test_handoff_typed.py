"""What was typed and not saved: kept as one types, the author's alone, merged with what others saved."""

import pytest
from PySide6.QtCore import Qt

from navigator.access import Role
from navigator.referrals.draft import DraftKind
from navigator.referrals.handoff import Handoff
from navigator.referrals.handoff_groups import PersonTold
from navigator.ui.handoff.screen import HandoffScreen
from tests.ui.desk_of_casework import casework_desk_of, draft_on
from tests.ui.desk_of_find import RIDGE, press
from tests.ui.desk_of_handoff import (
    accepted,
    cap,
    draft_of,
    save,
    save_behind,
    saved_of,
    screen_on,
    settle,
    told_visit,
    write,
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


class TestWhatWasTyped:
    def test_it_survives_a_crash_of_the_screen(self, screen, desk, theme, worker, referral, qtbot, clock):
        write(screen, "goal", "sleep")
        qtbot.waitUntil(lambda: draft_of(desk, referral) is not None)
        clock.forward(minutes=3)
        after = screen_on(qtbot, desk, theme, worker, referral)
        assert after.view.form.entries["goal"].words() == "sleep"
        assert after.view.notice.sentence == "Restored what you typed at 2:18 AM."

    def test_it_can_be_thrown_away_and_brought_back(self, screen, desk, theme, worker, referral, qtbot):
        write(screen, "goal", "sleep")
        screen.cover()
        after = screen_on(qtbot, desk, theme, worker, referral)
        after.view.notice.button.click()
        settle(qtbot, worker)
        assert after.view.form.entries["goal"].words() == ""
        assert draft_of(desk, referral) is None
        after.view.notice.button.click()
        assert after.view.form.entries["goal"].words() == "sleep"
        after.cover()
        assert draft_of(desk, referral).content["goal"] == "sleep"

    def test_it_survives_a_lock(self, screen, desk, closed, referral, qtbot, worker, signed):
        write(screen, "goal", "sleep")
        screen.cover()
        screen.window().hide()
        closed.lock()
        signed(Role.CLINICIAN)
        screen.window().show()
        assert screen.view.form.entries["goal"].words() == "sleep"
        assert draft_of(desk, referral).content["goal"] == "sleep"
        assert save(screen, qtbot, worker).trouble == ""

    def test_it_belongs_to_its_author(self, screen, closed, referral, theme, worker, qtbot, signed):
        write(screen, "goal", "sleep")
        screen.cover()
        screen.window().hide()
        closed.close()
        other = signed(Role.SUPERVISOR)
        theirs = screen_on(qtbot, casework_desk_of(other.station, other.actor), theme, worker, referral)
        assert theirs.view.form.entries["goal"].words() == ""
        assert theirs.view.notice.sentence == ""

    def test_esc_leaves_and_what_was_typed_is_there_again(self, screen, desk, visit, referral, qtbot):
        write(screen, "goal", "sleep")
        with qtbot.waitSignal(screen.left) as left:
            press(screen, Qt.Key.Key_Escape)
        assert left.args == [referral.id]
        assert draft_of(desk, referral).content["goal"] == "sleep"
        screen.show_referral(draft_on(desk, visit, RIDGE).id)
        assert screen.view.form.entries["goal"].words() == ""
        screen.show_referral(referral.id)
        assert screen.view.form.entries["goal"].words() == "sleep"

    def test_it_is_there_again_after_another_handoff_though_no_draft_could_be_kept(
        self, screen, closed, desk, visit, referral
    ):
        other = draft_on(desk, visit, RIDGE)
        cap(closed, 1)
        write(screen, "summary", MUCH)
        screen.show_referral(other.id)
        screen.show_referral(referral.id)
        assert draft_of(desk, referral) is None
        assert screen.view.form.entries["summary"].words() == MUCH

    def test_a_saved_handoff_leaves_no_draft(self, screen, desk, referral, qtbot, worker):
        write(screen, "goal", "sleep")
        screen.cover()
        save(screen, qtbot, worker)
        assert draft_of(desk, referral) is None

    def test_what_is_taken_back_leaves_no_draft(self, screen, desk, referral, qtbot, worker):
        write(screen, "companion", "A")
        screen.cover()
        press(screen, Qt.Key.Key_Backspace)
        settle(qtbot, worker)
        assert draft_of(desk, referral) is None

    def test_a_disk_that_cannot_keep_it_is_told_and_nothing_is_lost(self, screen, closed, qtbot, desk, referral):
        cap(closed, 1)
        write(screen, "summary", MUCH)
        screen.cover()
        assert "disk" in screen.view.bar.trouble.casefold()
        cap(closed, 1073741823)
        write(screen, "summary", "!")
        qtbot.waitUntil(lambda: screen.view.bar.trouble == "")
        assert draft_of(desk, referral).content["summary"] == f"{MUCH}!"


class TestTwoScreens:
    def test_the_second_to_save_is_told_and_keeps_what_was_typed(self, screen, desk, referral, qtbot, worker):
        write(screen, "goal", "sleep")
        save_behind(desk, referral, Handoff(person=PersonTold(goal="rest", pets="a cat")))
        bar = save(screen, qtbot, worker)
        assert bar.trouble.startswith(f"{desk.actor.name} changed this handoff meanwhile.")
        assert screen.view.form.entries["goal"].words() == "sleep"
        assert saved_of(desk, referral).handoff.person.goal == "rest"

    def test_looking_again_merges_and_says_what_differs(self, screen, desk, referral, qtbot, worker):
        write(screen, "goal", "sleep")
        save_behind(desk, referral, Handoff(person=PersonTold(goal="rest", pets="a cat")))
        save(screen, qtbot, worker).look.click()
        assert screen.view.form.entries["goal"].words() == "sleep"
        assert screen.view.form.entries["pets"].words() == "a cat"
        assert "Differs, and yours is shown: Goal, in own words." in screen.view.notice.sentence
        assert "Pets" not in screen.view.notice.sentence.split("New from them")[0]
        save(screen, qtbot, worker)
        kept = saved_of(desk, referral)
        assert (kept.revision, kept.handoff.person.goal, kept.handoff.person.pets) == (2, "sleep", "a cat")

    def test_what_others_saved_shows_when_nothing_is_typed_here(self, screen, desk, referral):
        save_behind(desk, referral, Handoff(person=PersonTold(goal="rest")))
        screen.window().hide()
        screen.window().show()
        assert screen.view.form.entries["goal"].words() == "rest"

    def test_it_is_told_on_coming_back_when_something_is_typed_here(self, screen, desk, referral):
        write(screen, "goal", "sleep")
        save_behind(desk, referral, Handoff(person=PersonTold(goal="rest")))
        screen.window().hide()
        screen.window().show()
        assert screen.view.bar.look.isVisible()
        assert screen.view.form.entries["goal"].words() == "sleep"

    def test_a_draft_from_before_is_laid_over_what_others_saved(self, screen, desk, theme, worker, referral, qtbot):
        write(screen, "goal", "sleep")
        screen.cover()
        typed = draft_of(desk, referral).content
        save_behind(desk, referral, Handoff(person=PersonTold(goal="rest", pets="a cat")))
        desk.casework.drafts.keep(desk.actor, DraftKind.HANDOFF, referral.id, typed)
        after = screen_on(qtbot, desk, theme, worker, referral)
        assert after.view.form.entries["goal"].words() == "sleep"
        assert after.view.form.entries["pets"].words() == "a cat"
        assert "Differs, and yours is shown: Goal, in own words." in after.view.notice.sentence
