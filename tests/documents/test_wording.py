"""The set phrases: complete, plain, and honest about who read them (D-06, D-09)."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from navigator.documents.wording import Wording, load_wording, read_wording
from navigator.errors import StationError

from .reading import grade, sentences

PHRASES = load_wording("en").phrases
CAPITALS_WITH_REASON = {"AM", "PM", "ID", "TTY", "DEMO"}


@pytest.mark.parametrize("name", PHRASES)
def test_no_sentence_is_longer_than_fifteen_words(name: str) -> None:
    assert all(len(sentence.split()) <= 15 for sentence in re.split(r"[.?!]", PHRASES[name]))


@pytest.mark.parametrize("name", PHRASES)
def test_no_word_stands_in_capitals_alone(name: str) -> None:
    shouted = set(re.findall(r"\b[A-Z]{2,}\b", PHRASES[name]))
    assert shouted <= CAPITALS_WITH_REASON


def test_the_phrases_read_at_grade_six_or_lower() -> None:
    assert grade(sentences(text for name, text in PHRASES.items() if not name.startswith(("date", "paper")))) <= 6


def test_menu_numbers_of_988_are_not_in_the_template() -> None:
    assert not any("press" in text.lower() for text in PHRASES.values())


def test_english_is_the_original_and_claims_no_reviewer(wording: Wording) -> None:
    assert wording.original
    assert (wording.reviewed_by, wording.reviewed_on) == ("", None)


def test_a_day_has_its_weekday_and_another_year_its_year(wording: Wording) -> None:
    today = date(2026, 11, 23)
    assert wording.day(date(2026, 11, 11), today) == "Wednesday, November 11"
    assert wording.day(date(2027, 1, 4), today) == "Monday, January 4, 2027"


def test_a_month_gets_its_year_only_when_it_could_be_mistaken(wording: Wording) -> None:
    today = date(2026, 11, 23)
    assert wording.month(date(2026, 8, 3), today) == "August"
    assert wording.month(date(2025, 11, 20), today) == "November 2025"


@pytest.mark.parametrize(("hour", "said"), [(0, "12:05 AM"), (2, "2:05 AM"), (12, "12:05 PM"), (23, "11:05 PM")])
def test_a_moment_is_said_with_the_twelve_hour_clock(wording: Wording, hour: int, said: str) -> None:
    moment = datetime(2026, 11, 23, hour, 5)
    assert wording.clock(moment) == said
    assert wording.moment(moment) == f"Monday, November 23, {said}"


def test_words_are_listed_as_one_says_them(wording: Wording) -> None:
    assert wording.listed(()) == ""
    assert wording.listed(("men",)) == "men"
    assert wording.listed(("men", "women", "couples")) == "men, women and couples"


def test_a_missing_phrase_is_named(wording: Wording) -> None:
    with pytest.raises(StationError, match=r"handout\.song"):
        wording.say("handout.song")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("direction =", "dirction ="), "lacks 'direction'"),
        (('direction = "ltr"', 'direction = "up"'), "cannot be used"),
        (('"Monday", ', ""), "weekdays needs 7 names"),
    ],
)
def test_a_broken_wording_file_says_what_is_wrong(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    whole = Path("data/wording/en.toml").read_text(encoding="utf-8")
    broken = tmp_path / "xx.toml"
    broken.write_text(whole.replace(*change), encoding="utf-8")
    with pytest.raises(StationError, match=said):
        read_wording(broken)
