"""Proposes what the columns of a table mean, from the likeness of their headings and from what stands in them."""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from rapidfuzz import fuzz, process

from navigator.resources.categories import Category
from navigator.resources.exchange.headings import HEADINGS
from navigator.resources.exchange.mapping import ColumnMapping
from navigator.resources.exchange.plain import is_nothing
from navigator.resources.exchange.point import pair_of
from navigator.resources.exchange.targets import FACT, OTHER, TARGETS
from navigator.resources.exchange.telephone import phones_of
from navigator.resources.exchange.web import web_of

_LIKE = 88
"""So alike must a heading be to a known one, of 100."""
_DAY = re.compile(r"\b(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b")
_FULL = {"mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday"} | {
    "sat": "saturday",
    "sun": "sunday",
}
_YES_NO = frozenset(("yes", "no", "y", "n", "true", "false", "x", "1", "0"))
_ASKS = ("confidential", FACT)
"""Targets of columns that answer yes or no."""
Sample = Sequence[Mapping[str, str]]


def guess(headings: Sequence[str], sample: Sample, categories: Mapping[str, Category]) -> ColumnMapping:
    """A proposal for a person to look through: each heading with its likeliest target, doubtful ones as other."""
    scored: list[tuple[float, str, str]] = []
    for heading in headings:
        values = [row[heading] for row in sample if not is_nothing(row.get(heading, ""))]
        score, target = _likeliest(heading, values)
        scored.append((score, heading, target))
    chosen = _each_once(scored)
    _stand_in(chosen, headings)
    ordered = {heading: chosen.get(heading, OTHER) for heading in headings}
    return ColumnMapping(MappingProxyType(ordered), _value_table(ordered, sample, categories))


def _likeliest(heading: str, values: list[str]) -> tuple[float, str]:
    words = _bare(heading)
    by_day = _of_a_day(words)
    asks = bool(values) and all(value.strip().lower() in _YES_NO for value in values)
    if by_day and not asks:
        return 100, by_day
    for word, score, _ in process.extract(words, HEADINGS.keys(), scorer=fuzz.token_sort_ratio, limit=3):
        target = HEADINGS[word]
        if score >= _LIKE and _agrees(target, values, asks=asks):
            return score, target
    if len(values) >= 3 and _share(values, _is_phone) > 0.8:
        return _LIKE, "phone"
    return 0, OTHER


def _bare(heading: str) -> str:
    """The heading without what stands in brackets, and without signs: "Zip Code (optional)" is "zip code"."""
    words = re.sub(r"\(.*?\)|\(.*$", " ", heading)
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", words)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", parted.lower()).split())


def _of_a_day(words: str) -> str:
    found = _DAY.search(words)
    if not found:
        return ""
    day = _FULL[found[1][:3]]
    if re.search(r"\b(?:opening|opens?|start|from)\b", words):
        return f"opens.{day}"
    if re.search(r"\b(?:closing|closes?|end|to|until)\b", words):
        return f"closes.{day}"
    return f"hours.{day}"


def _agrees(target: str, values: list[str], *, asks: bool) -> bool:
    """Whether what stands in the column can be what its heading promises."""
    if target.startswith(_ASKS):
        return asks
    if not values:
        return True
    check = _CHECKS.get(target)
    return not (asks and target not in ("source_id", "status")) and (check is None or _share(values, check) >= 0.3)


def _share(values: list[str], check: Callable[[str], bool]) -> float:
    return sum(map(check, values)) / len(values)


def _is_phone(value: str) -> bool:
    return bool(phones_of(value)[0])


def _is_number(value: str) -> bool:
    return bool(re.fullmatch(r"[-+]?\d+(?:\.\d+)?", value.strip()))


_CHECKS: Mapping[str, Callable[[str], bool]] = {
    **dict.fromkeys(("phone", "hotline", "text_line", "tty", "fax"), _is_phone),
    **dict.fromkeys(("latitude", "longitude", "minimum_age", "maximum_age"), _is_number),
    "latlon": lambda value: pair_of(value) is not None,
    "url": lambda value: bool(web_of(value)),
    "address.zip": lambda value: bool(re.fullmatch(r"\d{3,5}(?:-?\d{4})?(?:\.0)?", value.strip())),
    "address": lambda value: not _is_number(value) and pair_of(value) is None,
    "name": lambda value: not _is_number(value),
}


def _each_once(scored: list[tuple[float, str, str]]) -> dict[str, str]:
    """The likeliest heading for each target that only one can have; the first where two are alike."""
    chosen: dict[str, str] = {}
    for _, heading, target in sorted(scored, key=lambda one: -one[0]):
        if target != OTHER and (TARGETS[target].many or target not in chosen.values()):
            chosen[heading] = target
    return chosen


def _stand_in(chosen: dict[str, str], headings: Sequence[str]) -> None:
    """The organization is the name where nothing else is; a whole address and its parts do not stand together."""
    targets = set(chosen.values())
    for heading in headings:
        target = chosen.get(heading)
        if target == "organization" and "name" not in targets:
            chosen[heading] = "name"
        if target == "address" and "address.line" not in targets and targets & {"address.city", "address.line2"}:
            chosen[heading] = "address.line"
        if target == "address.line" and "address" in targets:
            chosen[heading] = OTHER


def _value_table(columns: Mapping[str, str], sample: Sample, categories: Mapping[str, Category]) -> Mapping[str, str]:
    headings = [heading for heading, target in columns.items() if target == "category"]
    values = {row.get(heading, "").strip().lower() for heading in headings for row in sample} - {""}
    found = ((value, _category(value, categories)) for value in sorted(values))
    return MappingProxyType({value: code for value, code in found if code})


def _category(value: str, categories: Mapping[str, Category]) -> str:
    """The one kind of help whose name or word makes up half of the value or more; "" where two or none do."""
    words = set(_singular(_bare(value)))
    whole = {
        code: one for code, one in categories.items() for phrase in _phrases(one) if set(_singular(phrase)) == words
    }
    if len(whole) == 1:
        return next(iter(whole))
    parts = {
        code
        for code, one in categories.items()
        for phrase in _phrases(one)
        if set(_singular(phrase)) <= words and 2 * len(set(_singular(phrase))) >= len(words)
    }
    return next(iter(parts)) if len(parts) == 1 else ""


def _phrases(category: Category) -> list[str]:
    return [phrase for phrase in map(_bare, (category.name, *category.words)) if phrase]


def _singular(words: str) -> list[str]:
    return [word.removesuffix("s") if len(word) > 3 else word for word in words.split()]
