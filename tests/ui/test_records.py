"""The record list: choosing, opening, staying where one was, and what is never cut."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from navigator.ui.records.columns import columns_of
from navigator.ui.records.record import STRUCK, Record, RecordGroup, rows_of
from navigator.ui.records.record_list import RecordList
from navigator.ui.rows.row_model import RowRole
from navigator.ui.theme import sizes
from navigator.ui.widgets.pill import pill_size
from tests.ui.desk_of_find import in_front, press

HARBOR = Record("harbor", "Jordan Example", "Harbor Withdrawal Unit", "4:00 AM", "35 min left", "hourglass")
RIDGE = Record("ridge", "<b>Sam</b> بيت", "Ridge Avenue", state="closing", state_words="No answer", icon="phone-missed")
LEHIGH = Record(
    "lehigh", "Robin", "Lehigh Sobering Center", struck=True, state="closed", state_words="Entered in error"
)
GROUPS = (RecordGroup("A bed hold ends soon", (HARBOR,)), RecordGroup("No answer", (RIDGE, LEHIGH)))


@pytest.fixture
def records(qtbot, theme) -> RecordList:
    made = RecordList(theme, name="To do")
    in_front(qtbot, made)
    made.show_groups(GROUPS)
    return made


def spoken(records: RecordList) -> list[str]:
    model = records.model()
    return [model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(model.rowCount())]


def test_groups_have_heads_and_every_row_is_spoken_whole(records) -> None:
    assert spoken(records) == [
        "A bed hold ends soon, 1",
        "Jordan Example, Harbor Withdrawal Unit, 4:00 AM, 35 min left",
        "No answer, 2",
        "<b>Sam</b> بيت, Ridge Avenue, No answer",
        "Robin, struck out, Lehigh Sobering Center, Entered in error",
    ]


def test_a_struck_record_without_words_gets_some() -> None:
    assert Record("x", "Robin", struck=True).pill == ("closed", STRUCK.capitalize())


def test_empty_groups_and_empty_titles_leave_no_head() -> None:
    assert [row.spoken for row in rows_of((RecordGroup("Nobody", ()), RecordGroup("", (RIDGE,))))] == [RIDGE.spoken]


def test_arrows_walk_over_heads_and_tell(records, qtbot) -> None:
    records.choose("harbor")
    with qtbot.waitSignal(records.chosen, check_params_cb=lambda key: key == "ridge"):
        press(records, Qt.Key.Key_Down)
    press(records, Qt.Key.Key_End)
    assert records.current_key == "lehigh"
    press(records, Qt.Key.Key_Down)
    assert records.current_key == "lehigh"


def test_enter_and_a_click_open(records, qtbot) -> None:
    records.choose("harbor")
    with qtbot.waitSignal(records.opened, check_params_cb=lambda key: key == "harbor"):
        press(records, Qt.Key.Key_Return)
    place = records.visualRect(records.model().index(3, 0)).center()
    with qtbot.waitSignal(records.opened, check_params_cb=lambda key: key == "ridge"):
        QTest.mouseClick(records.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_a_head_opens_nothing(records, qtbot) -> None:
    place = records.visualRect(records.model().index(2, 0)).center()
    with qtbot.assertNotEmitted(records.opened):
        QTest.mouseClick(records.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_chosen_record_stays_chosen_when_the_list_is_shown_anew(records) -> None:
    records.choose("ridge")
    records.show_groups((RecordGroup("No answer", (LEHIGH, RIDGE)),))
    assert records.current_key == "ridge"


def test_the_next_record_is_chosen_when_the_chosen_one_is_gone(records, qtbot) -> None:
    records.choose("ridge")
    with qtbot.waitSignal(records.chosen, check_params_cb=lambda key: key == "lehigh"):
        records.show_groups((GROUPS[0], RecordGroup("No answer", (LEHIGH,))))
    with qtbot.waitSignal(records.chosen, check_params_cb=lambda key: key == "harbor"):
        records.show_groups(GROUPS[:1])
    with qtbot.waitSignal(records.chosen, check_params_cb=lambda key: key is None):
        records.show_groups(())
    assert records.current_key is None


def test_nothing_is_chosen_until_somebody_comes(records) -> None:
    records.clearFocus()
    records.show_groups(())
    records.show_groups(GROUPS)
    assert records.current_key is None
    records.setFocus()
    assert records.current_key == "harbor"


def test_scroll_and_choice_stay_when_the_same_is_shown_again(records) -> None:
    many = (RecordGroup("Many", tuple(Record(at, f"Person {at}", "somewhere") for at in range(60))),)
    records.show_groups(many)
    records.choose(0)
    records.verticalScrollBar().setValue(900)
    changed = (RecordGroup("Many", (*many[0].records[:-1], Record(59, "Person 59", "elsewhere"))),)
    records.show_groups(tuple(changed))
    assert records.current_key == 0
    records.verticalScrollBar().setValue(900)
    records.show_groups(tuple(changed))
    assert records.verticalScrollBar().value() == 900


@pytest.mark.parametrize("width", [300, 360, 520, 700, 1000])
def test_a_state_and_the_right_side_are_never_cut_nor_written_over(width: int, theme) -> None:
    long = Record(
        "a",
        "A very long name " * 5,
        "under " * 30,
        "11/23/2026 2:05 PM",
        "by Dana R.",
        "clock",
        "closing",
        "No answer yet",
    )
    columns, box = columns_of(tuple(rows_of((RecordGroup("", (long,)),)))), QRect(0, 0, width, 100)
    pill = columns.pill_box(box, pill_size("No answer yet"))
    title = columns.title(box)
    assert box.contains(pill.translated(0, box.top() - pill.top()))
    assert not pill.intersects(title)
    assert max(title.right(), columns.under(box).right()) < width - columns.right


def test_rows_grow_where_the_state_steps_under_the_title(records) -> None:
    records.window().resize(320, 640)
    narrow = records.sizeHintForRow(3)
    records.window().resize(1100, 640)
    assert narrow > records.sizeHintForRow(3) >= 2 * sizes.BODY


def test_it_is_painted_in_light_and_dark(records, theme) -> None:
    from navigator.ui.theme.theme import Scheme

    records.choose("ridge")
    light = records.grab().toImage()
    theme.choose(Scheme.DARK)
    assert records.grab().toImage() != light
    assert records.model().index(1, 0).data(RowRole).record == HARBOR
