"""How hard English is to read: Flesch-Kincaid, as D-06 counts it."""

import re
from collections.abc import Iterable


def sentences(texts: Iterable[str]) -> list[str]:
    """The sentences and labels of more than two words, as if filled in with short words."""
    filled = (re.sub(r"{\w+}", "five", text) for text in texts)
    return [part for text in filled for part in re.split(r"[.?!:]", text) if len(part.split()) > 2]


def grade(said: list[str]) -> float:
    words = [word for sentence in said for word in re.findall(r"[A-Za-z']+", sentence)]
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(said) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith("le") and groups > 1
    return max(1, groups - silent)
