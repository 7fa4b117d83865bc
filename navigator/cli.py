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
    actions = commands.add_parser("directory", help="search the directory").add_subparsers(dest="action", required=True)
    search = actions.add_parser("search", parents=[shared], help="find help, by the window's own engine")
    search.add_argument("query")
    search.add_argument("--near", metavar="ZIP")
    search.add_argument("--open-at", metavar="TIME", help='"22:30", "sat 09:00" or "2026-11-28T09:00", city time')
    search.add_argument("--limit", metavar="N", type=_at_least_one, default=20)
    _signing_in(search)


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
