"""Which entry each door of a file is: by the id that its list gave it, by ids of ours, by likeness (S-08).

What is doubtful is not decided here: it is held for the desk.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import batched

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.resources.importing.doors import Arrival
from navigator.resources.importing.faces import Face, make_face
from navigator.resources.importing.feeds import Feed
from navigator.resources.importing.likeness import DOUBTFUL, Likeness
from navigator.resources.importing.own_ids import OwnIds, ids_told
from navigator.resources.importing.packing import Json, unpack
from navigator.resources.importing.standing import EntriesHere
from navigator.resources.importing.steps import Steps
from navigator.resources.stewardship.pairs import PairState
from navigator.resources.stewardship.rows import PairRow

_AT_ONCE = 4000
ALREADY = "another row of the file is this entry already"
SEVERAL = "several entries here are like it"


@dataclass(frozen=True, slots=True)
class Match:
    """The entry that a door is. `binds`: its key is new to the feed. `again`: an earlier door told of it already."""

    entry_id: str
    binds: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """The entry that a door may be."""

    entry_id: str
    score: float
    reasons: tuple[str, ...]


Found = Mapping[int, Match | Doubt]
"""By position among the arrivals; who is not in it is new."""


class Matching:
    """Finds the entries of one file's doors."""

    def __init__(
        self, session: Session, arrivals: Sequence[Arrival], feed: Feed, here: EntriesHere, steps: Steps
    ) -> None:
        self._session = session
        self._steps = steps
        self._arrivals = arrivals
        self._feed = feed
        self._here = here
        self._found: dict[int, Match | Doubt] = {}
        self._taken: set[str] = set()
        self._by_key: set[str] = set()
        self._services: dict[str, str] = {}

    def find(self) -> Found:
        self._find_by_key()
        left = [at for at in range(len(self._arrivals)) if at not in self._found]
        if left and self._here.entries:
            told = {at: _Told.of(self._arrivals[at]) for at in left}
            self._find_by_own_ids(told)
            self._services = self._known_services()
            self._find_by_likeness({at: one for at, one in told.items() if at not in self._found})
        return self._found

    def _find_by_key(self) -> None:
        for at, arrival in enumerate(self._arrivals):
            origin = self._feed.origins.get(arrival.key)
            if origin is not None and origin.entry_id in self._here.entries:
                self._found[at] = Match(origin.entry_id, again=origin.entry_id in self._taken)
                self._taken.add(origin.entry_id)
        self._by_key = set(self._taken)

    def _known_services(self) -> dict[str, str]:
        """By what the file calls them the services that are here."""
        entries, doors = self._here.entries, self._arrivals
        found = {doors[at].service: entries[one.entry_id].service for at, one in self._found.items()}
        return {service: known for service, known in found.items() if service}

    def _find_by_own_ids(self, told: Mapping[int, "_Told"]) -> None:
        wanted = {one for some in told.values() for one in some.ids}
        ids = OwnIds(self._session, self._here.entries.values(), wanted)
        for at, one in told.items():
            entry_id = ids.entry(one.ids, self._arrivals[at].name)
            if entry_id and entry_id not in self._taken:
                self._take(at, entry_id)

    def _find_by_likeness(self, told: Mapping[int, "_Told"]) -> None:
        near = self._near(told)
        certain = sorted(
            ((-like.score, at, entry_id) for at, some in near.items() for entry_id, like in some if like.sure)
        )
        for _, at, entry_id in certain:
            if at not in self._found and entry_id not in self._taken:
                self._settle(at, entry_id, near[at])
        self._hold_back({at: one for at, one in told.items() if at not in self._found})
        for at, some in near.items():
            if at not in self._found:
                self._doubt(at, some)

    def _hold_back(self, told: Mapping[int, "_Told"]) -> None:
        """A row that would come in open and may be a place that is hidden here waits for a person (S-13)."""
        apart = self._told_apart()
        for at, one in told.items():
            twin = None if self._arrivals[at].confidential else self._here.hidden.of(one.face)
            if twin and (self._arrivals[at].key, twin[0]) not in apart and not self._is_beside(at, twin[0]):
                self._found[at] = Doubt(twin[0], DOUBTFUL, (twin[1],))

    def _settle(self, at: int, entry_id: str, near: Sequence[tuple[str, Likeness]]) -> None:
        """Takes the entry, unless another is just as like."""
        best = max(like.score for _, like in near if like.sure)
        equal = [one for one, like in near if like.sure and like.score == best and one not in self._taken]
        if len({self._here.entries[one].service for one in equal}) > 1:
            self._found[at] = Doubt(entry_id, best, (SEVERAL,))
        else:
            self._take(at, entry_id)

    def _doubt(self, at: int, near: Sequence[tuple[str, Likeness]]) -> None:
        """Holds the door against the entry that is most like it.

        A list that names two records alike means two: only when they are alike beyond doubt is one of them held.
        """
        open_ = [(entry_id, like) for entry_id, like in near if like.sure or entry_id not in self._by_key]
        if not open_:
            return
        entry_id, like = max(open_, key=lambda one: (one[1].sure, one[1].score))
        reasons = (*like.reasons, ALREADY) if entry_id in self._taken else like.reasons
        self._found[at] = Doubt(entry_id, like.score, reasons)

    def _take(self, at: int, entry_id: str) -> None:
        self._found[at] = Match(entry_id, binds=True)
        self._taken.add(entry_id)

    def _near(self, told: Mapping[int, "_Told"]) -> Mapping[int, list[tuple[str, Likeness]]]:
        """By door the entries that are like it, without those that a person told apart from it."""
        apart = self._told_apart()
        near: dict[int, list[tuple[str, Likeness]]] = defaultdict(list)
        for positions in batched(told, _AT_ONCE):
            self._steps.pulse()
            for asked, found, like in self._here.blocks.near([told[at].face for at in positions]):
                at, entry_id = positions[asked], self._here.faced_id(found)
                told_apart = (self._arrivals[at].key, entry_id) in apart or self._is_other_place(at, entry_id)
                if like.score >= DOUBTFUL and not told_apart:
                    near[at].append((entry_id, like))
        return near

    def _is_other_place(self, at: int, entry_id: str) -> bool:
        """Whether the file says that the door is another place of the entry's service."""
        return entry_id in self._taken and self._is_beside(at, entry_id)

    def _is_beside(self, at: int, entry_id: str) -> bool:
        return self._services.get(self._arrivals[at].service) == self._here.entries[entry_id].service

    def _told_apart(self) -> Collection[tuple[str, str]]:
        wanted = select(PairRow.key, PairRow.entry_id).where(
            PairRow.feed_id == self._feed.id, PairRow.feed_id != "", PairRow.state == PairState.TWO.value
        )
        return {(row.key, row.entry_id) for row in self._session.execute(wanted)}


@dataclass(frozen=True, slots=True)
class _Told:
    """Of a door what it is found by."""

    ids: tuple[str, ...]
    face: Face

    @classmethod
    def of(cls, arrival: Arrival) -> "_Told":
        told = unpack(arrival.told)
        return cls(ids_told(arrival.key, told), _face(told["values"]))


def _face(values: Json) -> Face:
    phones: Iterator[str] = (one["number"] for one in values.get("phones") or () if one["kind"] != "fax")
    address = values.get("address") or {}
    where = (address.get("line", ""), address.get("city", ""), address.get("postal_code", ""))
    return make_face(values.get("name", ""), values.get("organization", ""), phones, where)
