"""The real pages of the plan, and which page is in front."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.documents.pages import Pages
from navigator.ui.paper.sheets import Sheets
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text

_EDGE = 20
_READABLE, _READABLE_ALONE = 400, 600
"""Pixels: for being shown whole a page does not get narrower than this."""


class PagesColumn(Panel):
    """The pages of what was typed last, or why there are none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent)
        self.pages: Pages | None = None
        self.sheets = Sheets(theme, edge=_EDGE)
        self.set_narrow(False)
        self.place = Text("Pages", weight=600)
        self.trouble = Trouble(theme)
        self.back = self._turner(theme, "chevron-left", "Page before")
        self.on = self._turner(theme, "chevron-right", "Next page")
        self.back.clicked.connect(lambda: self.sheets.show_page(self.sheets.page - 1))
        self.on.clicked.connect(lambda: self.sheets.show_page(self.sheets.page + 1))
        self.sheets.turned.connect(self._say_place)
        self._lay_out()
        self._say_place()

    def show_pages(self, pages: Pages) -> None:
        self.pages = pages
        self.trouble.say("")
        self.sheets.show_pages(pages)
        self._say_place()

    def refuse(self, sentence: str) -> None:
        """There are no pages of what was typed last; the ones before stay to be read, and cannot be printed."""
        self.pages = None
        self.trouble.say(sentence)

    def set_narrow(self, narrow: bool) -> None:
        """Alone in a narrow window the pages may be read larger than whole."""
        self.sheets.show_whole(_READABLE_ALONE if narrow else _READABLE)

    def _say_place(self) -> None:
        count, front = len(self.sheets.sheets), self.sheets.page
        self.place.setText(f"Page {front + 1} of {count}" if count else "Pages")
        has_focus = self.back.hasFocus() or self.on.hasFocus()
        self.back.setVisible(front > 0)
        self.on.setVisible(front + 1 < count)
        if has_focus:
            (self.on if front + 1 < count else self.back).setFocus()

    def _turner(self, theme: Theme, icon: str, name: str) -> Button:
        button = Button(theme, "", "quiet", icon=icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, 8, 12, 0)
        head.setSpacing(4)
        head.addWidget(self.place, 1)
        head.addWidget(self.back)
        head.addWidget(self.on)
        foot = QVBoxLayout()
        foot.setContentsMargins(_EDGE, 0, 16, 0)
        foot.addWidget(self.trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.sheets, 1)
        column.addLayout(foot)
        self.sheets.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
