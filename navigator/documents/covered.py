"""Keeps the place of a service that became confidential after it was chosen off the person's paper (S-13, P-16)."""

import re
from dataclasses import replace
from typing import Any

from navigator.referrals.plan import PlanStep
from navigator.referrals.referral import Referral
from navigator.referrals.snapshot import stripped
from navigator.referrals.uncovered import REMOVED

_TEXTS = ("what", "number", "said_yes", "why", "at", "how", "bring")
_ALONE = 10
"""Characters from which a text beside the address tells the place; "Ring" stands in any sentence."""


def covered(referral: Referral) -> Referral:
    """The referral as what it proposes may be made of it. What was hidden when it was chosen stays as it was read."""
    place = referral.snapshot
    return referral if place.confidential else replace(referral, snapshot=stripped(place))


def without_place(step: PlanStep, referral: Referral) -> PlanStep:
    """The step without any text that tells where the place of `referral` is."""
    secrets = _secrets(referral)
    told = {name: getattr(step, name) for name in _TEXTS}
    left: dict[str, Any] = {name: _without(text, secrets) for name, text in told.items() if secrets.search(text)}
    return replace(step, **left)


def tells_place(step: PlanStep, referral: Referral, hidden_how: str) -> bool:
    """Whether the step may still tell where the place of `referral` is, which is confidential now.

    Nobody has read what was written of a way there before: only `hidden_how` may stand in its place. What was
    confidential from the start was written with that in mind, unless casework had to take something out of it.
    """
    texts = [getattr(step, name) for name in _TEXTS]
    if referral.snapshot.confidential:
        return any(REMOVED in text for text in texts)
    unread = step.how.strip() not in ("", hidden_how) or bool(step.bring.strip())
    return unread or any(_secrets(referral).search(text) for text in texts)


def _without(text: str, secrets: re.Pattern[str]) -> str:
    """What is left of the text; a full stop alone says nothing."""
    left = secrets.sub("", text).strip()
    return left if any(letter.isalnum() for letter in left) else ""


def _secrets(referral: Referral) -> re.Pattern[str]:
    """The texts that tell the place, the longest first: one may stand inside another."""
    place, yes = referral.snapshot, referral.acceptance
    beside = (place.bring, place.note, yes.arrival if yes else "")
    told = (REMOVED, place.address, place.directions, *(text for text in beside if len(text.strip()) >= _ALONE))
    longest_first = sorted({text.strip().rstrip(".") for text in told if text.strip()}, key=len, reverse=True)
    any_of = "|".join(re.escape(text) for text in longest_first) or r"(?!)"
    return re.compile(rf"[\s,;]*(?<!\w)(?:{any_of})(?!\w)", re.IGNORECASE)
