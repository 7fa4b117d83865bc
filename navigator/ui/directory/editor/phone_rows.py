"""Several telephone numbers: each read as one types, with its kind, what it is for and its extension."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from navigator.resources.model import PhoneKind
from navigator.ui.directory.editor.content import PhoneLine, phone_lines, phones_text
from navigator.ui.directory.phone_reading import read_phone
from navigator.ui.theme import sizes
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.choice import Select
from navigator.ui.widgets.field import line
from navigator.ui.widgets.icon import Icon
from navigator.ui.widgets.text import Text

_NUMBER, _KIND, _EXTENSION, _ICON, _REMOVE = 128, 98, 56, 18, 38
_WORDS = {PhoneKind.VOICE: "Voice", PhoneKind.TEXT: "Text", PhoneKind.TTY: "TTY", PhoneKind.FAX: "Fax"}


class PhoneRow(QWidget):
    """One number. The mark before it says whether it is read as a number, in words too for a screen reader."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = Icon(theme, "circle-dashed", "text3", _ICON)
        self.number, self.words, self.extension = line(length=40), line(length=200), line(length=10)
        self.number.setFixedWidth(_NUMBER)
        self.extension.setFixedWidth(_EXTENSION)
        self.kind = Select(theme)
        self.kind.setFixedWidth(_KIND)
        for kind, words in _WORDS.items():
            self.kind.addItem(words, kind)
        self.remove = Button(theme, "", "quiet", icon="x")
        self._lay_out()
        self._connect()

    @property
    def line(self) -> PhoneLine:
        kind = PhoneKind(self.kind.currentData())
        return PhoneLine(self.number.text().strip(), kind, self.words.text().strip(), self.extension.text().strip())

    def put(self, phone: PhoneLine) -> None:
        for edit, text in (
            (self.number, phone.number),
            (self.words, phone.words),
            (self.extension, phone.extension),
        ):
            edit.setText(text)
            edit.setCursorPosition(0)
        self.kind.blockSignals(True)
        self.kind.setCurrentIndex(self.kind.findData(phone.kind))
        self.kind.blockSignals(False)
        self._show_reading()

    def name(self, place: int) -> None:
        """What a screen reader calls its inputs."""
        self.number.setAccessibleName(f"Number {place}")
        self.kind.setAccessibleName(f"Kind of number {place}")
        self.words.setAccessibleName(f"What number {place} is for")
        self.extension.setAccessibleName(f"Extension of number {place}")
        self.remove.setAccessibleName(f"Take number {place} away")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._mark, self.number, self.kind):
            row.addWidget(widget)
        row.addWidget(self.words, 1)
        row.addWidget(self.extension)
        row.addWidget(self.remove)

    def _connect(self) -> None:
        for edit in (self.number, self.words, self.extension):
            edit.textEdited.connect(self._hear)
        self.kind.currentIndexChanged.connect(self._hear)
        self.number.editingFinished.connect(self._tidy)
        self.remove.clicked.connect(self._go)

    def _hear(self) -> None:
        self._show_reading()
        self.changed.emit()

    def _show_reading(self) -> None:
        read = read_phone(self.number.text(), PhoneKind(self.kind.currentData()))
        self._mark.show_icon("circle-check" if read.number else "circle-dashed", "open" if read.number else "text3")
        self.number.setAccessibleDescription(f"Read as {read.number}" if read.number else read.trouble)

    def _tidy(self) -> None:
        """What was read takes the place of what was typed."""
        read = read_phone(self.number.text(), PhoneKind(self.kind.currentData()))
        if not self.number.isModified() or not read.number:
            return
        self.number.setText(read.number)
        if read.extension and not self.extension.text():
            self.extension.setText(read.extension)
        self.changed.emit()

    def _go(self) -> None:
        self.removed.emit(self)


class PhoneRows(QWidget):
    """`changed` by a person's hand. Rows are made once and filled again."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[PhoneRow] = []
        self._shown = 0
        self.add = Button(theme, "Add a number", "ghost", icon="plus")
        self.add.clicked.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(_heads())
        self._column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        self.put("")

    @property
    def rows(self) -> tuple[PhoneRow, ...]:
        return tuple(self._rows[: self._shown])

    def words(self) -> str:
        return phones_text([row.line for row in self.rows])

    def put(self, text: str) -> None:
        """One empty row stands ready where there is no number."""
        self._show(list(phone_lines(text)) or [PhoneLine()])

    def _show(self, lines: list[PhoneLine]) -> None:
        while len(self._rows) < len(lines):
            self._rows.append(self._new_row())
        self._shown = len(lines)
        for place, row in enumerate(self._rows):
            if place < len(lines) and row.line != lines[place]:
                row.put(lines[place])
            row.setVisible(place < len(lines))
        self._order()

    def _new_row(self) -> PhoneRow:
        row = PhoneRow(self._theme, self)
        row.name(len(self._rows) + 1)
        row.changed.connect(self.changed)
        row.removed.connect(self._remove)
        self._column.insertWidget(self._column.count() - 1, row)
        return row

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._order()

    def _order(self) -> None:
        """Tab goes through the lines and then to the button under them."""
        chain = [one for row in self.rows for one in (row.number, row.kind, row.words, row.extension, row.remove)]
        for first, then in pairwise((*chain, self.add)):
            QWidget.setTabOrder(first, then)

    def _add(self) -> None:
        self._show([*(row.line for row in self.rows), PhoneLine()])
        self.rows[-1].number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, gone: PhoneRow) -> None:
        place = self.rows.index(gone)
        self._show([row.line for row in self.rows if row is not gone] or [PhoneLine()])
        self.rows[min(place, self._shown - 1)].number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


def _heads() -> QWidget:
    heads = QWidget()
    row = QHBoxLayout(heads)
    row.setContentsMargins(_ICON + 8, 0, 0, 0)
    row.setSpacing(8)
    for words, width in (
        ("Number", _NUMBER),
        ("Kind", _KIND),
        ("What it is for", 0),
        ("Ext.", _EXTENSION + 8 + _REMOVE),
    ):
        head = Text(words, tone="text3", px=sizes.HINT)
        if width:
            head.setFixedWidth(width)
        row.addWidget(head, 0 if width else 1)
    return heads
