"""What to ask on the telephone when a record is checked: from what is known of it, and from what is old."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from navigator.resources.ages import ago, plural
from navigator.resources.field_values import phones_value
from navigator.resources.field_words import words_of
from navigator.resources.fields import label_of
from navigator.resources.hours import lines as hours_lines
from navigator.resources.model import Entry, Fact, Phone, Status, Tri
from navigator.resources.stewardship.marks import How, Mark
from navigator.ui.clock_words import day_words
from navigator.ui.find import remarks

NOT_KNOWN = "Not known."
BEDS = "Beds"
_WHO = (
    *(Fact.MEN, Fact.WOMEN, Fact.TRANS, Fact.FAMILIES, Fact.COUPLES, Fact.YOUTH, Fact.ADULTS, Fact.OLDER_ADULTS),
    *(Fact.VETERANS_ONLY, Fact.RESIDENTS_ONLY, Fact.SOBRIETY_REQUIRED, Fact.INVOLUNTARY),
)
_WAY = (
    *(Fact.WALK_IN, Fact.CALL_FIRST, Fact.REFERRAL_ONLY, Fact.COORDINATED_ENTRY_ONLY, Fact.POLICE_DROP_OFF),
    *(Fact.ID_NEEDED, Fact.PETS, Fact.WHEELCHAIR),
)


@dataclass(frozen=True)
class Question:
    """`known` is what the record says, `vouched` who said so last; `is_old`: this is what the check is about."""

    ask: str
    known: str
    vouched: str
    is_old: bool
    counts_room: bool = False


@dataclass(frozen=True)
class Now:
    at: datetime
    zone: tzinfo


def opening(name: str) -> str:
    """What to say first."""
    who = name.rstrip(".")
    return f"This is {who}. I keep the list of help that crisis teams use. May I check what it says about you?"


def questions(
    entry: Entry, confirmed: Mapping[str, Mark], look_at: Collection[str], unit: str, now: Now
) -> tuple[Question, ...]:
    """In the order of a talk. A confidential entry is not asked where it is (S-13)."""
    return tuple(
        Question(ask, known or NOT_KNOWN, _vouched(keys, confirmed, now.at), _is_old(keys, look_at), counts)
        for ask, known, keys, counts in _asked(entry, unit, now)
    )


def _asked(entry: Entry, unit: str, now: Now) -> Iterator[tuple[str, str, tuple[str, ...], bool]]:
    standing = _standing(entry, now)
    if standing:
        yield "Is this still so?", standing, ("status",), False
    yield "Is this the right number to call?", "\n".join(map(_phone, entry.phones)), ("phones",), False
    yield "When are you open, and when do you take new people?", "\n".join(hours_lines(entry.hours)), ("hours",), False
    yield "Whom do you take?", _who(entry), ("eligibility", *_keys(_WHO)), False
    yield "How does a person get in?", _way_in(entry), ("directions", *_keys(_WAY)), False
    if unit:
        room = remarks.beds(entry, unit, now.at)
        yield f"How many {plural(unit)} are free now?", room.words if room else "", (BEDS,), True
    if entry.address is not None:
        yield "Is this the address?", "\n".join(words_of("address", _address(entry))), ("address",), False


def _phone(phone: Phone) -> str:
    return words_of("phones", phones_value([phone]))[0]


def _address(entry: Entry) -> Mapping[str, str]:
    return vars(entry.address) if entry.address else {}


def _who(entry: Entry) -> str:
    ages = _ages(entry)
    told = [entry.eligibility, ages, _facts(entry, _WHO)]
    return "\n".join(part for part in told if part)


def _ages(entry: Entry) -> str:
    youngest, oldest = entry.minimum_age, entry.maximum_age
    if youngest is not None and oldest is not None:
        return f"{youngest} to {oldest} years"
    if youngest is not None:
        return f"From {youngest} years"
    return f"Up to {oldest} years" if oldest is not None else ""


def _way_in(entry: Entry) -> str:
    return "\n".join(part for part in (_facts(entry, _WAY), entry.directions) if part)


def _facts(entry: Entry, facts: Collection[Fact]) -> str:
    """ "Takes men, takes women; not: pets welcome". What is unknown is not said to be "no" (S-02)."""
    yes = ", ".join(fact.value for fact in facts if entry.fact(fact) is Tri.YES)
    no = ", ".join(fact.value for fact in facts if entry.fact(fact) is Tri.NO)
    words = "; ".join(part for part in (yes, f"not: {no}" if no else "") if part)
    return words[:1].upper() + words[1:]


def _standing(entry: Entry, now: Now) -> str:
    today = now.at.astimezone(now.zone).date()
    told = [alert.words for alert in entry.alerts if alert.ends is None or alert.ends >= today]
    if entry.status is not Status.ACTIVE:
        until = f" until {day_words(entry.status_until, today)}" if entry.status_until else ""
        reason = f": {entry.status_reason}" if entry.status_reason else ""
        told.insert(0, f"{entry.status.value.capitalize()}{until}{reason}")
    return "\n".join(told)


def _keys(facts: Collection[Fact]) -> tuple[str, ...]:
    return tuple(f"fact:{fact.value}" for fact in facts)


def _vouched(keys: Collection[str], confirmed: Mapping[str, Mark], now: datetime) -> str:
    marks = [confirmed[key] for key in keys if key in confirmed]
    newest = max(marks, key=lambda mark: mark.at, default=None)
    if newest is None:
        return ""
    how = "Confirmed" if newest.how is How.VERIFIED else "Edited, not confirmed"
    return f"{how} {ago(newest.at, now)} by {newest.by}"


def _is_old(keys: Collection[str], look_at: Collection[str]) -> bool:
    named = {label.casefold() for label in look_at}
    return any((BEDS if key == BEDS else label_of(key)).casefold() in named for key in keys)
