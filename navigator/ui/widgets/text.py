"""Plain words on the screen: typed text is never read as markup, and the colour is a role."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.fonts import font
from navigator.ui.theme.tokens import ColorRole

_SHORTEST = 24
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
"""At the left even where the words run from right to left: columns of names stay columns."""


class Text(QLabel):
    """A label of plain text. Its colour comes from the style sheet by the property `tone`.

    `wrap` breaks lines in whatever room there is; `width` breaks them at that width and takes the height for it,
    which a centred card cannot work out by itself.
    """

    def __init__(
        self,
        words: str = "",
        *,
        tone: ColorRole = "text",
        px: int = sizes.BODY,
        weight: int = 400,
        wrap: bool = False,
        width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(_LEFT)
        self.setFont(font(px, weight))
        self.setProperty("tone", tone)
        self._width = width
        self.setWordWrap(wrap or bool(width))
        if wrap:
            self._take_its_height()
        self.setText(words)

    def setText(self, words: str) -> None:  # noqa: N802 - Qt's name
        super().setText(words)
        if self._width and words:
            self.setFixedSize(self._width, self.heightForWidth(self._width))

    def set_tone(self, tone: ColorRole) -> None:
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def _take_its_height(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class Elided(Text):
    """One line that is cut short where there is no room, and then shows all of itself as a tool tip."""

    def setText(self, words: str) -> None:  # noqa: N802 - Qt's name
        super().setText(words)
        self.setToolTip("")

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(min(_SHORTEST, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip("" if shown == self.text() else self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment()), shown)
