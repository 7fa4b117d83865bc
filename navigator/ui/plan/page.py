"""The page "Plans": the newest visits, and in their place the plan of the one that was chosen."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout

from navigator.errors import UserError
from navigator.ui.outlets import printers
from navigator.ui.paper.where import AskWhere, ask_where
from navigator.ui.plan.plan_list import PlanList
from navigator.ui.plan.screen import PlanScreen
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel
from navigator.ui.worker import Worker


class PlansPage(Panel):
    """For a desk with casework. `visit_chosen` asks for a visit, `printed` says whose plan has left, by visit ids."""

    visit_chosen = Signal(str)
    printed = Signal(str)

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        worker: Worker,
        *,
        ask: AskWhere = ask_where,
        find_printers: Callable[[], tuple[str, ...]] = printers,
    ) -> None:
        super().__init__("surface")
        if desk.casework is None:
            raise ValueError("plans need casework")
        self._desk, self._casework, self._theme, self._worker = desk, desk.casework, theme, worker
        self._ask, self._find_printers = ask, find_printers
        self.list = PlanList(theme, desk, desk.casework)
        self.screen_shown: PlanScreen | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self.list.opened.connect(self.show_visit)

    def show_visit(self, visit_id: str) -> None:
        """Opens the plan of a visit; one that is open already goes on as it stands."""
        shown = self.screen_shown
        if shown is None or (shown.visit_id != visit_id and shown.may_leave()):
            try:
                shown = self._open(visit_id)
            except UserError as error:
                self.show_list()
                self.list.trouble.say(error.sentence)
                return
        self._stack.setCurrentWidget(shown)
        shown.take_focus()

    def show_list(self) -> None:
        """In place of the plan, unless something typed into it could not be kept: then it stays and says so."""
        if self.screen_shown is not None and not self.screen_shown.may_leave():
            return
        self._close()
        self._stack.setCurrentWidget(self.list)
        self.list.setFocus()
        if self.isVisible():
            self.list.refresh()

    def refresh(self) -> None:
        """Reads anew what is shown."""
        if self.screen_shown is None:
            self.list.refresh()
        elif self.isVisible():
            self.screen_shown.refresh()

    def cover(self) -> None:
        if self.screen_shown is not None:
            self.screen_shown.cover()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Escape and self.screen_shown is not None:
            self.show_list()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """No focus proxy: Tab would skip what stands before it."""
        super().focusInEvent(event)
        if self.screen_shown is None:
            self.list.setFocus()
        else:
            self.screen_shown.take_focus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        if self.screen_shown is None:
            self.list.refresh()

    def _open(self, visit_id: str) -> PlanScreen:
        made = PlanScreen(
            self._desk,
            self._casework,
            self._theme,
            self._worker,
            visit_id,
            ask=self._ask,
            printers=self._find_printers(),
        )
        self._close()
        made.left.connect(self.show_list)
        made.visit_wanted.connect(lambda: self.visit_chosen.emit(visit_id))
        made.printed.connect(lambda: self.printed.emit(visit_id))
        self._stack.addWidget(made)
        self.screen_shown = made
        return made

    def _close(self) -> None:
        """What was typed is on the disk: `may_leave` was asked."""
        shown, self.screen_shown = self.screen_shown, None
        if shown is not None:
            shown.cover()
            self._stack.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
