"""A record that was merged into another, and the way back."""

from PySide6.QtCore import Qt, Signal

from navigator.errors import UserError
from navigator.resources.fields import label_of
from navigator.resources.model import Entry
from navigator.resources.stewardship.duplicates import Unmerged
from navigator.ui.directory.acts import Acts
from navigator.ui.directory.head import PaneHead
from navigator.ui.directory.pair_words import where
from navigator.ui.directory.pane import Pane
from navigator.ui.find.fact_line import FactLine
from navigator.ui.ports import Desk
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Trouble
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

WHY = "Only the other one is found and printed. Undone, both are there again; what was changed since stays."


class MergedPane(Pane):
    """`settled` gives the entries that changed when the merge was undone; `told` what stayed as it is, or ""."""

    settled = Signal(object)
    told = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self.entry: Entry | None = None
        self.undo = Button(theme, "Undo merge", icon="undo-2", height=sizes.MAIN_ACTION)
        self._trouble = Trouble(theme)
        self._stand((), (self._trouble, Acts((self.undo,))))
        self.undo.clicked.connect(self._unmerge)

    @property
    def trouble(self) -> str:
        return self._trouble.sentence

    def show_merged(self, entry: Entry, kept: Entry | None) -> None:
        self.entry = entry
        self._troubled("")
        self.undo.setEnabled(True)
        into = f"Merged into {kept.name}" if kept else "Merged into an entry that is no longer there"
        line = FactLine(self._theme, "link", into)
        self.put([PaneHead(entry.name, where(entry)), line, Text(WHY, tone="text2", wrap=True)], (self.undo,))

    def forget(self) -> None:
        self.entry = None
        self.clear()

    def take_focus(self) -> None:
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unmerge(self) -> None:
        entry, duplicates, actor = self.entry, self._desk.keeping.duplicates, self._desk.actor
        if entry is not None:
            self._troubled("")
            self.undo.setEnabled(False)
            self._worker.run(self, lambda: duplicates.unmerge(actor, entry.id), self._undone, self._refused)

    def _undone(self, unmerged: Unmerged) -> None:
        self.entry = None
        stayed = ", ".join(label_of(one.field) for one in unmerged.stayed)
        self.told.emit(
            f"The merge is undone. These were changed since and stay as they are: {stayed}." if stayed else ""
        )
        self.settled.emit(unmerged.entries)

    def _refused(self, error: UserError) -> None:
        self.undo.setEnabled(True)
        self._trouble.say(error.sentence)

    def _troubled(self, sentence: str) -> None:
        self._trouble.say(sentence)
