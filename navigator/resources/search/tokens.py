"""Turns any text into the words that are compared: folded, without marks, singular."""

import re
import unicodedata
from collections.abc import Iterable

BREAK = "\x1e"
"""Stands between two texts that are split in one go; it is no word of any text."""

WORD = re.compile(r"[^\W_]+")
WORD_OR_BREAK = re.compile(rf"[^\W_]+|{BREAK}")

_APOSTROPHES = "'’ʼ‘`´"
_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "children": "child",
    "childrens": "child",
    "crises": "crisis",
    "wives": "wife",
    "lives": "life",
    "feet": "foot",
    "teeth": "tooth",
}
_INVERSE = {root: tuple(word for word, other in _IRREGULAR.items() if other == root) for root in _IRREGULAR.values()}
_NO_PLURAL = frozenset({"aids", "news", "gas", "bus", "lens", "always", "kansas", "texas", "arkansas", "columbus"})
_NOT_PLURAL_ENDS = ("ss", "us", "is")
_ES_ENDS = ("sses", "shes", "ches", "xes", "zzes")


def fold(text: str) -> str:
    """`text` in one case and without accents and apostrophes: "Men’s Café" and "mens cafe" become the same."""
    return _one_case(text if text.isascii() else _without_marks(text))


def _without_marks(text: str) -> str:
    text = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return text.casefold()


def _one_case(text: str) -> str:
    text = text.lower()
    for apostrophe in _APOSTROPHES:
        if apostrophe in text:
            text = text.replace(apostrophe, "")
    return text


def words(text: str) -> list[str]:
    """The folded words of `text` in their order."""
    return WORD.findall(fold(text))


def stem(word: str) -> str:
    """A folded word without its plural or possessive s, so that "mens", "men's" and "man" meet."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= 3 or not word.endswith("s") or word.endswith(_NOT_PLURAL_ENDS) or word in _NO_PLURAL:
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    short = word[:-2] if word.endswith(_ES_ENDS) else word[:-1]
    return _IRREGULAR.get(short, short)


def forms(word: str) -> tuple[str, ...]:
    """The folded words that share the stem of `word`, the word itself first."""
    root = stem(word)
    others = (root, *_INVERSE.get(root, ()), f"{root}s", f"{root}es", f"{root[:-1]}ies" if root.endswith("y") else "")
    return tuple(dict.fromkeys((word, *(other for other in others if other and stem(other) == root))))


def stems(text: str) -> tuple[str, ...]:
    return tuple(map(stem, words(text)))


def split_all(texts: Iterable[str]) -> list[str]:
    """The folded words of all `texts` in one list, with a `BREAK` after each text."""
    plain = (text if text.isascii() else _without_marks(text) for text in texts)
    return WORD_OR_BREAK.findall(_one_case("".join(f"{text.replace(BREAK, ' ')} {BREAK} " for text in plain)))
