"""The plan as ink, read back from its bytes: what stands on which page, how large, and that nothing runs off (D-07)."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from navigator.documents.blocks import Direction, Document, Format
from navigator.documents.pages import Pages
from navigator.documents.render import render
from navigator.referrals.person import Identity, Person
from navigator.referrals.plan import When

from .casework import CLINIC, HARBOR, MIA, WE_CALL, paper, plan
from .drawn import Drawn, drawn, text

LONG_WORD = "Unbelievablylongname" * 20
SIX = (HARBOR, replace(HARBOR, what="Go to Bridge Street"), CLINIC, replace(CLINIC, what="Call Legal Help"),
       replace(HARBOR, what="Go to the day center", when=When.LATER), WE_CALL)  # fmt: skip


@pytest.fixture
def hard() -> Document:
    """Words, names and steps that are hard to set."""
    steps = (
        replace(HARBOR, what=f"Go to {LONG_WORD}", why=LONG_WORD, number=f"215-555-0142, extension {'12345' * 12}"),
        replace(CLINIC, what="Call مركز الأمل 24", how="اتصل على 010-0199 من 8:00 AM", bring="words of advice " * 300),
        replace(WE_CALL, what="שלום \u202e\x00<b>&amp;</b> 😀"),
    )
    own = replace(plan(*steps), goal=LONG_WORD, notes="Many words that go on and on. " * 150, given="line\n" * 90)
    return paper(own, Person("person-1", Identity(LONG_WORD, LONG_WORD, birth_year=1984)), demo=True)


def page_of(pages: Pages, words: str) -> int:
    return next(run.page for run in drawn(pages) if run.text.startswith(words))


def on_page(pages: Pages, number: int) -> list[Drawn]:
    return [run for run in drawn(pages) if run.page == number]


def test_the_first_page_holds_the_steps_and_the_box_and_the_rest_follows() -> None:
    pages = render(paper(plan(HARBOR, CLINIC, WE_CALL)))
    assert {page_of(pages, words) for words in ("What to do next", "For Mia", "Go to", "We call", "If things")} == {1}
    assert page_of(pages, "My plan") == 2
    assert page_of(pages, "My goal") == 2


def test_steps_that_need_more_than_a_page_go_on_before_anything_else() -> None:
    pages = render(paper(plan(*SIX)))
    assert page_of(pages, "If things get hard") == 1
    assert page_of(pages, "We call you to ask") == 2
    assert [run.text for run in on_page(pages, 2)].count("What to do next") == 1
    assert page_of(pages, "My plan") == 3


def test_the_box_stays_on_the_first_page_however_long_a_step_is(hard: Document) -> None:
    pages = render(hard)
    assert page_of(pages, "If things get hard") == 1
    assert "988" in [run.text for run in on_page(pages, 1)]
    first = [run.text for run in on_page(pages, 1)]
    assert first.index("Today") < first.index("If things get hard")


@pytest.mark.parametrize("count", range(1, 7))
def test_no_step_is_torn_between_pages_and_its_day_stands_beside_it(count: int) -> None:
    steps = [replace(HARBOR, what=f"Step {number}", bring=f"Thing {number}") for number in range(count)]
    runs = drawn(render(paper(plan(*steps))))
    for number in range(count):
        what = next(run for run in runs if run.text == f"Step {number}")
        assert next(run.page for run in runs if run.text == f"Thing {number}") == what.page
        assert any(run.text == "Today" and run.page == what.page and abs(run.y - what.y) < 6 for run in runs)


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("direction", Direction)
def test_nothing_is_drawn_outside_the_words_of_a_page(hard: Document, form: Format, direction: Direction) -> None:
    pages = render(replace(hard, format=form, direction=direction))
    box = PdfReader(BytesIO(pages.data)).pages[0].mediabox
    for run in drawn(pages):
        is_foot = run.text.startswith(("Plan 1.0", "Page "))
        assert 53 <= run.x < float(box.width) - 54
        assert (48 - 1 if is_foot else 76) <= run.y <= float(box.height) - 20


@pytest.mark.parametrize("form", Format)
def test_a_word_without_an_end_is_broken_at_the_edge_and_whole(hard: Document, form: Format) -> None:
    pages = render(replace(hard, format=form))
    width = float(PdfReader(BytesIO(pages.data)).pages[0].mediabox.width)
    pieces = [run for run in drawn(pages) if len(run.text) > 2 and run.text in LONG_WORD]
    assert max(run.x + len(run.text) * run.size * 0.45 for run in pieces) < width
    assert LONG_WORD in "".join(run.text for run in pieces)


def test_nothing_is_smaller_than_twelve_points_and_words_are_fourteen(hard: Document) -> None:
    runs = drawn(render(hard))
    assert min(run.size for run in runs) >= 12
    assert {run.size for run in runs if run.text.startswith(("Many words", "You can say no", "Come before"))} == {14}


def test_every_number_to_call_stands_large_and_alone_on_its_line() -> None:
    runs = drawn(render(paper(plan(HARBOR, CLINIC))))
    for number in ("215-555-0142", "215-555-0127", "215-685-6440", "911"):
        found = [run for run in runs if run.text == number]
        assert found
        assert min(run.size for run in found) >= 24
    for run in (run for run in runs if run.text in ("215-555-0142", "215-555-0127")):
        assert [other for other in runs if other.page == run.page and other.y == run.y and other.x > run.x] == []


def test_a_day_breaks_after_its_weekday() -> None:
    said = [run.text for run in drawn(render(paper(plan(replace(WE_CALL, on=date(2026, 11, 25))))))]
    assert "Wednesday," in said
    assert "November 25" in said


def test_every_page_says_what_it_is_which_page_and_that_it_is_a_demo(hard: Document) -> None:
    pages = render(hard)
    for number in range(1, pages.count + 1):
        said = [run.text for run in on_page(pages, number)]
        assert f"Page {number} of {pages.count}" in said
        assert any(line.startswith("Plan 1.0 · Printed Monday, November 23, 2:14") for line in said)
        assert "DEMO. For practice only." in said
        assert {"What to do next", "My plan"} & set(said)


def test_the_same_words_are_the_same_bytes_whatever_was_printed_before(hard: Document) -> None:
    document = paper(plan(HARBOR, replace(CLINIC, what="مركز الأمل")))
    first = render(document)
    render(hard)
    assert render(document).data == first.data


def test_the_file_names_the_paper_and_nobody() -> None:
    pages = render(paper(plan(HARBOR)))
    about = PdfReader(BytesIO(pages.data)).metadata
    assert about is not None
    assert about.title == pages.job == "Plan"
    for name in ("Mia", "Example", "Miranda", MIA.id):
        assert name not in str(about)
        assert name.encode() not in pages.data


def test_the_name_is_drawn_once_in_the_whole_paper() -> None:
    pages = render(paper(plan(HARBOR, CLINIC)))
    assert text(pages).count("Mia") == 1
    assert page_of(pages, "For Mia") == 1


def test_names_and_own_words_are_drawn_without_boxes_and_digits_keep_their_order(hard: Document) -> None:
    seen = text(render(hard)).replace("\xa0", " ")
    assert "\x00" not in seen
    assert "�" not in seen
    assert "<b>&amp;</b>" in seen
    assert "010-0199" in seen
    assert "8:00 AM" in seen


def test_there_are_lines_to_write_on_inside_the_box_for_own_words() -> None:
    pages = render(paper(plan(HARBOR)))
    page = page_of(pages, "In my own words")
    ink = PdfReader(BytesIO(pages.data)).pages[page - 1].get_contents()
    assert ink is not None
    title = next(run.y for run in drawn(pages) if run.text.startswith("In my own words"))
    rules = re.findall(r"n (\S+) (\S+) m \S+ \S+ l S", ink.get_data().decode("latin-1"))
    assert len([y for x, y in rules if float(x) > 54 and float(y) < title]) == 4
