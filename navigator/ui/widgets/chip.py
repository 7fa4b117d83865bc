"""A chip: a filter that is on (tinted, ticked, bold) or off (outlined), or a chosen thing that can be taken away."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole

_ICON = 16


@dataclass(frozen=True)
class _Setting:
    """Where things stand in a chip, from its left edge; `after` is kept free behind the words."""

    icon: int
    words: int
    after: int


_TICKED = _Setting(icon=11, words=31, after=16)
_WITH_ICON = _Setting(icon=13, words=37, after=16)
_REMOVABLE = _Setting(icon=0, words=16, after=36)
_BARE = _Setting(icon=0, words=13, after=13)


class Chip(QAbstractButton):
    """A toggle when `checkable`, else a small button; an icon may stand before or after its words."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        *,
        checkable: bool = True,
        icon: str = "",
        trailing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._trailing = theme, icon, trailing
        self.setText(words)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", sizes.CHIP // 2)
        self.toggled.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        words = QFontMetrics(self._font()).horizontalAdvance(self.text())
        return QSize(self._setting().words + words + self._setting().after, sizes.CHIP)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink: ColorRole = "on_soft" if self.isChecked() else "text2"
        setting = self._setting()
        if setting.icon:
            self._paint_icon(painter, "check" if self.isChecked() else self._icon, ink, setting.icon)
        if setting is _REMOVABLE:
            self._paint_icon(painter, self._trailing, ink, self.width() - 14 - _ICON)
        painter.setFont(self._font())
        painter.setPen(self._theme.color(ink))
        room = QRect(setting.words, 0, self.width() - setting.words, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_ground(self, painter: QPainter) -> None:
        outline: ColorRole = "accent" if self.isChecked() else "edge"
        ground: ColorRole = "soft" if self.isChecked() else "surface"
        if self.underMouse() and not self.isChecked():
            ground = "well"
        painter.setPen(QPen(self._theme.color(outline), 1))
        painter.setBrush(self._theme.color(ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    def _paint_icon(self, painter: QPainter, name: str, role: ColorRole, x: int) -> None:
        pixmap = self._theme.pixmap(name, role, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(QPoint(x, (self.height() - _ICON) // 2)), pixmap)

    def _setting(self) -> _Setting:
        if self.isChecked():
            return _TICKED
        if self._icon:
            return _WITH_ICON
        return _REMOVABLE if self._trailing else _BARE

    def _font(self) -> QFont:
        return self._theme.font(sizes.BODY, 600 if self.isChecked() else 500)
