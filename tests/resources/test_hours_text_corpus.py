"""Real hours texts, which lie outside the repository: how many are read, and none of the hand-checked ones wrongly."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from navigator.resources.hours_text import Understood, Unfit, read_hours_text

from .hours_expected import expectations, faults

NOT_TOLD = {Unfit.WORDS, Unfit.NOT_KNOWN, Unfit.CONFUSED}
"""Reasons that tell only that the reader does not know what is meant."""


@pytest.fixture(scope="module")
def texts(corpora: Path) -> list[tuple[str, int]]:
    """Each text with how often it is published."""
    lines = (corpora / "hours" / "hours.jsonl").read_text(encoding="utf-8").splitlines()
    return [(row["text"], row["count"]) for row in map(json.loads, lines)]


def test_none_of_two_hundred_readings_checked_by_hand_is_wrong(texts: list[tuple[str, int]]) -> None:
    by_key = {sha256(text.encode()).hexdigest(): text for text, _ in texts}
    wrong = {
        by_key[key]: found
        for key, hoped in expectations().items()
        if (found := faults(read_hours_text(by_key[key]), hoped))
    }
    assert len(expectations()) == 200
    assert wrong == {}


def test_most_texts_are_understood(texts: list[tuple[str, int]]) -> None:
    """Understood: what each part says is known, be it in the week or for a known reason not ("1st Wednesday").

    Words that the reader does not know leave hours as text, so that no reading is wrong; this share is the price.
    """
    readings = [read_hours_text(text) for text, _ in texts]
    understood = sum(not NOT_TOLD.intersection(reading.unfit) for reading in readings)
    assert understood / len(texts) >= 0.87


def test_most_texts_stand_whole_in_typed_hours(texts: list[tuple[str, int]]) -> None:
    whole = [
        (text, count)
        for text, count in texts
        if read_hours_text(text).understood in (Understood.WHOLE, Understood.NONE_SAID)
    ]
    assert len(whole) / len(texts) >= 0.74
    assert sum(count for _, count in whole) / sum(count for _, count in texts) >= 0.91
