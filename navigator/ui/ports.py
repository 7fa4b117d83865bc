"""The seams of the window: what it asks before anyone is signed in, and what a signed-in person's pages get.

Light on purpose: this module is imported before the first paint, so heavy types are named for the type
checker only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from navigator.access import Actor
    from navigator.city import City
    from navigator.clock import Clock
    from navigator.documents.release import Door
    from navigator.documents.wording import Wording
    from navigator.referrals.casework import Casework
    from navigator.resources.categories import Category
    from navigator.resources.directory import Directory
    from navigator.resources.keeping import Keeping
    from navigator.resources.live_index import LiveIndex
    from navigator.resources.search import Search


class FrontKind(Enum):
    NEW = "no station is here yet"
    READY = "a station is here"
    BROKEN = "the station cannot be used as it is"


@dataclass(frozen=True)
class FrontState:
    """Whether there is a station to sign in at. A broken one says why, and what the person can do next."""

    kind: FrontKind
    sentence: str = ""
    next_step: str = ""


@dataclass(frozen=True)
class Desk:
    """Everything the pages of one signed-in person work with; `notice` is a sentence shown above them.

    `casework` is None for an account that holds no key to it, and where that store cannot be opened. `index` keeps
    `search` true of the store; None: it stands as it is.
    """

    actor: Actor
    city: City
    demo: bool
    search: Search
    directory: Directory
    keeping: Keeping
    door: Door
    categories: Mapping[str, Category]
    wording: Wording
    clock: Clock
    casework: Casework | None = None
    index: LiveIndex | None = None
    notice: str = ""


@dataclass(frozen=True)
class Page:
    """One page of the window; `icon` is a Lucide name, `key` orders nothing and is stable.

    `foot` stands under the page and the navigation alike. `cover` is called when the station locks: the page
    keeps at once what was typed into it, and takes back what it left where others can see it (P-03).
    """

    key: str
    title: str
    icon: str
    widget: QWidget
    foot: QWidget | None = None
    cover: Callable[[], None] | None = None


class PageHolder(Protocol):
    """What holds the pages of a desk: shows one, a count beside its name, and since when the team is on a scene."""

    def show_page(self, key: str) -> None: ...

    def show_count(self, key: str, count: int) -> None: ...

    def show_scene(self, since: datetime | None) -> None: ...


OpenPages = Callable[[Desk, PageHolder], "list[Page]"]


class Front(Protocol):
    """What the window asks before anyone is signed in.

    `state`, `city`, `demo` and `demo_passphrase` are asked right after the first paint and import nothing heavy.
    Everything else may take a second and is called on the worker. What cannot be done raises a `UserError`.
    """

    @property
    def city(self) -> City | None: ...

    @property
    def demo(self) -> bool: ...

    @property
    def demo_passphrase(self) -> str: ...

    def state(self) -> FrontState: ...

    def warm_up(self) -> None:
        """Imports what signing in needs, once the window stands."""

    def set_up(self, city_key: str, name: str, passphrase: str) -> str:
        """Makes the station and its first supervisor; returns the recovery code, which is shown once."""

    def look_around(self) -> Desk:
        """Makes the demo station where it is missing, and signs in there."""

    def sign_in(self, name: str, passphrase: str) -> Desk:
        """Raises WrongPassphrase, LockedOut, or MustChoose for a one-time passphrase (P-02)."""

    def choose_passphrase(self, name: str, old: str, new: str) -> Desk: ...

    def recover(self, code: str, name: str, new_passphrase: str) -> Desk: ...

    def lock(self) -> None:
        """Drops the casework key at once. The directory services of an open Desk go on working (P-03)."""

    def note_lock(self) -> None:
        """Writes the lock down; may wait for another program, so it is called on the worker."""
