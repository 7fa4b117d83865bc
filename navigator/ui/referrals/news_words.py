"""What happens inside a status, in plain words (R-03): as it is chosen, and as it is read afterwards."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from types import MappingProxyType

from navigator.referrals.status import BusinessStatus
from navigator.referrals.steps import Progress
from navigator.ui.clock_words import moment_words
from navigator.ui.isolated import isolated

_B = BusinessStatus
NEWS: Mapping[BusinessStatus, str] = MappingProxyType(
    {
        _B.APPOINTMENT_SET: "Appointment given",
        _B.WALK_IN_OK: "May walk in",
        _B.WAITLISTED: "On the waiting list",
        _B.MORE_INFO_NEEDED: "They want to know more",
        _B.NEEDS_ASSESSMENT: "Assessment needed",
        _B.AWAITING_DOCUMENTS: "They wait for papers",
    }
)
"""What a place may tell between the steps, the commonest first. Calls, beds and the way there have their own forms."""
ICONS: Mapping[BusinessStatus, str] = MappingProxyType(
    {
        _B.APPOINTMENT_SET: "calendar-check",
        _B.WALK_IN_OK: "door-open",
        _B.WAITLISTED: "hourglass",
        _B.MORE_INFO_NEEDED: "circle-question-mark",
        _B.NEEDS_ASSESSMENT: "clipboard-check",
        _B.AWAITING_DOCUMENTS: "file-text",
    }
)


def news_words(news: Progress | None, now: datetime, zone: tzinfo) -> str:
    """ "Appointment: tomorrow, 9:00 AM. Ask for Ms. Lee", or "" where nothing of `NEWS` is told."""
    if news is None or news.business not in NEWS:
        return ""
    told = NEWS[news.business]
    if news.when is not None:
        passed = " (has passed)" if news.when < now else ""
        told = f"Appointment: {moment_words(news.when, now, zone)}{passed}"
    return f"{told}. {isolated(news.words)}" if news.words else told
