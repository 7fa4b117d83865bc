"""The line under the toolbar: what is under way, what came of it, or why nothing may leave."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from navigator.ui.plan.act_line import ActLine
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole

_HEIGHT = 48


class Strip(ActLine):
    """Each sentence may bring one thing to do about it: its words, and what is then done."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._then: Callable[[], None] | None = None
        self.setContentsMargins(24, 6, 16, 6)
        self.setMinimumHeight(_HEIGHT)
        self.acted.connect(self._act)

    def rest(self) -> None:
        self._show("info", "text2", "", "", None)

    def busy(self, sentence: str) -> None:
        self._show("clock", "text2", sentence, "", None)

    def done(self, sentence: str, act: str = "", then: Callable[[], None] | None = None) -> None:
        self._show("circle-check", "open", sentence, act, then)

    def note(self, sentence: str, act: str = "", then: Callable[[], None] | None = None) -> None:
        self._show("info", "text2", sentence, act, then)

    def warn(self, sentence: str, act: str = "", then: Callable[[], None] | None = None) -> None:
        self._show("triangle-alert", "closing", sentence, act, then)

    def _show(self, icon: str, tone: ColorRole, sentence: str, act: str, then: Callable[[], None] | None) -> None:
        self._then = then
        self.show_sign(icon, tone)
        self.offer(act)
        self.say(sentence)

    def _act(self) -> None:
        if self._then is not None:
            self._then()
