"""One moment of a person's timeline in plain words: its icon, what happened, and what is known beside it."""

from collections.abc import Iterable

from navigator.city import City
from navigator.referrals.calls import Channel, Contact
from navigator.referrals.follow_up import Attempt, Reached
from navigator.referrals.moment import (
    About,
    Arrived,
    Asked,
    Called,
    HandedOver,
    Joined,
    Left,
    Moment,
    Moved,
    Planned,
    Printed,
)
from navigator.referrals.register import PaperState, Registered
from navigator.ui.isolated import isolated
from navigator.ui.people.step_words import step_words
from navigator.ui.people.told import Told
from navigator.ui.referrals.contact_words import OUTCOMES
from navigator.ui.referrals.forms.call_line import CHANNELS
from navigator.ui.visits.telling import where
from navigator.ui.visits.words import said

_REACHED = {
    Reached.PERSON: "spoke with the person",
    Reached.PROVIDER: "spoke with the place",
    Reached.NOBODY: "nobody was reached",
}


def told_of(moment: Moment, city: City) -> Told:
    """The moment with its place and with who did it."""
    about = _about(moment.about, city)
    beside = (isolated(moment.place) if moment.place else "", about.detail)
    return Told(about.icon, about.title, joined(beside), moment.by)


def joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def _about(about: About, city: City) -> Told:
    match about:
        case Arrived(visit):
            return Told("map-pin", "The team arrived", where(visit, city))
        case Left(visit):
            ended = joined(said(one) for one in (visit.ending.disposition, *visit.ending.also)) if visit.ending else ""
            return Told("door-open", "The visit ended", ended)
        case Called(contact):
            return _call(contact)
        case Moved(event):
            return step_words(event.step)
        case HandedOver(warmth, saves):
            return Told("clipboard-check", f"Handoff written down: {warmth}", _saves(saves))
        case Planned(steps, saves):
            return Told("clipboard-list", f"Plan made, {_counted(steps, 'step')}", _saves(saves))
        case Printed(paper):
            return _paper(paper)
        case Asked(attempt, number):
            return _attempt(attempt, number)
        case Joined(merge):
            return Told("users-round", "Two records found to be one person", isolated(merge.other.called))


def _call(contact: Contact) -> Told:
    call = contact.call
    icon, title = OUTCOMES[call.outcome]
    how = "" if call.channel is Channel.PHONE else CHANNELS[call.channel]
    return Told(icon, title, joined((how, call.spoke_to.strip(), call.words.strip())))


def _attempt(attempt: Attempt, number: int) -> Told:
    title = f"Follow-up {number}: {_REACHED[attempt.reached]}"
    return Told("message-square", title, joined((attempt.told_by.strip(), attempt.words.strip())))


def _paper(line: Registered) -> Told:
    paper = line.paper
    icon, done = ("printer", "printed") if paper.outlet == "printer" else ("save", "saved as a file")
    what = "Plan" if "plan" in paper.template else "Paper"
    sure = "" if line.state is PaperState.RELEASED else "It is not known whether it came out."
    whose = "The person's own copy" if paper.own_copy else "For somebody else"
    return Told(icon, f"{what} {done}, {_counted(paper.pages, 'page')}", joined((whose, sure)))


def _saves(saves: int) -> str:
    return f"saved {saves} times" if saves > 1 else ""


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
