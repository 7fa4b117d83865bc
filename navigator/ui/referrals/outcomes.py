"""The six things that may come of a call, in the order of their keys."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """Which form follows; the value names it in a draft."""

    ACCEPTED = "accepted"
    CALL_BACK = "call-back"
    NO_BED = "no-bed"
    NO_FIT = "no-fit"
    MESSAGE = "message"
    NO_ANSWER = "no-answer"


@dataclass(frozen=True)
class Face:
    """How an outcome stands on its button: icon, verb, and what happens next."""

    outcome: Outcome
    icon: str
    verb: str
    then: str


FACES = (
    Face(Outcome.ACCEPTED, "handshake", "Accepted by…", "Write down who said yes"),
    Face(Outcome.CALL_BACK, "hourglass", "They will call back", "Say by when"),
    Face(Outcome.NO_BED, "bed-double", "No bed", "Tries the next place"),
    Face(Outcome.NO_FIT, "ban", "Does not fit", "Choose the reason"),
    Face(Outcome.MESSAGE, "voicemail", "Message left", "Where, with whom"),
    Face(Outcome.NO_ANSWER, "phone-missed", "No answer", "Tries the next place"),
)
"""The place in this row is the digit key, counted from 1."""
