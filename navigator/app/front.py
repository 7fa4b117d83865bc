"""What the window asks before anyone is signed in: is there a station, make one, open it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from navigator.app import demo
from navigator.app.profile import Profile
from navigator.clock import Clock
from navigator.errors import StationError, UserError

if TYPE_CHECKING:  # the window stands before any of these is there
    from navigator.access import Actor
    from navigator.city import City
    from navigator.resources.live_index import LiveIndex
    from navigator.storage.station import Station
    from navigator.ui.ports import Desk, FrontState

NEXT_STEP = "Call the person who looks after this computer. 988 and the numbers above still help."


class StationFront:
    """The station of a profile, or its demo station. `problem` is a sentence that stands in the way of both."""

    def __init__(self, profile: Profile, clock: Clock, problem: str = "") -> None:
        self._profile = profile
        self._clock = clock
        self._problem = problem
        self._folder = profile.station
        self._station: Station | None = None
        self._actor: Actor | None = None
        self._city: City | None = None
        self._index: LiveIndex | None = None

    @property
    def clock(self) -> Clock:
        return self._clock

    @property
    def city(self) -> City | None:
        from navigator.city import load_city
        from navigator.storage.vault import VaultFile

        if self._city is None and (self._folder / "vault.json").exists():
            try:
                self._city = load_city(VaultFile(self._folder).read().city)
            except UserError:
                return None
        return self._city

    @property
    def demo(self) -> bool:
        return self._folder == self._profile.demo

    @property
    def demo_passphrase(self) -> str:
        return demo.PASSPHRASE if self.demo else ""

    def state(self) -> FrontState:
        from navigator.ui.ports import FrontKind, FrontState

        if self._problem:
            return FrontState(FrontKind.BROKEN, self._problem, "988 and 911 help also without this window.")
        if not self._folder.exists():
            return FrontState(FrontKind.NEW)
        from navigator.storage.vault import VaultFile

        try:
            VaultFile(self._folder).read()
        except StationError as error:
            return FrontState(FrontKind.BROKEN, error.sentence, NEXT_STEP)
        return FrontState(FrontKind.READY)

    def warm_up(self) -> None:
        importlib.import_module("navigator.app.desk")
        importlib.import_module("navigator.app.making")

    def set_up(self, city_key: str, name: str, passphrase: str) -> str:
        from navigator.app.making import make_station

        code = make_station(self._profile.station, city_key, name, passphrase, self._clock)
        self._leave()
        self._folder = self._profile.station
        return code

    def look_around(self) -> Desk:
        from navigator.app.making import make_demo

        if not self._profile.demo.exists():
            make_demo(self._profile.demo, self._clock)
        self._leave()
        self._folder = self._profile.demo
        return self.sign_in(demo.CLINICIAN, demo.PASSPHRASE)

    def sign_in(self, name: str, passphrase: str) -> Desk:
        return self._open(lambda station: station.sign_in(name, passphrase))

    def choose_passphrase(self, name: str, old: str, new: str) -> Desk:
        return self._open(lambda station: station.choose_passphrase(name, old, new))

    def recover(self, code: str, name: str, new_passphrase: str) -> Desk:
        return self._open(lambda station: station.recover(code, name, new_passphrase))

    def lock(self) -> None:
        if self._station is not None:
            self._station.lock()

    def note_lock(self) -> None:
        if self._station is not None and self._actor is not None and self._station.directory.is_open:
            self._station.note_lock(self._actor)

    def close(self) -> None:
        """Notes where the audit trails end and closes the stores, when the window closes."""
        if self._station is not None and self._station.directory.is_open:
            self._station.anchor()
        self._leave()

    def _open(self, enter: Callable[[Station], Actor]) -> Desk:
        from navigator.storage.station import Station

        if self._station is None:
            self._station = Station(self._folder, self._clock)
        self._actor = enter(self._station)
        try:
            return self._desk_of(self._station, self._actor)
        except BaseException:
            self._station.lock()  # nobody is signed in, so nothing of casework stays open
            raise

    def _desk_of(self, station: Station, actor: Actor) -> Desk:
        from navigator.app.desk import open_desk
        from navigator.city import load_city

        city = self._city = load_city(station.file.read().city)
        if self._index is not None:  # it holds no person, so it serves whoever signs in
            self._index.catch_up(actor)
        desk = open_desk(station, actor, city, index=self._index)
        self._index = desk.index
        return desk

    def _leave(self) -> None:
        if self._station is not None:
            self._station.close()
        self._station, self._actor, self._city, self._index = None, None, None, None
