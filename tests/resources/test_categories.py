"""The kinds of help: plain words for screen and paper, codes of the right form, how long a check holds."""

import re
from pathlib import Path

import pytest

from navigator.content import read_content
from navigator.errors import BadInput
from navigator.resources.categories import Category, load_categories, read_categories


def read(tmp_path: Path, text: str) -> list[Category]:
    path = tmp_path / "categories.toml"
    path.write_text(text, encoding="utf-8")
    return list(read_content(path, read_categories).values())


def syllables(word: str) -> int:
    return max(1, len(re.findall(r"[aeiouy]+", word.lower())) - (word.lower().endswith("e") and len(word) > 3))


def grade(text: str) -> float:
    """Flesch-Kincaid for one sentence (D-06)."""
    words = re.findall(r"[A-Za-z']+", text)
    return 0.39 * len(words) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@pytest.mark.parametrize("category", load_categories().values(), ids=lambda category: category.code)
def test_paper_says_each_kind_of_help_in_few_plain_words(category: Category) -> None:
    assert len(category.paper.split()) <= 15
    assert len(category.paper.split()) < 4 or grade(category.paper) <= 6


def test_no_two_kinds_of_help_read_the_same() -> None:
    categories = load_categories().values()
    assert len({category.name for category in categories}) == len(categories)
    assert len({category.paper for category in categories}) == len(categories)


def test_each_code_of_the_lists_leads_to_one_kind_of_help() -> None:
    codes = [code for category in load_categories().values() for code in (*category.samhsa, *category.hud)]
    assert len(codes) == len(set(codes))


def test_what_houses_people_without_a_home_is_checked_every_90_days() -> None:
    categories = load_categories()
    assert categories["shelter"].due_days == categories["shelter-intake"].due_days == 90
    assert categories["legal-aid"].due_days == 365


def test_beds_are_counted_where_people_sleep() -> None:
    categories = load_categories()
    assert [categories[code].unit for code in ("detox", "shelter", "sobering", "food")] == ["bed", "bed", "chair", ""]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('samhsa = ["D-T"]', "categories.toml, detox, samhsa: 'D-T' does not look like a code of this list."),
        ('hud = ["14"]', "categories.toml, detox, hud: '14' does not look like a code of this list."),
        ('unit = "sofa"', "categories.toml, detox, unit: 'sofa' is not one of: bed, chair, slot."),
        ("due_days = 0", "categories.toml, detox, due_days: 0 is less than 1."),
        ('colour = "red"', "categories.toml, detox, colour: this key is not known here."),
    ],
)
def test_a_mistake_names_the_category_and_the_key(tmp_path: Path, line: str, sentence: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(tmp_path, f'[detox]\nname = "Detox"\npaper = "Help"\n{line}\n')
    assert caught.value.sentence == sentence
