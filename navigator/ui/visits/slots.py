"""What a form reads and fills: each input as text under the name of its field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from navigator.ui.find.chip_row import ChipRow
from navigator.ui.theme.theme import Theme
from navigator.ui.visits.typed import YES, several, texts, time_of, time_text
from navigator.ui.visits.words import said
from navigator.ui.widgets.chip import Chip
from navigator.ui.widgets.choice import Check, Select
from navigator.ui.widgets.moment_entry import MomentEntry
from navigator.ui.widgets.segments import Segments

_LEAST_CHARACTERS = 8

Tell = Callable[[], None]


@dataclass(frozen=True)
class Slot:
    """`read` gives the text of the input, `put` fills it."""

    widget: QWidget
    read: Callable[[], str]
    put: Callable[[str], None]


def line_slot(entry: QLineEdit, tell: Tell) -> Slot:
    entry.textChanged.connect(lambda _text: tell())

    def put(text: str) -> None:
        if text != entry.text():
            entry.setText(text)
            entry.setCursorPosition(0)

    return Slot(entry, entry.text, put)


def area_slot(entry: QPlainTextEdit, tell: Tell) -> Slot:
    entry.textChanged.connect(tell)

    def put(text: str) -> None:
        if text != entry.toPlainText():
            entry.setPlainText(text)

    return Slot(entry, entry.toPlainText, put)


def check_slot(box: Check, tell: Tell) -> Slot:
    box.toggled.connect(lambda _on: tell())
    return Slot(box, lambda: YES if box.isChecked() else "", lambda text: box.setChecked(bool(text)))


def segments_slot(segments: Segments, tell: Tell) -> Slot:
    """For values that are texts."""
    segments.chosen.connect(lambda _value: tell())
    return Slot(segments, lambda: str(segments.value or ""), segments.choose)


def moment_slot(entry: MomentEntry, tell: Tell) -> Slot:
    """A time that was read is kept as the moment, so that a draft of yesterday means yesterday."""
    entry.changed.connect(tell)

    def read() -> str:
        return entry.line.text().strip() if entry.moment is None else time_text(entry.moment)

    def put(text: str) -> None:
        if text == read():
            return
        if not text or time_of(text):
            entry.put(time_of(text))
        else:
            entry.put_text(text)

    return Slot(entry, read, put)


def select_slot(select: Select, options: Sequence[tuple[str, str]], tell: Tell, nothing: str = "Not asked") -> Slot:
    """`options` are values with their words; a saved value that is none of them is offered too.

    The input is as wide as there is room, not as its longest choice.
    """
    select.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    select.setMinimumContentsLength(_LEAST_CHARACTERS)
    for value, words in (("", nothing), *options):
        select.addItem(words, value)
    select.currentIndexChanged.connect(lambda _place: tell())

    def put(text: str) -> None:
        if select.findData(text) < 0:
            select.addItem(text, text)
        select.setCurrentIndex(select.findData(text))

    return Slot(select, lambda: str(select.currentData() or ""), put)


def chips_slot[E: StrEnum](theme: Theme, kind: type[E], name: str, tell: Tell) -> Slot:
    """Several chips at once; `name` is heard before each."""
    chips = {one: Chip(theme, said(one)) for one in kind}
    row = ChipRow()
    row.show_chips(tuple(chips.values()))

    def pressed() -> None:
        row.arrange()
        tell()

    def put(text: str) -> None:
        chosen = several(kind, text)
        for one, chip in chips.items():
            chip.setChecked(one in chosen)
        row.arrange()

    for one, chip in chips.items():
        chip.setAccessibleName(f"{name}: {said(one)}")
        chip.clicked.connect(pressed)
    return Slot(row, lambda: texts(key for key, chip in chips.items() if chip.isChecked()), put)
