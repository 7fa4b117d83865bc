"""Builds the services that one signed-in person works with."""

from navigator.access import Actor, StoreName
from navigator.city import City
from navigator.documents.release import Door
from navigator.documents.wording import load_wording
from navigator.referrals.casework import open_casework
from navigator.referrals.follow_up import AFTER
from navigator.resources.categories import load_categories
from navigator.resources.directory import Directory
from navigator.resources.keeping import open_keeping
from navigator.resources.live_index import LiveIndex, open_index
from navigator.resources.search import Search
from navigator.storage.station import Station
from navigator.ui.ports import Desk


def open_desk(
    station: Station, actor: Actor, city: City, search: Search | None = None, index: LiveIndex | None = None
) -> Desk:
    """The desk of `actor` on the open `station`.

    `index` is one of the same directory, or `search` is one that is true of it now; else one is opened.
    """
    directory, categories = Directory(station.directory), load_categories()
    casework = open_casework(station.casework, city.zone, city) if station.casework.is_open else None
    keeping = open_keeping(station.directory, city, categories)
    vocabulary = keeping.words.vocabulary(actor)
    if search is not None:
        index = LiveIndex(station.directory, search, city, categories, station.directory_revision())
    elif index is None:
        index = open_index(station.directory, actor, vocabulary, city, categories)
    else:
        index.search.speak(vocabulary)
    if casework is not None:
        casework.referrals.heed_confidential(actor, directory.confidential_services(actor))
        casework.follow_ups.heed_times(actor, city.follow_up_after or AFTER)
    return Desk(
        actor=actor,
        city=city,
        demo=station.file.read().demo,
        search=index.search,
        index=index,
        directory=directory,
        keeping=keeping,
        door=Door(station.directory, station.clock, casework.register if casework else None),
        categories=categories,
        wording=load_wording("en"),
        clock=station.clock,
        casework=casework,
        notice=station.problems.get(StoreName.CASEWORK, ""),
    )
