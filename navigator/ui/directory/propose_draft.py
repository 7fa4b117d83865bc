"""How a report that is not sent stands in its draft: each kind by its name, the one in front, and the words."""

import json
from collections.abc import Mapping, Sequence

from navigator.ui.directory.propose_values import Closed, Typed, What

_FRONT, _WORDS = "what", "words"


def to_draft(parts: Sequence[Typed]) -> Mapping[str, str]:
    """{} where nothing is typed; the first of the parts is in front."""
    front = parts[0]
    written = [one for one in parts if one.is_written or one is not front]
    if not written and not front.words.strip():
        return {}
    kinds = {one.what.name: json.dumps([one.new, one.more, one.place, one.closed.name]) for one in written}
    return {_FRONT: front.what.name, _WORDS: front.words, **kinds}


def from_draft(content: Mapping[str, str]) -> tuple[Typed, ...]:
    """As it was typed; the kind in front is the first."""
    front = What.__members__.get(content.get(_FRONT, ""), What.OTHER)
    kinds = [front, *(what for what in What if what is not front and what.name in content)]
    return tuple(_typed(what, content) for what in kinds)


def _typed(what: What, content: Mapping[str, str]) -> Typed:
    if what.name not in content:
        return Typed(what, words=content.get(_WORDS, ""))
    new, more, place, closed = json.loads(content[what.name])
    return Typed(what, new, more, place, Closed[closed], content.get(_WORDS, ""))
