"""Where it should be: a ZIP, a neighbourhood, and the miles around it."""

import re
from collections.abc import Callable, Iterable, Sequence

from navigator.city import City, Zip
from navigator.resources.places import Spot
from navigator.resources.search.draft import Draft
from navigator.resources.search.house import begins_address, is_house
from navigator.resources.search.phrases import Phrasebook
from navigator.resources.search.spelling import Speller
from navigator.resources.search.tokens import stems
from navigator.resources.vocabulary import Kind, Vocabulary

_MILES = re.compile(
    r"(?:\b(?:within|in|under|less\s+than|about)\s+)?(?<![\w.])(\d{1,3}(?:\.\d+)?)\s*-?(?:mi|miles?)\b"
    r"(?:\s+(?:radius|away|of|from|around|near|the|zip|code)\b)*\s*$",
    re.IGNORECASE,
)
_SURELY_BESIDE = frozenset({"near", "nearby", "around", "zip", "zipcode"})
_BESIDE = _SURELY_BESIDE | {"in", "by", "at"}
_BETWEEN = frozenset({"the", "code", "to"})
_NO_NAME = _SURELY_BESIDE | {"in"}
"""After these a neighbourhood is no part of a name: "friends at Logan" may be one."""
IsHelp = Callable[[Draft, Sequence[int]], bool]
"""Whether the tokens at these places are a kind of help."""

_ZIP = re.compile("[0-9]{5}")
_FIRST_ZIP, _LAST_ZIP = "00501", "99950"
_AND = re.compile(r"\s+(?:and|&)\s+|/")


class Places:
    """The ZIPs and neighbourhoods of one city, as they are said."""

    def __init__(self, city: City, vocabulary: Vocabulary) -> None:
        self.zips = city.zips
        others = {
            word: group.say
            for group in vocabulary.of(Kind.SAME)
            for word in group.say
            if all(len(phrase.split()) == 1 for phrase in group.say)
        }
        self._areas = Phrasebook(
            (_with_others(name, others), (spot,)) for name, spot in _spots(city.zips.values()).items()
        )
        self._city = Phrasebook([(_with_others(city.name, others), (city.name,))])
        self._speller = Speller(self._areas.words)

    def take(self, draft: Draft, is_help: IsHelp) -> None:
        """The first ZIP, else a neighbourhood: after "near" and the like, or after words that `is_help` knows."""
        if not self._take_zip(draft):
            self._take_area(draft, is_help)
        self._excuse_city(draft)

    def _take_zip(self, draft: Draft) -> bool:
        for place in draft.live:
            code = draft.tokens[place].word
            first = _begins(draft, place)
            if not _is_zip(code) or draft.is_denied(first):
                continue
            sure = draft.tokens[first].word in _SURELY_BESIDE or _miles_before(draft, first) is not None
            if sure or (code in self.zips and not is_house(draft, place)):
                self._near(draft, first, _ends(draft, place), code)
                if draft.live and begins_address(draft, draft.live[0]):
                    draft.gone.discard(place)
                    draft.soft.add(place)
                return True
        return False

    def _take_area(self, draft: Draft, is_help: IsHelp) -> None:
        heard = [self._heard(draft, place) for place in range(len(draft.tokens))]
        for place in draft.live:
            found = self._areas.at(heard, place)
            first, last = _begins(draft, place), place + (found.length if found else 1) - 1
            if not found or draft.in_name(place, last) or draft.is_denied(first):
                continue
            if draft.tokens[first].word in _NO_NAME or _miles_before(draft, first):
                self._near(draft, first, last, found.values[0])
                return
            before = [other for other in draft.live if other < first]
            if draft.live[-1] == last and before and is_help(draft, before):
                self._near(draft, first, last, found.values[0])
                draft.gone.difference_update(range(place, last + 1))
                draft.soft.update(range(place, last + 1))
                return

    def _heard(self, draft: Draft, place: int) -> str:
        """The stem of a token; what follows "near" may be a misspelt neighbourhood."""
        token = draft.tokens[place]
        if place and draft.tokens[place - 1].word in _SURELY_BESIDE and not self._speller.knows(token.word):
            return self._speller.right(token.word)
        return token.stem

    def _excuse_city(self, draft: Draft) -> None:
        """ "In Philadelphia" goes without saying, and an entry need not say it."""
        stems_ = [token.stem for token in draft.tokens]
        for place in draft.live:
            if (found := self._city.at(stems_, place)) and _begins(draft, place) < place:
                draft.soft.update(range(place, place + found.length))

    @staticmethod
    def _near(draft: Draft, first: int, last: int, near: str | Spot) -> None:
        start, words = draft.tokens[first].start, near.words if isinstance(near, Spot) else near
        told = f"Near {words}"
        draft.ask(near=near)
        if miles := _miles_before(draft, first):
            start, told = miles.start(), f"Within {float(miles[1]):g} mi of {words}"
            draft.ask(within_miles=float(miles[1]))
        end = draft.tokens[last].end
        draft.note_text(start, end, told)
        draft.gone.update(draft.covered(start, end))
        draft.placed = True


def _spots(zips: Iterable[Zip]) -> dict[str, Spot]:
    """Each neighbourhood by name, with the centre of the ZIP that is named so, else of the first that holds it."""
    zips = tuple(zips)
    whole = {one.area: one for one in reversed(zips) if one.area}
    halves = {name: one for one in reversed(zips) for name in _AND.split(one.area) if name}
    return {name: Spot(name, one.latitude, one.longitude, approximate=True) for name, one in (halves | whole).items()}


def _with_others(name: str, others: dict[str, tuple[str, ...]]) -> str:
    return " ".join("|".join(others.get(word, (word,))) for word in stems(name))


def _is_zip(code: str) -> bool:
    return _ZIP.fullmatch(code) is not None and _FIRST_ZIP <= code <= _LAST_ZIP


def _begins(draft: Draft, place: int) -> int:
    """Where "near" and the like begin before a place."""
    first = place
    while first and place - first < 3 and draft.tokens[first - 1].word in _BESIDE | _BETWEEN:
        if first - 1 in draft.soft | draft.gone:
            break
        first -= 1
    while first < place and draft.tokens[first].word in _BETWEEN - _BESIDE:
        first += 1
    return first


def _ends(draft: Draft, place: int) -> int:
    """A ZIP of nine digits ends with the four, or with as many of them as are typed."""
    if place + 1 < len(draft.tokens):
        token, after = draft.tokens[place], draft.tokens[place + 1]
        most = range(1, 5) if draft.is_typing and after is draft.tokens[-1] else (4,)
        if len(after.word) in most and after.word.isdigit() and draft.text[token.end : after.start] == "-":
            return place + 1
    return place


def _miles_before(draft: Draft, first: int) -> re.Match[str] | None:
    return _MILES.search(draft.text[: draft.tokens[first].start])
