"""What the detail pane says of one entry, line by line, as data: where, when, what to bring, who checked."""

from dataclasses import dataclass

from navigator.resources.ages import day
from navigator.resources.hours import lines as hours_lines
from navigator.resources.model import Capacity, Entry, Phone, PhoneKind, Status, Verification
from navigator.ui.find import remarks
from navigator.ui.find.result_row import Telling
from navigator.ui.theme.tokens import ColorRole

CALL_211 = "No number known. Call {number} and ask for it."


@dataclass(frozen=True)
class Particular:
    """One paragraph of the pane with its icon; `words` may hold several lines, and `carry` the icon's colour."""

    icon: str
    words: str
    tone: ColorRole = "text2"
    carry: bool = False


def place_and_time(
    entry: Entry, miles: float | None, *, asked: bool, reported: tuple[Particular, ...] = ()
) -> tuple[Particular, ...]:
    """Where to go and how to enter, when it is open, what to bring, languages, payment, and what else is noted.

    `reported` hours stand beside those that are listed (S-07).
    """
    told = (
        Particular("map-pin", _where(entry, miles, asked=asked)),
        Particular("clock", "\n".join(hours_lines(entry.hours)) or "Hours not known"),
        *reported,
        Particular("info", _labelled("Bring", entry.bring)),
        Particular("users-round", _labelled("Who, as published", entry.eligibility)),
        Particular("languages", _languages(entry)),
        Particular("wallet", _labelled("Payment", entry.payment)),
        Particular("file-text", _joined(entry.description, entry.note)),
        Particular("link", entry.url),
    )
    return tuple(particular for particular in told if particular.words)


def standing(entry: Entry, telling: Telling) -> Particular | None:
    """The status when it is more than plainly active, with its reason and end (S-05)."""
    if entry.status is Status.ACTIVE:
        return None
    words = str(entry.status).capitalize()
    if entry.status_until:
        words += f" until {day(entry.status_until, telling.today)}"
    if entry.status_reason:
        words += f": {entry.status_reason}"
    tone: ColorRole = "closing" if entry.status is Status.SEASONAL else "danger"
    return Particular("triangle-alert", words.rstrip(".") + ".", tone, carry=True)


def room(entry: Entry, telling: Telling) -> tuple[Particular, ...]:
    """Each count of beds with its whole, its restriction and who said so (S-04)."""
    return tuple(_room(capacity, telling) for capacity in entry.capacities if capacity.available is not None)


def trust(entry: Entry, telling: Telling) -> Particular:
    """Who made sure of it, when and how, and when it is due again; or where it was found (S-02, S-06)."""
    remark = remarks.checked(entry, telling.now, telling.zone)
    if entry.verified is None:
        return Particular(remark.icon, _found(entry), remark.tone)
    words = _check(entry.verified, telling)
    due = entry.due_on or entry.verified.next_due
    if due:
        over = " (overdue)" if due < telling.today else ""
        words += f"\nNext check due {day(due, telling.today)}{over}"
    return Particular(remark.icon, words, remark.tone)


def number_words(phone: Phone) -> str:
    """What a number is for, as published: "Intake desk. Answers day and night.", "Fax", "Text START"."""
    kind = "" if phone.kind is PhoneKind.VOICE else str(phone.kind)
    words = phone.words if kind.casefold() in phone.words.casefold() else f"{kind}. {phone.words}".rstrip(". ")
    return words[:1].upper() + words[1:]


def _where(entry: Entry, miles: float | None, *, asked: bool) -> str:
    if entry.confidential:
        return remarks.CONFIDENTIAL_WAY
    if entry.address is None:
        return _joined(_nowhere(entry), entry.directions)
    line = ", ".join(part for part in (entry.address.line, entry.address.postal_code) if part)
    if asked:
        line += f" · {remarks.distance(entry, miles, asked=True)}"
    return _joined(line, entry.directions)


def _nowhere(entry: Entry) -> str:
    if entry.national:
        return "Nationwide, by phone" if remarks.by_phone(entry) else "Nationwide"
    return "By phone: there is nowhere to go" if remarks.by_phone(entry) else "Address not known"


def _languages(entry: Entry) -> str:
    """As published where that names them all; else what is known, and what was published beside it."""
    published = entry.language_text.rstrip(".")
    if all(name in published for name in entry.languages):
        return published
    return ". ".join(part for part in (", ".join(entry.languages), published) if part)


def _check(check: Verification, telling: Telling) -> str:
    on = day(check.at.astimezone(telling.zone).date(), telling.today)
    by = f"Checked {on} by {check.by}" if check.by else f"Checked {on}"
    return ", ".join(part for part in (by, check.method, check.source) if part)


def _room(capacity: Capacity, telling: Telling) -> Particular:
    remark = remarks.room(capacity, telling.now)
    whole = f"Of {capacity.maximum} in all" if capacity.maximum else ""
    said = f"Said by {capacity.said_by}" if capacity.said_by else ""
    words = _joined(
        remark.words, ". ".join(part[:1].upper() + part[1:] for part in (whole, capacity.restriction, said) if part)
    )
    return Particular(remark.icon, words, remark.tone, carry=remark.tone == "closing")


def _found(entry: Entry) -> str:
    seen = f", seen {entry.seen}" if entry.seen else ""
    return _joined(f"From a public list{seen}. Not yet checked: call first.", _labelled("Source", entry.source))


def _labelled(label: str, words: str) -> str:
    return f"{label}: {words}" if words else ""


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
