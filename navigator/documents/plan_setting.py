"""Sets the blocks of a plan: steps in two columns (when, what), sections, and lines to write on."""

import re
from collections.abc import Iterator, Sequence

from navigator.documents.blocks import Item, Listing, NextStep, Number, OwnWords, Paragraph, Part, Section
from navigator.documents.rows import RowMaker
from navigator.documents.sheet import Box, Group, Ink, Mark, Row, Rule, Words, placed

_WHEN = 104.0
_WHEN_GUTTER = 8.0
_LABELS = 74.0
_TICK = 18.0
_UNDIVIDED = 0.35
"""A section under this share of a page is never torn."""
_DOT = 14.0
_INSET = 14.0
_WRITING = 32.0
_WORD_BEFORE_DIGIT = re.compile(r"(?<=[^\W\d_]) (?=\d)")


def next_step(block: NextStep, maker: RowMaker) -> Group:
    """The rows of one step. The rule, the left column and what stands beside it never part."""
    left = _when(block, maker)
    right = _what(block, maker)
    reach, beside = sum(row.air + row.height for row in left), 0
    height = 0.0
    while height < reach and beside < len(right):
        height += right[beside].air + right[beside].height
        beside += 1
    height = max(height, reach)
    rule = maker.rule(air=12.7)
    marks = (*rule.marks, *placed(left, rule.height), *placed(right[:beside], rule.height))
    return Group((Row(rule.height + height, marks, rule.air), *right[beside:]))


def section(block: Section, maker: RowMaker) -> tuple[Group, ...]:
    """A short section whole; of a long one each part, its title with the first."""
    title = (maker.rule(air=12.7), *maker.words(block.title, maker.type.name, air=5.9))
    parts = [group for part in block.parts for group in _part(part, maker)]
    whole = Group((*title, *(row for group in parts for row in group.rows)))
    if whole.height <= maker.sheet.height * _UNDIVIDED or not parts:
        return (whole,)
    return (Group((*title, *parts[0].rows)), *parts[1:])


def own_words(block: OwnWords, maker: RowMaker) -> Group:
    """An outlined box, undivided: its title, then empty ruled lines."""
    sheet = maker.sheet
    room = sheet.room - 2 * _INSET
    title = maker.words(block.title, maker.type.name, near=_INSET, room=room)
    top = _INSET * 0.6
    first = top + sum(row.height for row in title)
    rules = [
        Rule(sheet.side + _INSET, first + _WRITING * line, room, 1.0, Ink.QUIET) for line in range(1, block.lines + 1)
    ]
    height = first + _WRITING * block.lines + _INSET
    box = Box(sheet.side, 0.0, sheet.room, height)
    return Group((Row(height, (box, *placed(title, top), *rules), air=18.0),))


def _when(block: NextStep, maker: RowMaker) -> list[Row]:
    """Today, its date, and the box to tick off."""
    small, room = maker.type.small, _WHEN - _WHEN_GUTTER
    day = _WORD_BEFORE_DIGIT.sub("\xa0", block.day)
    height = max(_TICK, small.leading)
    tick = Box(maker.sheet.side + 0.6, (height - _TICK) / 2, _TICK, _TICK, corner=3.0)
    done: list[Mark] = [tick]
    for row in maker.words(block.done, small, near=_TICK + 7.0, room=room - _TICK - 7.0)[:1]:
        done += placed([row], (height - small.leading) / 2)
    return [
        *maker.words(block.when, maker.type.when, room=room, air=4.6),
        *maker.words(day, small, room=room, air=2.0),
        Row(height, tuple(done), air=3.0),
    ]


def _what(block: NextStep, maker: RowMaker) -> list[Row]:
    rows = [*maker.words(block.what, maker.type.name, near=_WHEN, air=5.9)]
    rows += maker.number(Number(block.number), near=_WHEN)
    for place, fact in enumerate(block.facts):
        rows += maker.fact(fact, air=0.0 if place else 6.3, labels=_LABELS, near=_WHEN)
    return rows


def _part(part: Part, maker: RowMaker) -> Iterator[Group]:
    match part:
        case Paragraph():
            yield from _pairs(maker.words(part.text, maker.type.body, air=4.0))
        case Item():
            yield _item(part, maker)
        case Listing():
            yield _listing(part, maker)


def _pairs(rows: Sequence[Row]) -> Iterator[Group]:
    """Two lines at a time, so that no line stands alone at the end or the beginning of a page."""
    starts = list(range(0, len(rows) - 1, 2)) or [0]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        yield Group(tuple(rows[start:end]))


def _item(part: Item, maker: RowMaker) -> Group:
    body = maker.type.body
    first, *others = maker.words(part.text, body, near=_DOT, air=4.0)
    dot = Words(maker.sheet.side, body.ascent, maker.lines("•", body, _DOT)[0], body)
    return Group((Row(first.height, (dot, *first.marks), first.air), *others))


def _listing(part: Listing, maker: RowMaker) -> Group:
    rows = [*maker.words(part.name, maker.type.strong, air=8.0), *maker.number(Number(part.number))]
    for words in part.words:
        rows += maker.words(words, maker.type.body)
    return Group(tuple(rows))
