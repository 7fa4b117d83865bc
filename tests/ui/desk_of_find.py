"""A desk with invented places for the tests of "Find help": real search, real paper, a door without a store."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from navigator.access import Actor, Role
from navigator.city import load_city
from navigator.clock import Clock
from navigator.documents.pages import Pages
from navigator.documents.release import Outlet
from navigator.documents.wording import load_wording
from navigator.errors import UserError
from navigator.resources.categories import load_categories
from navigator.resources.model import (
    WEEK,
    Address,
    Capacity,
    Entry,
    Fact,
    Hours,
    HoursKind,
    Outcome,
    Phone,
    PhoneKind,
    Span,
    Status,
    Tri,
    Verification,
)
from navigator.resources.search import Search
from navigator.resources.vocabulary import Filter, Group, Kind, Vocabulary
from navigator.ui.ports import Desk

NOW = datetime(2026, 11, 23, 7, 14, tzinfo=UTC)
"""2:14 AM in Philadelphia, as the clock of the tests stands."""

TODAY = date(2026, 11, 23)
YES, NO = Tri.YES, Tri.NO
DAY_AND_NIGHT = (Hours(HoursKind.OFFICE, (Span(0, WEEK),)),)
OFFICE_HOURS = (Hours(HoursKind.OFFICE, tuple(Span(day * 1440 + 480, day * 1440 + 1020) for day in range(5))),)
VOCABULARY = Vocabulary(
    groups=(
        Group(Kind.FILTER, ("tonight",), (Filter.OPEN_NOW,)),
        Group(Kind.FILTER, ("walk in", "walk-in"), (Filter.WALK_IN,)),
        Group(Kind.PERSON, ("man", "men"), (Fact.MEN,)),
        Group(Kind.PERSON, ("medicaid",), (Fact.MEDICAID,)),
    ),
    small_words=frozenset({"the", "for"}),
)


def room(available: int | None, unit: str = "bed", **ago: float) -> Capacity:
    return Capacity(unit, available, 16, "", "Ms. Alvarez", NOW - timedelta(**ago))


def check(days_ago: int, due: date | None = None) -> Verification:
    return Verification(
        NOW - timedelta(days=days_ago), "Dana R.", "by phone", "Ms. Alvarez (intake)", Outcome.CONFIRMED, due
    )


def entry(key: str, name: str, **fields: Any) -> Entry:
    """A place in Kensington with a telephone, unless `fields` say otherwise."""
    usual: dict[str, Any] = {
        "organization": "Example Health Partners",
        "categories": ("detox",),
        "kind": "Detox, inpatient",
        "address": Address("1420 Example Street", "Philadelphia", "PA", "19134"),
        "area": "Kensington",
        "place": (39.99, -75.11),
        "phones": (Phone("215-555-0142", words="Intake desk"),),
    }
    return Entry(id=key, service_id=key, name=name, **{**usual, **fields})


HARBOR = entry(
    "harbor",
    "Harbor Withdrawal Unit",
    hours=DAY_AND_NIGHT,
    facts={Fact.WALK_IN: YES, Fact.MEN: YES, Fact.MEDICAID: YES, Fact.ID_NEEDED: NO, Fact.YOUTH: NO},
    minimum_age=18,
    phones=(Phone("215-555-0142", words="Intake desk. Answers day and night."), Phone("215-555-0143", PhoneKind.TTY)),
    directions="Side door on Hope Street. Press “Intake”.",
    bring="medicines in their bottles. No pets.",
    languages=("English", "Spanish"),
    language_text="Phone interpreter",
    capacities=(room(3, minutes=20),),
    verified=check(12, date(2027, 2, 9)),
    due_on=date(2027, 2, 9),
)
RIDGE = entry(
    "ridge",
    "Ridge Avenue Recovery Center",
    kind="Detox and short stay",
    area="North Philadelphia",
    hours=DAY_AND_NIGHT,
    facts={Fact.CALL_FIRST: YES, Fact.MEN: YES, Fact.MEDICAID: YES},
    minimum_age=18,
    phones=(Phone("215-555-0118"),),
    capacities=(room(1, minutes=55),),
    verified=check(31, date(2027, 2, 9)),
    due_on=date(2027, 2, 9),
)
LEHIGH = entry(
    "lehigh",
    "Lehigh Sobering Center",
    categories=("sobering",),
    kind="Sobering, up to 23 hours",
    area="Fairhill",
    hours=DAY_AND_NIGHT,
    facts={Fact.POLICE_DROP_OFF: YES},
    phones=(Phone("215-555-0109"),),
    capacities=(room(4, "chair", hours=6),),
    verified=check(426, TODAY - timedelta(days=70)),
    due_on=TODAY - timedelta(days=70),
)
BRIGID = entry(
    "brigid",
    "Saint Brigid House",
    kind="Detox and recovery residence",
    area="Olney",
    facts={Fact.CALL_FIRST: YES},
    phones=(Phone("215-555-0177"),),
    verified=check(99, TODAY - timedelta(days=9)),
    due_on=TODAY - timedelta(days=9),
)
NORTHBANK = entry(
    "northbank",
    "Northbank Detox",
    area="Northern Liberties",
    hours=OFFICE_HOURS,
    facts={Fact.REFERRAL_ONLY: YES, Fact.MEN: NO, Fact.WOMEN: YES},
    phones=(Phone("215-555-0151"),),
    source="an official page of the City",
    seen="2025-10",
)
SAFE_HAVEN = entry(
    "haven",
    "Rosewater Safe Haven",
    categories=("shelter",),
    kind="Shelter",
    confidential=True,
    address=None,
    area="",
    place=None,
    phones=(Phone("1-800-555-0142"),),
    hours=DAY_AND_NIGHT,
)
NUMBERLESS = entry("none", "Oak Lane Food Table", categories=("meals",), kind="Meals", phones=(), seen="2025-03")
DO_NOT_REFER = entry(
    "stop", "Closed Door House", status=Status.DO_NOT_REFER, status_reason="complaints are being looked into"
)
ODD_NAME = entry("odd", "<b>Sons & Daughters</b> بيت الأمل 010", phones=(Phone("215-555-0166"),))
PLACES = (HARBOR, RIDGE, LEHIGH, BRIGID, NORTHBANK, SAFE_HAVEN, NUMBERLESS, DO_NOT_REFER, ODD_NAME)


@dataclass
class FakeDoor:
    """Our own door without a store: lets paper out to the outlet, or refuses with a sentence."""

    refusal: str = ""
    let_out: list[Pages] = field(default_factory=list)

    def hand_out(self, _actor: Actor, pages: Pages, outlet: Outlet) -> str:
        if self.refusal:
            raise UserError(self.refusal)
        self.let_out.append(pages)
        return outlet.take(pages)


class NoStation:
    """The keeping of a station that nobody has placed yet, and from which nothing was reported."""

    class station_place:  # noqa: N801 - stands for the service
        @staticmethod
        def spot(_actor: Actor) -> None:
            return None

    class proposals:  # noqa: N801 - stands for the service
        @staticmethod
        def mine(_actor: Actor) -> tuple[()]:
            return ()


def desk_with(clock: Clock, places: Iterable[Entry] = PLACES, door: Any = None, keeping: Any = None) -> Desk:
    """The desk of Dana, a clinician in Philadelphia, with these places in its directory."""
    city, categories = load_city("philadelphia"), load_categories()
    services: dict[str, Any] = {"directory": None, "keeping": keeping or NoStation(), "door": door or FakeDoor()}
    return Desk(
        actor=Actor("dana", "Dana R.", Role.CLINICIAN),
        city=city,
        demo=False,
        search=Search(places, VOCABULARY, city, categories),
        categories=categories,
        wording=load_wording("en"),
        clock=clock,
        **services,
    )


def in_front(qtbot: QtBot, page: QWidget) -> None:
    """Shows the page in a window of 1280 by 752 that has the keyboard and lives as long as the page."""
    window = page.__dict__["window_kept"] = QWidget()
    qtbot.addWidget(window)
    around = QVBoxLayout(window)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(page)
    window.resize(1280, 752)
    with qtbot.waitExposed(window):
        window.show()

    def active() -> bool:
        window.activateWindow()
        return QApplication.activeWindow() is window

    qtbot.waitUntil(active)


def press(page: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or page, key, modifier)
