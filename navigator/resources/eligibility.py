"""Whether an entry fits a person: fits, does not fit, or ask, and why by each rule; unknown is never "no" (S-02).

A rule weighs what the entry says for and against. What says both is asked, so no new knowledge turns one answer into
the other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from navigator.resources.age_rule import weigh_age
from navigator.resources.model import Entry, Fact, Tri
from navigator.resources.need import Gender, Household, Need, Payment
from navigator.resources.search.answer import Fit
from navigator.resources.search.taken import fact_words, no_words
from navigator.resources.weighed import Weighed


class Rule(StrEnum):
    AGE = "age"
    GENDER = "gender"
    HOUSEHOLD = "household"
    VETERAN = "veteran"
    RESIDENT = "city resident"
    PAYMENT = "payment"
    LANGUAGE = "language"
    ID = "ID"
    PET = "pet"
    SOBRIETY = "sobriety"
    POLICE = "police drop-off"
    INVOLUNTARY = "involuntary"


@dataclass(frozen=True)
class RuleVerdict:
    """How the entry stands to one rule; `words` such as "Women only" or "18 and older: she is 17"."""

    rule: Rule
    fit: Fit
    words: str


@dataclass(frozen=True)
class Verdict:
    """The worst of the rules, and each rule that applies; without rules nothing stands against the entry."""

    fit: Fit
    rules: tuple[RuleVerdict, ...]


def judge(entry: Entry, need: Need) -> Verdict:
    """How the entry stands to what is known of the person. Its status and hours are not judged here."""
    weighed = ((rule, weigh(entry, need)) for rule, weigh in _RULES.items())
    rules = tuple(_verdict(rule, found) for rule, found in weighed if found is not None)
    worst = next((fit for fit in (Fit.NOT, Fit.ASK) if any(one.fit is fit for one in rules)), Fit.FITS)
    return Verdict(worst, rules)


def _verdict(rule: Rule, weighed: Weighed) -> RuleVerdict:
    words = weighed.words
    return RuleVerdict(rule, weighed.fit, words[:1].upper() + words[1:])


_GENDERS = {Gender.WOMAN: Fact.WOMEN, Gender.MAN: Fact.MEN}
_PAYMENTS: Mapping[Payment, Fact] = {
    Payment.MEDICAID: Fact.MEDICAID,
    Payment.MEDICARE: Fact.MEDICARE,
    Payment.PRIVATE: Fact.PRIVATE_INSURANCE,
    Payment.VA: Fact.VETERANS_BENEFITS,
    Payment.NONE: Fact.UNINSURED,
}


def _taken(entry: Entry, fact: Fact) -> Weighed:
    """A fact that says whether such people, or such a card, are taken."""
    who = fact_words(fact)
    return Weighed.of_fact(entry, fact, f"takes {who}", no_words(entry, fact), f"ask if they take {who}")


def _gender(entry: Entry, need: Need) -> Weighed | None:
    """Trans and non-binary people: only what is said of them decides, not what is said of women or men."""
    return None if need.gender is None else _taken(entry, _GENDERS.get(need.gender, Fact.TRANS))


def _household(entry: Entry, need: Need) -> Weighed | None:
    match need.household:
        case Household.WITH_CHILDREN:
            return _taken(entry, Fact.FAMILIES)
        case Household.COUPLE:
            return _taken(entry, Fact.COUPLES)
        case Household.SINGLE:
            return _alone(entry)
    return None


def _alone(entry: Entry) -> Weighed:
    """No fact says "takes people alone": only a place for families and for nobody else does not."""
    families = entry.fact(Fact.FAMILIES)
    only = families is Tri.YES and entry.fact(Fact.MEN) is entry.fact(Fact.WOMEN) is Tri.NO
    return Weighed(
        yes="takes people alone" if families is Tri.NO else "",
        no="families with children only" if only else "",
        ask="ask if they take people alone",
    )


def _veteran(entry: Entry, need: Need) -> Weighed | None:
    return _reserved(entry, Fact.VETERANS_ONLY, need.veteran, "veterans")


def _resident(entry: Entry, need: Need) -> Weighed | None:
    return _reserved(entry, Fact.RESIDENTS_ONLY, need.city_resident, "city residents")


def _reserved(entry: Entry, only: Fact, belongs: bool | None, who: str) -> Weighed | None:
    """Who belongs is not kept out either way, so the rule applies to them only where it says "for them"."""
    if belongs is None or (belongs and entry.fact(only) is not Tri.YES):
        return None
    if belongs:
        return Weighed(yes=f"{who} only")
    return Weighed.of_fact(entry, only, f"{who} only", f"not only {who}", f"ask if only {who} are taken", wanted=False)


def _payment(entry: Entry, need: Need) -> Weighed | None:
    if need.payment is None:
        return None
    weighed = _taken(entry, _PAYMENTS[need.payment])
    return weighed.also(yes="free of charge" if entry.fact(Fact.FREE) is Tri.YES else "")


def _language(entry: Entry, need: Need) -> Weighed | None:
    """A list of languages is never whole, so a language that is missing from it is asked for."""
    if not need.language:
        return None
    spoken = need.language.casefold() in {one.casefold() for one in entry.languages}
    return Weighed(yes=f"{need.language} spoken" if spoken else "", ask=f"ask for {need.language}")


def _id(entry: Entry, need: Need) -> Weighed | None:
    """Who has no ID is not turned away unheard: places make exceptions."""
    needed = entry.fact(Fact.ID_NEEDED)
    if need.has_id is None or (need.has_id and needed is not Tri.YES):
        return None
    if need.has_id:
        return Weighed(yes="ID needed: has one")
    ask = "ID needed: ask" if needed is Tri.YES else "ask if ID is needed"
    return Weighed(yes="no ID needed" if needed is Tri.NO else "", ask=ask)


def _pet(entry: Entry, need: Need) -> Weighed | None:
    return Weighed.of_fact(entry, Fact.PETS, "pets welcome", "no pets", "ask about the pet") if need.pet else None


def _sobriety(entry: Entry, need: Need) -> Weighed | None:
    if need.sober is not False:
        return None
    words = ("sobriety required", "sobriety not required", "ask if sobriety is required")
    return Weighed.of_fact(entry, Fact.SOBRIETY_REQUIRED, *words, wanted=False)


def _police(entry: Entry, need: Need) -> Weighed | None:
    if not need.by_police:
        return None
    words = ("police drop-off accepted", "no police drop-off", "ask if police may bring people")
    return Weighed.of_fact(entry, Fact.POLICE_DROP_OFF, *words)


def _involuntary(entry: Entry, need: Need) -> Weighed | None:
    if not need.involuntary:
        return None
    words = ("takes people who come involuntarily", "voluntary only", "ask if they take people involuntarily")
    return Weighed.of_fact(entry, Fact.INVOLUNTARY, *words)


_RULES: Mapping[Rule, Callable[[Entry, Need], Weighed | None]] = {
    Rule.AGE: weigh_age,
    Rule.GENDER: _gender,
    Rule.HOUSEHOLD: _household,
    Rule.VETERAN: _veteran,
    Rule.RESIDENT: _resident,
    Rule.PAYMENT: _payment,
    Rule.LANGUAGE: _language,
    Rule.ID: _id,
    Rule.PET: _pet,
    Rule.SOBRIETY: _sobriety,
    Rule.POLICE: _police,
    Rule.INVOLUNTARY: _involuntary,
}
