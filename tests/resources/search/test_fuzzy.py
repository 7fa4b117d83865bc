"""Which misspellings are forgiven."""

import pytest

from navigator.resources.search.lexicon import Lexicon

LEXICON = Lexicon(["methadone", "shelter", "clinic", "psychiatrist", "home", "kitchen", "detox", "food", "foot", "302"])


def likely(word: str, *, unfinished: bool = False) -> list[str]:
    found = LEXICON.likely(word, unfinished=unfinished)
    return [LEXICON.surfaces[one.surface] for one in sorted(found, key=lambda one: -one.weight)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("metadone", "methadone"),
        ("methadnoe", "methadone"),
        ("shleter", "shelter"),
        ("sheltar", "shelter"),
        ("clinc", "clinic"),
        ("psyciatrst", "psychiatrist"),
        ("kichen", "kitchen"),
        ("hoje", "home"),
    ],
)
def test_a_mistyped_word_finds_the_word_that_was_meant(typed: str, meant: str) -> None:
    assert likely(typed)[0] == meant


def test_a_slip_of_the_ear_is_likelier_than_any_other_edit() -> None:
    assert likely("foud")[0] == "food"


def test_a_mistyped_beginning_finds_the_word_while_it_is_typed() -> None:
    assert "methadone" in likely("metad", unfinished=True)
    assert "methadone" not in likely("metad")


def test_numbers_and_very_short_words_are_taken_as_they_are() -> None:
    assert likely("303") == []
    assert likely("fo") == []
