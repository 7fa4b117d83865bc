"""Finds the entries of a list by its keys, as far as the records behind them are the same (S-08, S-13).

A key may be no more than the number of a row: with one row more in the list each key names its neighbour. So a key is
believed only of records that are alike. What is said of a place under another key of the list is not its new name.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from sqlalchemy.orm import Session

from navigator.resources.importing.doors import Arrival
from navigator.resources.importing.earlier import earlier_faces
from navigator.resources.importing.faces import Face
from navigator.resources.importing.feeds import Feed, Origin
from navigator.resources.importing.likeness import Kin, kin, words_agree
from navigator.resources.importing.standing import EntriesHere
from navigator.resources.importing.telling import Told

_Best = tuple[Kin, Face]


class Keyed:
    """The doors of a file whose keys the feed knows. `found`: entries by the position of the door."""

    def __init__(
        self, session: Session, arrivals: Sequence[Arrival], told: Sequence[Told], feed: Feed, here: EntriesHere
    ) -> None:
        self._session = session
        self._told = told
        self._here = here
        self._origins = {
            at: origin
            for at, arrival in enumerate(arrivals)
            if (origin := feed.origins.get(arrival.key)) and origin.entry_id in here.entries
        }
        self._feed = feed
        self.found: dict[int, str] = {}
        self.again: set[int] = set()
        """Positions of doors whose entry another key tells of, or told of before it was merged with theirs."""

    def find(self) -> None:
        graded = self._graded()
        self._take(at for at, (how, _) in graded.items() if how is Kin.SAME)
        self._take([at for at, (how, face) in graded.items() if how is Kin.LIKE and not self._is_another(at, face)])

    @property
    def misnamed(self) -> Iterator[int]:
        """Positions of doors whose key is known, of another record."""
        return (at for at in self._origins if at not in self.found)

    def _take(self, positions: Iterator[int] | Sequence[int]) -> None:
        """The key that was always the entry's own goes before those that a merge led to it."""
        taken = set(self.found.values())
        for at in sorted(positions, key=lambda at: (len(self._origins[at].merged), at)):
            origin = self._origins[at]
            if origin.entry_id in taken or len(origin.merged) > self._fewest[origin.entry_id]:
                self.again.add(at)
            self.found[at] = origin.entry_id
            taken.add(origin.entry_id)

    @cached_property
    def _fewest(self) -> Mapping[str, int]:
        """By entry through how few merges a key of the feed came to it."""
        fewest: dict[str, int] = {}
        for origin in self._feed.origins.values():
            fewest[origin.entry_id] = min(len(origin.merged), fewest.get(origin.entry_id, len(origin.merged)))
        return fewest

    def _graded(self) -> Mapping[int, _Best]:
        """How alike each door is to the entry of its key, as that is now or was, with the face that is most alike."""
        graded = {at: _best(self._told[at].face, self._faces(origin)) for at, origin in self._origins.items()}
        unlike = [at for at, (how, _) in graded.items() if how is not Kin.SAME]
        known = {one for at in unlike for one in _ids(self._origins[at])}
        earlier = earlier_faces(self._session, known)
        for at in unlike:
            faces = [face for one in _ids(self._origins[at]) for face in earlier.get(one, ())]
            graded[at] = max(graded[at], _best(self._told[at].face, faces, graded[at]), key=lambda one: one[0])
        return graded

    def _faces(self, origin: Origin) -> list[Face]:
        return [self._here.faces[one] for one in _ids(origin) if one in self._here.faces]

    def _is_another(self, at: int, face: Face) -> bool:
        """Whether another door of the file is the entry with this face, or another entry of the list is the door."""
        said = self._told[at].face
        if words_agree(said, face):
            rows, entries = self._left_places
            return _place(face) in rows or _place(said) in entries
        names, known = self._left_names
        return face.name in names or said.name in known

    @cached_property
    def _left_names(self) -> tuple[set[str], set[str]]:
        rows, entries = self._left
        return {face.name for face in rows}, {face.name for face in entries}

    @cached_property
    def _left_places(self) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
        rows, entries = self._left
        return {_place(face) for face in rows}, {_place(face) for face in entries}

    @cached_property
    def _left(self) -> tuple[list[Face], list[Face]]:
        """The doors and the entries of the feed that are not each other's beyond doubt."""
        taken = set(self.found.values())
        named: dict[str, None] = dict.fromkeys(one.entry_id for one in self._feed.origins.values())
        rows = [one.face for at, one in enumerate(self._told) if at not in self.found]
        return rows, [self._here.faces[one] for one in named if one not in taken and one in self._here.faces]


def _ids(origin: Origin) -> tuple[str, ...]:
    return (origin.entry_id, *origin.merged)


def _best(said: Face, faces: Sequence[Face], otherwise: _Best | None = None) -> _Best:
    graded = [(kin(said, face), face) for face in faces]
    return max(graded, key=lambda one: one[0], default=otherwise or (Kin.NONE, said))


def _place(face: Face) -> tuple[str, ...]:
    """What tells two records of one name apart."""
    return (face.name, face.number, face.street) if face.street else (face.name, *sorted(face.phones))
