"""Hours as text, read as one types and drawn as a week; what was not understood is said and stays as text (S-03)."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.resources.hours import lines
from navigator.resources.hours_text import Understood, read_hours_text
from navigator.resources.model import Hours, HoursKind
from navigator.ui.directory.editor.content import HoursLine, hours_groups, hours_lines, hours_text
from navigator.ui.directory.editor.values import read_hours
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.area import area
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.choice import Select
from navigator.ui.widgets.text import Text
from navigator.ui.widgets.week_strip import KIND_WORDS, WeekStrip

_KIND = 128
TOLD = {
    Understood.PARTLY: "Only partly understood. What is drawn below was read; all of it stays as text.",
    Understood.NOT: "Not understood. It stays as text and is shown as written.",
    Understood.NONE_SAID: "No hours are said in it. It stays as text.",
}


class HoursRow(QWidget):
    """One text, and what is open then where the text itself does not say."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._filling = False
        self.kind = Select(theme)
        self.kind.setFixedWidth(_KIND)
        for kind, words in KIND_WORDS.items():
            self.kind.addItem("Not said" if kind is HoursKind.UNKNOWN else words, kind)
        self.text = area(lines=2, length=1000)
        self.remove = Button(theme, "", "quiet", icon="x")
        self._told = Text(tone="closing", px=sizes.HINT, wrap=True)
        self._lay_out()
        self.text.textChanged.connect(self._hear)
        self.kind.currentIndexChanged.connect(self._hear)
        self.remove.clicked.connect(self._go)

    @property
    def line(self) -> HoursLine:
        return HoursLine(self.text.toPlainText().strip(), HoursKind(self.kind.currentData()))

    @property
    def told(self) -> str:
        """What is said under it: that not all of it was understood."""
        return self._told.text()

    def put(self, hours: HoursLine) -> None:
        self._filling = True
        self.text.setPlainText(hours.text)
        self.kind.setCurrentIndex(self.kind.findData(hours.kind))
        self._filling = False

    def name(self, place: int) -> None:
        self.kind.setAccessibleName(f"What is open at hours {place}")
        self.text.setAccessibleName(f"Hours {place}")
        self.remove.setAccessibleName(f"Take hours {place} away")

    def tell(self, known: Sequence[Hours]) -> None:
        """Says how much was understood; of hours that came structured, all of it was."""
        told = "" if _are_read(self.line, known) else TOLD.get(read_hours_text(self.line.text).understood, "")
        self._told.setText(told if self.line.text else "")
        self._told.setVisible(bool(self._told.text()))
        self.text.setAccessibleDescription(self._told.text())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.kind, alignment=top)
        row.addWidget(self.text, 1)
        row.addWidget(self.remove, alignment=top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._told)
        self._told.hide()

    def _hear(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _go(self) -> None:
        self.removed.emit(self)


class HoursRows(QWidget):
    """`changed` by a person's hand; the week underneath shows what is typed now."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[HoursRow] = []
        self._shown = 0
        self._known: tuple[Hours, ...] = ()
        self.add = Button(theme, "Add other hours", "ghost", icon="plus")
        self.add.clicked.connect(self._add)
        self.strip = WeekStrip(theme)
        self.dated = Text(tone="text2", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._lines)
        column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        column.addWidget(self.strip)
        column.addWidget(self.dated)
        self.put("")

    @property
    def rows(self) -> tuple[HoursRow, ...]:
        return tuple(self._rows[: self._shown])

    def know(self, hours: tuple[Hours, ...]) -> None:
        """The hours as they are saved: a line that nobody touches keeps what it stands for."""
        self._known = hours

    def words(self) -> str:
        return hours_text([row.line for row in self.rows])

    def put(self, text: str) -> None:
        """One empty line stands ready where no hours are known."""
        self._show(list(hours_lines(text)) or [HoursLine(kind=HoursKind.OFFICE)])

    def _show(self, wanted: list[HoursLine]) -> None:
        while len(self._rows) < len(wanted):
            self._rows.append(self._new_row())
        self._shown = len(wanted)
        for place, row in enumerate(self._rows):
            if place < len(wanted) and row.line != wanted[place]:
                row.put(wanted[place])
            row.setVisible(place < len(wanted))
        self._order()
        self._draw()

    def _draw(self) -> None:
        hours = read_hours([row.line for row in self.rows if row.line.text], self._known)
        if hours != self.strip.hours:
            self.strip.show_hours(hours)
        dated = [line for one in hours if one.exceptions for line in lines((_only_dates(one),))]
        marks = ["By appointment"] if any(one.by_appointment for one in hours) else []
        self.dated.setText("\n".join((*marks, *dated)))
        self.dated.setVisible(bool(self.dated.text()))
        for row in self.rows:
            row.tell(self._known)

    def _new_row(self) -> HoursRow:
        row = HoursRow(self._theme, self)
        row.name(len(self._rows) + 1)
        row.changed.connect(self._hear)
        row.removed.connect(self._remove)
        self._lines.addWidget(row)
        return row

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._order()

    def _order(self) -> None:
        """Tab goes through the lines and then to the button under them."""
        chain = [one for row in self.rows for one in (row.kind, row.text, row.remove)]
        for first, then in pairwise((*chain, self.add)):
            QWidget.setTabOrder(first, then)

    def _hear(self) -> None:
        self._draw()
        self.changed.emit()

    def _add(self) -> None:
        self._show([*(row.line for row in self.rows), HoursLine(kind=HoursKind.INTAKE)])
        self.rows[-1].text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, gone: HoursRow) -> None:
        place = self.rows.index(gone)
        left = [row.line for row in self.rows if row is not gone]
        self._show(left or [HoursLine(kind=HoursKind.OFFICE)])
        self.rows[min(place, self._shown - 1)].text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


def _are_read(line: HoursLine, known: Sequence[Hours]) -> bool:
    """Whether the line is one that came with its hours read."""
    return any(line == one and any(hours.spans for hours in found) for one, found in hours_groups(known))


def _only_dates(hours: Hours) -> Hours:
    return Hours(hours.kind, exceptions=hours.exceptions)
