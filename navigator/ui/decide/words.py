"""What the screens call a request, where it stands, and by when somebody is owed an answer."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo

from navigator.referrals.request import Asks, PersonRequest, PoliceRequest, RequestState, SavedRequest
from navigator.referrals.request_law import RequestLaw
from navigator.resources import ages
from navigator.ui.clock_words import day_words, moment_words, span_words
from navigator.ui.theme.tokens import StateName

SOON = timedelta(days=7)
"""From here on an answer that is owed is shown as urgent."""
Facts = Sequence[tuple[str, str]]
"""Each with its label; what nobody told is left out before it is shown."""

_ASKS = {Asks.ACCESS: "Asks to see their record", Asks.AMENDMENT: "Asks to change their record"}
_STATES: dict[RequestState, tuple[StateName, str]] = {
    RequestState.WAITING: ("closing", "Waits"),
    RequestState.GRANTED: ("open", "Granted"),
    RequestState.REFUSED: ("closed", "Refused"),
    RequestState.TOLD: ("open", "Granted, told"),
}


def request_title(saved: SavedRequest) -> str:
    """ "Police: Officer Reed, Example Police", or what the person asks."""
    match saved.request:
        case PoliceRequest(requester=requester, agency=agency):
            return f"Police: {requester}, {agency}"
        case PersonRequest(asks=asks):
            return _ASKS[asks]


def request_state(saved: SavedRequest) -> tuple[StateName, str]:
    return _STATES[saved.state]


def due_words(due_on: date, today: date) -> tuple[str, str]:
    """Until when, and how long that is: "Due Dec 23" and "in 30 days"."""
    left = (due_on - today).days
    how_long = "today" if left == 0 else f"in {span_words(timedelta(days=left))}"
    late = f"{span_words(timedelta(days=-left))} overdue"
    return f"Due {ages.day(due_on, today)}", late if left < 0 else how_long


def due_state(due_on: date, today: date) -> tuple[StateName, str] | None:
    """A pill where the day is near or has passed."""
    if due_on < today:
        return "danger", "Overdue"
    return ("closing", "Due soon") if due_on - today <= SOON else None


def request_facts(saved: SavedRequest, law: RequestLaw, now: datetime, zone: tzinfo) -> Facts:
    """Everything that was written down of it, in the order it is read."""
    match saved.request:
        case PoliceRequest() as asked:
            facts = _police_facts(asked, law)
        case PersonRequest() as asked:
            facts = _person_facts(asked, saved, now.astimezone(zone).date())
    written = ("Written down", f"{moment_words(saved.made_at, now, zone)}, by {saved.author or 'somebody'}")
    return tuple((label, words) for label, words in (*facts, written) if words)


def verdict_words(saved: SavedRequest, now: datetime, zone: tzinfo) -> str:
    """Who decided, when, and in which words; "" while it waits."""
    verdict = saved.verdict
    if verdict is None:
        return ""
    did = "Granted" if verdict.granted else "Refused"
    said = f"{did} by {verdict.by}, {moment_words(verdict.at, now, zone)}."
    told = f" The police were told {moment_words(saved.told_at, now, zone)}." if saved.told_at else ""
    return f"{said} “{verdict.words}”{told}" if verdict.words else said + told


def _police_facts(asked: PoliceRequest, law: RequestLaw) -> Facts:
    return (
        ("Who asks", f"{asked.requester}, {asked.agency}"),
        ("On what ground", f"45 CFR {asked.paragraph}. {law.paragraphs[asked.paragraph].title}."),
        ("Document", asked.document),
        ("What may be told, and nothing else", "\n".join(asked.what)),
        ("What they say it is for", asked.words),
    )


def _person_facts(asked: PersonRequest, saved: SavedRequest, today: date) -> Facts:
    received = day_words(asked.received_on, today) if asked.received_on else ""
    due = day_words(saved.due_on, today) if saved.due_on else ""
    return (
        ("In their words", asked.words),
        ("Received", received[:1].upper() + received[1:]),
        ("Answer due", due[:1].upper() + due[1:]),
        ("Safe way to answer", asked.answer_to),
    )
