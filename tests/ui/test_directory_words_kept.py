"""What is typed among the words waits and survives, what is saved counts at once, and nothing tried is kept (S-12)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from navigator.resources.stewardship.desk_drafts import NEW
from navigator.ui.desk_pages import pages_of
from tests.ui.desk_of_directory import LEHIGH, Bench
from tests.ui.desk_of_find import in_front
from tests.ui.desk_of_words import CONTROL, TRANQ, add, choose, heard, key, own, row, shipped, tab_of
from tests.ui.held import held


@pytest.fixture
def bench(directory_bench) -> Bench:
    directory_bench.open("words")
    return directory_bench


def test_what_is_tried_is_kept_nowhere(bench, qtbot):
    trial = choose(bench, shipped(bench)).pane.trial
    QTest.keyClicks(trial.words, "somebody said this")
    qtbot.waitUntil(lambda: trial.answer is not None)
    bench.page.cover()
    assert bench.desk.keeping.drafts.mine(bench.desk.actor) == ()


def test_put_back_twice_brings_it_back_once(bench):
    kept = own(bench)
    tab = choose(bench, kept)
    bench.click(tab.pane.remove)
    with held(bench.worker):
        for _ in range(2):
            QTest.mouseClick(tab.foot.put_back, Qt.MouseButton.LeftButton)
    bench.settle()
    assert heard(bench) == [TRANQ.group]
    assert tab.trouble == ""


def test_what_is_typed_waits_in_its_row_while_another_is_read(bench):
    kept = own(bench)
    tab = choose(bench, kept)
    tab.pane.say.appendPlainText("tranq")
    choose(bench, shipped(bench))
    bench.page.refresh()
    bench.settle()
    assert row(bench, kept.ref)[2] == "Not saved"
    choose(bench, kept)
    assert tab.pane.say.toPlainText() == "tranq dope\ntranq"


def test_what_is_typed_survives_the_lock_and_a_new_window(open_directory, qtbot, theme, worker):
    bench = open_directory()
    bench.open("words")
    key(bench, Qt.Key.Key_N)
    bench.write("tranq dope")
    bench.page.cover()
    bench.settle()
    bench.page.window().hide()
    again = Bench.of(qtbot, bench.desk, theme, worker)
    again.open("words")
    assert row(again, NEW)[2] == "Not saved"
    key(again, Qt.Key.Key_N)
    assert tab_of(again).pane.say.toPlainText() == "tranq dope"
    again.close()


def test_a_change_of_somebody_else_is_told_and_what_is_typed_stays(bench, clock):
    kept = own(bench)
    tab = choose(bench, kept)
    tab.pane.say.appendPlainText("tranq")
    clock.forward(minutes=1)
    bench.desk.keeping.words.put(bench.desk.actor, kept.saying(("dope",), ("sobering center",)))
    bench.click(tab.pane.save)
    assert "Somebody else changed these words" in tab.pane.trouble
    assert tab.pane.say.toPlainText() == "tranq dope\ntranq"
    assert heard(bench)[0].say == ("dope",)


def test_words_that_came_from_elsewhere_are_spoken_when_the_desk_is_read_anew(bench, qtbot):
    with qtbot.waitSignal(bench.page.spoke) as spoke:
        own(bench)
    assert TRANQ.group in spoke.args[0].groups


def test_saving_twice_saves_once(bench):
    key(bench, Qt.Key.Key_N)
    pane = tab_of(bench).pane
    pane.say.setPlainText("tranq dope")
    pane.means.setPlainText("sobering center")
    with held(bench.worker):
        for _ in range(2):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CONTROL)
    bench.settle()
    assert len(heard(bench)) == 1


class Holder:
    """The window around the pages."""

    def show_page(self, key: str) -> None: ...

    def show_count(self, key: str, count: int) -> None: ...

    def show_scene(self, since: object) -> None: ...


def test_the_social_worker_adds_words_and_typing_them_finds_the_place(directory_bench, qtbot, theme, worker):
    desk = directory_bench.desk
    pages = {page.key: page.widget for page in pages_of(desk, Holder(), theme, worker, lambda *_: None)}
    find, directory = pages["find"], pages["directory"]
    qtbot.addWidget(find)
    in_front(qtbot, directory)
    bench = Bench(qtbot, desk, directory, worker)
    find.column.box.setText("tranq dope")
    qtbot.waitUntil(lambda: find.column.answer.query.text == "tranq dope")
    assert LEHIGH.name not in [hit.entry.name for hit in find.column.answer.hits]
    bench.open("words")
    add(bench, ("tranq dope",), "sobering center")
    assert find.column.answer.hits[0].entry.name == LEHIGH.name
    directory.words.pane.remove_it()
    bench.settle()
    assert LEHIGH.name not in [hit.entry.name for hit in find.column.answer.hits]
    bench.close()
