"""Fits, does not fit, or ask, with the reason of each rule; unknown is never "no" (S-02)."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.resources.eligibility import Rule, judge
from navigator.resources.model import Entry, Fact, Tri
from navigator.resources.need import AgeBand, Gender, Household, Need, Payment
from navigator.resources.search.answer import Fit

BARE = Entry("1", "1", "Harbor Withdrawal Unit")
GIRL = Need(age=17, gender=Gender.WOMAN)
NEEDS = st.builds(
    Need,
    age=st.none() | st.integers(0, 99),
    age_band=st.none() | st.sampled_from(AgeBand),
    gender=st.none() | st.sampled_from(Gender),
    household=st.none() | st.sampled_from(Household),
    veteran=st.none() | st.booleans(),
    city_resident=st.none() | st.booleans(),
    payment=st.none() | st.sampled_from(Payment),
    language=st.sampled_from(("", "Khmer", "English")),
    has_id=st.none() | st.booleans(),
    pet=st.none() | st.booleans(),
    sober=st.none() | st.booleans(),
    by_police=st.none() | st.booleans(),
    involuntary=st.none() | st.booleans(),
)
FACTS = st.dictionaries(st.sampled_from(Fact), st.sampled_from((Tri.YES, Tri.NO)))
LANGUAGES = st.sets(st.sampled_from(("Khmer", "English", "Spanish"))).map(lambda some: tuple(sorted(some)))


def told(need: Need, **known: object) -> list[tuple[Fit, str]]:
    return [(one.fit, one.words) for one in judge(replace(BARE, **known), need).rules]


def facts(**known: Tri) -> dict[Fact, Tri]:
    return {Fact[name]: value for name, value in known.items()}


@pytest.mark.parametrize(
    ("need", "known", "fit", "words"),
    [
        (GIRL, {"minimum_age": 18}, Fit.NOT, "18 and older: she is 17"),
        (replace(GIRL, age=18), {"minimum_age": 18}, Fit.FITS, "18 and older"),
        (replace(GIRL, age=30, gender=Gender.TRANS_MAN), {"maximum_age": 21}, Fit.NOT, "Up to 21: he is 30"),
        (Need(age=13), {"minimum_age": 14, "maximum_age": 24}, Fit.NOT, "Ages 14 to 24: they are 13"),
        (Need(age_band=AgeBand.YOUNG_ADULT), {"maximum_age": 21}, Fit.ASK, "Up to 21: they are 18 to 25: ask"),
        (Need(age_band=AgeBand.CHILD), {"minimum_age": 12}, Fit.NOT, "12 and older: they are under 12"),
        (Need(age=0), {"minimum_age": 0}, Fit.FITS, "All ages"),
        (Need(age=17), {"facts": facts(YOUTH=Tri.YES)}, Fit.ASK, "Takes people under 18: ask from what age"),
        (Need(age=17), {"facts": facts(YOUTH=Tri.NO)}, Fit.NOT, "Nobody under 18"),
        (Need(age=40), {"facts": facts(ADULTS=Tri.YES)}, Fit.FITS, "Takes adults"),
        (Need(age=60), {"facts": facts(ADULTS=Tri.YES)}, Fit.ASK, "Ask about the age"),
        (Need(age=60), {"facts": facts(OLDER_ADULTS=Tri.YES)}, Fit.FITS, "Takes older adults"),
        (
            Need(age=40),
            {"maximum_age": 24, "facts": facts(ADULTS=Tri.YES)},
            Fit.ASK,
            "Up to 24: they are 40, but takes adults: ask",
        ),
    ],
)
def test_ages(need, known, fit, words):
    assert told(need, **known)[0] == (fit, words)


@pytest.mark.parametrize(
    ("need", "known", "fit", "words"),
    [
        (Need(gender=Gender.MAN), {"WOMEN": Tri.YES, "MEN": Tri.NO}, Fit.NOT, "Women only"),
        (Need(gender=Gender.MAN), {"WOMEN": Tri.YES}, Fit.ASK, "Ask if they take men"),
        (Need(gender=Gender.WOMAN), {"MEN": Tri.YES, "WOMEN": Tri.NO}, Fit.NOT, "Men only"),
        (Need(gender=Gender.WOMAN), {"WOMEN": Tri.YES}, Fit.FITS, "Takes women"),
        (Need(gender=Gender.TRANS_WOMAN), {"WOMEN": Tri.NO}, Fit.ASK, "Ask if they take trans and non-binary people"),
        (Need(gender=Gender.NON_BINARY), {"TRANS": Tri.YES}, Fit.FITS, "Takes trans and non-binary people"),
        (Need(household=Household.WITH_CHILDREN), {"FAMILIES": Tri.NO}, Fit.NOT, "No families with children"),
        (Need(household=Household.COUPLE), {"COUPLES": Tri.YES}, Fit.FITS, "Takes couples"),
        (Need(household=Household.SINGLE), {"FAMILIES": Tri.NO}, Fit.FITS, "Takes people alone"),
        (
            Need(household=Household.SINGLE),
            {"FAMILIES": Tri.YES, "MEN": Tri.NO, "WOMEN": Tri.NO},
            Fit.NOT,
            "Families with children only",
        ),
        (Need(household=Household.SINGLE), {"FAMILIES": Tri.YES}, Fit.ASK, "Ask if they take people alone"),
        (Need(veteran=False), {"VETERANS_ONLY": Tri.YES}, Fit.NOT, "Veterans only"),
        (Need(veteran=True), {"VETERANS_ONLY": Tri.YES}, Fit.FITS, "Veterans only"),
        (Need(city_resident=False), {"RESIDENTS_ONLY": Tri.NO}, Fit.FITS, "Not only city residents"),
        (Need(payment=Payment.MEDICAID), {"MEDICAID": Tri.YES}, Fit.FITS, "Takes Medicaid"),
        (Need(payment=Payment.MEDICAID), {"MEDICAID": Tri.NO}, Fit.NOT, "No Medicaid"),
        (Need(payment=Payment.PRIVATE), {"FREE": Tri.YES}, Fit.FITS, "Free of charge"),
        (
            Need(payment=Payment.MEDICARE),
            {"FREE": Tri.YES, "MEDICARE": Tri.NO},
            Fit.ASK,
            "No Medicare, but free of charge: ask",
        ),
        (Need(payment=Payment.NONE), {"SLIDING_SCALE": Tri.YES}, Fit.ASK, "Ask if they take people without insurance"),
        (Need(has_id=False), {"ID_NEEDED": Tri.YES}, Fit.ASK, "ID needed: ask"),
        (Need(has_id=False), {"ID_NEEDED": Tri.NO}, Fit.FITS, "No ID needed"),
        (Need(has_id=True), {"ID_NEEDED": Tri.YES}, Fit.FITS, "ID needed: has one"),
        (Need(pet=True), {"PETS": Tri.NO}, Fit.NOT, "No pets"),
        (Need(sober=False), {"SOBRIETY_REQUIRED": Tri.YES}, Fit.NOT, "Sobriety required"),
        (Need(by_police=True), {"POLICE_DROP_OFF": Tri.YES}, Fit.FITS, "Police drop-off accepted"),
        (Need(involuntary=True), {"INVOLUNTARY": Tri.NO}, Fit.NOT, "Voluntary only"),
    ],
)
def test_rules_by_facts(need, known, fit, words):
    assert told(need, facts=facts(**known)) == [(fit, words)]


def test_a_language_that_is_not_listed_is_asked_for():
    assert told(Need(language="Khmer"), languages=("English", "khmer")) == [(Fit.FITS, "Khmer spoken")]
    assert told(Need(language="Khmer"), languages=("English",)) == [(Fit.ASK, "Ask for Khmer")]


@pytest.mark.parametrize(
    "need", [Need(pet=False), Need(sober=True), Need(by_police=False), Need(involuntary=False), Need(has_id=True)]
)
def test_what_cannot_keep_the_person_out_is_no_rule(need):
    assert told(need) == []


def test_the_worst_rule_decides_and_nothing_asked_stands_against_nothing():
    known = replace(BARE, facts=facts(WOMEN=Tri.YES, PETS=Tri.NO))
    woman = Need(gender=Gender.WOMAN)
    assert judge(known, Need()).fit is Fit.FITS
    assert judge(known, woman).fit is Fit.FITS
    assert judge(known, replace(woman, language="Khmer")).fit is Fit.ASK
    verdict = judge(known, replace(woman, language="Khmer", pet=True))
    assert (verdict.fit, [one.rule for one in verdict.rules]) == (Fit.NOT, [Rule.GENDER, Rule.LANGUAGE, Rule.PET])


def test_everything_that_may_be_known_of_a_person_has_its_rule():
    asks = {"age": 1, "gender": Gender.MAN, "household": Household.COUPLE, "veteran": False, "city_resident": False}
    asks |= {"payment": Payment.VA, "language": "Khmer", "has_id": False, "pet": True, "sober": False}
    asks |= {"by_police": True, "involuntary": True, "age_band": AgeBand.CHILD}
    assert set(asks) == {field.name for field in fields(Need)}
    assert [one.rule for one in judge(BARE, Need(**asks)).rules] == list(Rule)


@given(NEEDS)
def test_where_nothing_is_known_every_rule_is_ask(need):
    assert {one.fit for one in judge(BARE, need).rules} <= {Fit.ASK}


@given(NEEDS, FACTS, FACTS, LANGUAGES, LANGUAGES)
def test_more_knowledge_never_turns_a_known_answer_into_another(need, some, more, spoken, heard):
    first = replace(BARE, facts=some, languages=spoken)
    then = replace(BARE, facts=more | some, languages=(*spoken, *heard))
    before = {one.rule: one.fit for one in judge(first, need).rules}
    after = {one.rule: one.fit for one in judge(then, need).rules}
    for rule, fit in before.items():
        assert rule in after
        assert {fit, after[rule]} != {Fit.FITS, Fit.NOT}, rule
        if rule is not Rule.PAYMENT and fit is not Fit.ASK:
            assert after[rule] is fit, "only payment can be said both ways by facts"


@given(NEEDS, FACTS, st.none() | st.integers(0, 99), st.none() | st.integers(0, 99))
def test_published_ages_never_turn_what_facts_said_into_its_opposite(need, known, low, high):
    by_facts = {one.rule: one.fit for one in judge(replace(BARE, facts=known), need).rules}
    with_ages = replace(BARE, facts=known, minimum_age=low, maximum_age=high)
    for one in judge(with_ages, need).rules:
        assert {one.fit, by_facts[one.rule]} != {Fit.FITS, Fit.NOT}


@given(NEEDS, FACTS)
def test_a_no_rests_on_something_that_is_known(need, known):
    verdict = judge(replace(BARE, facts=known), need)
    if verdict.fit is Fit.NOT:
        assert known
