"""What stands in the place of the imports while one is read or written: how far it is, and a way to stop."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.progress import ProgressBar
from navigator.ui.widgets.text import Text


class Working(QWidget):
    """`stop_wanted` asks to end the work with everything as it was."""

    stop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = Text("", px=sizes.NAME, weight=600, wrap=True)
        self._words = Text("", tone="text2", wrap=True)
        self.bar = ProgressBar(theme, name="Done")
        self.stop = Button(theme, "Stop")
        self.stop.clicked.connect(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 28, 31, 20)
        column.setSpacing(12)
        self.bar.setMaximumWidth(520)
        for part in (self._title, self.bar, self._words):
            column.addWidget(part)
        column.addWidget(self.stop, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    @property
    def words(self) -> str:
        return self._words.text()

    def begin(self, title: str, note: str, *, stops: bool = True) -> None:
        """Shows the work at its start; `note` says what a stop leaves behind, where it can be stopped."""
        self.stop.setVisible(stops)
        self._title.setText(title)
        self._note = note
        self.stop.setEnabled(True)
        self.show_done(0, 0)

    def show_done(self, done: int, of: int) -> None:
        self.bar.show_done(done, of)
        count = f"{done:,} of {of:,}. " if of else (f"{done:,} so far. " if done else "")
        self._words.setText(count + self._note)

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self._words.setText("Stopping. Everything stays as it was.")
        self.stop_wanted.emit()
