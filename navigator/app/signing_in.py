"""What every command on a station does first and last: who it is, sign in, sign out, say what came of it."""

import argparse
import getpass
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from navigator.access import Actor
from navigator.app.profile import Profile
from navigator.clock import system_clock
from navigator.errors import StationError
from navigator.storage.station import Station


@contextmanager
def signed_in(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> Iterator[tuple[Station, Actor]]:
    """The station with its actor signed in; it is closed at the end, whatever happened."""
    name, (passphrase,) = credentials(chosen, parser, "Passphrase")
    station = station_of(chosen)
    try:
        yield station, station.sign_in(name, passphrase)
        station.anchor()
    finally:
        station.close()


def station_of(chosen: argparse.Namespace) -> Station:
    folder = Profile.chosen(chosen.profile).station
    if not folder.exists():
        raise StationError(f"There is no station in {folder.parent}. Make one with: navigator station create")
    return Station(folder, system_clock)


def credentials(
    chosen: argparse.Namespace, parser: argparse.ArgumentParser, *wanted: str
) -> tuple[str, tuple[str, ...]]:
    """The account's name and as many secrets as are `wanted`: lines of input, or asked for at a terminal."""
    at_terminal = sys.stdin is not None and sys.stdin.isatty()
    if not chosen.passphrase_stdin and not at_terminal:
        parser.error("say who you are: --user NAME --passphrase-stdin")
    if not chosen.user and (chosen.passphrase_stdin or not at_terminal):
        parser.error("say who you are: --user NAME")
    name = chosen.user or input("Name: ")
    if chosen.passphrase_stdin:
        lines = [sys.stdin.readline() for _ in wanted]
        if not all(lines):
            parser.error("standard input has no line for: " + ", ".join(wanted).lower())
        return name, tuple(line.rstrip("\r\n") for line in lines)
    return name, tuple(getpass.getpass(f"{word}: ") for word in wanted)


def say(chosen: argparse.Namespace, value: dict[str, Any], words: str) -> None:
    """One JSON value, or `words` for a person."""
    text = json.dumps(value, ensure_ascii=False) if chosen.json else words
    print(text)  # noqa: T201 - the answer to the person at the terminal
