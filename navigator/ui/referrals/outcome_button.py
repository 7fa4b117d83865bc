"""One outcome of a call as a large button: icon, verb, what happens next, and its digit key."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from navigator.ui.referrals.outcomes import Face
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.theme.tokens import ColorRole

HEIGHT = 64
_ICON, _ICON_LEFT = 22, 14
_WORDS_LEFT = 48
_KEY = 22
_KEY_RIGHT = 13


class OutcomeButton(QPushButton):
    """`filled` for the one action that the screen leads to."""

    def __init__(
        self, theme: Theme, face: Face, key: str, *, filled: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(face.verb, parent)
        self._theme, self._face, self._key, self._filled = theme, face, key, filled
        self.setAccessibleName(f"{face.verb.rstrip('…')}. {face.then}. Key {key}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", sizes.RADIUS_CONTROL)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        verb = QFontMetrics(self._theme.font(sizes.NAME, 600)).horizontalAdvance(self._face.verb)
        then = QFontMetrics(self._theme.font(sizes.BODY)).horizontalAdvance(self._face.then)
        return QSize(_WORDS_LEFT + max(verb, then) + 12 + _KEY + _KEY_RIGHT, HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses it, as Space does; a key held down presses once."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        icon = self._theme.pixmap(self._face.icon, self._ink("text2"), _ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(_ICON_LEFT, (self.height() - _ICON) // 2), icon)
        self._paint_words(painter)
        self._paint_key(painter)

    def _paint_frame(self, painter: QPainter) -> None:
        ground: ColorRole
        if self._filled:
            ground = "accent_down" if self.isDown() or self.underMouse() else "accent"
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            ground = "sunken" if self.isDown() else "well" if self.underMouse() else "surface"
            painter.setPen(QPen(self._theme.color("edge"), 1))
        painter.setBrush(self._theme.color(ground))
        inset = 0.0 if self._filled else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, sizes.RADIUS_CONTROL, sizes.RADIUS_CONTROL)

    def _paint_words(self, painter: QPainter) -> None:
        room = QRect(_WORDS_LEFT, 11, self.width() - _WORDS_LEFT - _KEY - _KEY_RIGHT - 8, 21)
        painter.setPen(self._theme.color(self._ink("text")))
        painter.setFont(self._theme.font(sizes.NAME, 600))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._face.verb)
        painter.setPen(self._theme.color(self._ink("text2")))
        painter.setFont(self._theme.font(sizes.BODY))
        painter.drawText(room.translated(0, 21), Qt.AlignmentFlag.AlignVCenter, self._face.then)

    def _paint_key(self, painter: QPainter) -> None:
        box = QRectF(self.width() - _KEY_RIGHT - _KEY, (self.height() - _KEY) / 2, _KEY, _KEY)
        painter.setPen(QPen(self._theme.color(self._ink("edge")), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), sizes.RADIUS_KEY, sizes.RADIUS_KEY)
        painter.setPen(self._theme.color(self._ink("text2")))
        painter.setFont(self._theme.font(sizes.HINT, 600))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _ink(self, role: ColorRole) -> ColorRole:
        return "on_fill" if self._filled else role
