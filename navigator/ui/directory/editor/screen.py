"""The editor of one record: everything in one place, kept as one types, saved as one change (S-02, S-05, S-13)."""

from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from navigator.errors import ChangedMeanwhile, UserError
from navigator.resources.fields import Values
from navigator.resources.model import Entry
from navigator.ui.clock_words import moment_words
from navigator.ui.directory.editor.acts import Acts, Done
from navigator.ui.directory.editor.confirmed import confirmed_words, today_of
from navigator.ui.directory.editor.content import input_label
from navigator.ui.directory.editor.head import NEW, OPENING
from navigator.ui.directory.editor.opened import Around, Opened, read_around, read_record, read_view
from navigator.ui.directory.editor.troubles import troubles_of
from navigator.ui.directory.editor.undoing import Undoing
from navigator.ui.directory.editor.view import EditorView
from navigator.ui.directory.editor.waiting_draft import WaitingDraft
from navigator.ui.directory.editor.writing import Saved, Writing
from navigator.ui.directory.editor.writings import Writings
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel
from navigator.ui.worker import Worker

LOOK = "Not saved: look at the sentences under the fields."
UNDONE = "Back to what is saved."
_NOTHING: Values = MappingProxyType({})


class RecordEditor(Panel):
    """`left` when the way back is taken, with what is typed kept. `saved` gives every entry that changed.

    `check_wanted` gives the id of the entry that somebody wants to check.
    """

    left = Signal()
    saved = Signal(object)
    check_wanted = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__("surface")
        self._desk, self._worker = desk, worker
        self._today = partial(today_of, desk)
        self._writings = Writings(desk, worker, self._today, self)
        self._ticket, self._just_saved, self._around = 0, False, Around()
        self.view = EditorView(desk, theme, self._today)
        self.acts = Acts(desk, worker, self.view.pane, self._in_front, self)
        self._waiting = WaitingDraft(desk, worker, self.view.pane.waiting, self)
        self._undoing = Undoing(self.view.form, self._step_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.show_parts(form=False, is_new=False)
        self._connect()

    def show_record(self, entry_id: str) -> None:
        """Opens the record as it is saved, with what was typed and not saved over it."""
        self._open(entry_id, _NOTHING)

    def show_new(self, values: Values = _NOTHING) -> None:
        """An empty form, or one that begins with `values`; what was typed into it before goes over them."""
        self._open("", values)

    def cover(self) -> None:
        """Keeps what was typed before the station locks, and closes what hangs over the form."""
        self.view.form.close_popups()
        self._writings.flush()
        self._waiting.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._step_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.view.set_width(self.window().width())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """What waits is kept at once: nothing goes on while nobody looks."""
        super().hideEvent(event)
        self.cover()

    def _connect(self) -> None:
        view = self.view
        view.typed.connect(self._take_typed)
        view.head.left.connect(self._leave)
        view.bar.saved.connect(self._save)
        view.bar.undone.connect(self._undo_all)
        view.bar.look_wanted.connect(self._look_again)
        view.bar.check_wanted.connect(self._want_check)
        view.pane.check_wanted.connect(self._want_check)
        self.acts.done.connect(self._take_done)
        self._writings.saved.connect(self._take_saved)
        self._writings.refused.connect(self._tell_refusal)
        self._writings.troubled.connect(self._tell_trouble)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    @property
    def _writing(self) -> Writing | None:
        """The record in front."""
        return self._writings.current

    @property
    def _entry_id(self) -> str:
        return self._writing.entry_id if self._writing is not None else ""

    def _in_front(self) -> Entry | None:
        return self._writing.record.entry if self._writing is not None else None

    def _open(self, entry_id: str, values: Values) -> None:
        """The record before stays in hand until this one is read: what is typed meanwhile is its own."""
        self._writings.flush()
        self._worker.drop(self._ticket)
        if self._worker.busy:
            self._close()
        self.view.head.say(OPENING)
        self.view.notice.say("")
        read = partial(read_record, self._desk, entry_id)
        self._ticket = self._worker.run(self, read, partial(self._show_opened, values), self._refuse_open)

    def _show_opened(self, values: Values, opened: Opened) -> None:
        goes_on = self._writings.take_up(opened, values)
        self._just_saved, self._around = False, Around()
        self.view.bar.say("")
        if opened.draft and not goes_on:
            self._tell_restored(opened)
        self._show()
        self.view.scroll_up()
        if self.isVisible():
            self.view.focus_on("name")
        self._read_around()

    def _refuse_open(self, error: UserError) -> None:
        self._close()
        self.view.head.say(error.sentence)

    def _close(self) -> None:
        """No record is in hand."""
        self._writings.set_aside()
        self.view.show_parts(form=False, is_new=False)

    def _show(self) -> None:
        """The record, and what is typed over it."""
        writing = self._writing
        if writing is None:
            return
        self.view.show_parts(form=True, is_new=writing.view is None)
        self.view.form.show_record(writing.record, writing.content)
        self._undoing.watch()
        if writing.view is None:
            self.view.head.say(NEW, "It can be found as soon as it is saved.")
        else:
            self.view.head.show_entry(writing.record.entry, writing.view.places)
            self.view.pane.show_view(writing.view, self._around, self._desk.clock())
        self._tell()

    def _read_around(self) -> None:
        if self._writing is not None and self._entry_id:
            read = partial(read_around, self._desk, self._entry_id, self._writing.record.entry.name)
            self._worker.run(self, read, partial(self._show_around, self._entry_id), _let_be)

    def _show_around(self, entry_id: str, around: Around) -> None:
        writing = self._writing
        if writing is not None and writing.entry_id == entry_id and around != self._around:
            self._around = around
            self.view.pane.show_around(writing.record.entry, around, self._desk.clock())

    def _tell(self, *, everything: bool = False) -> None:
        """What is changed, what cannot be, and what the bar says, of what is typed now."""
        writing = self._writing
        if writing is None:
            return
        typed, view = writing.typed, writing.view
        confirmed = confirmed_words(view.confirmed, self._desk) if view else {}
        self.view.form.mark(confirmed, typed)
        self.view.form.say(self._troubles(writing), typed, everything=everything)
        self.view.parts.mark({self.view.form.section_of(key) for key in typed})
        changed = list(dict.fromkeys(input_label(key) for key in self.view.form.inputs if key in typed))
        self.view.bar.show_state(changed, just_saved=self._just_saved, busy=writing.busy)

    def _troubles(self, writing: Writing) -> dict[str, str]:
        return troubles_of(writing.record, writing.typed, writing.content, self._today())

    def _take_typed(self, key: str) -> None:
        if self._writing is not None:
            self._just_saved = False
            self._writing.type(key, self.view.form.content)
            if self.view.bar.trouble == LOOK and not self._troubles(self._writing):
                self.view.bar.say("")
            self._tell()

    def _step_back(self) -> None:
        if self._writing is not None and (key := self._writing.step_back()):
            self.view.form.put(self._writing.content)
            self.view.focus_on(key)
            self._tell()

    def _undo_all(self) -> None:
        writing = self._writing
        if writing is None:
            return
        thrown = writing.throw_away()
        self.view.form.put(writing.content)
        self.view.bar.say("")
        self._tell()

        def bring_back() -> None:
            self.view.form.put(thrown)
            self.view.notice.say("")
            self._take_typed("name")

        self.view.notice.say(UNDONE, "Bring it back", bring_back)

    def _save(self) -> None:
        writing = self._writing
        if writing is None or not writing.typed:
            return
        wrong = self._troubles(writing)
        self._tell(everything=True)
        self.view.bar.say(LOOK if wrong else "")
        if wrong:
            self.view.focus_on(next(key for key in self.view.form.inputs if key in wrong))
            return
        self.view.notice.say("")
        writing.save()
        self._tell()

    def _take_saved(self, writing: Writing, saved: Saved) -> None:
        if writing is self._writing:
            self._just_saved = True
            self.view.bar.say(saved.trouble)
            self._show()
        if saved.entries:
            self.saved.emit(saved.entries)

    def _tell_refusal(self, writing: Writing, error: UserError) -> None:
        if writing is self._writing:
            self._tell()
            self.view.bar.say(error.sentence, look=isinstance(error, ChangedMeanwhile))

    def _tell_trouble(self, writing: Writing, sentence: str) -> None:
        if writing is self._writing:
            self.view.bar.say_of_draft(sentence)

    def _look_again(self) -> None:
        read = partial(read_view, self._desk, self._entry_id)
        self._worker.run(self, read, lambda view: self._take_done(Done((), view)), self._refuse_look)

    def _refuse_look(self, error: UserError) -> None:
        self.view.bar.say(error.sentence)

    def _take_done(self, done: Done) -> None:
        writing = self._writing
        if writing is not None and writing.entry_id == done.view.record.entry.id:
            if done.drops_typed:
                writing.throw_away()
            merged = writing.renew(done.view)
            self._just_saved = False
            self._read_around()
            self.view.bar.say("")
            self.view.notice.say(merged.sentence if writing.typed else "")
            self._show()
        if done.entries:
            self.saved.emit(done.entries)

    def _tell_restored(self, opened: Opened) -> None:
        restored = self._writing.restored.sentence if self._writing is not None else ""
        at = moment_words(opened.typed_at, self._desk.clock(), self._desk.city.zone) if opened.typed_at else ""
        sentence = f"Restored what you typed at {at}. {restored}".strip()
        self.view.notice.say(sentence, "Throw it away", self._undo_all)

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """When an input is left it is said what is wrong with it."""
        form = self.view.form
        if old is not None and new is not None and form.isAncestorOf(old) and self.isVisible():
            self._tell()

    def _want_check(self) -> None:
        self.cover()
        self.check_wanted.emit(self._entry_id)

    def _leave(self) -> None:
        self.cover()
        self.left.emit()


def _let_be(_error: UserError) -> None:
    """Without its twins a record can be edited all the same."""
