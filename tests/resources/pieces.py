"""What a reader of a format yields, sorted by kind, and the functions that tests read and write files with."""

from collections.abc import Callable
from pathlib import Path

from navigator.resources.exchange.incoming import Incoming, Part, Piece, Problem


class Pieces(list[Piece]):
    """The pieces of a file in their order."""

    @property
    def doors(self) -> list[Incoming]:
        return [piece for piece in self if isinstance(piece, Incoming)]

    @property
    def parts(self) -> list[Part]:
        return [piece for piece in self if isinstance(piece, Part)]

    @property
    def problems(self) -> list[Problem]:
        return [piece for piece in self if isinstance(piece, Problem)]

    @property
    def door(self) -> Incoming:
        (only,) = self.doors
        return only


Read = Callable[..., Pieces]
Write = Callable[[str, str | bytes], Path]
