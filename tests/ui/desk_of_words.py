"""The tab "Words" for its tests: who works there, and what is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from navigator.resources.stewardship.word_groups import Listed
from navigator.resources.vocabulary import Group, Kind
from navigator.ui.directory.words_tab import WordsTab
from tests.ui.desk_of_directory import Bench

TRANQ = Listed(Group(Kind.MEANS, ("tranq dope",), ("sobering center",)))
CONTROL = Qt.KeyboardModifier.ControlModifier


def tab_of(bench: Bench) -> WordsTab:
    return bench.page.words


def shipped(bench: Bench, kind: Kind = Kind.MEANS) -> Listed:
    groups = bench.desk.keeping.words.groups(bench.desk.actor)
    return next(one for one in groups if one.group.kind is kind and not one.is_own)


def choose(bench: Bench, one: Listed) -> WordsTab:
    tab = tab_of(bench)
    assert tab.table.choose(one.ref)
    bench.settle()
    return tab


def own(bench: Bench) -> Listed:
    """Words of the team's own, which stand in the table."""
    kept = bench.desk.keeping.words.put(bench.desk.actor, TRANQ)
    bench.page.refresh()
    bench.settle()
    return kept


def row(bench: Bench, ref: str) -> list[str]:
    return next([cell.words for cell in one.cells] for one in tab_of(bench).table.rows if one.key == ref)


def key(bench: Bench, pressed: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), pressed, CONTROL)
    bench.settle()


def add(bench: Bench, say: Sequence[str], means: str) -> None:
    """By the keyboard alone."""
    key(bench, Qt.Key.Key_N)
    for at, phrase in enumerate(say):
        if at:
            bench.press(Qt.Key.Key_Return)
        bench.write(phrase)
    bench.press(Qt.Key.Key_Tab)
    bench.write(means)
    key(bench, Qt.Key.Key_S)


def said(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def heard(bench: Bench) -> list[Group]:
    return [one.group for one in bench.desk.keeping.words.groups(bench.desk.actor) if one.is_own]
