"""What the bench asks of an engine, and the fields that all of them search."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from pathlib import Path

from tools.rank.rows import Row

ROWS = 50
WEIGHTS = {
    **{"name": 5.0, "alt": 3.0, "org": 2.0, "tax": 4.0, "elig": 1.5, "addr": 1.2, "city": 1.2, "zip": 1.2},
    **{"phone": 1.0, "descr": 1.0},
}
"""The columns that are searched and what each counts: for the peers the same as for Navigator."""


def values(row: Row) -> tuple[str, ...]:
    """What is searched of the row, in the order of `WEIGHTS`; the telephone number also as digits alone."""
    digits = "".join(letter for letter in row["phone"] if letter.isdecimal())
    return tuple(f"{row[name]} {digits}" if name == "phone" else row[name].replace("\0", "") for name in WEIGHTS)


class Absent(Exception):
    """The engine cannot run here; the words say why."""


class Engine(ABC):
    """One engine. It may keep files in `folder`; what it needs to know to open them again, too."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @abstractmethod
    def build(self, rows: Iterable[Row]) -> None:
        """Takes the rows, one after the other, and is ready to find them."""

    @abstractmethod
    def find(self, text: str) -> list[int]:
        """The ids of the 50 best, best first; their rows were fetched whole."""

    @abstractmethod
    def change(self, row: Row) -> None:
        """The row is found as it is now, by the next query and without further work."""

    @abstractmethod
    def load(self) -> None:
        """Opens what was built, from where it is kept, as at the next start."""

    def forget(self) -> None:  # noqa: B027 - most remember nothing
        """Empties what it remembers of earlier queries."""

    def rest(self) -> None:  # noqa: B027 - most have nothing to do
        """Does what is done when nobody has typed for a while."""

    def elsewhere_mb(self) -> float:
        """Memory that it holds in other processes."""
        return 0.0

    def close(self) -> None:  # noqa: B027 - most start nothing
        """Ends what it started."""
