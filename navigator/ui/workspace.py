"""The room of a session: navigation at the left, the chosen page beside it, the page's foot under both."""

import sys
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from navigator.ui.navigation import Navigation
from navigator.ui.ports import Page
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel


class Workspace(Panel):
    """Holds the pages of one person; the pages of the one before are destroyed first.

    `scene_changed` gives since when the team is on a scene, or None.
    """

    scene_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._navigation = Navigation(theme)
        self._stack = QStackedWidget()
        self._pages: dict[str, Page] = {}
        self._navigation.chosen.connect(self.show_page)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addWidget(self._stack, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(row, 1)

    def open_pages(self, pages: Sequence[Page]) -> None:
        self.close_pages()
        self._pages = {page.key: page for page in pages}
        for page in pages:
            self._stack.addWidget(page.widget)
            if page.foot is not None:
                self._column.addWidget(page.foot)
        self._navigation.show_pages(pages)
        if pages:
            self.show_page(pages[0].key)

    def close_pages(self) -> None:
        for page in self._pages.values():
            self._stack.removeWidget(page.widget)
            page.widget.deleteLater()
            if page.foot is not None:
                self._column.removeWidget(page.foot)
                page.foot.hide()
                page.foot.deleteLater()
        self._pages = {}
        self._navigation.show_pages(())

    def show_page(self, key: str) -> None:
        self._navigation.show_current(key)
        for page in self._pages.values():
            if page.foot is not None:
                page.foot.setVisible(page.key == key)
        self._stack.setCurrentWidget(self._pages[key].widget)
        self.focus_page()

    def show_count(self, key: str, count: int) -> None:
        self._navigation.show_count(key, count)

    def show_scene(self, since: datetime | None) -> None:
        self.scene_changed.emit(since)

    def focus_page(self) -> None:
        """Puts the focus where the page in front wants it."""
        page = self._stack.currentWidget()
        if page is not None:
            page.setFocus()

    def cover(self) -> None:
        """Lets every page keep what was typed (P-03). A fault in one of them stops neither the others nor the lock."""
        for page in self._pages.values():
            if page.cover is None:
                continue
            try:
                page.cover()
            except Exception as fault:
                sys.excepthook(type(fault), fault, fault.__traceback__)

    def set_rail(self, rail: bool) -> None:
        self._navigation.set_rail(rail)
