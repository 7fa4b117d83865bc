"""The line under the toolbar: what is under way, what came of it, or why nothing may leave."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtWidgets import QWidget

from navigator.ui.plan.act_line import ActLine
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole

_HEIGHT = 48


class Tone(Enum):
    """How a sentence is meant."""

    NOTE = "note"
    BUSY = "busy"
    DONE = "done"
    WARNING = "warning"


_SIGNS: dict[Tone, tuple[str, ColorRole]] = {
    Tone.NOTE: ("info", "text2"),
    Tone.BUSY: ("clock", "text2"),
    Tone.DONE: ("circle-check", "open"),
    Tone.WARNING: ("triangle-alert", "closing"),
}


@dataclass(frozen=True)
class Said:
    """A sentence, and the one thing to do about it: its words, and what is then done."""

    tone: Tone
    sentence: str
    act: str = ""
    then: Callable[[], None] | None = None


NOTHING = Said(Tone.NOTE, "")


class Strip(ActLine):
    """Takes no room while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._said = NOTHING
        self.setContentsMargins(24, 6, 16, 6)
        self.setMinimumHeight(_HEIGHT)
        self.acted.connect(self._act)

    @property
    def said(self) -> Said:
        return self._said

    def tell(self, said: Said) -> None:
        self._said = said
        self.show_sign(*_SIGNS[said.tone])
        self.offer(said.act)
        self.say(said.sentence)

    def _act(self) -> None:
        if self._said.then is not None:
            self._said.then()
