"""What a form of the call screen has written down: an act on the service, made of values alone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from navigator.access import Actor
from navigator.referrals.asking import Ending, FollowUps
from navigator.referrals.follow_up import Answer
from navigator.ui.follow_up.asked import Asked


@dataclass(frozen=True)
class Told:
    """Somebody was reached, or nobody, and it goes on; `again` is one more date that was agreed."""

    answer: Answer
    again: datetime | None = None


@dataclass(frozen=True)
class Ended:
    """It is known how it went."""

    answer: Answer
    step: Ending


@dataclass(frozen=True)
class Dated:
    """Another time to ask: this date is put off, or where none is left one more is set."""

    due_at: datetime
    words: str


Act = Told | Ended | Dated


def work_of(act: Act, follow_ups: FollowUps, actor: Actor, asked: Asked) -> Callable[[], object]:
    """What the worker does about it."""
    about, referral = asked.about, asked.referral
    if about is None:
        if not isinstance(act, Dated):
            raise ValueError("there is no date to write a try down for")
        return lambda: follow_ups.add(actor, referral.id, act.due_at, act.words)
    match act:
        case Told():
            return lambda: follow_ups.told(actor, about.id, act.answer, act.again)
        case Ended():
            return lambda: follow_ups.close(actor, about.id, act.answer, act.step, referral.seen)
        case Dated():
            return lambda: follow_ups.put_off(actor, about.id, act.due_at, act.words)
