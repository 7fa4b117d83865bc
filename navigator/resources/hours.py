"""Opening hours as a person needs them: open now or not, until when, and in words for screen and paper.

Pure functions over `Hours`. Weekly spans are minutes of the cyclic week in the city's own time (S-03); an answer
about an instant is right across midnight, the end of the week, and the two days on which the clock is changed.
Unknown hours are said to be unknown, never closed (S-02).
"""

from navigator.resources.hours_doors import doors, tell_when_shut
from navigator.resources.hours_now import OpenKind, OpenState, open_state
from navigator.resources.hours_words import lines, phrase
from navigator.resources.week import is_always, merged

__all__ = [
    "OpenKind",
    "OpenState",
    "doors",
    "is_always",
    "lines",
    "merged",
    "open_state",
    "phrase",
    "tell_when_shut",
]
