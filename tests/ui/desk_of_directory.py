"""The directory desk for its tests: a real station, a social worker, and invented entries that want something."""

import gc
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from navigator.access import Actor, Role
from navigator.app.desk import open_desk
from navigator.city import load_city
from navigator.resources.categories import load_categories
from navigator.resources.directory import Directory
from navigator.resources.field_values import hours_value, phones_value
from navigator.resources.fields import Record
from navigator.resources.model import Entry, Hours, HoursKind, Phone, Span
from navigator.resources.search import Search
from navigator.resources.stewardship.pairs import Held, hold
from navigator.storage.station import Station
from navigator.ui.directory.page import DirectoryPage
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker
from tests.ui.desk_of_find import NOW, OFFICE_HOURS, VOCABULARY, YES, check, entry, in_front, room

TODAY = date(2026, 11, 23)
DANA = Actor("dana", "Dana R.", Role.CLINICIAN)
SAM = Actor("sam", "Sam T.", Role.CLINICIAN)
AFTERNOON = (Hours(HoursKind.INTAKE, tuple(Span(day * 1440 + 960, day * 1440 + 1200) for day in range(7))),)
EVENING = (Hours(HoursKind.INTAKE, tuple(Span(day * 1440 + 1080, day * 1440 + 1320) for day in range(7))),)

LEHIGH = entry(
    "lehigh",
    "Lehigh Sobering Center",
    categories=("sobering",),
    kind="Sobering, up to 23 hours",
    area="Fairhill",
    hours=OFFICE_HOURS,
    eligibility="Adults who are drunk or high and can walk.",
    minimum_age=18,
    phones=(Phone("215-555-0109", words="Front desk"), Phone("215-555-0110", words="Nurse on duty")),
    capacities=(room(4, "chair", minutes=20),),
    verified=check(426, TODAY - timedelta(days=70)),
)
BRIGID = entry(
    "brigid",
    "Saint Brigid House",
    categories=("food",),
    kind="Recovery residence",
    area="Olney",
    hours=OFFICE_HOURS,
    phones=(Phone("215-555-0177"),),
    verified=check(99, TODAY - timedelta(days=9)),
)
CEDAR = entry(
    "cedar",
    "Cedar Family Shelter",
    categories=("shelter",),
    kind="Shelter for families",
    hours=AFTERNOON,
    phones=(Phone("215-555-0111"),),
    capacities=(room(2, minutes=40),),
    verified=check(10, TODAY + timedelta(days=80)),
)
NORTHBANK = entry(
    "northbank",
    "Northbank Detox",
    area="Northern Liberties",
    hours=OFFICE_HOURS,
    phones=(Phone("215-555-0151"),),
    capacities=(room(3, hours=6),),
    verified=check(20, TODAY + timedelta(days=60)),
)
TIOGA = entry(
    "tioga",
    "Tioga Respite House",
    categories=("shelter",),
    kind="Respite",
    area="Tioga",
    phones=(Phone("215-555-0133"),),
    capacities=(room(0, minutes=90),),
    verified=check(5, TODAY + timedelta(days=85)),
)
PANTRY = entry(
    "pantry",
    "Olney Food Pantry",
    categories=("food",),
    kind="Food",
    area="Olney",
    phones=(Phone("215-555-0122"),),
    verified=check(368, TODAY - timedelta(days=3)),
)
ALLEGHENY = entry(
    "allegheny",
    "Allegheny Walk-in",
    categories=("crisis",),
    kind="Walk-in center",
    phones=(Phone("215-555-0161"),),
    verified=check(30, TODAY + timedelta(days=300)),
)
HAVEN = entry(
    "haven",
    "Rosewater Safe Haven",
    categories=("shelter",),
    kind="Shelter",
    note="Second house behind the library.",
    phones=(Phone("1-800-555-0142"),),
    verified=check(5, TODAY + timedelta(days=85)),
    capacities=(room(1, minutes=10),),
)
HOPE = entry(
    "hope",
    "Hope Street Legal Aid",
    categories=("legal",),
    kind="Legal aid",
    phones=(Phone("215-555-0188"),),
    verified=check(30, TODAY + timedelta(days=300)),
)
HOPE_AGAIN = entry(
    "hope2",
    "Hope Street Legal Aid Clinic",
    categories=("legal",),
    kind="Legal aid",
    phones=(Phone("215-555-0188"), Phone("215-555-0189", words="Intake")),
    hours=OFFICE_HOURS,
    verified=check(40, TODAY + timedelta(days=300)),
)
UNTOUCHED = entry("oak", "Oak Lane Table", categories=("food",), kind="Meals", phones=(), seen="2025-03", verified=None)
ENTRIES = (LEHIGH, BRIGID, CEDAR, NORTHBANK, TIOGA, PANTRY, ALLEGHENY, HAVEN, HOPE, HOPE_AGAIN, UNTOUCHED)


def directory_desk_of(station: Station, actor: Actor, entries: Iterable[Entry] = ENTRIES) -> Desk:
    """The desk of `actor`, with these entries in the directory."""
    city = load_city("philadelphia")
    Directory(station.directory).load(actor, tuple(entries), (), "test")
    found = Directory(station.directory).entries(actor)
    return open_desk(station, actor, city, Search(found, VOCABULARY, city, load_categories()))


def id_of(desk: Desk, entry: Entry | str) -> str:
    """The id that the station gave to the entry of that name."""
    name = entry if isinstance(entry, str) else entry.name
    return next(one.id for one in desk.directory.entries(desk.actor) if one.name == name)


def entry_on(desk: Desk, entry: Entry | str) -> Entry:
    """As it stands on the station now."""
    return desk.directory.entry(desk.actor, id_of(desk, entry))


def proposed_on(desk: Desk, words: str = "Night desk says the old line is dead. Intake moved to 6 PM.") -> str:
    """Dana proposes a number, other hours and a police drop-off for the Cedar Family Shelter; the proposal's id."""
    values = {
        "phones": phones_value([Phone("215-555-0194")]),
        "hours": hours_value(EVENING),
        "fact:police drop-off": YES.value,
    }
    desk.keeping.proposals.propose(DANA, id_of(desk, CEDAR), values, words)
    return next(one.id for one in desk.keeping.proposals.waiting(desk.actor) if one.by == DANA.name)


def alert_on(desk: Desk, entry: Entry = TIOGA, words: str = "Closed for repairs") -> None:
    """An alert that ends today."""
    today = desk.clock().astimezone(desk.city.zone).date()
    desk.keeping.alerts.put(desk.actor, id_of(desk, entry), words, today, today)


def twins_on(desk: Desk) -> None:
    desk.keeping.duplicates.search_twins(desk.actor)


def held_on(desk: Desk, station: Station, like: Entry = PANTRY, **fields: Any) -> None:
    """A row of an import that may be that entry, with another number."""
    row = replace(like, id="", service_id="", phones=(Phone("215-555-0123"),), verified=None, capacities=(), **fields)
    held = Held(id_of(desk, like), Record(row), "", "row-7", "", 84.0, ("names alike", "same street"))
    with station.directory.writing() as session:
        hold(session, [held], NOW)


def fill(desk: Desk, station: Station) -> None:
    """Everything that a morning at the desk may bring."""
    proposed_on(desk)
    desk.keeping.proposals.propose(SAM, id_of(desk, ALLEGHENY), {"eligibility": "Only adults."}, "Said so at the door.")
    desk.keeping.proposals.propose(DANA, None, {"name": "Riverside Night Kitchen"}, "Open since last week.")
    alert_on(desk)
    desk.keeping.secrecy.hide(desk.actor, id_of(desk, HAVEN))
    twins_on(desk)
    held_on(desk, station)


@dataclass
class Bench:
    """The page "Directory" in front, and what a test does with it."""

    qtbot: QtBot
    desk: Desk
    page: DirectoryPage
    worker: Worker

    @classmethod
    def of(cls, qtbot: QtBot, desk: Desk, theme: Theme, worker: Worker) -> "Bench":
        _let_go()
        bench = cls(qtbot, desk, DirectoryPage(desk, theme, worker), worker)
        in_front(qtbot, bench.page)
        bench.settle()
        bench.page.setFocus()
        return bench

    def settle(self) -> None:
        """Waits until nothing is read or written any more."""
        self.qtbot.waitUntil(lambda: not self.worker.busy)

    def press(self, *keys: Qt.Key) -> None:
        """Where the focus is."""
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.page, key)
        self.settle()

    def write(self, words: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the focus"
        QTest.keyClicks(focused, words)

    def click(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def open(self, tab: str, entry: Entry | None = None) -> None:
        """Brings a tab to the front and chooses the row of an entry."""
        self.page.open_tab(tab)
        self.settle()
        if entry is not None:
            assert self.page.shown.table.choose(id_of(self.desk, entry))
            self.settle()

    def names(self) -> list[str]:
        """What the table in front lists, in order."""
        return [row.cells[0].words for row in self.page.shown.table.rows]

    def close(self) -> None:
        self.page.window().hide()
        self.page.cover()
        self.settle()


def _let_go() -> None:
    """What a test before has closed goes now: else the collector might come upon it on the worker's thread."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
