"""What was tried on one date so far, and what the next try at nobody means."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from navigator.referrals.follow_up import ATTEMPTS, Attempt, FollowUp
from navigator.ui.clock_words import moment_words


def tries_words(follow_up: FollowUp, now: datetime, zone: tzinfo) -> str:
    tries = follow_up.attempts
    if not tries:
        return ""
    last = f"Tried {_times(tries)}. Last: {moment_words(tries[-1].at, now, zone)}, nobody answered."
    if len(tries) == ATTEMPTS - 1:
        return f"{last} One more without an answer ends this follow-up."
    return last


def _times(tries: Sequence[Attempt]) -> str:
    return "once" if len(tries) == 1 else f"{len(tries)} times"
