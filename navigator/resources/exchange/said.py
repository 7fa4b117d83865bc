"""Facts that a text says plainly, and nothing else: what is not said stays unknown (S-02)."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from navigator.resources.model import Fact, Tri

_YES, _NO = Tri.YES, Tri.NO
Facts = Mapping[Fact, Tri]
Rule = tuple[re.Pattern[str], Facts]


def _rule(form: str, *facts: tuple[Fact, Tri]) -> Rule:
    return re.compile(form, re.IGNORECASE), dict(facts)


_FEES = (
    _rule(r"(?:there is )?(?:no (?:fees?|cost|charge)|none|free(?: of charge)?)(?: to clients)?", (Fact.FREE, _YES)),
    _rule(
        r"(?:a )?sliding[ -](?:fee )?scale(?: fees?)?(?:,? based on (?:income|ability to pay))?",
        (Fact.SLIDING_SCALE, _YES),
    ),
    _rule(r"(?:accepts )?medicaid(?: accepted)?", (Fact.MEDICAID, _YES)),
    _rule(r"(?:accepts )?medicare(?: accepted)?", (Fact.MEDICARE, _YES)),
    _rule(r"(?:accepts )?private (?:health )?insurance(?: accepted)?", (Fact.PRIVATE_INSURANCE, _YES)),
)
_ACCESS = (
    _rule(r"walk[ -]?ins?(?: only| (?:are )?(?:welcome|accepted))?", (Fact.WALK_IN, _YES)),
    _rule(r"no walk[ -]?ins?|walk[ -]?ins? (?:are )?not accepted", (Fact.WALK_IN, _NO)),
    _rule(r"call (?:first|ahead)|must call first", (Fact.CALL_FIRST, _YES)),
    _rule(r"(?:by )?referrals? only", (Fact.REFERRAL_ONLY, _YES)),
)
_PAPERS = (
    _rule(r"none(?: required| needed)?|no documents? (?:are )?(?:required|needed)", (Fact.ID_NEEDED, _NO)),
    _rule(
        r"(?:a )?(?:valid |current |government[- ]issued )*(?:photo|picture) (?:id|i\.d|identification)(?: card)?"
        r"(?: (?:is )?required)?",
        (Fact.ID_NEEDED, _YES),
    ),
)
_WAY_IN = (
    _rule(r"(?:fully |is )?(?:wheelchair|handicap(?:ped)?)[ -]accessible", (Fact.WHEELCHAIR, _YES)),
    _rule(r"(?:is )?not (?:wheelchair|handicap(?:ped)?)[ -]accessible", (Fact.WHEELCHAIR, _NO)),
)
_PEOPLE = (
    _rule(r"(?:for )?men only|(?:for )?(?:adult )?males? only", (Fact.MEN, _YES), (Fact.WOMEN, _NO)),
    _rule(r"(?:for )?women only|(?:for )?(?:adult )?females? only", (Fact.WOMEN, _YES), (Fact.MEN, _NO)),
    _rule(r"(?:for )?veterans only|must be a veteran", (Fact.VETERANS_ONLY, _YES)),
)
_CLAUSE = re.compile(r"[.;,\n]+|\s+and\s+")
_SENTENCE = re.compile(r"[.;\n]+")
_YEARS = r"(?:\s*(?:years?|yrs?)(?:\s+(?:old|of age))?)?"
_FROM = re.compile(
    rf"(?:(?:must be|individuals?|people|persons?|adults?|clients?|for|open to|aged?|ages?)[,:]?\s+)*"
    rf"(?:at least\s+)?(?P<least>\d{{1,2}}){_YEARS}(?:\s*\+|\s+(?:and|or)\s+(?:older|over|up|above))",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(rf"(?:must be|be)\s+at least\s+(?P<least>\d{{1,2}}){_YEARS}", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"(?:(?:must be|be|individuals?|people|persons?|adults?|youth|children|students|clients?|for|open to)[,:]?\s+)*"
    rf"(?:(?:between|from)\s+)?(?:(?:the\s+)?ages?(?:\s+of)?|aged)?:?\s*(?:between\s+|from\s+)?(?P<least>\d{{1,2}}){_YEARS}"
    rf"\s*(?:-|–|to|through|and)\s*(?P<most>\d{{1,2}}){_YEARS}",
    re.IGNORECASE,
)
_AGE_WORD = re.compile(r"\b(?:ages?|aged|years?|yrs?|old)\b", re.IGNORECASE)


def of_fees(text: str) -> Facts:
    """What a cell for fees says clause by clause: "Sliding scale, Medicaid", "No fee". Doubtful together: nothing."""
    facts = _read(text, _FEES)
    alone = len([clause for clause in _CLAUSE.split(text) if clause.strip()]) == 1
    return (
        facts
        if alone or Fact.FREE not in facts
        else MappingProxyType({f: a for f, a in facts.items() if f is not Fact.FREE})
    )


def of_access(text: str) -> Facts:
    """What a cell on how to apply says: "Telephone, Walk-In"."""
    return _read(text, _ACCESS)


def of_papers(text: str) -> Facts:
    """What a cell for required documents says."""
    return _read(text, _PAPERS)


def of_building(text: str) -> Facts:
    """What a cell on access for people with disabilities says."""
    return _read(text, _WAY_IN)


def of_people(text: str) -> Facts:
    """What a cell for eligibility says, where a whole sentence says nothing else."""
    return _matched(_SENTENCE.split(text), _PEOPLE)


def ages_of(text: str) -> tuple[int | None, int | None]:
    """Youngest and oldest age, where one whole sentence of `text` says nothing else and no other speaks of ages."""
    sentences = [sentence.strip() for sentence in _SENTENCE.split(text) if sentence.strip()]
    told = [found for sentence in sentences if (found := _ages(sentence))]
    if len(told) != 1 or sum(any(map(str.isdigit, sentence)) for sentence in sentences) > 1:
        return None, None
    return told[0]


def _ages(sentence: str) -> tuple[int | None, int | None] | None:
    if found := _FROM.fullmatch(sentence) or _AT_LEAST.fullmatch(sentence):
        return int(found["least"]), None
    found = _BETWEEN.fullmatch(sentence)
    if found and _AGE_WORD.search(sentence) and int(found["least"]) <= int(found["most"]):
        return int(found["least"]), int(found["most"])
    return None


def _read(text: str, rules: tuple[Rule, ...]) -> Facts:
    return _matched(_CLAUSE.split(text), rules)


def _matched(clauses: list[str], rules: tuple[Rule, ...]) -> Facts:
    """The facts of clauses that say nothing else; one that is said both ways is left out."""
    found: dict[Fact, Tri] = {}
    torn: set[Fact] = set()
    for clause in clauses:
        for form, facts in rules:
            if form.fullmatch(" ".join(clause.split()).strip(" .!")):
                torn |= {fact for fact, answer in facts.items() if found.get(fact, answer) is not answer}
                found |= facts
    return MappingProxyType({fact: answer for fact, answer in found.items() if fact not in torn})
