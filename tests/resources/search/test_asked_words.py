"""Words that become filters: hours, days, the person, papers, payment, languages (S-12)."""

import pytest

from navigator.resources.model import Fact
from navigator.resources.search import Query
from navigator.resources.search.answer import OpenAt
from navigator.resources.search.understand import Reader

from .reader import NOTHING, Knowing, chips, looked_up


def asked(reader: Reader, text: str) -> Query:
    return reader.read(text, NOTHING).asked


@pytest.mark.parametrize("typed", ["detox open now", "open now detox", "Detox, open right now", "detox opne now"])
def test_open_now_is_a_filter(reader: Reader, typed: str) -> None:
    reading = reader.read(typed, NOTHING)
    assert reading.asked == Query(open_now=True)
    assert looked_up(reading) == ["detox"]


@pytest.mark.parametrize("typed", ["tonight", "tonite", "Tonihgt"])
def test_tonight_is_a_filter(reader: Reader, typed: str) -> None:
    assert chips(reader, f"detox {typed}") == [(typed, "Open tonight")]
    assert asked(reader, f"detox {typed}").open_at == OpenAt("tonight", minute=20 * 60)


@pytest.mark.parametrize(
    ("typed", "told", "open_at"),
    [
        ("saturday", "Open Saturday", OpenAt("Saturday", day=5)),
        ("satruday", "Open Saturday", OpenAt("Saturday", day=5)),
        ("saturday morning", "Open Saturday at 10 AM", OpenAt("Saturday at 10 AM", day=5, minute=600)),
        ("sat morning", "Open Saturday at 10 AM", OpenAt("Saturday at 10 AM", day=5, minute=600)),
        ("sunday after 5", "Open Sunday after 5 PM", OpenAt("Sunday after 5 PM", day=6, minute=1020)),
        ("today", "Open today", OpenAt("today")),
        ("this afternoon", "Open today at 2 PM", OpenAt("today at 2 PM", minute=840)),
        ("tomorrow", "Open tomorrow", OpenAt("tomorrow", ahead=1)),
        ("tmrw night", "Open tomorrow at 9 PM", OpenAt("tomorrow at 9 PM", ahead=1, minute=1260)),
        ("after 5", "Open after 5 PM", OpenAt("after 5 PM", minute=1020)),
        ("past 9:30 pm", "Open after 9:30 PM", OpenAt("after 9:30 PM", minute=1290)),
        ("until 8pm", "Open until 8 PM", OpenAt("until 8 PM", minute=1199)),
        ("before 9", "Open before 9 AM", OpenAt("before 9 AM", minute=539)),
        ("at 6 am", "Open at 6 AM", OpenAt("at 6 AM", minute=360)),
        ("12 a.m.", "Open at 12 AM", OpenAt("at 12 AM", minute=0)),
        ("24 hours", "Open all night", OpenAt("all night", minute=180)),
        ("24/7", "Open all night", OpenAt("all night", minute=180)),
    ],
)
def test_days_and_times_are_filters(reader: Reader, typed: str, told: str, open_at: OpenAt) -> None:
    assert chips(reader, f"detox {typed}") == [(typed, told)]
    assert asked(reader, f"detox {typed}").open_at == open_at


@pytest.mark.parametrize(
    "typed",
    [
        "aunt may",
        "sun valley",
        "wed clinic",
        "mon-fri clinic",
        "saturday or sunday",
        "morning star",
        "night shelter",
        "after 5 days",
        "5 beds",
        "at 9",
        "after 50",
        "sunday school",
        "12 step",
        "24 beds",
    ],
)
def test_what_may_be_no_time_is_none(reader: Reader, typed: str) -> None:
    assert asked(reader, typed).open_at is None


def test_an_hour_is_newer_than_tonight(reader: Reader) -> None:
    assert chips(reader, "tonight after 9") == [("after 9", "Open after 9 PM")]


@pytest.mark.parametrize("typed", ["walk in clinic", "walk-in clinic", "clinic walkin", "clinic no appointment"])
def test_walking_in_is_a_filter_and_still_looked_up(reader: Reader, typed: str) -> None:
    reading = reader.read(typed, NOTHING)
    assert reading.asked == Query(walk_in=True)
    assert len(looked_up(reading)) > 1


def test_intake_is_a_filter(reader: Reader) -> None:
    assert asked(reader, "detox intake open now") == Query(intake_open=True)


@pytest.mark.parametrize(
    ("typed", "facts"),
    [
        ("mens shelter", {Fact.MEN}),
        ("bed for a woman", {Fact.WOMEN}),
        ("shelter with kids", {Fact.FAMILIES}),
        ("bed for woman with two kids", {Fact.WOMEN, Fact.FAMILIES}),
        ("shelter for couple", {Fact.COUPLES}),
        ("veteran housing", {Fact.VETERANS_ONLY}),
        ("detox medicaid", {Fact.MEDICAID}),
        ("detox medicade", {Fact.MEDICAID}),
        ("dentist no insurance", {Fact.UNINSURED}),
        ("dentist w/o insurance", {Fact.UNINSURED}),
        ("free clothes", {Fact.FREE}),
        ("shelter with a dog", {Fact.PETS}),
        ("shelter wheelchair", {Fact.WHEELCHAIR}),
        ("shelter wheelchiar", {Fact.WHEELCHAIR}),
        ("police drop-off", {Fact.POLICE_DROP_OFF}),
        ("elderly food", {Fact.OLDER_ADULTS}),
        ("302 bed", {Fact.INVOLUNTARY}),
        ("refugio para mujeres", {Fact.WOMEN}),
    ],
)
def test_words_about_the_person_are_facts_to_fit(reader: Reader, typed: str, facts: set[Fact]) -> None:
    assert asked(reader, typed).facts == facts


@pytest.mark.parametrize(
    "typed", ["drug free housing", "free library", "fred", "boys and girls club", "service dog", "armed forces"]
)
def test_words_that_only_look_like_a_filter_are_none(reader: Reader, typed: str) -> None:
    assert asked(reader, typed) == Query()


def test_words_of_the_person_are_looked_up_but_may_be_missing(reader: Reader) -> None:
    words = [word for part in reader.read("shelter veteran", NOTHING).parts for word in part.words]
    assert [(word.text, word.soft) for word in words] == [("shelter", False), ("veteran", True)]


@pytest.mark.parametrize("typed", ["no id", "without ID", "w/o id", "doesn't have an id", "sin identificación"])
def test_without_papers_is_a_filter(reader: Reader, typed: str) -> None:
    assert chips(reader, f"detox {typed}") == [(typed, "ID not needed")]
    assert asked(reader, f"detox {typed}") == Query(without=frozenset({Fact.ID_NEEDED}))
    assert looked_up(reader.read(f"detox {typed}", NOTHING)) == ["detox"]


@pytest.mark.parametrize(
    "typed",
    [
        "no men",
        "no women",
        "without any pets",
        "not open now",
        "not medicaid",
        "not on medicaid",
        "not spanish",
        "except monday",
        "not near kensington",
        "not in 19134",
        "not after 5",
    ],
)
def test_words_behind_a_no_ask_for_nothing(reader: Reader, typed: str) -> None:
    assert asked(reader, f"detox {typed}") == Query()


def test_words_behind_a_no_may_be_missing(reader: Reader) -> None:
    words = [word for part in reader.read("no men shelter", NOTHING).parts for word in part.words]
    assert [(word.text, word.soft) for word in words] == [("no", True), ("men", True), ("shelter", False)]


def test_no_id_alone_may_be_a_wish_for_one(reader: Reader) -> None:
    (part,) = reader.read("no id", NOTHING).parts
    assert ("birth", "certificate") in part.means


@pytest.mark.parametrize("typed", ["spanish", "spansih", "en español", "Spanish-speaking"])
def test_a_language_is_a_filter(reader: Reader, typed: str) -> None:
    assert chips(reader, f"therapist {typed}") == [(typed, "Spanish")]
    assert asked(reader, f"therapist {typed}").languages == {"Spanish"}


def test_a_slip_that_the_directory_knows_is_no_slip(reader: Reader) -> None:
    assert chips(reader, "spansih house", Knowing("Spansih House Collective")) == []


@pytest.mark.parametrize(
    ("typed", "age"),
    [("60 years old", 60), ("17 yo", 17), ("17yo", 17), ("17 y/o", 17), ("age 17", 17), ("8 yr old", 8), ("60+", 60)],
)
def test_an_age_is_a_filter(reader: Reader, typed: str, age: int) -> None:
    assert asked(reader, f"shelter {typed}") == Query(age=age)
    assert looked_up(reader.read(f"shelter {typed}", NOTHING)) == ["shelter"]


def test_an_age_may_name_the_sex_as_police_write_it(reader: Reader) -> None:
    assert chips(reader, "34yom") == [("34yom", "Age 34"), ("34yom", "Men")]


def test_the_age_of_a_child_is_not_that_of_its_mother(reader: Reader) -> None:
    assert asked(reader, "mom with 5 yo") == Query(facts=frozenset({Fact.WOMEN, Fact.FAMILIES}))


@pytest.mark.parametrize("typed", ["60 years", "3 months old", "ages 6-12", "age 6 to 12", "5 beds", "500 yo", "$60"])
def test_what_may_be_no_age_is_none(reader: Reader, typed: str) -> None:
    assert asked(reader, typed).age is None


def test_a_whole_sentence_is_understood(reader: Reader) -> None:
    typed = "need a bed tonight for a woman with 2 kids and no ID near Kensington"
    assert chips(reader, typed) == [
        ("tonight", "Open tonight"),
        ("woman with 2 kids", "Women"),
        ("woman with 2 kids", "Families"),
        ("no ID", "ID not needed"),
        ("near Kensington", "Near Kensington"),
    ]
    first, *others = [word for part in reader.read(typed, NOTHING).parts for word in part.words]
    assert first.text == "bed"
    assert all(word.soft for word in others)
