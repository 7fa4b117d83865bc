"""Builds the services that one signed-in person works with."""

from navigator.access import Actor, StoreName
from navigator.city import City
from navigator.documents.release import Door
from navigator.documents.wording import load_wording
from navigator.referrals.casework import open_casework
from navigator.resources.categories import load_categories
from navigator.resources.directory import Directory
from navigator.resources.keeping import open_keeping
from navigator.resources.search import Search
from navigator.resources.vocabulary import load_vocabulary
from navigator.storage.station import Station
from navigator.ui.ports import Desk


def open_desk(station: Station, actor: Actor, city: City, search: Search | None = None) -> Desk:
    """The desk of `actor` on the open `station`; `search` is one of the same directory, else it is built."""
    directory, categories = Directory(station.directory), load_categories()
    casework = open_casework(station.casework, city.zone) if station.casework.is_open else None
    search = search or Search(directory.entries(actor), load_vocabulary(), city, categories)
    if casework is not None:
        casework.referrals.heed_confidential(actor, directory.confidential_services(actor))
    return Desk(
        actor=actor,
        city=city,
        demo=station.file.read().demo,
        search=search,
        directory=directory,
        keeping=open_keeping(station.directory, city, categories),
        door=Door(station.directory, station.clock, casework.register if casework else None),
        categories=categories,
        wording=load_wording("en"),
        clock=station.clock,
        casework=casework,
        notice=station.problems.get(StoreName.CASEWORK, ""),
    )
