"""Pictures of a paper's pages, drawn from the very bytes that are printed and saved (D-11)."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from navigator.documents.pages import Pages


class PageImages(QObject):
    """Draws each page once for each width; on white, for QtPdf leaves the ground transparent."""

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pages.data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        self._drawn: dict[int, QImage] = {}

    @property
    def count(self) -> int:
        return self._document.pageCount()

    def points(self, page: int) -> QSizeF:
        """The size of a page on paper, in points."""
        return self._document.pagePointSize(page)

    def words(self, page: int) -> str:
        """What stands on the page, for a screen reader."""
        return self._document.getAllText(page).text()

    def image(self, page: int, size: QSize, ratio: float) -> QImage:
        """The page in `size` logical pixels on a screen of `ratio` device pixels each."""
        pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
        drawn = self._drawn.get(page)
        if drawn is None or drawn.size() != pixels:
            drawn = self._drawn[page] = self._draw(page, pixels)
        drawn.setDevicePixelRatio(ratio)
        return drawn

    def close(self) -> None:
        """Nothing is drawn from it any more."""
        self._document.close()
        self.deleteLater()

    def _draw(self, page: int, pixels: QSize) -> QImage:
        sheet = QImage(pixels, QImage.Format.Format_RGB32)
        sheet.fill(0xFFFFFFFF)
        painter = QPainter(sheet)
        painter.drawImage(0, 0, self._document.render(page, pixels))
        painter.end()
        return sheet
