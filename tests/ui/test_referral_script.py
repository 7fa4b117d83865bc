"""What is said on the telephone: built from facts alone, with a question for each that is not known."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from navigator.city import load_city
from navigator.referrals.snapshot import snapshot_of
from navigator.referrals.visit import AgeBand, Gender, Interpreter, VisitFacts
from navigator.resources.categories import load_categories
from navigator.resources.model import Fact, Tri
from navigator.ui.referrals.script import Script, script
from tests.ui.desk_of_find import HARBOR, NORTHBANK, SAFE_HAVEN

MAN = VisitFacts(age_band=AgeBand.ADULT, gender=Gender.MAN, payment="Medicaid", language="English")
NOW = datetime(2026, 11, 23, 7, 14, tzinfo=UTC)


def said(facts: VisitFacts, entry=HARBOR, need: str = "detox", *, night: bool = True) -> Script:
    taken = snapshot_of(entry, NOW, load_city("philadelphia").zone)
    return script(facts, load_categories().get(need), taken, night=night)


def test_it_says_who_needs_what_and_asks_for_a_bed_for_an_hour():
    assert said(MAN).say == (
        "I am with a man, 26 to 59, who needs detox tonight. He has Medicaid. "
        "Do you have a bed, and can you hold it for one hour?"
    )


def test_what_the_directory_knows_is_not_asked():
    assert said(MAN).asks == ()


def test_what_nobody_knows_becomes_a_question():
    assert said(MAN, NORTHBANK).asks == (
        "Do you take Medicaid?",
        "Does he need an ID?",
        "How do we get in: which door, which bell?",
    )


def test_by_day_it_says_today():
    assert "who needs detox today" in said(MAN, night=False).say


@pytest.mark.parametrize(
    ("facts", "begins"),
    [
        (VisitFacts(), "I am with a person who needs detox"),
        (VisitFacts(gender=Gender.TRANS_WOMAN), "I am with a woman who needs"),
        (VisitFacts(gender=Gender.WOMAN, age_band=AgeBand.YOUTH), "I am with a girl, 12 to 17, who needs"),
        (VisitFacts(age_band=AgeBand.UNKNOWN, gender=Gender.UNKNOWN), "I am with a person who needs"),
    ],
)
def test_unknown_facts_are_left_out(facts, begins):
    assert said(facts).say.startswith(begins)


def test_somebody_without_insurance_is_said_and_asked_for():
    told = said(replace(MAN, payment="No insurance"), NORTHBANK)
    assert "He has no insurance." in told.say
    assert "Can he come without insurance?" in told.asks


def test_unknown_insurance_is_asked():
    assert "Do they need insurance?" in said(VisitFacts(), NORTHBANK).asks


def test_a_free_place_is_not_asked_about_insurance():
    free = replace(NORTHBANK, facts={Fact.FREE: Tri.YES})
    assert not [ask for ask in said(MAN, free).asks if "Medicaid" in ask]


def test_another_language_is_said_with_its_interpreter_and_asked_where_nobody_speaks_it():
    spanish = replace(MAN, language="Spanish", interpreter=Interpreter.BY_PHONE)
    assert "He speaks Spanish, and we have an interpreter on the phone." in said(spanish).say
    assert said(spanish).asks == ()
    assert "Does somebody there speak Khmer?" in said(replace(MAN, language="Khmer")).asks


def test_a_confidential_place_is_asked_where_to_come():
    assert "Where do we come to?" in said(MAN, SAFE_HAVEN, "shelter").asks


def test_a_line_by_telephone_is_asked_to_talk():
    assert said(MAN, need="crisis-line").say.endswith("Can you talk with him now?")
    assert said(MAN, need="crisis-line").asks == ()


@pytest.mark.parametrize("need", [*load_categories(), "", "gone-since"])
def test_every_kind_of_help_makes_a_sentence(need):
    say = said(VisitFacts(gender=Gender.NON_BINARY), need=need).say
    assert say.startswith("I am with a person who needs ")
    assert say.endswith("?")


def test_it_is_never_told_the_person():
    """A script cannot hold a name that it was never given: its facts have none."""
    assert not {"given_name", "family_name", "preferred_name", "born_on"} & set(VisitFacts.__dataclass_fields__)
