"""Words that speak of dying, harm or an overdose, and words that only sound so."""

import pytest

from navigator.city import load_city
from navigator.resources.search import Query
from navigator.resources.search.understand import Reader
from navigator.resources.vocabulary import Group, Kind, Vocabulary

from .reader import NOTHING, Knowing


@pytest.mark.parametrize(
    "typed",
    [
        "suicidal",
        "suicide",
        "sucidal teen",
        "suicidle",
        "34yom suicidal",
        "si with plan",
        "jumper",
        "wants to die",
        "i want to die",
        "going to kill himself",
        "killing herself",
        "cut her wrists",
        "took all her pills",
        "end my life",
        "doesn’t want to live",
        "quiere morir",
        "suicidio",
    ],
)
def test_wanting_to_die_is_danger(reader: Reader, typed: str) -> None:
    assert reader.read(typed, NOTHING).danger


@pytest.mark.parametrize(
    "typed",
    [
        "overdose",
        "overdosed",
        "overdosse",
        "OD",
        "he od'ed",
        "sobredosis",
        "not breathing",
        "isn't breathing",
        "unresponsive",
        "cant breathe",
        "turning blue",
    ],
)
def test_an_overdose_is_danger(reader: Reader, typed: str) -> None:
    assert reader.read(typed, NOTHING).danger


@pytest.mark.parametrize(
    "typed",
    [
        "has a gun",
        "man with a knife",
        "guy w/ knife",
        "armed",
        "wants to kill his wife",
        "going to hurt someone",
        "threatened to shoot",
        "homicidal",
        "barricaded",
        "choking her",
        "tiene un arma",
    ],
)
def test_harm_to_others_is_danger(reader: Reader, typed: str) -> None:
    assert reader.read(typed, NOTHING).danger


@pytest.mark.parametrize(
    "typed",
    [
        "suicide prevention training",
        "suicide prevention",
        "survivors of suicide",
        "suicide loss support group",
        "overdose prevention",
        "overdose kit",
        "overdose awareness day",
        "gun violence",
        "gun lock",
        "armed forces",
        "jumper cables",
        "harm reduction",
        "detox",
        "odessa",
        "juniper street",
        "methadone",
        "homicide victim support",
        "",
        "kill",
        "die",
        "knife",
        "bridge clinic",
        "dog bite",
        "dead",
        "women against abuse",
    ],
)
def test_what_only_sounds_like_danger_is_none(reader: Reader, typed: str) -> None:
    assert not reader.read(typed, NOTHING).danger


def test_a_name_of_the_directory_is_no_danger(reader: Reader) -> None:
    known = Knowing("Jumper Street Ministries")
    assert reader.read("jumper", known).danger
    assert not reader.read("jumper street ministries", known).danger
    assert not reader.read("food at jumper street ministries", known).danger


@pytest.mark.parametrize("typed", ["does not want to live", "suicidel", "about to jump", "took a whole bottle"])
def test_plain_words_and_slips_are_danger_whatever_the_directory_holds(reader: Reader, typed: str) -> None:
    assert reader.read(typed, NOTHING).danger
    assert reader.read(typed, Knowing("Suicidel", typed)).danger


def test_a_plain_phrase_excuses_only_what_lies_inside_it() -> None:
    groups = (
        Group(Kind.DANGER, ("man with a gun",), (), "a"),
        Group(Kind.PLAIN, ("my man with", "man with a gun show"), (), "b"),
    )
    reader = Reader(Vocabulary(groups), load_city("philadelphia"))
    assert reader.read("my man with a gun", NOTHING).danger
    assert not reader.read("man with a gun show", NOTHING).danger


@pytest.mark.parametrize("typed", ["no men", "not open now", "no pets", "not spanish"])
def test_what_is_denied_is_not_asked_for(reader: Reader, typed: str) -> None:
    assert reader.read(f"shelter {typed}", NOTHING).asked == Query()


@pytest.mark.parametrize("typed", ["24/7", "19134-1234"])
def test_digits_that_are_a_time_or_a_place_are_no_telephone_number(reader: Reader, typed: str) -> None:
    assert reader.read(typed, NOTHING).digits == ""


@pytest.mark.parametrize(
    "typed",
    [
        "OD'd",
        "he wants to kil himself",
        "took the whole bottle",
        "dying",
        "threat to others",
        "knife at her neck",
        "voices telling him to kill",
        "passed out fentanyl",
        "gave him narcan",
        "can not breathe",
        "suicide prevention hotline",
    ],
)
def test_how_police_say_it_is_danger(reader: Reader, typed: str) -> None:
    assert reader.read(typed, NOTHING).danger


@pytest.mark.parametrize("typed", ["not armed", "denies si hi", "postage stamps", "farmed fish", "death and dying"])
def test_what_is_denied_or_only_looks_like_a_slip_is_no_danger(reader: Reader, typed: str) -> None:
    assert not reader.read(typed, NOTHING).danger


@pytest.mark.parametrize("typed", ["suicide", "suicide crisis lifeline"])
def test_the_name_of_a_line_is_danger(reader: Reader, typed: str) -> None:
    assert reader.read(typed, Knowing("Suicide", "Suicide Crisis Lifeline")).danger
