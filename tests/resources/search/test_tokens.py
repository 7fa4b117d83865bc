"""What counts as the same word."""

import pytest

from navigator.resources.search.tokens import split_all, stem, stems, words


@pytest.mark.parametrize("typed", ["men's", "mens", "men’s", "Men", "MAN"])
def test_a_possessive_and_its_word_are_the_same(typed: str) -> None:
    assert stems(typed) == ("men",)


@pytest.mark.parametrize(
    ("plural", "singular"),
    [("clinics", "clinic"), ("pantries", "pantry"), ("churches", "church"), ("children", "child"), ("houses", "house")],
)
def test_a_plural_and_its_singular_are_the_same(plural: str, singular: str) -> None:
    assert stem(plural) == stem(singular)


@pytest.mark.parametrize("word", ["crisis", "aids", "bus", "us", "access"])
def test_a_word_that_only_ends_like_a_plural_stays(word: str) -> None:
    assert stem(word) == word


def test_accents_and_case_do_not_count() -> None:
    assert words("CAFÉ Niño") == ["cafe", "nino"]


def test_texts_split_in_one_go_stay_apart_whatever_they_hold() -> None:
    assert split_all(["a\x1eb", ""]) == ["a", "b", "\x1e", "\x1e"]
