"""Tells how far an import is, at most once for each hundredth of it."""

from navigator.resources.importing.verdicts import Progress

_UNKNOWN = 500
"""While it is not known how many there are, one call for so many."""


class Steps:
    """Counts what is done and tells `progress`, which may stop it all by raising `Stopped`."""

    def __init__(self, progress: Progress | None, of: int = 0) -> None:
        self._progress = progress
        self._of = of
        self._done = 0
        self._told = 0
        self._each = max(1, of // 100) if of else _UNKNOWN
        self._tell()

    def step(self, count: int = 1) -> None:
        self._done += count
        if self._done - self._told >= self._each:
            self._tell()

    def pulse(self) -> None:
        """Tells the same again, so that long work that is no step can be stopped too."""
        self._tell()

    def finish(self) -> None:
        """Tells the end, unless it was told."""
        if self._told != self._done:
            self._tell()

    def _tell(self) -> None:
        self._told = self._done
        if self._progress is not None:
            self._progress(self._done, self._of)
