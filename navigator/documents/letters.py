"""The letters of a paper: its fonts, which of them has a letter, and shaping by HarfBuzz into glyphs to draw.

Noto Sans comes first; Arabic and Hebrew are loaded when a name needs them. Fonts are read once per process.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby

import uharfbuzz as harfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, TTFont

from navigator.data import data_dir
from navigator.errors import StationError

_PRIVATE_USE = 0xE000
_FEATURES = {"kern": True, "liga": False}


class Weight(StrEnum):
    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


_FAMILIES = ("NotoSans", "NotoSansArabic", "NotoSansHebrew")


@dataclass(frozen=True)
class Face:
    """One font in one weight: ReportLab's side embeds it, HarfBuzz's side shapes it."""

    name: str
    ink: TTFont
    shaper: harfbuzz.Font

    def has(self, letter: str) -> bool:
        return ord(letter) in self.ink.face.charToGlyph


@dataclass(frozen=True)
class Step:
    """Glyphs on one height: `along` and `up` from the beginning of their run, in thousandths of the font size."""

    text: ShapedStr
    along: float
    up: float


@dataclass(frozen=True)
class Glyphs:
    """Text shaped in one face, in the order it is drawn. `advance` is its width in thousandths of the font size.

    Marks above and below stand in steps of their own: ReportLab loses its baseline where two marks are stacked.
    """

    face: Face
    steps: tuple[Step, ...]
    advance: float

    @property
    def text(self) -> str:
        return "".join(step.text for step in self.steps)


def first_face(weight: Weight) -> Face:
    """The face of most papers."""
    return _face(_FAMILIES[0], weight)


def face_for(letter: str, weight: Weight) -> Face | None:
    """The first face that has `letter`, or None: no font of the papers can draw it."""
    return next((face for face in _faces(weight) if face.has(letter)), None)


def _faces(weight: Weight) -> Iterable[Face]:
    """Lazily: a Latin paper never reads the other fonts."""
    return (_face(family, weight) for family in _FAMILIES)


def shape(text: str, face: Face, *, rightward: bool) -> Glyphs:
    """`text`, all of one face and one direction, as glyphs from left to right."""
    buffer = harfbuzz.Buffer()
    buffer.cluster_level = harfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr" if rightward else "rtl"
    harfbuzz.shape(face.shaper, buffer, _FEATURES)
    steps: list[Step] = []
    along = 0.0
    glyphs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    for height, level in groupby(glyphs, key=lambda glyph: glyph[1].y_offset):
        string = _string([(info.codepoint, text[info.cluster], position) for info, position in level], face.ink)
        steps.append(Step(string, along, face.ink.face._pdfScale(height)))
        along += sum(data.x_advance for data in string.__shapeData__)
    return Glyphs(face, tuple(steps), along)


def _string(glyphs: list[tuple[int, str, harfbuzz.GlyphPosition]], font: TTFont) -> ShapedStr:
    """Glyphs (number, the letter it came from, position) as ReportLab draws them; the height is not in it."""
    scale = font.face._pdfScale
    letters = [_letter_of(glyph, source, font) for glyph, source, _ in glyphs]
    data = [
        ShapeData(place, scale(at.x_advance), 0, scale(at.x_offset), 0, font.face.charWidths[ord(letter)])
        for place, (letter, (_, _, at)) in enumerate(zip(letters, glyphs, strict=True))
    ]
    return ShapedStr("".join(letters), data)


def _letter_of(glyph: int, source: str, font: TTFont) -> str:
    """A letter that stands for `glyph` in ReportLab's tables: the written one where it is that glyph's."""
    if font.face.charToGlyph.get(ord(source)) == glyph:
        return source
    return chr(font.face.glyphToChar[glyph][0])


@cache
def _face(family: str, weight: Weight) -> Face:
    style = weight if family == "NotoSans" or weight is Weight.REGULAR else Weight.BOLD
    name = f"{family}-{style}"
    path = data_dir() / "fonts" / "paper" / f"{name}.ttf"
    if not path.is_file():
        raise StationError(f"The font {path.name} is missing. Install Navigator again.")
    ink = TTFont(name, str(path))
    shaper = harfbuzz.Font(harfbuzz.Face(harfbuzz.Blob.from_file_path(str(path))))
    _name_unnamed_glyphs(ink, shaper)
    pdfmetrics.registerFont(ink)
    return Face(name, ink, shaper)


def _name_unnamed_glyphs(ink: TTFont, shaper: harfbuzz.Font) -> None:
    """Gives each glyph without a letter of its own (joined Arabic forms) one of the private use area.

    ReportLab would do so as it meets them, and the bytes of a paper would then depend on what was printed before it.
    """
    for glyph in range(shaper.face.glyph_count):
        if glyph not in ink.face.glyphToChar:
            letter = _PRIVATE_USE + glyph
            ink.face.charToGlyph[letter] = glyph
            ink.face.glyphToChar[glyph] = [letter]
            ink.face.charWidths[letter] = ink.face._pdfScale(shaper.get_glyph_h_advance(glyph))
