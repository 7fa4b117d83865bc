"""How entries stand to what is wanted: yes, no, or to be asked; unknown is never taken for no (S-02)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import reduce

import numpy as np

from navigator.city import Zip
from navigator.resources.model import Status
from navigator.resources.search.age_fit import age_signs
from navigator.resources.search.answer import Fit
from navigator.resources.search.choices import AGE, CHECKED, DISTANCE, KIND, LANGUAGE, OPEN, facet_of, without
from navigator.resources.search.columns import Columns, Mask
from navigator.resources.search.taken import SHUT
from navigator.resources.search.tristates import NO, UNKNOWN, YES, Signs
from navigator.resources.search.wanted import Wanted

FITS = (Fit.NOT, Fit.ASK, Fit.FITS, Fit.ALWAYS)
"""The fit of the signs -1, 0, 1 and 2, in this order."""

_LEAVE_OUT = (KIND, DISTANCE)
"""Another kind of help and a longer way are not listed; all else that does not fit is shown with its reason."""


@dataclass(frozen=True)
class Standing:
    """For each entry whether it is listed at all, and its sign: 1 fits, 0 ask first, -1 does not fit.

    `secret`: confidential ones that only the distance leaves out (S-13).
    """

    listed: Mask
    sign: Signs
    secret: Mask


def standing(columns: Columns, wanted: Wanted) -> Standing:
    """How all entries stand: all facets hold, in each of them one of its options."""
    verdicts = facet_signs(columns, wanted)
    sign = reduce(np.minimum, verdicts.values(), status_signs(columns))
    out = {facet: left_out(facet, signs, wanted) for facet, signs in verdicts.items()}
    listed = ~_any(out.values(), len(columns))
    secret = np.zeros(len(columns), dtype=bool)
    if DISTANCE in out:
        others = (mask for facet, mask in out.items() if facet != DISTANCE)
        secret = columns.confidential & ~_any(others, len(columns))
    return Standing(listed, sign, secret)


def left_out(facet: str, signs: Signs, wanted: Wanted) -> Mask:
    """The entries that a facet takes off the list: those not known too, where only the known were asked for."""
    out = signs == (NO if facet in _LEAVE_OUT else NO - 1)
    return np.asarray(out | (signs == UNKNOWN) if facet in wanted.known_only else out)


def facet_signs(columns: Columns, wanted: Wanted) -> Mapping[str, Signs]:
    """The sign of each facet in which something was chosen: the best of its options."""
    return columns.signs.get(wanted, lambda: _facet_signs(columns, wanted))


def _facet_signs(columns: Columns, wanted: Wanted) -> Mapping[str, Signs]:
    found: dict[str, Signs] = {}

    def add(facet: str, signs: Signs) -> None:
        found[facet] = np.maximum(found[facet], signs) if facet in found else signs

    for fact in wanted.facts:
        add(facet_of(fact, fact), columns.fact(fact))
    for fact in wanted.without:
        add(facet_of(without(fact), fact), -columns.fact(fact))
    if wanted.age is not None:
        add(AGE, age_signs(columns, wanted.age))
    for spoken in wanted.languages:
        add(LANGUAGE, language_signs(columns, spoken))
    if wanted.checked_within is not None:
        add(CHECKED, checked_signs(columns, wanted, wanted.checked_within))
    if wanted.open_asked:
        add(OPEN, open_signs(columns, wanted))
    if wanted.categories:
        add(KIND, columns.of_kind(wanted.categories))
    if wanted.near is not None and wanted.within_miles is not None:
        add(DISTANCE, _distance_signs(columns, wanted.near, wanted.within_miles))
    return found


def status_signs(columns: Columns) -> Signs:
    """A place that is shut fits nobody; one that opens for a season is asked (S-05)."""
    signs = np.where(columns.has_status(Status.SEASONAL), UNKNOWN, YES).astype(np.int8)
    signs[columns.has_status(*SHUT)] = NO
    return signs


def open_signs(columns: Columns, wanted: Wanted) -> Signs:
    """Whether each is open when it is wanted to be; now, when nothing was asked."""
    opening = columns.opening
    asked = []
    if wanted.open_at is not None:
        asked.append(opening.during(wanted.open_at, wanted.at))
    if wanted.intake_open:
        asked.append(opening.intake(wanted.at))
    if wanted.open_now or not asked:
        asked.append(opening.at(wanted.at))
    return reduce(np.maximum, asked)


def language_signs(columns: Columns, spoken: str) -> Signs:
    """A list of languages is never whole, so a language that is missing from it is asked for."""
    return columns.languages.carrying((spoken,)).view(np.int8)


def checked_signs(columns: Columns, wanted: Wanted, days: int) -> Signs:
    """That nobody has checked is known, so it is a no (S-06)."""
    return np.where(columns.checked_since(wanted.today - timedelta(days=days)), YES, NO).astype(np.int8)


def _distance_signs(columns: Columns, near: Zip, within_miles: float) -> Signs:
    """A confidential entry answers no distance (S-13); a national line is near to everybody."""
    miles = columns.miles_from(near)
    signs = np.where(np.isnan(miles) & ~columns.national, UNKNOWN, YES).astype(np.int8)
    signs[(miles > within_miles) | columns.confidential] = NO
    return signs


def _any(masks: Iterable[Mask], size: int) -> Mask:
    return reduce(np.logical_or, masks, np.zeros(size, dtype=bool))
