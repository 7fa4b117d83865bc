"""A plan being written as the strings that its draft is kept as, and back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from navigator.clock import from_store, to_store
from navigator.referrals.plan import Carry, Plan, PlanStep, When
from navigator.ui.plan.written import Written, WrittenStep

OWN_WORDS = ("goal", "medicines", "warning_signs", "if_hard", "given", "next_call", "notes")
"""The fields of a plan that are words alone, in the order of the screen."""
_STEP_WORDS = ("what", "number", "said_yes", "why", "at", "how", "bring", "referral_id")


def as_words(written: Written) -> dict[str, str]:
    """Everything that was typed, by name; the steps are numbered."""
    words = {name: getattr(written.words, name) for name in OWN_WORDS}
    words |= {"seen": str(written.seen), "offered": " ".join(sorted(written.offered))}
    words |= {"steps": str(len(written.steps)), "carry": written.words.carry.value}
    if written.words.carry_at is not None:
        words["carry_at"] = to_store(written.words.carry_at)
    for place, step in enumerate(written.steps):
        words |= {f"{place}.{name}": text for name, text in _step_words(step).items()}
    return words


def from_words(words: Mapping[str, str]) -> Written:
    """What `as_words` made the strings of."""
    carry_at = words.get("carry_at", "")
    own: dict[str, Any] = {name: words.get(name, "") for name in OWN_WORDS}
    return Written(
        steps=tuple(_step(words, place) for place in range(int(words.get("steps", "0")))),
        words=Plan(
            carry=Carry(words.get("carry", Carry.NOT_ASKED.value)),
            carry_at=from_store(carry_at) if carry_at else None,
            **own,
        ),
        seen=int(words.get("seen", "0")),
        offered=frozenset(words.get("offered", "").split()),
    )


def _step_words(written: WrittenStep) -> dict[str, str]:
    step = written.step
    return {
        **{name: getattr(step, name) for name in _STEP_WORDS},
        "when": step.when.value,
        "on": step.on.isoformat() if step.on else "",
        "day": written.day_words,
    }


def _step(words: Mapping[str, str], place: int) -> WrittenStep:
    def word(name: str) -> str:
        return words.get(f"{place}.{name}", "")

    on = date.fromisoformat(word("on")) if word("on") else None
    told: dict[str, Any] = {name: word(name) for name in _STEP_WORDS}
    step = PlanStep(when=When(word("when")), on=on, **told)
    return WrittenStep(step, word("day"))
