"""Cuts a text into words, numbers and marks, also where a line break was lost ("5pmTuesday")."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from navigator.resources.hours_text.dates import DATE, YEARLESS
from navigator.resources.hours_text.phrases import MARKS, marked


class Sort(Enum):
    WORD = auto()
    NUMBER = auto()
    MARK = auto()
    DASH = auto()
    COMMA = auto()
    COLON = auto()
    SLASH = auto()
    HARD = auto()
    """Ends a clause: semicolon, line break, full stop, bar, or a line break that was lost."""
    BLANK = auto()
    """An empty line: what was said before it does not reach beyond."""
    OPEN = auto()
    CLOSE = auto()
    DATE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """`glued`: nothing stands between it and the token before."""

    sort: Sort
    text: str
    glued: bool = False

    @property
    def word(self) -> str:
        return self.text.lower()


_PIECE = re.compile(
    r"(?P<blank>[^\S\n]*\n\s*\n\s*)|(?P<line>[^\S\n]*\n\s*)|(?P<space>\s+)|\ue010(?P<date>\d+)"
    r"|(?P<number>\d+(?:\s?:\d+)*)"
    r"|(?P<word>[A-Za-z]+(?:['\u2019][a-z]+)?)|(?P<other>.)"
)
_SIGNS = {
    "-": Sort.DASH,
    ",": Sort.COMMA,
    "&": Sort.COMMA,
    "+": Sort.COMMA,
    ":": Sort.COLON,
    "/": Sort.SLASH,
    ";": Sort.HARD,
    "|": Sort.HARD,
    ".": Sort.HARD,
    "*": Sort.HARD,
    "(": Sort.OPEN,
    ")": Sort.CLOSE,
    "[": Sort.OPEN,
    "]": Sort.CLOSE,
} | dict.fromkeys(MARKS + YEARLESS, Sort.MARK)


def tokens(text: str) -> list[Token]:
    """The tokens of a text, spaces left out."""
    found: list[Token] = []
    glued = False
    for match in _PIECE.finditer(marked(text).strip()):
        kind, piece = match.lastgroup, match.group()
        if kind == "space":
            glued = False
            continue
        if kind == "word":
            found.append(_word(piece, glued))
        else:
            found.append(_token(str(kind), piece, glued))
        glued = True
    return found


def _token(kind: str, piece: str, glued: bool) -> Token:
    if kind == "number":
        return Token(Sort.NUMBER, re.sub(r"\s", "", piece), glued)
    if kind == "date":
        return Token(Sort.DATE, piece.lstrip(DATE))
    if kind == "blank":
        return Token(Sort.BLANK, "\n")
    if kind == "line":
        return Token(Sort.HARD, "\n")
    return Token(_SIGNS.get(piece, Sort.OTHER), piece, glued)


def _word(piece: str, glued: bool) -> Token:
    return Token(Sort.COMMA if piece.lower() == "and" else Sort.WORD, piece, glued)
