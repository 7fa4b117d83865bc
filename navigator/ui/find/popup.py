"""A card that floats inside the window, under or over the control that opened it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme

_GAP = 4
_EDGE = 8


class Popup(QWidget):
    """Closes on Esc, on a press elsewhere in its window, and when the focus leaves it.

    A child of the window and no window of its own: the lock's cover hides it, and no compositor is needed.
    """

    def __init__(self, theme: Theme, title: str, owner: QWidget) -> None:
        super().__init__(owner)
        self._theme = theme
        self._anchor: QWidget | None = None
        self.setAccessibleName(title)
        self.hide()
        owner.destroyed.connect(self.deleteLater)
        _application().focusChanged.connect(self._leave_with_focus)

    def open_at(self, anchor: QWidget, first: QWidget) -> None:
        """Opens beside `anchor` with the focus on `first`; closes when it is open already."""
        if self.isVisible():
            self.close_up()
            return
        self._anchor = anchor
        self.setParent(anchor.window())
        self.fit()
        self.move(self._place(anchor))
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def fit(self) -> None:
        """Takes the size of what it holds, with every line of its sentences."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.adjustSize()
        if layout is not None and layout.hasHeightForWidth():
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def close_up(self) -> None:
        """Closes and gives the focus back to what opened it."""
        self.hide()
        if self._anchor is not None:
            self._anchor.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("edge"), 1))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), sizes.RADIUS_CARD, sizes.RADIUS_CARD
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """No key goes on to the page beneath."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """A press between what it holds is no press elsewhere."""
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        _application().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        super().hideEvent(event)
        _application().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        pressed = event.type() == QEvent.Type.MouseButtonPress
        if pressed and isinstance(watched, QWidget) and self._is_elsewhere(watched):
            self.hide()
        return super().eventFilter(watched, event)

    def _leave_with_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and self._is_elsewhere(new):
            self.hide()

    def _is_elsewhere(self, widget: QWidget) -> bool:
        """In this window, but neither inside nor what opened it, whose own click closes."""
        if widget.window() is not self.window() or widget in (self, self._anchor):
            return False
        return not self.isAncestorOf(widget)

    def _place(self, anchor: QWidget) -> QPoint:
        """Under the anchor, or over it where there is more room; never past the window's right edge."""
        window = anchor.window()
        under = anchor.mapTo(window, QPoint(0, anchor.height() + _GAP))
        x = max(_EDGE, min(under.x(), window.width() - self.width() - _EDGE))
        if under.y() + self.height() <= window.height() - _EDGE:
            return QPoint(x, under.y())
        return QPoint(x, max(_EDGE, under.y() - anchor.height() - 2 * _GAP - self.height()))


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 (a widget cannot exist without one)
    return application
