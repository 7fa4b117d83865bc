"""The pages of a paper one under the other, white also in the dark, as wide as there is room."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from navigator.documents.pages import Pages
from navigator.ui.paper.page_images import PageImages
from navigator.ui.theme.theme import Theme

_EDGE = 24
_WIDEST = 720


class Sheet(QWidget):
    """One page."""

    def __init__(self, theme: Theme, images: PageImages, page: int) -> None:
        super().__init__()
        self._theme, self._images, self._page = theme, images, page
        self.setAccessibleName(f"Page {page + 1} of {images.count}")
        self.setAccessibleDescription(images.words(page))
        theme.changed.connect(self.update)

    def fit(self, width: int) -> None:
        points = self._images.points(self._page)
        self.setFixedSize(width, round(width * points.height() / points.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.drawImage(0, 0, self._images.image(self._page, self.size(), self.devicePixelRatioF()))
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class Sheets(QScrollArea):
    """All pages of a paper, scrolled by keys too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheets: list[Sheet] = []
        self.setAccessibleName("Pages as they will be printed")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ringRadius", 0)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        return tuple(self._sheets)

    def show_pages(self, pages: Pages) -> None:
        inside = QWidget()
        inside.setProperty("surface", "canvas")
        images = PageImages(pages, inside)
        self._sheets = [Sheet(self._theme, images, page) for page in range(images.count)]
        column = QVBoxLayout(inside)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(16)
        for sheet in self._sheets:
            column.addWidget(sheet, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._fit()
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(320, 240)

    def _fit(self) -> None:
        width = max(240, min(_WIDEST, self.width() - 2 * _EDGE - 12))
        for sheet in self._sheets:
            sheet.fit(width)
