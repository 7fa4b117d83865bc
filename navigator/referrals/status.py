"""Where a referral stands: FHIR Task codes and the moves between them (R-01, HL7 SDOH Clinical Care guide 3.0.0)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Status(StrEnum):
    DRAFT = "draft"
    REQUESTED = "requested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    IN_PROGRESS = "in-progress"
    ON_HOLD = "on-hold"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"
    ENTERED_IN_ERROR = "entered-in-error"


_S = Status
_TO_ERROR = frozenset({_S.ENTERED_IN_ERROR})
MOVES: Mapping[Status | None, frozenset[Status]] = MappingProxyType(
    {
        None: frozenset({_S.DRAFT}),
        _S.DRAFT: frozenset({_S.REQUESTED}) | _TO_ERROR,
        _S.REQUESTED: frozenset({_S.ACCEPTED, _S.REJECTED, _S.CANCELLED}) | _TO_ERROR,
        _S.ACCEPTED: frozenset({_S.IN_PROGRESS, _S.ON_HOLD, _S.COMPLETED, _S.FAILED, _S.CANCELLED}) | _TO_ERROR,
        _S.IN_PROGRESS: frozenset({_S.ON_HOLD, _S.COMPLETED, _S.FAILED, _S.CANCELLED}) | _TO_ERROR,
        _S.ON_HOLD: frozenset({_S.IN_PROGRESS, _S.COMPLETED, _S.FAILED, _S.CANCELLED}) | _TO_ERROR,
        _S.REJECTED: _TO_ERROR,
        _S.COMPLETED: _TO_ERROR,
        _S.FAILED: _TO_ERROR,
        _S.CANCELLED: _TO_ERROR,
        _S.ENTERED_IN_ERROR: frozenset(),
    }
)
"""R-01, "any other status" read as any but entered-in-error itself. None: the referral does not exist yet."""

OPEN = frozenset({_S.REQUESTED, _S.ACCEPTED, _S.IN_PROGRESS, _S.ON_HOLD})
"""What counts as open (R-05)."""
ENDED = frozenset({_S.REJECTED, _S.COMPLETED, _S.FAILED, _S.CANCELLED, _S.ENTERED_IN_ERROR})


class BusinessStatus(StrEnum):
    """What happens inside a status (R-03)."""

    CONTACT_ATTEMPTED = "contact_attempted"
    MESSAGE_LEFT = "message_left"
    AWAITING_CALLBACK = "awaiting_callback"
    MORE_INFO_NEEDED = "more_info_needed"
    BED_HELD = "bed_held"
    APPOINTMENT_SET = "appointment_set"
    WALK_IN_OK = "walk_in_ok"
    EN_ROUTE = "en_route"
    ARRIVED = "arrived"
    RECEIVER_READ_BACK = "receiver_read_back"
    WAITLISTED = "waitlisted"
    NEEDS_ASSESSMENT = "needs_assessment"
    AWAITING_DOCUMENTS = "awaiting_documents"
