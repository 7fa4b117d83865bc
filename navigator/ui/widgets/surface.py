"""Grounds and rules: a panel of one surface, and the one-pixel line between two."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

Surface = Literal["canvas", "surface", "well", "card"]


class Panel(QFrame):
    """A frame whose ground is a surface of the theme."""

    def __init__(self, surface: Surface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", surface)


class Rule(QFrame):
    """A divider, `across` or `down`."""

    def __init__(self, direction: Literal["across", "down"] = "across", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", direction)
