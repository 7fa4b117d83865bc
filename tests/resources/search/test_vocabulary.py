"""The vocabulary files: what ships can be read, and what is wrong is said with its place."""

from collections import Counter
from pathlib import Path

import pytest

from navigator.errors import BadInput, StationError, UserError
from navigator.resources.search.phrases import written_out
from navigator.resources.search.understand import Reader
from navigator.resources.vocabulary import Group, Kind, Vocabulary, load_vocabulary

from .reader import NOTHING


def written(folder: Path, text: str) -> Path:
    (folder / "own.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "phrase",
    [
        "mat",
        "iop",
        "php",
        "otp",
        "crc",
        "dv",
        "detox",
        "302",
        "narcan",
        "soup kitchen",
        "couch surfing",
        "sud",
        "refugio",
        "comida",
        "dopesick",
        "psych ward",
        "sober living",
        "code blue",
        "safe house",
        "lost id",
        "pfa",
        "getting evicted",
        "light bill",
        "out of jail",
        "toothache",
        "trafficked",
        "meals on wheels",
        "aged out",
        "someone to talk to",
        "ride to appointment",
        "baby formula",
        "prep",
        "asylum",
        "vash",
        "hearing voices",
    ],
)
def test_the_words_of_the_street_and_the_field_are_known(reader: Reader, phrase: str) -> None:
    (part,) = reader.read(phrase, NOTHING).parts
    assert part.means


def test_each_form_of_a_file_is_read(tmp_path: Path) -> None:
    text = """
        small_words = ["the"]
        soft_words = ["help"]
        [[same]]
        say = ["a", "b"]
        [[means]]
        say = ["dv"]
        means = ["domestic violence"]
        [[filter]]
        say = ["open now"]
        means = ["open now"]
        [[person]]
        say = ["guy"]
        means = ["takes men"]
        [[without]]
        say = ["no id"]
        means = ["ID needed"]
        [[language]]
        say = ["en español"]
        means = ["Spanish"]
        [[time]]
        say = ["this morning"]
        means = ["today", "morning"]
        [[time_beside]]
        say = ["sat"]
        means = ["Saturday"]
        [[danger]]
        say = ["jumper"]
        [[plain]]
        say = ["jumper cables"]
    """
    assert load_vocabulary(written(tmp_path, text)) == Vocabulary(
        (
            Group(Kind.SAME, ("a", "b"), ("a", "b"), "own/same/a"),
            Group(Kind.MEANS, ("dv",), ("domestic violence",), "own/means/dv"),
            Group(Kind.FILTER, ("open now",), ("open now",), "own/filter/open now"),
            Group(Kind.PERSON, ("guy",), ("takes men",), "own/person/guy"),
            Group(Kind.WITHOUT, ("no id",), ("ID needed",), "own/without/no id"),
            Group(Kind.LANGUAGE, ("en español",), ("Spanish",), "own/language/en español"),
            Group(Kind.TIME, ("this morning",), ("today", "morning"), "own/time/this morning"),
            Group(Kind.TIME_BESIDE, ("sat",), ("Saturday",), "own/time_beside/sat"),
            Group(Kind.DANGER, ("jumper",), (), "own/danger/jumper"),
            Group(Kind.PLAIN, ("jumper cables",), (), "own/plain/jumper cables"),
        ),
        frozenset({"the"}),
        frozenset({"help"}),
    )


def test_every_group_that_ships_has_a_key_of_its_own(vocabulary: Vocabulary) -> None:
    assert [key for key, count in Counter(group.key for group in vocabulary.groups).items() if count > 1] == []


def test_a_line_with_strokes_and_brackets_stands_for_several_phrases() -> None:
    assert list(written_out("has|with (a) gun")) == [
        ("has", "a", "gun"),
        ("has", "gun"),
        ("with", "a", "gun"),
        ("with", "gun"),
    ]


def test_own_groups_stand_first_and_in_place_of_those_of_their_key() -> None:
    shipped = Vocabulary(
        (
            Group(Kind.SAME, ("a",), key="one"),
            Group(Kind.SAME, ("b",), key="two"),
            Group(Kind.SAME, ("c",), key="three"),
        )
    )
    changed, own = Group(Kind.SAME, ("b", "d"), key="two"), Group(Kind.MEANS, ("x",), ("y",))
    joined = shipped.joined([own, changed], off={"three"})
    assert joined.groups == (own, changed, Group(Kind.SAME, ("a",), key="one"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[means]]\nsay = ['dv']\nmeans = []", "own.toml, means 1, means: this is missing."),
        ("[[means]]\nsay = ['dv']\nmeans = ['x']\nsee = 1", "own.toml, means 1, see: this key is not known here."),
        ("[[same]]\nsay = ['ok', '--']", "own.toml, same 1, say: '--' is not a word."),
        ("[[filter]]\nsay = ['now']", "own.toml, filter 1, means: this is missing."),
        ("[[person]]\nsay = ['guy']\nmeans = ['men']", "own.toml, person 1, means: 'men' is not one of"),
        ("[[time]]\nsay = ['mayday']\nmeans = ['May']", "own.toml, time 1, means: 'May' is not one of"),
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
