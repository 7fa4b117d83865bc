"""That they will call back, as they said it: never with a time that nobody named."""

from datetime import datetime, tzinfo

from navigator.referrals.calls import Call, CallOutcome
from navigator.referrals.referral import Referral
from navigator.referrals.status import Status
from navigator.ui.clock_words import moment_words
from navigator.ui.isolated import isolated


def awaits_callback(referral: Referral) -> bool:
    """Whether the last that was heard is that they call back."""
    last = referral.last_contact
    waits = referral.status is Status.REQUESTED and last is not None
    return waits and last is not None and last.call.outcome is CallOutcome.WILL_CALL_BACK


def promise_title(call: Call) -> str:
    """ "Said they will call back: before 3"."""
    by_when = call.words.strip()
    return f"Said they will call back: {by_when}" if by_when else "Said they will call back"


def promise_from(call: Call, now: datetime, zone: tzinfo) -> str:
    """ "Dr. A, called 10:29 AM": whom one called then."""
    who, at = call.spoke_to.strip(), f"called {moment_words(call.began_at, now, zone)}"
    return f"{isolated(who)}, {at}" if who else at


def promise_words(call: Call, now: datetime, zone: tzinfo) -> str:
    """ "said they will call back: before 3 (Dr. A, called 10:29 AM)"."""
    title = promise_title(call)
    return f"{title[:1].lower()}{title[1:]} ({promise_from(call, now, zone)})"
