"""What must be asked and mended before the paper of a plan may leave (D-05), and where a person is led for it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from navigator.referrals.plan import Carry, When
from navigator.ui.plan.carry_question import ASK_FIRST
from navigator.ui.plan.step_trouble import NO_NUMBER, number_trouble
from navigator.ui.widgets.day_entry import NO_DAY
from tests.ui.desk_of_casework import accepted_on, draft_on, visit_on
from tests.ui.desk_of_plan import Plans, spool_in


@pytest.fixture
def visit(casework_desk):
    made = visit_on(casework_desk)
    accepted_on(casework_desk, draft_on(casework_desk, made))
    return made


@pytest.fixture
def spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return spool_in(tmp_path, monkeypatch)


@pytest.fixture
def asked() -> list[str]:
    """The file names that the dialog was opened with."""
    return []


@pytest.fixture
def plans(open_plans, spool, asked, tmp_path) -> Plans:
    def ask(_parent, name: str) -> Path:
        asked.append(name)
        return tmp_path / name

    return open_plans(ask=ask)


def nothing_left(plans: Plans, visit, spool: Path, asked: list[str]) -> bool:
    plans.rested()
    papers = plans.desk.casework.register.of_visits(plans.desk.actor, [visit.id])
    return not (spool / "bytes").exists() and asked == [] and papers == ()


def resize(plans: Plans, width: int, height: int) -> None:
    plans.page.window().resize(width, height)
    QApplication.processEvents()


def add_step(plans: Plans, part: int, words: str) -> None:
    QTest.mouseClick(plans.screen.words.parts.segments[part], Qt.MouseButton.LeftButton)
    plans.screen.words.add.click()
    QTest.keyClicks(QApplication.focusWidget(), words)


@pytest.mark.parametrize("way", ["save", "print"])
def test_nothing_leaves_before_it_was_asked_whether_paper_is_safe(plans, visit, spool, asked, way):
    screen = plans.open(visit.id)
    button = getattr(screen.toolbar.release, way)
    assert button.isEnabled()
    button.click()
    assert screen.strip.sentence == ASK_FIRST
    assert QApplication.focusWidget() in screen.carry.answer.segments
    assert nothing_left(plans, visit, spool, asked)
    assert button.isEnabled()


def test_once_they_say_yes_the_paper_leaves(plans, visit, qtbot):
    screen = plans.open(visit.id)
    screen.toolbar.release.print.click()
    plans.answer(Carry.SAFE)
    assert screen.strip.isHidden()
    with qtbot.waitSignal(plans.page.printed):
        screen.toolbar.release.print.click()


def test_an_answer_taken_back_while_the_plan_is_saved_stops_the_paper(plans, visit, spool, asked):
    screen = plans.open_safe(visit.id)
    screen.toolbar.release.print.click()
    plans.answer(Carry.NOT_ASKED)
    plans.said(ASK_FIRST)
    assert nothing_left(plans, visit, spool, asked)
    assert screen.toolbar.release.print.isEnabled()


def test_in_a_narrow_window_the_question_is_under_the_words_and_under_the_pages(plans, visit):
    screen = plans.open(visit.id)
    resize(plans, 1024, 592)
    for side in screen.sides.choice.segments:
        QTest.mouseClick(side, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        shown = screen.words if screen.words.isVisible() else screen.pages
        assert shown.width() == screen.width()
        assert not screen.carry.visibleRegion().isEmpty()


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("number", "call maybe", NO_NUMBER),
        ("day", "blah", NO_DAY),
        ("day", "wed", "That day belongs under This week. Move the step there, or change the day."),
    ],
)
def test_a_field_with_trouble_is_mended_before_the_paper_leaves(plans, visit, spool, asked, field, typed, sentence):
    screen = plans.open_safe(visit.id)
    entry = getattr(screen.words.form, field)
    plans.type(entry, typed)
    add_step(plans, 2, "Call your sister")
    for button in (screen.toolbar.release.save, screen.toolbar.release.print):
        button.click()
        assert screen.strip.sentence == f"Mend this first: {sentence}"
        assert entry.hasFocus()
        assert screen.words.part is When.TODAY
    assert nothing_left(plans, visit, spool, asked)
    screen.toolbar.keep.click()
    plans.said("Saved.")


def test_in_a_narrow_window_the_trouble_is_led_to_from_the_pages(plans, visit):
    screen = plans.open_safe(visit.id)
    plans.type(screen.words.form.number, "call maybe")
    resize(plans, 1024, 592)
    QTest.mouseClick(screen.sides.choice.segments[1], Qt.MouseButton.LeftButton)
    screen.toolbar.release.print.click()
    assert screen.words.form.number.hasFocus()
    assert screen.words.form.phone.trouble == NO_NUMBER


@pytest.mark.parametrize("number", ["", "911", "988", "211", "215-555-0142", "Text HOME to 741741"])
def test_a_number_that_can_be_dialled_has_no_trouble(number):
    assert number_trouble(number) == ""


def test_the_trouble_of_a_number_is_said_when_it_is_left_and_goes_when_it_is_mended(plans, visit):
    form = plans.open(visit.id).words.form
    plans.type(form.number, "12")
    assert form.phone.trouble == ""
    QTest.keyClick(form.number, Qt.Key.Key_Return)
    assert form.phone.trouble == NO_NUMBER
    plans.type(form.number, "211")
    assert form.phone.trouble == ""


@pytest.mark.parametrize("way", ["save", "print"])
def test_the_focus_returns_to_the_button_that_was_pressed(plans, visit, qtbot, way):
    screen = plans.open_safe(visit.id)
    button = getattr(screen.toolbar.release, way)
    button.setFocus()
    with qtbot.waitSignal(plans.page.printed):
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.hasFocus()


def test_a_focus_that_a_person_moved_meanwhile_stays(plans, visit, qtbot):
    screen = plans.open_safe(visit.id)
    screen.toolbar.release.save.setFocus()
    with qtbot.waitSignal(plans.page.printed):
        QTest.keyClick(screen.toolbar.release.save, Qt.Key.Key_Space)
        screen.words.form.bring.setFocus()
    assert screen.words.form.bring.hasFocus()


def test_the_focus_stays_where_it_is_while_the_window_shrinks(plans, visit):
    screen = plans.open(visit.id)
    for focus in (screen.words.form.bring, screen.pages.sheets, screen.carry.answer.focusProxy()):
        resize(plans, 1280, 752)
        focus.setFocus()
        resize(plans, 1024, 592)
        assert focus.hasFocus(), focus.accessibleName()


def test_the_focus_on_words_or_pages_goes_to_the_words_when_the_window_grows(plans, visit):
    screen = plans.open(visit.id)
    resize(plans, 1024, 592)
    screen.sides.choice.setFocus()
    resize(plans, 1280, 752)
    assert screen.words.form.what.hasFocus()


def test_the_count_of_a_full_area_stands_under_its_words(plans, visit):
    form = plans.open(visit.id).words.form
    height = form.why.height()
    form.why.setPlainText("word " * 640)
    QApplication.processEvents()
    assert form.why.count.text() == "3200 of 600 characters"
    assert not form.why.viewport().geometry().intersects(form.why.count.geometry())
    assert form.why.rect().contains(form.why.count.geometry())
    assert form.why.viewport().height() >= height - 24
    form.why.setPlainText("word")
    assert (form.why.count.isVisible(), form.why.height()) == (False, height)
