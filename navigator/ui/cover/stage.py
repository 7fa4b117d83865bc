"""The ground of the cover: one card in the middle, a line of words beneath it; scrolls where the window is small."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from navigator.ui.cover.card import Card
from navigator.ui.widgets.text import Text

_GAP = 19


class Stage(QScrollArea):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._card: Card | None = None
        self._caption = Text(tone="text2")
        ground = QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(20, 20, 20, 20)
        self._column.setSpacing(0)
        self._column.addStretch(15)
        self._column.addSpacing(_GAP)
        self._column.addWidget(self._caption, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(19)
        self.setWidget(ground)

    @property
    def card(self) -> Card | None:
        return self._card

    def show_card(self, card: Card | None) -> None:
        """Puts `card` in place of the one before, which is destroyed with all that was typed into it."""
        if self._card is not None:
            self._card.hide()
            self._column.removeWidget(self._card)
            self._card.deleteLater()
        self._card = card
        self._caption.setText(card.caption if card else "")
        if card is not None:
            self._column.insertWidget(1, card, alignment=Qt.AlignmentFlag.AlignHCenter)
            card.show()
            card.start()
