"""Words set into rows: lines one under the other, a number alone on its line, a label with its text beside it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from navigator.documents.blocks import Direction, Fact, Number, Size
from navigator.documents.lines import Line, break_lines
from navigator.documents.sheet import Ink, Row, Rule, Sheet, Style, Words
from navigator.documents.styles import TYPES

GUTTER = 12.0
_LABEL_GUTTER = 6.0


class RowMaker:
    """Makes rows for one sheet, one size of type and one direction of reading.

    `near` is how far from the near edge of the words a row begins, in points.
    """

    def __init__(self, sheet: Sheet, size: Size, direction: Direction) -> None:
        self.sheet = sheet
        self.type = TYPES[size]
        self._direction = direction

    def rule(self, air: float) -> Row:
        """The line across a page that stands above each thing on it."""
        return Row(1.5, (Rule(self.sheet.side, 0.75, self.sheet.room, 1.5, Ink.TEXT),), air=air)

    def words(
        self, text: str, style: Style, *, near: float = 0.0, room: float | None = None, air: float = 0.0
    ) -> tuple[Row, ...]:
        """A row for each line of `text`; `air` stands above the first."""
        lines = self.lines(text, style, self.sheet.room - near if room is None else room)
        x = self.sheet.side + near
        return tuple(
            Row(style.leading, (Words(x, style.ascent, line, style),), 0.0 if place else air)
            for place, line in enumerate(lines)
        )

    def number(self, number: Number, *, near: float = 0.0) -> tuple[Row, ...]:
        """The number alone on its line, large; its words follow on the same line where they fit."""
        style = self.type.number
        rows = self.words(number.number, style, near=near, air=-1.6)
        if not rows or not number.words:
            return rows
        beside = near + style.width(self.lines(number.number, style, self.sheet.room - near)[-1]) + GUTTER
        words = self.words(number.words, self.type.lead, near=beside)
        if len(words) == 1:
            note = replace(words[0].marks[0], y=style.ascent)
            return (*rows[:-1], replace(rows[-1], marks=(*rows[-1].marks, note)))
        return (*rows, *self.words(number.words, self.type.lead, near=near, air=-2.0))

    def fact(self, fact: Fact, *, air: float, labels: float, near: float = 0.0) -> tuple[Row, ...]:
        """The label in its column of width `labels`, the text beside it; whichever is longer sets the height."""
        left = self.words(fact.label, self.type.label, near=near, room=labels - _LABEL_GUTTER)
        right = self.words(fact.text, self.type.body, near=near + labels)
        pairs = zip_longest(left, right, fillvalue=Row(self.type.body.leading))
        rows = [Row(text.height, (*label.marks, *text.marks)) for label, text in pairs]
        return (replace(rows[0], air=air), *rows[1:])

    def lines(self, text: str, style: Style, room: float) -> Sequence[Line]:
        return break_lines(text, style.weight, room * 1000 / style.size, self._direction)
