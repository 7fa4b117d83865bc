"""The words of the handoff screen: what is missing, the receiver, the safe contact, and how it is saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from navigator.referrals.calls import Call
from navigator.referrals.handoff import Handoff, Needed, SavedHandoff
from navigator.referrals.handoff_groups import Severity
from navigator.referrals.referral import Referral
from navigator.referrals.steps import Acceptance, CallAgain, Request
from navigator.referrals.visit import Interpreter, VisitFacts
from navigator.referrals.warmth import Criterion, Warmth
from navigator.ui.clock_words import moment_words, span_words
from navigator.ui.handoff.content import REASONS, TIMES, Content, time_of
from navigator.ui.handoff.labels import LABELS
from navigator.ui.handoff.record import Record
from navigator.ui.referrals.yes_number import number_words

TO_CALL = "call"
"""Stands for the way back to the call, where a field of the form would stand."""

FIELD_OF: Mapping[Needed | Criterion, str] = {
    Needed.ACCEPTOR: TO_CALL,
    Needed.PRESENT: "part",
    Needed.READ_BACK: "read_back_by",
    Needed.TRANSPORT: "transport_by",
    Needed.NEXT_CONTACT: "next_contact_at",
    Criterion.CONTACTED: TO_CALL,
    Criterion.ACCEPTED: TO_CALL,
    Criterion.PRESENT: "part",
    Criterion.READ_BACK: "read_back_by",
}
"""Where each missing thing is written."""

MISSING: Mapping[Needed, str] = {
    Needed.ACCEPTOR: "Who said yes",
    Needed.PRESENT: "Person at the call",
    Needed.READ_BACK: "Read-back",
    Needed.TRANSPORT: "Transport",
    Needed.NEXT_CONTACT: "Next contact due",
}
WHY_NOT: Mapping[Needed, str] = {
    Needed.ACCEPTOR: "Why nobody said yes by name",
    Needed.PRESENT: "Why the person took no part",
    Needed.READ_BACK: "Why nobody read it back",
    Needed.TRANSPORT: "Why there is no transport",
    Needed.NEXT_CONTACT: "Why there is no next contact",
}

SEVERITY: Mapping[Severity | None, str] = {
    None: "Illness severity. Say it first.",
    Severity.STABLE: "Stable: not likely to get worse tonight.",
    Severity.WATCHER: "Watcher: could get worse, look again soon.",
    Severity.UNSTABLE: "Unstable: in danger now, do not leave alone.",
}

ALL_FOUR = "Warm: all four are there."
NOBODY = "Nobody said yes yet."
CONFIDENTIAL = "Confidential. Call; they will tell you where to go."


@dataclass(frozen=True)
class Receiver:
    """Who takes the person: `place` on the left of its card, `said_yes` on the right."""

    name: str
    place: tuple[str, ...]
    said_yes: tuple[str, ...]
    number: str
    number_words: str


def receiver_of(record: Record, now: datetime, zone: tzinfo) -> Receiver:
    snapshot = record.snapshot
    where = CONFIDENTIAL if snapshot.confidential else snapshot.address
    calls = [contact.call.number for contact in record.referral.contacts if contact.call.number]
    dialled = calls[-1] if calls else snapshot.number
    yes = record.referral.acceptance
    return Receiver(
        name=snapshot.name,
        place=tuple(line for line in (where, f"Dialled {dialled}" if dialled else "") if line),
        said_yes=_acceptance(yes, record.referral.bed_held_until, now, zone) if yes else (),
        number=yes.number if yes else "",
        number_words=number_words(record.referral, yes) if yes else "",
    )


def _acceptance(yes: Acceptance, held_until: datetime | None, now: datetime, zone: tzinfo) -> tuple[str, ...]:
    lines = (
        f"\u2068{yes.name}\u2069, {yes.role}",
        f"Said yes {moment_words(yes.at, now, zone)}",
        bed_words(held_until, now, zone),
        f"At the door: {yes.arrival}" if yes.arrival.strip() else "",
        f"\u2068{yes.met_by}\u2069 meets the person" if yes.met_by.strip() else "",
    )
    return tuple(line for line in lines if line)


def bed_words(until: datetime | None, now: datetime, zone: tzinfo) -> str:
    """ "Bed held until 3:10 AM, 56 min left"."""
    if until is None:
        return ""
    if until <= now:
        return f"The bed was held until {moment_words(until, now, zone)}. That has passed"
    return f"Bed held until {moment_words(until, now, zone)}, {span_words(until - now)} left"


def call_lines(referral: Referral, now: datetime, zone: tzinfo) -> tuple[str, ...]:
    """Each call, the oldest first: when, how, what came of it, with whom."""
    return tuple(_call_line(contact.call, now, zone) for contact in referral.contacts)


def _call_line(call: Call, now: datetime, zone: tzinfo) -> str:
    who = ", ".join(part for part in (call.spoke_to.strip(), call.spoke_to_role.strip()) if part)
    told = (moment_words(call.began_at, now, zone), str(call.channel), str(call.outcome), who)
    return " · ".join(part for part in told if part)


def ground_words(referral: Referral) -> str:
    """On which grounds the person was named to the place in the calls (P-07)."""
    steps = (event.step for event in referral.events)
    grounds = (step.basis.kind.value for step in steps if isinstance(step, Request | CallAgain) and step.basis)
    found = ", ".join(dict.fromkeys(grounds))
    return f"Ground: {found}" if found else "No name was said in the calls"


def contact_words(facts: VisitFacts) -> str:
    """The safe way to reach the person, its conditions before the number (R-10)."""
    told = ("No voicemail" if facts.no_voicemail else "", facts.contact_words.strip(), facts.contact_number.strip())
    return " · ".join(part for part in told if part)


def language_words(facts: VisitFacts) -> str:
    interpreter = "" if facts.interpreter in (None, Interpreter.NOT_NEEDED) else f"interpreter {facts.interpreter}"
    return " · ".join(part for part in (facts.language.strip(), interpreter) if part)


def state_words(record: Record, handoff: Handoff, saved: str, *, is_saved: bool) -> str:
    """ "Not saved yet", or when it was `saved`, and that the handoff is warm by now (R-11)."""
    if not is_saved:
        return f"Not saved yet. {saved} before that" if saved else "Not saved yet"
    warm = record.meter(handoff).warmth is Warmth.WARM
    return f"{saved} · {ALL_FOUR}" if warm else saved


def typed_words(content: Content, zone: tzinfo) -> str:
    """What was typed as lines of words, each under what its field is called."""
    labels = {**LABELS, **{key: WHY_NOT[need] for key, need in REASONS.items()}}
    return "\n".join(f"{labels[key]}: {_told(key, content[key], zone)}" for key in labels if content.get(key))


def _told(key: str, text: str, zone: tzinfo) -> str:
    moment = time_of(text) if key in TIMES else None
    return text if moment is None else f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


def saved_words(saved: SavedHandoff, own_name: str, now: datetime, zone: tzinfo) -> str:
    """ "Saved 2:14 AM", with who it was when it was somebody else; "" before the first time."""
    if saved.saved_at is None:
        return ""
    by = "" if saved.saved_by in ("", own_name) else f" by \u2068{saved.saved_by}\u2069"
    return f"Saved {moment_words(saved.saved_at, now, zone)}{by}"
