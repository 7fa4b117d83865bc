"""Measures one engine over one corpus, in a process of its own: `python -m tools.bench.search.one ENGINE CORPUS`."""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from importlib import import_module
from itertools import islice
from pathlib import Path
from statistics import median

from tools.bench.peers.engine import Absent, Engine
from tools.bench.search.corpus import Corpus
from tools.bench.search.judge import Quality, quality
from tools.rank.memory import peak_mb, resident_mb
from tools.rank.rows import Row, rows
from tools.rank.timing import Summary, summed, timed

_EDITS = 100
_LONG_ROUND_MS = 30_000


@dataclass
class Measured:
    """One engine's figures: times of keystrokes in ms by the way of asking, seconds, megabytes.

    `unseen` counts changed rows that the next query did not find. `absent` says why there is nothing else.
    """

    engine: str
    absent: str = ""
    keys: dict[str, Summary] = field(default_factory=dict)
    update: Summary = field(default_factory=dict)
    unseen: int = 0
    build_s: float = 0.0
    load_s: float = 0.0
    memory_mb: float | None = None
    peak_mb: float | None = None
    quality: Quality = field(default_factory=dict)


def measured(name: str, corpus: Corpus) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        try:
            engine: Engine = import_module(f"tools.bench.peers.{name}").Peer(Path(folder))
            return _measured(name, engine, corpus)
        except Absent as why:
            return Measured(name, absent=str(why))


def _measured(name: str, engine: Engine, corpus: Corpus) -> Measured:
    """Memory is read when all has been searched, before anything is changed or loaded a second time."""
    one = Measured(name)
    try:
        one.build_s = _seconds(lambda: engine.build(rows(Path(corpus.services))))
        one.peak_mb = peak_mb()
        one.keys = _keys(engine, corpus.typed())
        one.quality = quality(corpus, engine.find)
        engine.rest()
        if (here := resident_mb()) is not None:
            one.memory_mb = here + engine.elsewhere_mb()
        one.update, one.unseen = _updates(engine, list(islice(rows(Path(corpus.services)), _EDITS)))
        one.load_s = _loaded(engine, max(corpus.typed(), key=len))
        return one
    finally:
        engine.close()


def _keys(engine: Engine, typed: list[str]) -> dict[str, Summary]:
    engine.find(typed[-1])
    keys = {"cold": summed(_typical(engine.find, typed, before=engine.forget))}
    if hasattr(engine, "asks"):
        keys["warm"] = summed(_typical(engine.find, typed))
        keys |= {way: summed(_typical(ask, typed, before=engine.forget)) for way, ask in engine.asks().items()}
    return keys


def _typical(
    ask: Callable[[str], object], typed: list[str], before: Callable[[], object] | None = None
) -> Sequence[float]:
    """The median time of each keystroke in three rounds, so that what else the machine does counts less.

    One round of an engine that needs longer than half a minute for it.
    """
    first = timed(ask, typed, before)
    if sum(first) > _LONG_ROUND_MS:
        return first
    return [median(times) for times in zip(first, timed(ask, typed, before), timed(ask, typed, before), strict=True)]


def _updates(engine: Engine, some: list[Row]) -> tuple[Summary, int]:
    """Each row gets a word more in its name: the time until it is there to be found, and how many then are not."""
    changed = [{**row, "name": f"{row['name']} reopened"} for row in some]
    times, unseen = [], 0
    for row in changed:
        began = time.perf_counter()
        engine.change(row)
        times.append((time.perf_counter() - began) * 1000)
        unseen += int(row["id"]) not in engine.find(row["name"])
    return summed(times), unseen


def _loaded(engine: Engine, text: str) -> float:
    """Seconds from opening what was kept to the first answer."""
    if hasattr(engine, "keep"):
        engine.keep()
    return _seconds(lambda: (engine.load(), engine.find(text)))


def _seconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


if __name__ == "__main__":
    print(json.dumps(asdict(measured(sys.argv[1], Corpus.of_json(sys.argv[2])))))
