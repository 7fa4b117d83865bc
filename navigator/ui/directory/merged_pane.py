"""A record that was merged into another, and the way back."""

from PySide6.QtCore import Qt, Signal

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
    """`settled` by a merge that was undone; `told` gives what stayed as it is, or ""."""

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
        self.entry, self._subject = entry, entry.id
        self._troubled("")
        into = f"Merged into {kept.name}" if kept else "Merged into an entry that is no longer there"
        line = FactLine(self._theme, "link", into)
        self.put([PaneHead(entry.name, where(entry)), line, Text(WHY, tone="text2", wrap=True)], (self.undo,))

    def take_focus(self) -> None:
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unmerge(self) -> None:
        entry, duplicates, actor = self.entry, self._desk.keeping.duplicates, self._desk.actor
        if entry is not None:
            self._write(entry.name, lambda: duplicates.unmerge(actor, entry.id))

    def _changed(self, unmerged: Unmerged) -> object:
        stayed = ", ".join(label_of(one.field) for one in unmerged.stayed)
        self.told.emit(
            f"The merge is undone. These were changed since and stay as they are: {stayed}." if stayed else ""
        )
        return unmerged.entries

    def _let_go(self) -> None:
        super()._let_go()
        self.entry = None

    def _lock(self, *, locked: bool) -> None:
        self.undo.setEnabled(not locked)

    def _troubled(self, sentence: str) -> None:
        self._trouble.say(sentence)
