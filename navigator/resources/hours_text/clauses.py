"""Cuts the pieces of a text into clauses: brackets opened, lines and sentences apart, stray halves put together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from navigator.resources.hours_text import vocabulary
from navigator.resources.hours_text.merging import merged_pieces
from navigator.resources.hours_text.parts import Part, Piece

DAY_PARTS = frozenset((Part.DAYS, Part.MONTHLY, Part.DATES, Part.YEARLESS))
TIME_PARTS = frozenset((Part.RANGES, Part.TIME, Part.ALWAYS))
_SPEAKS = frozenset((Part.DAYS, Part.TIME, Part.ALWAYS, Part.CLOSED, Part.DATES, Part.YEARLESS, Part.ORDINAL, Part.BAD))
_CORE = frozenset((Part.DAYS, Part.RANGES))
_BREAKS = frozenset((Part.HARD, Part.BLANK))


@dataclass(frozen=True, slots=True)
class Clause:
    """`after_gap`: an empty line or the beginning of the text is before it. `by_line`: a line ends with it."""

    pieces: tuple[Piece, ...]
    after_gap: bool = False
    by_line: bool = False

    def is_of(self, *parts: Part) -> bool:
        """Whether nothing but these, and signs between them, stands here."""
        return all(piece.part in (*parts, *_SIGNS) for piece in self.pieces)

    def has(self, parts: frozenset[Part]) -> bool:
        return any(piece.part in parts for piece in self.pieces)


_SIGNS = (Part.COMMA, Part.COLON, Part.DASH)


def clauses(made: Sequence[Piece]) -> list[Clause]:
    """The clauses in their order; what a bracket says on its own follows the clause that it stands in."""
    found = [
        replace(clause, pieces=tuple(merged_pieces(clause.pieces))) for run in _runs(_opened(made)) for clause in run
    ]
    return _with_halves_joined([clause for clause in found if any(piece.part not in _SIGNS for piece in clause.pieces)])


def _opened(made: Sequence[Piece]) -> list[Piece | tuple[Piece, ...]]:
    """Brackets taken away: days and times stand free, a name becomes a label, the rest a clause of its own."""
    result: list[Piece | tuple[Piece, ...]] = []
    place = 0
    while place < len(made):
        if made[place].part is not Part.OPEN:
            if made[place].part is not Part.CLOSE:
                result.append(made[place])
            place += 1
            continue
        end = next((at for at in range(place, len(made)) if made[at].part is Part.CLOSE), len(made))
        result += _content(tuple(piece for piece in made[place + 1 : end] if piece.part is not Part.OPEN))
        place = end + 1
    return result


def _content(inside: tuple[Piece, ...]) -> list[Piece | tuple[Piece, ...]]:
    texts = [piece.text for piece in inside if piece.part is Part.WORD]
    if any(piece.part is Part.CLOSED for piece in inside):
        return [tuple(Piece(Part.COMMA) if piece.part is Part.HARD else piece for piece in inside)]
    if not texts or texts == ["to"]:
        return list(inside)
    if any(piece.part is Part.APPOINTMENT for piece in inside):
        before = [piece.text for piece in inside[: _at(inside, Part.APPOINTMENT)] if piece.part is Part.WORD]
        named = any(text not in vocabulary.FILLER for text in before) or vocabulary.CONDITIONS.intersection(texts)
        return [inside] if named else [Piece(Part.APPOINTMENT)]
    if any(piece.part in _SPEAKS for piece in inside):
        return [inside]
    return [Piece(Part.LABEL, " ".join(texts), plain=True)]


def _at(inside: Sequence[Piece], part: Part) -> int:
    return next(place for place, piece in enumerate(inside) if piece.part is part)


def _runs(made: Sequence[Piece | tuple[Piece, ...]]) -> Iterator[list[Clause]]:
    """Clause by clause, each with the brackets that stand in it."""
    run: list[Piece] = []
    aside: list[Clause] = []
    gap = True
    for piece in (*made, Piece(Part.BLANK, "\n")):
        if isinstance(piece, tuple):
            aside += [clause for inner in _runs(piece) for clause in inner]
        elif piece.part not in _BREAKS:
            run.append(piece)
        else:
            yield [Clause(tuple(run), gap, by_line="\n" in piece.text), *aside]
            gap = piece.part is Part.BLANK or (gap and not run)
            run, aside = [], []


def _with_halves_joined(found: list[Clause]) -> list[Clause]:
    """ "8:00 - 4:00; Monday - Friday": where a clause is only days or only times, the row of clauses is read as one.

    Only if days and times then take turns from the first to the last; else the halves are left as they are.
    """
    result: list[Clause] = []
    for row in _rows(found):
        joined = _joined(row)
        stray = any(not _takes_turns(clause) for clause in row)
        result += [joined] if len(row) > 1 and stray and _takes_turns(joined) else row
    return result


def _joined(row: list[Clause]) -> Clause:
    """Ranges of two clauses become one list only where one of them lacks its days; days of two clauses never do."""
    whole: list[Piece] = []
    for before, clause in zip([None, *row], row, strict=False):
        whole += clause.pieces if before is None else (_seam(before, clause), *clause.pieces)
    return Clause(tuple(merged_pieces(whole)), row[0].after_gap, row[-1].by_line)


def _seam(before: Clause, after: Clause) -> Piece:
    """A comma joins lists, a colon keeps them apart."""
    last = [piece.part for piece in before.pieces if piece.part not in _SIGNS][-1]
    first = next(piece.part for piece in after.pieces if piece.part not in _SIGNS)
    lists = last is first is Part.RANGES and not (_takes_turns(before) and _takes_turns(after))
    return Piece(Part.COMMA if lists else Part.COLON)


def _rows(found: list[Clause]) -> Iterator[list[Clause]]:
    """Clauses one after the other that hold days and times alone, and no empty line between them."""
    row: list[Clause] = []
    for clause in found:
        simple = clause.is_of(Part.DAYS, Part.RANGES, Part.LABEL) and clause.has(_CORE)
        if row and simple and _is_simple(row[-1]) and not clause.after_gap:
            row.append(clause)
        else:
            if row:
                yield row
            row = [clause]
    if row:
        yield row


def _is_simple(clause: Clause) -> bool:
    """Days and times alone; a name may lead them."""
    core = [piece for piece in clause.pieces if piece.part not in _SIGNS]
    while core and core[0].part is Part.WORD:
        core.pop(0)
    return bool(core) and all(piece.part in (*_CORE, Part.LABEL) for piece in core)


def _takes_turns(clause: Clause) -> bool:
    core = [piece.part for piece in clause.pieces if piece.part in (Part.DAYS, Part.RANGES)]
    return bool(core) and len(core) % 2 == 0 and all(one is not other for one, other in pairwise(core))
