"""What a row says about beds, checks, distance and the way in: short, never guessed, never 0 for unknown."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from navigator.resources.ages import ago, counted, long, plural
from navigator.resources.model import Capacity, Entry, Fact, HoursKind, PhoneKind, Tri
from navigator.ui.theme.tokens import ColorRole

OLD_CAPACITY = timedelta(hours=4)
"""From this age on a count of beds is shown as old (S-04)."""

LONG_OVERDUE_DAYS = 60
"""A check overdue for longer than this is told as "Unchecked 14 months" (S-06)."""

SAME_ZIP_MILES = 0.05
CONFIDENTIAL_WAY = "Call; they will tell you where to go."
NO_NUMBER = "No number known"


@dataclass(frozen=True)
class Remark:
    """Words with an icon and a colour, e.g. a seal and "Checked 12 days ago"; never told by the colour alone."""

    words: str
    icon: str
    tone: ColorRole = "text2"


def beds(entry: Entry, unit: str, now: datetime) -> Remark | None:
    """The newest count of beds "as of"; None where none are counted (`unit` is "") (S-04)."""
    newest = max(entry.capacities, key=lambda capacity: capacity.as_of, default=None)
    if newest is not None and newest.available is not None:
        return room(newest, now)
    unit = newest.unit if newest else unit
    if by_phone(entry):
        return None
    return Remark(f"{plural(unit).capitalize()} not known", "bed-double") if unit else None


def room(capacity: Capacity, now: datetime) -> Remark:
    """One count: "3 beds · 20 min ago", or in the closing colour "4 chairs · 6 h ago, old"."""
    if capacity.available is None:
        return Remark(f"{plural(capacity.unit).capitalize()} not known", "bed-double")
    free = counted(capacity.available, capacity.unit) if capacity.available else f"No {plural(capacity.unit)}"
    words = f"{free} · {ago(capacity.as_of, now)}"
    if now - capacity.as_of > OLD_CAPACITY:
        return Remark(f"{words}, old", "bed-double", "closing")
    return Remark(words, "bed-double")


def checked(entry: Entry, now: datetime, zone: ZoneInfo) -> Remark:
    """When somebody last made sure, or that nobody has (S-02, S-06)."""
    if entry.verified is None:
        return Remark("Not yet checked: call first", "circle-question-mark", "unknown")
    today = now.astimezone(zone).date()
    age = (today - entry.verified.at.astimezone(zone).date()).days
    due = entry.due_on or entry.verified.next_due
    overdue = (today - due).days if due else 0
    if overdue > LONG_OVERDUE_DAYS:
        return Remark(f"Unchecked {long(age)}", "triangle-alert", "danger")
    if overdue > 0:
        return Remark(f"Check due {long(overdue)} ago", "clock", "closing")
    return Remark("Checked today" if age <= 0 else f"Checked {long(age)} ago", "badge-check")


def distance(entry: Entry, miles: float | None, *, asked: bool, about: bool = True) -> str:
    """How far from the place that was `asked`; without one, where it is. `about`: one end is the centre of a ZIP."""
    if miles is not None:
        if about:
            return "Same ZIP" if miles < SAME_ZIP_MILES else f"about {miles:.1f}\u00a0mi"
        return f"{miles:.1f}\u00a0mi"
    if entry.confidential:
        return "Distance not shown" if asked else "Address not shown"
    if entry.national:
        return "Nationwide"
    if by_phone(entry):
        return "By phone"
    if asked:
        return "Distance not known"
    if entry.address is None:
        return "Address not known"
    return entry.address.postal_code or "ZIP not known"


def way_in(entry: Entry) -> str:
    """How a person gets in, the strictest known condition first (S-02)."""
    for fact, words in _WAYS_IN:
        if entry.fact(fact) is Tri.YES:
            return words
    return "Just call" if by_phone(entry) else "Way in not known"


def by_phone(entry: Entry) -> bool:
    """Whether there is nowhere to go: a telephone line and nothing else."""
    kinds = {hours.kind for hours in entry.hours}
    return entry.address is None and not entry.confidential and kinds == {HoursKind.PHONE}


_WAYS_IN = (
    (Fact.COORDINATED_ENTRY_ONLY, "City intake only"),
    (Fact.REFERRAL_ONLY, "By referral only"),
    (Fact.CALL_FIRST, "Call first"),
    (Fact.WALK_IN, "Walk in"),
    (Fact.POLICE_DROP_OFF, "Police drop-off"),
)


def number(entry: Entry) -> str:
    """The number to dial, whole, with its extension; "" when none is known."""
    voice = entry.first_phone
    if voice is not None:
        return f"{voice.number} x{voice.extension}" if voice.extension else voice.number
    text = next((phone for phone in entry.phones if phone.kind is PhoneKind.TEXT), None)
    return f"Text {text.number}" if text else ""
