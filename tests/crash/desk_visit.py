"""A scripted visit to the desk that goes on until it is killed; it says each act once it is confirmed.

Run as: python desk_visit.py STATION_FOLDER PASSPHRASE
"""

import itertools
import sys
from pathlib import Path

from navigator.access import Actor, Role
from navigator.city import load_city
from navigator.clock import system_clock
from navigator.documents.handout import compose_handout
from navigator.documents.pages import Pages
from navigator.documents.release import Door
from navigator.documents.render import render
from navigator.documents.wording import load_wording
from navigator.errors import WrongPassphrase
from navigator.resources.categories import load_categories
from navigator.resources.directory import Directory
from navigator.resources.model import Capacity, Entry, Outcome
from navigator.resources.stewardship.checks import Check, Checks, Method
from navigator.storage.accounts import Accounts
from navigator.storage.station import Station


def main(folder: str, passphrase: str) -> None:
    _confirmed("begun", 0)
    station = Station(Path(folder), system_clock)
    actor, passphrase = sign_in(station, passphrase)
    directory = Directory(station.directory)
    checks = Checks(station.directory, load_categories(), load_city("philadelphia").zone)
    entry = directory.entries(actor)[0]
    for turn in itertools.count():
        now = system_clock()
        directory.report_capacity(actor, entry.id, Capacity("bed", turn, None, "", "Mr. Tran", now))
        _confirmed("capacity", turn)
        checks.verify(actor, entry.id, Check(Method.PHONE, f"call {turn}", Outcome.CONFIRMED))
        _confirmed("check", turn)
        if turn % 3 == 0:
            station.lock()
            station.note_lock(actor)
            actor = station.sign_in("supervisor", passphrase)
        if turn % 4 == 0:
            name = f"Noor {now.timestamp()}"
            Accounts(station).add(actor, name, Role.CLINICIAN)
            _confirmed("account", name)
        if turn % 5 == 0:
            Door(station.directory, system_clock).hand_out(actor, _handout(entry), Drawer(Path(folder)))
            _confirmed("paper", turn)
        if turn % 6 == 0:
            new = passphrase.removesuffix("!") if passphrase.endswith("!") else passphrase + "!"
            actor, passphrase = station.choose_passphrase("supervisor", passphrase, new), new


def sign_in(station: Station, passphrase: str) -> tuple[Actor, str]:
    """Signs in with the passphrase or the one that a visit before may have chosen; says which it was."""
    try:
        return station.sign_in("supervisor", passphrase), passphrase
    except WrongPassphrase:
        return station.sign_in("supervisor", passphrase + "!"), passphrase + "!"


class Drawer:
    """Where the visit's papers go."""

    kind = "file"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, pages: Pages) -> str:
        (self._folder.parent / "Handout.pdf").write_bytes(pages.data)
        return "Saved."


def _handout(entry: Entry) -> Pages:
    city = load_city("philadelphia")
    told = {"wording": load_wording("en"), "categories": load_categories(), "city": city, "staff": "Sam", "demo": False}
    return render(compose_handout([entry], printed_at=system_clock(), **told))


def _confirmed(what: str, which: object) -> None:
    print(what, which, flush=True)  # noqa: T201 - read by the test that kills this


if __name__ == "__main__":
    main(*sys.argv[1:])
