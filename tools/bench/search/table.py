"""The tables of one corpus: speed and size, quality by class, and what was to be reached."""

from collections.abc import Iterator, Sequence

from tools.bench.search.corpus import Corpus
from tools.bench.search.engines import ENGINES
from tools.bench.search.one import Measured
from tools.bench.search.reach import GOALS, reached
from tools.rank.timing import Summary

_WAYS = {
    "cold": "",
    "warm": ", as typed (warm)",
    "new_filters": ", new filters each time",
    "counts": ", counts of all facets",
}
_TIMES = ("p50", "p95", "p99", "max")
_NAME, _SHORT = 38, 14


def tables(corpus: Corpus, every: Sequence[Measured]) -> Iterator[str]:
    """Lines to print. An engine that could not run has one that says why."""
    ran = [one for one in every if not one.absent]
    yield ""
    yield from _speed(corpus, every, ran)
    if corpus.judged and ran:
        yield from _quality("MRR", 0, ran)
        yield from _quality("nDCG", 1, ran)
    if any(one.engine == "navigator" for one in ran):
        yield "  to reach"
        yield from reached(GOALS[corpus.key], ran)


def _speed(corpus: Corpus, every: Sequence[Measured], ran: Sequence[Measured]) -> Iterator[str]:
    yield (
        f"  {corpus.size:,} services, {corpus.made}; {len(corpus.typed()):,} keystrokes, 50 rows for each;"
        " ms of wall time (median of three rounds), MB above an empty process"
    )
    heads = (*_TIMES, "p99 x", "MB", "peak", "build s", "load s", "update")
    yield f"  {'cold keystrokes':<{_NAME}}" + "".join(f"{head:>9}" for head in heads)
    floor = next((one.keys["cold"]["p99"] for one in ran if one.engine == "navigator"), None)
    for one in every:
        if one.absent:
            yield f"  {ENGINES[one.engine][0]:<{_NAME}}   left out: {one.absent}"
        else:
            yield from _rows(one, floor)


def _rows(one: Measured, floor: float | None) -> Iterator[str]:
    sizes = (_whole(one.memory_mb), _whole(one.peak_mb), f"{one.build_s:.1f}", f"{one.load_s:.2f}")
    for way, times in one.keys.items():
        beside = f"{times['p99'] / floor:.1f}" if floor and way == "cold" else ""
        rest = (beside, *sizes, f"{one.update['p95']:.1f}") if way == "cold" else ()
        cells = (*_times(times), *rest)
        yield f"  {ENGINES[one.engine][0] + _WAYS[way]:<{_NAME}}" + "".join(f"{cell:>9}" for cell in cells)
    if one.unseen:
        yield f"  {'':<{_NAME}}   {one.unseen} changed rows were not found by their new name"


def _times(times: Summary) -> Sequence[str]:
    return [f"{times[name]:.1f}" for name in _TIMES]


def _quality(title: str, at: int, ran: Sequence[Measured]) -> Iterator[str]:
    yield f"  {title:<16}" + "".join(f"{ENGINES[one.engine][1]:>{_SHORT}}" for one in ran)
    for kind in ran[0].quality:
        figures = [one.quality[kind][at] for one in ran]
        best = max(figures)
        yield f"    {kind:<14}" + "".join(f"{_starred(figure, best):>{_SHORT}}" for figure in figures)


def _starred(figure: float, best: float) -> str:
    """With a star at the best of the row."""
    return f"{'*' if figure >= best - 0.0005 else ''}{figure:.3f}"


def _whole(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:,.0f}"
