"""The inputs of the handoff, each read and filled as text, whatever it is made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from navigator.ui.handoff.content import TICKED, time_text
from navigator.ui.handoff.labels import LABELS, SHORT
from navigator.ui.handoff.side_field import SideField
from navigator.ui.ports import Desk
from navigator.ui.sheets.ticks import Ticks
from navigator.ui.theme.theme import Theme
from navigator.ui.widgets.area import area
from navigator.ui.widgets.choice import Check
from navigator.ui.widgets.field import Field, line
from navigator.ui.widgets.moment_entry import MomentEntry
from navigator.ui.widgets.segments import Segments


def _no_trouble() -> str:
    return ""


def _say_nothing(_sentence: str) -> None:
    """Nothing can be wrong with it."""


@dataclass(frozen=True)
class Entry:
    """One input. `widget` is what stands on the screen, `input` what takes the focus.

    `words` and `put` are its text as `content` has it; `listen` calls back when it changed; `trouble` is what is
    wrong with it by itself, `say` shows a sentence under it. `told` is its text as a person reads it.
    """

    key: str
    widget: QWidget
    input: QWidget
    words: Callable[[], str]
    put: Callable[[str], None]
    listen: Callable[[Callable[[], None]], object]
    told: Callable[[], str]
    trouble: Callable[[], str] = _no_trouble
    say: Callable[[str], None] = _say_nothing


def line_entry(theme: Theme, key: str) -> Entry:
    edit = line()
    field = SideField(theme, SHORT.get(key, LABELS[key]), edit, full=LABELS[key])

    def put(text: str) -> None:
        edit.setText(text)
        edit.setCursorPosition(0)

    return Entry(
        key, field, edit, edit.text, put, lambda heard: edit.textEdited.connect(lambda _text: heard()), edit.text
    )


def area_entry(theme: Theme, key: str, *, asks: str = "", beside: bool = False) -> Entry:
    """`beside` has its label at its left, else above; `asks` stands in it while nothing is written."""
    edit = area(lines=2)
    edit.setPlaceholderText(asks)
    field = SideField(theme, SHORT[key], edit, full=LABELS[key]) if beside else Field(theme, LABELS[key], edit)
    return Entry(
        key, field, edit, edit.toPlainText, edit.setPlainText, edit.textChanged.connect, edit.toPlainText, say=field.say
    )


def choice_entry[E: StrEnum](
    theme: Theme, key: str, options: Sequence[tuple[E, str]], *, beside: bool = False, bare: bool = False
) -> Entry:
    """`bare` has no label: something above it says what is chosen."""
    segments = Segments(theme, options, name=LABELS[key], optional=True)
    field: SideField | Field | None = None
    if not bare:
        field = (
            SideField(theme, SHORT[key], segments, full=LABELS[key]) if beside else Field(theme, LABELS[key], segments)
        )
    values = {value.value: value for value, _words in options}

    def words() -> str:
        return str(segments.value or "")

    def put(text: str) -> None:
        segments.choose(values.get(text))

    def told() -> str:
        return next((words for value, words in options if value == segments.value), "")

    return Entry(
        key,
        field or segments,
        segments,
        words,
        put,
        lambda heard: segments.chosen.connect(lambda _value: heard()),
        told,
        say=field.say if field else _say_nothing,
    )


def moment_entry(theme: Theme, desk: Desk, key: str, *, ahead: bool = False) -> Entry:
    entry = MomentEntry(theme, desk.clock, desk.city.zone, name=LABELS[key], ahead=ahead)
    field = SideField(theme, SHORT.get(key, LABELS[key]), entry, full=LABELS[key])

    def words() -> str:
        return time_text(entry.moment) if entry.moment else entry.text

    return Entry(
        key,
        field,
        entry,
        words,
        entry.put_text,
        entry.changed.connect,
        lambda: entry.text,
        trouble=lambda: entry.trouble,
        say=field.say,
    )


def tick_entry(theme: Theme, key: str, label: str) -> Entry:
    tick = Check(theme, label)

    def words() -> str:
        return TICKED if tick.isChecked() else ""

    def put(text: str) -> None:
        tick.setChecked(text == TICKED)

    def told() -> str:
        return label if tick.isChecked() else ""

    return Entry(key, tick, tick, words, put, lambda heard: tick.clicked.connect(lambda _on: heard()), told)


def ticks_entry(theme: Theme, key: str, options: Sequence[StrEnum]) -> Entry:
    """Several of many; what is ticked stands in the order of the boxes."""
    ticks = Ticks(theme, options)
    field = Field(theme, LABELS[key], ticks)
    return Entry(key, field, ticks, lambda: ticks.text, ticks.put_text, ticks.changed.connect, lambda: ticks.text)


def reason_entry(key: str, name: str) -> Entry:
    """The reason why a needed thing could not be had; it stands in the pane of what is missing."""
    edit = line(length=500)
    edit.setAccessibleName(name)
    return Entry(
        key,
        edit,
        edit,
        edit.text,
        edit.setText,
        lambda heard: edit.textEdited.connect(lambda _text: heard()),
        edit.text,
    )
