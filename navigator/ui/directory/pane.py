"""The frame of a pane beside a table: what is read scrolls, what is done about it stands at its foot."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.ui.directory.form_draft import Content, FormDraft
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel, Rule
from navigator.ui.worker import Worker
from navigator.ui.writes import Writes

EDGE = 21
_NOTHING: Content = MappingProxyType({})


class Pane(Panel):
    """What is told of one record is put in anew for each; what stands `below` it and at the `foot` stays.

    Nothing is seen until something is put in. (No widget is made and left without a parent: the collector might come
    upon it on the worker's thread.) What is typed into a pane is one draft, and `_troubled` says why it is not kept.

    `settled` gives the entries that a write about what is in front has changed, `went_on` those of a write about what
    was in front before; `refused` why such a one was not written, with its name.
    """

    settled = Signal(object)
    went_on = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__("surface")
        self._desk, self._theme, self._worker = desk, theme, worker
        self._draft: FormDraft | None = None
        self._subject = ""
        self._writes = Writes(worker, self)
        self.setProperty("ownRing", True)
        self._told, self._body, self._foot = QWidget(), _Body(), QWidget()
        self._inner = QVBoxLayout(self._body)
        self._inner.setContentsMargins(EDGE, 20, EDGE - 1, 16)
        self._inner.setSpacing(12)
        self._inner.addWidget(self._told)
        self._scroll = _scroll_area()
        self._scroll.setWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)

    def flush(self) -> str:
        """Keeps what is typed at once; why it could not be kept, or ""."""
        return self._draft.flush() if self._draft is not None else ""

    def _stand(self, below: Sequence[QWidget] = (), foot: Sequence[QWidget] = ()) -> None:
        """Lays out what stays, once."""
        for widget in below:
            self._inner.addWidget(widget)
        self._inner.addStretch(1)
        _frame(self._foot, foot)
        self.clear()

    def _begin_draft(self, kind: DeskDraftKind, subject: str, read: Callable[[], Content]) -> Content:
        """From now on what is typed is kept under this subject; returns what was typed before."""
        if self._draft is not None and not self._writes.on_its_way(self._draft.subject):
            self._draft.deleteLater()
        self._subject = subject
        self._draft = FormDraft(self._desk, self._worker, kind, subject, read, self)
        self._draft.troubled.connect(self._troubled)
        self._troubled("")
        return self._draft.found()

    def _note(self) -> None:
        """A person typed."""
        if self._draft is not None:
            self._draft.note()

    def forget(self) -> None:
        """Nothing is shown any more."""
        self.flush()
        self._let_go()
        self.clear()

    def _write(self, name: str, work: Callable[[], Any], rest: Content = _NOTHING) -> None:
        """Writes about what is in front, which rests until the answer is here. `rest` of what is typed is not in it."""
        subject, draft = self._subject, self._draft
        if self._writes.on_its_way(subject) or self.flush():
            return
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.setFocus()  # what has it rests now, and Qt would hand it on to anything
        self._troubled("")
        self._lock(locked=True)
        done = partial(self._written, subject, draft, rest)
        self._writes.run(subject, work, done, partial(self._not_written, subject, name))

    def _written(self, subject: str, draft: FormDraft | None, rest: Content, answer: Any) -> None:
        if draft is not None:
            draft.leave(rest)
            if draft is not self._draft:
                draft.deleteLater()
        if subject == self._subject:
            self._let_go()
            self.settled.emit(self._changed(answer))
        else:
            self.went_on.emit(self._changed(answer))

    def _not_written(self, subject: str, name: str, error: UserError) -> None:
        if subject == self._subject:
            self._lock(locked=False)
            self._troubled(error.sentence)
            if self.hasFocus():
                self.take_focus()
        else:
            self.refused.emit(f"{name}: {error.sentence}")

    def _changed(self, answer: Any) -> object:
        """The entries that changed, of what a write answered."""
        return answer

    def _let_go(self) -> None:
        """What is in front is no longer so; it rests until something else is shown."""
        self._subject = ""

    def _lock(self, *, locked: bool) -> None:
        """While locked nothing can be typed or pressed, in a pane that writes."""

    def take_focus(self) -> None:
        raise NotImplementedError

    def _troubled(self, sentence: str) -> None:
        """Why it was not written or kept; "" takes that away."""
        raise NotImplementedError

    @property
    def _today(self) -> date:
        return self._desk.clock().astimezone(self._desk.city.zone).date()

    def put(self, told: Sequence[QWidget], stops: Sequence[QWidget] = (), *, scrolls: bool = True) -> None:
        """Shows these words over what stays. `stops` are the whole pane's, in the order of Tab."""
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in told:
            column.addWidget(widget)
        self._inner.replaceWidget(self._told, fresh)
        self._told.hide()
        self._told.deleteLater()
        self._told = fresh
        for face in (fresh, self._body, self._foot):
            face.show()
        self._lock(locked=self._writes.on_its_way(self._subject))
        if scrolls:
            self._scroll.verticalScrollBar().setValue(0)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def clear(self) -> None:
        """Shows nothing."""
        self._body.hide()
        self._foot.hide()

    @property
    def is_clear(self) -> bool:
        return self._body.isHidden()

    def reveal(self, widget: QWidget) -> None:
        """Scrolls so that it is seen."""
        self._scroll.ensureWidgetVisible(widget)


class _Body(QWidget):
    """As high as its words are in the width there is: their least height is that of a narrower one."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().minimumSizeHint().width(), 0)


def _scroll_area() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _frame(foot: QWidget, widgets: Sequence[QWidget]) -> None:
    column = QVBoxLayout(foot)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if widgets:
        column.addWidget(Rule())
        around = QVBoxLayout()
        around.setContentsMargins(EDGE, 10, EDGE - 1, 10)
        around.setSpacing(8)
        for widget in widgets:
            around.addWidget(widget)
        column.addLayout(around)
