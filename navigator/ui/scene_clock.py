"""How long the team has been on the scene, in the top bar."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from navigator.clock import Clock
from navigator.ui.clock_words import span_words
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text

_REFRESH_MS = 10_000


class SceneClock(QWidget):
    """Counts only while it is seen; in a narrow window the icon stands for the words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._since: datetime | None = None
        self._clock: Clock | None = None
        self._words, self.elapsed = Text("On scene", tone="text2"), Text(weight=600)
        self._minute = QTimer(self, interval=_REFRESH_MS)
        self._minute.timeout.connect(self.refresh)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 20, 0)
        row.setSpacing(6)
        row.addWidget(Icon(theme, "clock", "text2", 18))
        row.addWidget(self._words)
        row.addWidget(self.elapsed)
        self.hide()

    def show_since(self, since: datetime, clock: Clock) -> None:
        self._since, self._clock = since, clock
        self.refresh()
        self.show()

    def forget(self) -> None:
        """Nothing of the session is left in it (P-03)."""
        self._since = self._clock = None
        self.elapsed.setText("")
        self.setAccessibleName("")
        self.setToolTip("")
        self.hide()

    def set_narrow(self, narrow: bool) -> None:
        self._words.setVisible(not narrow)

    def refresh(self) -> None:
        if self._since is None or self._clock is None:
            return
        words = span_words(self._clock() - self._since)
        self.elapsed.setText(words)
        self.setAccessibleName(f"On scene {words}")
        self.setToolTip(f"On scene {words}")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.refresh()
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._minute.stop()
