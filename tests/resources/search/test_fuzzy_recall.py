"""No word that is near enough is missed, in small directories and in large ones."""

from functools import cache
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from navigator.resources.search.fuzzy import Spellings

FEW_LETTERS = st.text("abcé", min_size=1, max_size=10)
SYLLABLES = ("ba", "cen", "dor", "e", "fil", "gho", "ter", "nna")


@cache
def many_words() -> tuple[str, ...]:
    """More words than are compared one by one."""
    return tuple(sorted({"".join(parts) for count in (2, 3, 4) for parts in product(SYLLABLES, repeat=count)}))


@cache
def many() -> Spellings:
    return Spellings(many_words())


def forgiven(typed: str) -> int:
    return 0 if len(typed) < 3 else 1 if len(typed) < 6 else 2


def mistyped(data: st.DataObject) -> str:
    """A word of the directory after an edit or two."""
    word = data.draw(st.sampled_from(many_words()))
    for _ in range(data.draw(st.integers(1, 2))):
        at = data.draw(st.integers(0, len(word) - 1))
        letter = data.draw(st.sampled_from("abdenrz"))
        swapped = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
        edited = (
            swapped,
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
        )
        word = data.draw(st.sampled_from([one for one in edited if one]))
    return word


def within(typed: str, words: tuple[str, ...]) -> set[str]:
    most = forgiven(typed)
    return {word for word in words if OSA.distance(typed, word) <= most} if most else set()


def begun_within(typed: str, words: tuple[str, ...]) -> set[str]:
    """The longer words of which some beginning is an edit away, two from eight letters on, but not `typed` itself."""
    most = 2 if len(typed) >= 8 else 1
    cuts = range(len(typed) - most, len(typed) + most + 1)
    return {
        word
        for word in words
        if len(word) > len(typed) >= 4
        and not word.startswith(typed)
        and any(OSA.distance(typed, word[:cut]) <= most for cut in cuts)
    }


@given(st.sets(FEW_LETTERS, max_size=40), FEW_LETTERS)
def test_every_word_within_the_edits_forgiven_is_found_among_few(words: set[str], typed: str) -> None:
    surfaces = tuple(sorted(words))
    found = {surfaces[one.surface] for one in Spellings(surfaces).near(typed)}
    assert within(typed, surfaces) <= found


@settings(deadline=None)
@given(st.data())
def test_every_word_within_the_edits_forgiven_is_found_among_many(data: st.DataObject) -> None:
    typed = mistyped(data)
    found = [many_words()[one.surface] for one in many().near(typed)]
    assert within(typed, many_words()) <= set(found)
    assert len(found) == len(set(found))


@settings(deadline=None)
@given(st.data())
def test_every_word_that_begins_within_the_edits_forgiven_is_found(data: st.DataObject) -> None:
    typed = mistyped(data)[: data.draw(st.integers(1, 12))]
    meant = begun_within(typed, many_words())
    found = {many_words()[one.surface] for one in many().near_start(typed)}
    assert found <= meant
    assert found == meant or len(found) == 64


@given(FEW_LETTERS)
def test_weights_are_likelihoods(typed: str) -> None:
    spellings = Spellings(["aab", "abc", "abcabc", "cababcab"])
    for found in (spellings.near(typed), spellings.near_start(typed), spellings.nearest(typed, 10)):
        assert all(0 < one.weight <= 1 for one in found)


@pytest.mark.parametrize("words", [("abc", "abd", "x1"), many_words(), ()])
def test_spellings_are_the_same_after_they_were_kept(words: tuple[str, ...]) -> None:
    built = Spellings(words)
    kept = Spellings.of_arrays(words, {name: np.array(array) for name, array in built.arrays().items()})
    for typed in ("abcd", "bacentor", "centerdor"):
        assert kept.near(typed) == built.near(typed)
        assert kept.near_start(typed) == built.near_start(typed)
    assert kept.lengths.tolist() == [len(word) for word in words]
