"""Above the search: for whose visit help is looked for."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QLabel

from navigator.referrals.person import Identity, Person
from navigator.referrals.visit import Disposition, Ending, PlaceKind, Visit, VisitFacts
from navigator.ui.find.visit_strip import VisitStrip

ZONE = ZoneInfo("America/New_York")
ARRIVED = datetime(2026, 11, 22, 4, 5, tzinfo=UTC)


def visit(ending=None, given="Ana") -> Visit:
    person = Person("p", Identity(given, "Example", birth_year=1990))
    return Visit("v", person, VisitFacts(ARRIVED, PlaceKind.HOME), ending, "a", "Dana R.", 1, ARRIVED)


def said(strip: VisitStrip) -> str:
    return strip.findChildren(QLabel)[-1].text()


def test_it_says_whose_visit_it_is_and_of_which_day(theme, clock, qtbot):
    strip = VisitStrip(theme, clock, ZONE)
    qtbot.addWidget(strip)
    strip.show_visit(visit())
    assert said(strip) == "For \u2068Ana Example\u2069 · since Saturday, November 21, 11:05 PM"
    strip.show_visit(visit(Ending(ARRIVED, Disposition.RESOLVED)))
    assert said(strip).endswith("visit of Saturday, November 21, 11:05 PM, ended")


def test_a_name_with_markup_or_from_right_to_left_stays_as_it_is(theme, clock, qtbot):
    strip = VisitStrip(theme, clock, ZONE)
    qtbot.addWidget(strip)
    for name in ("<b>Ana</b>", "אנה"):
        strip.show_visit(visit(given=name))
        assert f"\u2068{name} Example\u2069" in said(strip)


def test_it_takes_no_room_without_a_visit(theme, clock, qtbot):
    strip = VisitStrip(theme, clock, ZONE)
    qtbot.addWidget(strip)
    strip.show_visit(visit())
    strip.show_visit(None)
    assert strip.isHidden()
