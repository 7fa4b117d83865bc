"""Naming the person on a call: the grounds that stand, the consent that names this place, the ways that remain."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from navigator.city import Signer
from navigator.referrals.bases import BasisKind
from navigator.referrals.consent import Category, Consent, ConsentKind
from navigator.referrals.status import Status
from navigator.ui.referrals.ground import NO_CONSENT
from navigator.ui.referrals.outcomes import Outcome
from tests.ui.desk_of_casework import draft_on
from tests.ui.desk_of_find import HARBOR, RIDGE
from tests.ui.desk_of_referrals import visit_to_a_man


@pytest.fixture
def visit(casework_desk):
    return visit_to_a_man(casework_desk)


@pytest.fixture
def harbor(casework_desk, visit):
    return draft_on(casework_desk, visit)


def consent_on(desk, visit, place=HARBOR):
    """A consent on paper to that place."""
    paper = Consent(
        person_id=visit.person.id,
        visit_id=visit.id,
        kind=ConsentKind.ON_PAPER,
        discloser="The team",
        categories=(Category.NEED,),
        described="Who it is.",
        recipient=place.name,
        recipient_service_id=place.service_id,
        purpose="To find a bed.",
        told_of_right=True,
        expires_on=None,
        expires_event="He is settled.",
        signed_by=visit.person.called,
        signer=Signer.THEMSELVES,
        signed_at=desk.clock(),
    )
    return desk.casework.consents.record(desk.actor, paper)


def name_on(calls, kind: BasisKind) -> None:
    ground = calls.screen.ground
    if not ground.switch.isChecked():
        ground.switch.click()
    next(one for one in ground.kinds.segments if one.text() == _WORDS[kind]).click()


_WORDS = {
    BasisKind.CONSENT: "Consent",
    BasisKind.TREATMENT: "Treatment",
    BasisKind.THREAT: "Serious threat",
    BasisKind.LAW: "Law or court order",
}


def say_nobody_answered(calls) -> None:
    calls.screen.area.grid.buttons[Outcome.NO_ANSWER].click()
    calls.settle()


@pytest.mark.parametrize("kind", [BasisKind.TREATMENT, BasisKind.THREAT])
def test_a_ground_that_part_2_closes_says_why_and_what_remains_and_logs_nothing(calls, harbor, kind):
    calls.show(harbor)
    name_on(calls, kind)
    said = calls.screen.ground.fallen.text()
    assert "Part 2" in said
    assert "What remains: call without naming the person; let the person sign" in said
    if kind is BasisKind.THREAT:
        calls.screen.ground.words.setText("He has a knife and said so.")
    say_nobody_answered(calls)
    assert "Part 2" in calls.screen.area.grid.trouble
    assert calls.now(harbor).status is Status.DRAFT


def test_without_a_consent_the_ground_says_so_and_offers_to_record_one(calls, harbor):
    calls.show(harbor)
    name_on(calls, BasisKind.CONSENT)
    ground = calls.screen.ground
    assert (ground.fallen.text(), ground.record.isVisible(), ground.consent.isVisible()) == (NO_CONSENT, True, False)
    say_nobody_answered(calls)
    assert "Choose the consent" in calls.screen.area.grid.trouble


def test_a_consent_is_recorded_from_the_call_and_the_call_names_the_person_on_it(calls, harbor, casework_desk, visit):
    calls.show(harbor)
    name_on(calls, BasisKind.CONSENT)
    calls.screen.ground.record.click()
    form = calls.page.consent.form
    assert calls.page.shown is calls.page.consent
    form.told_of_right.click()
    QTest.mousePress(form.pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    QTest.mouseMove(form.pad, QPoint(120, 90))
    QTest.mouseRelease(form.pad, Qt.MouseButton.LeftButton, pos=QPoint(200, 60))
    form.save.click()
    calls.settle()
    assert calls.page.shown is calls.screen
    (saved,) = casework_desk.casework.consents.of_person(casework_desk.actor, visit.person.id)
    say_nobody_answered(calls)
    assert calls.screen.area.grid.trouble == ""
    step = calls.now(harbor).events[-1].step
    assert (step.basis.kind, step.basis.consent_id) == (BasisKind.CONSENT, saved.id)


def test_the_consent_of_before_is_offered_and_one_for_another_place_is_not(calls, harbor, casework_desk, visit):
    consent_on(casework_desk, visit, RIDGE)
    mine = consent_on(casework_desk, visit)
    calls.show(harbor)
    name_on(calls, BasisKind.CONSENT)
    combo = calls.screen.ground.consent
    assert [combo.itemData(place) for place in range(combo.count())] == [mine.id]
    assert calls.screen.ground.fallen.text() == ""


def test_a_consent_that_is_taken_back_meanwhile_is_refused_and_nothing_is_lost(calls, harbor, casework_desk, visit):
    mine = consent_on(casework_desk, visit)
    calls.show(harbor)
    name_on(calls, BasisKind.CONSENT)
    casework_desk.casework.consents.revoke(casework_desk.actor, mine.id, "He changed his mind.")
    say_nobody_answered(calls)
    assert "taken back" in calls.screen.area.grid.trouble
    assert calls.now(harbor).status is Status.DRAFT
    assert calls.screen.ground.switch.isChecked()


def test_escape_leaves_the_form_of_a_consent_and_the_call_is_as_it_was(calls, harbor):
    calls.show(harbor)
    name_on(calls, BasisKind.CONSENT)
    calls.screen.ground.record.click()
    form = calls.page.consent.form
    form.purpose.setFocus()
    QTest.keyClick(form.purpose, Qt.Key.Key_Escape)
    calls.settle()
    assert calls.page.shown is calls.screen
    assert calls.screen.ground.kind is BasisKind.CONSENT


def test_another_referral_closes_the_form_and_its_words_stay_kept(calls, harbor, casework_desk, visit):
    ridge = draft_on(casework_desk, visit, RIDGE)
    calls.show(harbor)
    name_on(calls, BasisKind.CONSENT)
    calls.screen.ground.record.click()
    calls.page.consent.form.purpose.selectAll()
    QTest.keyClicks(calls.page.consent.form.purpose, "To sleep inside tonight.")
    calls.show(ridge)
    assert calls.page.consent is None
    calls.show(harbor)
    calls.screen.ground.record.click()
    assert calls.page.consent.form.purpose.text() == "To sleep inside tonight."
