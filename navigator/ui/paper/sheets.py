"""The pages of a paper one under the other, white also in the dark, as wide as there is room."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from navigator.documents.pages import Pages
from navigator.ui.paper.page_images import PageImages
from navigator.ui.theme.theme import Theme

_EDGE = 24
_BETWEEN = 16
_WIDEST = 720
_NARROWEST = 240


class Sheet(QWidget):
    """One page."""

    def __init__(self, theme: Theme, images: PageImages, page: int) -> None:
        super().__init__()
        self._theme, self._page = theme, page
        self.show_images(images)
        theme.changed.connect(self.update)

    def show_images(self, images: PageImages) -> None:
        """The page as it is now; its size on the screen stays."""
        self._images = images
        self.setAccessibleName(f"Page {self._page + 1} of {images.count}")
        self.setAccessibleDescription(images.words(self._page))
        self.update()

    def fit(self, room: QSize, readable: int) -> None:
        """As wide as `room`, and not higher than it as long as that leaves it `readable` pixels wide."""
        points = self._images.points(self._page)
        whole = round(room.height() * points.width() / points.height())
        width = min(room.width(), max(whole, readable))
        self.setFixedSize(width, round(width * points.height() / points.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.drawImage(0, 0, self._images.image(self._page, self.size(), self.devicePixelRatioF()))
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class Sheets(QScrollArea):
    """All pages of a paper, scrolled by keys too; `turned` gives the page in front, counted from 0."""

    turned = Signal(int)

    def __init__(self, theme: Theme, *, edge: int = _EDGE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._edge = theme, edge
        self._readable = _WIDEST
        self._images: PageImages | None = None
        self._sheets: list[Sheet] = []
        self._front = 0
        self.setAccessibleName("Pages as they will be printed")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ringRadius", 0)
        self._lay_out()
        self.verticalScrollBar().valueChanged.connect(self._turn)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        return tuple(self._sheets)

    @property
    def page(self) -> int:
        """The page in front, counted from 0."""
        return self._front

    def show_pages(self, pages: Pages) -> None:
        """Shows the paper at the place where the one before was read."""
        before, self._images = self._images, PageImages(pages, self)
        for sheet in self._sheets[: self._images.count]:
            sheet.show_images(self._images)
        while len(self._sheets) > self._images.count:
            self._take_off(self._sheets.pop())
        for page in range(len(self._sheets), self._images.count):
            self._sheets.append(Sheet(self._theme, self._images, page))
            self._column.insertWidget(page, self._sheets[page], alignment=Qt.AlignmentFlag.AlignHCenter)
            self._sheets[page].show()
        if before is not None:
            before.close()
        self._fit()

    def show_whole(self, readable: int) -> None:
        """Pages are no higher than the room from now on, unless that makes them narrower than `readable` pixels."""
        self._readable = readable
        self._fit()

    def show_page(self, page: int) -> None:
        """Brings a page to the top."""
        if page < len(self._sheets):
            self.verticalScrollBar().setValue(self._top(page) - self._edge)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(320, 240)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "canvas")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(self._edge, self._edge, self._edge, self._edge)
        self._column.setSpacing(_BETWEEN)
        self._column.addStretch(1)
        self.setWidget(inside)

    def _take_off(self, sheet: Sheet) -> None:
        self._column.removeWidget(sheet)
        sheet.hide()
        sheet.deleteLater()

    def _fit(self) -> None:
        width = max(_NARROWEST, min(_WIDEST, self.width() - 2 * self._edge - 12))
        height = max(0, self.height() - 2 * self._edge)
        for sheet in self._sheets:
            sheet.fit(QSize(width, height), self._readable)
        self._turn()

    def _top(self, page: int) -> int:
        """Where a page begins; the layout itself knows it only once it is shown."""
        return self._edge + sum(sheet.height() + _BETWEEN for sheet in self._sheets[:page])

    def _turn(self) -> None:
        """The page in front is the last one whose top stands in the upper half."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        front = max((place for place in range(len(self._sheets)) if self._top(place) <= middle), default=0)
        if front != self._front:
            self._front = front
            self.turned.emit(front)
