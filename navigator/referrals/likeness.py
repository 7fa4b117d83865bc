"""When two names may be one: written a little differently, in another order, or a part of the other."""

import unicodedata
from collections.abc import Collection

from rapidfuzz.distance import OSA

from navigator.referrals.person import folded

_SLIP_FROM, _SLIPS_FROM = 4, 7
"""Letters from which a name may differ by one slip, and by two. Shorter names must be the same."""
_LEAST_PART = 3
"""Letters of a part of a name that can stand for the whole."""


def alike(one: str, other: str) -> bool:
    """Whether two folded names are the same but for a slip or two (RapidFuzz, optimal string alignment)."""
    if one == other:
        return bool(one)
    shorter, longer = sorted((len(one), len(other)))
    if shorter < _SLIP_FROM - 1 or longer < _SLIP_FROM:
        return False
    allowed = 2 if shorter >= _SLIPS_FROM - 1 and longer >= _SLIPS_FROM else 1
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def parts_of(name: str) -> tuple[str, ...]:
    """The folded words of a name that are long enough to be told apart by."""
    words = "".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in name).split()
    return tuple(part for part in map(folded, words) if len(part) >= _LEAST_PART)


def names_alike(one: str, other: str) -> bool:
    """Whole names that are alike, or where each part of the shorter one is a part of the other."""
    if alike(folded(one), folded(other)):
        return True
    fewer, more = sorted((parts_of(one), parts_of(other)), key=len)
    return bool(fewer) and all(any(alike(part, whole) for whole in more) for part in fewer)


def all_known(asked: Collection[str], known: Collection[str]) -> bool:
    """Whether every asked name is alike one of the known."""
    return all(any(names_alike(name, other) for other in known) for name in asked)
