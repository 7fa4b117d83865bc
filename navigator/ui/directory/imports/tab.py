"""The tab "Imports": lists that came in, a file that is looked through, and what is given away."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from navigator.errors import UserError
from navigator.resources.importing.prepared import Prepared
from navigator.resources.importing.verdicts import Batch, Progress, Undone
from navigator.resources.parcel.envelope import Kind
from navigator.resources.parcel.outcomes import Offered
from navigator.ui.directory.imports import parcel_words
from navigator.ui.directory.imports.ask import AskFiles, AskTarget, ask_files, ask_target
from navigator.ui.directory.imports.batches import Batches
from navigator.ui.directory.imports.columns import ColumnsScreen
from navigator.ui.directory.imports.give import BACK, PARCEL, Giving
from navigator.ui.directory.imports.look import LookThrough
from navigator.ui.directory.imports.opening import Opened, open_file
from navigator.ui.directory.imports.receiving import Receiving
from navigator.ui.directory.imports.report_words import batch_words, counted, undone_words
from navigator.ui.directory.imports.running import Running
from navigator.ui.directory.imports.working import Working
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel
from navigator.ui.worker import Worker

_NOTHING_WRITTEN = "Nothing is written yet."
_AS_IT_WAS = "If you stop, everything stays as it was."
_WHOLE_FILE = "A file is there when all of it is written."
_WHOLE_PARCEL = "All of it is received, or nothing."


class ImportsTab(Panel):
    """`rebuilt`: much of the directory changed, read it anew; `counted`: files that wait to be looked through."""

    changed = Signal(object)
    rebuilt = Signal()
    counted = Signal(int)
    record_wanted = Signal(str)

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        worker: Worker,
        *,
        ask: AskFiles = ask_files,
        ask_where: AskTarget = ask_target,
    ) -> None:
        super().__init__("surface")
        self._desk, self._worker, self._ask = desk, worker, ask
        self._opened: Opened | None = None
        self._running = Running(worker, self)
        self.batches = Batches(desk, theme, worker)
        self.columns = ColumnsScreen(desk, theme, worker)
        self.look = LookThrough(desk, theme, worker)
        self.working = Working(theme)
        self.giving = Giving(theme, ask_where)
        self.receiving = Receiving(theme, desk.city.zone)
        self._shown: QWidget = self.batches
        self._stack = QStackedWidget()
        for face in (self.batches, self.columns, self.look, self.working, self.giving, self.receiving):
            self._stack.addWidget(face)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()

    @property
    def shown(self) -> QWidget:
        return self._shown

    def refresh(self) -> None:
        self.batches.refresh()

    def cover(self) -> None:
        """The station locks: work under way ends behind the cover, what was chosen stays."""
        self.batches.cover()

    def set_narrow(self, narrow: bool) -> None:
        self.batches.set_narrow(narrow)
        self.look.set_narrow(narrow)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_in(self, paths: tuple[Path, ...]) -> None:
        """Tries the files: the columns of a table are shown first, anything else is held against the directory."""
        self._begin("Reading the file", _NOTHING_WRITTEN)
        self._running.run(_heeded(partial(open_file, self._desk, paths)), self._take_opened, self._refused)

    def _connect(self) -> None:
        self.batches.file_wanted.connect(self._choose_file)
        self.batches.parcel_wanted.connect(self._choose_parcel)
        self.batches.giving_wanted.connect(self._give)
        self.batches.undo_wanted.connect(self._undo)
        self.columns.tried.connect(self._try_columns)
        self.look.taken.connect(self._apply)
        self.giving.wanted.connect(self._write)
        self.receiving.taken.connect(self._receive)
        for left in (self.columns.left, self.look.left, self.giving.left, self.receiving.left, self._running.stopped):
            left.connect(self._leave)
        self._running.went_on.connect(self.working.show_done)
        self.working.stop_wanted.connect(self._running.stop)

    def _choose_file(self) -> None:
        paths = self._ask(self, "Bring in a file")
        if paths:
            self.bring_in(paths)

    def _take_opened(self, opened: Opened) -> None:
        self._opened = opened
        if opened.mapping is None:
            self._prepare()
        else:
            self.columns.show_table(opened)
            self._show(self.columns)

    def _try_columns(self, opened: Opened) -> None:
        self._opened = opened
        self._prepare()

    def _prepare(self) -> None:
        opened, imports, actor = self._opened, self._desk.keeping.imports, self._desk.actor
        if opened is None:
            return
        self._begin("Comparing with what is here", f"{_NOTHING_WRITTEN} {_AS_IT_WAS}")

        def work(tell: Progress) -> Prepared:
            opened.keep_columns(self._desk)
            return imports.prepare(
                actor, opened.paths, format_name=opened.format, mapping=opened.mapping, progress=tell
            )

        self._running.run(work, self._take_prepared, self._cannot_prepare)

    def _take_prepared(self, prepared: Prepared) -> None:
        self.counted.emit(1)
        self.look.show_prepared(prepared)
        self._show(self.look)

    def _cannot_prepare(self, error: UserError) -> None:
        """Columns that cannot be read so are shown again with the reason."""
        if self._opened is not None and self._opened.mapping is not None:
            self._show(self.columns)
            self.columns.say(error.sentence)
        else:
            self._refused(error)

    def _apply(self, skip_bad_rows: bool) -> None:
        prepared, imports, actor = self.look.prepared, self._desk.keeping.imports, self._desk.actor
        if prepared is None:
            return
        self._begin("Bringing it in", _AS_IT_WAS)

        def work(tell: Progress) -> Batch:
            return imports.apply(actor, prepared, skip_bad_rows=skip_bad_rows, progress=tell)

        self._running.run(work, self._applied, self._cannot_apply)

    def _applied(self, batch: Batch) -> None:
        self._show_batches(done=f"\u2068{batch.file_name}\u2069: {batch_words(batch)}.")
        self.rebuilt.emit()

    def _cannot_apply(self, error: UserError) -> None:
        self._show(self.look)
        self.look.say(error.sentence)

    def _undo(self, batch_id: str) -> None:
        imports, actor = self._desk.keeping.imports, self._desk.actor
        self._begin("Taking the import back", _AS_IT_WAS)
        self._running.run(lambda tell: imports.undo(actor, batch_id, tell), self._undone, self._refused)

    def _undone(self, undone: Undone) -> None:
        self._show_batches(done=undone_words(undone))
        self.rebuilt.emit()

    def _give(self) -> None:
        self.giving.begin()
        self._show(self.giving)

    def _write(self, kind: str, target: Path, confidential: bool) -> None:
        self._begin("Writing the file", _WHOLE_FILE, stops=kind not in (PARCEL, BACK))
        self._running.run(self._writing(kind, target, confidential=confidential), self._written, self._not_written)

    def _writing(self, kind: str, target: Path, *, confidential: bool) -> Callable[[Progress], str]:
        keeping, actor = self._desk.keeping, self._desk.actor

        def work(tell: Progress) -> str:
            if kind == PARCEL:
                return parcel_words.published(keeping.parcels.publish(actor, target))
            if kind == BACK:
                return parcel_words.sent_back(keeping.parcels.send_back(actor, target))
            count = keeping.exports.write(actor, target, kind, confidential=confidential, progress=tell)
            return f"{target.name} is written: {counted(count, 'place')}."

        return work

    def _written(self, words: str) -> None:
        self._show(self.giving)
        self.giving.show_done(words)

    def _not_written(self, error: UserError) -> None:
        self._show(self.giving)
        self.giving.say(error.sentence)

    def _choose_parcel(self) -> None:
        paths = self._ask(self, "Receive a parcel")
        if not paths:
            return
        parcels, actor = self._desk.keeping.parcels, self._desk.actor
        self._begin("Reading the parcel", _NOTHING_WRITTEN)
        self._running.run(_heeded(partial(parcels.look, actor, paths[0])), self._show_parcel, self._refused)

    def _show_parcel(self, found: Offered) -> None:
        self.receiving.show_parcel(found)
        self._show(self.receiving)

    def _receive(self, found: Offered) -> None:
        parcels, actor = self._desk.keeping.parcels, self._desk.actor
        self._begin("Receiving the parcel", _WHOLE_PARCEL, stops=False)

        def work(_tell: Progress) -> str:
            if found.kind is Kind.RETURNS:
                return parcel_words.taken_back(parcels.take_back(actor, found.path))
            return parcel_words.received(parcels.receive(actor, found.path, trust=found.fingerprint))

        self._running.run(work, self._received, self._not_received)

    def _received(self, words: str) -> None:
        self._show_batches(done=words)
        self.rebuilt.emit()

    def _not_received(self, error: UserError) -> None:
        self._show(self.receiving)
        self.receiving.say(error.sentence)

    def _refused(self, error: UserError) -> None:
        self._show_batches(trouble=error.sentence)

    def _begin(self, title: str, note: str, *, stops: bool = True) -> None:
        self.working.begin(title, note, stops=stops)
        self._show(self.working)

    def _leave(self) -> None:
        self._show_batches()

    def _show_batches(self, *, done: str = "", trouble: str = "") -> None:
        self._opened = None
        self.look.forget()
        self.counted.emit(0)
        self.batches.refresh()
        if done:
            self.batches.tell(done)
        else:
            self.batches.say(trouble)
        self._show(self.batches)

    def _show(self, face: QWidget) -> None:
        self._shown = face
        self._stack.setCurrentWidget(face)
        if self.isVisible():
            face.setFocus(Qt.FocusReason.OtherFocusReason)


def _heeded[T](read: Callable[[], T]) -> Callable[[Progress], T]:
    """Reading has no word on how far it is: a stop is heeded at its end."""

    def work(tell: Progress) -> T:
        found = read()
        tell(0, 0)
        return found

    return work
