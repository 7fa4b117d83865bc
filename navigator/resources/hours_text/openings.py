"""Reads the openings of a clause, and why some of them cannot stand in a week."""

from collections.abc import Sequence
from dataclasses import replace

from navigator.resources.hours_text import words
from navigator.resources.hours_text.clauses import TIME_PARTS
from navigator.resources.hours_text.dates import on_days
from navigator.resources.hours_text.days import EVERY_DAY, Days
from navigator.resources.hours_text.headings import Heading
from navigator.resources.hours_text.labelled import Element, Pair, all_words, meaning, pairs
from navigator.resources.hours_text.parts import Part, Piece
from navigator.resources.hours_text.plain import is_plain, names_others
from navigator.resources.hours_text.statements import Does, Label, Statement, Taint, Unfit, confused, unfit
from navigator.resources.model import HoursKind

_LETTERS = frozenset("mtwrfs")


def openings(there: Sequence[Element], heading: Heading) -> list[Statement]:
    dated = [element for element in there if element.part is Part.DATES]
    if len(dated) > 1:
        return [confused(all_words(there))]
    dates = _dates(dated[0].piece, heading) if dated else heading.dates
    if dated and not any(element.part in TIME_PARTS for element in there):
        return [unfit(Unfit.NO_TIMES, all_words(there))]
    found = pairs([element for element in there if element not in dated])
    if found is None:
        return [confused(all_words(there))]
    asked = [unfit(Unfit.NO_TIMES)] if words.says_ask(all_words(there)) else []
    return [*(_opening(pair, heading, dates) for pair in found), *asked]


def _dates(own: Piece | None, heading: Heading) -> Piece | None:
    """The dates of a clause with those of the lines just above it, which have no times of their own."""
    above = heading.dates if heading.is_fresh else None
    return replace(own, dates=above.dates + own.dates) if own and above and above.text == own.text else own


def _opening(pair: Pair, heading: Heading, dates: Piece | None) -> Statement:
    label = pair.label if meaning(pair.label) else heading.label + pair.label
    said = words.joined(label)
    days = pair.days.days if pair.days else frozenset()
    if pair.times is None and words.only_adds(said) and words.by_request(label):
        return Statement(Does.APPOINTMENT, by_appointment=True)
    why = _reason(pair, said) or _unsure(pair)
    if why or pair.times is None:
        return unfit(why or Unfit.NO_TIMES, label, days, _taint(why, pair, label))
    if words.is_machine(said):
        return Statement(Does.NOTHING, label)
    return _fit(pair.times, label, days, dates)


def _fit(times: Piece, label: Label, days: Days, dates: Piece | None) -> Statement:
    always = times.part is Part.ALWAYS
    opens = Statement(Does.OPENS, label, days or EVERY_DAY, times.times, always=always)
    if dates is None:
        return opens if days or always else unfit(Unfit.NO_DAYS, label, taints=Taint.SAME)
    if not days and dates.text == "range":
        return unfit(Unfit.NO_DAYS, label)
    on = on_days(dates.dates, days or EVERY_DAY)
    sure = bool(on) and (dates.text == "range" or len(on) == len(dates.dates))
    return replace(opens, dates=on) if sure else unfit(Unfit.CONFUSED, label)


def _reason(pair: Pair, said: list[str]) -> Unfit | None:
    """Why a pair cannot stand in a week; None if it can. What a machine does at all hours is nobody's hours."""
    if words.is_machine(said):
        return None if pair.times and pair.times.part is Part.ALWAYS else Unfit.WORDS
    if words.is_zone(said):
        return Unfit.ZONE
    if words.is_visit(said):
        return Unfit.VISITS
    if words.is_season(said):
        return Unfit.SEASON
    if words.restricts(said):
        return Unfit.WORDS
    return _shape(pair) or _not_plain(pair, said)


def _not_plain(pair: Pair, said: list[str]) -> Unfit | None:
    """Why the words beside the times leave them as text: nobody can say what a word does that is not known."""
    if is_plain(said):
        return None
    if pair.times and pair.times.part is Part.ALWAYS and words.kind_of(said) is not HoursKind.PHONE:
        return Unfit.ON_CALL
    return Unfit.SEVERAL if names_others(said) else Unfit.NOT_KNOWN


def _shape(pair: Pair) -> Unfit | None:
    if pair.days and pair.days.part is Part.MONTHLY:
        return Unfit.MONTHLY
    if pair.days and pair.days.part is Part.YEARLESS:
        return Unfit.NO_YEAR
    if pair.times is None:
        return Unfit.NO_TIMES
    return Unfit.NO_END if pair.times.part is Part.TIME else None


def _unsure(pair: Pair) -> Unfit | None:
    """Words that may name this pair or the next matter if they name a door, a machine or a doubt; a letter is a day."""
    said = words.joined(pair.unsure)
    if _LETTERS.intersection((*pair.label, *said)):
        return Unfit.CONFUSED
    plain = words.kind_of(said) is HoursKind.UNKNOWN and not words.is_machine(said)
    return None if plain and is_plain(said) and not words.restricts(said) else Unfit.CONFUSED


def _taint(why: Unfit | None, pair: Pair, label: Label) -> Taint:
    """What the part that cannot stand may make wrong besides."""
    if why is Unfit.ZONE:
        return Taint.ALL
    if why in (Unfit.SEASON, Unfit.WORDS) or (why is not Unfit.ON_CALL and not is_plain(words.joined(label))):
        return Taint.DOORS if pair.times or meaning(label) else Taint.ALL
    if why is Unfit.NO_END and pair.days is None:
        return Taint.DOORS
    if why in (Unfit.MONTHLY, Unfit.CONFUSED, Unfit.NO_END):
        return Taint.SAME
    if why is Unfit.NO_TIMES and "only" in label:
        return Taint.ALL
    return Taint.NOTHING
