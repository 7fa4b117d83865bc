"""The person served, as far as they are known: two identifiers, or an unknown person with a description (P-18)."""

import unicodedata
from dataclasses import dataclass
from datetime import date

from navigator.referrals.bounds import Bounds

OLDEST = 120
"""Years."""


@dataclass(frozen=True)
class Identity:
    """What a person told of themselves, or what was seen of an unknown one (`described`).

    Known means two identifiers: a name and a birth date, or the year alone.
    """

    given_name: str = ""
    family_name: str = ""
    preferred_name: str = ""
    born_on: date | None = None
    birth_year: int | None = None
    described: str = ""

    @property
    def is_known(self) -> bool:
        return bool(folded(self.given_name) or folded(self.family_name)) and self.year is not None

    @property
    def year(self) -> int | None:
        return self.born_on.year if self.born_on else self.birth_year

    def lacks(self, bounds: Bounds) -> str:
        """The sentence that says what is missing or cannot be, or ""."""
        if self.year is not None and not bounds.today.year - OLDEST <= self.year <= bounds.today.year:
            return "The birth year cannot be right. Check it."
        if self.born_on is not None and self.born_on > bounds.today:
            return "The birth date is in the future. Check it."
        if self.is_known or (self.described.strip() and not (self.given_name.strip() or self.family_name.strip())):
            return ""
        if self.given_name.strip() or self.family_name.strip():
            return (
                "Write the birth date or the year too: a name alone finds nobody again. Or describe an unknown person."
            )
        return "Write a name and a birth year, or describe an unknown person."


@dataclass(frozen=True)
class Person:
    """One person of casework. `called` is how the screen and the paper speak of them; `also` are their other names."""

    id: str
    identity: Identity
    also: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        known = self.identity
        given = known.preferred_name.strip() or known.given_name.strip()
        name = " ".join(part for part in (given, known.family_name.strip()) if part)
        return name or (f"Unknown: {known.described.strip()}" if known.described.strip() else "Unknown person")


_NO_MARKS = str.maketrans(
    {"đ": "d", "ł": "l", "ø": "o", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ß": "ss"}
)
"""Letters that Unicode does not take apart into a plain letter and a mark."""


def folded(text: str) -> str:
    """Letters alone, without accents and case: what names are compared by."""
    bare = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_NO_MARKS)
    return "".join(letter for letter in bare if letter.isalnum())
