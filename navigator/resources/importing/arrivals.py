"""Takes in what a reader yields, piece by piece: doors are packed, everything else is counted (S-08)."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from navigator.resources.exchange.hidden import hidden
from navigator.resources.exchange.incoming import SHOWN, Incoming, Part, Piece, Problem
from navigator.resources.importing.doors import Arrival
from navigator.resources.importing.packing import pack, record_of, told_of, unpack
from navigator.resources.importing.steps import Steps
from navigator.resources.importing.verdicts import Counted
from navigator.resources.model import Barred
from navigator.resources.stewardship.do_not_list import find_barred

_AGAIN = "the same record once more"


class Arrivals:
    """The doors of one file, and what was said of its rows. `barred` is the do-not-list (S-05)."""

    def __init__(self, barred: Mapping[str, Barred]) -> None:
        self.doors: list[Arrival] = []
        self.problems: list[Problem] = []
        self.keys: dict[str, int] = {}
        self.confidential = 0
        self.is_partial = False
        self.text_columns: Counter[str] = Counter()
        self.repaired: Counter[str] = Counter()
        self.part_words: Counter[str] = Counter()
        self._barred = barred
        self._rows: set[int] = set()
        self._part_rows = 0
        self._secret: set[str] = set()

    @property
    def rows(self) -> int:
        return len(self._rows) + self._part_rows

    @property
    def parts(self) -> int:
        return self.part_words.total()

    def take_all(self, pieces: Iterable[Piece], steps: Steps) -> None:
        for piece in pieces:
            self._take(piece)
            steps.step()
        steps.finish()
        self._close_services()

    def _take(self, piece: Piece) -> None:
        if isinstance(piece, Part):
            self._part_rows += piece.row > 0
            self.is_partial = self.is_partial or piece.is_partial
            self.part_words[piece.words] += 1
        elif isinstance(piece, Problem):
            self._refuse(piece)
        else:
            self._take_door(piece)

    def _refuse(self, problem: Problem) -> None:
        self._rows.add(problem.row)
        self.problems.append(replace(problem, value=problem.value[:SHOWN]))

    def _take_door(self, incoming: Incoming) -> None:
        entry = incoming.record.entry
        barred = find_barred(self._barred, entry)
        if barred is not None:
            self.keys.setdefault(incoming.key, -1)
            self._refuse(Problem(incoming.row, "name", entry.name, f"on the do-not-list: {barred.reason}"))
            return
        self._rows.add(incoming.row)
        arrival = _packed(hidden(incoming) if entry.confidential else incoming)
        known = self.keys.setdefault(arrival.key, len(self.doors))
        if known != len(self.doors):
            self._take_again(arrival, known)
            return
        self.doors.append(arrival)
        self.text_columns.update(incoming.kept_as_text)
        self.repaired.update(incoming.repaired)
        if arrival.confidential:
            self._secret.add(arrival.service)

    def _take_again(self, arrival: Arrival, known: int) -> None:
        """A key that came before: the same record is one door, another record cannot be told from it."""
        if known >= 0 and self.doors[known].told == arrival.told:
            self.part_words[_AGAIN] += 1
            return
        words = f"row {self.doors[known].row} has the same id" if known >= 0 else "a barred row has the same id"
        self._refuse(Problem(arrival.row, "id", arrival.key, f"{words}; two records cannot share one."))

    def _close_services(self) -> None:
        """One confidential door makes its whole service confidential: its other doors would tell the place (S-13)."""
        self._secret.discard("")
        for at, door in enumerate(self.doors):
            if door.service in self._secret and not door.confidential:
                self.doors[at] = closed(door)
        self.confidential = sum(door.confidential for door in self.doors)


def closed(arrival: Arrival) -> Arrival:
    """The door as a confidential one."""
    told = unpack(arrival.told)
    incoming = Incoming(arrival.row, arrival.key, record_of(told), free_text=told["free_text"])
    return replace(_packed(hidden(incoming)), service=arrival.service)


def counted(words: Counter[str]) -> tuple[Counted, ...]:
    """The most frequent first."""
    return tuple(Counted(said, times) for said, times in words.most_common())


def _packed(incoming: Incoming) -> Arrival:
    entry, told = incoming.record.entry, pack(told_of(incoming))
    key = incoming.key or "made " + hashlib.sha256(told).hexdigest()
    return Arrival(incoming.row, key, entry.name, entry.service_id, entry.confidential, told)
