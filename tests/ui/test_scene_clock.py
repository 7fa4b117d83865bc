"""How long the team is on the scene, in the top bar: counted while seen, gone while locked, back for the same one."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from navigator.ui.main_window import MainWindow
from navigator.ui.ports import Desk, Page, PageHolder
from navigator.ui.scene_clock import SceneClock
from tests.ui.conftest import PASSPHRASE, FakeFront
from tests.ui.test_sign_in import entry, press, said, sign_in


@pytest.fixture
def holders() -> list[PageHolder]:
    """What each opened desk may tell the window."""
    return []


@pytest.fixture
def window(qtbot: QtBot, front: FakeFront, theme, worker, clock, holders) -> MainWindow:
    """Dana has been on a scene for 23 minutes; nobody else is on one."""

    def pages(desk: Desk, holder: PageHolder) -> list[Page]:
        holders.append(holder)
        if desk.actor.name == "Dana R.":
            holder.show_scene(clock() - timedelta(minutes=23))
        return [Page("find", "Find help", "search", QWidget())]

    made = MainWindow(front, theme, worker, pages)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: front.warmed and not worker.busy)
    sign_in(made, "Dana R.", PASSPHRASE)
    qtbot.waitUntil(lambda: not worker.busy)
    return made


@pytest.fixture
def settle(qtbot: QtBot, worker) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not worker.busy)


def scene(window: MainWindow) -> SceneClock:
    return window.findChild(SceneClock)


def test_the_top_bar_says_how_long_the_team_is_on_the_scene(window):
    window.resize(1280, 800)
    assert scene(window).isVisible()
    assert {"On scene", "23 min"} <= set(said(window))
    assert scene(window).accessibleName() == "On scene 23 min"


def test_it_counts_on(window, clock):
    clock.forward(minutes=42)
    scene(window).refresh()
    assert scene(window).elapsed.text() == "1 h 5 min"


def test_it_goes_when_the_visit_ends(window, holders):
    holders[0].show_scene(None)
    assert not scene(window).isVisible()


def test_nothing_of_it_is_left_while_the_station_is_locked(window, holders, clock):
    window.lock()
    holders[0].show_scene(clock() - timedelta(minutes=5))
    assert not scene(window).isVisible()
    assert scene(window).elapsed.text() == scene(window).accessibleName() == scene(window).toolTip() == ""


def test_it_comes_back_for_the_same_person(window, settle, clock):
    window.lock()
    clock.forward(minutes=4)
    entry(window, "Passphrase").setText(PASSPHRASE)
    press(window, "Unlock")
    settle()
    assert scene(window).isVisible()
    assert scene(window).elapsed.text() == "27 min"


def test_somebody_else_sees_nothing_of_it(window, settle):
    window.lock()
    press(window, "Someone else")
    sign_in(window, "Sam T.", PASSPHRASE)
    settle()
    assert not window.is_locked
    assert not scene(window).isVisible()


def test_a_narrow_window_keeps_the_minutes_and_drops_the_words(window):
    window.resize(1024, 640)
    assert "23 min" in said(window)
    assert "On scene" not in said(window)
    assert window.minimumSizeHint().width() <= 1024


def test_a_start_in_a_moment_has_lasted_no_time(window, holders, clock):
    holders[0].show_scene(clock() + timedelta(minutes=1))
    assert scene(window).elapsed.text() == "0 min"
