"""How much room a place has, as it is typed and as the table says it: 0 is full, "?" is not known (S-04)."""

from dataclasses import dataclass
from datetime import datetime

from navigator.resources.ages import ago, counted, plural
from navigator.resources.stewardship.beds import BedLine

NOT_KNOWN = "?"
NO_NUMBER = "Write how many are free: a number, 0 when it is full, ? when nobody can say."
TOO_MANY = "There are only {all} in all. Write the new whole first, if there are more."
NO_WHOLE = "Write how many there are in all as a number, or nothing."


@dataclass(frozen=True)
class Typed:
    """What was typed; `trouble` is the sentence where it is no count. `available` None: not known."""

    available: int | None = None
    trouble: str = ""


def read_room(words: str, whole: int | None) -> Typed:
    """A count of what is free, of `whole` in all."""
    words = words.strip()
    if words == NOT_KNOWN:
        return Typed()
    if not words.isdecimal():
        return Typed(trouble=NO_NUMBER)
    available = int(words)
    if whole is not None and available > whole:
        return Typed(trouble=TOO_MANY.format(all=whole))
    return Typed(available)


def free_words(unit: str, available: int | None, whole: int | None, only_for: str = "") -> str:
    """ "3 of 18 beds", "Full", "Not known", "1 of 10 beds (men)"."""
    whom = f" ({only_for})" if only_for else ""
    if available is None:
        return f"Not known{whom}"
    if available == 0:
        return (f"Full, 0 of {counted(whole, unit)}" if whole else "Full") + whom
    return (f"{available} of {counted(whole, unit)}" if whole else counted(available, unit)) + whom


def told_words(line: BedLine, now: datetime) -> str:
    """ "3 beds, 20 min ago, said by Ms. Alvarez"."""
    if line.as_of is None:
        return f"Nobody has told how many {plural(line.unit)} are free."
    age = f"{ago(line.as_of, now)}{', old' if line.is_old else ''}"
    said = f"said by {line.said_by}" if line.said_by else ""
    free = free_words(line.unit, line.available, line.maximum, line.restriction)
    return ", ".join(part for part in (free, age, said) if part)


def save_words(unit: str, typed: str, whole: int | None) -> str:
    """What the button says: what will be saved."""
    read = read_room(typed, whole)
    if not typed.strip() or read.trouble:
        return "Save"
    if read.available is None:
        return "Save “not known”"
    return "Save “full”" if read.available == 0 else f"Save {counted(read.available, unit)}"
