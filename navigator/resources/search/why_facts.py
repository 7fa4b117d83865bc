"""The sentences of "Why this one" about facts: what fits the person, and what moved the entry up or down."""

from collections.abc import Iterator
from datetime import timedelta

from navigator.resources.ages import counted, dated, long, plural
from navigator.resources.hours import OpenState
from navigator.resources.model import Capacity, Entry, Fact, Status
from navigator.resources.search.fit_words import Told, best_told, told
from navigator.resources.search.taken import PEOPLE, SHUT, fact_sign
from navigator.resources.search.tristates import NO, UNKNOWN, YES
from navigator.resources.search.usable import CAPACITY_MINUTES, SOON
from navigator.resources.search.wanted import Wanted

_OPEN = {YES: "Open now.", NO: "Closed now.", UNKNOWN: "Hours not known."}
_BESIDE = 0.1
_INDIRECT = {Fact.REFERRAL_ONLY: "By referral only", Fact.COORDINATED_ENTRY_ONLY: "Through city intake only"}
_TAKEN = frozenset(PEOPLE.values())
_FRESH_DAYS = 90


def fact_reasons(
    entry: Entry, wanted: Wanted, open_sign: int, miles: float | None, state: OpenState | None = None
) -> Iterator[str]:
    """`open_sign` is that of now; `state` says until or from when."""
    yield from _about_status(entry)
    yield from (sentence for one in best_told(told(entry, wanted)) for sentence in _about_person(one))
    yield _about_hours(wanted, open_sign, state)
    yield from _about_place(entry, wanted, miles)
    yield from (f"{words}: that moved it down." for fact, words in _INDIRECT.items() if fact_sign(entry, fact) == YES)
    yield from _about_room(entry, wanted)
    yield from _about_check(entry, wanted)
    if not entry.phones:
        yield "No number is known: that moved it down."


def _about_status(entry: Entry) -> Iterator[str]:
    if entry.status is Status.DO_NOT_REFER:
        reason = f": {entry.status_reason}" if entry.status_reason else ""
        yield f"Do not refer{reason}. That moved it down."
    elif entry.status in SHUT:
        yield f"{SHUT[entry.status]}: that moved it last."


def _about_person(one: Told) -> Iterator[str]:
    if one.sign == UNKNOWN:
        yield f"Ask: {one.ask}."
    elif one.yes in _TAKEN:
        yield f"Takes {one.yes}." if one.sign == YES else f"Does not take {one.yes}."
    elif one.sign == YES:
        yield f"{_upper(one.yes)}: yes."
    else:
        yield f"{_upper(one.yes)}: no."


def _about_hours(wanted: Wanted, open_sign: int, state: OpenState | None) -> str:
    if state is None or open_sign == UNKNOWN:
        return _OPEN[open_sign]
    if open_sign == NO and state.changes_at and state.changes_at - wanted.at <= timedelta(minutes=SOON):
        return f"{state.words}: that moved it up."
    opens = f" {state.words}." if open_sign == NO and state.changes_at else ""
    return f"{_OPEN[open_sign]}{opens}"


def _about_place(entry: Entry, wanted: Wanted, miles: float | None) -> Iterator[str]:
    if wanted.near is None:
        return
    if miles is not None:
        code = wanted.near.code
        yield f"{miles:.1f} miles from {code}." if miles >= _BESIDE else f"{'At' if wanted.exact else 'In'} {code}."
    elif entry.confidential:
        yield "Distance not shown: the address is confidential."
    elif not entry.national:
        yield "Distance not known."


def _about_room(entry: Entry, wanted: Wanted) -> Iterator[str]:
    """The newest count, which moves the entry only while it is not old (S-04)."""
    known = [one for one in entry.capacities if one.available is not None]
    if not known:
        return
    newest = max(known, key=lambda one: (one.as_of, one.available or 0))
    minutes = int((wanted.at - newest.as_of) / timedelta(minutes=1))
    room = f"{_free(newest)}, {_since(minutes)}"
    if minutes > CAPACITY_MINUTES:
        yield f"{room}: too old to count."
    else:
        yield f"{room}: that moved it {'up' if newest.available else 'down'}."


def _free(told: Capacity) -> str:
    unit = told.unit or "place"
    return counted(told.available, unit) if told.available else f"No {plural(unit)}"


def _since(minutes: int) -> str:
    if minutes < 1:
        return "just now"
    if minutes < 120:
        return f"{counted(minutes, 'minute')} ago"
    return f"{minutes // 60} hours ago" if minutes < 48 * 60 else f"{long(minutes // (24 * 60))} ago"


def _about_check(entry: Entry, wanted: Wanted) -> Iterator[str]:
    """S-06."""
    if entry.verified is None:
        yield "Not yet checked."
        return
    on = entry.verified.at.astimezone(wanted.zone).date()
    days = (wanted.today - on).days
    if entry.due_on is None or entry.due_on <= wanted.today:
        yield f"Last checked {dated(on)}. A new check is due: that moved it down."
    elif days <= _FRESH_DAYS:
        yield "Checked today: that moved it up." if days <= 0 else f"Checked {long(days)} ago: that moved it up."
    else:
        yield f"Checked {long(days)} ago."


def _upper(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
