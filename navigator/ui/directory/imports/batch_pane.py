"""One import that was applied: what it was, what it did, and "Undo", which says what it does and asks once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from navigator.resources.importing.verdicts import Batch
from navigator.ui.clock_words import moment_words
from navigator.ui.directory.editor.asking import Asking
from navigator.ui.directory.head import PaneHead
from navigator.ui.directory.imports.problem_lines import problem_lines
from navigator.ui.directory.imports.report_words import VERDICTS, counted
from navigator.ui.directory.pane import Pane
from navigator.ui.find.fact_line import FactLine
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

_WHAT_UNDO_DOES = (
    "What it added goes, what it changed goes back. "
    "What was edited or checked here since stays, and you will see which."
)


class BatchPane(Pane):
    """`undo_wanted` gives the id of the import to be taken back."""

    undo_wanted = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self._batch: Batch | None = None
        self.undo = Asking(theme, "Undo this import", "Yes, undo it", icon="undo-2")
        self.undo.explain(_WHAT_UNDO_DOES)
        self.undo.agreed.connect(self._undo)
        self._stand((self.undo,))

    def show_batch(self, batch: Batch) -> None:
        if batch == self._batch:
            return
        self._batch = batch
        self.undo.close_up()
        self.undo.setVisible(batch.undone_at is None)
        self.put(self._lines(batch))

    def forget(self) -> None:
        self._batch = None
        self.clear()

    def take_focus(self) -> None:
        self.undo.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo(self) -> None:
        if self._batch is not None:
            self.undo_wanted.emit(self._batch.id)

    def _lines(self, batch: Batch) -> list[QWidget]:
        now, zone = self._desk.clock(), self._desk.city.zone
        under = f"By {batch.by}, {moment_words(batch.at, now, zone)}. The list “{batch.feed}”."
        told: list[QWidget] = [PaneHead(batch.file_name, under)]
        told += [
            Text(f"{VERDICTS[verdict]}: {batch.counts.get(verdict.value, 0):,}")
            for verdict in VERDICTS
            if batch.counts.get(verdict.value)
        ]
        if batch.problems:
            left_out = f"{counted(len(batch.problems), 'bad row')} left out"
            told += [Rule(), Text(left_out, weight=600), *problem_lines(batch.problems)]
        if batch.undone_at is not None:
            words = f"Undone {moment_words(batch.undone_at, now, zone)}."
            told.append(FactLine(self._theme, "undo-2", words))
        else:
            told.append(Rule())
        return told
