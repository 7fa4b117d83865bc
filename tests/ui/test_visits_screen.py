"""One visit on the screen: what comes next, what is changed, and two windows on it at once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from navigator.access import Role
from navigator.referrals.calls import CallOutcome
from navigator.referrals.person import Identity
from navigator.referrals.reasons import RejectionReason
from navigator.referrals.register import Paper
from navigator.referrals.steps import Rejection
from navigator.referrals.visits import CHANGED
from tests.conftest import PASSPHRASE
from tests.ui.desk_of_casework import accepted_on, call_on, casework_desk_of, draft_on, visit_on
from tests.ui.desk_of_find import RIDGE, SAFE_HAVEN

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def bench(visits_bench):
    return visits_bench


@pytest.fixture
def visit(casework_desk):
    return visit_on(casework_desk, postal_code="19134")


def newest(bench, visit):
    return bench.work.visits.visit(bench.desk.actor, visit.id)


def change_elsewhere(bench, visit, **facts):
    now = newest(bench, visit)
    return bench.work.visits.change(bench.desk.actor, visit.id, replace(now.facts, **facts), now.revision)


def print_plan(bench, visit) -> None:
    register, actor = bench.work.register, bench.desk.actor
    line = register.intend(actor, Paper(visit.person.id, visit.id, "plan 1.0", "0", 2, "own copy", True, "printer"))
    register.settle(actor, line, released=True)


def type_number(bench, words: str) -> None:
    bench.type(bench.one.editor.form.details.number, words)


def save(bench) -> None:
    bench.one.editor.save_button.click()
    bench.settle()


def test_opening_a_visit_takes_it_up_and_tells_who_since_when_and_where(bench, visit):
    bench.page.list.refresh()
    bench.page.list.list.opened.emit(visit.id)
    assert bench.taken_up == [visit]
    assert bench.one.heading.title.text() == "Jordan Example"
    assert bench.one.heading.under.text() == "On scene since 1:51 AM · Street or outdoors · 19134 Kensington"
    assert not bench.one.editor.save_button.isVisible()


def test_a_visit_that_is_gone_leads_to_the_list_with_a_sentence(bench):
    bench.page.show_visit("gone")
    assert bench.page.list.isVisible()
    assert bench.page.list.remark.sentence == "This visit is no longer in casework."
    assert bench.taken_up == []


def test_the_next_step_goes_from_help_to_the_referral_to_the_plan_to_the_end(bench, visit):
    desk, pane = bench.desk, bench.one.pane
    bench.page.show_visit(visit.id)
    told = [pane.next.text()]
    referral = draft_on(desk, visit)
    bench.page.refresh()
    told.append(pane.next.text())
    referral = call_on(desk, referral, CallOutcome.NO_ANSWER)
    bench.page.refresh()
    pane.next.click()
    accepted_on(desk, referral)
    bench.page.refresh()
    told.append(pane.next.text())
    pane.next.click()
    print_plan(bench, visit)
    bench.page.refresh()
    told.append(pane.next.text())
    assert told == ["Find help", "Go on with the referral", "Make the plan", "End the visit"]
    assert bench.asked == [("referral", referral.id), ("plan", visit.id)]
    assert pane.paper_words == "Plan printed 2:14 AM, 2 pages."


def test_when_every_provider_said_no_help_is_looked_for_again(bench, visit):
    no = Rejection(RejectionReason.NO_CAPACITY, "All beds are taken.")
    call_on(bench.desk, draft_on(bench.desk, visit), CallOutcome.ANSWERED, no)
    bench.page.show_visit(visit.id)
    assert bench.one.pane.next.text() == "Find help"


def test_the_referrals_stand_beside_with_what_was_told_of_them(bench, visit):
    accepted_on(bench.desk, draft_on(bench.desk, visit))
    call_on(bench.desk, draft_on(bench.desk, visit, RIDGE), CallOutcome.MESSAGE_LEFT)
    last = draft_on(bench.desk, visit, SAFE_HAVEN)
    bench.page.show_visit(visit.id)
    records = bench.one.pane.referrals.records
    assert [record.state_words for record in records] == ["Not called yet", "Message left", "Accepted"]
    assert records[2].under == "\u2068Ms. Alvarez\u2069, intake nurse"
    bench.one.pane.referrals.opened.emit(last.id)
    assert bench.asked == [("referral", last.id)]


def test_a_change_is_offered_to_be_saved_and_saved_by_one_key(bench, visit):
    bench.page.show_visit(visit.id)
    type_number(bench, "215-555-0133")
    assert bench.one.editor.save_button.isVisible()
    bench.press(Qt.Key.Key_S, control=True)
    saved = newest(bench, visit)
    assert (saved.facts.contact_number, saved.facts.place_kind) == ("215-555-0133", visit.facts.place_kind)
    assert not bench.one.editor.save_button.isVisible()
    assert bench.taken_up == [visit, saved]


def test_what_the_form_has_no_field_for_is_kept(bench):
    visit = visit_on(bench.desk, need="detox")
    bench.page.show_visit(visit.id)
    type_number(bench, "215-555-0133")
    save(bench)
    assert newest(bench, visit).facts.need == "detox"


def test_an_unknown_person_gets_a_name_later(bench):
    visit = visit_on(bench.desk, Identity(described="man about 40, grey coat"))
    bench.page.show_visit(visit.id)
    assert bench.one.heading.title.text() == "Unknown: man about 40, grey coat"
    form = bench.one.editor.form.essentials
    form.mode.segments[0].click()
    for entry, words in zip(form.known_lines, ("Sam", "Example", "1986"), strict=True):
        bench.type(entry, words)
    save(bench)
    assert bench.one.heading.title.text() == "Sam Example"
    assert newest(bench, visit).person.identity.described == "man about 40, grey coat"


def test_a_person_with_a_name_does_not_become_unknown(bench, visit):
    bench.page.show_visit(visit.id)
    assert not bench.one.editor.form.essentials.mode.isVisible()


def test_a_name_emptied_by_mistake_is_not_saved(bench, visit):
    bench.page.show_visit(visit.id)
    form = bench.one.editor.form.essentials
    bench.type(form.given, "")
    bench.type(form.family, "")
    save(bench)
    assert bench.one.editor.form.fields["given_name"].trouble != ""
    assert newest(bench, visit).person == visit.person


def test_two_windows_on_one_visit_lose_nothing(bench, visit):
    bench.page.show_visit(visit.id)
    type_number(bench, "215-555-0133")
    change_elsewhere(bench, visit, contact_number="215-555-0144", postal_code="19124")
    save(bench)
    editor = bench.one.editor
    assert (editor.trouble.sentence, editor.look_again.isVisible()) == (CHANGED, True)
    assert editor.form.details.number.text() == "215-555-0133"
    editor.look_again.click()
    assert editor.form.details.number.text() == "215-555-0133"
    assert editor.form.details.postal_code.text() == "19124"
    assert "Taken from the other window: ZIP." in editor.told.text()
    assert "Safe number (there: \u2068215-555-0144\u2069)" in editor.told.text()
    save(bench)
    facts = newest(bench, visit).facts
    assert (facts.contact_number, facts.postal_code) == ("215-555-0133", "19124")
    assert not editor.trouble.sentence


def test_a_visit_changed_elsewhere_is_shown_anew_when_nothing_is_typed(bench, visit):
    bench.page.show_visit(visit.id)
    change_elsewhere(bench, visit, contact_number="215-555-0144")
    bench.page.refresh()
    assert bench.one.editor.form.details.number.text() == "215-555-0144"


def test_a_visit_changed_elsewhere_says_so_before_one_types_on(bench, visit):
    bench.page.show_visit(visit.id)
    type_number(bench, "215-555-0133")
    change_elsewhere(bench, visit, contact_number="215-555-0144")
    bench.page.refresh()
    assert bench.one.editor.trouble.sentence == CHANGED
    assert bench.one.editor.form.details.number.text() == "215-555-0133"


def test_a_privacy_officer_reads_and_changes_nothing(bench, visit, closed):
    bench.page.window().hide()
    closed.lock()
    officer = casework_desk_of(closed, closed.sign_in(Role.PRIVACY_OFFICER.value, PASSPHRASE))
    page = bench.open_page(officer)
    assert not page.list.start.isVisible()
    page.show_visit(visit.id)
    pane, form = page.one.pane, page.one.editor.form
    assert not any(button.isVisible() for button in (pane.next, pane.end, pane.help, pane.plan, pane.reopen))
    assert not form.essentials.given.isEnabled()
    page.refresh()
    assert page.one.heading.title.text() == "Jordan Example"
