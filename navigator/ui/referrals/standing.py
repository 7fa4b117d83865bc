"""What the screen tells of a referral that is not being called: accepted, on hold, ended, put away; as data."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from navigator.referrals.reasons import CompletionOutcome
from navigator.referrals.status import BusinessStatus, Status
from navigator.referrals.steps import Cancellation, Completion, Failure, Mistake, Rejection
from navigator.ui.clock_words import day_words, moment_words, span_words
from navigator.ui.isolated import isolated
from navigator.ui.referrals.moves import DISCARD, FETCH_BACK, HANDOFF, MORE, PLAN, SETTLE, START_AGAIN
from navigator.ui.referrals.news_words import ICONS, news_words
from navigator.ui.referrals.reason_words import CANCELLATIONS, COMPLETIONS, FAILURES
from navigator.ui.referrals.situation import Situation, Stage
from navigator.ui.referrals.state_words import ending_of
from navigator.ui.theme.tokens import ColorRole

CONFIDENTIAL_WAY = "Call; they will tell you where to go."
_SOON = timedelta(minutes=30)


@dataclass(frozen=True)
class Line:
    """One line with its icon; the colour never tells anything alone."""

    icon: str
    words: str
    tone: ColorRole = "text2"


@dataclass(frozen=True)
class Act:
    """A button; `key` is that of a form or of an action in `moves`. The first of a panel may be filled."""

    key: str
    words: str
    icon: str = ""


@dataclass(frozen=True)
class Standing:
    """`open_siblings` is the line about what is still open for the same need, "" where nothing is (R-05)."""

    icon: str
    tone: ColorRole
    title: str
    lines: tuple[Line, ...] = ()
    acts: tuple[Act, ...] = ()
    open_siblings: str = ""
    settle: Act | None = None


def standing_of(situation: Situation) -> Standing:
    match situation.stage:
        case Stage.ACCEPTED:
            return _accepted(situation)
        case Stage.HELD:
            return _held(situation)
        case Stage.PUT_AWAY:
            acts = (Act(FETCH_BACK, "Undo", "undo-2"),)
            return Standing("trash-2", "text2", "This draft was put away. Nobody was called.", acts=acts)
        case Stage.CALLING:
            return Standing("phone-outgoing", "text2", "Nobody has said yes yet.", acts=(Act(DISCARD, "Put away"),))
        case Stage.ENDED:
            return _ended(situation)


def _accepted(situation: Situation) -> Standing:
    yes = situation.referral.acceptance
    at = moment_words(yes.at, situation.now, situation.zone) if yes else ""
    title = f"{isolated(yes.name)}, {isolated(yes.role)}, said yes at {at}" if yes else "Accepted"
    names = [isolated(one.snapshot.name) for one in situation.siblings]
    several = len(names) > 1
    still = f"{' and '.join(names)} {'are' if several else 'is'} still open for this need." if names else ""
    settle = Act(SETTLE, "Close them: not selected" if several else "Close it: not selected") if names else None
    return Standing("handshake", "open", title, tuple(_facts(situation)), _next_acts(situation), still, settle)


def _facts(situation: Situation) -> Iterator[Line]:
    yes, now, zone = situation.referral.acceptance, situation.now, situation.zone
    left = situation.referral.departure
    if yes is not None:
        if situation.referral.bed_held_until is not None:
            yield _bed(situation.referral.bed_held_until, situation)
        if yes.arrival:
            yield Line("door-open", yes.arrival)
        if yes.met_by:
            yield Line("user-round", f"Meets the person: {isolated(yes.met_by)}")
    yield from _news(situation)
    yield Line("map-pin", _where(situation))
    if left is not None:
        by = f", {isolated(left.transport_by)}" if left.transport_by else ""
        arrived = situation.referral.business is BusinessStatus.ARRIVED
        words = "Arrived. Left at" if arrived else "On the way since"
        yield Line("car", f"{words} {moment_words(left.left_at, now, zone)}{by}")


def _news(situation: Situation) -> Iterator[Line]:
    news = situation.referral.news
    words = news_words(news, situation.now, situation.zone)
    if news is not None and words:
        yield Line(ICONS[news.business], words)


def _bed(until: datetime, situation: Situation) -> Line:
    """The hold of a bed, with how long it lasts yet; once it has passed it says so."""
    at, rest = moment_words(until, situation.now, situation.zone), until - situation.now
    if rest <= timedelta(0):
        return Line("triangle-alert", f"Bed was held until {at}: {span_words(-rest)} ago. Call and ask.", "danger")
    return Line("bed-double", f"Bed held until {at}: {span_words(rest)} left", "closing" if rest <= _SOON else "text2")


def _where(situation: Situation) -> str:
    taken = situation.snapshot
    if taken.confidential:
        return CONFIDENTIAL_WAY
    told = [part for part in (taken.address, taken.directions) if part.strip()]
    return " · ".join(told) or "Address not known"


def _next_acts(situation: Situation) -> tuple[Act, ...]:
    warm = situation.meter.met == len(situation.meter.marks)
    onward = Act(PLAN, "Make the plan", "file-text") if warm else Act(HANDOFF, "Finish the handoff", "heart-handshake")
    other = Act(HANDOFF, "Handoff", "heart-handshake") if warm else Act(PLAN, "Make the plan", "file-text")
    return (onward, *_way(situation), other, Act(MORE, "More…"))


def _way(situation: Situation) -> tuple[Act, ...]:
    referral = situation.referral
    if referral.status is not Status.IN_PROGRESS:
        return (Act("departure", "On the way", "car"),)
    return () if referral.business is BusinessStatus.ARRIVED else (Act("arrival", "Arrived", "map-pin"),)


def _held(situation: Situation) -> Standing:
    hold = situation.referral.hold
    today = situation.now.astimezone(situation.zone).date()
    lines = list(_news(situation))
    if hold is not None:
        lines.append(Line("hourglass", hold.reason))
        if hold.check_on is not None:
            late = hold.check_on < today
            words = f"{'Was to be looked at' if late else 'Look at it again'} {day_words(hold.check_on, today)}"
            lines.append(Line("calendar-clock", words, "closing" if hold.check_on <= today else "text2"))
    acts = (Act("resumption", "It goes on", "history"), Act("again", "Write down a call", "phone"), Act(MORE, "More…"))
    return Standing("pause", "closing", "On hold", tuple(lines), acts)


def _ended(situation: Situation) -> Standing:
    icon, title, words = _ending(situation)
    at = situation.referral.events[-1].at
    lines = [Line("info", words)] if words else []
    lines.append(Line("clock", moment_words(at, situation.now, situation.zone)))
    if situation.referral.status is Status.ENTERED_IN_ERROR:
        return Standing(icon, "danger", title, tuple(lines))
    return Standing(
        icon, "text2", title, tuple(lines), (Act(START_AGAIN, "Start again", "history"), Act(MORE, "More…"))
    )


def _ending(situation: Situation) -> tuple[str, str, str]:
    """Icon, title, and the words that were written."""
    name = isolated(situation.snapshot.name)
    match ending_of(situation.referral):
        case Rejection(_, words):
            return "ban", f"{name} said no", words
        case Cancellation(reason, words):
            return "circle-minus", f"Cancelled: {_small(CANCELLATIONS[reason])}", words
        case Failure(reason, words):
            return "circle-x", f"It did not come about: {_small(FAILURES[reason])}", words
        case Completion(source, began_on, outcome):
            today = situation.now.astimezone(situation.zone).date()
            on = f" Began {day_words(began_on, today)}." if began_on else ""
            return "circle-check", f"Completed: {_completed(outcome)}", f"Confirmed by {isolated(source)}.{on}"
        case Mistake(words):
            return "triangle-alert", "Entered in error", words
        case None:
            return "info", "Ended", ""


def _completed(outcome: CompletionOutcome) -> str:
    return _small(COMPLETIONS[outcome])


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
