"""The plan as words: what its first page says, what follows and in which order, and what it never says (D-01, D-08)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from navigator.crisis import CrisisLine
from navigator.documents.blocks import (
    Block,
    CrisisBox,
    Document,
    Fact,
    Item,
    Lead,
    Lifeline,
    Listing,
    NextStep,
    Note,
    OwnWords,
    Paragraph,
    Section,
    Title,
)
from navigator.documents.release import about
from navigator.referrals.person import Identity, Person
from navigator.referrals.plan import Plan, PlanStep, When

from .casework import CLINIC, HARBOR, MIA, UNNAMED, WE_CALL, paper, plan
from .conftest import CITY


def first_page(document: Document) -> tuple[Block, ...]:
    second = [place for place, block in enumerate(document.blocks) if isinstance(block, Title)][1]
    return document.blocks[:second]


def steps(document: Document) -> list[NextStep]:
    return [block for block in document.blocks if isinstance(block, NextStep)]


def section(document: Document, title: str) -> Section | None:
    return next((block for block in document.blocks if isinstance(block, Section) and block.title == title), None)


def titles(document: Document) -> list[str]:
    return [block.title for block in document.blocks if isinstance(block, Section | OwnWords)]


def test_a_step_reads_as_pictured() -> None:
    assert steps(paper(Plan((HARBOR,)))) == [
        NextStep(
            when="Today",
            day="Monday, November 23",
            done="Done",
            what="Go to Harbor Withdrawal Unit",
            number="215-555-0142",
            facts=(
                Fact("Why", "They help you stop safely. They have a bed for you."),
                Fact("Said yes", "Ms. Alvarez, intake nurse"),
                Fact("When", "Come before 4:00 AM. They hold the bed until then."),
                Fact("How", "We drive you. Use the side door on Hope Street."),
                Fact("Bring", "Your medicines in their bottles"),
            ),
        )
    ]


def test_the_first_page_is_what_to_do_next_and_nothing_else() -> None:
    kinds = [type(block) for block in first_page(paper(plan(HARBOR, CLINIC)))]
    assert kinds == [Title, Note, Lead, NextStep, NextStep, CrisisBox]
    assert first_page(paper(plan(HARBOR)))[0] == Title("What to do next")


def test_the_first_page_ends_with_988_and_the_citys_own_line() -> None:
    lines = (CrisisLine("Crisis", "988"), CrisisLine("Emergency", "911"), *CITY.crisis_lines)
    assert first_page(paper(plan(HARBOR), city=replace(CITY, crisis_lines=lines)))[-1] == CrisisBox(
        (
            Lifeline("If things get hard", "Call or text. Someone answers day and night.", "988"),
            Lifeline("Philadelphia Crisis Line", "", "215-685-6440"),
        ),
        on_first_page=True,
    )


def test_steps_stand_in_the_order_of_time_and_else_as_written() -> None:
    also = replace(HARBOR, what="Go to the day center")
    document = paper(plan(WE_CALL, CLINIC, HARBOR, also))
    assert [step.what for step in steps(document)] == [HARBOR.what, also.what, CLINIC.what, WE_CALL.what]
    assert [step.when for step in steps(document)] == ["Today", "Today", "This week", "Later"]


def test_only_what_is_there_has_a_row() -> None:
    bare = PlanStep(When.LATER, "Ask for the bus pass", why="  ", bring="\u200b😀")
    assert steps(paper(plan(bare))) == [NextStep("Later", "", "Done", "Ask for the bus pass")]


def test_a_step_of_today_has_the_day_of_printing() -> None:
    assert steps(paper(plan(replace(HARBOR, on=None))))[0].day == "Monday, November 23"


def test_printed_again_tomorrow_it_does_not_call_yesterday_today() -> None:
    again = steps(paper(plan(HARBOR), printed_at=datetime(2026, 11, 24, 15, 0, tzinfo=UTC)))[0]
    assert (again.when, again.day) == ("On this day", "Monday, November 23")


def test_a_day_of_another_year_has_its_year() -> None:
    assert steps(paper(plan(replace(WE_CALL, on=date(2027, 1, 4)))))[0].day == "Monday, January 4, 2027"


def test_a_step_that_says_nothing_is_left_out() -> None:
    document = paper(plan(PlanStep(When.TODAY, "  "), HARBOR))
    assert [step.what for step in steps(document)] == [HARBOR.what]


def test_a_plan_without_steps_says_so() -> None:
    assert Lead("There are no steps on this plan yet.") in first_page(paper(Plan()))


@pytest.mark.parametrize(
    ("identity", "said"),
    [
        (Identity("Miranda", "Example", "Mia", birth_year=1984), "For Mia Example"),
        (Identity("Miranda", "", birth_year=1984), "For Miranda"),
        (Identity("محمد", birth_year=1984), "For محمد"),
    ],
)
def test_it_says_once_for_whom_it_is_as_they_like_to_be_called(identity: Identity, said: str) -> None:
    document = paper(plan(HARBOR), Person("person-1", identity))
    assert [block for block in document.blocks if isinstance(block, Note)] == [Note(said)]
    assert repr(document).count(identity.preferred_name or identity.given_name) == 1


@pytest.mark.parametrize("identity", [UNNAMED.identity, Identity("😀", "", birth_year=1984)])
def test_without_a_name_that_can_be_drawn_it_names_nobody(identity: Identity) -> None:
    document = paper(plan(HARBOR), Person("person-2", identity))
    assert not any(isinstance(block, Note) for block in document.blocks)
    assert "parka" not in repr(document)


def test_it_is_about_that_person_and_its_name_is_neutral() -> None:
    document = paper(plan(HARBOR))
    assert (document.about, document.job, document.template) == (about(MIA.id), "Plan", "plan 1.0")


def test_the_sections_stand_in_their_order() -> None:
    assert titles(paper(plan(HARBOR))) == [
        "My goal",
        "Appointments",
        "Medicines",
        "Warning signs and what to do",
        "If things get hard",
        "People and numbers",
        "What we gave you",
        "When we will call",
        "Your choices and rights",
        "Notes",
        "In my own words, what I will do next:",
        "Help with language",
    ]


def test_a_section_without_words_is_left_out() -> None:
    assert titles(paper(Plan(goal=" \n\u200b", notes="😀"))) == [
        "People and numbers",
        "Your choices and rights",
        "In my own words, what I will do next:",
        "Help with language",
    ]


def test_appointments_are_steps_of_a_day_at_which_somebody_is_met() -> None:
    undated = replace(CLINIC, on=None)
    assert section(paper(plan(HARBOR, undated, WE_CALL)), "Appointments") == Section(
        "Appointments",
        (
            Listing(
                "Go to Harbor Withdrawal Unit",
                "215-555-0142",
                ("Monday, November 23", "Come before 4:00 AM. They hold the bed until then."),
            ),
        ),
    )


def test_medicines_say_whose_words_they_are() -> None:
    found = section(paper(plan()), "Medicines")
    assert found is not None
    assert found.parts[-1] == Paragraph("You or a place that helps you told us this. We did not check it.")


def test_own_words_keep_their_lines_and_are_no_markup() -> None:
    found = section(paper(Plan(warning_signs="<b>Dizzy</b> & {tired}\n\nThen I rest.")), "Warning signs and what to do")
    assert found is not None
    assert found.parts == (Paragraph("<b>Dizzy</b> & {tired}"), Paragraph("Then I rest."))


def test_people_and_numbers_are_988_the_citys_lines_and_911() -> None:
    lines = (
        CrisisLine("Crisis", "988"),
        CrisisLine("Emergency", "911"),
        CrisisLine("City line", "215-555-0190"),
        CrisisLine("Mobile crisis team", "215-555-0191"),
    )
    found = section(paper(Plan(), city=replace(CITY, crisis_lines=lines)), "People and numbers")
    assert found is not None
    assert found.parts == (
        Listing("Someone to talk to", "988", ("Call or text. Day and night. It is free.",)),
        Listing("City line", "215-555-0190"),
        Listing("Mobile crisis team", "215-555-0191"),
        Listing("If a life is in danger", "911", ("Call right away. Say where you are.",)),
    )


def test_every_plan_tells_of_no_of_consent_of_complaints_and_of_a_copy() -> None:
    found = section(paper(Plan()), "Your choices and rights")
    assert found is not None
    for part, word in zip(found.parts, ("say no", "take that back", "complain", "copy"), strict=True):
        assert isinstance(part, Item)
        assert word in part.text


def test_press_three_is_never_printed_whatever_was_typed() -> None:
    step = replace(HARBOR, number="988, then press 3")
    assert "press 3" not in repr(paper(Plan((step,))))


def test_the_foot_says_what_when_and_whose_first_name() -> None:
    foot = paper(plan(HARBOR)).footer
    assert foot.text == "Plan 1.0 · Printed Monday, November 23, 2:14 AM · by Dana"
    assert foot.page == "Page {page} of {pages}"


@pytest.mark.parametrize(
    ("demo", "invented", "marking"),
    [
        (True, False, "DEMO. For practice only."),
        (True, True, "DEMO. For practice only."),
        (False, True, "DEMO. For practice only."),
        (False, False, ""),
    ],
)
def test_a_demo_and_an_invented_place_say_so(demo: bool, invented: bool, marking: str) -> None:
    assert paper(plan(HARBOR), demo=demo, any_invented=invented).marking == marking
