"""The commands of `navigator`, as DESIGN fixes them: exit 0 done, 1 something is wrong, 2 wrong usage."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence

from navigator import __version__
from navigator.errors import UserError

ROLES = ("clinician", "supervisor", "privacy officer", "social worker", "officer", "administrator")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; `arguments` without the program's name, or those of the process."""
    os.umask(0o077)
    parser = _parser()
    chosen = parser.parse_args(arguments)
    try:
        return _run(chosen, parser)
    except UserError as error:
        print(error.sentence, file=sys.stderr)  # noqa: T201 - the answer to the person at the terminal
        return 1
    except BrokenPipeError:
        return 1


def _run(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    if chosen.command is None:
        gc.disable()  # until the window stands: collecting while modules load only costs time
        from navigator.app.window import show

        return show(chosen.profile)
    from navigator.app import commands

    return commands.run(chosen, parser)


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--profile", metavar="DIR", default=argparse.SUPPRESS, help="the station's folder")
    parser = argparse.ArgumentParser(prog="navigator", description="Find help, make referrals, print plans.")
    parser.add_argument("--version", action="version", version=f"navigator {__version__}")
    parser.add_argument("--profile", metavar="DIR", default=None, help="the station's folder")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_tour(commands, shared)
    _add_station(commands, shared)
    _add_account(commands, shared)
    _add_directory(commands, shared)
    _add_verify(commands, shared)
    return parser


type _Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def _add_tour(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    tour = commands.add_parser("tour", parents=[shared], help="walk through a fresh demo station, leaving pictures")
    tour.add_argument("--out", metavar="DIR", required=True, help="where pictures and papers go")
    tour.add_argument("--papers", choices=["all"], help="every kind of paper")


def _add_station(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    actions = commands.add_parser("station", help="make a station").add_subparsers(dest="action", required=True)
    create = actions.add_parser("create", parents=[shared], help="make a station and its first supervisor")
    create.add_argument("--city", required=True)
    create.add_argument("--role", choices=["supervisor"], default="supervisor", help="the first account's role")
    _signing_in(create)


def _add_account(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    actions = commands.add_parser("account", help="make and change accounts").add_subparsers(
        dest="action", required=True
    )
    add = actions.add_parser("add", parents=[shared], help="make an account; prints a one-time passphrase")
    add.add_argument("name")
    add.add_argument(
        "--role", required=True, choices=ROLES, type=lambda typed: typed.replace("-", " ").replace("_", " ")
    )
    _signing_in(add)
    grant = actions.add_parser("grant", parents=[shared], help="give an account the key to casework")
    grant.add_argument("name")
    _signing_in(grant)
    own = actions.add_parser(
        "passphrase", parents=[shared], help="choose one's own passphrase: old on the first line, new on the second"
    )
    _signing_in(own)


def _add_directory(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    actions = commands.add_parser("directory", help="search, import, export, carry the directory").add_subparsers(
        dest="action", required=True
    )
    search = actions.add_parser("search", parents=[shared], help="find help, by the window's own engine")
    search.add_argument("query")
    search.add_argument("--near", metavar="ZIP")
    search.add_argument("--open-at", metavar="TIME", help='"22:30", "sat 09:00" or "2026-11-28T09:00", city time')
    search.add_argument("--limit", metavar="N", type=_at_least_one, default=20)
    _signing_in(search)
    _add_import(actions, shared)
    _add_export(actions, shared)
    _add_publish(actions, shared)
    _add_receive(actions, shared)


def _add_import(actions: _Commands, shared: argparse.ArgumentParser) -> None:
    taken = actions.add_parser("import", parents=[shared], help="say what files would change; --apply changes it")
    taken.add_argument("files", metavar="FILE", nargs="+", help="one list: a file, a folder, or several that belong")
    taken.add_argument("--format", metavar="F", help="hsds-json, hsds-tabular, icarol, …; else it is found out")
    taken.add_argument("--mapping", metavar="FILE", help="what the columns of a table mean, as JSON")
    taken.add_argument("--source", metavar="NAME", help="the list that this is; else it is known again by its ids")
    taken.add_argument("--apply", action="store_true", help="write it; without this nothing is written")
    taken.add_argument("--skip-bad-rows", action="store_true", help="apply past rows that cannot be taken")
    _signing_in(taken)


def _add_export(actions: _Commands, shared: argparse.ArgumentParser) -> None:
    given = actions.add_parser("export", parents=[shared], help="write the directory to a file")
    given.add_argument("file", metavar="FILE")
    given.add_argument("--format", choices=["hsds-json", "hsds-tabular", "csv"], required=True)
    given.add_argument("--confidential", action="store_true", help="also confidential records, without any address")
    _signing_in(given)


def _add_publish(actions: _Commands, shared: argparse.ArgumentParser) -> None:
    parcel = actions.add_parser("publish", parents=[shared], help="write the signed parcel for the other stations")
    parcel.add_argument("file", metavar="FILE")
    parcel.add_argument("--back", action="store_true", help="write what this station has for its publisher instead")
    _signing_in(parcel)


def _add_receive(actions: _Commands, shared: argparse.ArgumentParser) -> None:
    parcel = actions.add_parser("receive", parents=[shared], help="take in a parcel, or what a station sent back")
    parcel.add_argument("file", metavar="FILE")
    parcel.add_argument("--trust", metavar="FINGERPRINT", help="the publisher's key, as they say it; asked for once")
    _signing_in(parcel)


def _add_verify(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    verify = commands.add_parser("verify", parents=[shared], help="check both stores and both audit trails")
    verify.add_argument("--store", choices=["directory"], help="check this store alone")
    _signing_in(verify)


def _signing_in(command: argparse.ArgumentParser) -> None:
    command.add_argument("--user", metavar="NAME")
    command.add_argument("--passphrase-stdin", action="store_true", help="read it from the first line of input")
    command.add_argument("--json", action="store_true", help="print one JSON value")


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


if __name__ == "__main__":
    sys.exit(main())
