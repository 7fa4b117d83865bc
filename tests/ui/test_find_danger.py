"""Words that mean danger: the lines to call stand first, told by title, sign and large numbers, not by colour alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect

from navigator.resources.model import WEEK, Hours, HoursKind, Phone, Span
from navigator.resources.search import Answer, Fit, Query
from navigator.ui.find.columns import columns_of
from navigator.ui.find.fit_words import sign_of
from navigator.ui.find.result_delegate import FIT_SIGN
from navigator.ui.find.result_row import ResultRow, Telling
from navigator.ui.find.result_rows import DangerHead, NothingElseRow, rows_of
from navigator.ui.rows.row import GroupHead
from tests.ui.desk_of_find import HARBOR, NOW, RIDGE, desk_with, entry
from tests.ui.told_hit import Says

ANSWERS = (Hours(HoursKind.PHONE, (Span(0, WEEK),)),)
LINES = tuple(
    entry(f"line{at}", name, kind="Crisis line", address=None, place=None, phones=(Phone(number),), hours=ANSWERS)
    for at, (name, number) in enumerate((("Lifeline", "988"), ("City Crisis Line", "215-555-0140")))
)


@pytest.fixture
def desk(clock):
    return desk_with(clock, (*LINES, HARBOR, RIDGE))


@pytest.fixture
def danger(desk) -> Answer:
    """The answer to words that mean danger: the lines first, the rest after them."""
    found = {hit.entry.id: hit for hit in desk.search.find(Query(), NOW).hits}
    first = [replace(found[line.id], fit=Fit.ALWAYS) for line in LINES]
    rest = [found[one.id] for one in (HARBOR, RIDGE)]
    return Answer(Query("somebody wants to die"), (), (*first, *rest), 4)


def rows(answer, desk):
    return rows_of(answer, Telling(NOW, desk.city.zone, desk.categories))


def test_the_lines_stand_first_under_a_title_of_their_own(danger, desk):
    shown = rows(danger, desk)
    assert isinstance(shown[0], DangerHead)
    assert shown[0].spoken == "In danger: call first, 2"
    assert [row.phone for row in shown[1:3]] == ["988", "215-555-0140"]
    assert isinstance(shown[3], GroupHead)
    assert not isinstance(shown[3], DangerHead)


def test_each_line_shows_a_number_that_none_before_it_shows(danger, desk):
    both = replace(LINES[1], phones=(Phone("988"), Phone("215-555-0140")))
    hits = (danger.hits[0], replace(danger.hits[1], teller=Says(both)))
    assert [row.phone for row in rows(replace(danger, hits=hits), desk)[1:3]] == ["988", "215-555-0140"]


def test_a_line_has_a_sign_of_its_own(danger):
    line = replace(danger.hits[0], teller=Says(danger.hits[0].entry, "For anyone, day and night"))
    assert sign_of(line) is Fit.ALWAYS
    icon, tone = FIT_SIGN[Fit.ALWAYS]
    assert icon not in {sign for fit, (sign, _) in FIT_SIGN.items() if fit is not Fit.ALWAYS}
    assert tone == "danger"


@pytest.mark.parametrize("width", [600, 724])
def test_the_large_numbers_stand_in_one_column_and_leave_room_for_the_name(danger, desk, theme, width):
    lines = [row for row in rows(danger, desk) if isinstance(row, ResultRow) and row.urgent]
    places = [columns_of(row, QRect(0, 0, width, 88)) for row in lines]
    assert len({place.middle.left() for place in places}) == 1
    assert all(place.left.width() > 250 for place in places)


def test_where_only_the_lines_are_left_that_is_said(danger, desk):
    shown = rows(replace(danger, hits=danger.hits[:2], total=2), desk)
    assert isinstance(shown[-1], NothingElseRow)
    assert shown[-1].key is None
    assert not isinstance(rows(danger, desk)[-1], NothingElseRow)


@pytest.mark.parametrize("part", ["row", "head"])
def test_the_sign_is_painted_not_only_the_colour(page, danger, desk, part):
    results = page.column.results
    plain = tuple(replace(hit, fit=Fit.FITS) for hit in danger.hits)
    results.show_rows(rows(replace(danger, hits=plain), desk))
    before = results.grab().toImage().convertToFormat(results.grab().toImage().Format.Format_Grayscale8)
    results.show_rows(rows(danger, desk))
    after = results.grab().toImage().convertToFormat(before.format())
    strip = QRect(0, 0, 700, 34) if part == "head" else QRect(300, 36, 400, 80)
    assert before.copy(strip) != after.copy(strip)
