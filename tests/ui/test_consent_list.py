"""The consents of a person: how each stands, taken back in two steps, ended by its event (P-10)."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from navigator.access import Actor, Role
from navigator.referrals.consent import ConsentState
from navigator.ui.consent.consent_list import NONE, ConsentList
from navigator.ui.consent.consent_row import NOTHING_RESTS
from tests.ui.desk_of_casework import call_on, draft_on, visit_on
from tests.ui.desk_of_find import HARBOR
from tests.ui.test_consent_ground import consent_on


@pytest.fixture
def visit(casework_desk):
    return visit_on(casework_desk)


@pytest.fixture
def listed(casework_desk, visit, theme, worker, qtbot):
    made = []

    def show() -> ConsentList:
        made.append(ConsentList(casework_desk, casework_desk.casework, theme, worker, visit.person.id))
        qtbot.addWidget(made[-1])
        made[-1].show()
        return made[-1]

    return show


def states(desk, visit) -> list[ConsentState]:
    found = desk.casework.consents.of_person(desk.actor, visit.person.id)
    return [saved.state(desk.clock()) for saved in found]


def test_nobody_has_agreed_to_anything_yet(listed):
    shown = listed()
    assert (shown.none.text(), shown.none.isVisible(), shown.rows) == (NONE, True, ())


def test_a_consent_says_whom_what_and_until_when(listed, casework_desk, visit):
    consent_on(casework_desk, visit)
    shown = listed()
    (row,) = shown.rows
    assert "until “He is settled”" in row.told.text()
    assert "May know: who it is and what help is needed." in row.told.text()


def test_taking_it_back_is_asked_once_more_and_then_counts_at_once(listed, casework_desk, visit, qtbot):
    consent_on(casework_desk, visit)
    shown = listed()
    row = shown.rows[0]
    row.take_back.click()
    assert states(casework_desk, visit) == [ConsentState.LIVE]
    row.words.setText("He wants nobody to know.")
    with qtbot.waitSignal(shown.changed):
        row.confirm.click()
    assert states(casework_desk, visit) == [ConsentState.REVOKED]
    assert shown.rows[0].said.text() == "“He wants nobody to know.”"
    assert not shown.rows[0].take_back.isVisible()


def test_leaving_it_changes_nothing(listed, casework_desk, visit):
    consent_on(casework_desk, visit)
    shown = listed()
    row = shown.rows[0]
    row.take_back.click()
    row.never_mind.click()
    assert (row.words.isVisible(), row.take_back.isVisible()) == (False, True)
    assert states(casework_desk, visit) == [ConsentState.LIVE]


def test_what_was_to_happen_has_happened_is_asked_once_more(listed, casework_desk, visit, qtbot):
    consent_on(casework_desk, visit)
    shown = listed()
    shown.rows[0].came_about.click()
    assert states(casework_desk, visit) == [ConsentState.LIVE]
    with qtbot.waitSignal(shown.changed):
        shown.rows[0].confirm.click()
    assert states(casework_desk, visit) == [ConsentState.EXPIRED]


def test_what_another_window_took_back_already_is_said(listed, casework_desk, visit, qtbot):
    mine = consent_on(casework_desk, visit)
    shown = listed()
    casework_desk.casework.consents.revoke(Actor("noor", "Noor", Role.CLINICIAN), mine.id, "")
    shown.rows[0].take_back.click()
    shown.rows[0].confirm.click()
    qtbot.waitUntil(lambda: bool(shown.trouble.sentence))
    assert "ended already" in shown.trouble.sentence


def test_what_the_person_said_is_there_again_before_it_is_saved(listed, casework_desk, visit, qtbot):
    consent_on(casework_desk, visit)
    shown = listed()
    shown.rows[0].take_back.click()
    QTest.keyClicks(shown.rows[0].words, "He wants nobody")
    assert shown.flush() == ""
    again = listed()
    row = again.rows[0]
    assert (row.words.text(), row.confirm.text()) == ("He wants nobody", "Yes, take it back")
    with qtbot.waitSignal(again.changed):
        row.confirm.click()
    assert casework_desk.casework.drafts.mine(casework_desk.actor) == ()


def test_leaving_it_throws_the_words_away(listed, casework_desk, visit, qtbot, worker):
    consent_on(casework_desk, visit)
    shown = listed()
    shown.rows[0].take_back.click()
    QTest.keyClicks(shown.rows[0].words, "He wants nobody")
    assert shown.flush() == ""
    shown.rows[0].never_mind.click()
    qtbot.waitUntil(lambda: not worker.busy)
    assert casework_desk.casework.drafts.mine(casework_desk.actor) == ()
    assert not listed().rows[0].words.isVisible()


def test_before_it_ends_the_open_referrals_that_rest_on_it_are_named(listed, casework_desk, visit):
    consent_on(casework_desk, visit)
    shown = listed()
    shown.rows[0].take_back.click()
    assert shown.rows[0].rests.text() == NOTHING_RESTS
    call_on(casework_desk, draft_on(casework_desk, visit))
    again = listed()
    again.rows[0].take_back.click()
    assert again.rows[0].rests.text() == f"Open referrals that rest on it: {HARBOR.name}."


def test_one_who_may_only_read_sees_them_and_ends_none(casework_desk, visit, theme, worker, qtbot):
    consent_on(casework_desk, visit)
    reader = replace(casework_desk, actor=Actor("pat", "Pat", Role.PRIVACY_OFFICER))
    shown = ConsentList(reader, reader.casework, theme, worker, visit.person.id)
    qtbot.addWidget(shown)
    shown.show()
    assert (len(shown.rows), shown.add.isVisible()) == (1, False)
    assert not shown.rows[0].take_back.isVisible()
    assert not shown.rows[0].came_about.isVisible()
