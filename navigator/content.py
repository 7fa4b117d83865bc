"""Reads one table of shipped content key by key; what is wrong is said with its file, place and key."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from navigator.data import read_toml
from navigator.errors import BadInput


class Table:
    """One table of a content file. Each reader takes its key away, so that `done` can refuse what nobody reads."""

    def __init__(self, place: str, values: Mapping[str, Any]) -> None:
        self.place = place
        self._values = dict(values)

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def wrong(self, key: str, what: str) -> BadInput:
        """The error for `key`, as one sentence that begins with where it stands."""
        return BadInput(f"{self.place}, {key}: {what}")

    def text(self, key: str) -> str:
        """The text of `key`; without the key, an empty one."""
        value = self._take(key, "", str, "not text in quotes")
        if value != value.strip():
            raise self.wrong(key, "there is a space before or after the text.")
        return value

    def needed(self, key: str) -> str:
        """The text of `key`, which must be there."""
        value = self.text(key)
        if not value:
            raise self.wrong(key, "this is missing.")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        values: list[Any] = self._take(key, [], list, "not a list")
        for value in values:
            if not isinstance(value, str) or not value.strip():
                raise self.wrong(key, f"{value!r} is not text in quotes.")
        return tuple(values)

    def flag(self, key: str) -> bool:
        """True or false; without the key, false."""
        return self._take(key, False, bool, "not true or false")

    def whole(self, key: str, *, least: int = 0) -> int | None:
        """A whole number of `least` or more; without the key, None."""
        value = self._take(key, None, int, "not a whole number")
        if value is not None and value < least:
            raise self.wrong(key, f"{value} is less than {least}.")
        return value

    def degrees(self, key: str) -> float:
        value = self._take(key, None, float, "not a number with a decimal point")
        if value is None or abs(value) > 180:
            raise self.wrong(key, f"{value!r} is not degrees.")
        return value

    def one_of[E: StrEnum](self, key: str, kinds: type[E], otherwise: E) -> E:
        """The member of `kinds` whose word stands at `key`; without the key, `otherwise`."""
        word = self.text(key) or otherwise.value
        try:
            return kinds(word)
        except ValueError:
            known = ", ".join(kind.value for kind in kinds)
            raise self.wrong(key, f"{word!r} is not one of: {known}.") from None

    def table(self, key: str) -> "Table":
        """The table at `key`; without the key, an empty one."""
        return Table(f"{self.place}, {key}", self._take(key, {}, dict, "not a table"))

    def tables(self, key: str) -> tuple["Table", ...]:
        """The list of tables at `key`, each with its number in its place."""
        values: list[Any] = self._take(key, [], list, "not a list of tables")
        for value in values:
            if not isinstance(value, dict):
                raise self.wrong(key, f"{value!r} is not a table.")
        return tuple(Table(f"{self.place}, {key} {number}", value) for number, value in enumerate(values, 1))

    def untaken(self) -> tuple[str, ...]:
        """The keys that nobody has taken yet."""
        return tuple(self._values)

    def done(self) -> None:
        """Refuses what is left: a key that nobody reads is a slip of the pen."""
        if self._values:
            raise self.wrong(next(iter(self._values)), "this key is not known here.")

    def _take[V, D](self, key: str, otherwise: D, kind: type[V], complaint: str) -> V | D:
        if key not in self._values:
            return otherwise
        value = self._values.pop(key)
        if isinstance(value, kind) and isinstance(value, bool) == (kind is bool):
            return value
        raise self.wrong(key, f"{value!r} is {complaint}.")


def read_content[T](path: Path, read: Callable[[Table], T]) -> T:
    """What `read` makes of the file at `path`; a key of the file that it does not take is refused."""
    table = Table(path.name, read_toml(path))
    result = read(table)
    table.done()
    return result
