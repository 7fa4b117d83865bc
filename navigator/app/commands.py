"""The commands that need no window: each signs in, does one thing, says what came of it, and signs out."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from navigator.access import Role, StoreName
from navigator.app.making import make_station
from navigator.app.profile import Profile
from navigator.app.search_answer import as_json, as_lines
from navigator.app.signing_in import credentials, say, signed_in, station_of
from navigator.app.times import moment
from navigator.city import city_keys, load_city
from navigator.clock import system_clock
from navigator.errors import BadInput, StationError
from navigator.resources.categories import load_categories
from navigator.resources.live_index import open_index
from navigator.resources.places import zip_point
from navigator.resources.search import Query
from navigator.resources.stewardship.words import Words
from navigator.storage.accounts import Accounts
from navigator.storage.verify import NOT_CHECKED, OK, Verifier


def run(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Runs the command that was parsed; `parser` says what is wrong with its usage."""
    if chosen.command == "tour":
        from navigator.app.tour import tour

        return tour(Path(chosen.out), every_paper=chosen.papers == "all")
    handler = _HANDLERS[chosen.command, getattr(chosen, "action", None)]
    return handler(chosen, parser)


def _create(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    name, (passphrase,) = credentials(chosen, parser, "Passphrase")
    if chosen.city not in city_keys():
        raise BadInput(f"Navigator has no city “{chosen.city}”. It has: {', '.join(city_keys())}.")
    profile = Profile.chosen(chosen.profile)
    profile.prepare()
    code = make_station(profile.station, chosen.city, name, passphrase, system_clock)
    say(chosen, {"recovery_code": code}, f"{code}\n{_KEEP}")
    return 0


_KEEP = (
    "This recovery code opens everything and is shown this once. "
    "Write it down; it belongs sealed with the supervisor or the privacy officer."
)


def _add(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    with signed_in(chosen, parser) as (station, actor):
        once = Accounts(station).add(actor, chosen.name, Role(chosen.role))
    say(chosen, {"one_time_passphrase": once}, once)
    return 0


def _grant(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    with signed_in(chosen, parser) as (station, actor):
        Accounts(station).grant_casework(actor, chosen.name)
    say(chosen, {"granted": chosen.name}, f"{chosen.name} now holds the key to casework.")
    return 0


def _choose(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    name, (old, new) = credentials(chosen, parser, "Passphrase now", "New passphrase")
    station = station_of(chosen)
    station.choose_passphrase(name, old, new)
    station.close()
    say(chosen, {"changed": name}, "The passphrase is changed.")
    return 0


def _search(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    with signed_in(chosen, parser) as (station, actor):
        city = load_city(station.file.read().city)
        if chosen.near and zip_point(chosen.near, city) is None:
            raise BadInput(f"“{chosen.near}” is not a ZIP. Type five digits, such as {next(iter(city.zips))}.")
        at = moment(chosen.open_at, station.clock(), city.zone) if chosen.open_at else station.clock()
        vocabulary = Words(station.directory).vocabulary(actor)
        categories = load_categories()
        search = open_index(station.directory, actor, vocabulary, city, categories, at_most=sys.maxsize).search
    query = Query(text=chosen.query, near=chosen.near, open_now=chosen.open_at is not None)
    answer = search.find(query, at, limit=chosen.limit)
    say(chosen, as_json(answer, categories), as_lines(answer))
    return 0


def _verify(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    wanted = [StoreName(chosen.store)] if chosen.store else list(StoreName)
    name, (passphrase,) = credentials(chosen, parser, "Passphrase")
    station = station_of(chosen)
    try:
        actor = station.sign_in(name, passphrase)
        found = Verifier(station).verify(actor)
    except StationError as error:
        found = {StoreName.DIRECTORY: error.sentence, StoreName.CASEWORK: NOT_CHECKED}
    finally:
        station.close()
    ok = all(found[store] == OK for store in wanted)
    lines = "\n".join(f"{store.value}: {found[store]}" for store in wanted)
    say(chosen, {"stores": {store.value: found[store] for store in wanted}, "ok": ok}, lines)
    return 0 if ok else 1


def _import(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    from navigator.app import exchange_commands  # reads every format: only for who imports

    return exchange_commands.import_files(chosen, parser)


def _export(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    from navigator.app import exchange_commands

    return exchange_commands.export_file(chosen, parser)


def _publish(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    from navigator.app import parcel_commands  # knows likeness and numpy: only for who carries

    return parcel_commands.publish(chosen, parser)


def _receive(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    from navigator.app import parcel_commands

    return parcel_commands.receive(chosen, parser)


_HANDLERS: dict[tuple[str, str | None], Callable[[argparse.Namespace, argparse.ArgumentParser], int]] = {
    ("station", "create"): _create,
    ("account", "add"): _add,
    ("account", "grant"): _grant,
    ("account", "passphrase"): _choose,
    ("directory", "search"): _search,
    ("directory", "import"): _import,
    ("directory", "export"): _export,
    ("directory", "publish"): _publish,
    ("directory", "receive"): _receive,
    ("verify", None): _verify,
}
