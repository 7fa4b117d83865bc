"""Reports and counts from the card of a place: sent whole, sent once, and the answer touches that place alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from navigator.access import Actor, Role
from navigator.errors import UserError
from navigator.resources.directory import Directory
from navigator.resources.model import Phone
from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.resources.stewardship.proposals import Proposals
from navigator.ui.directory.phone_reading import NO_NUMBER
from navigator.ui.directory.propose_panel import REPORTED
from navigator.ui.directory.propose_values import What
from navigator.ui.find.page import FindPage
from navigator.ui.find.popup import Popup
from tests.ui.desk_of_editor import id_of, stocked_desk
from tests.ui.desk_of_find import HARBOR, in_front, press
from tests.ui.held import held

RUTH = Actor("ruth", "Ruth S.", Role.SUPERVISOR)
ALPHA = replace(HARBOR, id="a", service_id="a", source_id="a", name="Alpha House", phones=(Phone("215-555-0101"),))
BETA = replace(HARBOR, id="b", service_id="b", source_id="b", name="Beta House", phones=(Phone("215-555-0199"),))


@pytest.fixture
def dana(signed):
    """A clinician beside two places of one kind."""
    desk = stocked_desk(signed(Role.CLINICIAN).station, RUTH, (ALPHA, BETA))
    return replace(desk, actor=Actor("dana", "Dana R.", Role.CLINICIAN))


@pytest.fixture
def page(qtbot, dana, theme, worker):
    made = FindPage(dana, theme, worker)
    in_front(qtbot, made)
    QTest.keyClicks(made.column.box, "house")
    qtbot.waitUntil(lambda: made.column.answer.query.text == "house" and not made._soon.isActive())
    yield made
    made.window().hide()
    qtbot.waitUntil(lambda: not worker.busy)


def report_on(qtbot, page, entry):
    """Opens the report of a change of that place."""
    choose(qtbot, page, entry)
    page.pane.report.click()
    return page.side.report


def choose(qtbot, page, entry):
    key = next(row.key for row in page.column.results.rows if getattr(row, "spoken", "").startswith(entry.name))
    assert page.column.results.choose(key)
    qtbot.waitUntil(lambda: not page._soon.isActive())


def settle(qtbot, worker):
    qtbot.waitUntil(lambda: not worker.busy)
    QApplication.processEvents()


def words_of(panel, words):
    panel.form.words.setFocus()
    QTest.keyClicks(panel.form.words, words)


def test_each_place_offers_its_own_numbers(qtbot, page):
    panel = report_on(qtbot, page, ALPHA)
    press(page, Qt.Key.Key_Escape)
    report_on(qtbot, page, BETA)
    assert "0199" in panel.form.inputs.place.itemText(0)


def test_everything_that_is_typed_goes_into_one_report(qtbot, page, worker, dana):
    panel = report_on(qtbot, page, ALPHA)
    QTest.keyClicks(panel.form.inputs.phone, "2155550194")
    panel.form.what.segments[1].click()
    QTest.keyClicks(panel.form.inputs.hours, "Mon-Fri 9-5")
    assert panel.form._together.text() == "Sent together: Phone, Hours."
    panel.form.send.click()
    settle(qtbot, worker)
    (proposal,) = dana.keeping.proposals.waiting(RUTH)
    assert {one.field for one in proposal.fields} == {"phones", "hours"}
    assert panel.told.sentence == REPORTED


def test_what_is_wrong_in_another_kind_is_shown_where_it_is(qtbot, page, dana):
    panel = report_on(qtbot, page, ALPHA)
    QTest.keyClicks(panel.form.inputs.phone, "215")
    panel.form.what.segments[1].click()
    QTest.keyClicks(panel.form.inputs.hours, "Mon-Fri 9-5")
    panel.form.send.click()
    assert panel.form.what.value is What.PHONE
    assert panel.form.trouble == NO_NUMBER
    assert dana.keeping.proposals.waiting(RUTH) == ()


def test_every_kind_comes_back_from_the_draft(qtbot, page):
    panel = report_on(qtbot, page, ALPHA)
    QTest.keyClicks(panel.form.inputs.phone, "2155550194")
    panel.form.what.segments[1].click()
    QTest.keyClicks(panel.form.inputs.hours, "Mon-Fri 9-5")
    press(page, Qt.Key.Key_Escape)
    report_on(qtbot, page, BETA)
    assert (panel.form.inputs.phone.text(), panel.form.inputs.hours.text()) == ("", "")
    report_on(qtbot, page, ALPHA)
    assert (panel.form.inputs.phone.text(), panel.form.inputs.hours.text()) == ("2155550194", "Mon-Fri 9-5")
    assert panel.form.what.value is What.HOURS


def test_the_answer_leaves_alone_what_is_typed_at_another_place(qtbot, page, worker, dana):
    panel = report_on(qtbot, page, ALPHA)
    words_of(panel, "About alpha")
    with held(worker):
        panel.form.send.click()
        report_on(qtbot, page, BETA)
        words_of(panel, "About beta")
        page.cover()
    settle(qtbot, worker)
    assert panel.form.isVisible()
    assert panel.form.words.toPlainText() == "About beta"
    (draft,) = dana.keeping.drafts.mine(dana.actor)
    assert (draft.subject, draft.content["words"]) == (id_of(dana, BETA), "About beta")


def test_a_report_on_its_way_is_not_sent_again(qtbot, page, worker, dana):
    panel = report_on(qtbot, page, ALPHA)
    words_of(panel, "The bell is broken")
    with held(worker):
        panel.form.send.click()
        press(page, Qt.Key.Key_Escape)
        page.pane.report.click()
        assert not panel.form.send.isEnabled()
        press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, worker)
    assert [one.words for one in dana.keeping.proposals.waiting(RUTH)] == ["The bell is broken"]
    assert dana.keeping.drafts.find(dana.actor, DeskDraftKind.PROPOSAL, id_of(dana, ALPHA)) is None


def test_a_refusal_is_told_to_whom_has_gone_on_and_what_was_typed_is_kept(qtbot, page, worker, monkeypatch):
    def full(*_args: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(Proposals, "propose", full)
    panel = report_on(qtbot, page, ALPHA)
    words_of(panel, "About alpha")
    with held(worker):
        panel.form.send.click()
        report_on(qtbot, page, BETA)
    settle(qtbot, worker)
    assert page.column.trouble.sentence.startswith("Alpha House: The disk is full.")
    assert panel.form.trouble == ""
    report_on(qtbot, page, ALPHA)
    assert panel.form.words.toPlainText() == "About alpha"
    assert panel.form.send.isEnabled()


def test_a_count_is_saved_once_and_its_answer_leaves_another_place_alone(qtbot, page, worker, monkeypatch):
    told: list[str] = []
    report = Directory.report_capacity

    def counting(self, actor, entry_id, capacity):
        told.append(entry_id)
        return report(self, actor, entry_id, capacity)

    monkeypatch.setattr(Directory, "report_capacity", counting)
    choose(qtbot, page, ALPHA)
    page.pane.beds_wanted.emit("4")
    beds = page.side.beds
    with held(worker):
        beds._save()
        beds._save()
        page.cover()
        choose(qtbot, page, BETA)
        page.pane.beds_wanted.emit("7")
    settle(qtbot, worker)
    assert len(told) == 1
    assert beds.isVisible()
    assert beds.count.text() == "7"


def test_a_typed_count_survives_the_lock(qtbot, page):
    choose(qtbot, page, ALPHA)
    page.pane.beds_wanted.emit("")
    QTest.keyClicks(page.side.beds.count, "5")
    QTest.keyClicks(page.side.beds.who, "Ms. Alvarez")
    page.cover()
    page.pane.beds_wanted.emit("")
    assert (page.side.beds.count.text(), page.side.beds.who.text()) == ("5", "Ms. Alvarez")


def test_what_hangs_over_the_page_goes_at_the_lock(page):
    hanging = page.window().findChildren(Popup)
    for popup in hanging:
        popup.show()
    page.cover()
    assert hanging
    assert not any(popup.isVisible() for popup in hanging)


def test_a_report_on_a_place_that_becomes_secret_is_gone(qtbot, page, worker, dana):
    """S-13: what was typed may name the place."""
    panel = report_on(qtbot, page, ALPHA)
    words_of(panel, "The blue door on Example Street")
    page.cover()
    page.take_changes(dana.keeping.secrecy.hide(RUTH, id_of(dana, ALPHA)))
    settle(qtbot, worker)
    assert not panel.isVisible()
    page.cover()
    assert dana.keeping.drafts.mine(dana.actor) == ()
