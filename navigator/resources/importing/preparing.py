"""Tries an import: reads the file, finds its doors in the here, and says what would happen; writes nothing."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from navigator.errors import BadInput
from navigator.resources.exchange.formats import FORMATS
from navigator.resources.exchange.incoming import Piece
from navigator.resources.importing import feeds
from navigator.resources.importing.arrivals import Arrivals, counted
from navigator.resources.importing.deciding import Deciding
from navigator.resources.importing.doors import Door
from navigator.resources.importing.feeds import Feed
from navigator.resources.importing.matching import Found, Match, Matching
from navigator.resources.importing.outcomes import gone_door
from navigator.resources.importing.packing import unpack
from navigator.resources.importing.prepared import Prepared
from navigator.resources.importing.standing import EntriesHere
from navigator.resources.importing.steps import Steps
from navigator.resources.importing.telling import Told, tell
from navigator.resources.importing.verdicts import Progress, Report, Verdict
from navigator.resources.model import Status
from navigator.resources.revision import revision
from navigator.resources.stewardship.do_not_list import barred_names

Doors = Mapping[Verdict, Sequence[Door]]
_OVER = frozenset({Status.CLOSED.value, Status.DUPLICATE.value})

_NOT_ALL = "The file is not the whole list, so what it does not name is not counted as gone."


@dataclass(frozen=True)
class Asked:
    """A file to be tried: its pieces, its format, its name, and the list that a person says it is, or ""."""

    pieces: Iterable[Piece]
    format: str
    file_name: str
    feed: str = ""


def prepare(session: Session, asked: Asked, progress: Progress | None = None) -> Prepared:
    """The dry run of one file against the directory as it stands."""
    arrivals = Arrivals(barred_names(session))
    arrivals.take_all(asked.pieces, Steps(progress))
    _refuse_nothing(asked, arrivals)
    here = EntriesHere(session)
    told = [tell(door) for door in arrivals.doors] if here.entries else []
    feed = _feed(session, asked, arrivals, told, here)
    steps = Steps(progress, len(arrivals.doors))
    matching = Matching(session, arrivals.doors, told, feed, here, steps)
    found = matching.find()
    doors: dict[Verdict, list[Door]] = defaultdict(list)
    for door in Deciding(session, feed, here, steps).doors(arrivals.doors, found):
        doors[door.verdict].append(door)
    named = _Named(feed, arrivals, found, matching.misnamed)
    doors[Verdict.GONE] = [] if arrivals.is_partial else named.gone(here)
    sorted_ = {verdict: tuple(sorted(doors[verdict], key=lambda door: door.row)) for verdict in Verdict}
    report = _report(asked, feed, arrivals, sorted_)
    return Prepared(report, revision(session), feed.id, sorted_, named.back())


def _refuse_nothing(asked: Asked, arrivals: Arrivals) -> None:
    """A file of another kind, or with nothing in it, is no list that names nothing any more."""
    if not arrivals.rows:
        label = FORMATS[asked.format].label
        raise BadInput(f"{asked.file_name}: nothing in it could be read as “{label}”. Nothing was imported.")


def _feed(session: Session, asked: Asked, arrivals: Arrivals, told: Sequence[Told], here: EntriesHere) -> Feed:
    if asked.feed:
        return feeds.named(session, asked.format, asked.feed)
    faces = {door.key: one.face for door, one in zip(arrivals.doors, told, strict=False)}
    return feeds.recognise(session, asked.format, faces, here, asked.file_name)


class _Named:
    """Which entries of the feed the file still names: by their keys, as far as those are theirs, or by likeness."""

    def __init__(self, feed: Feed, arrivals: Arrivals, found: Found, misnamed: Collection[str]) -> None:
        self._origins = feed.origins
        self._keys = {key for key in feed.origins if key in arrivals.keys and key not in misnamed}
        self._known = {one.entry_id for one in found.values() if isinstance(one, Match)}
        by_key = ((feed.origins.get(arrivals.doors[at].key), one.entry_id) for at, one in found.items())
        self._known |= {entry_id for origin, entry_id in by_key if origin and origin.entry_id == entry_id}

    def gone(self, here: EntriesHere) -> list[Door]:
        """The entries that are named no more, but for those that are closed or settled as duplicates."""
        still = self._known | {self._origins[key].entry_id for key in self._keys}
        gone = {one.entry_id: (key, one) for key, one in self._origins.items() if one.entry_id not in still}
        entries = here.entries
        return [
            gone_door(key, origin, entries[entry_id].name)
            for entry_id, (key, origin) in gone.items()
            if entry_id in entries and entries[entry_id].status not in _OVER
        ]

    def back(self) -> Mapping[str, str]:
        """The keys of those that were gone and came back, with the import since which they were."""
        return {
            key: one.gone_since
            for key, one in self._origins.items()
            if one.gone_since and (key in self._keys or one.entry_id in self._known)
        }


def _report(asked: Asked, feed: Feed, arrivals: Arrivals, doors: Doors) -> Report:
    matched = (*doors[Verdict.CHANGED], *doors[Verdict.UNCHANGED])
    return Report(
        format=asked.format,
        file_name=asked.file_name,
        feed=feed.name,
        known_feed=bool(feed.id),
        rows=arrivals.rows,
        new=len(doors[Verdict.NEW]),
        changed=len(doors[Verdict.CHANGED]),
        unchanged=len(doors[Verdict.UNCHANGED]),
        gone=len(doors[Verdict.GONE]),
        held=len(doors[Verdict.HELD]),
        kept_as_text=arrivals.text_columns.total(),
        confidential=arrivals.confidential,
        protected=sum(len(unpack(door.told).get("protected", ())) for door in matched if door.told),
        parts=arrivals.parts,
        problems=tuple(arrivals.problems),
        repaired=counted(arrivals.repaired),
        text_columns=counted(arrivals.text_columns),
        part_words=counted(arrivals.part_words),
        notes=(_NOT_ALL,) if arrivals.is_partial else (),
    )
