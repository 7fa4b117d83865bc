"""Where this station is, so that distances can be measured from it."""

import json
from dataclasses import asdict, replace

from navigator.access import Actor, Permission, requires
from navigator.city import City
from navigator.errors import BadInput
from navigator.resources.places import Spot, zip_point
from navigator.storage import state
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

WORDS = "this station"
_KEY = "station place"


class StationPlace:
    """One place for everybody at the station, chosen by whoever keeps the directory."""

    def __init__(self, store: Store, city: City) -> None:
        self._store = store
        self._city = city
        self._trail = Trail(store.clock)

    @requires(Permission.SEARCH)
    def spot(self, actor: Actor) -> Spot | None:  # noqa: ARG002 - the permission is the actor's
        """The place, or None while nobody has chosen it."""
        with self._store.reading() as session:
            kept = state.get(session, _KEY)
        return Spot(**json.loads(kept)) if kept else None

    @requires(Permission.EDIT)
    def choose(self, actor: Actor, place: str | Spot) -> Spot:
        """Keeps a ZIP or a place of the directory as that of the station; `BadInput` for a ZIP nobody knows."""
        spot = self._spot(place)
        with self._store.writing() as session:
            state.put(session, _KEY, json.dumps(asdict(spot)))
            self._trail.record(session, actor, Action.STATION_PLACED)
        return spot

    def _spot(self, place: str | Spot) -> Spot:
        if isinstance(place, Spot):
            return replace(place, words=WORDS)
        point = zip_point(place, self._city)
        if point is None:
            raise BadInput(f"“{place}” is not a ZIP that Navigator knows. Type five digits.")
        return Spot(WORDS, *point, approximate=True)
