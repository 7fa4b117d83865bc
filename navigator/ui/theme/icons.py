"""Lucide icons: colours the SVG source (a style sheet cannot) and keeps the pixmaps it drew."""

from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

_FOLDER = Path(__file__).parent.parent / "assets" / "icons"
_STROKE = "1.75"


def icon_names() -> frozenset[str]:
    return frozenset(path.stem for path in _FOLDER.glob("*.svg"))


class Icons:
    """Draws each icon once for its name, colour, size and screen ratio."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, int, int, float], QPixmap] = {}

    def pixmap(self, name: str, color: QColor, size: int, ratio: float) -> QPixmap:
        """The icon `name` in `size` logical pixels for a screen of `ratio` device pixels each."""
        key = (name, color.rgba(), size, ratio)
        if key not in self._drawn:
            self._drawn[key] = _draw(name, color, size, ratio)
        return self._drawn[key]


def _draw(name: str, color: QColor, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # the first window shows no icon yet

    source = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    source = source.replace("currentColor", color.name()).replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    pixels = round(size * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
