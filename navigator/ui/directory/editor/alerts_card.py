"""The alerts of a record that are on or ahead, each with the way to end it (S-06)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.resources.model import Alert
from navigator.ui.clock_words import day_words
from navigator.ui.directory.editor.card import Card, Lines
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text


class AlertsCard(Card):
    """`ended` gives the id of an alert that is over. Takes no room where there is none."""

    ended = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Alerts")
        self._lines = Lines()
        self.buttons: tuple[Button, ...] = ()
        self.column.addLayout(self._lines)

    def show_alerts(self, alerts: Sequence[Alert], today: date) -> None:
        self.say("")
        self._lines.clear()
        alerts = [alert for alert in alerts if alert.ends is None or alert.ends >= today]
        self.buttons = tuple(self._button(alert) for alert in alerts)
        for alert, button in zip(alerts, self.buttons, strict=True):
            self._lines.addWidget(self._line(alert, button, today))
        self.setVisible(bool(alerts))

    def _button(self, alert: Alert) -> Button:
        button = Button(self._theme, "End it", "ghost")
        button.setAccessibleName(f"End the alert: {alert.words}")
        button.clicked.connect(lambda: self.ended.emit(alert.id))
        return button

    def _line(self, alert: Alert, button: Button, today: date) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        on = alert.is_on(today)
        icon = Icon(self._theme, "circle-alert", "closing" if on else "text2")
        row.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(alert.words, tone="closing" if on else "text", wrap=True))
        words.addWidget(Text(f"{days_words(alert, today)} · {alert.by}", tone="text3", wrap=True))
        row.addLayout(words, 1)
        row.addWidget(button)
        return line


def days_words(alert: Alert, today: date) -> str:
    """From when to when: "today until Friday, November 27", "until somebody ends it"."""
    starts = "" if alert.starts <= today else f"From {day_words(alert.starts, today)} "
    ends = f"until {day_words(alert.ends, today)}" if alert.ends else "until somebody ends it"
    words = starts + ends
    return words[:1].upper() + words[1:]
