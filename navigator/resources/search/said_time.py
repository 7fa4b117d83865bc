"""Days and times of day among the words of a query: when a door should be open."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from navigator.resources.search.answer import OpenAt
from navigator.resources.search.draft import Draft
from navigator.resources.vocabulary import When

TONIGHT = OpenAt("tonight", minute=20 * 60)
ALL_NIGHT = OpenAt("all night", minute=3 * 60)
"""A door that is open at three in the morning is open all night."""

_WEEKDAYS = tuple(When)[:7]
_AHEAD: Mapping[When, int] = {When.TODAY: 0, When.TOMORROW: 1}
_MINUTES: Mapping[When, int] = {
    When.MORNING: 10 * 60,
    When.NOON: 12 * 60,
    When.AFTERNOON: 14 * 60,
    When.EVENING: 19 * 60,
    When.NIGHT: 21 * 60,
}
_LATE = frozenset({When.EVENING, When.NIGHT})
_BEFORE_DAYS = frozenset({"on", "open", "this", "every", "next"})
_DAY = 24 * 60
_HALF_DAY = 12

_CLOCK = re.compile(
    r"(?<![\w.,$#:/-])(?:(after|past|until|till?|before|at)\s+|@\s*)?(\d{1,2})(?::([0-5]\d))?"
    r"\s*([ap])?(?:(?<=[ap])\.?m\b\.?)?(?![\w:/%+-]|[.,]\d)"
    r"(?!\s*(?:days?|weeks?|months?|years?|yrs?|y/?o|hours?|hrs?|min|miles?|mi|kids?|child|people|beds?|step|st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_LEADS = {"past": "after", "till": "until", "til": "until"}
_MORNING_HOURS = range(5, 12)


@dataclass(frozen=True)
class Moment:
    """Words of time from one token to another; `beside`: only beside another word of time are they one."""

    first: int
    last: int
    whens: tuple[When, ...]
    beside: bool = False


@dataclass(frozen=True)
class _Clock:
    minute: int
    words: str
    start: int
    end: int


def take_time(draft: Draft, moments: Sequence[Moment]) -> None:
    """One day, one time of it, or both. Of several days no one is chosen."""
    said = [moment for moment in moments if _is_said(draft, moment, moments)]
    days = {when for moment in said for when in moment.whens if when not in _MINUTES}
    parts = {when for moment in said for when in moment.whens if when in _MINUTES}
    clock = _clock(draft)
    if len(days) > 1 or len(parts) > 1 or not (days or clock) or (draft.asked.open_at and not clock):
        return
    _note(draft, said if days else [], clock, _open_at(next(iter(days), None), next(iter(parts), None), clock))


def _is_said(draft: Draft, moment: Moment, moments: Sequence[Moment]) -> bool:
    if not moment.beside or any(moment.first in (other.last + 1, other.first - 1) for other in moments):
        return True
    before = draft.tokens[moment.first - 1].word if moment.first else ""
    return before in _BEFORE_DAYS and moment.whens[0] not in _MINUTES


def _open_at(day: When | None, part: When | None, clock: _Clock | None) -> OpenAt:
    if day is When.TODAY and part in _LATE and not clock:
        return TONIGHT
    minute = clock.minute if clock else _MINUTES[part] if part else None
    time = clock.words if clock else f"at {_hour_words(_MINUTES[part])}" if part else ""
    return OpenAt(
        " ".join(filter(None, (day, time))),
        day=_WEEKDAYS.index(day) if day in _WEEKDAYS else None,
        ahead=_AHEAD.get(day, 0) if day else 0,
        minute=minute,
    )


def _note(draft: Draft, said: Sequence[Moment], clock: _Clock | None, open_at: OpenAt) -> None:
    draft.understood = [known for known in draft.understood if known.filter != f"Open {TONIGHT.words}"]
    draft.ask(open_at=open_at)
    places = {place for moment in said for place in range(moment.first, moment.last + 1)}
    draft.soft.update(places)
    starts, ends = {draft.tokens[place].start for place in places}, {draft.tokens[place].end for place in places}
    if clock:
        draft.gone.update(draft.covered(clock.start, clock.end))
        starts, ends = starts | {clock.start}, ends | {clock.end}
    draft.note_text(min(starts), max(ends), f"Open {open_at.words}")


def _clock(draft: Draft) -> _Clock | None:
    for match in _CLOCK.finditer(draft.text):
        covered = draft.covered(*match.span())
        if not covered or draft.in_name(covered[0], covered[-1]) or draft.is_denied(covered[0]):
            continue
        if clock := _read_clock(match):
            return clock
    return None


def _read_clock(match: re.Match[str]) -> _Clock | None:
    """A time of day; without "pm" only after words that can mean no other hour."""
    lead = (match[1] or "at").lower()
    lead, hour, past, half = _LEADS.get(lead, lead), int(match[2]), int(match[3] or 0), (match[4] or "").lower()
    if not 1 <= hour <= _HALF_DAY or not (half or (lead != "at" and hour < _HALF_DAY)):
        return None
    evening = half == "p" if half else not (lead == "before" and hour in _MORNING_HOURS)
    minute = hour % _HALF_DAY * 60 + past + (_DAY // 2 if evening else 0)
    words = f"{lead} {_hour_words(minute)}"
    if lead in ("until", "before"):
        minute = (minute - 1) % _DAY
    return _Clock(minute, words, match.start(), match.end())


def _hour_words(minute: int) -> str:
    hour, past = divmod(minute, 60)
    shown = f"{(hour - 1) % _HALF_DAY + 1}:{past:02}" if past else f"{(hour - 1) % _HALF_DAY + 1}"
    return f"{shown} {'PM' if hour >= _HALF_DAY else 'AM'}"
