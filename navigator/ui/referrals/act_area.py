"""The place under the number where one thing stands at a time: the outcomes, a form, the other steps, a panel."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.ui.referrals.forms.form import Form
from navigator.ui.referrals.more_menu import MoreMenu
from navigator.ui.referrals.outcome_grid import OutcomeGrid
from navigator.ui.referrals.standing_panel import StandingPanel

type Shown = OutcomeGrid | Form | MoreMenu | StandingPanel | QWidget


class ActArea(QWidget):
    """Holds what is shown; what was there before is thrown away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Shown = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.shown)

    @property
    def form(self) -> Form | None:
        return self.shown if isinstance(self.shown, Form) else None

    @property
    def grid(self) -> OutcomeGrid | None:
        return self.shown if isinstance(self.shown, OutcomeGrid) else None

    @property
    def panel(self) -> StandingPanel | None:
        return self.shown if isinstance(self.shown, StandingPanel) else None

    @property
    def menu(self) -> MoreMenu | None:
        return self.shown if isinstance(self.shown, MoreMenu) else None

    def show_one(self, widget: Shown) -> None:
        before, self.shown = self.shown, widget
        self._column.addWidget(widget)
        widget.show()
        self._column.removeWidget(before)
        before.hide()
        before.deleteLater()

    def take_focus(self) -> None:
        if isinstance(self.shown, OutcomeGrid | Form | MoreMenu | StandingPanel):
            self.shown.take_focus()

    def refuse(self, sentence: str, *, stale: bool = False) -> None:
        """Says what could not be written where it was tried."""
        if isinstance(self.shown, OutcomeGrid | Form | StandingPanel):
            self.shown.refuse(sentence, stale=stale)
