"""What an entry says for and against a person by one rule; what says both, or nothing, is asked (S-02)."""

from dataclasses import dataclass, replace

from navigator.resources.model import Entry, Fact, Tri
from navigator.resources.search.answer import Fit


@dataclass(frozen=True)
class Weighed:
    """Words that speak for it (`yes`) and against (`no`), each "" where nothing does, and what to ask otherwise."""

    yes: str = ""
    no: str = ""
    ask: str = ""

    @classmethod
    def of_fact(
        cls, entry: Entry, fact: Fact, if_yes: str, if_no: str, unknown: str, *, wanted: bool = True
    ) -> "Weighed":
        """By one fact; it speaks for the person when it is a yes, or, not `wanted`, when it is a no."""
        known = entry.fact(fact)
        said = {Tri.YES: if_yes, Tri.NO: if_no, Tri.UNKNOWN: ""}[known]
        speaks_for = (known is Tri.YES) == wanted
        return cls(yes=said if speaks_for else "", no="" if speaks_for else said, ask=unknown)

    def also(self, yes: str = "", no: str = "") -> "Weighed":
        """With further words for or against, after those that it has."""
        return replace(self, yes=_both(self.yes, yes), no=_both(self.no, no))

    @property
    def fit(self) -> Fit:
        if bool(self.yes) == bool(self.no):
            return Fit.ASK
        return Fit.FITS if self.yes else Fit.NOT

    @property
    def words(self) -> str:
        if self.yes and self.no:
            return f"{self.no}, but {self.yes}: ask"
        return self.yes or self.no or self.ask


def _both(first: str, second: str) -> str:
    return ", ".join(part for part in (first, second) if part)
