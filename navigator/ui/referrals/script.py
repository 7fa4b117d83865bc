"""What to say on the telephone and what to ask, from the facts of the visit and of the place; never a name (R-08).

Nothing here is given the person, but for an age: a sentence cannot hold what it was never told.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from navigator.referrals.snapshot import Snapshot
from navigator.referrals.visit import AgeBand, Gender, Interpreter, VisitFacts
from navigator.resources.categories import Category
from navigator.resources.model import Fact, Tri
from navigator.ui.referrals.age import GROWN, Age

_NEEDS = {
    "crisis-line": "somebody to talk to",
    "crisis-center": "a crisis center",
    "mobile-crisis": "a mobile crisis team",
    "mental-health-clinic": "mental health care",
    "psychiatric-hospital": "a psychiatric bed",
    "treatment-access": "a way into treatment",
    "sobering": "a place to sober up",
    "opioid-treatment": "opioid treatment",
    "drug-alcohol-outpatient": "outpatient drug and alcohol treatment",
    "drug-alcohol-residential": "residential drug and alcohol treatment",
    "shelter-intake": "shelter",
    "day-center": "a day center",
    "warming-cooling": "a place to get warm or cool",
    "child-safety": "help to keep a child safe",
    "poison": "advice about a poison",
    "youth": "help for young people",
    "lgbtq": "LGBTQ+ help",
    "id-benefits": "help with ID and benefits",
    "veterans": "help for veterans",
    "older-adults": "help for older adults",
    "information-line": "help to find a service",
}
"""How "who needs …" goes on where the name of the kind of help does not fit into a sentence."""

_BY_PHONE = frozenset({"crisis-line", "poison", "information-line"})
_UNINSURED = frozenset({"none", "no insurance", "uninsured", "uninsured people", "self-pay", "not insured"})
_UNKNOWN = frozenset({"", "not known", "unknown"})


@dataclass(frozen=True)
class Pronoun:
    """How the sentences speak of a person without naming them."""

    subject: str
    object: str
    plural: bool = False

    def has(self) -> str:
        return f"{self.subject.capitalize()} {'have' if self.plural else 'has'}"

    def does(self) -> str:
        return f"{'Do' if self.plural else 'Does'} {self.subject}"


_HE, _SHE, _THEY = Pronoun("he", "him"), Pronoun("she", "her"), Pronoun("they", "them", plural=True)
_PRONOUN = {Gender.MAN: _HE, Gender.TRANS_MAN: _HE, Gender.WOMAN: _SHE, Gender.TRANS_WOMAN: _SHE}
_ASKED_FIRST = frozenset({Gender.TRANS_MAN, Gender.TRANS_WOMAN, Gender.NON_BINARY})
_GROWN = {_HE: "a man", _SHE: "a woman", _THEY: "a person"}
_YOUNG = {_HE: "a boy", _SHE: "a girl", _THEY: "a young person"}
_AGES = {
    AgeBand.CHILD: "under 12",
    AgeBand.YOUTH: "12 to 17",
    AgeBand.YOUNG_ADULT: "18 to 25",
    AgeBand.ADULT: "26 to 59",
    AgeBand.OLDER_ADULT: "60 or older",
}


@dataclass(frozen=True)
class Script:
    """`say` is spoken as it stands, `asks` are the questions whose answers nobody here knows."""

    say: str
    asks: tuple[str, ...]


def script(
    facts: VisitFacts, need: Category | None, snapshot: Snapshot, *, night: bool, age: Age | None = None
) -> Script:
    """`need` is what the referral is for; `night` says "tonight" in place of "today"; `age` where no band is told."""
    person = pronoun(facts.gender)
    told = [_who(facts, need, "tonight" if night else "today", age), *_told(facts, person), _room(need, person)]
    return Script(" ".join(told), tuple(_questions(facts, need, snapshot, person)))


def pronoun(gender: Gender | None) -> Pronoun:
    return _PRONOUN.get(gender, _THEY) if gender else _THEY


def _who(facts: VisitFacts, need: Category | None, when: str, known: Age | None) -> str:
    band = _AGES.get(facts.age_band) if facts.age_band else None
    age = band or (known.words if known else "")
    young = facts.age_band in {AgeBand.CHILD, AgeBand.YOUTH} or (not band and known and known.years < GROWN)
    who = (_YOUNG if young else _GROWN)[pronoun(facts.gender)]
    person = f"{who}, {age}," if age else who
    return f"I am with {person} who needs {_needed(need)} {when}."


def _needed(need: Category | None) -> str:
    if need is None:
        return "help"
    name = need.name
    return _NEEDS.get(need.code) or name[:1].lower() + name[1:]


def _told(facts: VisitFacts, person: Pronoun) -> Iterator[str]:
    payment = facts.payment.strip()
    if payment.casefold() in _UNINSURED:
        yield f"{person.has()} no insurance."
    elif payment.casefold() not in _UNKNOWN:
        yield f"{person.has()} {payment}."
    if _speaks(facts):
        speaks = "speak" if person.plural else "speaks"
        yield f"{person.subject.capitalize()} {speaks} {_speaks(facts)}{_interpreted(facts)}."


def _speaks(facts: VisitFacts) -> str:
    """The language, when it is not English."""
    language = facts.language.strip()
    return "" if language.casefold() in {*_UNKNOWN, "english"} else language


def _interpreted(facts: VisitFacts) -> str:
    match facts.interpreter:
        case Interpreter.IN_PERSON:
            return ", and an interpreter is with us"
        case Interpreter.BY_PHONE:
            return ", and we have an interpreter on the phone"
        case _:
            return ""


def _room(need: Category | None, person: Pronoun) -> str:
    if need is not None and need.code in _BY_PHONE:
        return f"Can you talk with {person.object} now?"
    if need is None or not need.unit:
        return f"Can you take {person.object}, and when?"
    return f"Do you have a {need.unit}, and can you hold it for one hour?"


def _questions(facts: VisitFacts, need: Category | None, snapshot: Snapshot, person: Pronoun) -> Iterator[str]:
    if need is not None and need.code in _BY_PHONE:
        return
    yield from _insurance(facts, snapshot, person)
    if snapshot.fact(Fact.ID_NEEDED) is Tri.UNKNOWN:
        yield f"{person.does()} need an ID?"
    if _speaks(facts) and _speaks(facts) not in snapshot.languages:
        yield f"Does somebody there speak {_speaks(facts)}?"
    if facts.gender in _ASKED_FIRST and snapshot.fact(Fact.TRANS) is not Tri.YES:
        yield "Do you take trans and non-binary people?"
    if snapshot.confidential:
        yield "Where do we come to?"
    elif not snapshot.directions.strip():
        yield "How do we get in: which door, which bell?"


def _insurance(facts: VisitFacts, snapshot: Snapshot, person: Pronoun) -> Iterator[str]:
    payment = facts.payment.strip()
    if snapshot.fact(Fact.FREE) is Tri.YES:
        return
    if payment.casefold() in _UNINSURED:
        if snapshot.fact(Fact.UNINSURED) is not Tri.YES:
            yield f"Can {person.subject} come without insurance?"
    elif payment.casefold() in _UNKNOWN:
        yield f"{person.does()} need insurance?"
    elif _takes(snapshot, payment) is not Tri.YES:
        yield f"Do you take {payment}?"


def _takes(snapshot: Snapshot, payment: str) -> Tri:
    known = next((fact for fact in Fact if fact.value.casefold() == payment.casefold()), None)
    return snapshot.fact(known) if known else Tri.UNKNOWN
