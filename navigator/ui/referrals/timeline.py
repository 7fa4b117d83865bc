"""The contacts of a visit as a painted line, newest first; only the running call is in the accent."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.ui.isolated import isolated
from navigator.ui.referrals.contact_words import ContactLine
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole

ROW = 58
_RING, _ICON = 22, 13
_WORDS_LEFT = 34
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


class Timeline(QWidget):
    """Its accessible name tells every line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: tuple[ContactLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_lines(self, lines: Sequence[ContactLine]) -> None:
        if tuple(lines) == self.lines:
            return
        grew = len(lines) != len(self.lines)
        self.lines = tuple(lines)
        spoken = "; ".join(line.spoken for line in self.lines)
        self.setAccessibleName(f"Contacts, newest first: {spoken}" if spoken else "No contacts yet")
        if grew:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(240, ROW * len(self.lines))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(160, ROW * len(self.lines))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, line in enumerate(self.lines):
            box = QRect(0, place * ROW, self.width(), ROW)
            if box.intersects(event.rect()):
                self._paint_mark(painter, box, line, last=place == len(self.lines) - 1)
                self._paint_words(painter, box, line)

    def _paint_mark(self, painter: QPainter, box: QRect, line: ContactLine, *, last: bool) -> None:
        ring = QRectF(box.left() + 0.75, box.top() + 0.75, _RING - 1.5, _RING - 1.5)
        if not last:
            painter.setPen(QPen(self._theme.color("line"), 2))
            x = ring.center().x()
            painter.drawLine(QPointF(x, ring.bottom() + 2), QPointF(x, box.bottom()))
        painter.setPen(QPen(self._theme.color("accent" if line.running else "edge"), 1.5))
        painter.setBrush(self._theme.color("soft" if line.running else "surface"))
        painter.drawEllipse(ring)
        role: ColorRole = "accent" if line.running else "text2"
        icon = self._theme.pixmap(line.icon, role, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(ring.center() - QPointF(_ICON / 2, _ICON / 2), icon)

    def _paint_words(self, painter: QPainter, box: QRect, line: ContactLine) -> None:
        at = QFontMetrics(self._theme.font(sizes.BODY)).horizontalAdvance(line.at)
        first = QRect(_WORDS_LEFT, box.top() + 1, box.width() - _WORDS_LEFT, 20)
        painter.setFont(self._theme.font(sizes.BODY))
        painter.setPen(self._theme.color("text3"))
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, line.at)
        painter.setFont(self._theme.font(sizes.BODY, 600))
        painter.setPen(self._theme.color("accent" if line.running else "text"))
        room = first.adjusted(0, 0, -at - 10 if line.at else 0, 0)
        title = QFontMetrics(painter.font()).elidedText(line.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, title)
        painter.setFont(self._theme.font(sizes.BODY))
        painter.setPen(self._theme.color("text2"))
        painter.drawText(first.translated(0, 20), _LEFT, self._under(line, first.width()))

    def _under(self, line: ContactLine, room: int) -> str:
        """Place and person: where both do not fit, the place is cut short first. A running call is never cut."""
        metrics = QFontMetrics(self._theme.font(sizes.BODY))
        if line.running or not line.place:
            return line.detail
        tail = f" · {line.detail}" if line.detail else ""
        shortest = metrics.horizontalAdvance("MMMMMM…")
        place = metrics.elidedText(
            line.place, Qt.TextElideMode.ElideRight, max(shortest, room - metrics.horizontalAdvance(tail))
        )
        return metrics.elidedText(f"{isolated(place)}{tail}", Qt.TextElideMode.ElideRight, room)
