"""What was looked for in vain goes to the directory desk when somebody sends it, and is kept nowhere by itself."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from navigator.access import Actor, Role
from navigator.errors import UserError
from navigator.resources.stewardship.desk_drafts import NEW, DeskDraftKind
from navigator.resources.stewardship.proposals import Proposals
from navigator.ui.find.page import FindPage
from navigator.ui.find.tell_desk import BEFORE, NO_PERSON, NOTHING_SAID, SENT
from tests.ui.desk_of_editor import stocked_desk
from tests.ui.desk_of_find import in_front, press

RUTH = Actor("ruth", "Ruth S.", Role.SUPERVISOR)
DANA = Actor("dana", "Dana R.", Role.CLINICIAN)
QUERY = "qqqqqqqq repair"


@pytest.fixture
def desk(signed):
    """The desk of a supervisor."""
    return stocked_desk(signed(Role.CLINICIAN).station, RUTH)


@pytest.fixture
def open_page(qtbot, desk, theme, worker):
    """Shows the page of an account, as after each sign-in."""
    opened: list[FindPage] = []

    def show(actor: Actor = DANA, words: str = QUERY) -> FindPage:
        page = FindPage(replace(desk, actor=actor), theme, worker)
        opened.append(page)
        in_front(qtbot, page)
        ask(qtbot, page, words)
        return page

    yield show
    for page in opened:
        page.window().hide()
    qtbot.waitUntil(lambda: not worker.busy)


def ask(qtbot, page, words):
    page.column.box.setText(words)
    qtbot.waitUntil(lambda: page.column.answer.query.text == words)


def settle(qtbot, worker):
    qtbot.waitUntil(lambda: not worker.busy)


def draft(desk):
    found = desk.keeping.drafts.find(DANA, DeskDraftKind.PROPOSAL, NEW)
    return found.content if found else {}


def proposed(desk):
    return [(one.by, one.entry_id, one.words) for one in desk.keeping.proposals.waiting(RUTH)]


def said(form) -> list[str]:
    return [label.text() for label in form.findChildren(QLabel) if label.isVisible()]


def test_the_words_are_offered_for_editing_and_sent(open_page, desk, qtbot, worker):
    page = open_page()
    form = page.column.tell_desk
    form.open.click()
    assert (form.words.toPlainText(), form.words.hasFocus()) == (QUERY, True)
    assert NO_PERSON in said(form)
    QTest.keyClicks(form.words, " for bicycles")
    with qtbot.waitSignal(page.directory_changed):
        form.send.click()
    assert proposed(desk) == [("Dana R.", None, f"{QUERY} for bicycles")]
    assert (form.told, page.column.box.hasFocus()) == (SENT, True)
    settle(qtbot, worker)
    assert draft(desk) == {}


def test_the_form_is_in_sight_in_a_small_window(open_page, qtbot):
    page = open_page()
    page.window().resize(1024, 592)
    form = page.column.tell_desk
    form.open.click()
    seen = page.column.empty.viewport()
    qtbot.waitUntil(lambda: seen.rect().contains(QRect(form.send.mapTo(seen, QPoint()), form.send.size())))
    page.window().resize(1280, 752)
    page.window().resize(1024, 560)
    qtbot.waitUntil(lambda: seen.rect().contains(QRect(form.send.mapTo(seen, QPoint()), form.send.size())))


def test_nothing_that_was_searched_for_is_kept_by_itself(open_page, desk, qtbot, worker):
    page = open_page()
    page.column.tell_desk.open.click()
    page.cover()
    settle(qtbot, worker)
    assert (draft(desk), proposed(desk)) == ({}, [])


def test_what_somebody_wrote_survives_the_lock(open_page, desk):
    page = open_page()
    page.column.tell_desk.open.click()
    QTest.keyClicks(page.column.tell_desk.words, ", for bicycles")
    page.cover()
    again = open_page(words="qqqqqqqq other").column.tell_desk
    again.open.click()
    assert again.words.toPlainText() == f"{QUERY}, for bicycles"
    assert BEFORE in said(again)


def test_never_mind_throws_away_what_was_written(open_page, desk, qtbot, worker):
    page = open_page()
    form = page.column.tell_desk
    form.open.click()
    QTest.keyClicks(form.words, "x")
    page.cover()
    form.never_mind.click()
    settle(qtbot, worker)
    assert draft(desk) == {}
    assert form.open.hasFocus()
    form.open.click()
    assert form.words.toPlainText() == QUERY


def test_escape_closes_the_form_and_keeps_what_was_written(open_page, desk):
    page = open_page()
    form = page.column.tell_desk
    form.open.click()
    QTest.keyClicks(form.words, "x")
    press(page, Qt.Key.Key_Escape)
    assert not form.words.isVisible()
    assert draft(desk) == {"words": f"{QUERY}x"}
    assert page.column.box.text() == QUERY


def test_typing_on_in_the_search_leaves_what_was_written_and_nothing_else(open_page, qtbot):
    page = open_page()
    form = page.column.tell_desk
    form.open.click()
    ask(qtbot, page, "qqqqqqqq other")
    assert not form.words.isVisible()
    form.open.click()
    QTest.keyClicks(form.words, "x")
    ask(qtbot, page, "qqqqqqqq third")
    assert form.words.isVisible()
    assert form.words.toPlainText() == "qqqqqqqq otherx"


def test_an_empty_form_is_not_sent_and_says_so(open_page, desk):
    form = open_page().column.tell_desk
    form.open.click()
    form.words.setPlainText(" ")
    form.send.click()
    assert (form.trouble.sentence, proposed(desk)) == (NOTHING_SAID, [])


def test_why_it_could_not_be_sent_is_said_and_the_words_stay(open_page, qtbot, monkeypatch):
    def refuse(*_asked):
        raise UserError("The disk is full. Free some room and send it again.")

    form = open_page().column.tell_desk
    form.open.click()
    monkeypatch.setattr(Proposals, "propose", refuse)
    form.send.click()
    qtbot.waitUntil(lambda: bool(form.trouble.sentence))
    assert form.trouble.sentence == "The disk is full. Free some room and send it again."
    assert (form.words.toPlainText(), form.send.isEnabled()) == (QUERY, True)


def test_who_may_not_propose_is_not_offered_it(open_page):
    page = open_page(Actor("omar", "Omar P.", Role.OFFICER))
    assert page.column.tell_desk is None
    assert page.column.empty.isVisible()
