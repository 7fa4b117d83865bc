"""The vocabulary files: what ships can be read, and what is wrong is said with its place."""

from pathlib import Path

import pytest

from navigator.errors import BadInput, StationError, UserError
from navigator.resources.model import Fact
from navigator.resources.vocabulary import Filter, Leaning, Meaning, Vocabulary, Wish, load_vocabulary


def written(folder: Path, text: str) -> Path:
    (folder / "own.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "phrase",
    ["mat", "iop", "php", "otp", "crc", "dv", "detox", "302", "narcan", "soup kitchen", "couch surfing", "sud"],
)
def test_the_words_of_the_street_and_the_field_are_known(vocabulary: Vocabulary, phrase: str) -> None:
    assert any(phrase in meaning.say for meaning in vocabulary.meanings)


def test_each_form_of_a_file_is_read(tmp_path: Path) -> None:
    text = """
        small_words = ["the"]
        [[same]]
        say = ["a", "b"]
        [[means]]
        say = ["dv"]
        means = ["domestic violence"]
        [[filter]]
        say = ["open now"]
        filter = "open now"
        [[person]]
        say = ["guy"]
        fact = "takes men"
    """
    assert load_vocabulary(written(tmp_path, text)) == Vocabulary(
        (Meaning(("a",), ("b",)), Meaning(("b",), ("a",)), Meaning(("dv",), ("domestic violence",))),
        (Wish(("open now",), Filter.OPEN_NOW),),
        (Leaning(("guy",), Fact.MEN),),
        frozenset({"the"}),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[means]]\nsay = ['dv']\nmeans = []", "own.toml, means 1, means: this is missing."),
        ("[[means]]\nsay = ['dv']\nmeans = ['x']\nsee = 1", "own.toml, means 1, see: this key is not known here."),
        ("[[same]]\nsay = ['ok', '--']", "own.toml, same 1, say: '--' is not a word."),
        ("[[filter]]\nsay = ['now']", "own.toml, filter 1, filter: this is missing."),
        ("[[person]]\nsay = ['guy']\nfact = 'men'", "own.toml, person 1, fact: 'men' is not one of"),
        ("synonyms = []", "own.toml, synonyms: this key is not known here."),
    ],
)
def test_what_is_wrong_is_said_with_file_number_and_key(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(BadInput) as caught:
        load_vocabulary(written(tmp_path, text))
    assert caught.value.sentence.startswith(sentence)


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"own\.toml"):
        load_vocabulary(written(tmp_path, "[[means]"))


def test_a_folder_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StationError):
        load_vocabulary(tmp_path)
