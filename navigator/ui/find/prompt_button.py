"""A button whose key acts at once."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShortcutEvent

from navigator.ui.widgets.button import Button


class PromptButton(Button):
    """Qt lets a button's key act after 100 ms, in which an arrow key may have chosen another row."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Shortcut and isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)
