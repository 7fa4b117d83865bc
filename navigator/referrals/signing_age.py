"""The age by which the city's table says who signs for a person (P-24)."""

from datetime import date

from navigator.referrals.law import Law
from navigator.referrals.person import OLDEST, Identity
from navigator.referrals.visit import AgeBand

_BANDS = {
    AgeBand.CHILD: (0, 11),
    AgeBand.YOUTH: (12, 17),
    AgeBand.YOUNG_ADULT: (18, 25),
    AgeBand.ADULT: (26, 59),
    AgeBand.OLDER_ADULT: (60, OLDEST),
}


def signing_age(law: Law, identity: Identity, band: AgeBand | None, today: date) -> int | None:
    """Years; None where what is known of the age leaves the table's answer open, so that the supervisor is asked.

    A birth date counts before a birth year, that before the age band of the visit. Of several ages with the same answer
    it is the youngest.
    """
    span = _span(identity, band, today)
    if span is None:
        return None
    youngest, oldest = span
    answers = {law.signer(age) for age in range(youngest, oldest + 1)}
    return youngest if len(answers) == 1 else None


def _span(identity: Identity, band: AgeBand | None, today: date) -> tuple[int, int] | None:
    born = identity.born_on
    if born is not None:
        age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
        return age, age
    if identity.birth_year is not None:
        turns = today.year - identity.birth_year
        return max(turns - 1, 0), max(turns, 0)
    return _BANDS.get(band) if band is not None else None
