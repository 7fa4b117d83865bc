"""Signing a visit on its screen: when it may be, that it closes the fields, and what is added afterwards (P-17)."""

import pytest

from navigator.access import Actor, Role
from navigator.referrals.draft import DraftKind
from navigator.referrals.signing import RecordKind
from tests.ui.desk_of_casework import visit_on

from .test_visits_ending import end, newest, type_number

VISIT = RecordKind.VISIT
NOOR = Actor("noor", "Noor", Role.CLINICIAN)


@pytest.fixture
def bench(visits_bench):
    return visits_bench


@pytest.fixture
def visit(casework_desk, bench):
    made = visit_on(casework_desk, postal_code="19134")
    bench.page.show_visit(made.id)
    return made


@pytest.fixture
def below(bench):
    return bench.one.below


def sign(bench) -> None:
    bench.one.below.sign.click()
    bench.one.below.ask.sign.click()
    bench.settle()


def test_an_open_visit_shows_nothing_of_it(visit, below):
    assert not below.isVisible()


def test_an_ended_visit_is_signed_closed_and_says_by_whom(bench, visit, below):
    end(bench)
    assert below.sign.isVisible()
    sign(bench)
    signature = bench.work.signing.of(bench.desk.actor, VISIT, visit.id)
    assert signature.by == bench.desk.actor.name
    assert below.state.text() == f"Signed by \u2068{signature.by}\u2069, 2:14 AM"
    assert not bench.one.editor.form.details.isEnabled()
    assert not bench.one.editor.form.essentials.isEnabled()
    assert not bench.one.pane.reopen.isVisible()


def test_what_is_typed_and_not_saved_cannot_be_signed(bench, visit, below):
    end(bench)
    type_number(bench, "215-555-0188")
    assert not below.isVisible()
    bench.one.editor.save_button.click()
    bench.settle()
    assert below.sign.isVisible()


def test_one_may_leave_it_unsigned_and_reopen_it(bench, visit, below):
    end(bench)
    below.sign.click()
    below.ask.back.click()
    assert bench.work.signing.of(bench.desk.actor, VISIT, visit.id) is None
    bench.one.pane.reopen.click()
    bench.settle()
    assert newest(bench, visit).is_open
    assert not below.isVisible()


def test_an_addendum_stands_below_and_the_next_visit_shows_none_of_it(bench, visit, below, casework_desk):
    end(bench)
    sign(bench)
    below.write.click()
    below.form.words.setPlainText("She left at 2:40.")
    below.form.reason.setText("The radio log says so.")
    below.form.add.click()
    bench.settle()
    assert [one.words for one in bench.work.addenda.of(bench.desk.actor, VISIT, visit.id)] == ["She left at 2:40."]
    assert below.list.isVisible()
    bench.page.show_visit(visit_on(casework_desk).id)
    assert not below.isVisible()
    assert bench.one.editor.form.details.isEnabled()
    bench.page.show_visit(visit.id)
    assert below.list.isVisible()


def test_what_was_typed_before_somebody_else_signed_goes_into_an_addendum(bench, visit, below, casework_desk):
    end(bench)
    bench.page.show_visit(visit_on(casework_desk).id)
    bench.work.drafts.keep(bench.desk.actor, DraftKind.VISIT, visit.id, {"contact_number": "215-555-0188"})
    bench.work.signing.sign(NOOR, VISIT, visit.id)
    bench.page.show_visit(visit.id)
    bench.settle()
    assert "215-555-0188" in below.form.words.toPlainText()
    assert bench.one.editor.form.details.number.text() == ""
    assert bench.work.drafts.find(bench.desk.actor, DraftKind.VISIT, visit.id) is None
    bench.one.put_down()
    kept = bench.work.drafts.find(bench.desk.actor, DraftKind.ADDENDUM, visit.id)
    assert "215-555-0188" in kept.content["words"]


def test_a_save_that_comes_after_the_signature_says_what_to_do(bench, visit):
    end(bench)
    type_number(bench, "215-555-0188")
    bench.work.signing.sign(NOOR, VISIT, visit.id)
    bench.one.editor.save_button.click()
    bench.settle()
    assert "Add an addendum instead" in bench.one.editor.trouble.sentence
    assert newest(bench, visit).facts.contact_number == ""
