"""Search, per keystroke: Navigator beside RapidFuzz over all names and SQLite's trigram index, on the same rows.

Reads the search kit from NAVIGATOR_SEARCHKIT or from `../shared/searchkit` beside the checkout and scores its judged
queries too; without it, it measures services of its own making.
"""

import csv
import gzip
import importlib.util
import json
import os
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

from rapidfuzz import fuzz, process

from navigator.city import load_city
from navigator.resources.model import Address, Entry, Hours, HoursKind, Phone
from navigator.resources.search import Query, Search
from navigator.resources.vocabulary import load_vocabulary
from tools.bench.made_services import keystrokes, made_services

SERVICES = 20_000
KEYSTROKES = 1_000
PEER_KEYSTROKES = 150
ROWS = 50
EDITS = 300
AT = datetime(2026, 11, 23, 17, tzinfo=UTC)


def rows() -> Iterator[tuple[str, str, str]]:
    """What was measured, the figures, and what they stand beside."""
    kit = _kit()
    entries = list(_kit_services(kit) if kit else made_services(SERVICES))
    typed = json.loads((kit / "keystrokes.json").read_text()) if kit else keystrokes(entries, KEYSTROKES)
    made = "the kit's" if kit else "of our own making"
    began = time.perf_counter()
    search = Search(entries, load_vocabulary(), load_city("philadelphia"), {})
    yield f"index of {len(entries):,} services, {made}", f"{time.perf_counter() - began:.1f} s", "to reach 3 s"
    yield from _speed(search, entries, typed)
    if kit:
        yield from _quality(search, kit)
    edited = [entry.id for entry in entries[:EDITS]]
    yield _row("one entry changed and found", _update(search, entries), edited, "to reach p95 3 at 100,000")


def _speed(search: Search, entries: Sequence[Entry], typed: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    some = typed[:: max(1, len(typed) // PEER_KEYSTROKES)]
    yield _row("a keystroke", lambda text: search.find(Query(text), AT, ROWS), typed, "to reach 2 / 5 / 7, and p99 16")
    yield _row("the same, every facet new each time", _facets(search), typed, "to reach p99 16")
    yield _row("RapidFuzz WRatio over all names", _names(entries), some, "floor")
    yield _row("SQLite FTS5 trigram", _trigram(entries), some, "floor")


def _facets(search: Search) -> Callable[[str], object]:
    """Each keystroke at another minute and near another ZIP, so that no facet can be kept."""
    zips = sorted(load_city("philadelphia").zips)
    turn = iter(range(10**9))

    def ask(text: str) -> object:
        count = next(turn)
        at = AT.replace(day=1 + count // 1440 % 28, hour=count // 60 % 24, minute=count % 60)
        query = Query(text, open_now=True, near=zips[count % len(zips)], within_miles=5.0)
        return search.find(query, at, ROWS)

    return ask


def _update(search: Search, entries: Sequence[Entry]) -> Callable[[str], object]:
    by_id = {entry.id: entry for entry in entries}

    def change(entry_id: str) -> object:
        search.put(by_id[entry_id])
        return search.find(Query(by_id[entry_id].name), AT, 1)

    return change


def _names(entries: Sequence[Entry]) -> Callable[[str], object]:
    names = [entry.name.lower() for entry in entries]
    return lambda text: process.extract(text, names, scorer=fuzz.WRatio, limit=ROWS)


def _trigram(entries: Sequence[Entry]) -> Callable[[str], object]:
    store = sqlite3.connect(":memory:")
    store.execute("CREATE VIRTUAL TABLE services USING fts5(name, organization, kind, text, tokenize='trigram')")
    rows = ((entry.name, entry.organization, entry.kind, entry.description) for entry in entries)
    store.executemany("INSERT INTO services VALUES (?, ?, ?, ?)", rows)
    question = "SELECT * FROM services WHERE services MATCH ? ORDER BY rank LIMIT ?"

    def ask(text: str) -> object:
        parts = {text[at : at + 3] for at in range(len(text) - 2)}
        any_part = " OR ".join('"' + part.replace('"', '""') + '"' for part in sorted(parts))
        return store.execute(question, (any_part, ROWS)).fetchall() if parts else []

    return ask


def _row(name: str, ask: Callable[[str], object], typed: Sequence[str], beside: str) -> tuple[str, str, str]:
    """p50, p95, p99 and the worst, in milliseconds of wall time."""
    ask(typed[0])
    times = []
    for text in typed:
        began = time.perf_counter()
        ask(text)
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    shares = [times[min(len(times) - 1, int(len(times) * share))] for share in (0.5, 0.95, 0.99, 1.0)]
    return name, " / ".join(f"{share:.1f}" for share in shares) + " ms", beside


def _quality(search: Search, kit: Path) -> Iterator[tuple[str, str, str]]:
    """MRR and nDCG of the kit's judged queries by class, and their means over the classes."""
    with gzip.open(kit / "judged-20k.json.gz", "rt") as file:
        judged = json.load(file)
    measures = _scorer(kit).measures
    by_class: defaultdict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for query in json.loads((kit / "queries.json").read_text()):
        grades = {int(service): grade for service, grade in judged.get(str(query["id"]), {}).items()}
        if grades:
            found = [int(hit.entry.id) for hit in search.find(Query(query["query"]), AT, 10).hits]
            by_class[query["class"]].append(measures(found, grades))
    means = [tuple(sum(column) / len(scores) for column in zip(*scores, strict=True)) for scores in by_class.values()]
    for name, (mrr, _, ndcg) in sorted(zip(by_class, means, strict=True)):
        yield f"MRR, nDCG: {name}", f"{mrr:.3f}, {ndcg:.3f}", f"{len(by_class[name])} queries"
    mrr, _, ndcg = (sum(column) / len(means) for column in zip(*means, strict=True))
    yield "MRR, nDCG: mean of the classes", f"{mrr:.3f}, {ndcg:.3f}", "to reach .93, .93"


def _kit() -> Path | None:
    beside = Path(__file__).resolve().parents[2].parent / "shared" / "searchkit"
    kit = Path(os.environ.get("NAVIGATOR_SEARCHKIT") or beside)
    return kit if (kit / "services-20k.csv.gz").is_file() else None


def _scorer(kit: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", kit / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit("the kit has no score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _kit_services(kit: Path) -> Iterator[Entry]:
    with gzip.open(kit / "services-20k.csv.gz", "rt", newline="") as file:
        for row in csv.DictReader(file):
            latitude, longitude = float(row["lat"] or 0), float(row["lon"] or 0)
            yield Entry(
                id=row["id"],
                service_id=row["id"],
                name=row["name"],
                organization=row["org"],
                alternate_names=(row["alt"],) if row["alt"] else (),
                kind=row["tax"],
                description=row["descr"],
                eligibility=row["elig"],
                address=Address(row["addr"], row["city"], row["state"], row["zip"]),
                place=(latitude, longitude) if latitude else None,
                phones=(Phone(row["phone"]),) if row["phone"] else (),
                hours=(Hours(HoursKind.OFFICE, text=row["hours"]),) if row["hours"] else (),
            )
