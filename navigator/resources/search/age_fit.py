"""How an age in years stands to what entries say of ages: by their published ages and by groups (S-02)."""

from typing import Any

import numpy as np

from navigator.resources.model import Entry, Fact
from navigator.resources.search.columns import Columns
from navigator.resources.search.columns_read import NOT_KNOWN
from navigator.resources.search.taken import GROWN, OLDER, fact_sign
from navigator.resources.search.tristates import NO, UNKNOWN, YES, Signs


def age_signs(columns: Columns, years: int) -> Signs:
    """1 where somebody of this age is taken, -1 where not, 0 to be asked: the same as `age_rule` says of each."""
    group = columns.fact(_group(years))
    signs = _weighed(_of_group(group, years), columns.minimum_age, columns.maximum_age, years)
    return np.asarray(signs, dtype=np.int8)


def age_sign(entry: Entry, years: int) -> int:
    """The same for one entry."""
    low = NOT_KNOWN if entry.minimum_age is None else entry.minimum_age
    high = NOT_KNOWN if entry.maximum_age is None else entry.maximum_age
    return int(_weighed(_of_group(fact_sign(entry, _group(years)), years), low, high, years))


def _group(years: int) -> Fact:
    if years < GROWN:
        return Fact.YOUTH
    return Fact.ADULTS if years < OLDER else Fact.OLDER_ADULTS


def _of_group(sign: Any, years: int) -> Any:
    """ "Takes people under 18" leaves open from what age on, so it decides nothing alone."""
    return sign if years >= GROWN else sign * (sign == NO)


def _weighed(group: Any, low: Any, high: Any, years: int) -> Any:
    """What says both yes and no is asked. Of numbers and of arrays of them."""
    known = (low != NOT_KNOWN) | (high != NOT_KNOWN)
    outside = (years < low) | ((high != NOT_KNOWN) & (years > high))
    yes = (group == YES) | (known & (outside == False))  # noqa: E712 - of arrays too
    no = (group == NO) | (known & outside)
    return UNKNOWN + yes * YES + no * NO
