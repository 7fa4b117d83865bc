"""What fills the window under its top bar: the cover, and behind it the workspace of a session."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget
from shiboken6 import isValid

from navigator.ui.clipboard import Copies
from navigator.ui.cover.cover import Cover
from navigator.ui.ports import Desk, Front, OpenPages
from navigator.ui.theme.theme import Theme
from navigator.ui.worker import Worker
from navigator.ui.workspace import Workspace


class Room(QWidget):
    """`entered` gives the Desk of whoever may work now; `station_made` when there is a city to name.

    `scene_changed` gives since when the team is on a scene, or None.
    """

    entered = Signal(object)
    scene_changed = Signal(object)
    station_made = Signal()

    def __init__(self, front: Front, theme: Theme, worker: Worker, open_pages: OpenPages) -> None:
        super().__init__()
        self._front, self._open_pages = front, open_pages
        self._owner = ""
        self._focus_before: QWidget | None = None
        self._cover = Cover(front, theme, worker)
        self._workspace = Workspace(theme)
        self._copies = Copies(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._cover)
        self._stack.addWidget(self._workspace)
        self._cover.signed_in.connect(self._enter)
        self._cover.station_made.connect(self.station_made)
        self._workspace.scene_changed.connect(self.scene_changed)

    def show_front(self) -> None:
        """The card that belongs to the state of the station."""
        self._cover.show_front()

    def show_broken(self, sentence: str, next_step: str) -> None:
        self._cover.show_broken(sentence, next_step)

    def lock(self, desk: Desk, after_minutes: int | None) -> None:
        """Covers the session before anything else; its pages stay alive for the same person (P-03)."""
        focused = QApplication.focusWidget()
        self._focus_before = focused if focused is not None and self._workspace.isAncestorOf(focused) else None
        self._cover.show_locked(desk, after_minutes)
        self._stack.setCurrentWidget(self._cover)
        self._workspace.setEnabled(False)  # an answer that comes behind the cover cannot take the focus
        self.repaint()
        self.keep_what_is_typed()

    def keep_what_is_typed(self) -> None:
        """Drafts are kept, and what was copied out of the window is taken back."""
        self._copies.take_back()
        self._workspace.cover()

    def set_rail(self, rail: bool) -> None:
        self._workspace.set_rail(rail)

    def _enter(self, desk: Desk) -> None:
        same_person = self._owner == desk.actor.id
        if not same_person:
            self._open_workspace(desk)
        self._owner = desk.actor.id
        self._workspace.setEnabled(True)
        self._stack.setCurrentWidget(self._workspace)
        self.entered.emit(desk)
        self._return_focus(same_person)

    def _open_workspace(self, desk: Desk) -> None:
        """Pages that cannot be opened leave nobody signed in, and a card to try again."""
        self._workspace.show_scene(None)
        try:
            self._workspace.open_pages(self._open_pages(desk, self._workspace))
        except Exception:
            self._owner = ""
            self._front.lock()
            self._cover.show_front()
            raise

    def _return_focus(self, same_person: bool) -> None:
        before = self._focus_before
        if same_person and before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        else:
            self._workspace.focus_page()
        self._focus_before = None
