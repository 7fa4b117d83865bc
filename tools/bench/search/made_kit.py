"""Services, keystrokes and judged queries of the bench's own making, in files of the search kit's form."""

import csv
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from navigator.resources.model import Address, Entry
from tools.bench.made_services import keystrokes, made_services, slip
from tools.rank.rows import COLUMNS, Row

_KEYSTROKES, _NAMES = 1_000, 60
_HOURS = ("Mon-Fri 9:00am-5:00pm", "Open 24 hours, 7 days a week", "Mon, Wed 10:00am-2:00pm", "by appointment")

Asked = tuple[str, str, frozenset[int]]
"""The class of a query, its words, and the services that it means."""


def make_kit(folder: Path, count: int) -> None:
    """Writes services.csv.gz, keystrokes.json, queries.json and judged.json.gz; the same at every run."""
    folder.mkdir(parents=True)
    write_services(folder / "services.csv.gz", made_services(count))
    some = list(made_services(min(count, 20_000)))
    (folder / "keystrokes.json").write_text(json.dumps(keystrokes(some, _KEYSTROKES)))
    _write_queries(folder, list(_asked(some, _meant(made_services(count)))))


def write_services(path: Path, entries: Iterable[Entry]) -> None:
    with gzip.open(path, "wt", newline="", compresslevel=1) as file:
        table = csv.DictWriter(file, COLUMNS)
        table.writeheader()
        table.writerows(map(_row, entries))


def _row(entry: Entry) -> Row:
    address, number = entry.address or Address(""), int(entry.id)
    latitude, longitude = entry.place or (0.0, 0.0)
    return {
        **{"id": entry.id, "name": entry.name, "alt": "", "org": entry.organization, "descr": entry.description},
        **{"tax": entry.kind, "elig": entry.eligibility, "addr": address.line, "city": address.city},
        **{"state": address.state, "zip": address.postal_code, "phone": entry.phones[0].number},
        **{"hours": _HOURS[number % len(_HOURS)], "lat": f"{latitude:.5f}", "lon": f"{longitude:.5f}"},
        "verified": str(number % 400),
    }


def _meant(entries: Iterable[Entry]) -> Mapping[str, frozenset[int]]:
    """The services of each name and of each kind of help."""
    meant: defaultdict[str, set[int]] = defaultdict(set)
    for entry in entries:
        meant[entry.name].add(int(entry.id))
        meant[entry.kind].add(int(entry.id))
    return {words: frozenset(ids) for words, ids in meant.items()}


def _asked(some: list[Entry], meant: Mapping[str, frozenset[int]]) -> Iterator[Asked]:
    chance = random.Random(11)  # noqa: S311 - the same queries at every run
    for entry in chance.sample(some, _NAMES):
        yield from _known(entry.name, meant[entry.name], chance)
    for kind in sorted({entry.kind for entry in some}):
        yield "cat_clean", kind.lower(), meant[kind]
        yield "cat_typo", slip(kind.lower(), chance), meant[kind]
        yield "prefix", kind.lower()[:-2], meant[kind]


def _known(name: str, ids: frozenset[int], chance: random.Random) -> Iterator[Asked]:
    words = name.lower()
    yield "known_clean", words, ids
    yield "known_words", " ".join(reversed(words.split())), ids
    once = slip(words, chance)
    yield "known_1typo", once, ids
    yield "known_2typo", slip(once, chance), ids


def _write_queries(folder: Path, asked: list[Asked]) -> None:
    queries = [{"id": number, "class": kind, "query": words} for number, (kind, words, _) in enumerate(asked)]
    (folder / "queries.json").write_text(json.dumps(queries))
    with gzip.open(folder / "judged.json.gz", "wt") as file:
        json.dump({number: dict.fromkeys(sorted(ids), 2) for number, (_, _, ids) in enumerate(asked)}, file)
