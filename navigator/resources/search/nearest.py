"""What to type instead when nothing was found: the words of the directory that are nearest in spelling."""

from collections.abc import Iterator, Sequence

from navigator.resources.search.reading import Reading
from navigator.resources.search.segment import AllSegments, Segment

_EACH = 3
_LIKE_ENOUGH = 0.3
"""Words less alike than this share nothing that a person would see (half of the letters and places)."""


def nearest_texts(reading: Reading, segments: Sequence[Segment]) -> Iterator[str]:
    """Queries with the unknown words put otherwise, the likeliest first; none when every word is known."""
    everywhere = AllSegments(segments)
    words = [word.text for part in reading.parts for word in part.words]
    others = {word: _nearest(word, segments) for word in words if not everywhere.holders(word)}
    for rank in range(_EACH):
        told = [others[word][min(rank, len(others[word]) - 1)] if others.get(word) else word for word in words]
        if told != words:
            yield " ".join(told)


def _nearest(word: str, segments: Sequence[Segment]) -> list[str]:
    """Words of the large layer, of which the small ones have hardly any of their own."""
    lexicon = segments[0].index.lexicon
    found = sorted(lexicon.nearest(word, _EACH), key=lambda spelling: -spelling.weight)
    return [lexicon.surfaces[spelling.surface] for spelling in found if spelling.weight >= _LIKE_ENOUGH]
