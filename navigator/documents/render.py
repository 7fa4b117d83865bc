"""Inks a document: blocks become pages of a PDF in memory, the same words always the same bytes (D-11)."""

from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from navigator.documents.blocks import Direction, Document
from navigator.documents.letters import Weight, first_face
from navigator.documents.pages import Pages
from navigator.documents.setting import Setter
from navigator.documents.sheet import SHEETS, Box, Ink, Mark, Rule, Words, fill_pages

_COLORS = {ink: HexColor(ink.value) for ink in Ink}


def render(document: Document) -> Pages:
    """The document as PDF bytes. Letters that the papers' fonts lack are left out, never drawn as boxes."""
    sheet = SHEETS[document.format]
    setter = Setter(sheet, document.size, document.direction)
    chapters = setter.chapters(document.blocks, document.job)
    pages = [marks for chapter in chapters for marks in fill_pages(chapter, sheet)]
    paper = BytesIO()
    canvas = Canvas(
        paper,
        pagesize=(sheet.width, sheet.height),
        invariant=1,
        lang=document.language,
        initialFontName=first_face(Weight.REGULAR).name,
    )
    canvas.setTitle(document.job)
    canvas.setAuthor("")
    canvas.setCreator("")
    canvas.setSubject("")
    pen = _Pen(canvas, sheet.width, sheet.height, leftward=document.direction is Direction.RIGHT_TO_LEFT)
    for number, marks in enumerate(pages, start=1):
        foot = setter.footer(document.footer.text, document.footer.page.format(page=number, pages=len(pages)))
        pen.draw([*marks, *foot, *(setter.marking(document.marking) if document.marking else ())])
        canvas.showPage()
    canvas.save()
    return Pages(paper.getvalue(), len(pages), document.template, document.about, document.job)


class _Pen:
    """Draws marks on the canvas, whose own y runs upward; in a leftward paper x counts from the right."""

    def __init__(self, canvas: Canvas, width: float, height: float, *, leftward: bool) -> None:
        self._canvas = canvas
        self._width = width
        self._height = height
        self._leftward = leftward

    def draw(self, marks: list[Mark]) -> None:
        for mark in marks:
            match mark:
                case Words():
                    self._words(mark)
                case Rule():
                    self._rule(mark)
                case Box():
                    self._box(mark)

    def _words(self, mark: Words) -> None:
        width = mark.style.width(mark.line)
        x = self._left(mark.x - width if mark.to_far_end else mark.x, width)
        text = self._canvas.beginText()
        text.setFillColor(_COLORS[mark.style.ink])
        em = mark.style.size / 1000
        for run in mark.line.runs:
            text.setFont(run.glyphs.face.name, mark.style.size)
            for step in run.glyphs.steps:
                text.setTextOrigin(x + (run.start + step.along) * em, self._height - mark.y + step.up * em)
                text.textOut(step.text)
        self._canvas.drawText(text)

    def _rule(self, mark: Rule) -> None:
        x = self._left(mark.x, mark.width)
        y = self._height - mark.y
        self._canvas.setStrokeColor(_COLORS[mark.ink])
        self._canvas.setLineWidth(mark.thickness)
        self._canvas.line(x, y, x + mark.width, y)

    def _box(self, mark: Box) -> None:
        x = self._left(mark.x, mark.width)
        y = self._height - mark.y - mark.height
        filled = mark.fill is not None
        if mark.fill is not None:
            self._canvas.setFillColor(_COLORS[mark.fill])
        self._canvas.setStrokeColor(_COLORS[Ink.TEXT])
        self._canvas.setLineWidth(1.0)
        self._canvas.roundRect(x, y, mark.width, mark.height, mark.corner, stroke=not filled, fill=filled)

    def _left(self, x: float, width: float) -> float:
        return self._width - x - width if self._leftward else x
