"""The elements of a clause, and its days and times in pairs, each with the words that name it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from navigator.resources.hours_text import vocabulary, words
from navigator.resources.hours_text.clauses import DAY_PARTS, TIME_PARTS
from navigator.resources.hours_text.days import Days
from navigator.resources.hours_text.parts import Part, Piece
from navigator.resources.hours_text.statements import Label

_SIGNS = frozenset((Part.COMMA, Part.COLON, Part.DASH))
_MAIN = DAY_PARTS | TIME_PARTS


@dataclass(frozen=True, slots=True)
class Element:
    """A main piece, or words (then `piece` is None). `apart` and `ends`: a sign stands before, after."""

    piece: Piece | None
    label: Label = ()
    bracketed: bool = False
    apart: bool = False
    ends: bool = False
    colon: bool = False

    @property
    def part(self) -> Part:
        return self.piece.part if self.piece else Part.LABEL


@dataclass(frozen=True, slots=True)
class Pair:
    """Days with their times; one of them is missing where the clause does not say it."""

    days: Piece | None
    times: Piece | None
    label: Label = ()
    unsure: Label = ()
    """Words that may name this pair or the one beside it."""


def elements(made: Sequence[Piece]) -> list[Element]:
    """Words in a row are one element; so are several opening times ("9 AM & 1 PM, Tuesday")."""
    found: list[Element] = []
    apart = False
    for place, piece in enumerate(made):
        if piece.part in _SIGNS:
            apart = True
            continue
        after = made[place + 1] if place + 1 < len(made) else None
        ends, colon = after is None or after.part in _SIGNS, bool(after and after.part is Part.COLON)
        _add(found, piece, Element(piece, apart=apart, ends=ends, colon=colon))
        apart = False
    return [element for element in found if element.piece or element.label]


def _add(found: list[Element], piece: Piece, element: Element) -> None:
    last = found[-1] if found else None
    if piece.part is Part.TIME and last and last.part is Part.TIME:
        return
    if piece.part not in (Part.WORD, Part.LABEL, Part.ORDINAL):
        found.append(element)
        return
    label = tuple(piece.text.split()) if piece.part is not Part.ORDINAL else ("first",)
    bracketed = piece.part is Part.LABEL
    if last and last.piece is None and not (bracketed or last.bracketed):
        found[-1] = Element(None, last.label + label, False, last.apart, element.ends, element.colon)
    else:
        found.append(Element(None, label, bracketed, element.apart, element.ends, element.colon))


def all_words(there: Sequence[Element]) -> Label:
    return tuple(word for element in there for word in element.label)


def all_days(there: Sequence[Element]) -> Days:
    return frozenset(day for element in there if element.piece for day in element.piece.days)


def meaning(label: Sequence[str]) -> Label:
    """The words of a label that say which hours are meant."""
    return tuple(word for word in words.joined(label) if word not in vocabulary.FILLER)


def pairs(found: Sequence[Element]) -> list[Pair] | None:
    """The pairs of a clause with their names, or None where days and times do not pair in one way only."""
    mains = [place for place, element in enumerate(found) if element.part in _MAIN]
    groups = _groups([found[place] for place in mains], [_is_apart(found, place) for place in mains])
    if groups is None:
        return None
    spans = [[mains[index] for index in group] for group in groups]
    return [_pair([found[place] for place in span], *_names(found, spans, number)) for number, span in enumerate(spans)]


def _is_apart(found: Sequence[Element], place: int) -> bool:
    return found[place].apart or (place > 0 and found[place - 1].piece is None)


def _groups(mains: Sequence[Element], apart: Sequence[bool]) -> list[list[int]] | None:
    """Places that belong together: days and times in turns; "24 hours" may stand alone before or after."""
    parts = [element.part for element in mains]
    if len(parts) <= 1 or not any(part in DAY_PARTS for part in parts):
        return [[place] for place in range(len(parts))]
    if len(parts) % 2 == 0:
        return [[place, place + 1] for place in range(0, len(parts), 2)] if _in_turns(parts) else None
    if parts[-1] is Part.ALWAYS and apart[-1] and _in_turns(parts[:-1]):
        return [*(_groups(mains[:-1], apart[:-1]) or []), [len(parts) - 1]]
    if parts[0] is Part.ALWAYS and apart[1] and _in_turns(parts[1:]):
        return [[0], *([place + 1 for place in group] for group in _groups(mains[1:], apart[1:]) or [])]
    return None


def _in_turns(parts: Sequence[Part]) -> bool:
    are_days = [part in DAY_PARTS for part in parts]
    return all(one != other for one, other in pairwise(are_days))


def _pair(there: Sequence[Element], label: Label, unsure: Label) -> Pair:
    days = next((element.piece for element in there if element.part in DAY_PARTS), None)
    times = next((element.piece for element in there if element.part in TIME_PARTS), None)
    return Pair(days, times, label, unsure)


def _names(found: Sequence[Element], spans: Sequence[Sequence[int]], number: int) -> tuple[Label, Label]:
    """The label of a pair: what stands in it, before it or after it; and the words that could be another's."""
    sure: list[str] = []
    unsure: list[str] = []
    leads, trails = _style(found, spans)
    for place, element in enumerate(found):
        if element.piece is not None:
            continue
        owners = _owners(found, place, spans, leads=leads, trails=trails)
        if owners == [number]:
            sure += element.label
        elif number in owners:
            unsure += element.label
    if not sure and leads and number:
        return _names(found, spans, number - 1)
    if not sure and not leads and number + 1 < len(spans) and not _is_lone_always(found, spans[number + 1]):
        return _names(found, spans, number + 1)[0], tuple(unsure)
    return tuple(sure), tuple(unsure)


def _style(found: Sequence[Element], spans: Sequence[Sequence[int]]) -> tuple[bool, bool]:
    """Whether names lead their hours in this clause, or trail them."""
    first, last = spans[0][0], spans[-1][-1]
    before = any(element.piece is None and meaning(element.label) for element in found[:first])
    after = any(element.piece is None and meaning(element.label) for element in found[last + 1 :])
    return before, after and not before


def _is_lone_always(found: Sequence[Element], span: Sequence[int]) -> bool:
    return [found[place].part for place in span] == [Part.ALWAYS]


def _owners(
    found: Sequence[Element], place: int, spans: Sequence[Sequence[int]], *, leads: bool, trails: bool
) -> list[int]:
    element = found[place]
    before = [number for number, span in enumerate(spans) if span[-1] < place]
    after = [number for number, span in enumerate(spans) if span[0] > place]
    within = [number for number, span in enumerate(spans) if span[0] < place < span[-1]]
    if within or not before or not after:
        return within or after[:1] or before[-1:]
    if not words.may_never_close(words.joined(element.label)) and _is_lone_always(found, spans[after[0]]):
        return after[:1]
    if element.bracketed or trails or (element.ends and not element.apart and not leads):
        return before[-1:]
    if leads or (element.apart and not element.ends):
        return after[:1]
    return [before[-1], after[0]]
