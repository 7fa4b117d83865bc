"""Gathers what one row says of one door, field by field, and counts what could not be read into a field."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from navigator.resources.exchange.address import zip_of
from navigator.resources.exchange.hidden import hidden, says_secret
from navigator.resources.exchange.incoming import Incoming, Setting
from navigator.resources.exchange.languages import languages_of
from navigator.resources.exchange.plain import is_nothing, plain
from navigator.resources.exchange.point import centres, point_of
from navigator.resources.exchange.telephone import phones_of
from navigator.resources.exchange.web import web_of
from navigator.resources.fields import Record
from navigator.resources.hours_text import Understood, read_hours_text
from navigator.resources.model import Address, Entry, Fact, Hours, HoursKind, Phone, PhoneKind, Tri
from navigator.resources.places import Point

_NOT_READ = (Understood.PARTLY, Understood.NOT)


class Surroundings:
    """What every door of a file is read against; ZIPs are looked up once for all of them."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.centre: Callable[[str], Point | None] = centres(setting.city)


class Door:
    """One door in the making. `column` is where a text stands in the file; what is not read stays under that name."""

    def __init__(self, row: int, key: str, service: str, around: Surroundings) -> None:
        self._row, self._key, self._around = row, key, around
        self._values: dict[str, Any] = {"id": "", "service_id": service, "name": "", "source_id": key}
        self._facts: dict[Fact, Tri] = {}
        self._torn: set[Fact] = set()
        self._phones: list[Phone] = []
        self._hours: list[Hours] = []
        self._extra: dict[str, dict[str, Any]] = defaultdict(dict)
        self._kept: dict[str, None] = {}
        self._repaired: list[str] = []
        self._secret = False
        self._zip = ""

    def put(self, **values: Any) -> None:
        """Fields of the entry as they are."""
        self._values |= values

    def say(self, field: str, text: str, label: str = "") -> None:
        """Adds a text to a text field, as a line of its own where there is one already."""
        words = plain(text)
        if is_nothing(words):
            return
        line = f"{label}: {words}" if label else words
        before = self._values.get(field, "")
        if line not in before.splitlines():
            self.put(**{field: f"{before}\n{line}" if before else line})

    def add(self, field: str, words: Iterable[str]) -> None:
        """Adds to a list such as the other names, each word once."""
        there = self._values.get(field, ())
        self.put(**{field: tuple(dict.fromkeys((*there, *(word for word in words if word))))})

    def call(self, text: str, column: str, kind: PhoneKind = PhoneKind.VOICE, words: str = "") -> None:
        if is_nothing(text):
            return
        phones, left = phones_of(plain(text), kind, plain(words))
        for phone in phones:
            self._phone(phone)
        if left:
            self.unread("at_location", column, text)

    def open(self, text: str, column: str, kind: HoursKind = HoursKind.UNKNOWN) -> None:
        if is_nothing(text):
            return
        reading = read_hours_text(plain(text), kind)
        self.open_at(*reading.hours)
        if reading.understood in _NOT_READ:
            self._kept[column] = None

    def open_at(self, *hours: Hours) -> None:
        self._hours += (one for one in hours if one not in self._hours)

    def knows(self, facts: Mapping[Fact, Tri]) -> None:
        """Facts that are said; one that is said to be yes and no is not known (S-02)."""
        for fact, answer in facts.items():
            if self._facts.setdefault(fact, answer) is not answer:
                self._torn.add(fact)

    def speaks(self, text: str, column: str) -> None:
        """A list of languages; what in it is no name of one stays as published."""
        if is_nothing(text):
            return
        known, left = languages_of(plain(text))
        self.add("languages", known)
        if left:
            self.say("language_text", text)
            self._kept[column] = None

    def at(self, address: Address, postal_code: str = "") -> None:
        """The address; its ZIP is `postal_code` where that is one. Words that say it is secret hide the door."""
        self.hide_if_said(address.line, address.city, address.postal_code)
        code = zip_of(postal_code or address.postal_code, address.state)
        self._zip = code or self._zip
        if address.line:
            self.put(address=replace(address, postal_code=code))

    def stands(self, latitude: str, longitude: str, column: str) -> None:
        """Its place on the map; call it after `at`, for a place far from its ZIP is not taken."""
        if is_nothing(latitude) and is_nothing(longitude):
            return
        found = point_of(latitude, longitude, self._around.centre(self._zip) if self._zip else None)
        if found.point:
            self.put(place=found.point)
            self._repaired += [found.repaired] if found.repaired else []
        else:
            self.unread("location", column, f"{latitude}, {longitude}")
            self._repaired.append(f"{column}: {latitude}, {longitude} {found.doubt} and was kept as text.")

    def browse(self, text: str, column: str) -> None:
        if is_nothing(text):
            return
        web = web_of(text)
        if web and "url" not in self._values:
            self.put(url=web)
        elif web != self._values.get("url"):
            self.unread("service", column, text)

    def keep(self, part: str, column: str, text: Any) -> None:
        """Something that has no field here; it stays with the record (S-01)."""
        if not (isinstance(text, str) and is_nothing(text)):
            self._extra[part][column] = text

    def share(self, part: str, values: Mapping[str, Any]) -> None:
        """The same for many values at once, such as those of the agency."""
        self._extra[part].update(values)

    def unread(self, part: str, column: str, text: str) -> None:
        """Text that should have become a field and could not."""
        self.keep(part, column, text)
        self._kept[column] = None

    def not_typed(self, column: str) -> None:
        """Counts a column whose text is shown as it was published, in the field where it belongs."""
        self._kept[column] = None

    def repaired(self, sentence: str) -> None:
        self._repaired.append(sentence)

    def hide(self) -> None:
        self._secret = True

    def hide_if_said(self, *texts: str) -> None:
        self._secret = self._secret or says_secret(*texts)

    def done(self) -> Incoming:
        known = {fact: answer for fact, answer in self._facts.items() if fact not in self._torn}
        self.put(facts=MappingProxyType(known), phones=tuple(self._phones), hours=tuple(self._hours))
        self.put(confidential=self._secret)
        self._settle()
        extra = {part: MappingProxyType(values) for part, values in self._extra.items() if values}
        incoming = Incoming(
            row=self._row,
            key=self._key,
            record=Record(Entry(**self._values), MappingProxyType(extra)),
            kept_as_text=tuple(self._kept),
            repaired=tuple(self._repaired),
        )
        return hidden(incoming) if self._secret else incoming

    def _phone(self, phone: Phone) -> None:
        """Each number once: exports repeat the main number under several headings."""
        if not any(phone.number == one.number and phone.extension == one.extension for one in self._phones):
            self._phones.append(phone)

    def _settle(self) -> None:
        """The neighbourhood of its ZIP, and the middle of it where the place is not known more exactly."""
        home = self._around.setting.city.zips.get(self._zip)
        if home and not self._values.get("area"):
            self.put(area=home.area)
        if home and "place" not in self._values:
            self.put(place=(home.latitude, home.longitude), approximate=True)
