"""The page of plans in front of a person, with a printer that is an `lp` of our own."""

import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from navigator.documents.pages import Pages
from navigator.referrals.plan import Carry
from navigator.ui.plan.page import PlansPage
from navigator.ui.plan.screen import PlanScreen
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker
from tests.ui.desk_of_find import in_front


class Plans:
    """A page of plans and what a person does with it."""

    def __init__(self, qtbot: QtBot, desk: Desk, theme: Theme, worker: Worker, **further: Any) -> None:
        self.desk, self._qtbot, self._worker = desk, qtbot, worker
        self.page = PlansPage(desk, theme, worker, **{"find_printers": lambda: ("Front desk",), **further})
        in_front(qtbot, self.page)

    @property
    def screen(self) -> PlanScreen:
        assert self.page.screen_shown is not None
        return self.page.screen_shown

    def open(self, visit_id: str) -> PlanScreen:
        """Opens the plan and waits for its pages."""
        self.page.show_visit(visit_id)
        self.pages()
        return self.screen

    def open_safe(self, visit_id: str) -> PlanScreen:
        """Opens the plan of somebody who says that paper is safe to carry."""
        screen = self.open(visit_id)
        self.answer(Carry.SAFE)
        self.pages()
        return screen

    def answer(self, carry: Carry) -> None:
        """Presses the answer to "Is it safe to carry paper?"."""
        choices = (Carry.SAFE, Carry.NOT_SAFE, Carry.NOT_ASKED)
        segment = self.screen.carry.answer.segments[choices.index(carry)]
        QTest.mouseClick(segment, Qt.MouseButton.LeftButton)

    def pages(self) -> Pages:
        """The pages on the screen, once they are those of what was typed last."""
        live = self.screen.work.pages
        self._qtbot.waitUntil(lambda: live.current is not None and self.screen.pages.pages is live.current)
        return live.current

    def type(self, entry: QLineEdit, words: str) -> None:
        """Types in place of what stands there."""
        entry.setFocus()
        entry.selectAll()
        QTest.keyClicks(entry, words)

    def said(self, words: str) -> None:
        """Waits until the line under the toolbar says it."""
        self._qtbot.waitUntil(lambda: words in self.screen.strip.sentence)

    def rested(self) -> None:
        """Waits until nothing is under way."""
        self._qtbot.waitUntil(lambda: not self._worker.busy)


def spool_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer whose `lp` keeps what it was told and given, and answers what the file `answer` says."""
    kept = folder / "spool"
    kept.mkdir()
    lp = folder / "bin" / "lp"
    lp.parent.mkdir()
    lp.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {kept}/order\ncat > {kept}/bytes\nexit $(cat {kept}/answer)\n')
    lp.chmod(0o755)
    (kept / "answer").write_text("0")
    monkeypatch.setenv("PATH", f"{lp.parent}{os.pathsep}{os.environ['PATH']}")
    return kept
