"""Buttons of a foot in one row; where there is no room the first has a row of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_SPACE = 8


class Acts(QWidget):
    """Hidden buttons take no room."""

    def __init__(self, buttons: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for button in self._buttons:
            button.setParent(self)
        self.arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        widest = max((button.sizeHint().width() for button in self._buttons), default=0)
        return QSize(widest, self.height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_width(self._buttons), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Places the buttons anew; called when the words of one have changed."""
        top = 0
        for row in self._rows():
            left, height = 0, max((button.sizeHint().height() for button in row), default=0)
            for button in row:
                size = button.sizeHint()
                button.setGeometry(left, top + (height - size.height()) // 2, size.width(), size.height())
                left += size.width() + _SPACE
            top += height + _SPACE
        self.setFixedHeight(max(0, top - _SPACE))

    def _rows(self) -> list[Sequence[QWidget]]:
        shown = [button for button in self._buttons if not button.isHidden()]
        if len(shown) < 2 or _width(shown) <= self.width():
            return [shown]
        return [shown[:1], *([shown[1:]] if _width(shown[1:]) <= self.width() else [[one] for one in shown[1:]])]


def _width(buttons: Sequence[QWidget]) -> int:
    return sum(button.sizeHint().width() + _SPACE for button in buttons) - _SPACE
