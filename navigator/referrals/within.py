"""What can be said inside a status (R-03): in which statuses, and which words each needs."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from navigator.referrals.status import OPEN, BusinessStatus, Status

_B, _S = BusinessStatus, Status
_CALLED = frozenset({_S.REQUESTED})
_TAKEN = frozenset({_S.ACCEPTED, _S.IN_PROGRESS, _S.ON_HOLD})
_GONE = frozenset({_S.IN_PROGRESS})

WITHIN: Mapping[BusinessStatus, frozenset[Status]] = MappingProxyType(
    {
        _B.CONTACT_ATTEMPTED: _CALLED,
        _B.MESSAGE_LEFT: _CALLED,
        _B.AWAITING_CALLBACK: _CALLED,
        _B.MORE_INFO_NEEDED: OPEN,
        _B.BED_HELD: _TAKEN,
        _B.APPOINTMENT_SET: _TAKEN,
        _B.WALK_IN_OK: OPEN,
        _B.EN_ROUTE: _GONE,
        _B.ARRIVED: _GONE,
        _B.RECEIVER_READ_BACK: frozenset({_S.ACCEPTED, _S.IN_PROGRESS}),
        _B.WAITLISTED: OPEN,
        _B.NEEDS_ASSESSMENT: OPEN,
        _B.AWAITING_DOCUMENTS: OPEN,
    }
)
"""Where each may be said: nobody arrives who has not left, and a bed or a time is given by who said yes."""
_WORDS: Mapping[BusinessStatus, str] = MappingProxyType(
    {
        _B.MORE_INFO_NEEDED: "Write what they want to know.",
        _B.NEEDS_ASSESSMENT: "Write which assessment they ask for.",
        _B.AWAITING_DOCUMENTS: "Write which papers they wait for.",
        _B.RECEIVER_READ_BACK: "Write who repeated it to you.",
    }
)
_TIME: Mapping[BusinessStatus, str] = MappingProxyType(
    {
        _B.BED_HELD: "Write until when they hold the bed: a time that is still to come.",
        _B.APPOINTMENT_SET: "Write when the appointment is: a time that is still to come.",
    }
)


def lacks_within(business: BusinessStatus, at: datetime, words: str, ahead: datetime | None) -> str:
    """The sentence that says which words or which time it still needs, or ""; `ahead` is the time that is to come."""
    if business in _TIME and (ahead is None or ahead <= at):
        return _TIME[business]
    if business in _WORDS and not words.strip():
        return _WORDS[business]
    return ""
