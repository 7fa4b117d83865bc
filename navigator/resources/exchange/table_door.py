"""Makes a door of each row of a table, column by column as the mapping says."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from hashlib import blake2b

from navigator.resources.exchange import said
from navigator.resources.exchange.dates import day_of
from navigator.resources.exchange.door import Door, Surroundings
from navigator.resources.exchange.hidden import says_secret
from navigator.resources.exchange.incoming import Incoming, Problem
from navigator.resources.exchange.mapping import ColumnMapping
from navigator.resources.exchange.plain import is_nothing
from navigator.resources.exchange.sheet import Row, Sheet
from navigator.resources.exchange.table_hours import TableHours
from navigator.resources.exchange.table_place import stand
from navigator.resources.exchange.targets import FACT, OTHER
from navigator.resources.model import Fact, HoursKind, PhoneKind, Status, Tri

_YES, _NO = frozenset(("yes", "y", "true", "x", "1")), frozenset(("no", "n", "false", "0"))
_STATUSES = {
    **dict.fromkeys(("active", "open", "current"), Status.ACTIVE),
    **dict.fromkeys(("inactive", "closed", "permanently closed", "defunct"), Status.CLOSED),
    **dict.fromkeys(("temporarily closed", "closed temporarily"), Status.TEMPORARILY_CLOSED),
    "seasonal": Status.SEASONAL,
}
_PEOPLE = {
    "men": Fact.MEN,
    "women": Fact.WOMEN,
    "families": Fact.FAMILIES,
    "couples": Fact.COUPLES,
    "children": Fact.YOUTH,
    "youth": Fact.YOUTH,
    "adults": Fact.ADULTS,
    "seniors": Fact.OLDER_ADULTS,
    "older adults": Fact.OLDER_ADULTS,
}
_PLACES = ("address", "directions", "area", "latlon")
_PLACE_WORD = re.compile(r"address|location|street", re.IGNORECASE)
_TEXTS = ("organization", "kind", "description", "directions", "eligibility", "payment", "bring", "note", "area")
_PHONES = {
    "hotline": (PhoneKind.VOICE, "Hotline"),
    "phone": (PhoneKind.VOICE, ""),
    "text_line": (PhoneKind.TEXT, ""),
    "tty": (PhoneKind.TTY, ""),
    "fax": (PhoneKind.FAX, ""),
}
_HOURS = {
    "hours": HoursKind.UNKNOWN,
    "hours.intake": HoursKind.INTAKE,
    "hours.walk_in": HoursKind.WALK_IN,
    "hours.phone": HoursKind.PHONE,
}


class TableDoors:
    """Reads the rows of one table; keeps count of the names, so that two rows of one name are two doors."""

    def __init__(self, sheet: Sheet, mapping: ColumnMapping, around: Surroundings) -> None:
        self._mapping, self._around = mapping, around
        self._hours = TableHours(sheet, mapping)
        self._keys: Counter[str] = Counter()
        self._of_place = tuple(heading for heading in sheet.headings if _tells_place(heading, mapping.target(heading)))
        self._kept = tuple(heading for heading in sheet.headings if mapping.target(heading) == OTHER)
        self._facts = tuple(
            (heading, Fact(target.removeprefix(FACT)))
            for heading, target in mapping.columns.items()
            if target.startswith(FACT)
        )

    def read(self, line: Row) -> Incoming | Problem:
        name = self._cell(line, "name") or self._cell(line, "organization")
        if is_nothing(name):
            column = next(iter(self._mapping.headings("name") or self._mapping.headings("organization")))
            return Problem(line.number, column, name, "The row has no name.")
        secret = self._is_secret(line)
        key = self._key(line, name, secret=secret)
        door = Door(line.number, key, key, self._around)
        if secret:
            door.hide()
        door.say("name", name)
        self._words(door, line)
        self._people(door, line)
        self._categories(door, line)
        stand(door, line, self._mapping)
        self._reach(door, line)
        self._marks(door, line)
        for heading in self._kept:
            door.keep("service", heading, line.cells[heading])
        return door.done()

    def _cell(self, line: Row, target: str) -> str:
        return next((line.cells[heading] for heading in self._mapping.headings(target)), "")

    def _each(self, line: Row, target: str, take: Callable[[str, str], None]) -> None:
        for heading in self._mapping.headings(target):
            if not is_nothing(line.cells[heading]):
                take(line.cells[heading], heading)

    def _is_secret(self, line: Row) -> bool:
        """Whatever is not plainly no hides the door, and so do words in a cell for an address: the safe side (S-13)."""
        told = self._cell(line, "confidential")
        marked = not is_nothing(told) and told.strip().lower() not in _NO
        return marked or says_secret(*(line.cells[heading] for heading in self._of_place))

    def _key(self, line: Row, name: str, *, secret: bool) -> str:
        """Its number in the source, else made of its name and address: rows that are alike are numbered.

        Only a hash of the address goes into the key, and none where the row says that it is secret.
        """
        told = self._cell(line, "source_id")
        if is_nothing(told):
            told = blake2b(self._likeness(line, name, secret=secret).encode(), digest_size=12).hexdigest()
        self._keys[told] += 1
        return told if self._keys[told] == 1 else f"{told} ({self._keys[told]})"

    def _likeness(self, line: Row, name: str, *, secret: bool) -> str:
        parts = [name, self._cell(line, "organization")]
        if not secret:
            parts += [self._cell(line, target) for target in ("address", "address.line", "address.zip")]
        return "|".join(" ".join(part.lower().split()) for part in parts)

    def _words(self, door: Door, line: Row) -> None:
        for field in _TEXTS:
            for heading in self._mapping.headings(field):
                door.say(field, line.cells[heading])
        self._each(line, "alternate_names", lambda text, _: door.add("alternate_names", (text,)))
        self._each(line, "languages", door.speaks)
        self._each(line, "url", door.browse)
        self._each(line, "payment", lambda text, _: door.knows(said.of_fees(text)))
        self._each(line, "bring", lambda text, _: door.knows(said.of_papers(text)))

    def _people(self, door: Door, line: Row) -> None:
        self._each(line, "people", lambda text, _: self._listed(door, text))
        for target in ("eligibility", "ages"):
            self._each(line, target, lambda text, _: self._aged(door, text))
        self._each(line, "ages", lambda text, _: door.say("eligibility", text, "Ages"))
        for target in ("minimum_age", "maximum_age"):
            self._each(line, target, partial(_age, door, target))
        for heading, fact in self._facts:
            _answer(door, fact, line.cells[heading], heading)

    def _listed(self, door: Door, text: str) -> None:
        door.say("eligibility", text)
        words = (_PEOPLE.get(word.strip().lower()) for word in text.replace(";", ",").replace("/", ",").split(","))
        door.knows({fact: Tri.YES for fact in words if fact})

    def _aged(self, door: Door, text: str) -> None:
        door.knows(said.of_people(text))
        youngest, oldest = said.ages_of(text if not text[:1].isdigit() else f"ages {text}")
        if (youngest, oldest) != (None, None):
            door.put(minimum_age=youngest, maximum_age=oldest)

    def _categories(self, door: Door, line: Row) -> None:
        found: list[str] = []
        for heading in self._mapping.headings("category"):
            text = line.cells[heading]
            door.say("kind", text)
            codes = self._codes(text)
            found += codes
            if not codes and not is_nothing(text):
                door.not_typed(heading)
        door.add("categories", found or [self._mapping.category])

    def _codes(self, text: str) -> list[str]:
        known: Mapping[str, str] = self._mapping.categories
        whole = known.get(text.strip().lower())
        if whole:
            return [whole]
        parts = text.replace("|", ";").replace(",", ";").split(";")
        return [known[part.strip().lower()] for part in parts if known.get(part.strip().lower())]

    def _reach(self, door: Door, line: Row) -> None:
        for target, (phone, words) in _PHONES.items():
            self._each(line, target, partial(door.call, kind=phone, words=words))
        for target, kind in _HOURS.items():
            self._each(line, target, partial(door.open, kind=kind))
        self._hours.read(door, line)

    def _marks(self, door: Door, line: Row) -> None:
        self._each(line, "status", partial(_status, door))
        self._each(line, "seen", partial(_seen, door, self._around.setting.now.date()))


def _seen(door: Door, today: date, text: str, heading: str) -> None:
    day = day_of(text, today)
    if day:
        door.put(seen=day.isoformat())
    else:
        door.unread("service", heading, text)


def _tells_place(heading: str, target: str) -> bool:
    return target.startswith(_PLACES) or (target == OTHER and bool(_PLACE_WORD.search(heading)))


def _age(door: Door, field: str, text: str, heading: str) -> None:
    number = text.strip().removesuffix(".0")
    if number.isdigit() and int(number) < 130:
        door.put(**{field: int(number)})
    else:
        door.unread("service", heading, text)


def _answer(door: Door, fact: Fact, text: str, heading: str) -> None:
    """An empty cell says nothing, not no (S-02)."""
    if is_nothing(text):
        return
    word = text.strip().lower()
    if word in _YES or word in _NO:
        door.knows({fact: Tri.YES if word in _YES else Tri.NO})
    else:
        door.unread("service", heading, text)


def _status(door: Door, text: str, heading: str) -> None:
    status = _STATUSES.get(text.strip().lower())
    if status is None:
        door.unread("service", heading, text)
    elif status is not Status.ACTIVE:
        door.put(status=status, status_reason=f'The source lists it as "{text.strip()}".')
