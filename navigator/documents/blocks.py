"""The words of a paper, block by block, before any ink: plain values that tests can read.

A new kind of paper adds kinds of blocks here and their setting in `setting.py`, or in a file of its own beside it
(`plan_setting.py`); nothing else need change.
"""

from dataclasses import dataclass
from enum import StrEnum

NO_PERSON = "no person"
"""What a paper is about when it holds no word on a person served: `Door.hand_out` takes only these (P-06)."""


class Direction(StrEnum):
    """Which way the language of a paper runs. Names in another script run their own way inside it (D-10)."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class Size(StrEnum):
    """How large the paper is set (D-04, D-07)."""

    STANDARD = "standard"


class Format(StrEnum):
    """The sheet that the printer holds."""

    LETTER = "letter"
    A4 = "A4"


@dataclass(frozen=True)
class Title:
    """What a page holds, at its top. Each begins a page of its own; the pages after it repeat it small."""

    text: str


@dataclass(frozen=True)
class Lead:
    """One short sentence under the title."""

    text: str


@dataclass(frozen=True)
class Note:
    """One small line under the title."""

    text: str


@dataclass(frozen=True)
class Number:
    """A number to dial, set large on its own line (D-07). `words` say what it is for, small beside it."""

    number: str
    words: str = ""


@dataclass(frozen=True)
class Fact:
    """One row of a place: "Open", "Day and night, every day"."""

    label: str
    text: str


@dataclass(frozen=True)
class Place:
    """One place that may help. `call` stands before the numbers where they need a sentence; `checked` at the end."""

    name: str
    numbers: tuple[Number, ...]
    facts: tuple[Fact, ...]
    checked: str
    call: str = ""


@dataclass(frozen=True)
class Lifeline:
    """One number in the grey box: who answers (strong), how and when, and the number itself, large."""

    who: str
    how: str
    number: str


@dataclass(frozen=True)
class CrisisBox:
    """The one grey box of a paper: whom to call when it gets hard.

    `on_first_page`: it stands at the end of the page that its title began, even where what is before it goes on.
    """

    lines: tuple[Lifeline, ...]
    on_first_page: bool = False


@dataclass(frozen=True)
class NextStep:
    """One thing to do next: at the left when, with a box to tick off; at the right what, and its number large."""

    when: str
    day: str
    done: str
    what: str
    number: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """Words that run on, as somebody said or typed them."""

    text: str


@dataclass(frozen=True)
class Item:
    """One of several short sentences, with a dot before it."""

    text: str


@dataclass(frozen=True)
class Listing:
    """Somebody to reach: a name, the number large on its own line where there is one, then words."""

    name: str
    number: str = ""
    words: tuple[str, ...] = ()


type Part = Paragraph | Item | Listing


@dataclass(frozen=True)
class Section:
    """Parts under one heading."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class OwnWords:
    """A box with empty lines, for the person to write on."""

    title: str
    lines: int


type Block = Title | Note | Lead | Place | NextStep | Section | OwnWords | CrisisBox


@dataclass(frozen=True)
class Footer:
    """What stands at the foot of every page (D-08); `page` is filled with {page} and {pages}."""

    text: str
    page: str


@dataclass(frozen=True)
class Document:
    """A whole paper as words. `job` is its neutral name for PDF titles and printers: never a person's (D-11)."""

    job: str
    template: str
    about: str
    language: str
    direction: Direction
    blocks: tuple[Block, ...]
    footer: Footer
    marking: str = ""
    size: Size = Size.STANDARD
    format: Format = Format.LETTER
