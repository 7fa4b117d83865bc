"""Signing a handoff on its screen, and what is added to it afterwards (P-17)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from navigator.access import Actor, Role
from navigator.referrals.draft import DraftKind
from navigator.referrals.signing import RecordKind
from navigator.ui.signing.strip import NOT_SIGNED
from tests.ui.desk_of_handoff import (
    accepted,
    draft_of,
    said,
    save,
    saved_of,
    screen_on,
    settle,
    told_visit,
    write,
)

HANDOFF = RecordKind.HANDOFF
NOOR = Actor("noor", "Noor", Role.CLINICIAN)


@pytest.fixture
def desk(casework_desk):
    return casework_desk


@pytest.fixture
def referral(desk, clock):
    return accepted(desk, told_visit(desk), clock)


@pytest.fixture
def screen(qtbot, desk, theme, worker, referral):
    return screen_on(qtbot, desk, theme, worker, referral)


@pytest.fixture
def strip(screen):
    return screen.view.strip


def sign_behind(desk, referral) -> None:
    """Another window signs."""
    desk.casework.signing.sign(NOOR, HANDOFF, referral.id)


def signed(screen, qtbot, worker) -> None:
    screen.view.strip.sign.click()
    screen.view.strip.ask.sign.click()
    settle(qtbot, worker)


class TestSigning:
    def test_only_what_is_saved_can_be_signed(self, screen, strip, qtbot, worker):
        assert not strip.isVisible()
        write(screen, "summary", "Man, 34.")
        save(screen, qtbot, worker)
        assert strip.sign.isVisible()
        assert strip.state.text() == NOT_SIGNED
        write(screen, "summary", " Calm.")
        assert not strip.isVisible()

    def test_it_says_what_signing_means_and_waits_until_one_agrees(self, screen, strip, desk, referral, qtbot, worker):
        write(screen, "summary", "Man, 34.")
        save(screen, qtbot, worker)
        strip.sign.click()
        assert "After that nothing in this handoff changes" in said(screen)
        QTest.keyClick(strip.ask.sign, Qt.Key.Key_Escape)
        assert "After that nothing" not in said(screen)
        assert strip.sign.hasFocus()
        assert desk.casework.signing.of(desk.actor, HANDOFF, referral.id) is None

    def test_the_fields_are_closed_and_it_says_who_signed(self, screen, strip, desk, referral, qtbot, worker):
        write(screen, "summary", "Man, 34.")
        save(screen, qtbot, worker)
        signed(screen, qtbot, worker)
        assert desk.casework.signing.of(desk.actor, HANDOFF, referral.id) is not None
        assert strip.state.text() == f"Signed by \u2068{desk.actor.name}\u2069, 2:18 AM"
        assert not any(entry.widget.isEnabled() for entry in screen.view.form.entries.values())
        assert not screen.view.bar.save.isVisible()
        assert screen.view.form.entries["summary"].words() == "Man, 34."


class TestAddenda:
    @pytest.fixture(autouse=True)
    def _is_signed(self, screen, qtbot, worker):
        write(screen, "summary", "Man, 34.")
        save(screen, qtbot, worker)
        signed(screen, qtbot, worker)

    def add(self, strip, qtbot, worker, words="She left at 2:40.", why="The radio log says so.") -> None:
        strip.write.click()
        strip.form.words.setPlainText(words)
        strip.form.reason.setText(why)
        strip.form.add.click()
        settle(qtbot, worker)

    def test_stand_under_the_record_with_their_reason(self, screen, strip, desk, referral, qtbot, worker):
        self.add(strip, qtbot, worker)
        told = said(screen)
        for words in ("She left at 2:40.", "Reason: The radio log says so.", "Added by"):
            assert words in told
        assert not strip.form.isVisible()
        assert len(desk.casework.addenda.of(desk.actor, HANDOFF, referral.id)) == 1

    def test_need_words_and_a_reason(self, strip, desk, referral, qtbot, worker):
        self.add(strip, qtbot, worker, why="")
        assert strip.form.trouble.sentence == "Write why it is added."
        assert strip.form.reason.hasFocus()
        assert desk.casework.addenda.of(desk.actor, HANDOFF, referral.id) == ()

    def test_are_kept_as_one_types_and_found_again(self, screen, strip, desk, referral):
        strip.write.click()
        strip.form.words.setPlainText("She left at 2:40.")
        screen.cover()
        kept = desk.casework.drafts.find(desk.actor, DraftKind.ADDENDUM, referral.id)
        assert kept.content == {"words": "She left at 2:40."}
        strip.form.put({})
        strip.form.left.emit()
        strip.write.click()
        assert strip.form.words.toPlainText() == "She left at 2:40."

    def test_the_draft_goes_with_what_was_added(self, strip, desk, referral, qtbot, worker):
        self.add(strip, qtbot, worker)
        assert desk.casework.drafts.find(desk.actor, DraftKind.ADDENDUM, referral.id) is None
        strip.write.click()
        assert strip.form.content == {}


class TestSignedElsewhere:
    def test_what_was_typed_is_kept_and_may_become_an_addendum(self, screen, strip, desk, referral, qtbot, worker):
        write(screen, "summary", "Man, 34.")
        save(screen, qtbot, worker)
        write(screen, "goal", "to sleep")
        sign_behind(desk, referral)
        save(screen, qtbot, worker)
        assert saved_of(desk, referral).revision == 1
        assert screen.view.form.entries["goal"].words() == ""
        assert "was not saved when this handoff was signed" in screen.view.notice.sentence
        screen.view.notice.button.click()
        settle(qtbot, worker)
        assert strip.form.words.toPlainText() == "Goal, in own words: to sleep"
        assert draft_of(desk, referral) is None

    def test_a_window_that_looks_again_shows_it_closed(self, screen, strip, desk, referral, qtbot, worker):
        write(screen, "summary", "Man, 34.")
        save(screen, qtbot, worker)
        sign_behind(desk, referral)
        screen.hide()
        screen.show()
        assert strip.state.text().startswith("Signed by")
        assert not screen.view.form.entries["summary"].widget.isEnabled()
