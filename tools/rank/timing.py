"""Times what is done for each of some texts, and sums the times up."""

import gc
import time
from collections.abc import Callable, Iterable, Sequence

_SHARES = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "max": 1.0}

Summary = dict[str, float]


def timed(
    ask: Callable[[str], object], typed: Iterable[str], before: Callable[[], object] | None = None
) -> list[float]:
    """Milliseconds of wall time for each; what is done `before` each does not count.

    Garbage is collected before, as the window does it between keystrokes and never within one.
    """
    times = []
    gc.collect()
    gc.disable()
    for text in typed:
        if before:
            before()
        began = time.perf_counter()
        ask(text)
        times.append((time.perf_counter() - began) * 1000)
    gc.enable()
    return times


def summed(times: Sequence[float]) -> Summary:
    """p50, p95, p99 and the worst; each is the time of one keystroke."""
    ordered = sorted(times)
    last = len(ordered) - 1
    return {name: round(ordered[min(last, int(len(ordered) * share))], 3) for name, share in _SHARES.items()}
