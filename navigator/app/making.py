"""Makes a station whole or not at all: keys, stores, and the directory its city starts with."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from navigator.access import Actor, Role
from navigator.app import demo
from navigator.app.demo_casework import fill_casework
from navigator.app.demo_desk import keep_desk, report_changes
from navigator.city import City, load_city
from navigator.clock import Clock
from navigator.data import data_dir
from navigator.errors import StationError
from navigator.resources.categories import load_categories
from navigator.resources.directory import Directory
from navigator.resources.starter import read_directory, read_do_not_list
from navigator.storage.accounts import Accounts
from navigator.storage.station import Station
from navigator.storage.vault import flush_folder


@dataclass(frozen=True)
class _Made:
    station: Station
    supervisor: Actor
    recovery_code: str


def make_station(folder: Path, city_key: str, name: str, passphrase: str, clock: Clock) -> str:
    """Makes a station in `folder` with its supervisor and the national and city's directory.

    Returns the recovery code. On any error nothing is left behind.
    """
    return _whole(folder, city_key, name, passphrase, clock, is_demo=False)


def make_demo(folder: Path, clock: Clock) -> None:
    """Makes the demo station: the city's directory, invented services and visits, a supervisor and a clinician."""
    _whole(folder, "philadelphia", demo.SUPERVISOR, demo.PASSPHRASE, clock, is_demo=True)


def _whole(folder: Path, city_key: str, name: str, passphrase: str, clock: Clock, *, is_demo: bool) -> str:
    if folder.exists():
        raise StationError("There is a station in this folder already. Nothing was changed.")
    making = folder.with_name(folder.name + ".making")
    shutil.rmtree(making, ignore_errors=True)
    try:
        city = load_city(city_key)
        station, supervisor, code = Station.make(making, city.key, name, passphrase, clock, demo=is_demo)
        made = _Made(station, supervisor, code)
        try:
            _fill(made, city, clock, is_demo=is_demo)
        finally:
            station.close()
        os.rename(making, folder)
        flush_folder(folder.parent)
    except OSError as error:
        shutil.rmtree(making, ignore_errors=True)
        raise StationError(f"The station was not made: {error.strerror}. Nothing was left behind.") from None
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    return code


def _fill(made: _Made, city: City, clock: Clock, *, is_demo: bool) -> None:
    _load(made, city, clock, data_dir() / "directory" / "national.toml")
    _load(made, city, clock, data_dir() / "directory" / f"{city.key}.toml")
    if is_demo:
        _load(made, city, clock, data_dir() / "demo" / "services.toml")
        _fill_demo(made, city)
    made.station.anchor()


def _fill_demo(made: _Made, city: City) -> None:
    """The accounts beside the supervisor's, each signed in once to do what it did."""
    accounts = Accounts(made.station)
    clinician_once = accounts.add(made.supervisor, demo.CLINICIAN, Role.CLINICIAN)
    social_worker_once = accounts.add(made.supervisor, demo.SOCIAL_WORKER, Role.SOCIAL_WORKER)
    made.station.close()
    clinician = made.station.choose_passphrase(demo.CLINICIAN, clinician_once, demo.PASSPHRASE)
    fill_casework(made.station, clinician, city)
    report_changes(made.station, clinician, city)
    made.station.anchor()
    made.station.close()
    social_worker = made.station.choose_passphrase(demo.SOCIAL_WORKER, social_worker_once, demo.PASSPHRASE)
    keep_desk(made.station, social_worker, city)


def _load(made: _Made, city: City, clock: Clock, path: Path) -> None:
    entries = read_directory(path, now=clock(), city=city, categories=load_categories())
    Directory(made.station.directory).load(made.supervisor, entries, read_do_not_list(path), path.stem)
