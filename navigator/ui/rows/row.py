"""One line of a painted list as a plain frozen value."""

from dataclasses import dataclass
from typing import ClassVar, Protocol


class Row(Protocol):
    """`key` is by what it is chosen and found again; None: it cannot be chosen. `spoken` is the whole row in words."""

    @property
    def key(self) -> object | None: ...

    @property
    def spoken(self) -> str: ...


@dataclass(frozen=True)
class GroupHead:
    """The line above a group: its name and how many it holds; "50+" when not all of them are listed."""

    words: str
    count: str
    key: ClassVar[None] = None

    @property
    def spoken(self) -> str:
        return f"{self.words}, {self.count}"
