"""Weekly hours as a picture: seven days of 24 hours, each kind in a pattern of its own, named in words underneath."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from navigator.resources.hours import lines, merged
from navigator.resources.model import Hours, HoursKind, Span
from navigator.resources.week import DAY, DAYS
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme

NOT_KNOWN = "Hours not known"
KIND_WORDS: dict[HoursKind, str] = {
    HoursKind.OFFICE: "Office",
    HoursKind.INTAKE: "Intake",
    HoursKind.WALK_IN: "Walk in",
    HoursKind.MEALS: "Meals",
    HoursKind.PHONE: "Phone line",
    HoursKind.OVERNIGHT: "Overnight",
    HoursKind.UNKNOWN: "Open, not said for what",
}
_PATTERN: dict[HoursKind, Qt.BrushStyle] = {
    HoursKind.OFFICE: Qt.BrushStyle.SolidPattern,
    HoursKind.INTAKE: Qt.BrushStyle.BDiagPattern,
    HoursKind.WALK_IN: Qt.BrushStyle.Dense5Pattern,
    HoursKind.MEALS: Qt.BrushStyle.DiagCrossPattern,
    HoursKind.PHONE: Qt.BrushStyle.HorPattern,
    HoursKind.OVERNIGHT: Qt.BrushStyle.VerPattern,
    HoursKind.UNKNOWN: Qt.BrushStyle.NoBrush,
}
_AXIS = ("12 AM", "6 AM", "noon", "6 PM", "12 AM")
_LABELS, _TOP, _BAR, _GAP, _LEGEND, _SWATCH = 40, 20, 14, 3, 22, 18
_LANES = {1: 14, 2: 11}
"""How high each kind is drawn, by how many there are."""
_THIN_LANE = 8
Piece = tuple[int, int, int]
"""A day (0 is Monday) and two minutes of it."""


def pieces(spans: Sequence[Span]) -> Iterator[Piece]:
    """The spans cut at each midnight."""
    for span in merged(spans):
        start = span.start
        while start < span.end:
            end = min(span.end, (start // DAY + 1) * DAY)
            yield start // DAY % 7, start % DAY, end - start // DAY * DAY
            start = end


class WeekStrip(QWidget):
    """Its accessible name tells the same hours in words. What is not known is drawn as not known, never as closed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hours: tuple[Hours, ...] = ()
        self._lanes: dict[HoursKind, list[Piece]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(NOT_KNOWN)
        theme.changed.connect(self.update)

    def show_hours(self, hours: tuple[Hours, ...]) -> None:
        self.hours = hours
        self._lanes = {}
        for kind in HoursKind:
            spans = [span for one in hours if one.kind is kind for span in one.spans]
            if spans:
                self._lanes[kind] = list(pieces(spans))
        self.setAccessibleName("; ".join(lines(hours)) or NOT_KNOWN)
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.update()

    @property
    def kinds(self) -> tuple[HoursKind, ...]:
        """The kinds that are drawn, from the top of each day."""
        return tuple(self._lanes)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        legend = list(self._legend(width))
        return _TOP + 7 * self._day_height() + (legend[-1][1] + _LEGEND + 4 if legend else 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(420, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(240, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(sizes.HINT))
        self._paint_days(painter)
        self._paint_axis(painter)
        for lane, (kind, found) in enumerate(self._lanes.items()):
            for piece in found:
                self._paint_bar(painter, self._box(piece, lane), kind)
        if not self._lanes:
            self._paint_unknown(painter)
        self._paint_legend(painter)

    @property
    def _lane(self) -> int:
        return _LANES.get(max(1, len(self._lanes)), _THIN_LANE)

    def _day_height(self) -> int:
        return max(1, len(self._lanes)) * self._lane + _GAP

    def _box(self, piece: Piece, lane: int) -> QRectF:
        day, start, end = piece
        room = self.width() - _LABELS - 1
        left = _LABELS + room * start / DAY
        top = _TOP + day * self._day_height() + lane * self._lane + 1
        return QRectF(left, top, room * (end - start) / DAY, self._lane - 1)

    def _paint_days(self, painter: QPainter) -> None:
        for day, name in enumerate(DAYS):
            top = _TOP + day * self._day_height()
            ground = QRectF(_LABELS, top, self.width() - _LABELS, self._day_height() - _GAP + 1)
            painter.fillRect(ground, self._theme.color("well"))
            painter.setPen(self._theme.color("text2"))
            painter.drawText(
                QRectF(0, top, _LABELS, self._day_height() - _GAP + 1), Qt.AlignmentFlag.AlignVCenter, name[:3]
            )

    def _paint_axis(self, painter: QPainter) -> None:
        room, metrics = self.width() - _LABELS - 1, QFontMetrics(painter.font())
        for place, words in enumerate(_AXIS):
            x = _LABELS + room * place / 4
            painter.setPen(QPen(self._theme.color("line"), 1))
            painter.drawLine(QPointF(x, _TOP), QPointF(x, _TOP + 7 * self._day_height() - _GAP))
            width = metrics.horizontalAdvance(words)
            left = min(max(x - width / 2, _LABELS), self.width() - width)
            painter.setPen(self._theme.color("text3"))
            painter.drawText(QRectF(left, 0, width + 1, _TOP - 3), Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_bar(self, painter: QPainter, box: QRectF, kind: HoursKind) -> None:
        dashed = kind is HoursKind.UNKNOWN
        painter.setPen(QPen(self._theme.color("accent"), 1, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
        painter.setBrush(self._theme.color("soft"))
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRect(inner)
        if not dashed:
            painter.setBrush(QBrush(self._theme.color("accent"), _PATTERN[kind]))
            painter.drawRect(inner)

    def _paint_unknown(self, painter: QPainter) -> None:
        box = QRectF(_LABELS, _TOP, self.width() - _LABELS, 7 * self._day_height() - _GAP)
        painter.setPen(QPen(self._theme.color("unknown"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), sizes.RADIUS_CONTROL, sizes.RADIUS_CONTROL)
        painter.setFont(self._theme.font(sizes.BODY, 600))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"? {NOT_KNOWN}")

    def _legend(self, width: int) -> Iterator[tuple[int, int, HoursKind]]:
        """Left, top and kind of each swatch; what finds no room goes on in the next line."""
        metrics = QFontMetrics(self._theme.font(sizes.HINT))
        left, top = _LABELS, 0
        for kind in self._lanes:
            wide = _SWATCH + 8 + metrics.horizontalAdvance(KIND_WORDS[kind]) + 16
            if left > _LABELS and left + wide > width:
                left, top = _LABELS, top + _LEGEND
            yield left, top, kind
            left += wide

    def _paint_legend(self, painter: QPainter) -> None:
        under = _TOP + 7 * self._day_height() + 4
        painter.setFont(self._theme.font(sizes.HINT))
        for left, top, kind in self._legend(self.width()):
            self._paint_bar(painter, QRectF(left, under + top + 4, _SWATCH, _BAR - 1), kind)
            painter.setPen(self._theme.color("text2"))
            words = QRectF(left + _SWATCH + 8, under + top, self.width(), _LEGEND - 1)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, KIND_WORDS[kind])
