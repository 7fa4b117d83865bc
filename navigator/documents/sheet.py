"""A page as marks in their places, and the filling of pages so that what belongs together stays together.

Distances are points from the top left, rightward and downward; in a paper that runs leftward, from the top right.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from navigator.documents.blocks import Format
from navigator.documents.letters import Weight
from navigator.documents.lines import Line


class Ink(StrEnum):
    """The four tones of a paper: black on white, readable from any printer."""

    TEXT = "#111615"
    QUIET = "#3D4644"
    HAIRLINE = "#B6BCBA"
    BOX = "#ECEEEC"


@dataclass(frozen=True)
class Style:
    """How a run of words is set; `size` in points."""

    weight: Weight
    size: float
    ink: Ink = Ink.TEXT

    @property
    def leading(self) -> float:
        return self.size * 1.362

    @property
    def ascent(self) -> float:
        return self.size * 1.069

    def width(self, line: Line) -> float:
        return line.advance * self.size / 1000


@dataclass(frozen=True)
class Words:
    """One line of words, its baseline at `y`; `x` is its near end, or its far end where `to_far_end`."""

    x: float
    y: float
    line: Line
    style: Style
    to_far_end: bool = False


@dataclass(frozen=True)
class Rule:
    """A straight line across, `y` at its middle."""

    x: float
    y: float
    width: float
    thickness: float
    ink: Ink


@dataclass(frozen=True)
class Box:
    """A rectangle with corners rounded by `corner`, filled with `fill` or else outlined."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink | None = None
    corner: float = 6.0


type Mark = Words | Rule | Box


@dataclass(frozen=True)
class Row:
    """Marks that never part. Their `y` counts from the row's top, after `air`: the gap to the row above."""

    height: float
    marks: tuple[Mark, ...] = ()
    air: float = 0.0


@dataclass(frozen=True)
class Group:
    """Rows that share a page wherever a page can hold them."""

    rows: tuple[Row, ...]

    @property
    def height(self) -> float:
        return sum(row.air + row.height for row in self.rows)


@dataclass(frozen=True)
class Chapter:
    """What begins on a page of its own. That page starts with `opening` and ends with `first_foot`.

    The pages after it start with `heading`.
    """

    opening: Group
    groups: tuple[Group, ...]
    heading: Group
    first_foot: Group = Group(())


@dataclass(frozen=True)
class Sheet:
    """A page's measures: where words may stand."""

    width: float
    height: float
    side: float = 54.0
    top: float = 34.6
    foot: float = 66.6

    @property
    def room(self) -> float:
        return self.width - 2 * self.side

    @property
    def bottom(self) -> float:
        """The lowest point of the words; under it stands the footer."""
        return self.height - self.foot - 10.0


SHEETS = {Format.LETTER: Sheet(612.0, 792.0), Format.A4: Sheet(595.28, 841.89)}
_TIGHTER = (1.0, 0.75, 0.5)


def fill_pages(chapter: Chapter, sheet: Sheet) -> list[list[Mark]]:
    """The marks of each page of one chapter. Gaps give way a little where that saves a page."""
    return min((_fill(_tightened(chapter, share), sheet) for share in _TIGHTER), key=len)


def placed(rows: Iterable[Row], y: float) -> Iterator[Mark]:
    """The marks of `rows`, one row under the other from `y` down."""
    for row in rows:
        y += row.air
        yield from (replace(mark, y=mark.y + y) for mark in row.marks)
        y += row.height


def _tightened(chapter: Chapter, share: float) -> Chapter:
    groups = tuple(_closer(group, share) for group in chapter.groups)
    return replace(
        chapter,
        opening=_closer(chapter.opening, share),
        groups=groups,
        first_foot=_closer(chapter.first_foot, share),
    )


def _closer(group: Group, share: float) -> Group:
    return Group(tuple(replace(row, air=row.air * share if row.air > 0 else row.air) for row in group.rows))


def _fill(chapter: Chapter, sheet: Sheet) -> list[list[Mark]]:
    pages = [list(placed(chapter.opening.rows, sheet.top))]
    y = sheet.top + chapter.opening.height
    bottom = sheet.bottom - chapter.first_foot.height
    room = min(bottom - y, sheet.bottom - sheet.top - chapter.heading.height)
    for part in (part for group in chapter.groups for part in _parts(group, room)):
        if y + part.height > bottom and pages[-1]:
            _close(pages, chapter, y)
            pages.append(list(placed(chapter.heading.rows, sheet.top)))
            y, bottom = sheet.top + chapter.heading.height, sheet.bottom
        pages[-1] += placed(part.rows, y)
        y += part.height
    _close(pages, chapter, y)
    return pages


def _close(pages: list[list[Mark]], chapter: Chapter, y: float) -> None:
    """Sets what the first page ends with, once."""
    if len(pages) == 1:
        pages[0] += placed(chapter.first_foot.rows, y)


def _parts(group: Group, room: float) -> Iterator[Group]:
    """The group whole, or row by row when it is higher than `room`."""
    if group.height <= room:
        yield group
    else:
        yield from (Group((row,)) for row in group.rows)
