"""Who takes the person: the place, who there said yes, and until when the bed is held. Read only."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.ui.handoff.words import NOBODY, Receiver
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.surface import Panel
from navigator.ui.widgets.text import Text


class ReceiverCard(Panel):
    """`call_wanted` asks for the way back to the call, where nobody said yes yet."""

    call_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("well", parent)
        self._shown: Receiver | None = None
        self._place = Text(tone="text2", wrap=True)
        self._name = Text(weight=600, wrap=True)
        self._who = Text(weight=600, wrap=True)
        self._number = Text(px=sizes.TITLE, weight=700)
        self._rest = Text(tone="text2", wrap=True)
        self.to_call = Button(theme, "Back to the call", "secondary", icon="phone")
        self.to_call.clicked.connect(self.call_wanted)
        self._lay_out()

    def show_receiver(self, receiver: Receiver) -> None:
        if receiver == self._shown:
            return
        self._shown = receiver
        self._name.setText(receiver.name)
        self._place.setText("\n".join(receiver.place))
        who, *rest = receiver.said_yes or (NOBODY,)
        self._who.setText(who)
        self._number.setText(receiver.number)
        self._number.setAccessibleName(f"{receiver.number_words}: {receiver.number}")
        self._number.setVisible(bool(receiver.number))
        self._rest.setText("\n".join(rest))
        self._rest.setVisible(bool(rest))
        self.to_call.setVisible(not receiver.said_yes)
        self.setAccessibleName("Receiver: " + ". ".join((receiver.name, *receiver.place, who, receiver.number, *rest)))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(20)
        for widgets in ((self._name, self._place), (self._who, self._number, self._rest, self.to_call)):
            column = QVBoxLayout()
            column.setSpacing(2)
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
            row.addLayout(column, 1)
        self.to_call.setMaximumWidth(self.to_call.sizeHint().width())
