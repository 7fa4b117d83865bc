"""The values of fields as a person reads them, line by line."""

from collections.abc import Callable, Mapping
from datetime import date

from navigator.resources.categories import load_categories
from navigator.resources.field_values import address_of, hours_of, phones_of
from navigator.resources.fields import FACT, OTHER, Value
from navigator.resources.hours import lines
from navigator.resources.model import Phone, PhoneKind

NOT_KNOWN = "not known"


def words_of(key: str, value: Value) -> tuple[str, ...]:
    """The lines of a value of the field `key`; one line `NOT_KNOWN` for an empty one."""
    if value is None or value == []:
        return (NOT_KNOWN,)
    if key.startswith(FACT):
        return (str(value),)
    if key.startswith(OTHER):
        return tuple(f"{name}: {one}" for name, one in value.items())
    return _COMPOSED.get(key, _plain)(value)


def _plain(value: Value) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _phones(value: Value) -> tuple[str, ...]:
    return tuple(map(_phone, phones_of(value)))


def _phone(phone: Phone) -> str:
    extension = f" ext. {phone.extension}" if phone.extension else ""
    told = [phone.kind.value] if phone.kind is not PhoneKind.VOICE else []
    told += [phone.words] if phone.words else []
    return phone.number + extension + (f" ({', '.join(told)})" if told else "")


def _hours(value: Value) -> tuple[str, ...]:
    return lines(hours_of(value)) or (NOT_KNOWN,)


def _address(value: Value) -> tuple[str, ...]:
    address = address_of(value)
    if address is None:
        return (NOT_KNOWN,)
    town = " ".join(part for part in (address.state, address.postal_code) if part)
    return (", ".join(part for part in (address.line, address.city, town) if part),)


def _place(value: Value) -> tuple[str, ...]:
    latitude, longitude, approximate = value
    return (f"{latitude:.5f}, {longitude:.5f}" + (" (about)" if approximate else ""),)


def _categories(value: Value) -> tuple[str, ...]:
    known = load_categories()
    return tuple(known[code].name if code in known else code for code in value)


def _day(value: Value) -> tuple[str, ...]:
    day = date.fromisoformat(value)
    return (f"{day:%A, %B} {day.day}, {day.year}",)


_COMPOSED: Mapping[str, Callable[[Value], tuple[str, ...]]] = {
    "phones": _phones,
    "hours": _hours,
    "address": _address,
    "place": _place,
    "categories": _categories,
    "status_until": _day,
}
