"""One record while it is written: what is typed kept as a draft, saved when asked, merged when somebody was faster."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from navigator.errors import UserError
from navigator.resources.fields import Record, Values, with_values
from navigator.resources.model import Entry
from navigator.resources.stewardship.desk_drafts import NEW, DeskDraftKind
from navigator.resources.stewardship.records import RecordView
from navigator.ui.directory.editor.content import (
    ALERT,
    ALERT_ENDS,
    ALERT_STARTS,
    ALERT_WORDS,
    Content,
    written,
)
from navigator.ui.directory.editor.merging import SEEN, Merged, merge, restore
from navigator.ui.directory.editor.values import changed_values, changes
from navigator.ui.draft_keeper import DraftKeeper
from navigator.ui.ports import Desk
from navigator.ui.widgets.day_reading import read_day
from navigator.ui.worker import Worker


@dataclass(frozen=True)
class Saved:
    """What came of a save: every entry that changed, the record as it is now, and why a new alert could not go up."""

    entries: tuple[Entry, ...]
    view: RecordView
    trouble: str = ""


class Writing(QObject):
    """`content` is what is typed, over `first`, the record as it is saved. It knows no input.

    `saved` gives what came of it, `refused` the UserError, `troubled` why the draft cannot be kept, "" when it can.
    """

    saved = Signal(object)
    refused = Signal(object)
    troubled = Signal(str)

    def __init__(
        self,
        desk: Desk,
        worker: Worker,
        today: Callable[[], date],
        view: RecordView | None,
        draft: Content,
        parent: QObject,
        proposed: Values | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._worker, self._today = desk, worker, today
        self.view, self.busy = view, False
        self.record = view.record if view else Record(Entry(id="", service_id="", name=""))
        self.first: Content = written(self.record)
        self._keeper = self._new_keeper()
        begun = written(with_values(self.record, proposed)) if proposed else self.first
        self.restored = restore(begun, view.seen if view else "", draft)
        self.content: Content = self.restored.content
        self._steps: list[tuple[str, str]] = []

    @property
    def entry_id(self) -> str:
        """ "" for a new record."""
        return self.record.entry.id

    @property
    def typed(self) -> dict[str, str]:
        """What was typed and not saved."""
        return changes(self.first, self.content)

    def type(self, key: str, content: Content) -> None:
        """Takes what the form holds now; the draft follows."""
        if not self._steps or self._steps[-1][0] != key:
            self._steps.append((key, self.content.get(key, "")))
        self._take(content)

    def step_back(self) -> str:
        """Puts the input that was changed last back to what stood there; returns it, or "" when there is none."""
        while self._steps:
            key, text = self._steps.pop()
            if self.content.get(key, "") != text:
                self._take({**self.content, key: text})
                return key
        return ""

    def throw_away(self) -> Content:
        """Back to what is saved; the draft goes too. Returns what was thrown away."""
        thrown, self.content = self.content, self.first
        self._steps.clear()
        self._keeper.drop()
        return thrown

    def flush(self) -> str:
        """Keeps what waits at once; returns why it could not, or ""."""
        return self._keeper.flush()

    def save(self) -> None:
        """Saves what is typed, only that. The draft is kept before, so that a refusal loses nothing."""
        if self.busy or not self.typed:
            return
        self.busy = True
        sent = self.content
        self._keeper.mark()
        self._worker.run(self, self._work(sent), lambda saved: self._take_saved(saved, sent), self._refuse)

    def renew(self, view: RecordView) -> Merged:
        """The record as it is now, with everything that was typed here over it."""
        now = written(view.record)
        merged = merge(self.first, self.content, now)
        self.view, self.record, self.first = view, view.record, now
        self._take(merged.content)
        return merged

    def _take(self, content: Content) -> None:
        had_typed = bool(self.typed)
        self.content = {key: text for key, text in content.items() if text}
        if self.typed:
            self._keeper.typed({**self.typed, SEEN: self.view.seen if self.view else ""})
        elif had_typed:
            self._keeper.drop()

    def _work(self, sent: Content) -> Callable[[], Saved]:
        values = changed_values(self.record, self.first, sent, self._desk.city.zips, self._today())
        entry_id, seen = self.entry_id, self.view.seen if self.view else ""
        keeping, actor = self._desk.keeping, self._desk.actor

        def work() -> Saved:
            entries: tuple[Entry, ...] = ()
            if not entry_id:
                entries = keeping.records.add(actor, values)
            elif values:
                entries = keeping.records.edit(actor, entry_id, values, seen)
            saved_id = entry_id or entries[0].id
            entries, trouble = self._put_alert(saved_id, sent, entries)
            return Saved(entries, keeping.records.view(actor, saved_id), trouble)

        return work

    def _put_alert(self, entry_id: str, sent: Content, entries: tuple[Entry, ...]) -> tuple[tuple[Entry, ...], str]:
        """The record is saved already: what stands in the way of the alert is told beside it."""
        words = sent.get(ALERT_WORDS, "").strip()
        if not words:
            return entries, ""
        today = self._today()
        starts, ends = (read_day(sent.get(key, ""), today) for key in (ALERT_STARTS, ALERT_ENDS))
        try:
            put = self._desk.keeping.alerts.put(self._desk.actor, entry_id, words, starts or today, ends)
        except UserError as error:
            return entries, error.sentence
        changed = {entry.id: entry for entry in (*entries, *put)}
        return tuple(changed.values()), ""

    def _take_saved(self, saved: Saved, sent: Content) -> None:
        self.busy = False
        was_new = not self.entry_id
        left = sent if saved.trouble else {key: text for key, text in sent.items() if key not in ALERT}
        base = {key: text for key, text in left.items() if key not in ALERT}
        typed = self.content if saved.trouble else over_alert(self.content, sent)
        now = written(saved.view.record)
        self.view, self.record, self.first = saved.view, saved.view.record, now
        self._steps.clear()
        if was_new:
            self._keeper.drop()
            self._keeper = self._new_keeper()
        self.content = merge(base, typed, now).content
        if self.typed:
            self._take(self.content)
        elif not was_new:
            self._keeper.drop()
        self.saved.emit(saved)

    def _refuse(self, error: UserError) -> None:
        self.busy = False
        self.refused.emit(error)

    def _new_keeper(self) -> DraftKeeper:
        keeper = DraftKeeper(
            self._desk.keeping.drafts,
            self._desk.actor,
            self._worker,
            DeskDraftKind.EDITOR,
            self.entry_id or NEW,
            parent=self,
        )
        keeper.troubled.connect(self.troubled)
        return keeper


def over_alert(typed: Content, sent: Content) -> dict[str, str]:
    """What is typed, without the alert that went up; one that was changed meanwhile stays."""
    same = all(typed.get(key, "") == sent.get(key, "") for key in ALERT)
    return {key: text for key, text in typed.items() if key not in ALERT or not same}
