"""Keeps what was reckoned for a facet until the facet changes: the minute, the ZIP, the filters."""

from collections.abc import Callable

_MOST = 4


class Kept[K, V]:
    """The values of the last few keys; a value is reckoned only when its key is new."""

    def __init__(self) -> None:
        self._values: dict[K, V] = {}

    def get(self, key: K, reckon: Callable[[], V]) -> V:
        if key not in self._values:
            if len(self._values) >= _MOST:
                self._values = {}
            self._values[key] = reckon()
        return self._values[key]
