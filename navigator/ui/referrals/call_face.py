"""Fills the call screen from a situation: whom to call, what to say, what has changed, who is next."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from navigator.crisis import CrisisLine
from navigator.referrals.referral import Referral
from navigator.referrals.snapshot import Line
from navigator.resources.categories import Category
from navigator.ui.clock_words import moment_words
from navigator.ui.isolated import isolated
from navigator.ui.referrals.age import age_of
from navigator.ui.referrals.closed_words import closed_words
from navigator.ui.referrals.news_words import news_words
from navigator.ui.referrals.number_head import purpose
from navigator.ui.referrals.promise_words import awaits_callback, promise_words
from navigator.ui.referrals.script import Script, script
from navigator.ui.referrals.situation import Situation, Stage
from navigator.ui.referrals.state_words import state_words
from navigator.ui.referrals.tabs import Tab
from navigator.ui.referrals.yes_number import number_words

_EVENING, _MORNING = 17, 6


def tabs_of(situation: Situation, *, calling: bool) -> tuple[Tab, ...]:
    """One tab for each referral of the visit, as it stands."""
    shown = situation.referral.id
    return tuple(
        Tab(one.id, one.snapshot.name, state_words(one, calling=calling and one.id == shown), _is_struck(one))
        for one in situation.family
    )


def title_of(situation: Situation, dialled: Line) -> str:
    """ "Call Harbor Withdrawal Unit, intake desk"."""
    name = isolated(situation.snapshot.name)
    words = purpose(dialled.words)
    if situation.stage is Stage.CALLING and dialled.number:
        return f"Call {name}, {words[:1].lower()}{words[1:]}" if words else f"Call {name}"
    return name


def first_line(situation: Situation) -> Line:
    """The number to dial: the direct one of who said yes, else the first that was known."""
    yes = situation.referral.acceptance
    if yes is not None and situation.stage in (Stage.ACCEPTED, Stage.HELD):
        return Line(yes.number, number_words(situation.referral, yes))
    lines = situation.snapshot.lines
    return lines[0] if lines else Line("")


def other_lines(situation: Situation, dialled: Line) -> tuple[Line, ...]:
    return tuple(one for one in situation.snapshot.lines if one.number != dialled.number)


def note_of(situation: Situation, dialled: Line, information: CrisisLine) -> str:
    """The lines under the number: that the place is closed, whose number it is, what to do without one."""
    living = situation.stage in (Stage.CALLING, Stage.ACCEPTED, Stage.HELD)
    words = dialled.words if situation.stage in (Stage.ACCEPTED, Stage.HELD) else ""
    if not dialled.number:
        words = _without_number(situation, information)
    closed = closed_words(situation) if living else ""
    calling = situation.stage is Stage.CALLING
    told = news_words(situation.referral.news, situation.now, situation.zone) if calling else ""
    return "\n".join(part for part in (closed, words, told) if part)


def script_of(situation: Situation, categories: Mapping[str, Category]) -> Script:
    hour = situation.now.astimezone(situation.zone).hour
    night = hour >= _EVENING or hour < _MORNING
    today = situation.now.astimezone(situation.zone).date()
    age = age_of(situation.visit.person.identity, today)
    need = categories.get(situation.referral.need)
    return script(situation.visit.facts, need, situation.snapshot, night=night, age=age)


def next_words(one: Referral, now: datetime, zone: tzinfo) -> str:
    """The line under "Next: …": its number, and what came of the call before."""
    last = one.last_contact
    if last is None:
        told = "not called yet"
    elif awaits_callback(one):
        told = promise_words(last.call, now, zone)
    else:
        told = f"{state_words(one)} at {moment_words(last.call.began_at, now, zone)}"
    return f"{one.snapshot.number or 'No number known'} · {told}"


def _without_number(situation: Situation, information: CrisisLine) -> str:
    """Whom to ask for it: the information line, or those who run the place."""
    run_by = situation.snapshot.organization.strip()
    other = run_by if run_by and run_by != situation.snapshot.name else ""
    also = f", or look for {isolated(other)}, which runs it" if other else ""
    return f"No number known. Call {information.number} ({information.label}) and ask for it{also}."


def _is_struck(referral: Referral) -> bool:
    return state_words(referral) == "entered in error"
