"""`navigator directory publish` and `receive`: the signed parcel, and what goes back to its publisher (S-14)."""

import argparse
import sys
from pathlib import Path

from navigator.access import Actor
from navigator.app.signing_in import say, signed_in
from navigator.city import load_city
from navigator.errors import BadInput
from navigator.resources.parcel.envelope import Kind
from navigator.resources.parcel.outcomes import Offered
from navigator.resources.parcel.parcels import Parcels


def publish(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Writes the directory, or with `--back` what this station has for its publisher."""
    path = Path(chosen.file)
    with signed_in(chosen, parser) as (station, actor):
        parcels = Parcels(station.directory, load_city(station.file.read().city))
        if chosen.back:
            back = parcels.send_back(actor, path)
            words = f"{path.name} is for the publisher alone. Key of this station: {back.fingerprint}"
            say(chosen, {"sent_back": back.lines, "fingerprint": back.fingerprint}, words)
            return 0
        done = parcels.publish(actor, path)
    told = {"number": done.number, "entries": done.entries, "fingerprint": done.fingerprint}
    say(chosen, told, f"Parcel number {done.number}: {done.entries} entries. Key: {done.fingerprint}")
    return 0


def receive(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Takes in a directory, or what a station sent back: the file says which it is.

    At the first receipt the publisher's key is pinned and its fingerprint told. With `--trust` it must be that one;
    at a terminal the person is asked first.
    """
    path = Path(chosen.file)
    with signed_in(chosen, parser) as (station, actor):
        parcels = Parcels(station.directory, load_city(station.file.read().city))
        offered = parcels.look(actor, path)
        if offered.kind is Kind.RETURNS:
            return _take_back(chosen, parcels, actor, path)
        trust = chosen.trust or _confirmed(chosen, offered)
        done = parcels.receive(actor, path, trust=trust)
    told = {
        "number": done.number,
        "day": done.day.isoformat(),
        "fingerprint": done.fingerprint,
        "pinned": not offered.is_known,
        **{name: getattr(done, name) for name in _COUNTS},
    }
    words = f"Directory of {done.day:%A, %B} {done.day.day}, parcel number {done.number}: {done.entries} entries, "
    words += f"{done.added} new, {done.changed} changed, {done.removed} removed. Key: {done.fingerprint}"
    say(chosen, told, words)
    return 0


_COUNTS = ("entries", "added", "changed", "removed", "stayed", "set_free", "proposed")


def _take_back(chosen: argparse.Namespace, parcels: Parcels, actor: Actor, path: Path) -> int:
    taken = parcels.take_back(actor, path)
    told = {"proposals": taken.proposals, "rooms": taken.rooms, "new_station": taken.is_new}
    words = f"{taken.proposals} proposals and {taken.rooms} words on room from the station {taken.fingerprint}."
    say(chosen, told | {"fingerprint": taken.fingerprint}, words + (" It is new here." if taken.is_new else ""))
    return 0


def _confirmed(chosen: argparse.Namespace, offered: Offered) -> str:
    """The fingerprint of the parcel itself, after the person at the terminal said that it is the right one."""
    asks = not offered.is_known and not chosen.passphrase_stdin and sys.stdin is not None and sys.stdin.isatty()
    if asks and input(f"Key of the publisher: {offered.fingerprint}. Is that the one? (yes/no) ").strip() != "yes":
        raise BadInput("The key was not confirmed. Nothing was changed.")
    return offered.fingerprint
