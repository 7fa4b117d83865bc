"""Reads back what a paper's bytes draw: each run of words with its page, place, font and size."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

from navigator.documents.pages import Pages


@dataclass(frozen=True)
class Drawn:
    """One run, `x` and `y` in points from the bottom left."""

    page: int
    text: str
    x: float
    y: float
    font: str
    size: float


def drawn(pages: Pages) -> list[Drawn]:
    reader = PdfReader(BytesIO(pages.data))
    return [run for number, page in enumerate(reader.pages, start=1) for run in _runs(number, page, reader)]


def lines(pages: Pages) -> list[str]:
    """What the eye reads on each line, left to right, page by page, top to bottom."""
    places: dict[tuple[int, float], list[Drawn]] = {}
    for run in drawn(pages):
        places.setdefault((run.page, -run.y), []).append(run)
    return ["".join(run.text for run in sorted(runs, key=lambda run: run.x)) for _, runs in sorted(places.items())]


def text(pages: Pages) -> str:
    return "\n".join(lines(pages))


def _runs(number: int, page: PageObject, reader: PdfReader) -> Iterator[Drawn]:
    letters = {name: _letters(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
    fonts = {name: font.get_object()["/BaseFont"] for name, font in page["/Resources"]["/Font"].items()}
    font, size, x, y, said = "", 0.0, 0.0, 0.0, ""
    for operands, operator in ContentStream(page["/Contents"].get_object(), reader).operations:
        if operator in (b"Tm", b"ET") and said:
            yield Drawn(number, said, x, y, fonts[font], size)
            said = ""
        if operator == b"Tm":
            x, y = float(operands[4]), float(operands[5])
        elif operator == b"Tf":
            font, size = operands[0], float(operands[1])
        elif operator in (b"Tj", b"TJ"):
            parts = operands[0] if operator == b"TJ" else operands
            said += "".join(letters[font][code] for part in parts for code in _codes(part))


def _codes(part: object) -> bytes:
    original = getattr(part, "original_bytes", b"")
    return part if isinstance(part, bytes) else original


def _letters(font: dict) -> dict[int, str]:
    table = font["/ToUnicode"].get_object().get_data().decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4})>\n", table)
    return {int(code, 16): chr(int(letter, 16)) for code, letter in pairs}
