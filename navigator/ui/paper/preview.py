"""The paper as it will be printed, with print and save beside it; nothing leaves but through the door (P-06, D-11)."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from navigator.access import Actor
from navigator.documents.pages import Pages
from navigator.documents.release import Door, Outlet
from navigator.ui.outlets import PrinterOutlet, printers
from navigator.ui.paper.release import Release
from navigator.ui.paper.release_panel import ReleasePanel
from navigator.ui.paper.sheets import Sheets
from navigator.ui.paper.where import AskWhere, ask_where
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.worker import Worker

_PANEL = 372


class PaperPreview(Panel):
    """Shows pages that hold no word on a person. `left` when the person goes back."""

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        worker: Worker,
        door: Door,
        actor: Actor,
        *,
        ask: AskWhere = ask_where,
        find_printers: Callable[[], tuple[str, ...]] = printers,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("surface", parent)
        self._theme, self._worker, self._door, self._actor = theme, worker, door, actor
        self._ask, self._find_printers = ask, find_printers
        self._pages: Pages | None = None
        self.sheets = Sheets(theme)
        self.panel: ReleasePanel | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.sheets, 1)
        self._row.addWidget(Rule("down"))

    def show_pages(self, pages: Pages, title: str, about: str) -> None:
        """Shows a paper under its `title`; `about` says in a few words what it holds."""
        self._pages = pages
        self.sheets.show_pages(pages)
        self.sheets.show_page(0)
        self._put_panel(ReleasePanel(self._theme, title, f"{about} · {_pages(pages)}", self._find_printers()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._size_panel()

    def _put_panel(self, panel: ReleasePanel) -> None:
        if self.panel is not None:
            self._row.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
        self.panel = panel
        panel.left.connect(self.left)
        self._connect(panel, Release(self._worker, self._let_out, self._ask, panel))
        self._row.addWidget(panel)
        self.setFocusProxy(panel.first)
        self._size_panel()

    def _size_panel(self) -> None:
        if self.panel is not None:
            narrow = self.window().width() < sizes.RAIL_BELOW
            self.panel.setFixedWidth(sizes.PANE_NARROW if narrow else _PANEL)

    def _connect(self, panel: ReleasePanel, release: Release) -> None:
        release.began.connect(panel.work)
        release.ended.connect(panel.say_done)
        release.failed.connect(panel.say_trouble)
        panel.saved.connect(lambda: self._send(release, release.file_for(self._job)))
        panel.printed.connect(lambda printer: self._send(release, PrinterOutlet(printer)))

    @property
    def _job(self) -> str:
        return self._pages.job if self._pages else ""

    def _send(self, release: Release, outlet: Outlet | None) -> None:
        if self._pages is not None and outlet is not None:
            release.send(self._pages, outlet)

    def _let_out(self, pages: Pages, outlet: Outlet) -> str:
        return self._door.hand_out(self._actor, pages, outlet)


def _pages(pages: Pages) -> str:
    return "1 page" if pages.count == 1 else f"{pages.count} pages"
