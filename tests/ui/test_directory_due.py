"""Due today: what stands there and why, which pane leads on, and a check by telephone with one key for each outcome."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from navigator.city import load_city
from navigator.resources.model import Outcome, Status
from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.resources.stewardship.marks import How, Mark
from navigator.ui.directory.check_foot import AFTER_EDITING
from navigator.ui.directory.check_form import NOBODY
from navigator.ui.directory.check_pane import EDITED
from navigator.ui.directory.question_line import OLD, QuestionLine
from navigator.ui.directory.script import Now, questions
from navigator.ui.find.fact_line import FactLine
from navigator.ui.widgets.text import Text
from tests.ui.desk_of_directory import (
    ALLEGHENY,
    BRIGID,
    CEDAR,
    HAVEN,
    HOPE,
    LEHIGH,
    NORTHBANK,
    PANTRY,
    TIOGA,
    UNTOUCHED,
    Bench,
    alert_on,
    entry_on,
    id_of,
    proposed_on,
)
from tests.ui.desk_of_find import NOW


@pytest.fixture
def script(directory_bench) -> Bench:
    """The check of the Lehigh Sobering Center is chosen."""
    directory_bench.open("due", LEHIGH)
    return directory_bench


def check_pane(bench: Bench):
    return bench.page.due.panes.check


def answered(bench: Bench, whom: str = "Ms. Alvarez, intake") -> None:
    check_pane(bench).form.whom.setFocus()
    bench.write(whom)


def test_the_table_says_why_and_since_when(directory_bench):
    rows = {row.cells[0].words: [cell.words for cell in row.cells[1:]] for row in directory_bench.page.due.table.rows}
    assert rows[BRIGID.name][:2] == ["Due", "3 months ago"]
    assert rows[UNTOUCHED.name][:2] == ["Unchecked", "never"]
    assert rows[NORTHBANK.name] == ["Beds old", "6 h ago", "Beds"]
    assert ALLEGHENY.name not in rows


def test_how_many_are_due_is_told_to_the_tab_and_to_the_window(directory_bench, qtbot):
    page = directory_bench.page
    with qtbot.waitSignal(page.counted, check_params_cb=lambda count: count == len(page.due.table.rows)):
        page.due.refresh()
    assert page.tabs.buttons["due"].accessibleName() == f"Due today, {len(page.due.table.rows)}"


def test_each_reason_leads_to_its_pane(directory_bench):
    bench, panes = directory_bench, directory_bench.page.due.panes
    proposed_on(bench.desk)
    alert_on(bench.desk)
    bench.desk.keeping.secrecy.hide(bench.desk.actor, id_of(bench.desk, HAVEN))
    bench.page.refresh()
    bench.settle()
    for entry, pane in (
        (CEDAR, panes.proposal),
        (TIOGA, panes.alert),
        (NORTHBANK, panes.beds),
        (HAVEN, panes.texts),
        (BRIGID, panes.check),
    ):
        bench.open("due", entry)
        assert panes.currentWidget() is pane, entry.name


def test_the_script_asks_for_what_the_record_says(script):
    asked = {line.question.ask: line.question for line in check_pane(script).script}
    assert "Monday to Friday" in asked["When are you open, and when do you take new people?"].known
    assert asked["How many chairs are free now?"].known == "4 chairs · 20 min ago"
    assert asked["How does a person get in?"].known == "Not known."
    assert "215-555-0110 (Nurse on duty)" in asked["Is this the right number to call?"].known


def test_what_the_check_is_about_is_marked_and_who_vouched_last_is_said(theme, qtbot):
    vouched = {"hours": Mark(NOW - timedelta(days=90), "Lena M.", How.VERIFIED)}
    asked = questions(LEHIGH, vouched, ("Hours",), "chair", Now(NOW, load_city("philadelphia").zone))
    hours, others = asked[1], (asked[0], *asked[2:])
    assert (hours.is_old, hours.vouched) == (True, "Confirmed 3 months ago by Lena M.")
    assert not any(one.is_old or one.vouched for one in others)
    line = QuestionLine(theme, hours)
    qtbot.addWidget(line)
    assert OLD in [text.text() for text in line.findChildren(Text)]


def test_where_all_is_to_be_gone_through_nothing_is_marked(script):
    rows = {row.cells[0].words: row.cells[3].words for row in script.page.due.table.rows}
    assert rows[LEHIGH.name] == "All"
    assert not any(line.question.is_old for line in check_pane(script).script)


def test_a_confidential_place_is_not_asked_where_it_is(directory_bench):
    bench = directory_bench
    bench.desk.keeping.secrecy.hide(bench.desk.actor, id_of(bench.desk, BRIGID))
    for waiting in bench.desk.keeping.secrecy.waiting(bench.desk.actor):
        bench.desk.keeping.secrecy.delete(bench.desk.actor, waiting.id)
    bench.page.refresh()
    bench.settle()
    bench.open("due", BRIGID)
    assert not [line for line in check_pane(bench).script if "address" in line.question.ask]


def test_one_key_confirms_all_and_the_next_one_is_chosen(script, qtbot):
    before = script.names()
    answered(script)
    script.page.due.table.setFocus()
    with qtbot.waitSignal(script.page.changed, check_params_cb=lambda entries: entries[0].name == LEHIGH.name):
        script.press(Qt.Key.Key_1)
    found = entry_on(script.desk, LEHIGH).verified
    assert (found.outcome, found.source, found.method) == (Outcome.CONFIRMED, "Ms. Alvarez, intake", "by phone")
    assert LEHIGH.name not in script.names()
    after = before[before.index(LEHIGH.name) + 1]
    assert script.page.due.table.rows[script.page.due.table.currentIndex().row()].cells[0].words == after
    assert check_pane(script).due.name == after
    assert script.page.due.table.hasFocus()


def test_a_check_without_anybody_asked_is_not_written_down(script):
    script.page.due.table.setFocus()
    script.press(Qt.Key.Key_1)
    assert check_pane(script).form.trouble == NOBODY
    assert check_pane(script).form.whom.hasFocus()
    assert entry_on(script.desk, LEHIGH).verified.source == "Ms. Alvarez (intake)"


def test_nobody_reached_needs_nobody_and_is_asked_again_tomorrow(script):
    script.press(Qt.Key.Key_3)
    assert LEHIGH.name not in script.names()
    assert entry_on(script.desk, LEHIGH).verified.outcome is Outcome.CONFIRMED
    history = script.desk.keeping.records.view(script.desk.actor, id_of(script.desk, LEHIGH)).history
    assert "not reached" in f"{history[0].title} {history[0].words}".casefold()


def test_what_is_gone_is_closed_only_after_it_was_asked_again(script):
    answered(script, "The landlord")
    script.page.due.table.setFocus()
    script.press(Qt.Key.Key_4)
    foot = check_pane(script).foot
    assert foot.asks
    assert foot.back.hasFocus()
    assert not foot.press("1")
    script.click(foot.close_it)
    assert entry_on(script.desk, LEHIGH).status is Status.CLOSED


def test_the_way_back_from_closing_writes_nothing(script):
    script.press(Qt.Key.Key_4, Qt.Key.Key_Return)
    assert not check_pane(script).foot.asks
    assert entry_on(script.desk, LEHIGH).status is Status.ACTIVE


def test_a_digit_in_an_input_is_a_digit(script):
    answered(script, "Room 14, desk 3")
    assert check_pane(script).form.whom.text() == "Room 14, desk 3"
    assert LEHIGH.name in script.names()


def test_something_changed_opens_the_record_and_the_check_goes_on_after_it(script):
    desk, page = script.desk, script.page
    answered(script)
    page.due.table.setFocus()
    script.press(Qt.Key.Key_2)
    assert page.shown is page.editor
    lehigh = id_of(desk, LEHIGH)
    seen = desk.keeping.records.view(desk.actor, lehigh).seen
    changed = desk.keeping.records.edit(desk.actor, lehigh, {"bring": "a blanket"}, seen)
    page.editor.saved.emit(changed)
    page.editor.left.emit()
    script.settle()
    pane = check_pane(script)
    assert pane.due.entry_id == lehigh
    assert pane.form.whom.text() == "Ms. Alvarez, intake"
    assert pane.foot.buttons[Outcome.CHANGED].text() == AFTER_EDITING
    assert EDITED in [line.words for line in pane.findChildren(FactLine)]
    page.due.table.setFocus()
    script.press(Qt.Key.Key_2)
    assert entry_on(desk, LEHIGH).verified.outcome is Outcome.CHANGED


def test_the_next_check_is_due_when_the_kind_says_unless_another_day_is_written(script):
    form = check_pane(script).form
    usual = script.desk.keeping.checks.next_due_of(script.desk.actor, entry_on(script.desk, LEHIGH))
    assert form.next_due.day == usual
    answered(script)
    form.next_due.setFocus()
    form.next_due.selectAll()
    script.write("12/24/2026")
    script.page.due.table.setFocus()
    script.press(Qt.Key.Key_1)
    assert entry_on(script.desk, LEHIGH).due_on == date(2026, 12, 24)


def test_a_day_that_is_none_is_said_under_its_field(script):
    form = check_pane(script).form
    answered(script)
    form.next_due.setFocus()
    form.next_due.selectAll()
    script.write("soonish")
    script.page.due.table.setFocus()
    script.press(Qt.Key.Key_1)
    assert "no day" in form.trouble
    assert form.next_due.text() == "soonish"


def test_what_is_typed_comes_back_with_the_row_and_after_the_lock(script, theme, worker, qtbot):
    answered(script, "Mr. Tran")
    script.open("due", BRIGID)
    script.open("due", LEHIGH)
    assert check_pane(script).form.whom.text() == "Mr. Tran"
    answered(script, ", night desk")
    script.page.cover()
    script.settle()
    draft = script.desk.keeping.drafts.find(script.desk.actor, DeskDraftKind.CHECK, id_of(script.desk, LEHIGH))
    assert draft.content["with_whom"] == "Mr. Tran, night desk"
    again = Bench.of(qtbot, script.desk, theme, worker)
    again.open("due", LEHIGH)
    assert check_pane(again).form.whom.text() == "Mr. Tran, night desk"
    again.close()


def test_a_saved_check_leaves_no_draft(script):
    answered(script)
    script.page.due.table.setFocus()
    script.press(Qt.Key.Key_1)
    assert script.desk.keeping.drafts.mine(script.desk.actor) == ()


def test_what_the_service_refuses_is_said_at_the_foot_and_nothing_typed_is_lost(script):
    pane = check_pane(script)
    answered(script)
    pane.due = type(pane.due)("gone", LEHIGH.name, pane.due.why, None, "", ())
    script.page.due.table.setFocus()
    script.press(Qt.Key.Key_1)
    assert "no longer in the directory" in pane.foot.trouble
    assert pane.form.whom.text() == "Ms. Alvarez, intake"
    assert pane.form.isEnabled()


def test_a_refresh_leaves_what_is_typed_and_the_focus_alone(script):
    answered(script, "Ms. A")
    form = check_pane(script).form
    script.page.refresh()
    script.settle()
    assert check_pane(script).form is form
    assert QApplication.focusWidget() is form.whom
    script.write("lvarez")
    assert form.whom.text() == "Ms. Alvarez"


def test_a_check_may_be_asked_for_before_it_is_due(directory_bench):
    bench = directory_bench
    before = bench.page.due.table.current_key
    bench.page.check_entry(id_of(bench.desk, HOPE))
    bench.settle()
    assert check_pane(bench).due.name == HOPE.name
    answered(bench)
    bench.page.due.panes.press("1")
    bench.settle()
    assert entry_on(bench.desk, HOPE).verified.source == "Ms. Alvarez, intake"
    assert bench.page.due.table.current_key == before == id_of(bench.desk, NORTHBANK)
    assert bench.page.due.panes.currentWidget() is bench.page.due.panes.beds


def test_an_alert_goes_on_or_is_over(directory_bench):
    bench = directory_bench
    alert_on(bench.desk)
    alert_on(bench.desk, PANTRY, "No milk this week")
    bench.page.refresh()
    bench.settle()
    pane = bench.page.due.panes.alert
    bench.open("due", TIOGA)
    bench.click(pane.go_on)
    assert "until when" in pane.trouble
    bench.write("12/1/2026")
    bench.click(pane.go_on)
    today = date(2026, 11, 23)
    assert [alert.ends for alert in entry_on(bench.desk, TIOGA).alerts if alert.is_on(today)] == [date(2026, 12, 1)]
    bench.open("due", PANTRY)
    bench.click(pane.end_it)
    assert not [alert for alert in entry_on(bench.desk, PANTRY).alerts if alert.is_on(today)]


def test_a_text_that_waits_is_released_without_the_place_or_deleted(directory_bench):
    bench = directory_bench
    bench.desk.keeping.secrecy.hide(bench.desk.actor, id_of(bench.desk, HAVEN))
    bench.page.refresh()
    bench.settle()
    bench.open("due", HAVEN)
    pane = bench.page.due.panes.texts
    count = len(pane.texts)
    pane.texts[0].text.setPlainText("Shelter for women")
    pane.texts[0].field.setCurrentIndex(pane.texts[0].field.findData("kind"))
    bench.click(pane.texts[0].release)
    assert entry_on(bench.desk, HAVEN).kind == "Shelter for women"
    assert len(pane.texts) == count - 1
    assert bench.desk.keeping.drafts.mine(bench.desk.actor) == ()


def test_an_empty_desk_says_so_and_what_stands_there(open_directory):
    bench = open_directory(entries=(HOPE,))
    assert bench.page.due._stack.currentWidget() is bench.page.due._empty
    assert bench.page.tabs.buttons["due"].count is None
