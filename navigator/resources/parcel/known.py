"""What a station remembers of parcels, in the directory store's state: its keys, its publisher, numbers, stations."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy.orm import Session

from navigator.resources.parcel.envelope import Head
from navigator.storage import keys, signing, state

_SIGNING_KEY = "parcel signing key"
_BOX_KEY = "parcel box key"
_PUBLISHER = "parcel publisher"
_PUBLISHED = "parcel published"
_STATIONS = "parcel stations"
_BARRED = "parcel do-not-list"
_FOLDER = "parcel folder"
_HIDDEN = "parcel confidential"
_WORDS = "parcel words"
_LOST_AT_MOST = 1000
"""Parcels that were published after a backup that was put back."""


@dataclass(frozen=True)
class Issue:
    """The newest parcel that was received from the pinned publisher, or published here.

    `received_at` and `since` are when it and the first one came, by the clock of this station; "": published here.
    """

    public: str
    box: str
    number: int
    made_at: str
    received_at: str
    since: str


def own_key(session: Session) -> bytes:
    """The private key that this station signs with, made when it is first needed."""
    return signing.signing_key(session, _SIGNING_KEY)


def own_box(session: Session) -> keys.KeyPair:
    """What answers from the stations are sealed to, made when it is first needed."""
    kept = state.get(session, _BOX_KEY)
    if kept is None:
        state.put(session, _BOX_KEY, kept := keys.to_text(keys.KeyPair.fresh().private))
    return keys.KeyPair.from_private(keys.from_text(kept))


def is_own(session: Session, head: Head) -> bool:
    """Whether this station signed it; it does not make a key to find out."""
    return state.get(session, _SIGNING_KEY) is not None and signing.public_of(own_key(session)) == head.key


def publisher(session: Session) -> Issue | None:
    """The pinned publisher with the newest parcel that was received; None: no parcel was received yet."""
    kept = _get(session, _PUBLISHER)
    return Issue(**kept) if kept else None


def pin(session: Session, head: Head, at: str) -> None:
    before = publisher(session)
    issue = Issue(head.public, head.box, head.number, head.made_at, at, before.since if before else at)
    _put(session, _PUBLISHER, asdict(issue))


def published(session: Session) -> Issue | None:
    kept = _get(session, _PUBLISHED)
    return Issue(**kept) if kept else None


def note_published(session: Session, head: Head) -> None:
    _put(session, _PUBLISHED, asdict(Issue(head.public, head.box, head.number, head.made_at, "", "")))


def next_number(session: Session) -> int:
    """Above every number that was given out, as far as this station knows or was told by the others."""
    newest = published(session)
    told = max((one["answers"] for one in stations(session).values()), default=0)
    return max(newest.number if newest else 0, told) + 1


def stations(session: Session) -> dict[str, Any]:
    """By public key the stations that sent something back, with the number of the parcel that they had."""
    return dict(_get(session, _STATIONS) or {})


def can_answer(session: Session, number: int) -> bool:
    """Whether a station may have got a parcel of this number: one from a backup knows less than was given out."""
    return number < next_number(session) + _LOST_AT_MOST


def note_station(session: Session, head: Head) -> bool:
    """Remembers the station that signed the head; whether it is new."""
    known = stations(session)
    before = known.get(head.public)
    highest = max(head.answers, before["answers"] if before else 0)
    _put(session, _STATIONS, known | {head.public: {"answers": highest, "made_at": head.made_at}})
    return before is None


def received_barred(session: Session) -> frozenset[str]:
    """The ids of the do-not-list's lines that came in the parcel before."""
    return frozenset(_get(session, _BARRED) or ())


def note_barred(session: Session, ids: Collection[str]) -> None:
    _put(session, _BARRED, sorted(ids))


def received_hidden(session: Session) -> frozenset[str]:
    """The services that were confidential in the parcel before: the publisher alone may reveal those."""
    return frozenset(_get(session, _HIDDEN) or ())


def note_hidden(session: Session, services: Collection[str]) -> None:
    _put(session, _HIDDEN, sorted(services))


def received_words(session: Session) -> frozenset[str]:
    """The ids of the groups of words that came in the parcel before."""
    return frozenset(_get(session, _WORDS) or ())


def note_words(session: Session, ids: Collection[str]) -> None:
    _put(session, _WORDS, sorted(ids))


def folder(session: Session) -> str:
    return state.get(session, _FOLDER) or ""


def note_folder(session: Session, path: str) -> None:
    state.put(session, _FOLDER, path)


def _get(session: Session, key: str) -> Any:
    kept = state.get(session, key)
    return json.loads(kept) if kept else None


def _put(session: Session, key: str, value: Any) -> None:
    state.put(session, key, json.dumps(value))
