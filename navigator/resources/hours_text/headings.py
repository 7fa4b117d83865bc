"""The lines that say something of the clauses below them: a name ("Office:"), or dates that they hold on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from navigator.resources.hours_text import words
from navigator.resources.hours_text.clauses import DAY_PARTS, TIME_PARTS, Clause
from navigator.resources.hours_text.labelled import Element, all_words
from navigator.resources.hours_text.parts import Part, Piece
from navigator.resources.hours_text.statements import Label
from navigator.resources.model import HoursKind

_SAYS = DAY_PARTS | TIME_PARTS | {Part.CLOSED, Part.APPOINTMENT, Part.BAD}


@dataclass(frozen=True, slots=True)
class Heading:
    label: Label = ()
    dates: Piece | None = None
    is_fresh: bool = False
    """The line just above was dates, so that more dates add to them."""


def is_heading(there: Sequence[Element], clause: Clause, after: Clause) -> bool:
    """A line of words that names what follows, or of dates alone."""
    if [element.part for element in there] in ([Part.DATES], [Part.DAYS, Part.DATES]):
        return True
    if any(element.part in _SAYS for element in there):
        return False
    said = words.joined(all_words(there))
    if clause.pieces[-1].part is Part.COLON:
        return True
    if words.is_machine(said) or words.restricts(said) or words.says_ask(said):
        return False
    return clause.after_gap or (after.has(_SAYS) and words.kind_of(said) is not HoursKind.PHONE)


def heading_after(there: Sequence[Element], before: Heading, *, leads: bool) -> Heading:
    dates = next((element.piece for element in there if element.part is Part.DATES), None)
    if leads and dates:
        earlier = before.dates.dates if before.dates and before.is_fresh else ()
        return replace(before, dates=replace(dates, dates=earlier + dates.dates), is_fresh=True)
    if leads or (there and there[0].piece is None and there[0].colon):
        return Heading(
            tuple(word for element in there if element.piece is None for word in element.label)
            if leads
            else there[0].label,
            before.dates,
        )
    return before
