"""That a place was already closed for a time when it was chosen."""

from navigator.resources.model import Status
from navigator.ui.clock_words import day_words
from navigator.ui.referrals.situation import Situation


def closed_words(situation: Situation) -> str:
    """ "Closed until Tuesday, December 2: burst pipe.", or "" for a place that was open then or is by now."""
    taken, entry = situation.snapshot, situation.entry
    if taken.status != Status.TEMPORARILY_CLOSED.value:
        return ""
    if entry is not None and entry.status is not Status.TEMPORARILY_CLOSED:
        return ""
    today = situation.now.astimezone(situation.zone).date()
    until = f"until {day_words(taken.status_until, today)}" if taken.status_until else "for a time"
    if taken.status_until is not None and taken.status_until < today:
        until = f"until {day_words(taken.status_until, today)}, which has passed"
    reason = taken.status_reason.strip().rstrip(".")
    return f"Closed {until}: {reason}." if reason else f"Closed {until}."
