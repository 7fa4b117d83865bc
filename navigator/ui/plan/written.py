"""A plan as it is being written: its steps in order, what has been offered to it already, and where it began."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from navigator.referrals.plan import Carry, Plan, PlanStep, When

MOST_STEPS = 12
FULL = f"A plan holds {MOST_STEPS} steps at most. Take one off first."
_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class WrittenStep:
    """A step; `day_words` stands in its line for the day while that is no day."""

    step: PlanStep
    day_words: str = ""

    def to(self, part: When, today: date) -> "WrittenStep":
        """Under another part. A day of its own stays; what stands under today is today's."""
        on = self.step.on
        if part is When.TODAY:
            on = today
        elif on == today:
            on = None
        return WrittenStep(replace(self.step, when=part, on=on), self.day_words)


@dataclass(frozen=True)
class Written:
    """`seen` is the revision it was begun from; `offered` the referrals whose steps were put in once.

    A step that a person took off is so not offered again. `words` holds everything but the steps.
    """

    steps: tuple[WrittenStep, ...] = ()
    words: Plan = field(default_factory=Plan)
    seen: int = 0
    offered: frozenset[str] = frozenset()

    @property
    def plan(self) -> Plan:
        return replace(self.words, steps=tuple(written.step for written in self.steps))

    def places(self, part: When) -> tuple[int, ...]:
        """Where the steps of a part stand among all."""
        return tuple(place for place, written in enumerate(self.steps) if written.step.when is part)

    def with_step(self, step: PlanStep) -> "Written":
        """Puts it last."""
        return replace(self, steps=(*self.steps, WrittenStep(step)))

    def without(self, place: int) -> "Written":
        return replace(self, steps=self.steps[:place] + self.steps[place + 1 :])

    def put_back(self, place: int, step: WrittenStep) -> "Written":
        """Undoes `without`."""
        return replace(self, steps=(*self.steps[:place], step, *self.steps[place:]))

    def changed(self, place: int, step: WrittenStep) -> "Written":
        return replace(self, steps=(*self.steps[:place], step, *self.steps[place + 1 :]))

    def with_own(self, name: str, words: str) -> "Written":
        """Other words in the field of that name after the first page."""
        told: dict[str, Any] = {name: words}
        return replace(self, words=replace(self.words, **told))

    def answered(self, carry: Carry, at: datetime | None) -> "Written":
        """Whether it is safe to carry paper, and when they said so."""
        return replace(self, words=replace(self.words, carry=carry, carry_at=at))

    def lacking(self, proposed: Sequence[PlanStep]) -> tuple[PlanStep, ...]:
        """The steps of referrals that neither stand in the plan nor were offered to it."""
        known = self.offered | {written.step.referral_id for written in self.steps}
        return tuple(step for step in proposed if step.referral_id and step.referral_id not in known)

    def taking_in(self, steps: Sequence[PlanStep]) -> "Written":
        """Adds the steps after what is written, and touches nothing else."""
        added = tuple(WrittenStep(step) for step in steps)
        offered = self.offered | {step.referral_id for step in steps if step.referral_id}
        return replace(self, steps=(*self.steps, *added), offered=offered)


def begun(plan: Plan, seen: int, offered: frozenset[str] = frozenset()) -> Written:
    """A plan as it was proposed or saved, to be written on."""
    steps = tuple(WrittenStep(step) for step in plan.steps)
    own = frozenset(step.referral_id for step in plan.steps if step.referral_id)
    return Written(steps, replace(plan, steps=()), seen, offered | own)


def part_of(day: date, today: date) -> When:
    """Under which part a day stands."""
    if day <= today:
        return When.TODAY
    return When.THIS_WEEK if day < today + _WEEK else When.LATER
