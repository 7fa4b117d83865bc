"""What parcels come to, as plain values for screen and command line."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from navigator.errors import BadInput
from navigator.resources.parcel.envelope import Kind


@dataclass(frozen=True)
class Published:
    number: int
    entries: int
    fingerprint: str


@dataclass(frozen=True)
class Received:
    """What a parcel changed here.

    `stayed` are entries of this station's own, `set_free` proposals whose entry left the directory and that stand
    alone now, `proposed` those that were made of what somebody changed here and the parcel changed again.
    """

    number: int
    day: date
    fingerprint: str
    entries: int
    added: int
    changed: int
    removed: int
    stayed: int
    set_free: int
    proposed: int


@dataclass(frozen=True)
class SentBack:
    lines: int
    fingerprint: str


@dataclass(frozen=True)
class TakenBack:
    """`is_new`: the station was not known before; its `fingerprint` is worth a telephone call."""

    proposals: int
    rooms: int
    fingerprint: str
    is_new: bool


@dataclass(frozen=True)
class Standing:
    """The newest parcel of this station: the one it received, else the one it published."""

    received: bool
    number: int
    day: date
    fingerprint: str


@dataclass(frozen=True)
class Offered:
    """What a parcel says of itself, its signature checked, its content not read yet."""

    path: Path
    kind: Kind
    number: int
    day: date
    made_at: datetime
    entries: int
    fingerprint: str
    is_known: bool


class NewPublisher(BadInput):
    """The first parcel here: whoever receives it must confirm the publisher's `fingerprint`."""

    def __init__(self, sentence: str, fingerprint: str) -> None:
        super().__init__(sentence)
        self.fingerprint = fingerprint
