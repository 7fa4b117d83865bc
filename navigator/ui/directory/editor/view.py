"""Everything that is seen of the editor: head, parts, form and bar at the left, what is known at the right."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.ui.directory.editor.bar import EditorBar
from navigator.ui.directory.editor.form import RecordForm
from navigator.ui.directory.editor.head import Head
from navigator.ui.directory.editor.section_list import SectionChoice, SectionList
from navigator.ui.directory.editor.side_pane import SidePane
from navigator.ui.handoff.notice_line import NoticeLine
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel, Rule

_PANE = 356
_ABOVE = 16


class EditorView(Panel):
    """`typed` gives the input that a person changed."""

    typed = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__("surface")
        self._narrow: bool | None = None
        self._is_new = False
        self.head, self.notice, self.bar = Head(theme), NoticeLine(theme), EditorBar(theme)
        self.form = RecordForm(theme, desk, today)
        titles = [part.title for part in self.form.sections]
        self.parts, self.choice = SectionList(theme, titles), SectionChoice(theme, titles)
        self.area = _scrolled(self.form)
        self.pane = SidePane(desk, theme)
        self._lay_out()
        self.form.changed.connect(self.typed)
        self.parts.wanted.connect(self.go_to_part)
        self.choice.wanted.connect(self.go_to_part)
        self.area.verticalScrollBar().valueChanged.connect(self._show_part)
        self.set_width(sizes.RAIL_BELOW)

    def show_parts(self, *, form: bool, is_new: bool) -> None:
        """Nothing of a record that cannot be read; nothing beside one that does not exist yet."""
        self._is_new = is_new
        self.area.setVisible(form)
        self.bar.setVisible(form)
        self.pane.setVisible(form and not is_new)
        self._show_ways(form)

    def scroll_up(self) -> None:
        self.area.verticalScrollBar().setValue(0)
        self.pane.scroll_up()

    def set_width(self, width: int) -> None:
        """In a narrow window the list of parts is one line in the head."""
        narrow = width < sizes.RAIL_BELOW
        if narrow != self._narrow:
            self._narrow = narrow
            self.pane.setFixedWidth(sizes.PANE_NARROW if narrow else _PANE)
            self._show_ways(not self.area.isHidden())
            self.bar.save.show_key(not narrow)

    def go_to_part(self, place: int) -> None:
        """That part at the top, with the focus in its first input."""
        part = self.form.sections[place]
        bar = self.area.verticalScrollBar()
        first = next((one for one in part.inputs if not one.field.isHidden()), None)
        if first is not None:
            first.focus.setFocus(Qt.FocusReason.OtherFocusReason)
        bar.setValue(part.y() - _ABOVE)

    def focus_on(self, key: str) -> None:
        one = self.form.inputs[key]
        one.focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(one.field, 0, 24)

    def _show_part(self, scrolled: int) -> None:
        """The part that is read now is marked in the list."""
        middle = scrolled + self.area.viewport().height() // 3
        place = sum(part.y() <= middle for part in self.form.sections) - 1
        self.parts.show_part(place)
        self.choice.setCurrentIndex(place)

    def _show_ways(self, form: bool) -> None:
        self.parts.setVisible(form and not self._narrow)
        self._rule.setVisible(form and not self._narrow)
        self.choice.setVisible(form and bool(self._narrow))

    def _lay_out(self) -> None:
        self._rule = Rule("down")
        self.choice.setFixedWidth(210)
        self.head.row.addWidget(self.choice)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.parts)
        middle.addWidget(self._rule)
        middle.addWidget(self.area, 1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.head)
        left.addWidget(self.notice)
        left.addWidget(Rule())
        left.addLayout(middle, 1)
        left.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.pane)


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
