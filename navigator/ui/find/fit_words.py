""" "Does it fit?" in lines: what is taken, what to ask, what is not taken (S-02)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from navigator.resources.model import Entry, Fact, Status, Tri
from navigator.resources.search import Fit, Hit
from navigator.resources.search.taken import PEOPLE, ages, who_is_taken

PAYMENT = {
    Fact.MEDICAID: "Medicaid",
    Fact.MEDICARE: "Medicare",
    Fact.PRIVATE_INSURANCE: "private insurance",
    Fact.VETERANS_BENEFITS: "veterans benefits",
    Fact.SLIDING_SCALE: "sliding scale",
    Fact.FREE: "free",
    Fact.UNINSURED: "people without insurance",
}
_ALSO = {Fact.INVOLUNTARY: "involuntary", Fact.POLICE_DROP_OFF: "police drop-offs", Fact.PETS: "pets"}
_ONLY = {
    Fact.VETERANS_ONLY: "veterans only",
    Fact.RESIDENTS_ONLY: "city residents only",
    Fact.SOBRIETY_REQUIRED: "sobriety required",
    Fact.ID_NEEDED: "ID needed",
}
_TAKEN = {**PEOPLE, **PAYMENT, **_ALSO}


@dataclass(frozen=True)
class FitLine:
    """One line with the sign of its fit: tick, question, barred circle."""

    fit: Fit
    words: str


def sign_of(hit: Hit) -> Fit:
    """The sign beside the words. "Do not refer" is barred (S-05); what fits only for want of questions gets no tick."""
    if hit.entry.status is Status.DO_NOT_REFER:
        return Fit.NOT
    return Fit.ASK if hit.fit_words.startswith("Ask") else hit.fit


def fit_lines(hit: Hit) -> tuple[FitLine, ...]:
    """What the search made of it first, then what else is known; nothing is said twice."""
    entry, said = hit.entry, hit.fit_words
    also = _unsaid(_takes(entry), said)
    if hit.fit is Fit.FITS and said.startswith(("Fits:", "Takes:")):
        said, also = ", ".join((said, *also)), []
    lines = [FitLine(sign_of(hit), said)] if said else []
    lines += _line(Fit.FITS, "Takes", also)
    lines += _line(Fit.ASK, "Mind", _unsaid(_conditions(entry), said))
    lines += _line(Fit.ASK, "Ask", _unsaid(_not_known(entry), said))
    lines += _line(Fit.NOT, "Does not take", _unsaid(_named(entry, _TAKEN, Tri.NO), said))
    return tuple(lines)


def _takes(entry: Entry) -> list[str]:
    words = [*who_is_taken(entry), *_named(entry, {**PAYMENT, **_ALSO}, Tri.YES)]
    if entry.fact(Fact.ID_NEEDED) is Tri.NO:
        words.append("no ID needed")
    return words


def _conditions(entry: Entry) -> list[str]:
    return _named(entry, _ONLY, Tri.YES)


def _not_known(entry: Entry) -> list[str]:
    """The questions to put on the telephone because nothing at all is known of them."""
    questions = []
    if not ages(entry) and not any(fact in entry.facts for fact in PEOPLE):
        questions.append("who they take")
    if not entry.payment and not any(fact in entry.facts for fact in PAYMENT):
        questions.append("payment")
    if entry.fact(Fact.ID_NEEDED) is Tri.UNKNOWN:
        questions.append("whether ID is needed")
    return questions


def _named(entry: Entry, words: Mapping[Fact, str], answer: Tri) -> list[str]:
    return [word for fact, word in words.items() if entry.fact(fact) is answer]


def _unsaid(words: Iterable[str], said: str) -> list[str]:
    return [word for word in words if not re.search(rf"\b{re.escape(word)}(?!\w)", said, re.IGNORECASE)]


def _line(fit: Fit, label: str, words: list[str]) -> list[FitLine]:
    return [FitLine(fit, f"{label}: {', '.join(words)}")] if words else []
