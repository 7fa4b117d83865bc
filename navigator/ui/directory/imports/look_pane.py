"""One row of a file that is looked through: what it would change, what stays as it is here, and why it is doubtful."""

from PySide6.QtWidgets import QWidget

from navigator.resources.fields import Difference
from navigator.resources.importing.verdicts import Item, Verdict
from navigator.ui.directory.difference_view import DifferenceView
from navigator.ui.directory.head import PaneHead
from navigator.ui.directory.pane import Pane
from navigator.ui.find.fact_line import FactLine
from navigator.ui.ports import Desk
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.surface import Rule
from navigator.ui.widgets.text import Text
from navigator.ui.worker import Worker

_STAYS = "Edited or checked here, or from another source: stays as it is"
_SECRET = "The file keeps this place secret: its address goes, here too."  # noqa: S105 - no password
_UNDER = {
    Verdict.NEW: "New here",
    Verdict.CHANGED: "Here already",
    Verdict.UNCHANGED: "The same here",
    Verdict.HELD: "Maybe here already: it waits under Duplicates",
    Verdict.GONE: "No longer in this list; nothing is closed by itself",
}


class LookPane(Pane):
    def __init__(self, desk: Desk, theme: Theme, worker: Worker) -> None:
        super().__init__(desk, theme, worker)
        self.setAccessibleName("The chosen row")
        self._stand()

    def show_nothing(self, sentence: str) -> None:
        self.put((Text(sentence, tone="text2", wrap=True),))

    def show_item(self, item: Item) -> None:
        row = f", row {item.row:,}" if item.row else ""
        body: list[QWidget] = [PaneHead(item.name or "No name", _UNDER[item.verdict] + row)]
        if item.hides:
            body.append(FactLine(self._theme, "shield", _SECRET, "closing"))
        body += [FactLine(self._theme, "info", reason) for reason in item.reasons]
        differences = item.differences or _all_new(item)
        if differences:
            body.append(self._view(differences))
        if item.protected:
            body += [Rule(), Text(_STAYS, weight=600, wrap=True), self._view(_turned(item.protected))]
        self.put(body)

    def _view(self, differences: tuple[Difference, ...]) -> DifferenceView:
        view = DifferenceView(self._theme)
        view.show_differences(differences)
        return view


def _all_new(item: Item) -> tuple[Difference, ...]:
    """Everything a new row brings; what its source alone uses is left out."""
    own = {key: value for key, value in item.values.items() if not key.startswith("other:")}
    return tuple(Difference(key, None, value) for key, value in own.items())


def _turned(protected: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """What the file says is struck, what stands here stays."""
    return tuple(Difference(one.field, one.after, one.before) for one in protected)
