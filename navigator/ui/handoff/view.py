"""Everything that is seen of a handoff: head, form and bar at the left, what is missing at the right."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from navigator.ui.handoff.content import Content, read
from navigator.ui.handoff.form import HandoffForm
from navigator.ui.handoff.head import Head
from navigator.ui.handoff.missing_pane import MissingPane
from navigator.ui.handoff.notice_line import NoticeLine
from navigator.ui.handoff.record import Record
from navigator.ui.handoff.save_bar import SaveBar
from navigator.ui.handoff.words import TO_CALL, language_words
from navigator.ui.ports import Desk
from navigator.ui.signing.strip import SigningStrip
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel

_PANE = 372


class HandoffView(Panel):
    """`typed` when a person changed anything in the form or wrote a reason."""

    typed = Signal()

    def __init__(self, desk: Desk, theme: Theme, strip: SigningStrip) -> None:
        super().__init__("surface")
        self.strip = strip
        self._narrow: bool | None = None
        self.head = Head(theme)
        self.notice = NoticeLine(theme)
        self.form = HandoffForm(theme, desk)
        self.area = _scrolled(self.form)
        self.pane = MissingPane(theme, desk.city.zone)
        self.bar = SaveBar(theme)
        self._lay_out()
        self.area.verticalScrollBar().rangeChanged.connect(self._keep_edge)
        self.form.changed.connect(self.typed)
        self.pane.changed.connect(self.typed)

    @property
    def content(self) -> Content:
        return {**self.form.content, **self.pane.content}

    def blank(self) -> None:
        """Nothing of a record that cannot be read, and nothing of the one before."""
        self.head.show_names("", "", "")
        for part in (self.area, self.pane, self.strip, self.bar.save):
            part.hide()
        self.bar.show()

    def show_record(self, record: Record) -> None:
        """What stands beside the inputs."""
        for part in (self.area, self.pane, self.bar.save):
            part.show()
        visit = record.visit
        self.head.show_names(record.snapshot.name, visit.person.called, language_words(visit.facts))
        self.form.show_record(record)
        self.bar.setVisible(record.writable)

    def scroll_up(self) -> None:
        """Another record begins at its top."""
        self.area.verticalScrollBar().setValue(0)

    def put(self, content: Content) -> None:
        self.form.put(content)
        self.pane.put(content)

    def show_missing(self, record: Record, content: Content, now: datetime, *, unsaved: bool) -> None:
        """The meter and the list follow what is typed."""
        handoff = read(content)
        self.pane.show_meter(record.meter(handoff), now, unsaved=unsaved, writable=record.writable)
        without_reasons = record.missing(replace(handoff, absent={}))
        self.pane.show_missing(record.missing(handoff), without_reasons, writable=record.writable)

    def show_signing(self, record: Record, *, is_saved: bool) -> None:
        """Who signed it, or the way to sign what is saved."""
        can_sign = record.writable and is_saved
        self.strip.show_record(
            record.referral.id, record.saved.revision, record.signed, can_sign=can_sign, can_add=record.may_write
        )

    def say(self, troubles: Mapping[str, str]) -> None:
        self.form.say(troubles)

    def focus_on(self, key: str) -> None:
        """Puts the focus where `key` is written, and brings it into view."""
        wanted = self.form.input_of(key)
        if (key == TO_CALL and wanted.isHidden()) or not wanted.isEnabled():
            wanted = self.head.back
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(wanted, 0, 80)

    def set_width(self, width: int) -> None:
        """In a window of `width`: one column and a narrower pane where there is no room."""
        narrow = width < sizes.RAIL_BELOW
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.pane.setFixedWidth(sizes.PANE_NARROW if narrow else _PANE)
        self.form.set_narrow(narrow)
        self.bar.save.show_key(not narrow)

    def _keep_edge(self) -> None:
        """The inputs keep their right edge whether or not the scroll bar shows."""
        bar = self.area.verticalScrollBar()
        self.form.leave(bar.sizeHint().width() if bar.maximum() > 0 else 0)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        for widget in (self.head, self.notice):
            left.addWidget(widget)
        left.addWidget(self.area, 1)
        left.addWidget(self.strip)
        left.addWidget(self.bar)
        left.addStretch(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.pane)


def _scrolled(form: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(form)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
