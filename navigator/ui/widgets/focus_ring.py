"""The focus ring: one overlay per window that draws 2 px of accent, 2 px away, around whatever has the focus.

An overlay because style sheets have no outline-offset. Widgets steer it by property: `ownRing` for one that
paints its own focus (a list), `ringRadius` for other corners than a control's, `ringParent` for an input that
is drawn by the frame around it.
"""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme

_GAP = 2
_STROKE = 2
_REACH = _GAP + _STROKE
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange})


class FocusRing(QWidget):
    """Lies over `window` and lets every click through."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._ring = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
            self._follow(None, application.focusWidget())
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._target is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), _STROKE))
        radius = _radius(self._target) + _GAP + _STROKE / 2
        inset = _STROKE / 2
        painter.drawRoundedRect(QRectF(self._ring).adjusted(inset, inset, -inset, -inset), radius, radius)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._target = self._ringed(new)
        self._watched = list(_ancestry(self._target, self._window))
        for widget in self._watched:
            widget.installEventFilter(self)
        self._place()

    def _ringed(self, focused: QWidget | None) -> QWidget | None:
        if focused is None or not self._window.isAncestorOf(focused) or focused.property("ownRing"):
            return None
        return focused.parentWidget() if focused.property("ringParent") else focused

    def _place(self) -> None:
        if self._target is None or not isValid(self._target) or not self._target.isVisible():
            self.hide()
            return
        around = QRect(self._target.mapTo(self._window, QPoint(0, 0)), self._target.size())
        around.adjust(-_REACH, -_REACH, _REACH, _REACH)
        shown = around.intersected(self._room())
        self._ring = around.translated(-shown.topLeft())
        self.setGeometry(shown)
        self.raise_()
        self.setVisible(not shown.isEmpty())
        self.update()

    def _room(self) -> QRect:
        """What of the window the target may be seen in: less than all of it inside a scroll area."""
        room = self._window.rect()
        for widget in self._watched:
            outer = widget.parentWidget()
            if isinstance(outer, QAbstractScrollArea) and widget is outer.viewport():
                room = room.intersected(QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size()))
        return room


def _ancestry(widget: QWidget | None, window: QWidget) -> Iterator[QWidget]:
    while widget is not None and widget is not window:
        yield widget
        widget = widget.parentWidget()


def _radius(widget: QWidget) -> float:
    chosen = widget.property("ringRadius")
    return float(sizes.RADIUS_CONTROL if chosen is None else chosen)
