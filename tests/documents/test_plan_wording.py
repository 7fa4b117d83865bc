"""The set phrases of the plan are plain: grade 6, short sentences, nothing shouted or broken (D-06)."""

import re
from itertools import groupby

import pytest

from navigator.documents.wording import load_wording

from .reading import grade, sentences

PARTS = ("plan.", "when.", "step.", "hard.", "people.", "section.", "rights.", "label.")
PHRASES = {name: text for name, text in load_wording("en").phrases.items() if name.startswith(PARTS)}


def test_together_they_read_at_grade_six_or_lower() -> None:
    assert grade(sentences(PHRASES.values())) <= 6


@pytest.mark.parametrize("name", [name for name, text in PHRASES.items() if len(sentences([text])) > 0])
def test_each_reads_at_grade_eight_or_lower_by_itself(name: str) -> None:
    """A sentence or two is too little text for a grade: one long word is allowed, a hard sentence is not."""
    assert grade(sentences([PHRASES[name]])) <= 8


@pytest.mark.parametrize("name", PHRASES)
def test_no_sentence_is_longer_than_fifteen_words(name: str) -> None:
    assert all(len(sentence.split()) <= 15 for sentence in re.split(r"[.?!]", PHRASES[name]))


@pytest.mark.parametrize("name", PHRASES)
def test_nothing_is_shouted_hyphenated_or_marked_up(name: str) -> None:
    assert not re.search(r"\b[A-Z]{2,}\b|\u00ad|-$|</?\w|[*_]{1,2}\w", PHRASES[name])


def test_the_warning_words_of_no_known_form_are_used() -> None:
    said = " ".join(PHRASES.values()).lower()
    assert not re.search("stanley|brown|safety plan|coping|means safe|step [1-6]", said)


def test_it_names_no_diagnosis_no_case_and_no_police() -> None:
    said = " ".join(PHRASES.values()).lower()
    assert not re.search("diagnos|case number|police|officer|badge|illness|disorder", said)


def test_each_phrase_belongs_to_a_part_that_is_read_here() -> None:
    groups = [name for name, _ in groupby(sorted(PHRASES), key=lambda name: name.split(".")[0] + ".")]
    assert set(groups) == set(PARTS)
