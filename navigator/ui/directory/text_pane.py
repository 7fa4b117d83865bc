"""Free text of a confidential record that nobody has read: it is released without the place, or deleted (S-13)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from navigator.resources.model import Entry
from navigator.resources.stewardship.desk_drafts import DeskDraftKind
from navigator.resources.stewardship.quarantine import Waiting
from navigator.ui.directory.editor.waiting_card import WHY, WaitingText
from navigator.ui.directory.head import PaneHead
from navigator.ui.directory.pane import Pane
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.field import Trouble
from navigator.ui.worker import Worker


class TextPane(Pane):
    """`settled` by a text that was released, or deleted: then no entry changed."""

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self._shown: tuple[Waiting, ...] = ()
        self._trouble = Trouble(theme)
        self.texts: tuple[WaitingText, ...] = ()
        self._stand((self._trouble,))

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def show_texts(self, waiting: Sequence[Waiting]) -> bool:
        """Shows the texts of one entry. False where what is typed about the one before cannot be kept."""
        if tuple(waiting) == self._shown:
            return True
        if self.flush():
            return False
        self._shown = tuple(waiting)
        self._fill()
        return True

    def take_focus(self) -> None:
        if self.texts:
            self.texts[0].text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        self.texts = tuple(WaitingText(self._theme, one) for one in self._shown)
        found = self._begin_draft(DeskDraftKind.TEXT, self._shown[0].entry_id, self._content)
        for waiting, text in zip(self._shown, self.texts, strict=True):
            text.text.setPlainText(found.get(waiting.id, waiting.text))
            text.released.connect(self._release)
            text.deleted.connect(self._delete)
            text.text.textChanged.connect(self._note)
        stops = [stop for text in self.texts for stop in (text.text, text.field, text.release, text.delete.ask)]
        self.put((PaneHead(self._shown[0].name, WHY), *self.texts), stops)
        self._note()  # of a text that waits no more nothing is kept

    def _content(self) -> dict[str, str]:
        pairs = zip(self._shown, self.texts, strict=True)
        return {one.id: text.text.toPlainText() for one, text in pairs if text.text.toPlainText() != one.text}

    def _release(self, waiting_id: str, field: str, words: str) -> None:
        secrecy, actor = self._desk.keeping.secrecy, self._desk.actor
        self._settle(waiting_id, lambda: secrecy.release(actor, waiting_id, field, words))

    def _delete(self, waiting_id: str) -> None:
        secrecy, actor = self._desk.keeping.secrecy, self._desk.actor

        def work() -> tuple[Entry, ...]:
            secrecy.delete(actor, waiting_id)
            return ()

        self._settle(waiting_id, work)

    def _settle(self, waiting_id: str, work: Callable[[], tuple[Entry, ...]]) -> None:
        """What is typed into the other texts stays."""
        rest = {key: words for key, words in self._content().items() if key != waiting_id}
        self._write(self._shown[0].name, work, rest)

    def _let_go(self) -> None:
        super()._let_go()
        self._shown = ()

    def _lock(self, *, locked: bool) -> None:
        for text in self.texts:
            text.setEnabled(not locked)

    def _troubled(self, sentence: str) -> None:
        self._trouble.say(sentence)
