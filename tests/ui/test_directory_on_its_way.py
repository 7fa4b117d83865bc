"""While something is written at the desk: no second save, and the answer moves nobody who has gone elsewhere."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from navigator.resources.field_values import phones_value
from navigator.resources.importing.verdicts import Batch
from navigator.resources.model import Phone
from navigator.resources.stewardship import removing
from navigator.ui.directory.check_form import CheckForm
from tests.ui.desk_of_directory import BRIGID, HAVEN, HOPE, LEHIGH, TIOGA, Bench, alert_on, entry_on, id_of, twins_on
from tests.ui.held import held


def beds_of(bench: Bench):
    """The tab, with its first row chosen and the focus on the table."""
    bench.page.open_tab("beds")
    bench.settle()
    tab = bench.page.beds
    tab.table.choose_first()
    bench.settle()
    tab.table.setFocus()
    return tab


def key(pressed: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), pressed)


def remove(bench: Bench, entry_id: str) -> None:
    """As the undoing of an import elsewhere does."""
    with bench.desk.directory._store.writing() as session:
        removing.remove(session, [entry_id])


def checks_on(bench: Bench, entry_id: str) -> int:
    history = bench.desk.keeping.records.view(bench.desk.actor, entry_id).history
    return sum(event.at == bench.desk.clock() for event in history)


def test_esc_while_a_count_is_written_leaves_the_count_alone(directory_bench):
    tab = beds_of(directory_bench)
    entry_id = tab.pane.line.entry_id
    with held(directory_bench.worker):
        key(Qt.Key.Key_3)
        key(Qt.Key.Key_Return)
        key(Qt.Key.Key_Escape)
    directory_bench.settle()
    assert directory_bench.desk.directory.entry(directory_bench.desk.actor, entry_id).capacities[-1].available == 3


def test_esc_takes_a_count_away_that_is_not_saved(directory_bench):
    tab = beds_of(directory_bench)
    key(Qt.Key.Key_3)
    key(Qt.Key.Key_1)
    key(Qt.Key.Key_Escape)
    assert not tab.pane.is_typed


def test_enter_twice_saves_one_count_and_goes_on_by_one_row(directory_bench):
    tab = beds_of(directory_bench)
    second, told = tab.table.rows[1].key, []
    tab.pane.settled.connect(told.append)
    tab.pane.went_on.connect(told.append)
    with held(directory_bench.worker):
        for pressed in (Qt.Key.Key_3, Qt.Key.Key_Return, Qt.Key.Key_Return):
            key(pressed)
    directory_bench.settle()
    assert len(told) == 1
    assert tab.table.current_key == second


def test_the_answer_moves_nobody_who_has_gone_to_another_row(directory_bench):
    bench = directory_bench
    bench.open("due", LEHIGH)
    tab = bench.page.due
    tab.table.setFocus()
    with held(bench.worker):
        key(Qt.Key.Key_3)
        tab.table.choose(id_of(bench.desk, BRIGID))
        whom = tab.panes.check.form.whom
        whom.setFocus()
        QTest.keyClicks(whom, "Ros")
    bench.settle()
    QTest.keyClicks(QApplication.focusWidget(), "a, ext 3")
    bench.settle()
    assert whom.text() == "Rosa, ext 3"
    assert tab.panes.check.due.name == BRIGID.name
    assert checks_on(bench, id_of(bench.desk, LEHIGH)) == 1
    assert checks_on(bench, id_of(bench.desk, BRIGID)) == 0


def test_a_record_that_one_comes_back_to_rests_until_its_answer_is_here(directory_bench):
    bench = directory_bench
    bench.open("due", LEHIGH)
    tab = bench.page.due
    with held(bench.worker):
        tab.panes.press("3")
        tab.table.choose(id_of(bench.desk, BRIGID))
        assert tab.panes.check.form.isEnabled()
        tab.table.choose(id_of(bench.desk, LEHIGH))
        assert not tab.panes.check.form.isEnabled()
        assert not tab.panes.press("3")
    bench.settle()
    assert checks_on(bench, id_of(bench.desk, LEHIGH)) == 1


def test_a_refusal_about_a_row_that_was_left_names_it(directory_bench):
    bench = directory_bench
    bench.open("due", LEHIGH)
    tab, lehigh = bench.page.due, id_of(bench.desk, LEHIGH)
    with held(bench.worker):
        tab.panes.press("3")
        tab.table.choose(id_of(bench.desk, BRIGID))
        remove(bench, lehigh)
    bench.settle()
    assert tab.trouble.startswith(f"{LEHIGH.name}: ")
    assert tab.panes.check.due.name == BRIGID.name


def test_of_a_row_that_is_gone_the_pane_shows_nothing(directory_bench):
    bench = directory_bench
    bench.open("due", LEHIGH)
    tab, gone = bench.page.due, id_of(bench.desk, BRIGID)
    remove(bench, gone)
    tab.table.choose(gone)
    assert "no longer in the directory" in tab.trouble
    assert tab.panes.check.is_clear
    assert not tab.panes.press("3")
    bench.settle()
    assert checks_on(bench, id_of(bench.desk, LEHIGH)) == 0


def test_a_check_of_a_record_that_is_gone_says_so(directory_bench):
    bench = directory_bench
    gone = id_of(bench.desk, HOPE)
    remove(bench, gone)
    bench.page.check_entry(gone)
    assert "no longer in the directory" in bench.page.due.trouble
    assert bench.page.due.panes.check.is_clear


def test_a_check_under_way_goes_when_its_record_goes(directory_bench):
    bench = directory_bench
    asked = id_of(bench.desk, HOPE)
    bench.page.check_entry(asked)
    bench.settle()
    remove(bench, asked)
    bench.page.refresh()
    bench.settle()
    due = bench.page.due.panes.check.due
    assert due is None or due.entry_id != asked


def test_a_pair_is_shown_as_its_records_are_now(open_directory):
    bench = open_directory(prepare=lambda desk, _station: twins_on(desk))
    bench.page.open_tab("duplicates")
    bench.settle()
    pane = bench.page.duplicates.pair
    other, records = pane.pair.other.entry.id, bench.desk.keeping.records
    seen = records.view(bench.desk.actor, other).seen
    new = phones_value([Phone("215-555-0100", words="new and right")])
    records.edit(bench.desk.actor, other, {"phones": new}, seen)
    bench.page.refresh()
    bench.settle()
    assert next(choice.difference.after for choice in pane.choices if choice.difference.field == "phones") == new


def test_what_is_typed_anew_survives_the_erasing_before_it(directory_bench):
    bench = directory_bench
    bench.open("due", LEHIGH)
    form: CheckForm = bench.page.due.panes.check.form
    form.whom.setFocus()
    with held(bench.worker):
        bench.write("a")
        QTest.keyClick(form.whom, Qt.Key.Key_Backspace)
        bench.write("Rosa at the front desk")
        bench.page.due.panes.flush()
    bench.settle()
    bench.open("due", BRIGID)
    bench.open("due", LEHIGH)
    assert form.whom.text() == "Rosa at the front desk"


def test_no_draft_is_left_of_the_last_text_that_was_deleted(directory_bench):
    """S-13: what somebody typed about the place goes with the text."""
    bench = directory_bench
    bench.desk.keeping.secrecy.hide(bench.desk.actor, id_of(bench.desk, HAVEN))
    bench.page.refresh()
    bench.settle()
    bench.open("due", HAVEN)
    pane = bench.page.due.panes.texts
    while pane.texts and not pane.is_clear:
        waiting = pane.texts[0]
        waiting.text.setFocus()
        bench.write("Behind the library ")
        waiting.delete.agreed.emit()
        bench.settle()
        bench.settle()
    assert bench.desk.keeping.secrecy.waiting(bench.desk.actor) == ()
    assert bench.desk.keeping.drafts.mine(bench.desk.actor) == ()
    assert entry_on(bench.desk, HAVEN).confidential


def test_an_alert_that_goes_on_is_one_alert(directory_bench):
    bench = directory_bench
    alert_on(bench.desk)
    bench.page.refresh()
    bench.settle()
    bench.open("due", TIOGA)
    pane = bench.page.due.panes.alert
    pane.until.setFocus()
    bench.write("12/1/2026")
    bench.click(pane.go_on)
    assert [alert.ends for alert in entry_on(bench.desk, TIOGA).alerts] == [date(2026, 12, 1)]


def test_a_stop_while_a_file_is_read_is_heeded(directory_bench, tmp_path):
    bench = directory_bench
    bench.page.open_tab("imports")
    tab, path = bench.page.imports, tmp_path / "list.csv"
    path.write_text("name,phone\nNew Place,215-555-0107\n")
    with held(bench.worker):
        tab.bring_in((path,))
        tab.working.stop.click()
    bench.settle()
    assert tab.shown is tab.batches


def test_what_cannot_be_stopped_offers_no_stop(directory_bench):
    """A parcel is received whole or not at all."""
    working = directory_bench.page.imports.working
    working.begin("Receiving the parcel", "All of it is received, or nothing.", stops=False)
    assert working.stop.isHidden()
    working.begin("Reading the file", "Nothing is written yet.")
    assert not working.stop.isHidden()


def test_one_double_click_does_not_undo_an_import(directory_bench):
    bench = directory_bench
    bench.page.open_tab("imports")
    pane, wanted = bench.page.imports.batches.pane, []
    pane.undo_wanted.connect(wanted.append)
    bench.page.imports.batches._show_face(is_empty=False)
    pane.show_batch(Batch("b", "list", "list.csv", "table", bench.desk.clock(), "Ruth S.", {}))
    QApplication.processEvents()
    window, middle = pane.window(), pane.undo.ask.mapTo(pane.window(), pane.undo.ask.rect().center())
    bench.click(pane.undo.ask)
    QApplication.processEvents()
    bench.click(window.childAt(middle))
    assert pane.undo.is_open
    assert wanted == []
