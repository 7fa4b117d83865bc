"""What is done about a record besides editing it, on the worker: alerts ended, changes taken back, the place hidden."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from navigator.errors import UserError
from navigator.resources.model import Entry
from navigator.resources.stewardship.records import RecordView
from navigator.ui.directory.editor.card import Card
from navigator.ui.directory.editor.side_pane import SidePane
from navigator.ui.ports import Desk
from navigator.ui.worker import Worker

Entries = tuple[Entry, ...]


@dataclass(frozen=True)
class Done:
    """The entries that changed and the record as it is now; `drops_typed`: what was typed must not be kept either."""

    entries: Entries
    view: RecordView
    drops_typed: bool = False


class Acts(QObject):
    """Does what the cards of `pane` ask for with the entry in front, one thing at a time.

    `done` gives what came of it; a refusal is said on the card where it was asked for.
    """

    done = Signal(object)

    def __init__(
        self, desk: Desk, worker: Worker, pane: SidePane, in_front: Callable[[], Entry | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._keeping, self._actor, self._worker = desk.keeping, desk.actor, worker
        self._pane, self._in_front = pane, in_front
        self.busy = False
        pane.alerts.ended.connect(self._end_alert)
        pane.history.taken_back.connect(self._take_back)
        pane.secret.hidden.connect(self._hide)
        pane.secret.revealed.connect(self._reveal)
        pane.waiting.released.connect(self._release)
        pane.waiting.deleted.connect(self._delete)
        pane.barred.barred.connect(self._bar)
        pane.barred.unbarred.connect(self._unbar)

    def _end_alert(self, alert_id: str) -> None:
        self._do(self._pane.alerts, lambda _entry: self._keeping.alerts.end(self._actor, alert_id))

    def _take_back(self, change_id: str) -> None:
        self._do(self._pane.history, lambda _entry: self._keeping.records.take_back(self._actor, change_id))

    def _hide(self) -> None:
        """What is typed and not saved may name the place, so it goes too (S-13)."""
        hide = self._keeping.secrecy.hide
        self._do(self._pane.secret, lambda entry: hide(self._actor, entry.id), drops_typed=True)

    def _reveal(self) -> None:
        self._do(self._pane.secret, lambda entry: self._keeping.secrecy.reveal(self._actor, entry.id))

    def _release(self, waiting_id: str, field: str, text: str) -> None:
        release = self._keeping.secrecy.release
        self._do(self._pane.waiting, lambda _entry: release(self._actor, waiting_id, field, text))

    def _delete(self, waiting_id: str) -> None:
        delete = self._keeping.secrecy.delete
        self._do(self._pane.waiting, lambda _entry: _nothing(delete(self._actor, waiting_id)))

    def _bar(self, reason: str) -> None:
        bar = self._keeping.do_not_list.bar
        self._do(self._pane.barred, lambda entry: _nothing(bar(self._actor, entry.name, reason)))

    def _unbar(self) -> None:
        unbar = self._keeping.do_not_list.unbar
        self._do(self._pane.barred, lambda entry: _nothing(unbar(self._actor, entry.name)))

    def _do(self, card: Card, act: Callable[[Entry], Entries], *, drops_typed: bool = False) -> None:
        entry = self._in_front()
        if self.busy or entry is None or not entry.id:
            return
        self.busy = True
        card.say("")

        def work() -> Done:
            entries = act(entry)
            return Done(entries, self._keeping.records.view(self._actor, entry.id), drops_typed)

        def refuse(error: UserError) -> None:
            self.busy = False
            card.say(error.sentence)

        self._worker.run(self, work, self._tell, refuse)

    def _tell(self, done: Done) -> None:
        self.busy = False
        self.done.emit(done)


def _nothing(_done: None) -> Entries:
    """No entry changed by it."""
    return ()
