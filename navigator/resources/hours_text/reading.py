"""Reads a clause: what it opens, closes or leaves to an appointment, and what its words do to the rest."""

from collections.abc import Sequence
from dataclasses import replace

from navigator.resources.hours_text import vocabulary, words
from navigator.resources.hours_text.clauses import DAY_PARTS, TIME_PARTS, Clause
from navigator.resources.hours_text.closing import closings
from navigator.resources.hours_text.headings import Heading, heading_after, is_heading
from navigator.resources.hours_text.labelled import Element, all_days, all_words, elements, meaning
from navigator.resources.hours_text.openings import openings
from navigator.resources.hours_text.parts import EITHER_DAY, Part
from navigator.resources.hours_text.plain import is_aside, is_plain
from navigator.resources.hours_text.statements import Does, Label, Statement, Taint, Unfit, confused, unfit


def statements(found: Sequence[Clause]) -> list[Statement]:
    """What the clauses state, in their order."""
    result: list[Statement] = []
    heading = Heading()
    for place, clause in enumerate(found):
        if clause.after_gap:
            heading = Heading()
        there = elements(clause.pieces)
        after = found[place + 1] if place + 1 < len(found) else None
        leads = after is not None and not after.after_gap and is_heading(there, clause, after)
        heading = heading_after(there, heading, leads=leads)
        if not leads:
            result += _read(there, heading)
            heading = replace(heading, is_fresh=False)
    return result


def _read(there: Sequence[Element], heading: Heading) -> list[Statement]:
    parts = {element.part for element in there}
    if Part.BAD in parts:
        return [_bad(there, heading)]
    if Part.CLOSED in parts:
        rest, closed = closings(there)
        return [*(_read(rest, heading) if rest else []), *closed]
    if Part.APPOINTMENT in parts:
        return _by_appointment(there, heading)
    if Part.YEARLESS in parts:
        label = all_words(there)
        plain = is_plain(words.joined(label))
        return [unfit(Unfit.NO_YEAR, label, taints=Taint.NOTHING if plain else Taint.DOORS)]
    if not parts & (DAY_PARTS | TIME_PARTS):
        return [_of_words(all_words(there))]
    return openings(there, heading)


def _bad(there: Sequence[Element], heading: Heading) -> Statement:
    """Something that cannot be told: with it the days and times beside it are lost."""
    label = all_words(there) or heading.label
    if any(element.piece and element.piece.text == EITHER_DAY for element in there):
        return unfit(Unfit.NO_DAYS, label)
    return confused(label)


def _of_words(label: Label) -> Statement:
    """Words without days or times: a name, a promise of more, or something that may change the hours."""
    said = words.joined(label)
    if words.is_machine(said) and not words.restricts([word for word in said if word != "answering"]):
        return Statement(Does.NOTHING, label)
    if words.only_adds(said):
        return _added(label)
    if words.is_season(said):
        return unfit(Unfit.SEASON, label, taints=Taint.ALL)
    if words.says_ask(label) and not words.restricts(said):
        return unfit(Unfit.NO_TIMES, label)
    if words.restricts(said):
        return unfit(Unfit.WORDS, label, taints=Taint.ALL)
    if vocabulary.DAYPARTS.intersection(said):
        return unfit(Unfit.NO_TIMES, label)
    return Statement(Does.NOTHING, label) if is_aside(said) else unfit(Unfit.NOT_KNOWN, label, taints=Taint.ALL)


def _added(label: Label) -> Statement:
    """More is to be had: by appointment, at times that are not said, or simply something else ("child care")."""
    if words.by_request(label):
        return Statement(Does.APPOINTMENT, by_appointment=True)
    said = words.joined(label)
    open_times = vocabulary.DAYPARTS.intersection(said) or "hours" in label
    if open_times:
        return unfit(Unfit.NO_TIMES, label)
    return Statement(Does.NOTHING, label) if is_aside(said) else unfit(Unfit.NOT_KNOWN, label, taints=Taint.ALL)


def _by_appointment(there: Sequence[Element], heading: Heading) -> list[Statement]:
    """By appointment is what it stands with, unless words before it say what else is ("or", "evenings")."""
    place = next(place for place, element in enumerate(there) if element.part is Part.APPOINTMENT)
    before, rest = list(there[:place]), list(there[place + 1 :])
    mains = [element for element in (*before, *rest) if element.part in DAY_PARTS | TIME_PARTS]
    named = bool(before) and before[-1].piece is None and bool(meaning(before[-1].label) or "or" in before[-1].label)
    label = before[-1].label if named else heading.label
    added = Statement(Does.APPOINTMENT, label, all_days(there), by_appointment=True)
    if not any(element.part in TIME_PARTS for element in mains):
        if vocabulary.CONDITIONS.intersection(words.joined(all_words(there))):
            return [added, unfit(Unfit.WORDS, all_words(there), taints=Taint.ALL)]
        return [added if named or mains else replace(added, label=(), is_of_all=True)]
    if named:
        return [*_read(before[:-1], heading), replace(added, days=frozenset())]
    return [replace(one, by_appointment=True) for one in _read([*before, *_kept(rest)], heading)]


def _kept(rest: Sequence[Element]) -> list[Element]:
    """What follows, without the words that go on about the appointment."""
    return [element for element in rest if element.piece is not None or not is_aside(words.joined(element.label))]
