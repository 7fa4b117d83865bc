"""Where the loop stands and why, in words: open, closed or not closed (R-10)."""

from navigator.referrals.follow_up import Dated, Loop
from navigator.ui.clock_words import day_words, moment_words
from navigator.ui.follow_up.asked import Asked
from navigator.ui.referrals.reason_words import COMPLETIONS, FAILURES
from navigator.ui.theme.tokens import StateName

PILLS: dict[Loop, tuple[StateName, str]] = {
    Loop.OPEN: ("closing", "Loop open"),
    Loop.CLOSED: ("open", "Loop closed"),
    Loop.NOT_CLOSED: ("danger", "Loop not closed"),
}


def loop_reason(asked: Asked) -> str:
    """The reason, in one sentence."""
    if asked.completion is not None:
        return _completed(asked)
    if asked.failure is not None:
        return f"It did not come about: {FAILURES[asked.failure.reason].casefold()}."
    if asked.loop is Loop.NOT_CLOSED:
        return "Three tries on the last date met nobody. Set one more date, or write how it ended."
    if asked.referral.has_ended:
        return f"This referral has ended ({asked.referral.status}). Nothing more is asked."
    if not asked.still_due:
        return "Nobody knows yet how it went, and no date is left on which to ask."
    return "Nobody knows yet how it went."


def dates_words(asked: Asked) -> tuple[str, ...]:
    """The dates still to come after this one, the next first, each with the reason where somebody chose it."""
    later = [one for one in asked.still_due if asked.about is None or one.id != asked.about.id]
    return tuple(
        " · ".join(part for part in (moment_words(one.due_at, asked.now, asked.zone), _why(one.dates)) if part)
        for one in later
    )


def _why(dates: tuple[Dated, ...]) -> str:
    return dates[-1].words if dates else ""


def _completed(asked: Asked) -> str:
    done = asked.completion
    if done is None or done.began_on is None:
        return ""
    day = day_words(done.began_on, asked.now.astimezone(asked.zone).date())
    return f"{COMPLETIONS[done.outcome]}, {day}. Confirmed by {done.source}."
