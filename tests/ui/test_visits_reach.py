"""Who can use the visits: by Tab and by ear, in a narrow window, with names that are no plain words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from navigator.referrals.calls import CallOutcome
from navigator.referrals.person import Identity
from navigator.ui.widgets.chip import Chip
from tests.ui.desk_of_casework import call_on, draft_on, ended_on, visit_on
from tests.ui.desk_of_find import ODD_NAME, RIDGE

ODD = Identity("<b>Noor</b> & sons", "نور", birth_year=1990)


@pytest.fixture
def bench(visits_bench):
    return visits_bench


@pytest.fixture
def visit(casework_desk):
    """To somebody with an odd name, with two referrals."""
    made = visit_on(casework_desk, ODD, postal_code="19134")
    call_on(casework_desk, draft_on(casework_desk, made, ODD_NAME), CallOutcome.NO_ANSWER)
    draft_on(casework_desk, made, RIDGE)
    return made


def tabbed(start: QWidget) -> list[QWidget]:
    """Every control that Tab comes to, from `start` on."""
    start.setFocus()
    seen: list[QWidget] = []
    while QApplication.focusWidget() not in seen:
        seen.append(QApplication.focusWidget())
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
    return seen


def unnamed(widgets: list[QWidget]) -> list[QWidget]:
    return [one for one in widgets if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)]


def fits(page: QWidget, rail: int) -> bool:
    least = page.minimumSizeHint()
    room = page.window().size()
    return least.width() <= room.width() - rail and least.height() <= room.height()


def test_every_screen_fits_the_smallest_windows(bench, visit):
    long = visit_on(bench.desk, Identity(described="A very long description. " * 8))
    shows = [
        bench.page.show_list,
        bench.page.start_visit,
        bench.new.start.click,
        lambda: bench.page.show_visit(visit.id),
        bench.one.pane.end.click,
        bench.one.ending._submit,
        lambda: bench.page.show_visit(long.id),
    ]
    for width, height, rail in ((1280, 752, 184), (1024, 592, 56)):
        bench.page.window().resize(width, height)
        for show in shows:
            show()
            QApplication.processEvents()
            assert fits(bench.page, rail), (width, show)
            assert bench.page.width() <= width


def test_everything_that_is_needed_is_seen_without_scrolling(bench):
    bench.page.start_visit()
    for width, height in ((1280, 752), (1024, 592)):
        bench.page.window().resize(width, height)
        QApplication.processEvents()
        [needed, _optional] = bench.new.form.areas
        assert needed.verticalScrollBar().maximum() == 0
        assert not bench.new.start.visibleRegion().isEmpty()


def test_nothing_is_cut_off_at_the_side(bench, visit):
    bench.page.window().resize(1024, 592)
    for show in (bench.page.start_visit, lambda: bench.page.show_visit(visit.id)):
        show()
        QApplication.processEvents()
        form = (bench.new if bench.new.isVisible() else bench.one.editor).form
        for area in form.areas:
            assert area.widget().width() <= area.viewport().width()


def test_the_form_of_a_new_visit_is_walked_as_the_eye_goes(bench):
    bench.page.start_visit()
    form = bench.new.form
    seen = tabbed(form.essentials.given)
    wanted = [
        *form.essentials.known_lines,
        form.essentials.place.segments[0],
        form.essentials.arrived.line,
        bench.new.start,
        form.details.number,
        form.details.postal_code,
        form.details.sent.line,
        form.details.note,
    ]
    assert [one for one in seen if one in wanted] == wanted
    assert unnamed(seen) == []


def test_the_question_about_somebody_seen_before_comes_after_the_birth(bench):
    visit_on(bench.desk)
    bench.page.start_visit()
    bench.who("Jordan", "Example", "1992")
    seen = tabbed(bench.new.form.essentials.birth)
    assert seen[1:4] == list(bench.new.form.essentials.seen_before.buttons)
    assert unnamed(seen) == []


def test_every_control_of_a_visit_is_reached_and_named(bench, visit):
    bench.page.show_visit(visit.id)
    bench.type(bench.one.editor.form.details.number, "215-555-0133")
    seen = tabbed(bench.one.pane.next)
    pane, editor = bench.one.pane, bench.one.editor
    for wanted in (pane.next, pane.help, pane.referrals, pane.end, editor.save_button, editor.form.details.note):
        assert wanted in seen, wanted
    assert unnamed(seen) == []
    pane.end.click()
    ending = bench.one.ending
    seen = tabbed(ending.left_at.line)
    assert [one for one in seen if ending.isAncestorOf(one)] == [
        ending.left_at.line,
        ending.left_at.now,
        ending.how,
        ending.more,
        ending.hold,
        *ending.findChildren(Chip),
        ending.end,
        ending.not_yet,
    ]
    assert unnamed(seen) == []


def test_odd_names_stay_plain_text_on_every_screen(bench, visit):
    ended_on(bench.desk, visit_on(bench.desk, ODD))
    bench.page.show_list()
    assert {record.title for record in bench.page.list.list.records} == {"<b>Noor</b> & sons نور"}
    bench.page.show_visit(visit.id)
    assert bench.one.heading.title.text() == "<b>Noor</b> & sons نور"
    assert bench.one.pane.referrals.records[1].title == ODD_NAME.name
    rich = [
        label.text() for label in bench.page.findChildren(QLabel) if label.textFormat() is not Qt.TextFormat.PlainText
    ]
    assert rich == []
    assert "Noor" not in bench.page.window().windowTitle()


def test_the_empty_list_says_what_to_do_and_starts_by_one_key(bench):
    words = [label.text() for label in bench.page.list.findChildren(QLabel) if label.isVisible()]
    assert "No visits yet." in words
    assert bench.page.list.start.hasFocus()
    bench.press(Qt.Key.Key_Return)
    assert bench.new.isVisible()


def test_the_list_is_opened_by_keys_and_escape_leads_back(bench, visit):
    bench.page.show_list()
    bench.press(Qt.Key.Key_Return)
    assert (bench.one.visit.id, bench.one.isVisible()) == (visit.id, True)
    bench.press(Qt.Key.Key_Escape)
    assert bench.page.list.list.hasFocus()
    assert bench.page.list.list.current_key == visit.id


def test_the_page_gives_its_focus_to_what_comes_first_on_its_screen(bench, visit):
    bench.page.start_visit()
    bench.page.setFocus()
    assert bench.new.form.essentials.given.hasFocus()
    bench.page.show_visit(visit.id)
    bench.page.setFocus()
    assert bench.one.pane.next.hasFocus()
