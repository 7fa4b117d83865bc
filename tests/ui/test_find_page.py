"""Find help by keys and clicks: typing, choosing, opening, clearing, and what a narrow or dark window changes."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from navigator.ui.find.page import FindPage
from navigator.ui.find.result_row import ResultRow
from navigator.ui.find.search_box import MOST_CHARACTERS, TOO_LONG
from navigator.ui.rows.row import GroupHead
from tests.ui.desk_of_find import HARBOR, RIDGE, press, room


def names(page: FindPage) -> list[str]:
    return [row.name for row in page.column.results.rows if isinstance(row, ResultRow)]


def chosen(page: FindPage) -> str:
    return page.column.results.chosen_id


def id_at(page: FindPage, place: int) -> str:
    return page.column.results.rows[place].id


def test_without_a_word_there_is_a_list_to_begin_with(page):
    assert len(names(page)) == 9
    assert chosen(page) == page.column.results.rows[1].id


def test_a_typed_word_is_answered(page, ask):
    ask("sobering")
    assert names(page)[0] == "Lehigh Sobering Center"


def test_a_misspelt_word_finds_its_place(page, ask):
    ask("harbr withdrawl")
    assert chosen(page) == "harbor"


def test_typing_on_the_list_goes_on_in_the_box(page, qtbot):
    page.column.results.setFocus()
    QTest.keyClicks(page.column.results, "h")
    QTest.keyClicks(QApplication.focusWidget(), "arbor")
    assert page.column.box.text() == "harbor"
    assert page.column.box.hasFocus()


def test_typing_on_a_button_goes_on_in_the_box(page):
    page.pane.add.setFocus()
    QTest.keyClicks(page.pane.add, "r")
    assert page.column.box.text() == "r"
    assert page.column.box.hasFocus()


def test_arrow_keys_move_in_the_list_while_the_focus_stays_in_the_box(page, ask):
    ask("detox tonight")
    assert chosen(page) == id_at(page, 1)
    press(page, Qt.Key.Key_Down)
    assert (chosen(page), page.column.box.hasFocus()) == (id_at(page, 2), True)
    press(page, Qt.Key.Key_Up)
    press(page, Qt.Key.Key_Up)
    assert chosen(page) == id_at(page, 1)


def test_arrow_keys_step_over_the_heads_of_groups(page, ask):
    ask("detox tonight")
    for _ in range(2):
        press(page, Qt.Key.Key_Down)
    assert isinstance(page.column.results.rows[3], GroupHead)
    assert chosen(page) == id_at(page, 4)


def test_home_and_end_reach_the_first_and_the_last_result_in_the_list(page):
    page.column.results.setFocus()
    press(page, Qt.Key.Key_End)
    assert chosen(page) == page.column.results.rows[-1].id
    press(page, Qt.Key.Key_Home)
    assert chosen(page) == page.column.results.rows[1].id


def test_a_click_chooses_a_row_and_the_pane_shows_it(page, ask, qtbot):
    ask("detox tonight")
    results = page.column.results
    place = results.model().index(2, 0)
    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=results.visualRect(place).center())
    qtbot.waitUntil(lambda: results.rows[2].name in page.pane._scroll.accessibleName())


def test_a_click_on_a_head_chooses_nothing_else(page, ask, qtbot):
    ask("detox tonight")
    results = page.column.results
    head = results.model().index(0, 0)
    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=results.visualRect(head).center())
    assert chosen(page) == id_at(page, 1)


def test_enter_opens_the_pane_at_the_number(page, ask):
    ask("harbor")
    press(page, Qt.Key.Key_Return)
    assert page.pane.body.number.copy.hasFocus()


def test_enter_opens_an_entry_without_a_number_too(page, ask):
    ask("oak lane")
    press(page, Qt.Key.Key_Return)
    assert QApplication.focusWidget().accessibleName() == "Details of Oak Lane Food Table"


def test_escape_clears_the_words_and_then_the_filters(page, ask, qtbot):
    ask("harbor")
    page.column.chips.shown[0].click()
    press(page, Qt.Key.Key_Escape)
    assert (page.column.box.text(), page.column.chips.query.open_now) == ("", True)
    press(page, Qt.Key.Key_Escape)
    assert page.column.chips.query.open_now is False


def test_ctrl_k_returns_to_the_box_and_marks_its_words(page, ask):
    ask("harbor")
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert page.column.box.hasFocus()
    assert page.column.box.selectedText() == "harbor"


def test_a_pasted_text_of_ten_thousand_characters_is_cut_and_said_so(page, qtbot):
    page.column.box.insert("detox " * 1700)
    assert len(page.column.box.text()) == MOST_CHARACTERS
    assert page.column.trouble.sentence == TOO_LONG
    qtbot.waitUntil(lambda: len(page.column.answer.query.text) == MOST_CHARACTERS)
    page.column.box.clear()
    qtbot.waitUntil(lambda: page.column.trouble.sentence == "")


def test_keystrokes_that_were_overtaken_are_not_answered(page, qtbot):
    asked: list[str] = []
    page.column.box.asked.connect(lambda: asked.append(page.column.box.text()))
    for words in ("d", "de", "det", "detox"):
        page.column.box.setText(words)
    qtbot.waitUntil(lambda: bool(asked))
    QApplication.processEvents()
    assert asked == ["detox"]


def test_markup_and_right_to_left_names_are_shown_as_they_are(page, ask, qtbot):
    ask("sons daughters")
    assert names(page)[0] == "<b>Sons & Daughters</b> بيت الأمل 010"
    qtbot.waitUntil(lambda: "<b>" in page.pane._scroll.accessibleName())
    assert not page.grab().isNull()


def test_what_is_chosen_stays_chosen_when_time_goes_on(page, ask, clock, qtbot):
    ask("detox tonight")
    while chosen(page) != "harbor":
        press(page, Qt.Key.Key_Down)
    clock.forward(minutes=10)
    page.column.refresh()
    assert chosen(page) == "harbor"
    row = next(row for row in page.column.results.rows if isinstance(row, ResultRow) and row.id == "harbor")
    assert row.beds.words == "3 beds · 30 min ago"


def test_an_entry_that_changed_is_shown_as_it_is_now(page, ask, desk):
    ask("harbor")
    desk.search.put(replace(HARBOR, capacities=(room(0, minutes=1),)))
    page.column.refresh()
    row = next(row for row in page.column.results.rows if isinstance(row, ResultRow) and row.id == "harbor")
    assert row.beds.words == "No beds · 1 min ago"


def test_ctrl_d_puts_the_chosen_entry_on_paper_and_takes_it_off(page, ask):
    ask("ridge avenue")
    press(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert page.shortlist.entries == (RIDGE,)
    assert page.pane.take_off.isVisible()
    press(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert page.shortlist.entries == ()
    assert page.pane.add.isVisible()
