"""Sets each kind of block: which rows of words, rules and boxes it becomes, and at what size (D-07)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from navigator.documents.blocks import Block, CrisisBox, Direction, Fact, Lead, Lifeline, Number, Place, Size, Title
from navigator.documents.letters import Weight
from navigator.documents.lines import Line, break_lines
from navigator.documents.sheet import Box, Group, Ink, Mark, Row, Rule, Sheet, Style, Words, placed

_LABELS = 84.0
_GUTTER = 12.0
_LABEL_GUTTER = 6.0
_INSET = 14.0
_PADDING = 9.1


@dataclass(frozen=True)
class Type:
    """The styles of a paper. Nothing is under 12 points, no number to dial under 24 (D-07)."""

    title: Style
    name: Style
    number: Style
    lifeline: Style
    body: Style
    label: Style
    lead: Style
    small: Style
    marking: Style


TYPES = {
    Size.STANDARD: Type(
        title=Style(Weight.BOLD, 26),
        name=Style(Weight.BOLD, 16),
        number=Style(Weight.BOLD, 26),
        lifeline=Style(Weight.BOLD, 30),
        body=Style(Weight.REGULAR, 14),
        label=Style(Weight.SEMIBOLD, 14, Ink.QUIET),
        lead=Style(Weight.REGULAR, 14, Ink.QUIET),
        small=Style(Weight.REGULAR, 12, Ink.QUIET),
        marking=Style(Weight.BOLD, 14),
    )
}


class Setter:
    """Sets blocks for one sheet, one size of type and one direction of reading."""

    def __init__(self, sheet: Sheet, size: Size, direction: Direction) -> None:
        self._sheet = sheet
        self._type = TYPES[size]
        self._direction = direction

    def group(self, block: Block) -> Group:
        """The rows of one block."""
        match block:
            case Title():
                return Group(self._rows(block.text, self._type.title))
            case Lead():
                return Group((*self._rows(block.text, self._type.lead, air=3.0), Row(0.0, air=4.4)))
            case Place():
                return self._place(block)
            case CrisisBox():
                return self._crisis_box(block)

    def heading(self, title: str) -> Group:
        """The title again, small, for the second page and those after it."""
        return Group(self._rows(title, self._type.label))

    def marking(self, text: str) -> tuple[Mark, ...]:
        """The outlined words at the top of every page of a demo."""
        style = self._type.marking
        far = self._sheet.width - self._sheet.side
        line = self._lines(text, style, self._sheet.room)[0]
        width = style.width(line) + 16.0
        words = Words(far - 8.0, 18.0 + style.ascent, line, style, to_far_end=True)
        return (Box(far - width, 18.0, width, style.leading + 1.4), words)

    def footer(self, text: str, page: str) -> tuple[Mark, ...]:
        """The foot of a page: a hairline, what the paper is, and which page of how many."""
        style = self._type.small
        top = self._sheet.height - self._sheet.foot
        number = self._lines(page, style, self._sheet.room)[0]
        far = self._sheet.width - self._sheet.side
        rows = self._rows(text, style, room=self._sheet.room - style.width(number) - _GUTTER)
        return (
            Rule(self._sheet.side, top + 0.5, self._sheet.room, 1.0, Ink.HAIRLINE),
            Words(far, top + 5.6 + style.ascent, number, style, to_far_end=True),
            *placed(rows, top + 5.6),
        )

    def _place(self, block: Place) -> Group:
        rule = Rule(self._sheet.side, 0.75, self._sheet.room, 1.5, Ink.TEXT)
        rows = [Row(1.5, (rule,), air=12.7), *self._rows(block.name, self._type.name, air=5.9)]
        if block.call:
            rows += self._rows(block.call, self._type.body, air=3.0)
        for number in block.numbers:
            rows += self._number(number)
        for place, fact in enumerate(block.facts):
            rows += self._fact(fact, air=0.0 if place else 6.3)
        return Group((*rows, *self._rows(block.checked, self._type.small, air=1.8)))

    def _number(self, number: Number) -> tuple[Row, ...]:
        """The number alone on its line, large; its words follow on the same line where they fit."""
        style = self._type.number
        rows = self._rows(number.number, style, air=-1.6)
        beside = style.width(self._lines(number.number, style, self._sheet.room)[-1]) + _GUTTER
        words = self._rows(number.words, self._type.lead, near=beside, room=self._sheet.room - beside)
        if len(words) == 1:
            note = replace(words[0].marks[0], y=style.ascent)
            return (*rows[:-1], replace(rows[-1], marks=(*rows[-1].marks, note)))
        return (*rows, *self._rows(number.words, self._type.lead, air=-2.0))

    def _fact(self, fact: Fact, air: float) -> tuple[Row, ...]:
        """The label in its column, the text beside it; whichever is longer sets the height."""
        labels = self._rows(fact.label, self._type.label, room=_LABELS - _LABEL_GUTTER)
        texts = self._rows(fact.text, self._type.body, near=_LABELS, room=self._sheet.room - _LABELS)
        pairs = zip_longest(labels, texts, fillvalue=Row(self._type.body.leading))
        rows = [Row(text.height, (*label.marks, *text.marks)) for label, text in pairs]
        return (replace(rows[0], air=air), *rows[1:])

    def _crisis_box(self, block: CrisisBox) -> Group:
        """One box, undivided: each line a row with its number at the far end."""
        lines = [self._lifeline(line, first=place == 0) for place, line in enumerate(block.lines)]
        height = sum(row.height for row in lines) + _PADDING * 2
        box = Box(self._sheet.side, 0.0, self._sheet.room, height, Ink.BOX)
        return Group((Row(height, (box, *placed(lines, _PADDING)), air=13.9),))

    def _lifeline(self, line: Lifeline, *, first: bool) -> Row:
        style = self._type.lifeline if first else self._type.number
        number = self._lines(line.number, style, self._sheet.room)[0]
        room = self._sheet.room - 2 * _INSET - style.width(number) - _GUTTER
        who = self._rows(line.who, self._type.name if first else self._type.body, near=_INSET, room=room)
        how = self._rows(line.how, self._type.body, near=_INSET, room=room, air=3.3)
        words = sum(row.air + row.height for row in (*who, *how))
        height = max(words, style.size * 1.2)
        far = self._sheet.width - self._sheet.side - _INSET
        middle = Words(far, height / 2 + style.size * 0.33, number, style, to_far_end=True)
        return Row(height, (middle, *placed((*who, *how), (height - words) / 2)))

    def _rows(
        self, text: str, style: Style, *, near: float = 0.0, room: float | None = None, air: float = 0.0
    ) -> tuple[Row, ...]:
        """A row for each line of `text`; `air` stands above the first."""
        lines = self._lines(text, style, self._sheet.room if room is None else room)
        x = self._sheet.side + near
        return tuple(
            Row(style.leading, (Words(x, style.ascent, line, style),), 0.0 if place else air)
            for place, line in enumerate(lines)
        )

    def _lines(self, text: str, style: Style, room: float) -> Sequence[Line]:
        return break_lines(text, style.weight, room * 1000 / style.size, self._direction)
