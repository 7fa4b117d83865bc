"""What is signed is what was read: a change takes the signature away, and who may sign is said (P-08, P-24)."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from navigator.city import Signer
from navigator.referrals.consent import Category, ConsentKind
from navigator.referrals.person import Identity
from navigator.referrals.snapshot import snapshot_of
from navigator.ui.consent.read_aloud import ReadAloud
from navigator.ui.consent.screen import consent_screen
from navigator.ui.consent.signed_form import SIGN_AGAIN
from tests.ui.desk_of_casework import visit_on
from tests.ui.desk_of_find import HARBOR, RIDGE, in_front
from tests.ui.test_consent_screen import save, sign

BORN_2012 = Identity(given_name="Bea", family_name="Young", birth_year=2012)


@pytest.fixture
def visit(casework_desk):
    return visit_on(casework_desk)


@pytest.fixture
def opened(casework_desk, visit, qtbot, theme, worker):
    """The screen for a place, shown; qtbot alone would let one go that a test does not keep."""
    shown = []

    def build(place=HARBOR, who=visit):
        taken = snapshot_of(place, casework_desk.clock(), casework_desk.city.zone) if place else None
        screen = consent_screen(casework_desk, casework_desk.casework, theme, worker, who.person.id, who.id, taken)
        qtbot.addWidget(screen)
        screen.resize(900, 1400)
        screen.show()
        shown.append(screen)
        return screen

    return build


def enter_to(target: QWidget) -> None:
    """Enter goes on to the next input, as often as it takes."""
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is target or target.isAncestorOf(focused):
            return
        QTest.keyClick(focused, Qt.Key.Key_Return)
    raise AssertionError("Enter does not lead there.")


def heard(screen) -> str:
    return screen.findChild(ReadAloud).words.text()


CHANGES = {
    "more is told": lambda form: form.categories.boxes[Category.MEDICINES].click(),
    "another purpose": lambda form: QTest.keyClicks(form.purpose, " soon"),
    "another end": lambda form: form.ends.segments[2].click(),
    "also for operations": lambda form: form.tpo.click(),
    "somebody else is told": lambda form: form.to.segments[1].click(),
    "somebody else signs": lambda form: form.signer.segments[1].click(),
}


@pytest.mark.parametrize("case", CHANGES)
def test_what_is_changed_after_the_signature_is_signed_again(opened, case):
    form = opened().form
    sign(form)
    CHANGES[case](form)
    assert form.pad.strokes == ()
    assert form.fields["pad"].trouble == SIGN_AGAIN
    sign(form)
    assert form.pad.is_signed
    assert form.fields["pad"].trouble == ""


def test_the_sentence_stays_while_more_is_typed(opened):
    form = opened().form
    sign(form)
    QTest.keyClicks(form.purpose, " tonight")
    assert form.fields["pad"].trouble == SIGN_AGAIN


def test_ticking_what_was_said_leaves_the_signature(opened, qtbot):
    screen = opened()
    sign(screen.form)
    screen.form.told_of_right.click()
    assert save(qtbot, screen).consent.strokes == screen.form.pad.strokes


def test_a_signature_for_one_place_is_none_for_another(opened):
    first = opened()
    sign(first.form)
    assert first.flush() == ""
    other = opened(RIDGE).form
    assert other.pad.strokes == ()
    assert other.fields["pad"].trouble == SIGN_AGAIN


def test_a_draft_for_a_place_goes_on_without_one(opened):
    first = opened()
    sign(first.form)
    assert first.flush() == ""
    form = opened(None).form
    assert form.pad.strokes == ()
    form.save.click()
    assert form.fields["recipient"].trouble == "Write who may be told."
    assert form.fields["recipient"].isVisible()


def test_a_signature_of_yesterday_is_none_of_today(opened, clock, qtbot):
    screen = opened()
    sign(screen.form)
    screen.form.told_of_right.click()
    clock.forward(hours=24)
    screen.form.save.click()
    assert "Let the person sign" in screen.form.trouble
    assert screen.form.pad.strokes == ()


def test_a_signature_can_be_cleared_without_a_keyboard(opened):
    form = opened().form
    assert not form.clear.isVisible()
    sign(form)
    form.clear.click()
    assert form.pad.strokes == ()
    assert not form.clear.isVisible()


def test_a_touch_is_no_signature(opened):
    form = opened().form
    QTest.mouseClick(form.pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert not form.pad.is_signed


def test_what_is_read_aloud_says_what_is_ticked_by_now(opened):
    screen = opened()
    assert heard(screen).startswith(f"May we tell {HARBOR.name} who you are and what help you need?")
    assert "medicines" not in heard(screen)
    screen.form.categories.boxes[Category.MEDICINES].click()
    assert "your medicines and allergies" in heard(screen)
    screen.form.to.segments[1].click()
    QTest.keyClicks(screen.form.recipient, "Mr. Daly")
    assert heard(screen).startswith("May we tell Mr. Daly who you are")
    assert HARBOR.name not in heard(screen)


def test_what_is_read_aloud_says_no_is_fine_and_how_to_take_it_back(opened, casework_desk):
    words = heard(opened())
    assert "You may say no." in words
    assert casework_desk.casework.law.take_back in words


def test_the_statements_for_later_use_are_read_aloud_when_it_is_for_that(opened):
    screen = opened()
    assert "pass it on" not in heard(screen)
    screen.form.tpo.click()
    assert "Whoever is told may pass it on." in heard(screen)


def test_each_statement_is_asked_for_under_its_own_box(opened):
    form = opened().form
    sign(form)
    form.save.click()
    assert "can take it back" in form.fields["told_of_right"].trouble
    form.told_of_right.click()
    form.tpo.click()
    form.save.click()
    assert "pass it on" in form.fields["redisclosure"].trouble
    form.told_redisclosure.click()
    form.save.click()
    assert "do not sign" in form.fields["refusal"].trouble


def test_an_adult_signs_and_nobody_for_them(opened):
    form = opened().form
    form.told_of_right.click()
    form.signer.segments[1].click()
    form.signed_by.setText("Lee Example")
    sign(form)
    form.save.click()
    assert form.fields["signer"].trouble == "At this age the person signs."


def test_the_name_goes_with_who_signs(opened):
    form = opened().form
    assert form.signed_by.text() == "Jordan Example"
    form.signer.segments[1].click()
    assert form.signed_by.text() == ""
    form.signer.segments[0].click()
    assert form.signed_by.text() == "Jordan Example"


def test_who_may_sign_for_a_minor_is_said_as_the_city_has_it(opened, casework_desk):
    form = opened(who=visit_on(casework_desk, BORN_2012)).form
    said = form.signer.accessibleDescription()
    rule = casework_desk.casework.law.signer(13)
    words = {
        Signer.THEMSELVES: "the person signs",
        Signer.EITHER: "or a parent or guardian",
        Signer.PARENT_OR_GUARDIAN: "a parent or guardian signs",
        Signer.ASK_SUPERVISOR: "supervisor decides",
    }
    assert words[rule] in said


def test_a_consent_on_paper_is_written_by_keys_alone(opened, qtbot):
    screen = opened()
    in_front(qtbot, screen)
    screen.take_focus()
    enter_to(screen.form.ends)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    enter_to(screen.form.told_of_right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    enter_to(screen.form.kind)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    enter_to(screen.form.signed_by)
    with qtbot.waitSignal(screen.saved) as saved:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    consent = saved.args[0].consent
    assert consent.kind is ConsentKind.ON_PAPER
    assert (consent.expires_on - consent.signed_at.date()).days in (6, 7)
