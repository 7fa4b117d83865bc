"""The head of what is folded away until it is wanted: checked it is open; closed it tells what stands inside."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme

_ICON = 16
_WORDS = 26
_GAP = 14
_HEIGHT = 40
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FoldHead(QAbstractButton):
    """The title, and behind it the first of what stands there."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme, self._words = theme, ""
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_words("")
        theme.changed.connect(self.update)

    def show_words(self, words: str) -> None:
        self._words = " ".join(words.split())
        self.setAccessibleName(f"{self.text()}: {self._words or 'empty'}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens it, as Space does."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(120, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("well"))
            painter.drawRoundedRect(self.rect(), sizes.RADIUS_CONTROL, sizes.RADIUS_CONTROL)
        icon = "chevron-down" if self.isChecked() else "chevron-right"
        pixmap = self._theme.pixmap(icon, "text2", _ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(2, (_HEIGHT - _ICON) // 2), pixmap)
        painter.setFont(self._theme.font(sizes.BODY, 600))
        painter.setPen(self._theme.color("text"))
        painter.drawText(self.rect().adjusted(_WORDS, 0, 0, 0), _LEFT, self.text())
        if not self.isChecked():
            self._paint_words(painter, _WORDS + painter.fontMetrics().horizontalAdvance(self.text()) + _GAP)

    def _paint_words(self, painter: QPainter, left: int) -> None:
        painter.setFont(self._theme.font(sizes.BODY))
        painter.setPen(self._theme.color("text2" if self._words else "text3"))
        room = QRect(left, 0, self.width() - left - 4, self.height())
        words = self._words or "Empty"
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)
