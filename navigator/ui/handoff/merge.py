"""What was typed over what was saved: as the draft keeps it, and when two screens changed one handoff."""

from collections.abc import Iterable
from dataclasses import dataclass

from navigator.referrals.handoff import Needed
from navigator.ui.handoff.content import REASONS, Content
from navigator.ui.handoff.labels import LABELS

SEEN = "seen"
"""Under this name a draft keeps the revision that it was typed over."""


@dataclass(frozen=True)
class Merged:
    """`theirs` are the fields taken from what was saved, `both` those that differ, where one's own words stand."""

    content: Content
    theirs: tuple[str, ...] = ()
    both: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        told = []
        if self.both:
            told.append(f"Differs, and yours is shown: {_listed(self.both)}.")
        if self.theirs:
            told.append(f"New from them: {_listed(self.theirs)}.")
        return " ".join(told)


def changes(before: Content, now: Content) -> dict[str, str]:
    """What was typed: each field that is another than before, "" where it was emptied."""
    return {name: now.get(name, "") for name in {**before, **now} if now.get(name, "") != before.get(name, "")}


def over(content: Content, typed: Content) -> dict[str, str]:
    """`content` with what was typed in its place."""
    return {name: text for name, text in {**content, **typed}.items() if text}


def merge(before: Content, mine: Content, theirs: Content) -> Merged:
    """`before` is what both began with; every word that was typed here stays."""
    typed, told = changes(before, mine), changes(before, theirs)
    both = [name for name in typed if name in told and typed[name] != told[name]]
    return Merged(over(theirs, typed), _ordered(set(told) - set(typed)), _ordered(both))


def restore(content: Content, revision: int, draft: Content) -> Merged:
    """A draft over the handoff as it is now saved; what it was typed over is not known any more when that changed."""
    typed = {name: text for name, text in draft.items() if name in LABELS or name in REASONS}
    changed = draft.get(SEEN, "0") != str(revision)
    both = [name for name in typed if changed and typed[name] != content.get(name, "")]
    return Merged(over(content, typed), both=_ordered(both))


def _ordered(names: Iterable[str]) -> tuple[str, ...]:
    known = set(names)
    return tuple(name for name in (*LABELS, *REASONS) if name in known)


def _listed(names: Iterable[str]) -> str:
    labels = [LABELS.get(name) or _REASON_LABELS[REASONS[name]] for name in names]
    return ", ".join(label if place == 0 else f"{label[:1].lower()}{label[1:]}" for place, label in enumerate(labels))


_REASON_LABELS = {need: f"Why not: {need.value}" for need in Needed}
