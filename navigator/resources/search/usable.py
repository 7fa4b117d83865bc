"""How usable entries are for what is wanted, apart from words: direct, open, near, freshly checked, with room."""

from collections.abc import Mapping
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from navigator.city import Zip
from navigator.resources.model import CAPACITY_HOURS, Fact, Status
from navigator.resources.search.choices import CHECKED, DISTANCE, KIND, OPEN
from navigator.resources.search.columns import Columns
from navigator.resources.search.fit import facet_signs, open_signs
from navigator.resources.search.taken import GROWN
from navigator.resources.search.tristates import NO, UNKNOWN, YES, Signs
from navigator.resources.search.wanted import Wanted

Floats = NDArray[np.float32]

SOON = 120
"""Minutes within which a door that opens counts for half of an open one."""
CAPACITY_MINUTES = CAPACITY_HOURS * 60
"""From this age on, the last word on beds says nothing of now (S-04)."""
_DISTANCE, _MILES_HALVED, _SOMEWHERE = 0.65, 4.0, 0.35
"""The share of the worth that nearness decides; miles after which it halves; nearness of what is not known where."""
_OPEN, _INDIRECT, _NATIONAL, _DO_NOT_REFER, _OVERDUE = 0.08, 0.85, 0.88, 0.6, 0.97
"""An open door, one that needs somebody else first, a line of the whole country, and so on, beside a plain one."""
_OF_ONES_OWN = 1.1
"""A door for veterans only, when a veteran was spoken of."""
_YOUTH_ALONE, _NO_NUMBER, _OUT_OF_REACH = 0.8, 0.95, 0.7
"""A door for the young when nobody young was spoken of; one without a number; one without number and hours."""
_ROOM, _FULL, _FITS, _FRESH = 0.08, 0.85, 0.05, 0.03
"""What room adds, what a full house leaves, what it adds to take the person in all respects, or to be checked today."""
_STALE_DAYS = 365.0
_LEAST, _MOST = np.float32(0.55), np.float32(1.25)
"""The bounds of all that is not the way there, so that the words decide."""
_NAMED_FROM, _NAMED = 0.5, 0.8
"""The gain by likeness of names from which an entry is surely meant, and how much of the facts' weight that takes."""
_OF_THE_PLACE = (OPEN, KIND, DISTANCE, CHECKED)


def worth(columns: Columns, wanted: Wanted) -> Floats:
    """What an entry's text is multiplied with for how usable it is: about 1, less where the door is harder to enter."""
    worth = _way_in(columns, wanted).copy()
    if person := of_person(facet_signs(columns, wanted)):
        worth *= 1 + np.float32(_FITS) * _person(person)
    worth *= 1 + np.float32(_OPEN) * _openness(columns, wanted)
    if columns.room().any():
        worth *= _room(columns, wanted)
    np.clip(worth, _LEAST, _MOST, out=worth)
    worth *= columns.lasting.get(("sinks", wanted.today), lambda: _sinks(columns, wanted))
    worth[~columns.callable & (columns.opening.at(wanted.at) == UNKNOWN)] *= _OUT_OF_REACH
    if wanted.near is not None:
        worth *= _nearness(columns, wanted.near)
    return worth


def beside_a_name(worth: Floats, gains: Floats) -> Floats:
    """The worth of entries that gain so much (`rank.alike`, from 1 on): who types a name means it, open or not."""
    surely = np.clip((gains - 1) / np.float32(_NAMED_FROM), 0, 1)
    return np.asarray(worth ** (1 - np.float32(_NAMED) * surely), dtype=np.float32)


def _way_in(columns: Columns, wanted: Wanted) -> Floats:
    """What lasts for a day: whose door it is, and when it was checked."""
    veteran = wanted.veteran or bool({Fact.VETERANS_ONLY, Fact.VETERANS_BENEFITS} & set(wanted.facts))
    young = Fact.YOUTH in wanted.facts or (wanted.age is not None and wanted.age < GROWN)
    return columns.lasting.get(
        ("way in", wanted.today, veteran, young),
        lambda: _direct(columns, veteran=veteran, young=young) * (1 + np.float32(_FRESH) * _freshness(columns, wanted)),
    )


def _direct(columns: Columns, *, veteran: bool, young: bool) -> Floats:
    """Less for a door that opens only through somebody else, or only to others than were spoken of."""
    worth = np.ones(len(columns), dtype=np.float32)
    indirect = (columns.fact(Fact.REFERRAL_ONLY) == YES) | (columns.fact(Fact.COORDINATED_ENTRY_ONLY) == YES)
    worth[indirect] *= _INDIRECT
    if not veteran:
        worth[columns.fact(Fact.VETERANS_ONLY) == YES] *= _INDIRECT
    else:
        worth[columns.fact(Fact.VETERANS_ONLY) == YES] *= _OF_ONES_OWN
    if not young:
        young_alone = (columns.fact(Fact.YOUTH) == YES) & (columns.fact(Fact.ADULTS) != YES)
        worth[young_alone & (columns.fact(Fact.FAMILIES) != YES)] *= _YOUTH_ALONE
    worth[columns.national] *= _NATIONAL
    return worth


def _sinks(columns: Columns, wanted: Wanted) -> Floats:
    """What nobody can call, must not be offered (S-05), or is due for a check (S-06)."""
    worth = np.ones(len(columns), dtype=np.float32)
    worth[~columns.callable] *= _NO_NUMBER
    worth[columns.has_status(Status.DO_NOT_REFER)] *= _DO_NOT_REFER
    worth[columns.overdue(wanted.today)] *= _OVERDUE
    return worth


def _person(signs: Mapping[str, Signs]) -> Floats:
    """1 where all that is known of the person fits, -1 where nothing does; what is to be asked stands between."""
    return np.asarray(reduce(np.add, signs.values()) / np.float32(len(signs)), dtype=np.float32)


def of_person(signs: Mapping[str, Signs]) -> Mapping[str, Signs]:
    """The facets that are not of the door itself."""
    return {facet: sign for facet, sign in signs.items() if facet not in _OF_THE_PLACE}


def _openness(columns: Columns, wanted: Wanted) -> Floats:
    """1 where it is open when it is wanted to be, half of it where it opens soon."""
    is_open = open_signs(columns, wanted) == YES
    if wanted.open_at is not None:
        return np.asarray(is_open, dtype=np.float32)
    soon = columns.opening.within(SOON, wanted.at) == YES
    return np.asarray(np.maximum(is_open, np.float32(0.5) * soon), dtype=np.float32)


def _room(columns: Columns, wanted: Wanted) -> Floats:
    """Only a word on beds that is not old counts; none is no word (S-04)."""
    room = columns.room()
    factor = np.ones(len(columns), dtype=np.float32)
    recent = columns.minutes_since_room(wanted.at) <= CAPACITY_MINUTES
    factor[recent & (room == YES)] = 1 + _ROOM
    factor[recent & (room == NO)] = _FULL
    return factor


def _freshness(columns: Columns, wanted: Wanted) -> Floats:
    """1 where somebody checked today, falling to 0 within a year; 0 where nobody has."""
    days = columns.days_unchecked(wanted.today)
    fresh = np.clip(1 - days / np.float32(_STALE_DAYS), 0, 1)
    return np.where(days < 0, np.float32(0), fresh).astype(np.float32)


def _nearness(columns: Columns, near: Zip) -> Floats:
    """1 inside the ZIP, falling with the miles; in the middle for what is reached from anywhere or not known where."""
    nearness = np.exp2(-columns.miles_from(near) / np.float32(_MILES_HALVED))
    nearness[np.isnan(nearness)] = _SOMEWHERE
    nearness[columns.in_zip(near.code)] = 1
    return np.asarray(1 - _DISTANCE + _DISTANCE * nearness, dtype=np.float32)
