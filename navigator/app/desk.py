"""Builds the services that one signed-in person works with."""

from navigator.access import Actor, StoreName
from navigator.city import City
from navigator.documents.release import Door
from navigator.documents.wording import load_wording
from navigator.resources.categories import load_categories
from navigator.resources.directory import Directory
from navigator.resources.search import Search
from navigator.resources.vocabulary import load_vocabulary
from navigator.storage.station import Station
from navigator.ui.ports import Desk


def open_desk(station: Station, actor: Actor, city: City, search: Search | None = None) -> Desk:
    """The desk of `actor` on the open `station`; `search` is one of the same directory, else it is built."""
    directory, categories = Directory(station.directory), load_categories()
    return Desk(
        actor=actor,
        city=city,
        demo=station.file.read().demo,
        search=search or Search(directory.entries(actor), load_vocabulary(), city, categories),
        directory=directory,
        door=Door(station.directory, station.clock),
        categories=categories,
        wording=load_wording("en"),
        clock=station.clock,
        notice=station.problems.get(StoreName.CASEWORK, ""),
    )
