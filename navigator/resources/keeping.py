"""What the directory desk works with, bundled: one service for each thing that keeps the directory true."""

from collections.abc import Mapping
from dataclasses import dataclass

from navigator.city import City
from navigator.resources.categories import Category
from navigator.resources.exchange.exports import Exports
from navigator.resources.importing.imports import Imports
from navigator.resources.parcel.parcels import Parcels
from navigator.resources.station_place import StationPlace
from navigator.resources.stewardship.alerts import Alerts
from navigator.resources.stewardship.checks import Checks
from navigator.resources.stewardship.desk_drafts import DeskDrafts
from navigator.resources.stewardship.do_not_list import DoNotList
from navigator.resources.stewardship.due import DueQueue
from navigator.resources.stewardship.duplicates import Duplicates
from navigator.resources.stewardship.proposals import Proposals
from navigator.resources.stewardship.records import Records
from navigator.resources.stewardship.secrecy import Secrecy
from navigator.resources.stewardship.settings import DeskSettings
from navigator.resources.stewardship.words import Words
from navigator.storage.database import Store


@dataclass(frozen=True)
class Keeping:
    """Everything but searching: each method asks for its own permission."""

    records: Records
    checks: Checks
    proposals: Proposals
    alerts: Alerts
    due: DueQueue
    duplicates: Duplicates
    secrecy: Secrecy
    imports: Imports
    exports: Exports
    parcels: Parcels
    drafts: DeskDrafts
    do_not_list: DoNotList
    settings: DeskSettings
    words: Words
    station_place: StationPlace


def open_keeping(store: Store, city: City, categories: Mapping[str, Category]) -> Keeping:
    return Keeping(
        records=Records(store),
        checks=Checks(store, categories, city.zone),
        proposals=Proposals(store, categories, city.zone),
        alerts=Alerts(store, city.zone),
        due=DueQueue(store, categories, city.zone),
        duplicates=Duplicates(store),
        secrecy=Secrecy(store),
        imports=Imports(store, city, categories),
        exports=Exports(store, city),
        parcels=Parcels(store, city),
        drafts=DeskDrafts(store),
        do_not_list=DoNotList(store),
        settings=DeskSettings(store, categories),
        words=Words(store),
        station_place=StationPlace(store, city),
    )
