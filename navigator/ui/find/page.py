"""The page "Find help": type, choose, read, put on paper (DESIGN.md, "What a person sees")."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from navigator.access import Permission, may
from navigator.documents.pages import Pages
from navigator.errors import BadInput, UserError
from navigator.referrals.visit import Visit
from navigator.resources.model import Entry, Phone
from navigator.resources.places import Spot
from navigator.resources.search import Hit
from navigator.ui.clipboard import copy_number
from navigator.ui.find.detail_pane import DetailPane
from navigator.ui.find.directory_side import DirectorySide
from navigator.ui.find.handout import handout_of
from navigator.ui.find.paper_tray import PaperTray
from navigator.ui.find.popup import Popup
from navigator.ui.find.result_rows import answer_asks_distance
from navigator.ui.find.search_column import SearchColumn
from navigator.ui.find.shortlist import Shortlist
from navigator.ui.find.visit_strip import VisitStrip
from navigator.ui.paper.preview import PaperPreview
from navigator.ui.paper.where import AskWhere, ask_where
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel
from navigator.ui.worker import Worker

_REFRESH_MS = 30_000
_PANE_AFTER_MS = 40
_CONTROLS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class FindPage(Panel):
    """Search and results, the detail pane, the paper tray, and the preview of the handout in their place.

    `referred` gives the Entry that a person is to be referred to; `visit_wanted` asks for the visit in hand.
    `directory_changed` gives the entries that were changed from here; `edit_wanted` the id of one to edit.

    The window may put `tray` under its navigation.
    """

    referred = Signal(object)
    visit_wanted = Signal()
    directory_changed = Signal(object)
    edit_wanted = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker, *, ask: AskWhere = ask_where) -> None:
        super().__init__("surface")
        self._desk, self._worker = desk, worker
        self._hit: Hit | None = None
        self._narrow: bool | None = None
        self.shortlist = Shortlist()
        self.column = SearchColumn(desk, theme, worker)
        refers = desk.casework is not None and may(desk.actor.role, Permission.WRITE_CASEWORK)
        proposes, edits = (may(desk.actor.role, one) for one in (Permission.PROPOSE, Permission.EDIT))
        number = desk.city.information_line.number
        self.pane = DetailPane(theme, number, refers=refers, proposes=proposes, edits=edits)
        self.side = DirectorySide(desk, theme, worker, self.pane)
        self.strip = VisitStrip(theme, desk.clock, desk.city.zone)
        self.tray = PaperTray(theme)
        self.preview = PaperPreview(theme, worker, desk.door, desk.actor, ask=ask)
        self._minute = QTimer(self, interval=_REFRESH_MS)
        self._soon = QTimer(self, singleShot=True, interval=_PANE_AFTER_MS)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.column.box)
        self.column.search()

    def show_visit(self, visit: Visit | None) -> None:
        """For whose visit help is looked for; None: for nobody's."""
        self.strip.show_visit(visit)
        self.side.show_visit(visit)
        self._show_hit()

    def take_changes(self, entries: Sequence[Entry]) -> None:
        """Entries of the directory changed, here or elsewhere: they are found as they are now."""
        for entry in entries:
            self._desk.search.put(entry)
        self.side.take_changes(entries)
        self.column.refresh()

    def cover(self) -> None:
        """Keeps what was typed before the station locks, and closes what hangs over the page."""
        self.side.cover()
        self.column.cover()
        for popup in self.window().findChildren(Popup):
            popup.hide()

    def begin(self) -> None:
        """The words of the search before stand marked: typing puts others in their place."""
        if self._stack.currentWidget() is self.preview:
            self._leave_preview()
        self.column.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.column.box.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Typing anywhere searches; Esc clears."""
        if self._stack.currentWidget() is self.preview:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.column.clear()
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & _CONTROLS:
            self.column.box.type_on(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        width = self.window().width()
        narrow = width < sizes.RAIL_BELOW
        self.side.setFixedWidth(sizes.PANE_NARROW if narrow else max(_PANE_LEAST, min(_PANE_MOST, width * 380 // 1280)))
        if narrow != self._narrow:
            self._narrow = narrow
            for part in (self.column, self.pane, self.tray):
                part.set_narrow(narrow)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        self.column.refresh()
        self.side.read_questions()
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        super().hideEvent(event)
        self._minute.stop()

    def _lay_out(self) -> None:
        self._find = QWidget()
        row = QHBoxLayout(self._find)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.strip)
        left.addWidget(self.column, 1)
        row.addLayout(left, 1)
        row.addWidget(self.side)
        room = QWidget()
        self._stack = QStackedLayout(room)
        self._stack.addWidget(self._find)
        self._stack.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(room, 1)
        column.addWidget(self.tray)

    def _connect(self) -> None:
        self.pane.referred.connect(self._refer)
        self.side.changed.connect(self._tell_change)
        self.side.edit_wanted.connect(self.edit_wanted)
        self.side.asked.connect(self._show_hit)
        self.side.refused.connect(self.column.trouble.say)
        if self.column.tell_desk is not None:
            self.column.tell_desk.sent.connect(self._tell_change)
            self.column.tell_desk.refused.connect(self.column.trouble.say)
        self.strip.left.connect(self.visit_wanted)
        self.column.chosen.connect(self._choose)
        self.column.stationed.connect(self._keep_station)
        self._soon.timeout.connect(self._show_hit)
        self.column.opened.connect(self._open)
        self.pane.papered.connect(self._toggle_paper)
        self.pane.copied.connect(self._copy)
        self.tray.removed.connect(self._take_off)
        self.tray.printed.connect(self._make_handout)
        self.preview.left.connect(self._leave_preview)
        self._minute.timeout.connect(self.column.refresh)
        QShortcut(QKeySequence("Ctrl+K"), self, self.begin)

    def _choose(self, hit: Hit | None) -> None:
        """The rows come first and the pane when the hand rests: the two would not fit into one frame."""
        if hit is None or self._hit is None or hit.entry.id != self._hit.entry.id:
            self.side.show_card()
        self._hit = hit
        self.pane.offer_paper(None if hit is None else self.shortlist.holds(hit.entry.id))
        self._soon.start()

    def _show_hit(self) -> None:
        self._soon.stop()
        answer = self.column.answer
        if self._hit is None or answer is None:
            self.pane.show_nothing()
            return
        asked = answer_asks_distance(answer)
        aside = self.side.aside_of(self._hit)
        self.pane.show_hit(self._hit, self.column.telling, asked=asked, aside=aside)

    def _open(self) -> None:
        if self._soon.isActive():
            self._show_hit()
        self.pane.take_focus()

    def _keep_station(self, place: str | Spot) -> None:
        keep = partial(self._desk.keeping.station_place.choose, self._desk.actor, place)
        self._worker.run(self, keep, _kept, self._refuse_station)

    def _refuse_station(self, error: UserError) -> None:
        self.column.trouble.say(error.sentence)

    def _tell_change(self, entries: tuple[Entry, ...]) -> None:
        self.take_changes(entries)
        self.directory_changed.emit(entries)

    def _refer(self) -> None:
        if self._hit is not None:
            self.referred.emit(self._hit.entry)

    def _copy(self, phone: Phone) -> None:
        copy_number(phone)

    def _toggle_paper(self) -> None:
        if self._hit is None:
            return
        try:
            self._show_shortlist(self.shortlist.toggled(self._hit.entry))
        except BadInput as error:
            self.tray.say(error.sentence)

    def _take_off(self, entry_id: str) -> None:
        self._show_shortlist(self.shortlist.without(entry_id))

    def _show_shortlist(self, shortlist: Shortlist) -> None:
        self.shortlist = shortlist
        self.tray.show_shortlist(shortlist)
        if self._hit is not None:
            self.pane.offer_paper(shortlist.holds(self._hit.entry.id))

    def _make_handout(self) -> None:
        work = handout_of(self._desk, self.shortlist.entries)
        self._worker.run(self, work, self._show_handout, self._refuse_handout)

    def _show_handout(self, pages: Pages) -> None:
        places = "1 place" if len(self.shortlist) == 1 else f"{len(self.shortlist)} places"
        self.preview.show_pages(pages, "Handout", places)
        self.tray.hide()
        self._stack.setCurrentWidget(self.preview)
        self.preview.setFocus()

    def _refuse_handout(self, error: UserError) -> None:
        self.tray.say(error.sentence)

    def _leave_preview(self) -> None:
        self._stack.setCurrentWidget(self._find)
        self.tray.show()
        self.column.box.setFocus(Qt.FocusReason.OtherFocusReason)


def _kept(_station: Spot) -> None:
    """The next search can measure from it."""


_PANE_LEAST, _PANE_MOST = 372, 424
