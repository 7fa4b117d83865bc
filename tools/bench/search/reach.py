"""What is to be reached, and by how much it was: Navigator's figures beside the goals and the nearest peer's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tools.bench.search.judge import MEAN
from tools.bench.search.one import Measured


@dataclass(frozen=True)
class Goal:
    """Figures to reach at one size: ms, megabytes, seconds, shares; `ahead`: tantivy's p99 over ours."""

    cold: tuple[float, float, float]
    ahead: float
    quality: float
    typos: tuple[float, float]
    misspelt: float
    synonym: float
    facets: float
    memory: float
    build: float
    peak: float | None = None
    update: float = 3.0


GOALS = {
    "20k": Goal((2, 5, 7), 1, 0.93, (0.99, 0.97), 0.96, 0.94, 8, 100, 3),
    "100k": Goal((2.5, 7, 9), 2, 0.93, (0.99, 0.97), 0.96, 0.94, 12, 220, 15),
    "1m": Goal((6, 20, 27), 3, 0.90, (0.98, 0.94), 0.93, 0.90, 50, 1400, 150, 3000),
}

Line = tuple[str, float, float, bool]
"""What, the figure, the goal, whether less is better."""


def reached(goal: Goal, every: Sequence[Measured]) -> Iterator[str]:
    """A line for each goal that can be held against what was measured."""
    ours = next(one for one in every if one.engine == "navigator")
    for what, figure, limit, is_less in _lines(goal, ours, every):
        good = figure <= limit if is_less else figure >= limit
        sign = "<=" if is_less else ">="
        yield f"    {what:<42}{figure:>10.3f}   {sign} {limit:<8g}{'reached' if good else 'MISSED'}"


def _lines(goal: Goal, ours: Measured, every: Sequence[Measured]) -> Iterator[Line]:
    for share, limit in zip(("p50", "p95", "p99"), goal.cold, strict=True):
        yield f"a cold keystroke, {share}, ms", ours.keys["cold"][share], limit, True
    yield "the same with new filters, p99, ms", ours.keys["new_filters"]["p99"], goal.facets, True
    yield "counts of all facets, p99, ms", ours.keys["counts"]["p99"], goal.facets, True
    yield "one update visible, p95, ms", ours.update["p95"], goal.update, True
    yield "build, s", ours.build_s, goal.build, True
    if ours.memory_mb is not None and ours.peak_mb is not None:
        yield "memory above an empty process, MB", ours.memory_mb, goal.memory, True
        if goal.peak:
            yield "the same at most while building, MB", ours.peak_mb, goal.peak, True
    yield from _beside(goal, ours, every)
    yield from _quality(goal, ours)


def _beside(goal: Goal, ours: Measured, every: Sequence[Measured]) -> Iterator[Line]:
    """The ratio to tantivy, and being first of all in speed and quality."""
    p99, others = ours.keys["cold"]["p99"], [one for one in every if one is not ours and not one.absent]
    for one in others:
        if one.engine == "tantivy":
            yield "p99, tantivy's over ours", one.keys["cold"]["p99"] / p99, goal.ahead, False
    if others:
        yield "p99, the fastest peer's over ours", min(one.keys["cold"]["p99"] for one in others) / p99, 1, False
    if others and ours.quality:
        for at, name in enumerate(("MRR", "nDCG")):
            best = max(one.quality[MEAN][at] for one in others)
            yield f"{name}, ours over the best peer's", ours.quality[MEAN][at] / best, 1, False


def _quality(goal: Goal, ours: Measured) -> Iterator[Line]:
    found = ours.quality
    if not found:
        return
    yield "MRR, mean of the classes", found[MEAN][0], goal.quality, False
    yield "nDCG, mean of the classes", found[MEAN][1], goal.quality, False
    for kind, words, limit in (
        ("known_1typo", "one typo", goal.typos[0]),
        ("known_2typo", "two typos", goal.typos[1]),
    ):
        if kind in found and "known_clean" in found:
            yield f"MRR with {words} over clean", found[kind][0] / found["known_clean"][0], limit, False
    for kind, words, limit in (("cat_typo", "misspelt category", goal.misspelt), ("synonym", "synonym", goal.synonym)):
        if kind in found:
            yield f"MRR, {words}", found[kind][0], limit, False
