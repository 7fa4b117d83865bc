"""Beside the form of a visit: the next step, its referrals, the papers that were printed, and its end."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.referrals.referral import Referral
from navigator.referrals.register import Registered
from navigator.referrals.visit import Visit
from navigator.ui.ports import Desk
from navigator.ui.records.record_list import RecordList
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.next_step import NextStep, Way, next_step
from navigator.ui.visits.telling import averted_words, ending_words, papers_words, referral_groups
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.widgets.text import Text

_EDGE = 20


class VisitPane(Panel):
    """`taken` gives a `NextStep`, the filled button's or another's; `reopened` takes the ending back."""

    taken = Signal(object)
    reopened = Signal()

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__("surface")
        self._desk = desk
        self._writes = may(desk.actor.role, Permission.WRITE_CASEWORK)
        self._step = NextStep(Way.HELP)
        self.next = Button(theme, "", "primary", height=sizes.MAIN_ACTION)
        self.referrals = RecordList(theme, name="Referrals of this visit")
        self.help = Button(theme, "Find help", "ghost", icon="plus")
        self.plan = Button(theme, "Make the plan", icon="clipboard-list")
        self.end = Button(theme, "End the visit", icon="door-open")
        self.reopen = Button(theme, "Reopen", icon="undo-2")
        self.reopen.setAccessibleName("Reopen this visit")
        self.trouble = Trouble(theme)
        self._none = Text("Nobody has been called for this person yet.", tone="text2", wrap=True)
        self._ended, self._paper = Text(wrap=True), Text(wrap=True)
        self._averted = Text(tone="text2", px=sizes.HINT, wrap=True)
        self._ended_row = _row(Icon(theme, "circle-check", "text2"), self._ended)
        self._paper_row = _row(Icon(theme, "printer", "text2"), self._paper)
        self._foot = QWidget()
        self._lay_out()
        self._connect()

    def show_visit(self, visit: Visit, referrals: Sequence[Referral], papers: Sequence[Registered]) -> None:
        now, zone = self._desk.clock(), self._desk.city.zone
        self._show_next(next_step(visit, referrals, papers))
        self.referrals.show_groups(referral_groups(referrals))
        self.referrals.setVisible(bool(referrals))
        self._none.setVisible(not referrals)
        self._paper.setText(papers_words(papers, now, zone))
        self._paper_row.setVisible(bool(self._paper.text()))
        self._ended.setText(ending_words(visit, visit.ending, now, zone) if visit.ending else "")
        self._ended_row.setVisible(visit.ending is not None)
        self._averted.setText(averted_words(visit.ending) if visit.ending else "")
        self._averted.setVisible(bool(self._averted.text()))
        self.end.setVisible(self._writes and visit.is_open and self._step.way is not Way.END)
        self.reopen.setVisible(self._writes and not visit.is_open)
        self._foot.setVisible(self._writes or bool(self._paper.text()))

    def close_end(self, *, closed: bool) -> None:
        """The end of a signed visit is not taken back."""
        if closed:
            self.reopen.hide()

    def take_focus(self) -> None:
        wanted = self.next if self._writes else self.referrals
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def ended_words(self) -> str:
        return self._ended.text()

    @property
    def paper_words(self) -> str:
        return self._paper.text()

    def _show_next(self, step: NextStep) -> None:
        self._step = step
        words, icon = step.way.value
        self.next.setText(words)
        self.next.set_icon_name(icon)
        self.next.setVisible(self._writes)
        self.help.setVisible(self._writes and step.way is not Way.HELP)
        self.plan.setVisible(self._writes and step.way not in (Way.PLAN, Way.HELP))

    def _take_next(self) -> None:
        self.taken.emit(self._step)

    def _connect(self) -> None:
        self.next.clicked.connect(self._take_next)
        self.help.clicked.connect(lambda: self.taken.emit(NextStep(Way.HELP)))
        self.plan.clicked.connect(lambda: self.taken.emit(NextStep(Way.PLAN)))
        self.end.clicked.connect(lambda: self.taken.emit(NextStep(Way.END)))
        self.reopen.clicked.connect(self.reopened)
        self.referrals.opened.connect(lambda key: self.taken.emit(NextStep(Way.REFERRAL, str(key))))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(0)
        top = _padded(QVBoxLayout())
        top.setSpacing(14)
        for widget in (self._ended_row, self._averted, self.next):
            top.addWidget(widget)
        column.addLayout(top)
        column.addSpacing(18)
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, 0, 8, 4)
        head.addWidget(Text("Referrals", px=sizes.NAME, weight=600), 1)
        head.addWidget(self.help)
        column.addLayout(head)
        none = _padded(QVBoxLayout())
        none.addWidget(self._none)
        column.addLayout(none)
        column.addWidget(self.referrals, 1)
        column.addStretch(0)
        column.addWidget(self._foot)
        self._fill_foot(QVBoxLayout(self._foot))

    def _fill_foot(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Rule())
        foot = _padded(QVBoxLayout())
        foot.setContentsMargins(_EDGE, 6, _EDGE, 12)
        column.addLayout(foot)
        foot.addWidget(self._paper_row)
        foot.addWidget(self.trouble)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.plan)
        buttons.addWidget(self.end)
        buttons.addWidget(self.reopen)
        buttons.addStretch(1)
        foot.addLayout(buttons)


def _padded(layout: QVBoxLayout) -> QVBoxLayout:
    layout.setContentsMargins(_EDGE, 0, _EDGE, 0)
    layout.setSpacing(10)
    return layout


def _row(icon: Icon, words: Text, *after: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    for widget in after:
        line.addWidget(widget, alignment=Qt.AlignmentFlag.AlignTop)
    return row
