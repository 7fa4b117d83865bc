"""The parcel service: publish, receive, send back, take back (S-14)."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.city import City
from navigator.clock import from_store, to_store
from navigator.errors import BadInput
from navigator.ids import new_id
from navigator.resources.parcel import envelope, known, returns
from navigator.resources.parcel.applying import Applied, apply
from navigator.resources.parcel.contents import Contents, contents_of, lines_of
from navigator.resources.parcel.envelope import Head, Kind, Sealed
from navigator.resources.parcel.outcomes import (
    NewPublisher,
    Offered,
    Published,
    Received,
    SentBack,
    Standing,
    TakenBack,
)
from navigator.resources.parcel.packing import pack, unpack
from navigator.resources.revision import advance, count_all
from navigator.resources.stewardship.changing import Act, Hand
from navigator.resources.whole_file import whole_file
from navigator.storage import keys, signing
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store
from navigator.storage.sweeping import sweep

SUFFIX = ".parcel"
Progress = Callable[[int, int], None]
"""Told how many entries are done, of how many; it stops the work by raising."""


class Parcels:
    """Carries the directory between stations without a network."""

    def __init__(self, store: Store, city: City) -> None:
        self._store = store
        self._city = city
        self._trail = Trail(store.clock)

    @requires(Permission.IMPORT)
    def publish(self, actor: Actor, path: Path) -> Published:
        """Writes the whole directory to `path`, signed and numbered; whole or not at all."""
        with whole_file(path) as file, self._store.writing() as session:
            lines = list(lines_of(session))
            packed, entries = pack(lines), sum(line["is"] == "entry" for line in lines)
            private, box = known.own_key(session), keys.to_text(known.own_box(session).public)
            told = {"number": known.next_number(session), "entries": entries, "box": box}
            head = self._head(Kind.DIRECTORY, private, packed.content, packed.unpacked, **told)
            known.note_published(session, head)
            self._trail.record(session, actor, Action.PARCEL_PUBLISHED, number=head.number, entries=entries)
            envelope.write(file, head, packed.content, private)
        return Published(head.number, entries, head.fingerprint)

    @requires(Permission.IMPORT)
    def look(self, actor: Actor, path: Path) -> Offered:  # noqa: ARG002 - the permission is the actor's
        """What the parcel at `path` is, without receiving it."""
        with envelope.opened(path) as sealed, self._store.reading() as session:
            return self._offered(path, sealed.head, known.publisher(session))

    @requires(Permission.IMPORT)
    def receive(
        self, actor: Actor, path: Path, *, trust: str | None = None, progress: Progress | None = None
    ) -> Received:
        """Makes the directory equal to that of the parcel, in one transaction, and pins the publisher.

        The first time `trust` is the publisher's fingerprint, else `NewPublisher` tells it. `BadInput` refuses what
        is damaged, cut, forged, foreign, of another city, or not newer than what is here; nothing is changed then, nor
        when `progress`, told of each entry that was read, raises.
        """
        with envelope.opened(path) as sealed:
            with self._store.reading() as session:
                self._refuse(session, sealed, trust)
            lines = unpack(sealed.content(), sealed.head.unpacked)
            contents = contents_of(_told(lines, sealed.head.entries, progress))
            with self._store.writing() as session:
                self._refuse(session, sealed, trust)
                done = self._apply(session, actor, sealed.head, contents)
        if done.hid:
            sweep(self._store)
        return self._received(sealed.head, contents, done)

    @requires(Permission.PROPOSE)
    def send_back(self, actor: Actor, path: Path) -> SentBack:
        """Writes this station's proposals, words on room, checks and own entries for the publisher alone to read."""
        with whole_file(path) as file, self._store.writing() as session:
            issue = known.publisher(session)
            if issue is None:
                raise BadInput("No parcel was received here yet, so there is nobody to send anything back to.")
            private, now = known.own_key(session), to_store(self._store.clock())
            lines = list(returns.lines_of(session, issue.since, now))
            packed = returns.seal(lines, issue.box)
            head = self._head(Kind.RETURNS, private, packed.content, packed.unpacked, answers=issue.number)
            self._trail.record(session, actor, Action.PARCEL_SENT_BACK, lines=len(lines), answers=issue.number)
            envelope.write(file, head, packed.content, private)
        return SentBack(len(lines), head.fingerprint)

    @requires(Permission.IMPORT)
    def take_back(self, actor: Actor, path: Path) -> TakenBack:
        """Adds what a station sent back as proposals and words on room; what is here already is left out."""
        with envelope.opened(path) as sealed, self._store.writing() as session:
            head = sealed.head
            if head.kind is not Kind.RETURNS:
                raise BadInput(f"{sealed.name} is a directory to receive, not something that a station sent back.")
            self._refuse_city(sealed)
            if not known.can_answer(session, head.answers):
                raise BadInput(f"{sealed.name} answers parcel number {head.answers}, which was never published here.")
            content = sealed.content().read(head.length)
            lines = returns.unseal(content, head.unpacked, known.own_box(session))
            taken = returns.take(session, lines, head.fingerprint, self._store.clock())
            is_new = known.note_station(session, head)
            advance(session)
            self._trail.record(session, actor, Action.PARCEL_TAKEN_BACK, proposals=taken.proposals, rooms=taken.rooms)
        return TakenBack(taken.proposals, taken.rooms, head.fingerprint, is_new)

    @requires(Permission.SEARCH)
    def standing(self, actor: Actor) -> Standing | None:  # noqa: ARG002 - the permission is the actor's
        """Which parcel this directory is of; None: of none."""
        with self._store.reading() as session:
            received, published = known.publisher(session), known.published(session)
        issue = received or published
        if issue is None:
            return None
        day, said = self._day(from_store(issue.made_at)), signing.fingerprint(keys.from_text(issue.public))
        return Standing(received is not None, issue.number, day, said)

    @requires(Permission.IMPORT)
    def watch(self, actor: Actor, folder: Path | None) -> None:
        """Remembers the folder in which parcels arrive; None: no folder."""
        with self._store.writing() as session:
            known.note_folder(session, str(folder) if folder else "")
            self._trail.record(session, actor, Action.PARCEL_FOLDER_CHANGED)

    @requires(Permission.IMPORT)
    def newest_in(self, actor: Actor, folder: Path | None = None) -> Offered | None:  # noqa: ARG002 - as above
        """The newest parcel of the pinned publisher in the watched folder that is newer than what is here, or None."""
        with self._store.reading() as session:
            issue, watched = known.publisher(session), known.folder(session)
        folder = folder or (Path(watched) if watched else None)
        if folder is None or issue is None:
            return None
        found = [self._offered(path, head, issue) for path, head in _heads(folder) if head.kind is Kind.DIRECTORY]
        newer = [one for one in found if one.is_known and one.number > issue.number]
        return max(newer, key=lambda one: one.number, default=None)

    def _head(self, kind: Kind, private: bytes, content: bytes, unpacked: int, **more: int | str) -> Head:
        return envelope.head_of(kind, self._city.key, private, content, unpacked, self._store.clock(), **more)

    def _refuse(self, session: Session, sealed: Sealed, trust: str | None) -> None:
        head, issue = sealed.head, known.publisher(session)
        if head.kind is not Kind.DIRECTORY:
            raise BadInput(f"{sealed.name} is what a station sent back, not a directory. Take it back instead.")
        self._refuse_city(sealed)
        if known.is_own(session, head):
            raise BadInput(f"{sealed.name} was published by this station itself. Nothing was changed.")
        if issue is None:
            _refuse_untrusted(head, trust)
        elif issue.public != head.public:
            raise BadInput(f"{sealed.name} is not from the publisher of this station. Nothing was changed.")
        elif head.number <= issue.number:
            same = "is here already" if head.number == issue.number else f"is older than number {issue.number} here"
            raise BadInput(f"Parcel number {head.number} {same}. Nothing was changed.")

    def _refuse_city(self, sealed: Sealed) -> None:
        city, own = sealed.head.city, self._city.key
        if city != own:
            raise BadInput(f"{sealed.name} is of “{city}”, this station of “{own}”. Nothing was changed.")

    def _apply(self, session: Session, actor: Actor, head: Head, contents: Contents) -> Applied:
        before = known.publisher(session)
        hand = Hand(actor, Act.RECEIVED, self._store.clock(), new_id())
        count_all(session)
        done = apply(session, contents, hand, before.received_at if before else "")
        known.pin(session, head, to_store(hand.at))
        advance(session)
        told = {"number": head.number, "added": done.added, "changed": len(done.changed), "removed": done.removed}
        self._trail.record(session, actor, Action.PARCEL_RECEIVED, hand.batch_id, **told)
        return done

    def _received(self, head: Head, contents: Contents, done: Applied) -> Received:
        return Received(
            number=head.number,
            day=self._day(head.made),
            fingerprint=head.fingerprint,
            entries=len(contents.entries),
            added=done.added,
            changed=len(done.changed),
            removed=done.removed,
            stayed=done.stayed,
            set_free=done.set_free,
            proposed=done.proposed,
        )

    def _offered(self, path: Path, head: Head, issue: known.Issue | None) -> Offered:
        is_known = issue is not None and issue.public == head.public
        day = self._day(head.made)
        return Offered(path, head.kind, head.number, day, head.made, head.entries, head.fingerprint, is_known)

    def _day(self, at: datetime) -> date:
        return at.astimezone(self._city.zone).date()


def _told(lines: Iterable[Any], of: int, progress: Progress | None) -> Iterator[Any]:
    for done, line in enumerate(lines):
        if progress is not None:
            progress(min(done, of), of)
        yield line


def _refuse_untrusted(head: Head, trust: str | None) -> None:
    if trust is None:
        raise NewPublisher(
            "This is the first parcel here. Ask the publisher for the words of their key; they must be: "
            f"{head.fingerprint}. Nothing was changed.",
            head.fingerprint,
        )
    if not signing.is_fingerprint(trust, head.key):
        raise BadInput(f"The key of this parcel is {head.fingerprint}, not {trust}. Nothing was changed.")


def _heads(folder: Path) -> list[tuple[Path, Head]]:
    """The parcels in the folder whose signature holds; others are left alone."""
    found = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            with envelope.opened(path) as sealed:
                found.append((path, sealed.head))
        except BadInput:
            continue
    return found
