"""One screen of the page of visits. It takes the focus only while it is seen: an answer may come behind a lock."""

from PySide6.QtGui import QShowEvent

from navigator.ui.widgets.surface import Panel


class Screen(Panel):
    """What the page asks of each of its screens."""

    def __init__(self) -> None:
        super().__init__("surface")
        self._focus_waits = False

    def take_focus(self) -> None:
        """To where one goes on; while the screen is not seen, as soon as it is."""
        self._focus_waits = not self.isVisible()
        if self.isVisible():
            self._focus_next()

    def refresh(self) -> None:
        """Reads again what is shown."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """Why something could not be done; "" takes that away."""
        raise NotImplementedError

    def put_down(self) -> str:
        """Keeps at once what is typed; why that could not be done, which the screen then says itself, or ""."""
        return ""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if self._focus_waits:
            self.take_focus()

    def _focus_next(self) -> None:
        raise NotImplementedError
