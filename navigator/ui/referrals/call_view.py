"""How the call screen is laid out: tabs, number, script, outcomes at the left; meter and contacts at the right."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from navigator.ui.ports import Desk
from navigator.ui.referrals.act_area import ActArea
from navigator.ui.referrals.ground import Ground
from navigator.ui.referrals.next_banner import NextBanner
from navigator.ui.referrals.number_head import NumberHead
from navigator.ui.referrals.say_box import SayBox
from navigator.ui.referrals.side_pane import SidePane
from navigator.ui.referrals.tabs import ReferralTabs, Tab
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.banner import Banner
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.surface import Panel, Rule

_PANE_LEAST, _PANE_MOST, _EDGE = 372, 424, 24
_NO_LIMIT = 16_777_215
"""Qt's own largest width."""
_CALL, _HANDOFF = "call", "handoff"


class CallView(Panel):
    """The parts and where they stand. In a narrow window the right pane becomes a second tab."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.theme = theme
        self._narrow: bool | None = None
        self._pane = _CALL
        self._count = ""
        self._held: QWidget | None = None
        self.tabs = ReferralTabs(theme)
        self.panes = self.tabs.panes
        self.head = NumberHead(theme)
        self.say = SayBox(theme)
        self.ground = Ground(theme)
        self.area = ActArea()
        self.trouble = Trouble(theme)
        self.banner: Banner | None = None
        self.next = NextBanner(theme)
        self.side = SidePane(theme, desk.clock, desk.city.zone)
        self.panes.chosen.connect(self.show_pane)
        self._lay_out()
        self.set_narrow(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        width = self.window().width()
        self.set_narrow(width < sizes.RAIL_BELOW)
        self.fit_act()
        if not self._narrow:
            self.side.setFixedWidth(max(_PANE_LEAST, min(_PANE_MOST, width * 384 // 1280)))

    def set_narrow(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.panes.setVisible(narrow)
        self._rule.setVisible(not narrow)
        focused = self.side.focusWidget()
        held = focused is not None and focused.hasFocus()
        self._move_side()
        if held and focused is not None:
            self.show_pane(_HANDOFF)
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep_edge()
        self.show_pane(self._pane)

    def _move_side(self) -> None:
        self.side.setMinimumWidth(0)
        self.side.setMaximumWidth(_NO_LIMIT)
        self._across.removeWidget(self.side)
        self._left.removeWidget(self.side)
        (self._left if self._narrow else self._across).addWidget(self.side, 1 if self._narrow else 0)

    def show_pane(self, pane: str) -> None:
        """The call, or in a narrow window the handoff in its place."""
        self._pane = pane
        self.main.setVisible(not self._narrow or pane == _CALL)
        self.side.setVisible(not self._narrow or pane == _HANDOFF)
        self.panes.show_tabs((Tab(_CALL, "Call"), Tab(_HANDOFF, "Handoff", self._count)), pane)
        self.panes.take_own_width()

    def show_call(self) -> None:
        self.show_pane(_CALL)

    def show_count(self, words: str) -> None:
        """How far the handoff is, on its tab: "2 of 4"."""
        self._count = words
        self.show_pane(self._pane)

    def show_banner(self, banner: Banner | None) -> None:
        if self.banner is not None:
            self._body.removeWidget(self.banner)
            self.banner.hide()
            self.banner.deleteLater()
        self.banner = banner
        if banner is not None:
            self._body.insertWidget(0, banner)

    @property
    def is_narrow(self) -> bool:
        return self._narrow is True

    def fit_act(self) -> None:
        """Gives what stands in the place of the outcomes the room it needs."""

    def reveal_foot(self) -> None:
        """Scrolls to what is said at the foot of it, once the sentence has its height."""
        QTimer.singleShot(0, self, lambda: self.room.ensureVisible(0, self.area.geometry().bottom(), 0, _EDGE))

    def reveal_part(self, part: QWidget) -> None:
        """Scrolls to what is said there, once the sentence has its height."""
        QTimer.singleShot(0, part, lambda: self.room.ensureWidgetVisible(part, 0, _EDGE))

    def say_foremost(self, sentence: str) -> None:
        """Says it beside the form, where it is seen."""
        self.trouble.say(sentence)
        QTimer.singleShot(0, self, lambda: self.room.ensureWidgetVisible(self.trouble, 0, _EDGE))

    def reveal(self) -> None:
        """Scrolls so that what stands in the place of the outcomes is seen."""
        self.room.ensureWidgetVisible(self.area, 0, 0)

    def hold(self) -> None:
        """Nothing of it can be changed while it is being written, and no key presses what else is there."""
        focused = self.window().focusWidget()
        self._held = focused if any(focused and part.isAncestorOf(focused) for part in self._writable()) else None
        if self._held is not None:
            self._held.clearFocus()
        for part in self._writable():
            part.setEnabled(False)

    def let_go_on(self) -> None:
        """It can be changed again, from where the focus was."""
        held, self._held = self._held, None
        for part in self._writable():
            part.setEnabled(True)
        if held is not None and isValid(held) and self.isVisible() and self.window().focusWidget() is None:
            held.setFocus(Qt.FocusReason.OtherFocusReason)

    def _writable(self) -> tuple[QWidget, ...]:
        editor = self.side.editor
        return (self.ground, self.area) if editor is None else (self.ground, self.area, editor)

    def _keep_edge(self) -> None:
        """The words keep their right edge whether or not the scroll bar shows."""
        bar = self.room.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        top, low = (10, 4) if self._narrow else (16, 12)
        self._body.setContentsMargins(_EDGE, top, _EDGE - taken, low)

    def _lay_out(self) -> None:
        column = QWidget()
        self._left = left = QVBoxLayout(column)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.tabs)
        left.addWidget(Rule())
        self.main = self._main()
        left.addWidget(self.main, 1)
        self._rule = Rule("down")
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addWidget(column, 1)
        self._across.addWidget(self._rule)
        self._across.addWidget(self.side)

    def _main(self) -> QWidget:
        inside = QWidget()
        self._body = QVBoxLayout(inside)
        self._body.setSpacing(10)
        for widget in (self.head, self.say, self.ground, self.trouble, self.area):
            self._body.addWidget(widget)
        self._body.addStretch(1)
        self.room = QScrollArea()
        self.room.setWidgetResizable(True)
        self.room.setFrameShape(QFrame.Shape.NoFrame)
        self.room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.room.setWidget(inside)
        self.room.verticalScrollBar().rangeChanged.connect(self._keep_edge)
        foot = QHBoxLayout()
        foot.setContentsMargins(_EDGE, 0, _EDGE, 18)
        foot.addWidget(self.next)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.room, 1)
        column.addLayout(foot)
        return main
