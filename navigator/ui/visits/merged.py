"""Two windows changed one visit: what was typed here over what was saved there, and where they differ."""

from dataclasses import asdict, dataclass

from navigator.ui.isolated import isolated
from navigator.ui.visits.typed import LABELS, Typed

_SHORT = 40
_NOT_WORDS = frozenset({"unknown", "person_id", "arrived", "sent", "no_voicemail"})
"""Fields whose text is not for people to read."""


@dataclass(frozen=True)
class Merged:
    """`typed` is what the form shows now. `theirs` are labels of fields taken from the other window, `both` of
    fields that were changed in both, where the form keeps what was typed here."""

    typed: Typed
    theirs: tuple[str, ...]
    both: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What to look at before saving again."""
        told = []
        if self.theirs:
            told.append(f"Taken from the other window: {', '.join(self.theirs)}.")
        if self.both:
            told.append(f"Changed in both windows, yours is shown: {', '.join(self.both)}.")
        return " ".join(told) or "Nothing you typed is in doubt."


def merge(before: Typed, here: Typed, there: Typed) -> Merged:
    """`before` is what both began with, `here` what is typed, `there` what was saved meanwhile."""
    old, mine, new = asdict(before), asdict(here), asdict(there)
    kept = [name for name in mine if mine[name] != old[name] and mine[name] != new[name]]
    shown = {name: mine[name] if name in kept else new[name] for name in mine}
    theirs = [name for name in mine if name not in kept and new[name] != mine[name]]
    both = [name for name in kept if new[name] != old[name]]
    return Merged(Typed(**shown), _labels(theirs), tuple(f"{LABELS[name]}{_there(name, new[name])}" for name in both))


def _there(name: str, text: str) -> str:
    """What the other window says, where that is short enough to stand in a sentence."""
    if name in _NOT_WORDS or len(text) > _SHORT:
        return ""
    return f" (there: {isolated(text)})" if text else " (there: nothing)"


def _labels(names: list[str]) -> tuple[str, ...]:
    wanted = {LABELS[name] for name in names}
    return tuple(label for label in dict.fromkeys(LABELS.values()) if label in wanted)
