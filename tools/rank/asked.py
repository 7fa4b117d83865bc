"""What `make rank` was asked to do, and the files of queries and keystrokes it was given."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

USAGE = (
    "usage: make rank SERVICES=FILE.csv.gz QUERIES=FILE.json KEYSTROKES=FILE.json OUT=RANKINGS.jsonl LATENCY=OUT.json"
    " (QUERIES with OUT, KEYSTROKES with LATENCY, or all four)"
)


class NotAsked(Exception):
    """An argument is missing; the words are the usage."""


class BadFile(Exception):
    """A file cannot be used; the words name it and the place in it."""


@dataclass(frozen=True)
class Asked:
    """`rankings` and `latencies` are what to read beside what to write; either may be missing, not both."""

    services: Path
    rankings: tuple[Path, Path] | None
    latencies: tuple[Path, Path] | None


def asked(values: Mapping[str, str]) -> Asked:
    """From the variables of make, as they stand in the environment."""
    rankings, latencies = _pair(values, "QUERIES", "OUT"), _pair(values, "KEYSTROKES", "LATENCY")
    if not values.get("SERVICES") or not (rankings or latencies):
        raise NotAsked(USAGE)
    return Asked(Path(values["SERVICES"]), rankings, latencies)


def queries(path: Path) -> list[tuple[int, str]]:
    """(id, words) of each query of a list of {"id", "class", "query"}."""
    try:
        return [(int(one["id"]), str(one["query"])) for one in _json(path)]
    except (KeyError, TypeError, ValueError):
        raise BadFile(f'{path}: it is not a list of {{"id": …, "class": …, "query": …}}.') from None


def keystrokes(path: Path) -> list[str]:
    """What stands in the box after each key."""
    typed = _json(path)
    if not isinstance(typed, list) or not typed or not all(isinstance(text, str) for text in typed):
        raise BadFile(f"{path}: it is not a list of texts.")
    return typed


def _pair(values: Mapping[str, str], read: str, written: str) -> tuple[Path, Path] | None:
    given = [values[name] for name in (read, written) if values.get(name)]
    if len(given) == 1:
        raise NotAsked(USAGE)
    return (Path(given[0]), Path(given[1])) if given else None


def _json(path: Path) -> object:
    try:
        return json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise BadFile(f"{path}: it cannot be read ({error.strerror}).") from None
    except ValueError as error:
        raise BadFile(f"{path}: it is not JSON ({error}).") from None
