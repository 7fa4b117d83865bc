"""Fills the call screen from a situation: whom to call, what to say, what has changed, who is next."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from navigator.referrals.referral import Referral
from navigator.referrals.snapshot import Line
from navigator.resources.categories import Category
from navigator.ui.clock_words import moment_words
from navigator.ui.referrals.number_head import purpose
from navigator.ui.referrals.script import Script, script
from navigator.ui.referrals.situation import Situation, Stage
from navigator.ui.referrals.state_words import isolated, state_words
from navigator.ui.referrals.tabs import Tab

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
    if situation.stage is Stage.CALLING:
        return f"Call {name}, {words[:1].lower()}{words[1:]}" if words else f"Call {name}"
    return name


def first_line(situation: Situation) -> Line:
    """The number to dial: the direct one of who said yes, else the first that was known."""
    yes = situation.referral.acceptance
    if yes is not None and situation.stage in (Stage.ACCEPTED, Stage.HELD):
        return Line(yes.number, f"Direct number of {isolated(yes.name)}, {isolated(yes.role)}")
    lines = situation.snapshot.lines
    return lines[0] if lines else Line("")


def other_lines(situation: Situation, dialled: Line) -> tuple[Line, ...]:
    return tuple(one for one in situation.snapshot.lines if one.number != dialled.number)


def note_of(situation: Situation, dialled: Line, information_number: str) -> str:
    """The line under the number: whose it is, or what to do without one."""
    if not dialled.number:
        return f"No number known. Call {information_number} and ask for it."
    if situation.stage in (Stage.ACCEPTED, Stage.HELD):
        return dialled.words
    return ""


def script_of(situation: Situation, categories: Mapping[str, Category]) -> Script:
    hour = situation.now.astimezone(situation.zone).hour
    night = hour >= _EVENING or hour < _MORNING
    return script(situation.visit.facts, categories.get(situation.referral.need), situation.snapshot, night=night)


def next_words(one: Referral, now: datetime, zone: tzinfo) -> str:
    """The line under "Next: …": its number, and what came of the call before."""
    last = one.last_contact
    told = f"{state_words(one)} at {moment_words(last.call.began_at, now, zone)}" if last else "not called yet"
    return " · ".join(part for part in (one.snapshot.number or "No number known", told) if part)


def _is_struck(referral: Referral) -> bool:
    return state_words(referral) == "entered in error"
