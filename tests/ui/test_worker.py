"""Long work leaves the window alive, and its answers come back where they are expected, or nowhere."""

import gc
import sys
import threading

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from navigator.errors import NEUTRAL, UserError
from navigator.ui.worker import Worker


@pytest.fixture
def answers() -> list[object]:
    return []


@pytest.fixture
def sentences() -> list[str]:
    return []


@pytest.fixture
def owner(qapp) -> QObject:
    return QObject()


def test_work_runs_elsewhere_and_the_answer_comes_here(worker: Worker, owner, answers, qtbot: QtBot):
    worker.run(owner, threading.get_ident, lambda ident: answers.extend([ident, threading.get_ident()]), pytest.fail)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers[0] != answers[1] == threading.get_ident()


def test_answers_come_in_the_order_of_the_work(worker: Worker, owner, answers, qtbot: QtBot):
    for number in range(20):
        worker.run(owner, lambda number=number: number, answers.append, pytest.fail)
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert answers == list(range(20))


def test_a_refusal_reaches_its_asker(worker: Worker, owner, sentences, qtbot: QtBot):
    def refuse():
        raise UserError("The disk is full.")

    worker.run(owner, refuse, pytest.fail, lambda error: sentences.append(error.sentence))
    qtbot.waitUntil(lambda: bool(sentences))
    assert sentences == ["The disk is full."]


def test_a_fault_reaches_the_hook_and_the_asker_hears_the_neutral_sentence(
    worker: Worker, owner, sentences, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    hooked = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_rest: hooked.append(kind))
    worker.run(owner, lambda: 1 // 0, pytest.fail, lambda error: sentences.append(error.sentence))
    qtbot.waitUntil(lambda: bool(sentences))
    assert sentences == [NEUTRAL]
    assert hooked == [ZeroDivisionError]


def test_an_answer_whose_owner_is_gone_is_dropped(worker: Worker, qtbot: QtBot, answers):
    gone, here = QObject(), QObject()
    held = threading.Event()
    worker.run(gone, lambda: held.wait(5), lambda _: answers.append("to nobody"), pytest.fail)
    delete(gone)
    held.set()
    worker.run(here, lambda: "to someone", answers.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["to someone"]


def test_work_that_is_dropped_before_it_began_is_not_done(worker: Worker, owner, qtbot: QtBot, answers):
    held = threading.Event()
    worker.run(owner, lambda: held.wait(5), lambda _: None, pytest.fail)
    ticket = worker.run(owner, lambda: answers.append("done"), answers.append, pytest.fail)
    worker.drop(ticket)
    held.set()
    worker.run(owner, lambda: "last", answers.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["last"]


def test_stopping_waits_for_the_work_and_leaves_no_thread(qapp, owner, answers):
    before = set(threading.enumerate())
    worker = Worker()
    began = threading.Event()

    def work():
        began.set()
        QThread.msleep(20)
        answers.append("finished")

    worker.run(owner, work, pytest.fail, pytest.fail)
    worker.run(owner, lambda: answers.append("never begun"), pytest.fail, pytest.fail)
    began.wait(5)
    worker.close()
    qapp.processEvents()
    assert answers == ["finished"]
    assert set(threading.enumerate()) <= before


def test_while_the_worker_runs_garbage_is_collected_on_the_thread_of_the_window(qtbot, worker):
    assert gc.isenabled()
    seen: list[bool] = []
    worker.run(worker, gc.isenabled, seen.append, lambda _error: None)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False]
    worker.close()
    assert gc.isenabled()


class _Cycle:
    """Garbage that only the collector finds."""

    def __init__(self, told: list[int]) -> None:
        self.itself, self.told = self, told

    def __del__(self) -> None:
        self.told.append(threading.get_ident())


def test_what_is_let_go_on_the_worker_is_destroyed_on_the_thread_of_the_window(qtbot, worker):
    told: list[int] = []

    def make() -> None:
        for _ in range(20_000):
            _Cycle(told)

    worker.run(worker, make, lambda _none: None, lambda _error: None)
    qtbot.waitUntil(lambda: len(told) == 20_000)
    assert set(told) == {threading.get_ident()}
