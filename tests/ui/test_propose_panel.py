"""A clinician reports a change from the card of a place, answers the desk, and tells beds, in few keys (S-04)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from navigator.access import Actor, Role
from navigator.errors import UserError
from navigator.resources.model import Status
from navigator.resources.stewardship.proposals import Proposals
from navigator.ui.directory.propose_panel import ANSWERED, NO_ANSWER, REPORTED, TOLD
from navigator.ui.directory.propose_values import NOTHING_SAID
from navigator.ui.find.fact_line import FactLine
from navigator.ui.find.page import FindPage
from tests.ui.desk_of_editor import id_of, stocked_desk
from tests.ui.desk_of_find import HARBOR, in_front, press

RUTH = Actor("ruth", "Ruth S.", Role.SUPERVISOR)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(signed):
    """The desk of a supervisor."""
    return stocked_desk(signed(Role.CLINICIAN).station, RUTH)


@pytest.fixture
def dana(desk):
    """The same directory, at the desk of a clinician."""
    return replace(desk, actor=Actor("dana", "Dana R.", Role.CLINICIAN))


@pytest.fixture
def page(qtbot, dana, theme, worker):
    made = FindPage(dana, theme, worker)
    made.heard = []
    made.directory_changed.connect(made.heard.append)
    in_front(qtbot, made)
    ask(qtbot, made, "harbor")
    yield made
    made.window().hide()
    qtbot.waitUntil(lambda: not worker.busy)


def ask(qtbot, page, words):
    page.column.box.clear()
    QTest.keyClicks(page.column.box, words)
    qtbot.waitUntil(lambda: page.column.answer.query.text == words and not page._soon.isActive())


def settle(qtbot, worker):
    qtbot.waitUntil(lambda: not worker.busy)
    QApplication.processEvents()


def opened(page):
    page.pane.report.click()
    return page.side.report


def test_a_wrong_number_is_reported_with_few_keys(qtbot, page, worker, dana):
    panel = opened(page)
    press(page, Qt.Key.Key_1)
    assert panel.form.inputs.phone.hasFocus()
    QTest.keyClicks(panel.form.inputs.phone, "2155550194")
    press(page, Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Night desk says the old line is dead")
    press(page, Qt.Key.Key_Return, CTRL)
    settle(qtbot, worker)
    assert panel.told.sentence == REPORTED
    assert panel.told.back.hasFocus()
    (proposal,) = dana.keeping.proposals.waiting(RUTH)
    assert proposal.words == "Night desk says the old line is dead"
    assert proposal.fields[0].proposed[0]["number"] == "215-555-0194"


def test_what_was_reported_stands_at_once_beside_the_old_one(qtbot, page, worker):
    panel = opened(page)
    QTest.keyClicks(panel.form.inputs.phone, "215-555-0194")
    panel.form.send.click()
    settle(qtbot, worker)
    panel.told.back.click()
    (entry,) = page.heard[-1]
    assert [one.field for one in entry.reported] == ["phones"]
    row = next(one for one in page.column.results.rows if one.key == entry.id)
    assert [note.words for note in row.notes] == ["Phone reported changed, not checked"]
    assert "Phone reported changed, not checked" in row.spoken
    qtbot.waitUntil(lambda: not page._soon.isActive())
    words = " ".join(line.words for line in page.pane.body.findChildren(FactLine))
    assert "215-555-0194" in words
    assert "Reported by a clinician, today, 2:14 AM, not checked" in words
    assert page.pane.body.number.number.text() == "215-555-0142"


def test_closed_for_good_is_three_keys(qtbot, page, worker, dana):
    panel = opened(page)
    press(page, Qt.Key.Key_3)
    assert panel.form.inputs.now.text() == "Open"
    press(page, Qt.Key.Key_Return, CTRL)
    settle(qtbot, worker)
    (entry,) = page.heard[-1]
    assert entry.status is Status.ACTIVE
    assert entry.reported[0].words == "closed"


def test_words_alone_go_to_the_desk_and_change_nothing(qtbot, page, worker, dana):
    panel = opened(page)
    press(page, Qt.Key.Key_6)
    QTest.keyClicks(QApplication.focusWidget(), "The bell is broken")
    panel.form.send.click()
    settle(qtbot, worker)
    assert panel.told.sentence == TOLD
    assert dana.keeping.proposals.waiting(RUTH)[0].fields == ()


def test_an_empty_report_is_not_sent(page, dana):
    panel = opened(page)
    panel.form.send.click()
    assert panel.form.trouble == NOTHING_SAID
    assert dana.keeping.proposals.waiting(RUTH) == ()


def test_hours_are_drawn_as_one_types_them(page):
    panel = opened(page)
    press(page, Qt.Key.Key_2)
    assert panel.form.inputs.now.text() == "Day and night, every day"
    QTest.keyClicks(panel.form.inputs.hours, "Mon-Fri 9am-5pm")
    assert panel.form.inputs.strip.isVisible()
    assert "9:00 AM to 5:00 PM" in panel.form.inputs.strip.accessibleName()


def test_what_is_typed_survives_a_lock_esc_and_another_place(qtbot, page, worker):
    panel = opened(page)
    press(page, Qt.Key.Key_2)
    QTest.keyClicks(panel.form.inputs.hours, "Daily 6 pm")
    page.cover()
    press(page, Qt.Key.Key_Escape)
    assert page.pane.report.hasFocus()
    ask(qtbot, page, "ridge")
    ask(qtbot, page, "harbor")
    panel = opened(page)
    assert panel.form.inputs.hours.text() == "Daily 6 pm"
    assert panel.form.typed[0].what == "Hours"


def test_a_report_that_was_sent_leaves_no_draft(qtbot, page, worker, dana):
    panel = opened(page)
    QTest.keyClicks(panel.form.inputs.phone, "215-555-0194")
    page.cover()
    panel.form.send.click()
    settle(qtbot, worker)
    assert dana.keeping.drafts.mine(dana.actor) == ()


def test_a_refused_report_says_why_and_keeps_what_was_typed(qtbot, page, worker, monkeypatch):
    def full(*_args: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(Proposals, "propose", full)
    panel = opened(page)
    QTest.keyClicks(panel.form.inputs.phone, "215-555-0194")
    panel.form.send.click()
    settle(qtbot, worker)
    assert panel.form.trouble == "The disk is full."
    assert panel.form.inputs.phone.text() == "215-555-0194"


def test_no_key_of_the_report_searches(page):
    opened(page)
    press(page, Qt.Key.Key_X)
    assert page.column.box.text() == "harbor"


def test_the_desks_question_stands_on_the_card_and_is_answered(qtbot, page, worker, dana):
    panel = opened(page)
    QTest.keyClicks(panel.form.inputs.phone, "215-555-0194")
    panel.form.send.click()
    settle(qtbot, worker)
    panel.told.back.click()
    (proposal,) = dana.keeping.proposals.waiting(RUTH)
    dana.keeping.proposals.ask(RUTH, proposal.id, "Who told you so?")
    page.side.read_questions()
    qtbot.waitUntil(lambda: page.pane.body.question is not None)
    page.pane.body.question.answer.click()
    panel.form.send.click()
    assert panel.form.trouble == NO_ANSWER
    QTest.keyClicks(panel.form.words, "The night nurse")
    panel.form.send.click()
    settle(qtbot, worker)
    assert panel.told.sentence == ANSWERED
    assert "The night nurse" in dana.keeping.proposals.waiting(RUTH)[0].words
    panel.told.back.click()
    qtbot.waitUntil(lambda: page.pane.body.question is None)


def test_beds_are_told_with_a_digit_and_enter(qtbot, page, worker, dana):
    page.pane.take_focus()
    press(page, Qt.Key.Key_4)
    press(page, Qt.Key.Key_Return)
    settle(qtbot, worker)
    told = dana.directory.entry(dana.actor, id_of(dana, HARBOR)).capacities[-1]
    assert (told.available, told.unit, told.said_by, told.maximum) == (4, "bed", "Dana R.", 16)
    assert not page.side.beds.isVisible()
    row = next(one for one in page.column.results.rows if one.key == id_of(dana, HARBOR))
    assert row.beds.words == "4 beds · just now"


def test_who_said_so_is_kept_with_the_beds(qtbot, page, worker, dana):
    page.pane.beds.click()
    QTest.keyClicks(page.side.beds.count, "?")
    QTest.keyClicks(page.side.beds.who, "Ms. Alvarez")
    page.side.beds.save.click()
    settle(qtbot, worker)
    told = dana.directory.entry(dana.actor, id_of(dana, HARBOR)).capacities[-1]
    assert (told.available, told.said_by) == (None, "Ms. Alvarez")


def test_more_beds_than_there_are_is_asked_back(page):
    page.pane.beds_wanted.emit("")
    QTest.keyClicks(page.side.beds.count, "17")
    press(page, Qt.Key.Key_Return)
    assert "only 16" in page.side.beds.trouble
    assert page.side.beds.isVisible()
    page.cover()
    assert not page.side.beds.isVisible()


def test_a_clinician_edits_nothing_and_a_social_worker_is_led_to_the_editor(qtbot, page, desk, theme, worker):
    assert not page.pane.edit.isVisible()
    other = FindPage(desk, theme, worker)
    in_front(qtbot, other)
    ask(qtbot, other, "harbor")
    with qtbot.waitSignal(other.edit_wanted) as wanted:
        other.pane.edit.click()
    assert wanted.args == [id_of(desk, HARBOR)]
    other.window().hide()


def test_an_officer_is_offered_nothing_of_it(qtbot, dana, theme, worker):
    other = FindPage(replace(dana, actor=Actor("o", "Officer", Role.OFFICER)), theme, worker)
    in_front(qtbot, other)
    ask(qtbot, other, "harbor")
    assert not any(one.isVisible() for one in (other.pane.report, other.pane.beds, other.pane.edit))


def test_changes_from_elsewhere_are_found_at_once(qtbot, page, desk):
    entry_id = id_of(desk, HARBOR)
    seen = desk.keeping.records.view(RUTH, entry_id).seen
    page.take_changes(desk.keeping.records.edit(RUTH, entry_id, {"name": "Harbor House"}, seen))
    assert page.column.results.rows[1].name == "Harbor House"


@pytest.mark.parametrize(("width", "height"), [(1280, 752), (1024, 592)])
def test_the_report_fits_the_smallest_windows(page, width, height):
    page.window().resize(width, height)
    opened(page)
    QApplication.processEvents()
    least = page.minimumSizeHint()
    assert least.width() <= width - 184
    assert least.height() <= height
    assert page.side.report.form.inputs.minimumSizeHint().width() <= page.side.report.width()


def test_every_control_of_the_report_has_a_name_and_is_reached_by_tab(page):
    panel = opened(page)
    seen: list[QWidget] = []
    while QApplication.focusWidget() not in seen:
        seen.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    unnamed = [one for one in seen if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)]
    assert unnamed == []
    for wanted in (
        panel.form.inputs.place,
        panel.form.inputs.phone,
        panel.form.words,
        panel.form.send,
        panel.form.back,
    ):
        assert wanted in seen
