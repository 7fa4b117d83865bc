"""Fixtures of the window: the theme, the worker, and a front that answers from memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from navigator.access import Actor, Role
from navigator.city import City, load_city
from navigator.clock import Clock
from navigator.errors import BadInput, LockedOut, MustChoose
from navigator.storage.tries import no_match
from navigator.ui.find.page import FindPage
from navigator.ui.main_window import MainWindow
from navigator.ui.ports import Desk, FrontKind, FrontState, Page
from navigator.ui.theme.theme import Scheme, Theme
from navigator.ui.todo.page import TodoPage
from navigator.ui.worker import Worker
from tests.ui.desk_of_casework import casework_desk_of
from tests.ui.desk_of_directory import ENTRIES, Bench, directory_desk_of
from tests.ui.desk_of_find import FakeDoor, desk_with, in_front
from tests.ui.desk_of_plan import Plans
from tests.ui.desk_of_referrals import Calls
from tests.ui.desk_of_todo import left_behind
from tests.ui.desk_of_visits import VisitsBench

OFFSCREEN_SAYS = "This plugin does not support"
"""So the platform without a screen warns of every window with a least size, and of menus; it means nothing."""
PASSPHRASE = "correct horse battery staple"
CODE = "K7QM-2XRT-9WPD-4HNC-B3FJ-8VYL-5SGA-6EZU"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_SAYS))


@dataclass
class FakeFront:
    """Our own port, answered from memory: two accounts, one of them with a one-time passphrase."""

    clock: Clock
    kind: FrontKind = FrontKind.READY
    sentence: str = ""
    next_step: str = ""
    city: City | None = None
    demo: bool = False
    demo_passphrase: str = ""
    locks: int = 0
    warmed: bool = False
    tries_left: int = 5
    locked_until: datetime | None = None
    asked: list[tuple[str, ...]] = field(default_factory=list)

    def state(self) -> FrontState:
        return FrontState(self.kind, self.sentence, self.next_step)

    def warm_up(self) -> None:
        self.warmed = True

    def set_up(self, city_key: str, name: str, passphrase: str) -> str:
        self.asked.append(("set up", city_key, name, passphrase))
        self.city = load_city(city_key)
        self.kind = FrontKind.READY
        return CODE

    def look_around(self) -> Desk:
        self.demo, self.demo_passphrase, self.city = True, PASSPHRASE, load_city("philadelphia")
        return self.desk("Dana R.")

    def sign_in(self, name: str, passphrase: str) -> Desk:
        self.asked.append(("sign in", name, passphrase))
        if self.locked_until is not None:
            raise LockedOut("Too many tries.", self.locked_until)
        if passphrase == "one-time":
            raise MustChoose("This passphrase works once.")
        if passphrase != PASSPHRASE:
            self.tries_left -= 1
            raise no_match(self.tries_left)
        return self.desk(name)

    def choose_passphrase(self, name: str, old: str, new: str) -> Desk:
        self.asked.append(("choose", name, old, new))
        return self.desk(name)

    def recover(self, code: str, name: str, new_passphrase: str) -> Desk:
        self.asked.append(("recover", code, name, new_passphrase))
        if code != CODE:
            raise BadInput("This is not the recovery code of this station.")
        return self.desk(name)

    def lock(self) -> None:
        self.locks += 1

    def note_lock(self) -> None:
        self.noted = getattr(self, "noted", 0) + 1

    def desk(self, name: str) -> Desk:
        """A desk whose pages need none of its services."""
        services = dict.fromkeys(("search", "directory", "keeping", "door", "categories", "wording"))
        city = load_city("philadelphia")
        return Desk(
            actor=Actor(name.casefold(), name, Role.CLINICIAN), city=city, demo=self.demo, clock=self.clock, **services
        )


@pytest.fixture(scope="session")
def only_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Scheme.LIGHT)


@pytest.fixture
def theme(only_theme: Theme) -> Theme:
    only_theme.choose(Scheme.LIGHT)
    return only_theme


@pytest.fixture
def worker(qapp: QApplication) -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


@pytest.fixture
def front(clock: Clock) -> FakeFront:
    return FakeFront(clock, city=load_city("philadelphia"))


@pytest.fixture
def opened_pages() -> list[QWidget]:
    """The pages that the window opened, in order."""
    return []


@pytest.fixture
def open_window(
    qtbot: QtBot, front: FakeFront, theme: Theme, worker: Worker, opened_pages: list[QWidget]
) -> Callable[[], MainWindow]:
    """Shows the window on `front`, as a test has set it up."""

    def pages(_desk: Desk, _holder) -> list[Page]:
        widget = QWidget()
        widget.setAccessibleName("A page")
        opened_pages.append(widget)
        return [Page("find", "Find help", "search", widget)]

    shown = []  # qtbot alone would let a window go that a test does not keep

    def show() -> MainWindow:
        window = MainWindow(front, theme, worker, pages)
        shown.append(window)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: front.warmed and not worker.busy)
        return window

    return show


@pytest.fixture
def door() -> FakeDoor:
    return FakeDoor()


@pytest.fixture
def desk(clock, door) -> Desk:
    return desk_with(clock, door=door)


@pytest.fixture
def page(qtbot: QtBot, desk, theme, worker) -> FindPage:
    made = FindPage(desk, theme, worker)
    in_front(qtbot, made)
    made.setFocus()
    return made


@pytest.fixture
def ask(page: FindPage, qtbot: QtBot) -> Callable[[str], None]:
    """Types into the box as a person does, and waits for the answer."""

    def type_words(words: str) -> None:
        page.column.box.clear()
        QTest.keyClicks(page.column.box, words)
        qtbot.waitUntil(lambda: page.column.answer.query.text == words and not page._soon.isActive())

    return type_words


@pytest.fixture
def casework_desk(signed) -> Desk:
    """The desk of a clinician on a real station; `tests.ui.desk_of_casework` fills it."""
    laid = signed(Role.CLINICIAN)
    return casework_desk_of(laid.station, laid.actor)


@pytest.fixture
def open_plans(qtbot: QtBot, casework_desk: Desk, theme: Theme, worker: Worker) -> Iterator[Callable[..., Plans]]:
    """Shows a page of plans, of the clinician's desk where no other is given."""
    opened: list[Plans] = []

    def show(desk: Desk = casework_desk, **further) -> Plans:
        opened.append(Plans(qtbot, desk, theme, worker, **further))
        return opened[-1]

    yield show
    for plans in opened:
        plans.page.hide()


@pytest.fixture
def open_todo(qtbot: QtBot, casework_desk: Desk, theme: Theme, worker: Worker) -> Iterator[Callable[..., TodoPage]]:
    """Shows the page "To do" once a test has filled the desk."""
    opened: list[TodoPage] = []

    def show(desk: Desk = casework_desk) -> TodoPage:
        opened.append(TodoPage(desk, theme, worker))
        in_front(qtbot, opened[-1])
        opened[-1].setFocus()
        return opened[-1]

    yield show
    for page in opened:  # none is left behind that would still keep what was typed
        page.window().hide()
        page.cover()
    qtbot.waitUntil(lambda: not worker.busy)


@pytest.fixture
def read_anew(qtbot: QtBot, worker: Worker) -> Callable[[TodoPage], None]:
    """Refreshes the page "To do" and waits for its list."""

    def refresh(page: TodoPage) -> None:
        page.refresh()
        qtbot.waitUntil(lambda: not worker.busy)

    return refresh


@pytest.fixture
def follow_up_due(casework_desk: Desk, clock) -> str:
    """The id of a referral whose visit ended 25 hours ago."""
    referral = left_behind(casework_desk)
    clock.forward(hours=25)
    return referral.id


@pytest.fixture
def visits_bench(qtbot: QtBot, casework_desk: Desk, theme: Theme, worker: Worker) -> Iterator[VisitsBench]:
    """The page of visits of a clinician, on a real station."""
    bench = VisitsBench(qtbot, casework_desk, theme, worker)
    yield bench
    bench.close()


@pytest.fixture
def open_calls(qtbot: QtBot, theme, worker) -> Iterator[Callable[[Desk], Calls]]:
    """Opens the page "Referrals" on a desk, as often as a test wants."""
    opened: list[Calls] = []

    def show(desk: Desk) -> Calls:
        opened.append(Calls(qtbot, desk, theme, worker))
        return opened[-1]

    yield show
    for calls in opened:
        calls.leave()


@pytest.fixture
def calls(open_calls, casework_desk) -> Calls:
    return open_calls(casework_desk)


@pytest.fixture
def open_directory(qtbot: QtBot, signed, theme: Theme, worker: Worker) -> Iterator[Callable[..., Bench]]:
    """Shows the page "Directory" of a social worker on a real station with these entries; `prepare` fills the desk."""
    opened: list[Bench] = []

    def show(entries=ENTRIES, prepare: Callable[..., None] | None = None) -> Bench:
        laid = signed(Role.SOCIAL_WORKER)
        desk = directory_desk_of(laid.station, laid.actor, entries)
        if prepare is not None:
            prepare(desk, laid.station)
        opened.append(Bench.of(qtbot, desk, theme, worker))
        return opened[-1]

    yield show
    for bench in opened:
        bench.close()


@pytest.fixture
def directory_bench(open_directory) -> Bench:
    return open_directory()
