"""How old somebody is, for the telephone: a number of years, and nothing else of who they are."""

from dataclasses import dataclass
from datetime import date

from navigator.referrals.person import Identity

GROWN = 18


@dataclass(frozen=True)
class Age:
    """`about`: only the year of birth is known."""

    years: int
    about: bool = False

    @property
    def words(self) -> str:
        """ "42", "about 42"."""
        if self.years < 1:
            return "under 1"
        return f"about {self.years}" if self.about else str(self.years)


def age_of(identity: Identity, today: date) -> Age | None:
    """None where no birth is known, or it lies ahead."""
    born, year = identity.born_on, identity.year
    if year is None or year > today.year:
        return None
    if born is None:
        return Age(today.year - year, about=True)
    before_birthday = (today.month, today.day) < (born.month, born.day)
    return Age(max(0, today.year - year - before_birthday))
