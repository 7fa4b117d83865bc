"""Why nobody may be named on the consents there are; none takes the place of the one that was chosen (P-08)."""

import pytest

from navigator.referrals.bases import BasisKind
from tests.ui.desk_of_casework import draft_on
from tests.ui.desk_of_find import HARBOR, RIDGE
from tests.ui.desk_of_referrals import visit_to_a_man
from tests.ui.test_consent_ground import consent_on, name_on, say_nobody_answered

WAYS = "What remains: call without naming the person; let the person sign a consent on the screen"


@pytest.fixture
def visit(casework_desk):
    return visit_to_a_man(casework_desk)


@pytest.fixture
def harbor(casework_desk, visit):
    return draft_on(casework_desk, visit)


def said(calls) -> str:
    assert calls.screen.ground.fallen.isVisible()
    return calls.screen.ground.fallen.text()


def test_a_consent_for_another_place_says_whom_it_names_and_what_remains(calls, harbor, casework_desk, visit):
    consent_on(casework_desk, visit, RIDGE)
    calls.show(harbor)
    name_on(calls, BasisKind.CONSENT)
    assert f"This consent names {RIDGE.name}, and nobody else. Ask for one that names {HARBOR.name}." in said(calls)
    assert WAYS in said(calls)
    assert not calls.screen.ground.consent.isVisible()


def test_a_consent_that_was_taken_back_says_so_and_what_remains(calls, harbor, casework_desk, visit):
    mine = consent_on(casework_desk, visit)
    casework_desk.casework.consents.revoke(casework_desk.actor, mine.id, "He changed his mind.")
    calls.show(harbor)
    name_on(calls, BasisKind.CONSENT)
    assert f"{HARBOR.name}: This consent was taken back." in said(calls)
    assert WAYS in said(calls)


def test_a_consent_that_has_ended_says_so(calls, harbor, casework_desk, visit, clock):
    mine = consent_on(casework_desk, visit)
    casework_desk.casework.consents.came_about(casework_desk.actor, mine.id, "")
    calls.show(harbor)
    name_on(calls, BasisKind.CONSENT)
    assert "This consent has ended." in said(calls)


def test_the_one_for_this_place_is_told_first_and_none_is_kept_silent(calls, harbor, casework_desk, visit):
    mine = consent_on(casework_desk, visit)
    casework_desk.casework.consents.revoke(casework_desk.actor, mine.id, "")
    for _ in range(3):
        consent_on(casework_desk, visit, RIDGE)
    calls.show(harbor)
    name_on(calls, BasisKind.CONSENT)
    lines = said(calls).split("\n")
    assert lines[0].startswith(f"{HARBOR.name}: This consent was taken back.")
    assert lines[2] == "2 more do not hold here either."


def test_no_other_consent_takes_the_place_of_the_one_that_fell(calls, harbor, casework_desk, visit):
    other = consent_on(casework_desk, visit)
    chosen = consent_on(casework_desk, visit)
    calls.show(harbor)
    name_on(calls, BasisKind.CONSENT)
    ground = calls.screen.ground
    assert ground.basis.consent_id == chosen.id
    casework_desk.casework.consents.revoke(casework_desk.actor, chosen.id, "")
    calls.screen.refresh()
    assert ground.basis.consent_id == chosen.id
    assert "taken back" in said(calls)
    say_nobody_answered(calls)
    assert "taken back" in calls.screen.area.grid.trouble
    place = ground.consent.findData(other.id)
    ground.consent.setCurrentIndex(place)
    ground.consent.activated.emit(place)
    assert not ground.fallen.isVisible()
    say_nobody_answered(calls)
    assert calls.now(harbor).events[-1].step.basis.consent_id == other.id


def test_the_consent_of_one_call_is_not_the_one_of_the_next(calls, harbor, casework_desk, visit):
    consent_on(casework_desk, visit)
    ridge = draft_on(casework_desk, visit, RIDGE)
    calls.show(harbor)
    name_on(calls, BasisKind.CONSENT)
    calls.show(ridge)
    assert calls.screen.ground.without_identifiers
    name_on(calls, BasisKind.CONSENT)
    assert calls.screen.ground.basis.consent_id == ""
    assert f"This consent names {HARBOR.name}" in said(calls)
