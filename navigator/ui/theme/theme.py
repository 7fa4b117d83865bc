"""The one object through which every colour, font and icon is read, so that a change of scheme reaches all."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from navigator.ui.theme import fonts
from navigator.ui.theme.icons import Icons
from navigator.ui.theme.stylesheet import stylesheet
from navigator.ui.theme.tokens import DARK, LIGHT, ColorRole


class Scheme(StrEnum):
    SYSTEM = "as the system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Colours, fonts and icons of the chosen scheme; `changed` says that all of them must be read anew."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__()
        self._application = application
        self._scheme = scheme
        self._icons = Icons()
        self._dark = self._wants_dark()
        fonts.register_screen_font()
        if application.style().name() != "fusion":
            application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._dress()

    @property
    def dark(self) -> bool:
        return self._dark

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    def choose(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._follow()

    def color(self, role: ColorRole) -> QColor:
        return QColor((DARK if self._dark else LIGHT)[role])

    def font(self, px: int, weight: int = 400, *, tabular: bool = False) -> QFont:
        return fonts.font(px, weight, tabular=tabular)

    def pixmap(self, name: str, role: ColorRole, size: int, ratio: float) -> QPixmap:
        """The Lucide icon `name` in the colour of `role`, `size` logical pixels."""
        return self._icons.pixmap(name, self.color(role), size, ratio)

    def _wants_dark(self) -> bool:
        if self._scheme is Scheme.SYSTEM:
            return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    def _follow(self) -> None:
        dark = self._wants_dark()
        if dark != self._dark:
            self._dark = dark
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        """The old sheet is taken off first: exchanging one for another makes Qt clear it from each widget by itself."""
        self._application.setStyleSheet("")
        self._application.setFont(self.font(14))
        self._application.setPalette(self._palette())
        self._application.setStyleSheet(stylesheet(DARK if self._dark else LIGHT))

    def _palette(self) -> QPalette:
        roles: dict[QPalette.ColorRole, ColorRole] = {
            QPalette.ColorRole.Window: "canvas",
            QPalette.ColorRole.WindowText: "text",
            QPalette.ColorRole.Base: "surface",
            QPalette.ColorRole.AlternateBase: "well",
            QPalette.ColorRole.Text: "text",
            QPalette.ColorRole.PlaceholderText: "text3",
            QPalette.ColorRole.Button: "surface",
            QPalette.ColorRole.ButtonText: "text",
            QPalette.ColorRole.BrightText: "danger",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "on_fill",
            QPalette.ColorRole.Accent: "accent",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.ToolTipBase: "surface",
            QPalette.ColorRole.ToolTipText: "text",
        }
        palette = QPalette()
        for target, role in roles.items():
            palette.setColor(target, self.color(role))
        for target in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, self.color("text3"))
        return palette
