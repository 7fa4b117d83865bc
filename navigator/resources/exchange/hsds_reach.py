"""How a service is reached, read from HSDS and written to it: telephones and languages."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from navigator.resources.exchange.hsds_conform import MADE, OWN
from navigator.resources.exchange.hsds_fit import made_id
from navigator.resources.exchange.hsds_parts import Door, Json, Tree, objects_of, text_of
from navigator.resources.exchange.telephone import phones_of
from navigator.resources.field_values import phones_of as phones_of_value
from navigator.resources.field_values import phones_value
from navigator.resources.fields import Value
from navigator.resources.model import Phone, PhoneKind

_KINDS = {
    "text": PhoneKind.TEXT,
    "sms": PhoneKind.TEXT,
    "tty": PhoneKind.TTY,
    "tdd": PhoneKind.TTY,
    "textphone": PhoneKind.TTY,
    "fax": PhoneKind.FAX,
}
_VOICE = ("", "voice", "phone", "telephone")
_WRITTEN = {PhoneKind.VOICE: "voice", PhoneKind.TEXT: "text", PhoneKind.TTY: "textphone", PhoneKind.FAX: "fax"}


def phones_near(tree: Tree, door: Door) -> Value:
    """The numbers of the level nearest to the person that has one to call; else of the nearest that has any."""
    levels = [_phones(level) for level in levels_of(tree, door)]
    callable_ = (phones for phones in levels if any(one.kind is not PhoneKind.FAX for one in phones))
    return phones_value(next(callable_, next(filter(None, levels), ())))


def levels_of(tree: Tree, door: Door) -> tuple[Json, ...]:
    """What telephones and hours may hang on, nearest to the person first."""
    return door.at, tree.service, door.location, tree.organization


def phones_in(one: Mapping[str, Any]) -> tuple[Phone, ...]:
    """The number of a telephone object, or several where a publisher put them into one; unread it is kept as it is."""
    text = text_of(one.get("number")).strip("\"' ")
    if not text:
        return ()
    said = text_of(one.get("type"))
    kind = _KINDS.get(said.lower(), PhoneKind.VOICE)
    words = text_of(one.get("description"))
    if kind is PhoneKind.VOICE and said.lower() not in _VOICE:
        words = f"{said}: {words}" if words else said
    return _read(text, kind, words, _extension(one.get("extension")))


def phones_written(value: Value, known: Iterable[Json], seed: str) -> list[Json]:
    """The phones as HSDS objects; those that a publisher's object says already are that object."""
    said = {phones[0]: one for one in known if len(phones := phones_in(one)) == 1}
    return [said.get(phone) or _made(phone, f"{seed}/{number}") for number, phone in enumerate(phones_of_value(value))]


def languages(tree: Tree, more: Iterable[str] = ()) -> Value:
    """The languages of the service, or where it names none, those of its places; and `more` that are said otherwise."""
    own = _names(tree.service)
    found = own or [name for location in tree.locations for name in _names(location)]
    return list(dict.fromkeys((*found, *more))) or None


def languages_written(value: Value, known: Iterable[Json], seed: str) -> list[Json]:
    said = {_name(one): one for one in known}
    return [
        said.get(name) or {"id": made_id(seed, "language", name), "name": name, OWN: {MADE: True}} for name in value
    ]


def _phones(level: Mapping[str, Any]) -> tuple[Phone, ...]:
    return tuple(dict.fromkeys(phone for one in objects_of(level, "phones") for phone in phones_in(one)))


@lru_cache(maxsize=16_384)
def _read(text: str, kind: PhoneKind, words: str, extension: str) -> tuple[Phone, ...]:
    phones, unread = phones_of(text, kind, words)
    if unread or not phones:
        return (Phone(text, kind, words, extension),)
    return tuple(replace(phone, extension=phone.extension or extension) for phone in phones)


def _extension(value: object) -> str:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else text_of(value)


def _made(phone: Phone, seed: str) -> Json:
    told: Json = {
        "id": made_id(seed, "phone", phone.number),
        "number": phone.number,
        "type": _WRITTEN[phone.kind],
        OWN: {MADE: True},
    }
    if phone.extension:
        told["extension"] = int(phone.extension) if _is_plain(phone.extension) else phone.extension
    return told | ({"description": phone.words} if phone.words else {})


def _is_plain(extension: str) -> bool:
    return extension.isascii() and extension.isdecimal() and str(int(extension)) == extension


def _names(part: Mapping[str, Any]) -> list[str]:
    return [name for one in objects_of(part, "languages") if (name := _name(one))]


def _name(one: Mapping[str, Any]) -> str:
    return text_of(one.get("name")) or text_of(one.get("code"))
