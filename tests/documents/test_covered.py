"""A step that was written before its place became confidential: what of it may still tell where that is (S-13)."""

from dataclasses import replace

import pytest

from navigator.documents.covered import covered, tells_place, without_place
from navigator.referrals.plan import PlanStep, When
from navigator.referrals.uncovered import REMOVED

from .casework import YES, place, referral

STEP = PlanStep(When.TODAY, "Go to Harbor Withdrawal Unit", number="215-555-0142", at="Come before 4:00 AM.")
HOW = "Call. They will tell you where to go."


@pytest.mark.parametrize(
    ("told", "tells"),
    [
        ({}, False),
        ({"how": HOW}, False),
        ({"how": "1420 Example Street."}, True),
        ({"how": "The green house by the river."}, True),
        ({"bring": "Your papers"}, True),
        ({"at": "9 AM, 1420 EXAMPLE Street"}, True),
        ({"why": "They meet you at the side door on Hope Street"}, True),
        ({"at": "Use the back stairs"}, True),
        ({"what": "Go to 11420 Example Streets"}, False),
    ],
)
def test_a_step_that_was_written_before_is_known_to_tell_the_place(told: dict[str, str], tells: bool) -> None:
    yes = referral(replace(YES, arrival="Use the back stairs"))
    assert tells_place(replace(STEP, **told), yes, HOW) is tells  # type: ignore[arg-type]


def test_what_was_confidential_from_the_start_was_written_with_that_in_mind() -> None:
    step, yes = replace(STEP, how="The van comes at six."), referral(YES, at=place(confidential=True))
    assert not tells_place(step, yes, HOW)
    assert tells_place(replace(step, how=f"{REMOVED} Press the bell."), yes, HOW)


def test_the_texts_of_the_place_are_taken_out_and_the_rest_stays() -> None:
    step = replace(STEP, at="9 AM, 1420 Example Street.", how="Side door on Hope Street.", why="To rest")
    assert without_place(step, referral(YES)) == replace(step, at="9 AM.", how="")


def test_a_step_that_tells_nothing_of_the_place_stays_letter_for_letter() -> None:
    step = replace(STEP, why=" Two lines,\nas they were typed. ")
    assert without_place(step, referral(YES)) == step


def test_what_was_hidden_when_it_was_chosen_stays_as_it_was_read() -> None:
    chosen = referral(YES, at=place(confidential=True, hours="Day and night"))
    assert covered(chosen) == chosen
