"""What a visit tells about which services fit, in memory only (S-02): never stored or searched for."""

from datetime import date
from enum import StrEnum

from navigator.referrals.visit import Visit
from navigator.resources.need import AgeBand, Gender, Need, Payment


def need_of(visit: Visit, today: date) -> Need:
    """What is known of the person; what nobody asked stays out of it."""
    facts, born = visit.facts, visit.person.identity.born_on
    return Need(
        age=_years(born, today) if born else None,
        age_band=_same(AgeBand, facts.age_band),
        gender=_same(Gender, facts.gender),
        payment=_same(Payment, facts.payment),
        language=facts.language,
    )


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _same[E: StrEnum](kind: type[E], told: str | None) -> E | None:
    """The value of the same words; None for what is not known, and for words that no rule knows."""
    wanted = (told or "").casefold()
    return next((one for one in kind if one.value.casefold() == wanted), None)
