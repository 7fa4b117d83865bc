"""Who can write a plan: by Tab and by ear, in a narrow window, in the light and in the dark."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from navigator.ui.theme.theme import Scheme
from tests.ui.desk_of_casework import accepted_on, draft_on, visit_on
from tests.ui.desk_of_find import press
from tests.ui.desk_of_plan import Plans


@pytest.fixture
def plans(open_plans, casework_desk) -> Plans:
    made = open_plans()
    visit = visit_on(casework_desk)
    accepted_on(casework_desk, draft_on(casework_desk, visit))
    made.open(visit.id)
    return made


def resize(plans: Plans, width: int, height: int) -> None:
    plans.page.window().resize(width, height)
    QApplication.processEvents()


@pytest.mark.parametrize(("width", "height", "navigation"), [(1280, 752, 184), (1024, 592, 56)])
def test_the_plan_fits_the_smallest_windows(plans, width, height, navigation):
    resize(plans, width, height)
    least = plans.page.minimumSizeHint()
    assert least.width() <= width - navigation
    assert least.height() <= height


def test_in_a_narrow_window_words_and_pages_take_turns(plans):
    screen = plans.screen
    assert screen.words.isVisible()
    assert screen.pages.isVisible()
    resize(plans, 1024, 592)
    assert (screen.words.isVisible(), screen.pages.isVisible()) == (True, False)
    QTest.mouseClick(screen.sides.choice.segments[1], Qt.MouseButton.LeftButton)
    assert (screen.words.isVisible(), screen.pages.isVisible()) == (False, True)
    resize(plans, 1280, 752)
    assert (screen.words.isVisible(), screen.pages.isVisible()) == (True, True)


def test_every_control_has_a_name_and_is_reached_by_tab(plans):
    screen = plans.screen
    seen: list[QWidget] = []
    for _ in range(60):
        seen.append(QApplication.focusWidget())
        press(plans.page, Qt.Key.Key_Tab)
        if QApplication.focusWidget() in seen:
            break
    unnamed = [w for w in seen if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name)]
    assert unnamed == []
    form = screen.words.form
    for wanted in (
        *(form.what, form.said_yes, form.number, form.why, form.at, form.day, form.bring, form.how, form.remove),
        *(fold.head for fold in screen.words.own.folds.values()),
        *(screen.words.add, screen.toolbar.keep, screen.toolbar.release.save, screen.toolbar.release.print),
        *(screen.pages.sheets, screen.pages.on, screen.toolbar.back, screen.toolbar.visit),
    ):
        assert wanted in seen, wanted.accessibleName()
    assert any(segment in seen for segment in screen.carry.answer.segments)


def test_enter_leads_through_the_fields_of_a_step(plans):
    form = plans.screen.words.form
    form.what.setFocus()
    for wanted in (form.said_yes, form.number, form.why):
        press(plans.page, Qt.Key.Key_Return)
        assert wanted.hasFocus()


def test_exactly_one_button_is_filled(plans, theme):
    """Seen in the pixels: the accent of a filled button."""
    buttons = (plans.screen.toolbar.keep, plans.screen.toolbar.release.save, plans.screen.toolbar.release.print)

    def filled() -> list[str]:
        accent = theme.color("accent")
        return [one.text() for one in buttons if one.grab().toImage().pixelColor(6, 12) == accent]

    assert filled() == ["Print 1 copy"]
    QTest.mouseClick(plans.screen.carry.answer.segments[1], Qt.MouseButton.LeftButton)
    assert filled() == ["Save"]


def test_light_and_dark_change_at_once_and_the_paper_stays_white(plans, theme):
    theme.choose(Scheme.DARK)
    assert plans.screen.words.grab().toImage().pixelColor(4, 4).lightness() < 40
    assert plans.screen.pages.sheets.sheets[0].grab().toImage().pixelColor(6, 6).name() == "#ffffff"


def test_a_page_is_shown_whole(plans):
    sheets = plans.screen.pages.sheets
    assert sheets.sheets[0].height() <= sheets.height()


def test_the_window_title_never_says_who(plans):
    assert "Jordan" in plans.screen.toolbar.who.text()
    assert "Jordan" not in plans.page.window().windowTitle()
