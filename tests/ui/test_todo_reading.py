"""What is owed is read behind the window, and not at all for a screen that nobody looks at."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.desk_of_casework import call_on, draft_on, visit_on
from tests.ui.desk_of_todo import heads, said, spoken


@pytest.fixture
def reads(casework_desk, monkeypatch):
    """Notes each reading of the list."""
    made, owed = [], casework_desk.casework.worklists.owed

    def noted(actor):
        made.append(actor)
        return owed(actor)

    monkeypatch.setattr(casework_desk.casework.worklists, "owed", noted)
    return made


@pytest.fixture
def slow(casework_desk, monkeypatch):
    """Readings wait until the event is set."""
    go_on, owed = Event(), casework_desk.casework.worklists.owed

    def waiting(actor):
        found = owed(actor)
        assert go_on.wait(10)
        return found

    def make_slow() -> Event:
        monkeypatch.setattr(casework_desk.casework.worklists, "owed", waiting)
        return go_on

    yield make_slow
    go_on.set()


def test_the_window_does_not_wait_for_the_list(casework_desk, open_todo, slow, qtbot, worker):
    page = open_todo()
    go_on = slow()
    visit_on(casework_desk)
    page.refresh()
    assert "Nothing is waiting." in said(page)
    go_on.set()
    qtbot.waitUntil(lambda: not worker.busy)
    assert heads(page) == ["Visits not finished, 1"]
    assert page.records.hasFocus()


def test_an_answer_to_an_older_question_is_not_shown(casework_desk, open_todo, slow, qtbot, worker):
    page = open_todo()
    go_on, counts = slow(), []
    page.counted.connect(counts.append)
    page.refresh()
    page.refresh()
    visit_on(casework_desk)
    page.refresh()
    go_on.set()
    qtbot.waitUntil(lambda: not worker.busy)
    assert counts == [1]


def test_a_list_that_comes_behind_another_page_is_counted_and_takes_no_focus(
    casework_desk, open_todo, slow, qtbot, worker
):
    page = open_todo()
    go_on = slow()
    visit_on(casework_desk)
    page.refresh()
    page.hide()
    with qtbot.waitSignal(page.counted, check_params_cb=lambda count: count == 1):
        go_on.set()
    assert spoken(page) == []
    page.show()
    qtbot.waitUntil(lambda: not worker.busy)
    assert len(spoken(page)) == 1


def test_at_a_screen_that_nobody_attends_the_times_go_on_and_nothing_is_read(
    casework_desk, clock, open_todo, reads, qtbot, worker
):
    call_on(casework_desk, draft_on(casework_desk, visit_on(casework_desk)))
    clock.forward(minutes=31)
    page = open_todo()
    qtbot.waitUntil(lambda: not worker.busy)
    before = len(reads)
    clock.forward(seconds=59)
    page._minute.timeout.emit()
    assert worker.busy
    qtbot.waitUntil(lambda: not worker.busy)
    assert len(reads) == before + 1
    clock.forward(minutes=2)
    page._minute.timeout.emit()
    assert not worker.busy
    assert "34 min" not in spoken(page)[0]
    assert "33 min" in spoken(page)[0]
    assert len(reads) == before + 1


def test_whoever_comes_back_sees_the_list_as_it_is_now(casework_desk, clock, open_todo, reads, qtbot, worker):
    page = open_todo()
    clock.forward(minutes=2)
    page._minute.timeout.emit()
    visit_on(casework_desk)
    QTest.keyClick(page.window().windowHandle(), Qt.Key.Key_Shift)
    qtbot.waitUntil(lambda: not worker.busy)
    assert heads(page) == ["Visits not finished, 1"]
    page.hide()
    clock.forward(minutes=2)
    QTest.keyClick(page.window().windowHandle(), Qt.Key.Key_Shift)
    assert not worker.busy
