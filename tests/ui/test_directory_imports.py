"""The tab "Imports": a file is looked through before anything is written, brought in, taken back (S-08, S-09)."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from navigator.access import Role
from navigator.resources.importing.verdicts import Verdict
from navigator.ui.directory.imports.running import Running
from navigator.ui.directory.imports.tab import ImportsTab
from navigator.ui.widgets.text import Text
from tests.ui.desk_of_directory import directory_desk_of
from tests.ui.desk_of_find import in_front

TABLE = """Agency,Street,Zip Code,Telephone,Opening hours,Remarks
Cedar Family Shelter,1420 Example Street,19134,215-555-0111,"Mon-Fri 9am-5pm",Ring twice
Example Soup Kitchen,5 Example Street,19134,215-555-0172,whenever,
Example Legal Clinic,9 Example Street,19107,215-555-0173,"Tue 1pm-4pm",Bring letters
"""


class Files:
    """Stands for the dialogs: gives the files to read, and where to write."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.chosen: tuple[Path, ...] = ()

    def put(self, name: str, text: str) -> None:
        path = self.folder / name
        path.write_text(text)
        self.chosen = (path,)

    def ask(self, _parent: object, _title: str) -> tuple[Path, ...]:
        return self.chosen

    def where(self, _parent: object, name: str) -> Path:
        return self.folder / name


@pytest.fixture
def files(tmp_path: Path) -> Files:
    folder = tmp_path / "files"
    folder.mkdir()
    return Files(folder)


@pytest.fixture
def desk(signed):
    at = signed(Role.SOCIAL_WORKER)
    return directory_desk_of(at.station, at.actor)


@pytest.fixture
def tab(qtbot: QtBot, desk, theme, worker, files) -> ImportsTab:
    made = ImportsTab(desk, theme, worker, ask=files.ask, ask_where=files.where)
    in_front(qtbot, made)
    made.set_narrow(False)
    return made


def names(desk) -> set[str]:
    return {entry.name for entry in desk.directory.entries(desk.actor)}


def look_at(qtbot: QtBot, tab: ImportsTab, files: Files, text: str = TABLE) -> None:
    """Brings the table as far as the look through it, with the columns as they are guessed."""
    files.put("help.csv", text)
    tab.batches.bring_in.click()
    qtbot.waitUntil(lambda: tab.shown is tab.columns)
    tab.columns.go.click()
    qtbot.waitUntil(lambda: tab.shown is tab.look)


def bring_in(qtbot: QtBot, tab: ImportsTab, files: Files) -> None:
    look_at(qtbot, tab, files)
    with qtbot.waitSignal(tab.rebuilt):
        tab.look.foot.take.click()
    qtbot.waitUntil(lambda: len(tab.batches.table.rows) == 1)


def test_the_columns_of_a_table_are_guessed_and_shown_with_what_stands_in_them(qtbot, tab, files):
    files.put("help.csv", TABLE)
    tab.batches.bring_in.click()
    qtbot.waitUntil(lambda: tab.shown is tab.columns)
    rows = {row.key: [cell.words for cell in row.cells] for row in tab.columns.table.rows}
    assert rows["Telephone"][2] == "Phone"
    assert rows["Street"] == ["Street", "1420 Example Street, 5 Example Street, 9 Example Street", "Address: street"]
    assert rows["Opening hours"][2] == "Hours"


def test_a_person_says_what_a_column_means_and_it_is_known_the_next_time(qtbot, tab, files, desk):
    files.put("help.csv", TABLE)
    tab.batches.bring_in.click()
    qtbot.waitUntil(lambda: tab.shown is tab.columns)
    tab.columns.table.choose("Remarks")
    target = tab.columns.pane.target
    target.setCurrentIndex(target.findData("directions"))
    target.activated.emit(target.currentIndex())
    tab.columns.keep_as.setText("Our list")
    tab.columns.go.click()
    qtbot.waitUntil(lambda: tab.shown is tab.look)
    tab.look.foot.leave.click()
    tab.batches.bring_in.click()
    qtbot.waitUntil(lambda: tab.shown is tab.columns)
    assert tab.columns.mapping.target("Remarks") == "directions"
    assert tab.columns.keep_as.text() == "Our list"


def test_a_table_without_a_name_is_not_read_and_what_is_wrong_is_said(qtbot, tab, files):
    files.put("help.csv", "Colour,Weight\nred,5\nblue,7\n")
    tab.batches.bring_in.click()
    qtbot.waitUntil(lambda: tab.shown is tab.columns)
    tab.columns.go.click()
    assert tab.columns.trouble.sentence.startswith("No column is the name yet.")
    assert tab.shown is tab.columns


def test_nothing_is_written_while_one_looks_through(qtbot, tab, files, desk):
    before = names(desk)
    look_at(qtbot, tab, files)
    report = tab.look.prepared.report
    assert (report.rows, report.new + report.changed + report.held) == (3, 3)
    assert names(desk) == before
    tab.look.foot.leave.click()
    assert tab.shown is tab.batches
    assert names(desk) == before


def test_a_change_is_shown_field_by_field(qtbot, tab, files):
    look_at(qtbot, tab, files)
    assert tab.look.prepared.items(Verdict.CHANGED, 0, 9)[0].name == "Cedar Family Shelter"
    assert tab.look.table.current_key == 0
    labels = [child.text() for child in tab.look.pane.findChildren(Text)]
    assert "Hours" in labels
    assert "Monday to Friday, 9:00 AM to 5:00 PM" in labels


def test_what_was_looked_through_comes_in_and_can_be_taken_back(qtbot, tab, files, desk):
    before = names(desk)
    bring_in(qtbot, tab, files)
    assert {"Example Soup Kitchen", "Example Legal Clinic"} <= names(desk)
    assert tab.shown is tab.batches
    tab.batches.table.choose_first()
    undo = tab.batches.pane.undo
    undo.ask.click()
    assert undo.no.hasFocus()
    with qtbot.waitSignal(tab.rebuilt):
        undo.yes.click()
    assert names(desk) == before
    qtbot.waitUntil(lambda: [row.cells[3].words for row in tab.batches.table.rows] == ["Undone"])


def test_bad_rows_are_named_and_left_out_only_when_a_person_says_so(qtbot, tab, files, desk):
    look_at(qtbot, tab, files, TABLE + ",12 Example Street,19134,215-555-0174,,\n")
    foot = tab.look.foot
    assert not foot.take.isEnabled()
    assert foot.skip.text() == "Leave out 1 bad row"
    foot.skip.click()
    with qtbot.waitSignal(tab.rebuilt):
        foot.take.click()
    assert "Example Legal Clinic" in names(desk)


def test_a_file_that_is_no_directory_says_so_and_nothing_is_written(qtbot, tab, files, desk):
    before = names(desk)
    files.put("numbers.json", json.dumps({"numbers": [1, 2]}))
    tab.batches.bring_in.click()
    qtbot.waitUntil(lambda: tab.shown is tab.batches and tab.batches.refusal != "")
    assert "numbers.json" in tab.batches.refusal
    assert names(desk) == before


def test_a_directory_that_changed_meanwhile_is_said_and_the_look_stays(qtbot, tab, files, desk):
    look_at(qtbot, tab, files)
    cedar = next(entry for entry in desk.directory.entries(desk.actor) if entry.name == "Cedar Family Shelter")
    desk.keeping.records.edit(desk.actor, cedar.id, {"bring": "Photo ID"}, "")
    tab.look.foot.take.click()
    qtbot.waitUntil(lambda: tab.shown is tab.look and tab.look.foot.trouble.sentence != "")
    assert "changed meanwhile" in tab.look.foot.trouble.sentence


def test_work_that_is_stopped_ends_at_its_next_word(qtbot, tab, worker):
    running = Running(worker, tab)
    steps: list[int] = []

    def work(tell) -> None:
        for step in range(1000):
            steps.append(step)
            tell(step, 1000)
            if step == 3:
                running.stop()

    with qtbot.waitSignal(running.stopped):
        running.run(work, lambda _none: pytest.fail("it was stopped"), lambda _error: pytest.fail("it was stopped"))
    assert steps == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(("kind", "name"), [("hsds-json", "json"), ("csv", "csv"), ("hsds-tabular", "zip")])
def test_the_directory_is_given_away_in_each_format(qtbot, tab, files, kind, name):
    tab.batches.give.click()
    tab.giving.kind.choose(kind)
    tab.giving.write.click()
    qtbot.waitUntil(lambda: tab.shown is tab.giving and tab.giving.done != "")
    assert [path.suffix for path in files.folder.iterdir()] == [f".{name}"]


def test_a_parcel_is_written_with_its_seal(qtbot, tab, files):
    tab.batches.give.click()
    tab.giving.write.click()
    qtbot.waitUntil(lambda: tab.shown is tab.giving and tab.giving.done != "")
    assert tab.giving.done.startswith("Parcel 1 is written: 11 entries.")


def test_enter_leads_from_a_column_to_its_choice(qtbot, tab, files):
    files.put("help.csv", TABLE)
    tab.batches.bring_in.click()
    qtbot.waitUntil(lambda: tab.shown is tab.columns)
    tab.columns.table.choose("Telephone")
    QTest.keyClick(tab.columns.table, Qt.Key.Key_Return)
    assert tab.columns.pane.target.hasFocus()
