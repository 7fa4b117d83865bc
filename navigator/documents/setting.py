"""Sets each kind of block: which rows of words, rules and boxes it becomes (D-07)."""

from collections.abc import Iterable, Iterator

from navigator.documents.blocks import (
    Block,
    CrisisBox,
    Direction,
    Lead,
    Lifeline,
    NextStep,
    Note,
    OwnWords,
    Place,
    Section,
    Size,
    Title,
)
from navigator.documents.plan_setting import next_step, own_words, section
from navigator.documents.rows import GUTTER, RowMaker
from navigator.documents.sheet import Box, Chapter, Group, Ink, Mark, Row, Rule, Sheet, Words, placed

_LABELS = 84.0
_INSET = 14.0
_PADDING = 9.1
_NOTE = 2
"""Lines at most: whatever somebody is called, the first page keeps room for what to do."""


class Setter:
    """Sets blocks for one sheet, one size of type and one direction of reading."""

    def __init__(self, sheet: Sheet, size: Size, direction: Direction) -> None:
        self._sheet = sheet
        self._rows = RowMaker(sheet, size, direction)
        self._type = self._rows.type

    def chapters(self, blocks: Iterable[Block], name: str) -> list[Chapter]:
        """The blocks as chapters, one for each title; before the first title pages are headed by `name`."""
        return [self._chapter(part, name) for part in _by_title(blocks)]

    def marking(self, text: str) -> tuple[Mark, ...]:
        """The outlined words at the top of every page of a demo."""
        style = self._type.marking
        far = self._sheet.width - self._sheet.side
        line = self._rows.lines(text, style, self._sheet.room)[0]
        width = style.width(line) + 16.0
        words = Words(far - 8.0, 18.0 + style.ascent, line, style, to_far_end=True)
        return (Box(far - width, 18.0, width, style.leading + 1.4), words)

    def footer(self, text: str, page: str) -> tuple[Mark, ...]:
        """The foot of a page: a hairline, what the paper is, and which page of how many."""
        style = self._type.small
        top = self._sheet.height - self._sheet.foot
        number = self._rows.lines(page, style, self._sheet.room)[0]
        far = self._sheet.width - self._sheet.side
        rows = self._rows.words(text, style, room=self._sheet.room - style.width(number) - GUTTER)
        return (
            Rule(self._sheet.side, top + 0.5, self._sheet.room, 1.0, Ink.HAIRLINE),
            Words(far, top + 5.6 + style.ascent, number, style, to_far_end=True),
            *placed(rows, top + 5.6),
        )

    def _chapter(self, blocks: list[Block], name: str) -> Chapter:
        opening: list[Row] = []
        groups: list[Group] = []
        first_foot = Group(())
        for block in blocks:
            match block:
                case Title() | Note() | Lead():
                    opening += self._opening(block)
                case CrisisBox(on_first_page=True):
                    first_foot = self._crisis_box(block)
                case _:
                    groups += self._groups(block)
        title = next((block.text for block in blocks if isinstance(block, Title)), name)
        heading = Group(self._rows.words(title, self._type.label))
        return Chapter(Group(tuple(opening)), tuple(groups), heading, first_foot)

    def _opening(self, block: Title | Note | Lead) -> tuple[Row, ...]:
        match block:
            case Title():
                return self._rows.words(block.text, self._type.title)
            case Note():
                return self._rows.words(block.text, self._type.small)[:_NOTE]
            case Lead():
                return (*self._rows.words(block.text, self._type.lead, air=3.0), Row(0.0, air=4.4))

    def _groups(self, block: Place | NextStep | Section | OwnWords | CrisisBox) -> tuple[Group, ...]:
        match block:
            case Place():
                return (self._place(block),)
            case NextStep():
                return (next_step(block, self._rows),)
            case Section():
                return section(block, self._rows)
            case OwnWords():
                return (own_words(block, self._rows),)
            case CrisisBox():
                return (self._crisis_box(block),)

    def _place(self, block: Place) -> Group:
        rows = [self._rows.rule(air=12.7), *self._rows.words(block.name, self._type.name, air=5.9)]
        if block.call:
            rows += self._rows.words(block.call, self._type.body, air=3.0)
        for number in block.numbers:
            rows += self._rows.number(number)
        for place, fact in enumerate(block.facts):
            rows += self._rows.fact(fact, air=0.0 if place else 6.3, labels=_LABELS)
        return Group((*rows, *self._rows.words(block.checked, self._type.small, air=1.8)))

    def _crisis_box(self, block: CrisisBox) -> Group:
        """One box, undivided: each line a row with its number at the far end."""
        lines = [self._lifeline(line, first=place == 0) for place, line in enumerate(block.lines)]
        height = sum(row.height for row in lines) + _PADDING * 2
        box = Box(self._sheet.side, 0.0, self._sheet.room, height, Ink.BOX)
        return Group((Row(height, (box, *placed(lines, _PADDING)), air=13.9),))

    def _lifeline(self, line: Lifeline, *, first: bool) -> Row:
        style = self._type.lifeline if first else self._type.number
        number = self._rows.lines(line.number, style, self._sheet.room)[0]
        room = self._sheet.room - 2 * _INSET - style.width(number) - GUTTER
        who = self._rows.words(line.who, self._type.name if first else self._type.body, near=_INSET, room=room)
        how = self._rows.words(line.how, self._type.body, near=_INSET, room=room, air=3.3)
        words = sum(row.air + row.height for row in (*who, *how))
        height = max(words, style.size * 1.2)
        far = self._sheet.width - self._sheet.side - _INSET
        middle = Words(far, height / 2 + style.size * 0.33, number, style, to_far_end=True)
        return Row(height, (middle, *placed((*who, *how), (height - words) / 2)))


def _by_title(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks in parts, each beginning with its title."""
    part: list[Block] = []
    for block in blocks:
        if isinstance(block, Title) and part:
            yield part
            part = []
        part.append(block)
    yield part
