"""A table as a reader of a format sees it: headings, and rows that fit them; rows that do not are told."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, islice

from navigator.resources.exchange.incoming import SHOWN, Part, Problem

Cells = Sequence[str]
_FIRST = 50
"""The heading is looked for among so many first rows: some sheets begin with a title, a date, an empty row."""
_SWALLOWED = 10_000
"""Letters in one cell that are more likely the rest of the file than a text."""


@dataclass(frozen=True)
class Row:
    """One row of a table; `number` counts as a spreadsheet does: the first row of the file is 1."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    """One table. No two headings are the same; an empty one is named by its column ("Column 3").

    `above` are the rows over the heading with their text, `notes` sentences on what was assumed in reading.
    """

    name: str
    headings: tuple[str, ...]
    heading_row: int
    records: Callable[[], Iterator[Cells]]
    above: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()

    def rows(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        """The rows that fit the headings: number, and text by heading without space around it; empty rows left out.

        Those that do not fit are in `lines()`: `formats.read` tells of them for every format.
        """
        return ((line.number, line.cells) for line in self.lines() if isinstance(line, Row))

    def lines(self) -> Iterator[Row | Part | Problem]:
        """Every row that is not empty: as it is, or as what is wrong with it. Rows above the heading are parts."""
        yield from self.above
        for number, cells in islice(enumerate(self.records(), 1), self.heading_row, None):
            filled = [cell.strip() for cell in cells]
            if any(filled):
                yield self._line(number, filled)

    def sample(self, most: int) -> tuple[Mapping[str, str], ...]:
        """The cells of the first rows."""
        return tuple(cells for _, cells in islice(self.rows(), most))

    def _line(self, number: int, cells: list[str]) -> Row | Part | Problem:
        wanted = len(self.headings)
        while len(cells) > wanted and not cells[-1]:
            cells.pop()
        if len(cells) != wanted:
            return self._misfit(number, cells)
        if tuple(cells) == self.headings:
            return Part(number, "The headings once more.")
        return Row(number, dict(zip(self.headings, cells, strict=True)))

    def _misfit(self, number: int, cells: list[str]) -> Problem:
        """The place where the row ends too early, or the first cell that has no heading."""
        wanted = len(self.headings)
        why = f"{self.name}: the row has {len(cells)} cells, the headings are {wanted}."
        if max(map(len, cells)) > _SWALLOWED:
            why += " A quotation mark that is not closed may have swallowed the rows after it."
        if len(cells) < wanted:
            return Problem(number, self.headings[len(cells) - 1], cells[-1][:SHOWN], why)
        return Problem(number, "", cells[wanted][:SHOWN], why)


def sheet_of(name: str, records: Callable[[], Iterator[Cells]], notes: tuple[str, ...] = ()) -> Sheet | None:
    """The table in `records`, or None where there is nothing at all. Its heading is found among the first rows."""
    first = [(number, [cell.strip() for cell in cells]) for number, cells in enumerate(islice(records(), _FIRST), 1)]
    filled = {number: sum(map(bool, cells)) for number, cells in first}
    widest = max(filled.values(), default=0)
    if not widest:
        return None
    heading = next(number for number, many in filled.items() if many >= 0.6 * widest)
    above = tuple(
        Part(number, f"A line above the headings: {_joined(cells)}")
        for number, cells in first
        if number < heading and any(cells)
    )
    return Sheet(name, _headings(dict(first)[heading]), heading, records, above, notes)


def _joined(cells: Cells) -> str:
    return " ".join(cell for cell in cells if cell)[:SHOWN]


def _headings(cells: Cells) -> tuple[str, ...]:
    cells = list(cells)
    while cells and not cells[-1]:
        cells.pop()
    named: dict[str, None] = {}
    for position, cell in enumerate(cells, 1):
        plain = " ".join(cell.split()) or f"Column {position}"
        others = (f"{plain} ({again})" for again in count(2))
        named[plain if plain not in named else next(name for name in others if name not in named)] = None
    return tuple(named)
