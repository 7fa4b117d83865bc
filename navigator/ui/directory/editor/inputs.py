"""The inputs of the editor, each read and filled as text, whatever it is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from navigator.resources.fields import FACT, label_of
from navigator.resources.model import Fact, Status, Tri
from navigator.ui.directory.editor.content import input_label
from navigator.ui.directory.editor.marked_field import FactField, MarkedField
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.area import area
from navigator.ui.widgets.choice import Select
from navigator.ui.widgets.day_entry import DayEntry
from navigator.ui.widgets.day_reading import read_day
from navigator.ui.widgets.field import line
from navigator.ui.widgets.segments import Segments

ANSWERS = ((Tri.YES.value, "Yes"), (Tri.NO.value, "No"), ("", "Not known"))
_LEAST_CHARACTERS = 8


@dataclass(frozen=True)
class Input:
    """`field` is what stands on the screen, `focus` what takes the focus; `listen` calls back when a person changed it.

    `words` and `put` are its text as `content` has it.
    """

    key: str
    field: MarkedField | FactField
    focus: QWidget
    words: Callable[[], str]
    put: Callable[[str], None]
    listen: Callable[[Callable[[], None]], object]


def line_input(theme: Theme, key: str, *, hint: str = "", length: int = 200) -> Input:
    edit = line(length=length)

    def put(text: str) -> None:
        edit.setText(text)
        edit.setCursorPosition(0)

    field = MarkedField(theme, input_label(key), edit, hint=hint)
    return Input(key, field, edit, edit.text, put, lambda heard: edit.textEdited.connect(lambda _text: heard()))


def area_input(theme: Theme, key: str, *, lines: int = 3, hint: str = "") -> Input:
    edit = area(lines=lines, length=5000)
    field = MarkedField(theme, input_label(key), edit, hint=hint)
    return Input(key, field, edit, edit.toPlainText, edit.setPlainText, edit.textChanged.connect)


def fact_input(theme: Theme, fact: Fact) -> Input:
    key = FACT + fact.value
    segments = Segments(theme, ANSWERS, name=label_of(key))
    segments.choose("")
    segments.setFixedWidth(segments.sizeHint().width())
    field = FactField(label_of(key), segments)

    segments.chosen.connect(lambda value: field.show_known(bool(value)))

    def words() -> str:
        return str(segments.value or "")

    def put(text: str) -> None:
        segments.choose(text)
        field.show_known(bool(text))

    return Input(key, field, segments, words, put, lambda heard: segments.chosen.connect(lambda _value: heard()))


def status_input(theme: Theme) -> Input:
    """ "Duplicate" is not chosen here: two records are joined at the desk."""
    select = Select(theme)
    select.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    select.setMinimumContentsLength(_LEAST_CHARACTERS)
    for status in Status:
        if status is not Status.DUPLICATE:
            select.addItem(_STATUS_WORDS[status], status.value)

    def put(text: str) -> None:
        if text == Status.DUPLICATE.value and select.findData(text) < 0:
            select.addItem("Listed twice", text)
        select.setCurrentIndex(max(0, select.findData(text)))

    field = MarkedField(theme, input_label("status"), select)
    return Input(
        "status",
        field,
        select,
        lambda: str(select.currentData()),
        put,
        lambda heard: select.currentIndexChanged.connect(lambda _place: heard()),
    )


def day_input(theme: Theme, key: str, today: Callable[[], date], *, hint: str = "") -> Input:
    """A day is read back as the day it means, so that a draft of yesterday means yesterday."""
    edit = DayEntry(theme, today, name=input_label(key))

    def words() -> str:
        read = read_day(edit.text(), today())
        return read.isoformat() if read else edit.text().strip()

    def put(text: str) -> None:
        edit.put(read_day(text, today()), text)

    return Input(key, MarkedField(theme, input_label(key), edit, hint=hint), edit, words, put, edit.typed.connect)


_STATUS_WORDS = {
    Status.ACTIVE: "Active",
    Status.DO_NOT_REFER: "Active, do not refer",
    Status.TEMPORARILY_CLOSED: "Closed for a time",
    Status.SEASONAL: "Open in a season only",
    Status.CLOSED: "Closed for good",
}
