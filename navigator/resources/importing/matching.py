"""Which entry each door of a file is: by the id that its list gave it, by ids of ours, by likeness (S-08).

What is doubtful is not decided here: it is held for the desk.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import batched

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.resources.importing.doors import Arrival
from navigator.resources.importing.feeds import Feed
from navigator.resources.importing.keyed import Keyed
from navigator.resources.importing.likeness import DOUBTFUL, Likeness
from navigator.resources.importing.own_ids import OwnIds
from navigator.resources.importing.standing import EntriesHere
from navigator.resources.importing.steps import Steps
from navigator.resources.importing.telling import Told
from navigator.resources.stewardship.pairs import PairState
from navigator.resources.stewardship.rows import PairRow

_AT_ONCE = 4000
ALREADY = "another row of the file is this entry already"
SEVERAL = "several entries here are like it"
ITS_KEY = "the list called a confidential place by this id"


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
    """Finds the entries of one file's doors; `told` is what each is found by."""

    def __init__(
        self,
        session: Session,
        arrivals: Sequence[Arrival],
        told: Sequence[Told],
        feed: Feed,
        here: EntriesHere,
        steps: Steps,
    ) -> None:
        self._session = session
        self._steps = steps
        self._arrivals = arrivals
        self._told = told
        self._feed = feed
        self._here = here
        self._found: dict[int, Match | Doubt] = {}
        self._taken: set[str] = set()
        self._by_key: set[str] = set()
        self._services: dict[str, str] = {}
        self.misnamed: frozenset[str] = frozenset()
        """Keys of the feed that are other records in this file."""

    def find(self) -> Found:
        if self._here.entries:
            self._find_by_key()
            told = dict(enumerate(self._told))
            self._find_by_own_ids(self._left(told))
            self._services = self._known_services()
            self._find_by_likeness(self._left(told))
        return self._found

    def _left(self, told: Mapping[int, Told]) -> Mapping[int, Told]:
        return {at: one for at, one in told.items() if at not in self._found}

    def _find_by_key(self) -> None:
        keyed = Keyed(self._session, self._arrivals, self._told, self._feed, self._here)
        keyed.find()
        self._found |= {at: Match(entry_id, again=at in keyed.again) for at, entry_id in keyed.found.items()}
        self._taken |= set(keyed.found.values())
        self._by_key = set(self._taken)
        self.misnamed = frozenset(self._arrivals[at].key for at in keyed.misnamed)

    def _known_services(self) -> dict[str, str]:
        """By what the file calls them the services that are here."""
        entries, doors = self._here.entries, self._arrivals
        found = {doors[at].service: entries[one.entry_id].service for at, one in self._found.items()}
        return {service: known for service, known in found.items() if service}

    def _find_by_own_ids(self, told: Mapping[int, Told]) -> None:
        if not told:
            return
        wanted = {one for some in told.values() for one in some.ids}
        ids = OwnIds(self._session, self._here, wanted)
        for at, one in told.items():
            entry_id = ids.entry(one.ids, one.face)
            if entry_id and entry_id not in self._taken:
                self._take(at, entry_id)

    def _find_by_likeness(self, told: Mapping[int, Told]) -> None:
        if not told:
            return
        near = self._near(told)
        certain = sorted(
            ((-like.score, at, entry_id) for at, some in near.items() for entry_id, like in some if like.sure)
        )
        for _, at, entry_id in certain:
            if at not in self._found and entry_id not in self._taken:
                self._settle(at, entry_id, near[at])
        self._by_key |= self._taken & {origin.entry_id for origin in self._feed.origins.values()}
        self._hold_back(self._left(told))
        self._hold_under_hidden_keys(self._left(told))
        for at, some in near.items():
            if at not in self._found:
                self._doubt(at, some)

    def _hold_back(self, told: Mapping[int, Told]) -> None:
        """A row that would come in open and may be a place that is hidden here waits for a person (S-13)."""
        apart = self._told_apart()
        for at, one in told.items():
            twin = None if self._arrivals[at].confidential else self._here.hidden.of(one.face)
            if twin and (self._arrivals[at].key, twin[0]) not in apart and not self._is_beside(at, twin[0]):
                self._found[at] = Doubt(twin[0], DOUBTFUL, (twin[1],))

    def _hold_under_hidden_keys(self, told: Mapping[int, Told]) -> None:
        """Under the key of a hidden place that the file names nowhere else stands that place, or one not to be told."""
        apart = self._told_apart()
        for at in told:
            origin = self._feed.origins.get(self._arrivals[at].key)
            entry = self._here.entries.get(origin.entry_id) if origin and origin.entry_id not in self._taken else None
            if entry is None or not entry.confidential or self._arrivals[at].confidential:
                continue
            if (self._arrivals[at].key, entry.id) not in apart:
                self._found[at] = Doubt(entry.id, DOUBTFUL, (ITS_KEY,))

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

    def _near(self, told: Mapping[int, Told]) -> Mapping[int, list[tuple[str, Likeness]]]:
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
