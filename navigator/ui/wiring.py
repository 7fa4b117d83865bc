"""The connections of the window: which pages a desk opens, and what it is told of faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from navigator.ui.faults import Faults
from navigator.ui.main_window import MainWindow
from navigator.ui.paper.where import AskWhere, ask_where
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker

if TYPE_CHECKING:  # comes with the first desk
    from navigator.ui.ports import Desk, OpenPages, Page, PageHolder


def pages_for(theme: Theme, worker: Worker, ask: AskWhere = ask_where) -> OpenPages:
    """Makes the pages of a desk. They are imported at the first sign-in: before it, the window must stand at once."""

    def open_pages(desk: Desk, holder: PageHolder) -> list[Page]:
        from navigator.ui.desk_pages import pages_of

        return pages_of(desk, holder, theme, worker, ask)

    return open_pages


def connect(window: MainWindow, faults: Faults) -> None:
    """What the parts of the program tell each other."""
    faults.happened.connect(window.show_fault)
