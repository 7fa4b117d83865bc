"""The warm handoff of one referral (H-): kept as one types, saved when asked, merged when somebody was faster."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from navigator.errors import BadInput, UserError
from navigator.referrals.handoff import Needed
from navigator.referrals.handoffs import CHANGED
from navigator.referrals.signing import RecordKind
from navigator.referrals.warmth import Criterion
from navigator.ui.clock_words import moment_words
from navigator.ui.handoff.content import read
from navigator.ui.handoff.record import Record, read_record
from navigator.ui.handoff.troubles import troubles_of
from navigator.ui.handoff.view import HandoffView
from navigator.ui.handoff.words import FIELD_OF, TO_CALL, saved_words, state_words, typed_words
from navigator.ui.handoff.writing import Overtaken, Writing
from navigator.ui.handoff.writings import Writings
from navigator.ui.ports import Desk
from navigator.ui.signing.strip import SigningStrip
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Panel
from navigator.ui.worker import Worker

_MINUTE_MS = 30_000
NO_CASEWORK = "This account holds no key to casework."
READ_ONLY = "Your role may read this handoff, not write it."
LEFT_OVER = "You typed something here that was not saved when this handoff was signed."
CHECK = "One of the times cannot be right. Look at the sentence under it."


class HandoffScreen(Panel):
    """`left` and `saved` give the referral's id. What is typed and not saved stays, here and as a draft."""

    left = Signal(str)
    saved = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__("surface")
        if desk.casework is None:
            raise BadInput(NO_CASEWORK)
        self._desk, self._casework = desk, desk.casework
        self._writings = Writings(desk, desk.casework, worker, self)
        self._referral_id = self._focus_on = ""
        self.view = HandoffView(desk, theme, SigningStrip(desk, desk.casework, theme, worker, RecordKind.HANDOFF))
        self._minute = QTimer(self, interval=_MINUTE_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._connect()

    def show_referral(self, referral_id: str, focus: Criterion | None = None) -> None:
        """Shows the handoff of that referral as it is saved, with what was typed over it."""
        self._writings.set_aside()
        self._referral_id = referral_id
        self.view.notice.say("")
        self.view.bar.say("")
        self.view.bar.say_of_draft("")
        record = self._read()
        if record is None:
            self.view.blank()
            return
        goes_on = self._writings.take_up(record)
        self._show()
        self.view.scroll_up()
        if goes_on:
            self._catch_up(record)
        else:
            self._tell_opened()
        self._wish_focus(FIELD_OF[focus] if focus is not None else self._first_missing())

    def cover(self) -> None:
        """Keeps what was typed before the station locks."""
        self._writings.flush()
        self.view.strip.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.view.set_width(self.window().width())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What changed while nobody looked is read; casework is never read while hidden."""
        super().showEvent(event)
        self._minute.start()
        if self._writing is not None and (record := self._read()) is not None:
            self._catch_up(record)
        self._take_focus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """What waits is kept at once: nothing goes on while nobody looks."""
        super().hideEvent(event)
        self._minute.stop()
        self.cover()

    def _connect(self) -> None:
        self.view.typed.connect(self._take_typed)
        self.view.head.left.connect(self._leave)
        self.view.form.receiver.call_wanted.connect(self._leave)
        self.view.pane.wanted.connect(self._go_to)
        self.view.bar.saved.connect(self._save)
        self.view.bar.look_wanted.connect(self._look_again)
        self.view.strip.signed.connect(self._read_again)
        self.view.strip.added.connect(self._read_again)
        self._minute.timeout.connect(self._tell)
        self._writings.saved.connect(self._tell_saved)
        self._writings.refused.connect(self._tell_refusal)
        self._writings.troubled.connect(self._tell_trouble)

    @property
    def _writing(self) -> Writing | None:
        """The handoff in front."""
        return self._writings.current

    def _read(self) -> Record | None:
        try:
            return read_record(self._desk, self._casework, self._referral_id)
        except UserError as error:
            self.view.bar.say(error.sentence)
            return None

    def _show(self) -> None:
        if self._writing is not None:
            self.view.show_record(self._writing.record)
            self.view.put(self._writing.content)
            self._tell()

    def _tell(self) -> None:
        """The meter, the missing things, the times and the state, of what is typed now."""
        writing = self._writing
        if writing is None:
            return
        now, zone = self._desk.clock(), self._desk.city.zone
        self.view.form.show_hour()
        self.view.show_missing(
            writing.record, writing.content, now, unsaved=writing.has_typed or writing.record.proposes
        )
        self.view.say(self._troubles(writing))
        saved = saved_words(writing.record.saved, self._desk.actor.name, now, zone)
        words = state_words(writing.record, read(writing.content), saved, is_saved=writing.is_saved)
        self.view.bar.show_state("Saving" if writing.busy else words, saved=writing.is_saved)
        self.view.show_signing(writing.record, is_saved=writing.is_saved and not writing.busy)

    def _troubles(self, writing: Writing) -> dict[str, str]:
        told = troubles_of(read(writing.content), writing.record.bounds(self._desk))
        return {**told, **self.view.form.misread}

    def _take_typed(self) -> None:
        if self._writing is not None:
            self._writing.type(self._writing.record.tidy(self.view.content))
            self._tell()

    def _save(self) -> None:
        writing = self._writing
        if writing is None:
            return
        wrong = self._troubles(writing)
        if wrong:
            self.view.bar.say(CHECK)
            self.view.focus_on(next(iter(wrong)))
            return
        self.view.bar.say("")
        writing.save()
        self._tell()

    def _tell_saved(self, writing: Writing) -> None:
        if writing is self._writing:
            self.view.bar.say("")
            self.view.notice.say("")
            self._tell()
        self.saved.emit(writing.record.referral.id)

    def _tell_refusal(self, writing: Writing, error: UserError) -> None:
        if writing is self._writing:
            self._tell()
            self.view.bar.say(error.sentence, look=isinstance(error, Overtaken))
            self._read_again()

    def _tell_trouble(self, writing: Writing, sentence: str) -> None:
        if writing is self._writing:
            self.view.bar.say_of_draft(sentence)

    def _catch_up(self, record: Record) -> None:
        """The same record read again: taken as it is, unless it would change under one's hands."""
        writing = self._writing
        if writing is None or writing.busy:
            return
        if record.is_signed and not writing.record.is_signed:
            self._close_signed()
        elif record.saved.revision == writing.record.saved.revision or not writing.has_typed:
            writing.renew(record)
            self._show()
        else:
            writing.keep()
            self.view.bar.say(CHANGED.format(name=record.saved.saved_by or "Somebody"), look=True)

    def _read_again(self) -> None:
        """It was signed, or something was added."""
        record = self._read()
        if record is not None and record.is_signed:
            self._catch_up(record)

    def _close_signed(self) -> None:
        """From now on nothing is written here; what was typed and not saved may become an addendum."""
        self._writings.flush()
        record = self._read()
        if record is not None:
            self._writings.begin_again(record)
            self.view.bar.say("")
            self.view.notice.say("")
            self._show()
            self._tell_opened()

    def _look_again(self) -> None:
        writing, record = self._writing, self._read()
        if writing is None or record is None:
            return
        merged = writing.merge(record)
        self.view.bar.say("")
        self._show()
        who = saved_words(record.saved, "", self._desk.clock(), self._desk.city.zone)
        self.view.notice.say(" · ".join(part for part in (who, merged.sentence) if part))
        self.view.focus_on((*merged.both, self._first_missing())[0])

    def _tell_opened(self) -> None:
        writing = self._writing
        if writing is None:
            return
        if writing.has_typed:
            self._tell_restored(writing)
        elif writing.record.left_over:
            self.view.notice.say(LEFT_OVER, "Put it into an addendum", self._put_over)
        elif not writing.record.may_write:
            self.view.notice.say(READ_ONLY)

    def _put_over(self) -> None:
        """What was typed before it was signed goes into the addendum's form, and its draft with it."""
        writing = self._writing
        if writing is not None:
            self.view.strip.write_addendum(typed_words(writing.record.left_over, self._desk.city.zone))
            writing.throw_away()
            self.view.notice.say("")

    def _tell_restored(self, writing: Writing) -> None:
        draft = writing.record.draft
        at = moment_words(draft.saved_at, self._desk.clock(), self._desk.city.zone) if draft else ""
        sentence = f"Restored what you typed at {at}. {writing.restored.sentence}".strip()
        self.view.notice.say(sentence, "Throw it away", self._throw_away)

    def _throw_away(self) -> None:
        writing = self._writing
        if writing is None:
            return
        typed = writing.content
        writing.throw_away()
        self._show()

        def bring_back() -> None:
            self.view.put(typed)
            self._take_typed()
            self.view.notice.say("")

        self.view.notice.say("Thrown away.", "Bring it back", bring_back)

    def _go_to(self, wanted: Needed | Criterion) -> None:
        self.view.focus_on(FIELD_OF[wanted])

    def _first_missing(self) -> str:
        """The first missing thing that is written here."""
        if self._writing is None:
            return TO_CALL
        missing = self._writing.record.missing(read(self._writing.content))
        return next((FIELD_OF[need] for need in missing if FIELD_OF[need] != TO_CALL), "part")

    def _wish_focus(self, key: str) -> None:
        self._focus_on = key
        if self.isVisible():
            self._take_focus()

    def _take_focus(self) -> None:
        if self._focus_on and self._writing is not None:
            self.view.focus_on(self._focus_on)
        self._focus_on = ""

    def _leave(self) -> None:
        self.cover()
        self.left.emit(self._referral_id)
