"""What is wrong with the fields of a step, told of its words alone, whether it is on the screen or not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from navigator.ui.plan.part_words import PARTS
from navigator.ui.plan.written import Written, WrittenStep, part_of
from navigator.ui.widgets.day_entry import day_trouble
from navigator.ui.widgets.day_reading import read_day, say_day

NO_NUMBER = "This is no telephone number."
_BELONGS = "That day belongs under {part}. Move the step there, or change the day."
_FEWEST_DIGITS = 3
"""911, 988 and 211 are dialled as they are."""


@dataclass(frozen=True)
class StepTrouble:
    """The field ("number", "day") of the step that stands at `place` among all, and what is wrong with it."""

    place: int
    field: str
    sentence: str


def first_trouble(written: Written, today: date) -> StepTrouble | None:
    """The first in the order of the screen: by part, then by step, then by field."""
    order = sorted(enumerate(written.steps), key=lambda one: list(PARTS).index(one[1].step.when))
    return next((found for place, step in order for found in _troubles(place, step, today)), None)


def number_trouble(number: str) -> str:
    """The sentence for words that nobody can dial, else ""."""
    if not number.strip():
        return ""
    return "" if sum(letter.isdigit() for letter in number) >= _FEWEST_DIGITS else NO_NUMBER


def step_day_trouble(written: WrittenStep, today: date) -> str:
    """The sentence for what is no day to come, and for a day of another part, else ""."""
    on = written.step.on
    words = written.day_words if on is None else say_day(on, today)
    if trouble := day_trouble(words, today):
        return trouble
    day = on or read_day(words, today)
    part = written.step.when if day is None else part_of(day, today)
    return "" if part is written.step.when else _BELONGS.format(part=PARTS[part])


def _troubles(place: int, written: WrittenStep, today: date) -> Iterator[StepTrouble]:
    for field, sentence in (
        ("number", number_trouble(written.step.number)),
        ("day", step_day_trouble(written, today)),
    ):
        if sentence:
            yield StepTrouble(place, field, sentence)
