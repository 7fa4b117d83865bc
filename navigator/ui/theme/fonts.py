"""Registers the fonts that ship with the program, so that every screen and picture draws the same glyphs."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from navigator.data import data_dir
from navigator.errors import StationError

FAMILY = "Inter"
_INTER = Path(__file__).parent.parent / "assets" / "fonts"


def register_screen_font() -> None:
    """Inter in the four weights of the screen; light enough to do before the first paint."""
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        QFontDatabase.addApplicationFont(str(_INTER / f"Inter-{weight}.ttf"))


def register_other_scripts() -> None:
    """The fonts of the paper, so that a name in Arabic, Hebrew or Chinese is no row of boxes on the screen."""
    try:
        folder = data_dir() / "fonts" / "paper"
    except StationError:
        return
    for path in sorted(folder.glob("*-Regular.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def font(px: int, weight: int = 400, *, tabular: bool = False) -> QFont:
    """Inter at `px` logical pixels. Tabular figures are for clocks and tables only: they widen the hyphen."""
    made = QFont(FAMILY)
    made.setPixelSize(px)
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag.fromString("tnum"), 1)
    return made
