"""Breaks text into lines of glyphs: cleaned, wrapped, and each script in its own order (D-10).

Nothing here reads markup: what a person typed is drawn as typed, less what no font of the papers can draw.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bidi import algorithm

from navigator.documents.blocks import Direction
from navigator.documents.letters import Face, Glyphs, Weight, face_for, first_face, shape

_LEFT_TO_RIGHT_EMBEDDING, _POP_DIRECTION = "\u202a", "\u202c"
_JOINERS = "\u200c\u200d"
_NO_BREAK_SPACE = "\xa0"
_RUNS_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_STAYS_TOGETHER = re.compile(r"(?<=[\d)]) (?=\d|[AP]M\b)")
_KEEPS_ITS_ORDER = re.compile(r"[+(]?[0-9A-Za-zÀ-ɏ](?:[0-9A-Za-zÀ-ɏ\xa0 .,:/()&'’+-]*[0-9A-Za-zÀ-ɏ])?\)?")
"""Numbers, times and Latin names: the Unicode algorithm alone draws 010-0199 as 0199-010 beside Arabic."""


@dataclass(frozen=True)
class Run:
    """Glyphs of one face, `start` thousandths of the font size from the line's left end."""

    glyphs: Glyphs
    start: float


@dataclass(frozen=True)
class Line:
    """One line, its runs from left to right. `advance` is its width in thousandths of the font size."""

    runs: tuple[Run, ...]
    advance: float


def break_lines(text: str, weight: Weight, room: float, direction: Direction) -> tuple[Line, ...]:
    """`text` in lines no wider than `room` (thousandths of the font size); no lines where nothing can be drawn."""
    letters = _STAYS_TOGETHER.sub(_NO_BREAK_SPACE, drawable(text))
    levels = _levels(letters, direction)
    return tuple(_line(letters[a:b], levels[a:b], weight) for a, b in _breaks(letters, levels, weight, room))


def drawable(text: str) -> str:
    """`text` without what cannot be drawn: controls, marks of direction, emoji, letters that no font here has."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(letter if _can_be_drawn(letter) else " " if letter.isspace() else "" for letter in composed)
    return re.sub(" +", " ", kept).strip()


def _can_be_drawn(letter: str) -> bool:
    if letter in _JOINERS:
        return True
    return unicodedata.category(letter)[0] != "C" and face_for(letter, Weight.REGULAR) is not None


def _levels(text: str, direction: Direction) -> Sequence[int]:
    """The embedding level of each letter (UAX 9): even runs rightward, odd leftward."""
    if not _RUNS_LEFTWARD.search(text):
        return [0] * len(text)
    storage = algorithm.get_empty_storage()
    storage["base_dir"] = "R" if _begins_leftward(text, direction) else "L"
    storage["base_level"] = int(storage["base_dir"] == "R")
    algorithm.get_embedding_levels(_KEEPS_ITS_ORDER.sub(_embedded, text), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return list(_with_joiners(text, (letter["level"] for letter in storage["chars"])))


def _begins_leftward(text: str, direction: Direction) -> bool:
    """Mixed text runs as its paper does, but in a rightward paper an Arabic name with a number in it runs leftward."""
    if direction is Direction.RIGHT_TO_LEFT:
        return True
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def _embedded(match: re.Match[str]) -> str:
    """The match between marks that keep its order; a bracket whose partner stands outside stays outside."""
    text, before, after = match[0], "", ""
    if text.count("(") > text.count(")") and text.startswith("("):
        before, text = text[0], text[1:]
    elif text.count(")") > text.count("("):
        text, after = text[:-1], text[-1]
    return f"{before}{_LEFT_TO_RIGHT_EMBEDDING}{text}{_POP_DIRECTION}{after}"


def _with_joiners(text: str, levels: Iterator[int]) -> Iterator[int]:
    """The algorithm drops joiners (X9); here each keeps the level of the letter before it."""
    level = 0
    for letter in text:
        level = level if letter in _JOINERS else next(levels)
        yield level


def _breaks(text: str, levels: Sequence[int], weight: Weight, room: float) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends: at spaces, and inside a word only when it is wider than a line."""
    space = _width(" ", (0,), weight)
    start = end = 0
    used = 0.0
    for word in re.finditer("[^ ]+", text):
        width = _width(word[0], levels[word.start() : word.end()], weight)
        if end > start and used + space + width > room:
            yield start, end
            start, used = word.start(), 0.0
        while width > room:
            cut = _longest_start(text, levels, weight, room, start, word.end())
            yield start, cut
            start = cut
            width = _width(text[start : word.end()], levels[start : word.end()], weight)
        used += width if start >= word.start() else space + width
        end = word.end()
    if end > start:
        yield start, end


def _longest_start(text: str, levels: Sequence[int], weight: Weight, room: float, start: int, end: int) -> int:
    """The end of as many letters from `start` as fit, at least one; never between a letter and its marks."""
    cut = start + 1
    for following in range(start + 1, end):
        if unicodedata.combining(text[following]):
            continue
        if _width(text[start:following], levels[start:following], weight) > room:
            break
        cut = following
    return cut


def _width(text: str, levels: Sequence[int], weight: Weight) -> float:
    return sum(glyphs.advance for glyphs, _ in _shaped(text, levels, weight))


def _line(text: str, levels: Sequence[int], weight: Weight) -> Line:
    runs, at = [], 0.0
    for glyphs in _as_seen(list(_shaped(text, levels, weight))):
        runs.append(Run(glyphs, at))
        at += glyphs.advance
    return Line(tuple(runs), at)


def _shaped(text: str, levels: Sequence[int], weight: Weight) -> Iterator[tuple[Glyphs, int]]:
    """The text in runs of one face and one level, in reading order."""
    pieces = zip(text, _faces_of(text, weight), levels, strict=True)
    for (face, level), letters in groupby(pieces, key=lambda piece: (piece[1], piece[2])):
        yield shape("".join(letter for letter, _, _ in letters), face, rightward=level % 2 == 0), level


def _faces_of(text: str, weight: Weight) -> Iterator[Face]:
    """A face for each letter; marks and spaces stay with the letter before, so that they are shaped together."""
    face: Face | None = None
    for letter in text:
        clings = letter in _JOINERS or letter.isspace() or unicodedata.category(letter)[0] == "M"
        if face is None or not (clings and (letter in _JOINERS or face.has(letter))):
            face = face_for(letter, weight) or face or first_face(weight)
        yield face


def _as_seen(runs: list[tuple[Glyphs, int]]) -> list[Glyphs]:
    """Reading order to drawing order: from the deepest level up, neighbours that run leftward change places (L2)."""
    for level in range(max((level for _, level in runs), default=0), 0, -1):
        runs = [run for deep, part in groupby(runs, key=lambda run: run[1] >= level)
                for run in (reversed(list(part)) if deep else part)]  # fmt: skip
    return [glyphs for glyphs, _ in runs]
