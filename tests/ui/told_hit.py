"""Tells of a hit what a test wants told."""

from dataclasses import dataclass

from navigator.resources.hours import OpenKind, OpenState
from navigator.resources.model import Entry
from navigator.resources.search.answer import Reasons


@dataclass(frozen=True)
class Says:
    told: Entry
    words: str = ""

    def entry(self) -> Entry:
        return self.told

    def matched(self) -> tuple[str, ...]:
        return ()

    def fit_words(self) -> str:
        return self.words

    def open(self) -> OpenState:
        return OpenState(OpenKind.UNKNOWN, "Hours not known")

    def reasons(self) -> Reasons:
        return Reasons()
