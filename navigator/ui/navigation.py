"""The list of pages at the left: words and icons, or in a narrow window a rail of icons."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from navigator.ui.ports import Page
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel

_ICON = 18


class Navigation(Panel):
    """Emits `chosen` with the key of a page."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent)
        self._theme = theme
        self._rail = False
        self._items: list[_Item] = []
        self.setAccessibleName("Pages")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self.set_rail(False)
        theme.changed.connect(self.update)

    def show_pages(self, pages: Sequence[Page]) -> None:
        for item in self._items:
            item.setParent(None)
            item.deleteLater()
        self._items = [_Item(self._theme, page) for page in pages]
        for place, item in enumerate(self._items):
            item.set_rail(self._rail)
            item.picked.connect(self.chosen)
            self._column.insertWidget(place, item)

    def show_current(self, key: str) -> None:
        for item in self._items:
            item.setChecked(item.key == key)

    def show_count(self, key: str, count: int) -> None:
        """How much waits on a page, beside its name; nothing for 0."""
        for item in self._items:
            if item.key == key:
                item.show_count(count)

    def set_rail(self, rail: bool) -> None:
        """A rail shows icons alone; the words stay as tool tips and accessible names."""
        self._rail = rail
        self.setFixedWidth(sizes.RAIL if rail else sizes.NAVIGATION)
        for item in self._items:
            item.set_rail(rail)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), self._theme.color("line"))


class _Item(QAbstractButton):
    picked = Signal(str)

    def __init__(self, theme: Theme, page: Page) -> None:
        super().__init__()
        self._theme, self._icon, self.key = theme, page.icon, page.key
        self._rail, self._count = False, 0
        self.setText(page.title)
        self.setAccessibleName(page.title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._pick)
        theme.changed.connect(self.update)

    def set_rail(self, rail: bool) -> None:
        self._rail = rail
        self._name_it()

    def show_count(self, count: int) -> None:
        self._count = count
        self._name_it()

    def _name_it(self) -> None:
        name = f"{self.text()}, {self._count}" if self._count else self.text()
        self.setAccessibleName(name)
        self.setToolTip(name if self._rail else "")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(sizes.RAIL - 16, sizes.CONTROL)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(self._theme.color("sunken"))
            painter.drawRoundedRect(QRectF(self.rect()), sizes.RADIUS_CONTROL, sizes.RADIUS_CONTROL)
        if self.isChecked():
            painter.setBrush(self._theme.color("accent"))
            painter.drawRoundedRect(QRectF(0, 9, 3, 18), 1.5, 1.5)
        self._paint_content(painter)

    def _paint_content(self, painter: QPainter) -> None:
        current = self.isChecked()
        icon = self._theme.pixmap(self._icon, "accent" if current else "text2", _ICON, self.devicePixelRatioF())
        left = (self.width() - _ICON) // 2 if self._rail else 11
        painter.drawPixmap(QPoint(left, (self.height() - _ICON) // 2), icon)
        if not self._rail:
            painter.setFont(self._theme.font(sizes.BODY, 600 if current else 500))
            painter.setPen(self._theme.color("text" if current else "text2"))
            painter.drawText(QRect(41, 0, self.width() - 41, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            self._paint_count(painter)

    def _paint_count(self, painter: QPainter) -> None:
        """At the right of the words; in a rail a small disc at the icon's corner, its number in the name."""
        if self._rail:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent"))
            painter.drawEllipse(QRectF(self.width() / 2 + 6, 7, 7, 7))
            return
        painter.setFont(self._theme.font(sizes.BODY, 600))
        painter.setPen(self._theme.color("text"))
        box = QRect(0, 0, self.width() - 12, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self._count))

    def _pick(self) -> None:
        self.picked.emit(self.key)
