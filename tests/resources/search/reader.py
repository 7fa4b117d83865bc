"""A reader with the words that ship, over a directory that knows next to nothing."""

from navigator.resources.search.draft import Known
from navigator.resources.search.reading import Reading
from navigator.resources.search.tokens import stems
from navigator.resources.search.understand import Reader


class Knowing:
    """A directory of these names, and of the words of them and no others."""

    def __init__(self, *names: str) -> None:
        self._names = {stems(name) for name in names}
        self._words = {word for name in names for word in name.lower().split()}

    def word(self, word: str) -> bool:
        return any(known.startswith(word) for known in self._words)

    def name(self, stems: tuple[str, ...]) -> bool:
        return stems in self._names


NOTHING = Knowing()


def looked_up(reading: Reading) -> list[str]:
    return [word.text for part in reading.parts for word in part.words]


def chips(reader: Reader, text: str, known: Known = NOTHING) -> list[tuple[str, str]]:
    """What was understood: the words as typed, and the filter."""
    return [(one.words, one.filter) for one in reader.read(text, known).understood]
