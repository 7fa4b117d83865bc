"""The way in: first run, sign-in, a one-time passphrase, the recovery code, a broken station."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from navigator.ui.cover.card import Card
from navigator.ui.cover.recovery_code import groups
from navigator.ui.cover.strength import judge
from navigator.ui.main_window import MainWindow
from navigator.ui.ports import FrontKind
from tests.ui.conftest import CODE, PASSPHRASE, FakeFront

Open = Callable[[], MainWindow]


def card(window: MainWindow) -> Card:
    return next(shown for shown in window.findChildren(Card) if shown.isVisible())


def title(window: MainWindow) -> str:
    return card(window).accessibleName()


def entry(window: MainWindow, label: str) -> QLineEdit:
    return next(line for line in card(window).findChildren(QLineEdit) if line.accessibleName() == label)


def button(window: MainWindow, words: str) -> QPushButton:
    return next(found for found in window.findChildren(QPushButton) if found.isVisible() and found.text() == words)


def said(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def press(window: MainWindow, words: str) -> None:
    QTest.mouseClick(button(window, words), Qt.MouseButton.LeftButton)


@pytest.fixture
def settle(qtbot: QtBot, worker) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not worker.busy)


def sign_in(window: MainWindow, name: str, passphrase: str) -> None:
    entry(window, "Name").setText(name)
    entry(window, "Passphrase").setText(passphrase)
    QTest.keyClick(entry(window, "Passphrase"), Qt.Key.Key_Return)


def test_the_cursor_waits_in_the_name(open_window: Open):
    assert open_window().focusWidget().accessibleName() == "Name"


def test_signing_in_opens_the_pages(open_window: Open, settle, opened_pages):
    window = open_window()
    sign_in(window, "Dana R.", PASSPHRASE)
    settle()
    assert not window.is_locked
    assert opened_pages[0].isVisible()
    assert {"Dana R.", "clinician"} <= set(said(window))


def test_a_wrong_passphrase_is_told_under_it_and_the_name_stays(open_window: Open, settle, front: FakeFront):
    front.tries_left = 4
    window = open_window()
    sign_in(window, "Dana R.", "wrong")
    settle()
    assert "No match. 3 tries left, then a 10 minute wait." in said(window)
    assert entry(window, "Name").text() == "Dana R."
    assert entry(window, "Passphrase").text() == ""
    assert window.focusWidget() is entry(window, "Passphrase")
    assert "3 tries left" in entry(window, "Passphrase").accessibleDescription()


def test_the_last_try_is_told_in_the_singular(open_window: Open, settle, front: FakeFront):
    front.tries_left = 2
    window = open_window()
    sign_in(window, "Dana R.", "wrong")
    settle()
    assert "No match. 1 try left, then a 10 minute wait." in said(window)


def test_the_trouble_goes_when_typing_begins(open_window: Open, settle):
    window = open_window()
    sign_in(window, "Dana R.", "wrong")
    settle()
    QTest.keyClicks(entry(window, "Passphrase"), "c")
    assert not any(words.startswith("No match") for words in said(window))


def test_an_account_that_must_wait_is_told_until_when_in_the_citys_time(open_window: Open, settle, front, clock):
    front.locked_until = clock() + timedelta(minutes=10)
    window = open_window()
    sign_in(window, "Dana R.", PASSPHRASE)
    settle()
    assert "Too many tries. You can try again at 2:24 AM." in said(window)


def test_enter_submits_once_while_keys_are_derived(open_window: Open, settle, front: FakeFront):
    window = open_window()
    sign_in(window, "Dana R.", "wrong")
    QTest.keyClick(entry(window, "Passphrase"), Qt.Key.Key_Return)
    press(window, "Checking…")
    settle()
    assert front.asked == [("sign in", "Dana R.", "wrong")]


def test_closing_the_window_while_keys_are_derived_ends_quietly(open_window: Open, worker, opened_pages, qapp):
    window = open_window()
    sign_in(window, "Dana R.", PASSPHRASE)
    window.close()
    worker.close()
    qapp.processEvents()
    assert opened_pages == []


def test_nothing_is_asked_without_a_name_or_a_passphrase(open_window: Open, front: FakeFront):
    window = open_window()
    press(window, "Sign in")
    assert "Type your name as your supervisor entered it." in said(window)
    entry(window, "Name").setText("Dana R.")
    press(window, "Sign in")
    assert "Type your passphrase." in said(window)
    assert front.asked == []


def test_a_one_time_passphrase_asks_for_another(open_window: Open, settle, front: FakeFront):
    window = open_window()
    sign_in(window, "Dana R.", "one-time")
    settle()
    assert title(window) == "Choose your passphrase"
    entry(window, "New passphrase").setText("new horse battery staple")
    entry(window, "The same passphrase again").setText("new horse battery staple")
    press(window, "Set it and sign in")
    settle()
    assert front.asked[-1] == ("choose", "Dana R.", "one-time", "new horse battery staple")
    assert not window.is_locked


def test_two_different_passphrases_are_not_taken(open_window: Open, settle, front: FakeFront):
    window = open_window()
    sign_in(window, "Dana R.", "one-time")
    settle()
    entry(window, "New passphrase").setText("new horse battery staple")
    entry(window, "The same passphrase again").setText("new horse battery stable")
    press(window, "Set it and sign in")
    assert "The two are not the same." in said(window)
    assert len(front.asked) == 1


def test_a_new_computer_offers_a_station_or_a_demo(open_window: Open, front: FakeFront):
    front.kind, front.city = FrontKind.NEW, None
    window = open_window()
    assert button(window, "Set up this station").hasFocus()
    assert button(window, "Look around with a demo station")


def test_setting_up_shows_the_recovery_code_until_it_is_on_paper(open_window: Open, settle, front: FakeFront):
    front.kind, front.city = FrontKind.NEW, None
    window = open_window()
    press(window, "Set up this station")
    entry(window, "Your name").setText("Sam T.")
    entry(window, "Passphrase").setText(PASSPHRASE)
    entry(window, "The same passphrase again").setText(PASSPHRASE)
    press(window, "Set up this station")
    settle()
    assert set(groups(CODE)) <= set(said(window))
    press(window, "I have it on paper")
    assert "That is not the last group of the code above." in said(window)
    entry(window, "Type its last group from your paper").setText("6ezu")
    press(window, "I have it on paper")
    settle()
    assert front.asked == [("set up", "philadelphia", "Sam T.", PASSPHRASE), ("sign in", "Sam T.", PASSPHRASE)]
    assert not window.is_locked


def test_the_citys_line_appears_as_soon_as_there_is_a_city(open_window: Open, settle, front: FakeFront):
    front.kind, front.city = FrontKind.NEW, None
    window = open_window()
    assert {"988", "911"} <= set(said(window))
    assert "215-685-6440" not in said(window)
    press(window, "Look around with a demo station")
    settle()
    assert "215-685-6440" in said(window)


def test_the_demo_says_its_passphrase(open_window: Open, settle, front: FakeFront):
    front.demo, front.demo_passphrase = True, PASSPHRASE
    window = open_window()
    assert any(words.endswith(f"The passphrase is: {PASSPHRASE}") for words in said(window))
    press(window, "Look around")
    settle()
    assert not window.is_locked


def test_the_recovery_code_sets_a_new_passphrase(open_window: Open, settle, front: FakeFront):
    window = open_window()
    entry(window, "Name").setText("Dana R.")
    press(window, "Use recovery code")
    assert entry(window, "Name of the account").text() == "Dana R."
    for label, words in (
        ("Recovery code", "AAAA"),
        ("New passphrase", "new horse battery staple"),
        ("The same passphrase again", "new horse battery staple"),
    ):
        entry(window, label).setText(words)
    press(window, "Set the new passphrase")
    settle()
    assert "This is not the recovery code of this station." in said(window)
    entry(window, "Recovery code").setText(CODE)
    press(window, "Set the new passphrase")
    settle()
    assert not window.is_locked


def test_going_back_leads_to_where_one_came_from(open_window: Open):
    window = open_window()
    press(window, "Use recovery code")
    press(window, "Back")
    assert title(window) == "Sign in"


def test_a_broken_station_says_why_and_what_to_do_and_can_be_looked_at_again(open_window: Open, front: FakeFront):
    front.kind = FrontKind.BROKEN
    front.sentence, front.next_step = "Navigator is already open on this station.", "Use the window that is open."
    window = open_window()
    assert {front.sentence, front.next_step} <= set(said(window))
    front.kind = FrontKind.READY
    press(window, "Look again")
    assert title(window) == "Sign in"


@pytest.mark.parametrize(
    ("passphrase", "good"),
    [
        ("", False),
        ("short", False),
        ("elevenchars", False),
        ("twelve chars", True),
        ("we go by sea", True),
        ("a bus to sea", True),
        ("aaaaaaaaaaaaaaaa", False),
        ("1234567890123", False),
        ("qwertyuiop[]", False),
        ("Dana Rivers 12", False),
        ("correct horse battery staple", True),
    ],
)
def test_a_passphrase_is_judged_with_a_reason(passphrase: str, good: bool):
    judgement = judge(passphrase, "Dana Rivers")
    assert judgement.good_enough is good
    assert judgement.words.endswith(".")


def test_four_short_words_are_enough():
    assert judge("ox hat sun tea").good_enough
    assert judge("ox hat su te").good_enough
    assert not judge("ox ox ox ox").good_enough
