"""Words that speak of dying, harm or an overdose, and words that only sound so."""

import pytest

from navigator.resources.search.understand import Reader

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
