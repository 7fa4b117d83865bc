"""The buttons: primary, secondary, ghost, quiet, danger; icon, words and shortcut painted with the gaps of the look.

All of it is painted here: a QPushButton has one font and a fixed gap of 4 px beside its icon.
"""

from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole

Variant = Literal["primary", "secondary", "ghost", "quiet", "danger"]

_WORDS: dict[Variant, ColorRole] = {
    "primary": "on_fill",
    "secondary": "text",
    "ghost": "accent",
    "quiet": "text2",
    "danger": "danger",
}
_ICON: dict[Variant, ColorRole] = {**_WORDS, "secondary": "text2"}
_KEY: dict[Variant, ColorRole] = {**_WORDS, "secondary": "text3", "danger": "text3", "ghost": "text3"}
_GROUND: dict[Variant, tuple[ColorRole | None, ColorRole, ColorRole]] = {
    "primary": ("accent", "accent_down", "accent_down"),
    "secondary": ("surface", "well", "sunken"),
    "ghost": (None, "soft", "soft"),
    "quiet": (None, "sunken", "sunken"),
    "danger": ("surface", "danger_tint", "danger_tint"),
}
"""At rest, under the mouse, pressed."""
_OUTLINE: dict[Variant, ColorRole] = {"secondary": "edge", "danger": "danger"}
_LIGHT_WORDS: frozenset[Variant] = frozenset({"ghost", "quiet"})

_ICON_SIZE = 18
_ICON_GAP = 8
_LIGHT_ICON_GAP = 5
_KEY_GAP = 12


class Button(QPushButton):
    """A push button with an icon before its words and its shortcut after them."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        variant: Variant = "secondary",
        *,
        icon: str = "",
        shortcut: str = "",
        height: int = sizes.CONTROL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._theme, self._variant, self._icon_name, self._height = theme, variant, icon, height
        self._padding = 10 if variant in _LIGHT_WORDS else 14
        self._icon_gap = _LIGHT_ICON_GAP if variant in _LIGHT_WORDS else _ICON_GAP
        self._shows_key = bool(shortcut)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFont(theme.font(sizes.BODY, 500 if variant in _LIGHT_WORDS else 600))
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if shortcut:
            self.setShortcut(QKeySequence(shortcut))
        theme.changed.connect(self.update)

    def show_key(self, shows: bool) -> None:
        """Whether the shortcut is written inside; it works either way."""
        self._shows_key = shows and not self.shortcut().isEmpty()
        self.updateGeometry()
        self.update()

    def set_variant(self, variant: Variant) -> None:
        """Between those of one weight: the filled button of a screen may be another when something is forbidden."""
        self._variant = variant
        self.update()

    def set_icon_name(self, name: str) -> None:
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button that has the focus, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._content_width() + 2 * self._padding, self._height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        self._paint_content(painter)

    def _paint_frame(self, painter: QPainter) -> None:
        outline, ground = _OUTLINE.get(self._variant), self._ground()
        if not self.isEnabled():
            painter.setPen(QPen(self._theme.color("edge"), 1, Qt.PenStyle.DashLine))
        elif outline is not None:
            painter.setPen(QPen(self._theme.color(outline), 1))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else self._theme.color(ground))
        inset = 0.0 if painter.pen().style() is Qt.PenStyle.NoPen else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, sizes.RADIUS_CONTROL, sizes.RADIUS_CONTROL)

    def _ground(self) -> ColorRole | None:
        rest, hovered, pressed = _GROUND[self._variant]
        if not self.isEnabled():
            return None
        if self.isDown():
            return pressed
        return hovered if self.underMouse() else rest

    def _paint_content(self, painter: QPainter) -> None:
        x = (self.width() - self._content_width()) // 2
        if self._icon_name:
            top = (self.height() - _ICON_SIZE) // 2
            role = self._role(_ICON)
            painter.drawPixmap(
                QPoint(x, top), self._theme.pixmap(self._icon_name, role, _ICON_SIZE, self.devicePixelRatioF())
            )
            x += _ICON_SIZE + self._icon_gap
        painter.setFont(self.font())
        painter.setPen(self._theme.color(self._role(_WORDS)))
        width = self.fontMetrics().horizontalAdvance(self.text())
        painter.drawText(QRect(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._shows_key:
            self._paint_key(painter, x + width + _KEY_GAP)

    def _paint_key(self, painter: QPainter, x: int) -> None:
        painter.setFont(self._theme.font(sizes.HINT))
        painter.setPen(self._theme.color(self._role(_KEY)))
        painter.drawText(QRect(x, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self._key())

    def _role(self, roles: dict[Variant, ColorRole]) -> ColorRole:
        return roles[self._variant] if self.isEnabled() else "text2"

    def _key(self) -> str:
        return self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def _content_width(self) -> int:
        width = self.fontMetrics().horizontalAdvance(self.text())
        if self._icon_name:
            width += _ICON_SIZE + (self._icon_gap if self.text() else 0)
        if self._shows_key:
            width += _KEY_GAP + QFontMetrics(self._theme.font(sizes.HINT)).horizontalAdvance(self._key())
        return width
