"""Composes the referral handout (D-02): one to five places that may help, and no word on any person."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from navigator.city import City
from navigator.documents.blocks import (
    NO_PERSON,
    Block,
    CrisisBox,
    Document,
    Fact,
    Lead,
    Lifeline,
    Number,
    Place,
    Title,
)
from navigator.documents.calls import large_numbers, other_numbers
from navigator.documents.frame import footer, local_lines, marking
from navigator.documents.lines import drawable
from navigator.documents.right_now import right_now
from navigator.documents.sentences import stopped
from navigator.documents.who import for_whom
from navigator.documents.wording import Wording
from navigator.errors import BadInput
from navigator.resources.categories import Category
from navigator.resources.hours import phrase
from navigator.resources.model import Entry, Status

MOST = 5
VERSION = "1.0"
_REFUSED = {
    Status.CLOSED: "{name} is closed. Take it off the paper.",
    Status.DO_NOT_REFER: "{name} is marked “do not refer”. Take it off the paper.",
    Status.DUPLICATE: "{name} stands in the directory twice. Choose its other entry for the paper.",
}


def compose_handout(
    entries: Sequence[Entry],
    *,
    wording: Wording,
    categories: Mapping[str, Category],
    city: City,
    printed_at: datetime,
    staff: str,
    demo: bool,
) -> Document:
    """The handout's words. `printed_at` is aware; `staff` is cut to the first name (D-08).

    Refuses none, more than five, and entries that may not be offered (S-05).
    """
    _check(entries)
    now = printed_at.astimezone(city.zone)
    places = [_Writer(entry, wording, categories, city, now.date()).place() for entry in entries]
    invented = [entry.invented for entry in entries]
    title = wording.say("handout.title" if len(places) > 1 else "handout.title_of_one")
    blocks: list[Block] = [Title(title), Lead(wording.say("handout.lead")), *places, _crisis_box(wording, city)]
    return Document(
        job=wording.say("handout.name"),
        template=f"handout {VERSION}",
        about=NO_PERSON,
        language=wording.language,
        direction=wording.direction,
        blocks=tuple(blocks),
        footer=footer(wording.say("handout.name"), VERSION, wording, now, staff),
        marking=marking(wording, demo=demo, any_invented=any(invented), all_invented=all(invented)),
    )


def _check(entries: Sequence[Entry]) -> None:
    if not entries:
        raise BadInput("Choose at least one place for the paper.")
    if len(entries) > MOST:
        raise BadInput(f"A handout holds {MOST} places at most. You chose {len(entries)}: take some off.")
    for entry in entries:
        if entry.status in _REFUSED:
            raise BadInput(_REFUSED[entry.status].format(name=entry.name))
        if not drawable(entry.name):
            raise BadInput(f"The name “{entry.name}” has no letters that Navigator can print. Give that place another.")


def _crisis_box(wording: Wording, city: City) -> CrisisBox:
    """988 first, then the city's own lines; 911 is for the screen (S-11)."""
    national = Lifeline(wording.say("crisis.who"), wording.say("crisis.how"), wording.say("crisis.number"))
    return CrisisBox((national, *local_lines(wording, city)))


class _Writer:
    """Puts one entry into plain words, as of the day of printing."""

    def __init__(
        self, entry: Entry, wording: Wording, categories: Mapping[str, Category], city: City, today: date
    ) -> None:
        self._entry = entry
        self._wording = wording
        self._categories = categories
        self._city = city
        self._today = today

    def place(self) -> Place:
        numbers = large_numbers(self._entry, self._wording)
        call = ""
        if not numbers:
            help_line = self._city.information_line.number
            numbers = (Number(help_line),)
            call = self._wording.say("phone.none", number=help_line)
        return Place(self._entry.name, numbers, self._facts(), self._checked(), call)

    def _facts(self) -> tuple[Fact, ...]:
        rows = (
            ("label.what", self._what()),
            ("label.open", self._open()),
            ("label.now", right_now(self._entry, self._wording, self._today)),
            ("label.where", self._where()),
            ("label.for", for_whom(self._entry, self._wording, self._city.name)),
            ("label.bring", "" if self._entry.confidential else self._entry.bring),
            ("label.languages", self._languages()),
            ("label.note", "" if self._entry.confidential else self._entry.note),
            ("label.more", other_numbers(self._entry, self._wording)),
        )
        return tuple(Fact(self._wording.say(label), text) for label, text in rows if text)

    def _what(self) -> str:
        """The plain sentence of its first known kind of help; without one, the kind as published."""
        known = (self._categories[code].paper for code in self._entry.categories if code in self._categories)
        return next(known, self._entry.kind)

    def _open(self) -> str:
        entry = self._entry
        if entry.status is Status.TEMPORARILY_CLOSED:
            if entry.status_until is None or entry.status_until < self._today:
                return self._wording.say("open.closed")
            return self._wording.say("open.closed_until", day=self._wording.day(entry.status_until, self._today))
        hours = phrase(entry.hours)
        if entry.status is Status.SEASONAL:
            return f"{stopped(hours)} {self._wording.say('open.seasonal')}"
        return hours

    def _where(self) -> str:
        """Address and the way in. Of a confidential place nothing but whom to ask, whatever it holds (P-16)."""
        entry = self._entry
        if entry.confidential:
            return self._wording.say("place.confidential")
        if entry.address is None:
            return entry.directions
        line = entry.address.line
        if entry.address.city and entry.address.city != self._city.name:
            line = self._wording.say("place.elsewhere", line=line, city=entry.address.city)
        return f"{stopped(line)} {entry.directions}" if entry.directions else line

    def _languages(self) -> str:
        """Only where another language than that of the paper is spoken."""
        languages = self._entry.languages
        return self._wording.listed(languages) if set(languages) - {self._wording.name} else ""

    def _checked(self) -> str:
        """How fresh the entry is: checked, overdue, or never checked (S-06)."""
        entry = self._entry
        if entry.verified is None:
            return self._wording.say("checked.never")
        checked_on = entry.verified.at.astimezone(self._city.zone).date()
        if entry.due_on is None or entry.due_on < self._today:
            return self._wording.say("checked.overdue", month=self._wording.month(checked_on, self._today))
        return self._wording.say("checked.on", day=self._wording.day(checked_on, self._today))
