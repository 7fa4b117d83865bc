"""A scripted visit to the desk that goes on until it is killed; it says each act once it is confirmed.

Run as: python desk_visit.py STATION_FOLDER PASSPHRASE
"""

import itertools
import sys
from datetime import timedelta
from pathlib import Path

from navigator.access import Role
from navigator.clock import system_clock
from navigator.resources.directory import Directory
from navigator.resources.model import Capacity, Outcome, Verification
from navigator.storage.accounts import Accounts
from navigator.storage.station import Station


def main(folder: str, passphrase: str) -> None:
    station = Station(Path(folder), system_clock)
    actor = station.sign_in("supervisor", passphrase)
    directory = Directory(station.directory)
    entry = directory.entries(actor)[0]
    for turn in itertools.count():
        now = system_clock()
        directory.report_capacity(actor, entry.id, Capacity("bed", turn, None, "", "Mr. Tran", now))
        _confirmed("capacity", turn)
        due = now.date() + timedelta(days=90)
        check = Verification(now, actor.name, "phone", f"call {turn}", Outcome.CONFIRMED, due)
        directory.verify(actor, entry.id, check)
        _confirmed("check", turn)
        if turn % 3 == 0:
            station.lock()
            station.note_lock(actor)
            actor = station.sign_in("supervisor", passphrase)
        if turn % 4 == 0:
            name = f"Noor {now.timestamp()}"
            Accounts(station).add(actor, name, Role.CLINICIAN)
            _confirmed("account", name)


def _confirmed(what: str, which: object) -> None:
    print(what, which, flush=True)  # noqa: T201 - read by the test that kills this


if __name__ == "__main__":
    main(*sys.argv[1:])
