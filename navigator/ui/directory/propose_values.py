"""What a clinician's report changes, as values of fields, and what stands in the way of sending it (S-07)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from navigator.resources.field_values import hours_value, phones_value
from navigator.resources.fields import Record, Value, Values, values_of
from navigator.resources.hours_text import read_hours_text
from navigator.resources.model import Entry, HoursKind, Phone, Status
from navigator.ui.directory.phone_reading import read_phone
from navigator.ui.widgets.day_reading import read_day


class What(StrEnum):
    """What is wrong, as one chooses it; the value is said."""

    PHONE = "Phone"
    HOURS = "Hours"
    CLOSED = "Closed"
    WHO = "Who they take"
    ADDRESS = "Address"
    OTHER = "Other"


class Closed(StrEnum):
    FOR_GOOD = "For good"
    FOR_A_TIME = "For a time"


FIELDS: Mapping[What, tuple[str, ...]] = {
    What.PHONE: ("phones",),
    What.HOURS: ("hours",),
    What.CLOSED: ("status", "status_until"),
    What.WHO: ("eligibility",),
    What.ADDRESS: ("address",),
    What.OTHER: (),
}
NOTHING_SAID = "Write what is so now, or in your own words what is wrong."
NO_DAY = "This is no day. Write tomorrow, tue or 11/25, or leave it empty."
NO_ZIP = "A ZIP has five digits."


@dataclass(frozen=True)
class Typed:
    """What was typed about one kind. `place` is which of the numbers is wrong; `more` the second line: ZIP or day."""

    what: What
    new: str = ""
    more: str = ""
    place: int = 0
    closed: Closed = Closed.FOR_GOOD
    words: str = ""

    @property
    def is_written(self) -> bool:
        return bool(self.new.strip() or self.more.strip())


def whats(entry: Entry) -> tuple[What, ...]:
    """What may be reported of it: a secret place has no address (S-13)."""
    return tuple(what for what in What if what is not What.ADDRESS or not entry.confidential)


def first_trouble(parts: Sequence[Typed], today: date) -> tuple[What, str]:
    """The first kind that cannot be sent as it is typed, with the sentence, or "". The kind in front may be empty."""
    for one in parts:
        trouble = trouble_of(one, today)
        if trouble and not (trouble == NOTHING_SAID and len(parts) > 1):
            return one.what, trouble
    return parts[0].what, ""


def together(parts: Sequence[Typed]) -> tuple[What, ...]:
    """The kinds that go into one report: to have chosen "Closed" says that it is."""
    return tuple(what for what in What if any(one.what is what and _counts(one, parts) for one in parts))


def _counts(one: Typed, parts: Sequence[Typed]) -> bool:
    return one.is_written or one.what is What.CLOSED or one is not parts[0]


def all_proposed(entry: Entry, parts: Sequence[Typed], today: date) -> Values:
    """The values of every kind together."""
    return {key: value for one in parts for key, value in proposed(entry, one, today).items()}


def trouble_of(typed: Typed, today: date) -> str:
    """The sentence under the new value, or ""."""
    new, more = typed.new.strip(), typed.more.strip()
    if typed.what is What.PHONE and new:
        return read_phone(new).trouble
    if typed.what is What.CLOSED:
        return NO_DAY if more and read_day(more, today) is None else ""
    if typed.what is What.ADDRESS and more and not (len(more) == 5 and more.isascii() and more.isdigit()):
        return NO_ZIP
    return "" if new or more or typed.words.strip() else NOTHING_SAID


def proposed(entry: Entry, typed: Typed, today: date) -> Values:
    """The values that are proposed; none where words alone say what is wrong."""
    new = typed.new.strip()
    if typed.what is What.CLOSED:
        return _closed(typed, today)
    if typed.what is What.PHONE and new:
        return {"phones": _phones(entry, typed)}
    if typed.what is What.HOURS and new:
        return {"hours": _hours(new)}
    if typed.what is What.WHO and new:
        return {"eligibility": new}
    if typed.what is What.ADDRESS and (new or typed.more.strip()):
        return {"address": _address(entry, typed)}
    return {}


def saw(entry: Entry, values: Values) -> dict[str, Value]:
    """The same fields as they stand on the screen."""
    shown = values_of(Record(entry))
    return {key: shown.get(key) for key in values}


def _phones(entry: Entry, typed: Typed) -> Value:
    read = read_phone(typed.new)
    phones = list(entry.phones)
    if typed.place < len(phones):
        phones[typed.place] = replace(phones[typed.place], number=read.number, extension=read.extension)
    else:
        phones.append(Phone(read.number, extension=read.extension))
    return phones_value(phones)


def _hours(new: str) -> Value:
    return hours_value(read_hours_text(new, HoursKind.UNKNOWN).hours)


def _closed(typed: Typed, today: date) -> Values:
    if typed.closed is Closed.FOR_GOOD:
        return {"status": Status.CLOSED.value}
    until = read_day(typed.more, today)
    return {"status": Status.TEMPORARILY_CLOSED.value} | ({"status_until": until.isoformat()} if until else {})


def _address(entry: Entry, typed: Typed) -> Value:
    """Another street of the same town, unless a ZIP says more."""
    known = entry.address
    line = typed.new.strip() or (known.line if known else "")
    parts = {"line": line, "city": known.city if known else "", "state": known.state if known else ""}
    parts["postal_code"] = typed.more.strip() or (known.postal_code if known else "")
    return {key: text for key, text in parts.items() if text}
