"""What a painted table shows: columns as data, rows of cells, and how wide each column becomes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics

from navigator.ui.theme import sizes
from navigator.ui.theme.fonts import font
from navigator.ui.theme.tokens import ColorRole

ICON, ICON_GAP = 17, 8
EDGE = 20
_GAP = 20
_FIRST_WANTS = 216
"""Pixels that the first column wants before others become shorter."""


@dataclass(frozen=True)
class Column:
    """A column by its head. The first takes the room that is left; `least` is given to one that may be cut short."""

    title: str
    least: int = 0


@dataclass(frozen=True)
class Cell:
    """Words, perhaps with an icon before them in the colour of `tone`."""

    words: str
    icon: str = ""
    tone: ColorRole = "text2"
    ink: ColorRole = "text2"
    weight: int = 400


@dataclass(frozen=True)
class TableRow:
    """One line; `key` is by what it is found again."""

    key: object
    cells: tuple[Cell, ...]

    @property
    def spoken(self) -> str:
        """The whole row, as a screen reader says it."""
        return ", ".join(cell.words for cell in self.cells if cell.words)


@dataclass(frozen=True)
class Span:
    left: int
    width: int


def wanted(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[int, ...]:
    """The width each column needs to show all of it; the first is not asked, it takes what is left."""
    needs = [0]
    for at, column in enumerate(columns[1:], start=1):
        cells = {row.cells[at] for row in rows}  # a few words stand in many rows
        needs.append(max(_head(column), *map(_cell, cells), 0))
    return tuple(needs)


def spans(columns: Sequence[Column], needs: Sequence[int], width: int) -> tuple[Span, ...]:
    """Where the columns stand in a table of that width: the last that may be cut short gives room first."""
    given = list(needs)
    room = width - 2 * EDGE - _GAP * (len(columns) - 1)
    for at in range(len(columns) - 1, 0, -1):
        missing = _FIRST_WANTS - (room - sum(given[1:]))
        if columns[at].least and missing > 0:
            given[at] = max(min(given[at], columns[at].least), given[at] - missing)
    given[0] = max(0, room - sum(given[1:]))
    lefts = [EDGE + sum(given[:at]) + _GAP * at for at in range(len(given))]
    return tuple(Span(left, wide) for left, wide in zip(lefts, given, strict=True))


def _head(column: Column) -> int:
    return QFontMetrics(font(sizes.HINT, 500)).horizontalAdvance(column.title) + 2


def _cell(cell: Cell) -> int:
    icon = ICON + ICON_GAP if cell.icon else 0
    return icon + QFontMetrics(font(sizes.BODY, cell.weight)).horizontalAdvance(cell.words) + 2
