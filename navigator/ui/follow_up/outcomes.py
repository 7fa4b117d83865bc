"""What may come of the call: each outcome with its digit key, those that the referral allows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from navigator.referrals.status import MOVES, Status
from navigator.ui.find.prompt_button import PromptButton
from navigator.ui.follow_up.asked import Asked
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.text import Text

NO_YES_YET = "This place has not said yes. Open the referral to write down its answer."


@dataclass(frozen=True)
class Face:
    """`key` names the form that follows; `to` is the status that it leads to, if any."""

    key: str
    icon: str
    words: str
    to: Status | None = None


FACES = (
    Face("began", "circle-check", "Help began", Status.COMPLETED),
    Face("failed", "circle-x", "It did not come about", Status.FAILED),
    Face("let go", "ban", "Not needed any more", Status.CANCELLED),
    Face("goes on", "hourglass", "Reached, not known yet"),
    Face("nobody", "phone-missed", "Nobody answered"),
    Face("later", "calendar-clock", "Ask at another time"),
)
"""In the order of their keys."""


class Outcomes(QWidget):
    """`chosen` gives the key of a form."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, asked: Asked) -> None:
        super().__init__()
        faces = faces_of(asked)
        self.buttons = {
            face.key: PromptButton(
                theme,
                face.words,
                "primary" if face is faces[0] else "secondary",
                icon=face.icon,
                shortcut=str(place),
                height=sizes.MAIN_ACTION,
            )
            for place, face in enumerate(faces, start=1)
        }
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
        self._lay_out(closes=any(face.to is Status.COMPLETED for face in faces))

    def take_focus(self) -> None:
        next(iter(self.buttons.values())).setFocus()

    def _lay_out(self, *, closes: bool) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, button in enumerate(self.buttons.values()):
            grid.addWidget(button, place // 2, place % 2)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text("What came of it?", px=sizes.NAME, weight=600))
        if not closes:
            column.addWidget(Text(NO_YES_YET, tone="text2", wrap=True))
        column.addLayout(grid)


def faces_of(asked: Asked) -> Sequence[Face]:
    """Those that the status allows (R-01)."""
    allowed = MOVES[asked.referral.status]
    return [face for face in FACES if face.to is None or face.to in allowed]
