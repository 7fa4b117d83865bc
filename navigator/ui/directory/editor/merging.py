"""What was typed over what was saved: as a draft is taken up again, and when somebody else saved meanwhile."""

from collections.abc import Iterable
from dataclasses import dataclass

from navigator.ui.directory.editor.content import INPUTS, Content, input_label
from navigator.ui.directory.editor.values import changes

SEEN = "seen:record"
"""Under this name a draft keeps which state of the record it was typed over."""


@dataclass(frozen=True)
class Merged:
    """`theirs` are the labels of inputs taken from what was saved, `both` of those where one's own words stand."""

    content: Content
    theirs: tuple[str, ...] = ()
    both: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        told = []
        if self.both:
            told.append(f"Differs, and yours is shown: {', '.join(self.both)}.")
        if self.theirs:
            told.append(f"New from them: {', '.join(self.theirs)}.")
        return " ".join(told)


def over(content: Content, typed: Content) -> dict[str, str]:
    """`content` with what was typed in its place."""
    return {key: text for key, text in {**content, **typed}.items() if text}


def merge(before: Content, mine: Content, theirs: Content) -> Merged:
    """`before` is what both began with; every word that was typed here stays."""
    typed, told = changes(before, mine), changes(before, theirs)
    both = [key for key in typed if key in told and typed[key] != told[key]]
    return Merged(over(theirs, typed), _labels(set(told) - set(typed)), _labels(both))


def restore(content: Content, seen: str, draft: Content) -> Merged:
    """A draft over the record as it is now; where the record changed since, what differs is named."""
    typed = {key: text for key, text in draft.items() if key in INPUTS}
    both = [key for key in typed if draft.get(SEEN, "") != seen and typed[key] != content.get(key, "")]
    return Merged(over(content, typed), both=_labels(both))


def _labels(keys: Iterable[str]) -> tuple[str, ...]:
    known = set(keys)
    return tuple(input_label(key) for key in INPUTS if key in known)
