"""Indexes a table of services, ranks judged queries over it and times keystrokes, as the variables of make say."""

import json
import os
import sys
import time
from pathlib import Path

from navigator.city import load_city
from navigator.resources.categories import load_categories
from navigator.resources.search import Query, Search
from navigator.resources.vocabulary import load_vocabulary
from tools.rank.asked import Asked, BadFile, NotAsked, asked, keystrokes, queries
from tools.rank.ids import distinct
from tools.rank.latency import ROWS, cold, warm
from tools.rank.memory import peak_mb, resident_mb
from tools.rank.rows import rows
from tools.rank.services import AT, Services

_CITY = "philadelphia"


def main() -> int:
    try:
        _rank(asked(os.environ))
    except NotAsked as usage:
        print(usage, file=sys.stderr)
        return 2
    except BadFile as bad:
        print(bad, file=sys.stderr)
        return 1
    return 0


def _rank(asked: Asked) -> None:
    """What is to be read beside the services is read first, so that a wrong file does not cost a build."""
    wanted = queries(asked.rankings[0]) if asked.rankings else []
    typed = keystrokes(asked.latencies[0]) if asked.latencies else []
    search, seconds = _built(asked.services)
    search.find(Query(""), AT, ROWS)
    if asked.rankings:
        _write_rankings(search, wanted, asked.rankings[1])
    if asked.latencies:
        _write_latencies(search, typed, seconds, asked.latencies[1])


def _built(path: Path) -> tuple[Search, float]:
    """The index and the seconds from opening the file to being ready."""
    began, services = time.perf_counter(), Services()
    search = Search(services.of(distinct(path, rows(path))), load_vocabulary(), load_city(_CITY), load_categories())
    seconds = time.perf_counter() - began
    if services.hours_left:
        print(f"{path}: of {services.hours_left:,} rows the hours were kept as text.", file=sys.stderr)
    return search, seconds


def _write_rankings(search: Search, wanted: list[tuple[int, str]], out: Path) -> None:
    with out.open("w", encoding="utf-8") as file:
        for number, words in wanted:
            found = [int(hit.entry.id) for hit in search.find(Query(words), AT, ROWS).hits]
            file.write(json.dumps({"id": number, "results": found}) + "\n")


def _write_latencies(search: Search, typed: list[str], seconds: float, out: Path) -> None:
    """Memory is read at the end, with all that searching left in it."""
    times = {"cold": cold(search, typed), "warm": warm(search, typed)}
    memory = {"rss_mb": _rounded(resident_mb()), "peak_mb": _rounded(peak_mb())}
    out.write_text(json.dumps({**times, "build_s": round(seconds, 2), **memory}, indent=2) + "\n", "utf-8")


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 1)


if __name__ == "__main__":
    sys.exit(main())
