"""The order of the hits: the words first, then what matters in need."""

from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz, process

from navigator.city import Zip
from navigator.resources.model import Fact, Status
from navigator.resources.search.columns import Columns
from navigator.resources.search.index import Floats
from navigator.resources.search.match import Match
from navigator.resources.search.names import Names
from navigator.resources.search.opening import UNKNOWN, YES
from navigator.resources.search.wanted import Wanted

_NEAR_ENOUGH = 0.55
"""Entries that hold less than this share of what the best one holds of the query are not listed."""
_ALIKE_FROM, _ALIKE = 60.0, 0.5
"""Likeness of names, in percent, from which it counts, and what the same name adds to 1."""
_BEGINS, _ORGANIZATION = 0.35, 0.8
"""What it adds that a name begins with the query; how much the organization's name counts beside the entry's own."""
_DISTANCE, _MILES_HALVED, _SOMEWHERE = 0.65, 4.0, 0.35
"""The share of the worth that nearness decides; miles after which it halves; nearness of what is not known where."""
_OPEN, _INDIRECT, _NATIONAL, _DO_NOT_REFER, _OVERDUE = 0.12, 0.85, 0.88, 0.6, 0.97
"""An open door, one that needs somebody else first, a line of the whole country, and so on, beside a plain one."""
_YOUTH_ALONE, _NO_NUMBER, _OUT_OF_REACH = 0.8, 0.95, 0.7
"""A door for the young when nobody young was spoken of; one without a number; one without number and hours."""
_CRISIS_FIRST = 0.5


def relevance(match: Match, best_share: float) -> Floats:
    """How well the words match, 0 for entries that hold too little of them."""
    kept = match.share >= np.float32(_NEAR_ENOUGH * best_share)
    score = match.score * match.share * np.sqrt(match.share)
    return np.where(kept & (match.score > 0), score, np.float32(0))


def need(columns: Columns, wanted: Wanted) -> Floats:
    """What an entry's text is multiplied with for how usable it is: about 1, less where the door is harder to enter."""
    worth = np.ones(len(columns.confidential), dtype=np.float32)
    indirect = (columns.fact(Fact.REFERRAL_ONLY) == YES) | (columns.fact(Fact.COORDINATED_ENTRY_ONLY) == YES)
    worth[indirect] *= _INDIRECT
    if Fact.VETERANS_ONLY not in wanted.facts:
        worth[columns.fact(Fact.VETERANS_ONLY) == YES] *= _INDIRECT
    if Fact.YOUTH not in wanted.facts:
        young_alone = (columns.fact(Fact.YOUTH) == YES) & (columns.fact(Fact.ADULTS) != YES)
        worth[young_alone & (columns.fact(Fact.FAMILIES) != YES)] *= _YOUTH_ALONE
    worth[~columns.callable] *= _NO_NUMBER
    worth[~columns.callable & (columns.opening.at(wanted.at) == UNKNOWN)] *= _OUT_OF_REACH
    worth[columns.national] *= _NATIONAL
    worth[columns.has_status(Status.DO_NOT_REFER)] *= _DO_NOT_REFER
    worth[columns.overdue(wanted.today)] *= _OVERDUE
    worth *= 1 + np.float32(_OPEN) * (columns.opening.at(wanted.at) == YES)
    if wanted.near is not None:
        worth *= _nearness(columns, wanted.near)
    return worth


def unasked(columns: Columns) -> Floats:
    """The text score of every entry when no words were typed: doors and lines for a crisis first."""
    return np.float32(_CRISIS_FIRST) + np.float32(1 - _CRISIS_FIRST) * columns.crisis


def alike(name: str, names: Sequence[Names]) -> Floats:
    """For each of some entries what its text score gains because a name of it resembles the query."""
    flat = [one for several in names for one in (*several.own, several.organization)]
    if not name or not flat:
        return np.ones(len(names), dtype=np.float32)
    ratios = process.cdist([name], flat, scorer=fuzz.token_sort_ratio, dtype=np.float32)[0]
    likeness = np.clip((ratios - _ALIKE_FROM) / (100 - _ALIKE_FROM), 0, 1) * np.float32(_ALIKE)
    likeness += np.fromiter((_BEGINS * one.startswith(name) for one in flat), np.float32, len(flat))
    starts = np.cumsum([0, *(len(several.own) + 1 for several in names)])
    likeness[starts[1:] - 1] *= np.float32(_ORGANIZATION)
    return 1 + np.asarray(np.maximum.reduceat(likeness, starts[:-1]), dtype=np.float32)


def _nearness(columns: Columns, near: Zip) -> Floats:
    """1 inside the ZIP, falling with the miles; in the middle for what is reached from anywhere or not known where."""
    nearness = np.exp2(-columns.miles_from(near) / np.float32(_MILES_HALVED))
    nearness[np.isnan(nearness)] = _SOMEWHERE
    nearness[columns.in_zip(near.code)] = 1
    return np.asarray(1 - _DISTANCE + _DISTANCE * nearness, dtype=np.float32)
