"""What an import says and did: plain values for report, screen and command line (S-08)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from navigator.resources.exchange.incoming import Problem
from navigator.resources.fields import Difference, Values

Progress = Callable[[int, int], None]
"""Called with how many are done, of how many (0: not known yet)."""


class Stopped(Exception):
    """Raised by a `Progress` to stop an import: everything stays as it was."""


class Verdict(StrEnum):
    """What becomes of one door of the file, or (`GONE`) of an entry that the file no longer names."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    HELD = "held"
    GONE = "gone"


@dataclass(frozen=True)
class Item:
    """One door and its verdict. `row` counts as `Incoming.row` does; 0 for one that is gone.

    `entry_id` is the entry that it is, or (`HELD`) may be; "" for a new one. `differences` are what an apply writes,
    for a held one what is not the same. `protected` differ too and stay as they are here. `values` are those of the
    file for a new or held door. `reasons` are sentences: what is alike, what is unusual. `hides`: the file keeps its
    place secret, so the entry becomes confidential here (S-13).
    """

    row: int
    key: str
    verdict: Verdict
    entry_id: str
    name: str
    differences: tuple[Difference, ...] = ()
    protected: tuple[Difference, ...] = ()
    values: Values = field(default_factory=lambda: MappingProxyType({}))
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    hides: bool = False


@dataclass(frozen=True)
class Counted:
    """A sentence that holds for several rows, or a column, and how often."""

    words: str
    times: int


@dataclass(frozen=True)
class Report:
    """What a dry run found. `rows` are all rows of the source; one row may be several doors, or a part of one.

    `new` to `held` count doors, `gone` entries of this feed that the file no longer names. `kept_as_text` counts
    values that no typed field could take, `text_columns` says in which columns. `protected` counts fields that
    stay: edited or verified here, or brought by another source. `notes` say what was assumed in reading the file.
    """

    format: str
    file_name: str
    feed: str
    known_feed: bool
    rows: int
    new: int
    changed: int
    unchanged: int
    gone: int
    held: int
    kept_as_text: int
    confidential: int
    protected: int
    parts: int
    problems: tuple[Problem, ...] = ()
    repaired: tuple[Counted, ...] = ()
    text_columns: tuple[Counted, ...] = ()
    part_words: tuple[Counted, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Batch:
    """One import that was applied; `counts` as `Report` names them."""

    id: str
    feed: str
    file_name: str
    format: str
    at: datetime
    by: str
    counts: Mapping[str, int]
    problems: tuple[Problem, ...] = ()
    undone_at: datetime | None = None


@dataclass(frozen=True)
class Stayed:
    """Something of an undone import that was changed here since and therefore stays.

    `field` "" : the whole entry, which the import had added.
    """

    entry_id: str
    name: str
    field: str = ""


@dataclass(frozen=True)
class Undone:
    """What taking back an import did: entries removed, entries changed back, and what stays."""

    batch_id: str
    removed: int
    restored: int
    stayed: tuple[Stayed, ...]
