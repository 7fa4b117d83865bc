"""How an age stands to the ages that an entry takes (S-02)."""

from navigator.resources.model import Entry, Fact, Tri
from navigator.resources.need import AgeBand, Gender, Need
from navigator.resources.weighed import Weighed

_GROWN, _OLDER, _OLDEST = 18, 60, 130
_BANDS = {
    AgeBand.CHILD: (0, 11),
    AgeBand.YOUTH: (12, 17),
    AgeBand.YOUNG_ADULT: (_GROWN, 25),
    AgeBand.ADULT: (26, _OLDER - 1),
    AgeBand.OLDER_ADULT: (_OLDER, _OLDEST),
}
_WHO = {
    Gender.WOMAN: "she is",
    Gender.TRANS_WOMAN: "she is",
    Gender.MAN: "he is",
    Gender.TRANS_MAN: "he is",
}


def weigh_age(entry: Entry, need: Need) -> Weighed | None:
    """Published ages decide where they cover the person's age, or the whole band, or nothing of it."""
    span = _span(need)
    if span is None:
        return None
    first, last = span
    weighed = _by_group(entry, first)
    if entry.minimum_age is None and entry.maximum_age is None:
        return weighed
    low, high = entry.minimum_age or 0, _OLDEST if entry.maximum_age is None else entry.maximum_age
    if low <= first and last <= high:
        return weighed.also(yes=_taken(entry))
    told = f"{_taken(entry)}: {_person(need)}"
    return weighed.also(no=told) if last < low or first > high else Weighed(weighed.yes, weighed.no, f"{told}: ask")


def _span(need: Need) -> tuple[int, int] | None:
    """The youngest and the oldest that the person may be."""
    if need.age is not None:
        return need.age, need.age
    return None if need.age_band is None else _BANDS[need.age_band]


def _by_group(entry: Entry, age: int) -> Weighed:
    """Children: "takes people under 18" leaves open from what age on, so it decides nothing alone."""
    if age < _GROWN:
        takes = entry.fact(Fact.YOUTH)
        ask = "takes people under 18: ask from what age" if takes is Tri.YES else "ask if they take people under 18"
        return Weighed(no="nobody under 18" if takes is Tri.NO else "", ask=ask)
    if age < _OLDER:
        return Weighed.of_fact(entry, Fact.ADULTS, "takes adults", "no adults", "ask about the age")
    return Weighed.of_fact(entry, Fact.OLDER_ADULTS, "takes older adults", "no older adults", "ask about the age")


def _taken(entry: Entry) -> str:
    """ "18 and older", "up to 21", "ages 14 to 24", "all ages"."""
    low, high = entry.minimum_age or 0, entry.maximum_age
    if high is None:
        return f"{low} and older" if low else "all ages"
    return f"ages {low} to {high}" if low else f"up to {high}"


def _person(need: Need) -> str:
    who = _WHO.get(need.gender, "they are") if need.gender else "they are"
    return f"{who} {need.age if need.age is not None else need.age_band}"
