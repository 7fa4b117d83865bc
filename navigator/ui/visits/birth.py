"""A birth date as one types it: "1991", "4/12/1991", "1991-04-12", "Apr 12, 1991"."""

import re
from dataclasses import dataclass
from datetime import date

from navigator.referrals.person import Identity

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = re.compile(r"\d{4}")
_AMERICAN = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_ISO = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})")
_NAMED = re.compile(r"([a-z]+)\.? +(\d{1,2}),? +(\d{4})")
_HOW = "Write the year, or month, day and year: 1991 or 4/12/1991."
_SHORT = "Write all four digits of the year."
_NO_DAY = "There is no such day. Write month, day, year: 4/12/1991."


@dataclass(frozen=True)
class Birth:
    """What was read: a day, or a year alone, or the `trouble` with what was typed. All empty: nothing was typed."""

    on: date | None = None
    year: int | None = None
    trouble: str = ""


def read_birth(text: str) -> Birth:
    """`text` as a birth date or year; months come before days, as they do in the United States."""
    typed = " ".join(text.casefold().split())
    if not typed:
        return Birth()
    if not typed.isascii():
        return Birth(trouble=_HOW)
    if _YEAR.fullmatch(typed):
        return Birth(year=int(typed))
    parts = _parts(typed)
    return Birth(trouble=_short_or_strange(typed)) if parts is None else _day(*parts)


def birth_text(identity: Identity) -> str:
    """The day or the year as `read_birth` reads it again."""
    if identity.born_on is not None:
        born = identity.born_on
        return f"{born.month}/{born.day}/{born.year:04d}"
    return "" if identity.birth_year is None else f"{identity.birth_year:04d}"


def _parts(typed: str) -> tuple[int, int, int] | None:
    """Year, month, day."""
    if iso := _ISO.fullmatch(typed):
        return int(iso[1]), int(iso[2]), int(iso[3])
    if american := _AMERICAN.fullmatch(typed):
        return int(american[3]), int(american[1]), int(american[2])
    named = _NAMED.fullmatch(typed)
    if named is None or len(named[1]) < 3 or named[1][:3] not in _MONTHS:
        return None
    return int(named[3]), _MONTHS.index(named[1][:3]) + 1, int(named[2])


def _day(year: int, month: int, day: int) -> Birth:
    try:
        return Birth(on=date(year, month, day))
    except ValueError:
        return Birth(trouble=_NO_DAY)


def _short_or_strange(typed: str) -> str:
    short = re.fullmatch(r"\d{1,2}|\d{1,2}[/.\- ]\d{1,2}[/.\- ]\d{1,2}", typed)
    return _SHORT if short else _HOW
