"""The set phrases of the papers in one language, read from `data/wording/<language>.toml` (D-09)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from navigator.data import data_dir, read_toml
from navigator.documents.blocks import Direction
from navigator.errors import StationError


@dataclass(frozen=True)
class Wording:
    """One language's phrases by dotted name ("handout.title"), and who read them.

    `original` marks the language that the others are translated from. Any other wording without `reviewed_by` is an
    unreviewed translation (D-09).
    """

    language: str
    name: str
    direction: Direction
    original: bool
    reviewed_by: str
    reviewed_on: date | None
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    phrases: Mapping[str, str]

    def say(self, phrase: str, **parts: str | int) -> str:
        """The phrase of that name with its {parts} filled in; a missing one is a `StationError` that names it."""
        try:
            return self.phrases[phrase].format(**parts)
        except KeyError:
            raise StationError(f'The wording "{self.language}" has no usable phrase "{phrase}".') from None

    def day(self, day: date, today: date) -> str:
        """ "Monday, November 23"; with the year when it is not this year's (D-06)."""
        form = "date.day" if day.year == today.year else "date.day_of_year"
        return self.say(
            form, weekday=self.weekdays[day.weekday()], month=self.months[day.month - 1], day=day.day, year=day.year
        )

    def month(self, day: date, today: date) -> str:
        """ "August"; with the year when the name alone could mean a nearer month."""
        form = "date.month" if (today - day).days < 330 else "date.month_of_year"
        return self.say(form, month=self.months[day.month - 1], year=day.year)

    def clock(self, moment: datetime) -> str:
        """ "2:14 AM"; `moment` is already in the city's zone."""
        half = self.say("date.morning" if moment.hour < 12 else "date.afternoon")
        return self.say("date.clock", hour=moment.hour % 12 or 12, minute=f"{moment.minute:02d}", half=half)

    def moment(self, moment: datetime) -> str:
        """ "Monday, November 23, 2:14 AM"; `moment` is already in the city's zone."""
        return self.say("date.moment", day=self.day(moment, moment), clock=self.clock(moment))

    def listed(self, words: tuple[str, ...]) -> str:
        """ "men", "men and women", "men, women and couples"."""
        if len(words) < 2:
            return "".join(words)
        return self.say("list.last", first=self.say("list.comma").join(words[:-1]), last=words[-1])


def load_wording(language: str = "en") -> Wording:
    return read_wording(data_dir() / "wording" / f"{language}.toml")


def read_wording(path: Path) -> Wording:
    """The wording in the file at `path`; `StationError` names the file and what is wrong with it."""
    table = read_toml(path)
    try:
        return Wording(
            language=path.stem,
            name=table["name"],
            direction=Direction(table["direction"]),
            original=table.get("original", False),
            reviewed_by=table["reviewed_by"],
            reviewed_on=table.get("reviewed_on"),
            weekdays=_names(table, "weekdays", 7),
            months=_names(table, "months", 12),
            phrases=MappingProxyType(dict(_phrases(table))),
        )
    except KeyError as error:
        raise StationError(f"The file {path.name} lacks {error}.") from None
    except ValueError as error:
        raise StationError(f"The file {path.name} cannot be used: {error}.") from None


def _names(table: Mapping[str, Any], key: str, count: int) -> tuple[str, ...]:
    names = tuple(table[key])
    if len(names) != count:
        raise ValueError(f"{key} needs {count} names")
    return names


def _phrases(table: Mapping[str, Any]) -> list[tuple[str, str]]:
    groups = [(group, phrases) for group, phrases in table.items() if isinstance(phrases, dict)]
    return [(f"{group}.{key}", text) for group, phrases in groups for key, text in phrases.items()]
