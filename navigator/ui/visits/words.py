"""What the screens of a visit call its choices, and how a referral stands in a few words."""

from collections.abc import Mapping
from enum import StrEnum

from navigator.city import City
from navigator.referrals.encounter import HoldType
from navigator.referrals.referral import Referral
from navigator.referrals.status import BusinessStatus, Status
from navigator.referrals.visit import Disposition, Interpreter, Source
from navigator.resources.model import Fact
from navigator.ui.theme.tokens import StateName

_OTHERWISE: Mapping[StrEnum, str] = {
    Source.CALL_911: "911 call",
    Source.CALL_988: "988 call",
    Source.OFFICER: "Officer asked",
    Source.WALK_IN: "Walked in",
    Interpreter.BY_PHONE: "Phone or video",
    Disposition.VOLUNTARY_HOSPITAL: "Hospital, voluntary",
    Disposition.INVOLUNTARY: "Hospital, involuntary",
    Disposition.DECLINED: "Declined everything",
    Disposition.NOT_LOCATED: "Person not found",
}
"""Where the screen needs other words than the value's own."""

PAYMENTS = (
    Fact.MEDICAID.value,
    Fact.MEDICARE.value,
    "Private insurance",
    "Veterans benefits",
    "No insurance",
    "Not known",
)

_STATUS: Mapping[Status, tuple[StateName, str]] = {
    Status.DRAFT: ("unknown", "Not called yet"),
    Status.REQUESTED: ("closing", "Asked"),
    Status.ACCEPTED: ("open", "Accepted"),
    Status.REJECTED: ("closed", "They said no"),
    Status.IN_PROGRESS: ("open", "On the way or there"),
    Status.ON_HOLD: ("closing", "On hold"),
    Status.COMPLETED: ("open", "Service began"),
    Status.FAILED: ("closed", "Did not come about"),
    Status.CANCELLED: ("closed", "Cancelled"),
    Status.ENTERED_IN_ERROR: ("closed", "Entered in error"),
}
_BUSINESS: Mapping[BusinessStatus, str] = {
    BusinessStatus.CONTACT_ATTEMPTED: "No answer yet",
    BusinessStatus.MESSAGE_LEFT: "Message left",
    BusinessStatus.AWAITING_CALLBACK: "They will call back",
    BusinessStatus.BED_HELD: "Accepted, bed held",
    BusinessStatus.WAITLISTED: "On the waiting list",
}


def said(value: StrEnum) -> str:
    """One choice as it stands on the screen: its value in sentence case, or the screen's own words."""
    return _OTHERWISE.get(value) or value.value[:1].upper() + value.value[1:]


def hold_pairs(city: City) -> list[tuple[str, str]]:
    """The holds with what the state calls them: "302 (involuntary)"."""
    called = {HoldType.VOLUNTARY: city.holds.get("voluntary"), HoldType.INVOLUNTARY: city.holds.get("involuntary")}
    return [(one.value, called.get(one) or said(one)) for one in HoldType]


def pairs(kind: type[StrEnum]) -> list[tuple[str, str]]:
    """All choices of a kind with their words, in their order."""
    return [(value.value, said(value)) for value in kind]


def standing(referral: Referral) -> tuple[StateName, str]:
    """How the referral stands, as the clinician was told it."""
    state, words = _STATUS[referral.status]
    inside = _BUSINESS.get(referral.business, "") if referral.business is not None and referral.is_open else ""
    return state, inside or words
