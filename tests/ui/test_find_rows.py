"""What a result row says: beds, checks, distance, way in, and the order of the rows (LOOK.md "Result row")."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect

from navigator.resources import ages
from navigator.resources.model import Fact, Hours, HoursKind, Phone, PhoneKind, Span, Status, Tri
from navigator.resources.search import Answer, Query
from navigator.ui.find import remarks
from navigator.ui.find.columns import columns_of
from navigator.ui.find.result_row import ResultRow, Telling
from navigator.ui.find.result_rows import MoreRow, rows_of
from navigator.ui.ports import Desk
from navigator.ui.rows.row import GroupHead
from navigator.ui.rows.row_model import RowModel, RowRole
from tests.ui.desk_of_find import BRIGID, HARBOR, LEHIGH, NORTHBANK, NOW, SAFE_HAVEN, TODAY, check, desk_with, room


@pytest.fixture
def desk(clock) -> Desk:
    return desk_with(clock)


def answer(desk: Desk, limit: int = 50, **asked) -> Answer:
    return desk.search.find(Query(**asked), NOW, limit=limit)


def rows(desk: Desk, limit: int = 50, **asked):
    return rows_of(answer(desk, limit, **asked), Telling(NOW, desk.city.zone, desk.categories))


def row_of(desk: Desk, entry_id: str, **asked) -> ResultRow:
    return next(row for row in rows(desk, **asked) if isinstance(row, ResultRow) and row.id == entry_id)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "just now"), (1, "1 min ago"), (59, "59 min ago"), (60, "1 h ago"), (1439, "23 h ago"), (1440, "1 day ago")],
)
def test_an_age_is_told_in_the_largest_unit_that_fits(minutes, words):
    assert ages.ago(NOW - timedelta(minutes=minutes), NOW) == words


def test_a_count_of_beds_older_than_four_hours_is_told_as_old():
    fresh = remarks.room(room(4, "chair", hours=4), NOW)
    old = remarks.room(room(4, "chair", hours=4, minutes=1), NOW)
    assert (fresh.words, fresh.tone) == ("4 chairs · 4 h ago", "text2")
    assert (old.words, old.tone) == ("4 chairs · 4 h ago, old", "closing")


def test_no_free_bed_is_told_apart_from_not_known():
    assert remarks.room(room(0, minutes=5), NOW).words == "No beds · 5 min ago"
    assert remarks.room(room(None, minutes=5), NOW).words == "Beds not known"


def test_a_kind_of_help_without_beds_says_nothing_of_beds():
    assert remarks.beds(BRIGID, "", NOW) is None
    assert remarks.beds(BRIGID, "bed", NOW) == remarks.Remark("Beds not known", "bed-double")


@pytest.mark.parametrize(
    ("verified", "due", "words", "tone"),
    [
        (None, None, "Not yet checked: call first", "unknown"),
        (check(0), TODAY, "Checked today", "text2"),
        (check(1), TODAY, "Checked 1 day ago", "text2"),
        (check(31), TODAY, "Checked 31 days ago", "text2"),
        (check(99), TODAY - timedelta(days=1), "Check due 1 day ago", "closing"),
        (check(99), TODAY - timedelta(days=60), "Check due 2 months ago", "closing"),
        (check(426), TODAY - timedelta(days=61), "Unchecked 14 months", "danger"),
        (check(900), TODAY - timedelta(days=500), "Unchecked 2 years", "danger"),
    ],
)
def test_the_age_of_a_check_is_told_with_its_tone(desk, verified, due, words, tone):
    remark = remarks.checked(replace(BRIGID, verified=verified, due_on=due), NOW, desk.city.zone)
    assert (remark.words, remark.tone) == (words, tone)


def test_a_distance_is_about_because_both_ends_are_zip_centres():
    assert remarks.distance(HARBOR, 1.23, asked=True) == "about 1.2\u00a0mi"
    assert remarks.distance(HARBOR, 0.0, asked=True) == "Same ZIP"


def test_a_confidential_place_shows_no_distance_and_no_zip():
    assert remarks.distance(SAFE_HAVEN, None, asked=True) == "Distance not shown"
    assert remarks.distance(SAFE_HAVEN, None, asked=False) == "Address not shown"


def test_without_a_place_asked_for_the_zip_stands_where_the_distance_would():
    assert remarks.distance(HARBOR, None, asked=False) == "19134"
    assert remarks.distance(replace(HARBOR, place=None), None, asked=True) == "Distance not known"
    assert remarks.distance(replace(HARBOR, address=None, national=True), None, asked=True) == "Nationwide"


def test_a_telephone_line_has_no_way_in_to_be_known():
    line = replace(BRIGID, address=None, facts={}, hours=(Hours(HoursKind.PHONE, (Span(0, 600),)),))
    assert (remarks.way_in(line), remarks.distance(line, None, asked=True)) == ("Just call", "By phone")
    assert remarks.beds(line, "bed", NOW) is None


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "Way in not known"),
        ({Fact.WALK_IN: Tri.NO}, "Way in not known"),
        ({Fact.WALK_IN: Tri.YES}, "Walk in"),
        ({Fact.WALK_IN: Tri.YES, Fact.CALL_FIRST: Tri.YES}, "Call first"),
        ({Fact.CALL_FIRST: Tri.YES, Fact.REFERRAL_ONLY: Tri.YES}, "By referral only"),
        ({Fact.POLICE_DROP_OFF: Tri.YES}, "Police drop-off"),
    ],
)
def test_the_strictest_known_condition_is_the_way_in(facts, words):
    assert remarks.way_in(replace(HARBOR, facts=facts)) == words


def test_the_number_is_whole_with_its_extension():
    assert remarks.number(replace(HARBOR, phones=(Phone("215-555-0100", extension="12"),))) == "215-555-0100 x12"
    assert remarks.number(replace(HARBOR, phones=(Phone("741741", PhoneKind.TEXT),))) == "Text 741741"
    assert remarks.number(replace(HARBOR, phones=(Phone("215-555-0101", PhoneKind.FAX),))) == ""


def test_groups_have_heads_with_counts_and_keep_the_order_of_the_answer(desk):
    listed = rows(desk, text="detox tonight")
    heads = [row for row in listed if isinstance(row, GroupHead)]
    assert [head.words for head in heads] == ["Fits and open now", "Ask first", "Closed, or does not fit"]
    assert listed[0] == GroupHead("Fits and open now", "2")
    assert [row.id for row in listed if isinstance(row, ResultRow)] == [
        hit.entry.id for hit in answer(desk, text="detox tonight").hits
    ]


def test_what_is_left_off_is_said_in_the_last_line(desk):
    listed = rows(desk, limit=2, text="detox tonight")
    total = answer(desk, text="detox tonight").total
    assert listed[-1] == MoreRow(total - 2)
    assert listed[-1].spoken == f"and {total - 2} more: type another word"
    assert listed[0] == GroupHead("Fits and open now", "2+")


def test_a_screen_reader_hears_the_whole_row(desk):
    assert row_of(desk, "harbor", text="detox tonight, man").spoken == (
        "Harbor Withdrawal Unit. Detox, inpatient · Kensington. Fits: men, 18+. Open 24 hours. 3 beds · 20 min ago. "
        "Checked 12 days ago. 215-555-0142. 19134. Walk in."
    )


def test_a_missing_number_is_said(desk):
    assert "No number known" in row_of(desk, "none").spoken


def test_a_status_that_stands_in_the_way_takes_the_place_of_the_hours(desk):
    assert row_of(desk, "stop").state_words == "Do not refer"
    closed = replace(HARBOR, status=Status.TEMPORARILY_CLOSED, status_until=TODAY + timedelta(days=8))
    desk.search.put(closed)
    assert row_of(desk, "harbor").state_words == "Closed until Dec 1"


def test_do_not_refer_gets_no_tick_and_no_question_mark(desk):
    assert row_of(desk, "stop").sign.value == "does not fit"


@pytest.mark.parametrize("width", [624 - 12, 716 - 12, 1000])
@pytest.mark.usefixtures("theme")
def test_no_column_runs_into_another_at_any_width(desk, width):
    wide = replace(NORTHBANK, phones=(Phone("1-800-555-0142", extension="1050"),), facts={Fact.REFERRAL_ONLY: Tri.YES})
    desk.search.put(wide)
    for row in rows(desk, near="19134"):
        if isinstance(row, ResultRow):
            columns = columns_of(row, QRect(0, 0, width, 88))
            assert columns.left.right() < columns.middle.left()
            assert columns.left.width() >= 150


def test_only_results_can_be_chosen(desk, qtmodeltester):
    model = RowModel()
    model.show(rows(desk, limit=2, text="detox tonight"))
    qtmodeltester.check(model)
    assert [bool(model.flags(model.index(at)).value & 1) for at in range(4)] == [False, True, True, False]
    assert model.step(-1, 1) == 1
    assert model.step(2, 1) is None
    assert model.index(1).data(RowRole).id == model.key_at(1)


def test_old_beds_and_an_old_check_are_told_on_the_row(desk):
    row = row_of(desk, "lehigh")
    assert (row.beds.words, row.checked.words) == ("4 chairs · 6 h ago, old", "Unchecked 14 months")
    assert LEHIGH.name in row.spoken
