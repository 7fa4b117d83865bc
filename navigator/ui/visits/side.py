"""Beside the form of a visit: what comes next, or the small form that ends it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QStackedWidget

from navigator.referrals.visit import Visit
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.ending import EndForm
from navigator.ui.visits.pane import VisitPane

_WIDE = 388


class Side(QStackedWidget):
    """One of both at a time."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.pane, self.ending = VisitPane(desk, theme), EndForm(desk, theme)
        self.addWidget(self.pane)
        self.addWidget(self.ending)

    @property
    def is_ending(self) -> bool:
        return self.currentWidget() is self.ending

    @property
    def typed(self) -> Mapping[str, str]:
        """What is typed here, for the draft."""
        return self.ending.content if self.is_ending else {}

    def show_pane(self) -> None:
        self.setCurrentWidget(self.pane)

    def show_ending(self, visit: Visit | None, content: Mapping[str, str] | None = None) -> None:
        self.ending.show_visit(visit, content)
        self.setCurrentWidget(self.ending)

    def take_focus(self) -> None:
        """To what comes next."""
        self.ending.take_focus() if self.is_ending else self.pane.take_focus()

    def fit(self, width: int) -> None:
        """Into a window of that width."""
        self.setFixedWidth(sizes.PANE_NARROW if width < sizes.RAIL_BELOW else _WIDE)
