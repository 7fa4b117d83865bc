"""What the words around hours mean: which door they name, and which of them may make hours wrong."""

from collections.abc import Iterable

from navigator.resources.hours_text import vocabulary
from navigator.resources.hours_text.clock import HALF, Bounds
from navigator.resources.model import HoursKind

_PARTS_OF_DAY = {
    "breakfast": Bounds(latest=HALF),
    "morning": Bounds(latest=HALF + 30),
    "lunch": Bounds(earliest=10 * 60, latest=16 * 60),
    "brunch": Bounds(earliest=8 * 60, latest=16 * 60),
    "dinner": Bounds(earliest=15 * 60, latest=22 * 60),
    "supper": Bounds(earliest=15 * 60, latest=22 * 60),
}


def joined(words: Iterable[str]) -> list[str]:
    """The words in small letters, pairs such as "drop in" as one."""
    found: list[str] = []
    for word in words:
        if found and f"{found[-1]}-{word}" in vocabulary.PAIRS:
            found[-1] = f"{found[-1]}-{word}"
        else:
            found.append(word)
    return found


def kind_of(words: list[str]) -> HoursKind:
    """The door that a label names; UNKNOWN for any other name, and where two doors are named.

    "Phone" decides over the rest, since it says that nobody need come ("phone intake"), and so does "walk-in"; but a
    meal is eaten ("lunch, use of the phone").
    """
    found = [kind for kind, names in vocabulary.KINDS if names.intersection(words)]
    decides = found[:1] in ([HoursKind.PHONE], [HoursKind.WALK_IN]) and HoursKind.MEALS not in found
    if found and (len(found) == 1 or decides):
        return found[0]
    return HoursKind.UNKNOWN


def may_never_close(words: Iterable[str]) -> bool:
    """Whether "24 hours" with these words is a door that is open, and not staff on call or care that comes home."""
    found = set(words)
    return "available" not in found and found <= vocabulary.DAY_AND_NIGHT | vocabulary.FILLER


def is_machine(words: list[str]) -> bool:
    found = set(words)
    return bool(vocabulary.MACHINES & found) and "or" not in found


def is_visit(words: list[str]) -> bool:
    """Hours of visitors or of worship are nobody's hours of help."""
    return bool(vocabulary.VISITS.intersection(words))


def restricts(words: list[str]) -> bool:
    return bool(vocabulary.RESTRICTING.intersection(words))


def says_ask(words: Iterable[str]) -> bool:
    """Whether some of the hours are to be asked for ("call for dates and times")."""
    found = set(words)
    return bool(found & vocabulary.ASKING) and bool(found & vocabulary.TIMES)


def by_request(words: Iterable[str]) -> bool:
    """Whether one asks for it: an appointment, a request."""
    return bool({"appointment", "appointments", "appt", "request"}.intersection(words))


def only_adds(words: list[str]) -> bool:
    """Whether words without times promise more hours, on asking or by appointment, and take none away."""
    return bool(vocabulary.ADDING.intersection(words)) and not (vocabulary.RESTRICTING - vocabulary.MILD).intersection(
        words
    )


def is_season(words: list[str]) -> bool:
    return bool(vocabulary.SEASON.intersection(words))


def is_zone(words: list[str]) -> bool:
    """Whether a time zone is named, which need not be the city's."""
    return bool(vocabulary.ZONE_SURE.intersection(words)) or any(
        word in vocabulary.ZONES and (place + 1 == len(words) or words[place + 1] in vocabulary.ZONE_AFTER)
        for place, word in enumerate(words)
    )


def says_none(words: list[str]) -> bool:
    """Whether a text without a day or time says no hours: it says so, or speaks of other things altogether."""
    found = {*words, *joined(words)}
    if found & (vocabulary.DAYPARTS | vocabulary.SEASON):
        return False
    return bool(vocabulary.ABSENT & found) or not found & vocabulary.SPEAKS_OF_TIME


def bounds_of(words: list[str], *, night: bool, working_days: bool) -> Bounds:
    """What a label leaves of the day."""
    meals = [bounds for word, bounds in _PARTS_OF_DAY.items() if word in words]
    if len(meals) != 1:
        return Bounds(night=night, working_days=working_days)
    return Bounds(meals[0].earliest, meals[0].latest, night, working_days)
