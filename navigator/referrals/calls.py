"""One attempt to reach a provider, as it is logged: when, how, whom, what came of it. Never a person's name."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Channel(StrEnum):
    PHONE = "phone"
    IN_PERSON = "in person"
    TEXT = "text message"
    VIDEO = "video"
    FAX = "fax"


class CallOutcome(StrEnum):
    ANSWERED = "answered"
    NO_ANSWER = "no answer"
    MESSAGE_LEFT = "message left"
    WILL_CALL_BACK = "will call back"


SOMEBODY_SPOKE = frozenset({CallOutcome.ANSWERED, CallOutcome.WILL_CALL_BACK})


@dataclass(frozen=True)
class Call:
    """`number` is what was dialled. `spoke_to` is somebody at the provider, by name or post ("intake desk").

    `without_identifiers`: nothing was said that tells who the person is.
    """

    channel: Channel
    began_at: datetime
    outcome: CallOutcome
    number: str = ""
    ended_at: datetime | None = None
    spoke_to: str = ""
    spoke_to_role: str = ""
    without_identifiers: bool = True
    words: str = ""


@dataclass(frozen=True)
class Contact:
    """A call as it stands in the contact log, with who logged it."""

    id: str
    referral_id: str
    by: str
    call: Call
