"""The one place where an incoming door becomes confidential: what S-13 allows stays, all other text waits apart."""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from navigator.resources.confidential import parted
from navigator.resources.exchange.incoming import Incoming
from navigator.resources.exchange.languages import is_language
from navigator.resources.fields import Record
from navigator.resources.telling import Telling

_SECRET = re.compile(
    r"\b(confidential|undisclosed|not\s+disclosed|unpublished|not\s+published|unlisted|withheld|"
    r"(?:address|location)\s+(?:is\s+)?(?:private|secret|hidden|protected|not\s+(?:given|available|shared|listed)))\b",
    re.IGNORECASE,
)
_NONE: Mapping[str, str] = MappingProxyType({})


def says_secret(*texts: str) -> bool:
    """Whether a cell for an address or a place says that the place is not to be known ("Confidential location").

    Only for such cells: "free and confidential counseling" in a description says nothing of the place.
    """
    return any(_SECRET.search(text) for text in texts)


def hidden(incoming: Incoming, more: Mapping[str, str] = _NONE) -> Incoming:
    """The door as a confidential one (S-13).

    Name, organization, numbers, typed hours, facts, ages, kinds of help, languages, status and the source's ids stay.
    Address, position, ZIP, neighbourhood, way in, web page and everything of the source that has no field vanish.
    All other text goes to `free_text` by field key, with `more` (texts by field that the record does not hold).
    """
    found = parted(incoming.record)
    entry = Telling.of([incoming.record]).unplaced(found.kept.entry)
    named = tuple(name for name in entry.languages if is_language(name))
    odd = ", ".join(name for name in entry.languages if not is_language(name))
    waiting = {**incoming.free_text, **found.free_text, **more} | ({"languages": odd} if odd else {})
    return replace(
        incoming,
        record=Record(replace(entry, languages=named)),
        free_text=MappingProxyType({field: text for field, text in waiting.items() if text}),
        repaired=(),
    )
