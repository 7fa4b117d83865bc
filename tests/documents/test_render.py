"""The handout as ink, read back from its bytes (D-04 to D-08, D-10, D-11)."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from navigator.documents.blocks import Direction, Document, Format
from navigator.documents.render import render
from navigator.resources.model import Phone

from .conftest import Compose, harbor
from .drawn import drawn, lines, text

LONG = "The Very Long Name of a Place " * 7
RIGHT_TO_LEFT_NAME = "مركز الأمل 24"


@pytest.fixture
def busy(compose: Compose) -> Document:
    """Five entries with every row filled, two numbers each, and names that are hard to set."""
    names = ("Harbor Withdrawal Unit", LONG, RIGHT_TO_LEFT_NAME, "<Sons> & <b>Daughters</b> 😀", "Bridge Street")
    phones = (Phone("215-555-0142", words="day line"), Phone("(215) 555-0143", extension="1050"), Phone("215-555-0144"))
    more = {"phones": phones, "bring": "Your medicines in their bottles", "languages": ("English", "Spanish")}
    return compose(*(harbor(name=name, **more) for name in names), demo=True)


def test_the_same_words_are_the_same_bytes_whatever_was_printed_before(compose: Compose, busy: Document) -> None:
    first = render(compose(harbor(name=RIGHT_TO_LEFT_NAME)))
    render(busy)
    again = render(compose(harbor(name=RIGHT_TO_LEFT_NAME)))
    assert first.data == again.data
    assert first.digest == again.digest


def test_nothing_is_smaller_than_twelve_points(busy: Document) -> None:
    assert min(run.size for run in drawn(render(busy))) >= 12


def test_every_number_to_call_stands_large_on_its_own_line(busy: Document) -> None:
    runs = drawn(render(busy))
    for number in ("215-555-0142", "(215) 555-0143", "988", "215-685-6440"):
        sizes = {run.size for run in runs if run.text.replace("\xa0", " ").startswith(number)}
        assert sizes
        assert min(sizes) >= 24


def test_every_font_is_embedded(busy: Document) -> None:
    for page in PdfReader(BytesIO(render(busy).data)).pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"].get_object()


@pytest.mark.parametrize("form", Format)
def test_nothing_is_drawn_outside_the_page_or_over_the_foot(busy: Document, form: Format) -> None:
    pages = render(replace(busy, format=form))
    box = PdfReader(BytesIO(pages.data)).pages[0].mediabox
    for run in drawn(pages):
        is_foot = run.text.startswith(("Handout", "Page"))
        assert 54 <= run.x < float(box.width) - 54
        assert (48 - 1 if is_foot else 76) <= run.y <= float(box.height) - 20


def test_an_entry_is_never_torn_between_pages(compose: Compose) -> None:
    runs = drawn(render(compose(*(harbor(name=f"Place {number}") for number in range(5)))))
    for number in range(5):
        start = next(place for place, run in enumerate(runs) if run.text == f"Place {number}")
        end = next(place for place in range(start, len(runs)) if runs[place].text.startswith("We checked"))
        assert len({run.page for run in runs[start : end + 1]}) == 1


def test_every_page_says_what_it_is_which_page_and_that_it_is_a_demo(busy: Document) -> None:
    pages = render(busy)
    assert pages.count > 1
    for number in range(1, pages.count + 1):
        said = [run.text for run in drawn(pages) if run.page == number]
        assert f"Page {number} of {pages.count}" in said
        assert any(line.startswith("Handout 1.0 · Printed Monday, November 23, 2:14") for line in said)
        assert "DEMO. For practice only." in said
        assert "Places that can help" in said


def test_three_places_and_the_box_share_one_page(compose: Compose) -> None:
    assert render(compose(harbor(), harbor(), harbor())).count == 1


def test_a_page_fits_even_an_entry_longer_than_a_page(compose: Compose) -> None:
    pages = render(compose(harbor(bring="your papers, if you have them, and " * 150)))
    assert pages.count > 1
    assert min(run.y for run in drawn(pages) if not run.text.startswith(("Handout", "Page"))) >= 76


def test_names_are_drawn_as_typed_and_without_boxes(busy: Document) -> None:
    seen = text(render(busy))
    assert "<Sons> & <b>Daughters</b>\n" in seen
    assert "\x00" not in seen
    assert "�" not in seen


def test_a_name_of_two_hundred_letters_is_whole(busy: Document) -> None:
    assert LONG.strip() in " ".join(lines(render(busy)))


def test_digits_keep_their_order_beside_arabic(compose: Compose) -> None:
    document = compose(harbor(name="مركز الأمل 010-0199", directions="اتصل على 010-0199 من 8:00 AM"))
    for direction in Direction:
        seen = text(render(replace(document, direction=direction))).replace("\xa0", " ")
        assert seen.count("010-0199") == 2
        assert "8:00 AM" in seen
        assert "215-555-0142" in seen


def test_a_leftward_paper_stands_at_the_right_edge(compose: Compose) -> None:
    runs = drawn(render(replace(compose(harbor()), direction=Direction.RIGHT_TO_LEFT)))
    crisis = next(run for run in runs if run.text == "988")
    name = next(run for run in runs if run.text == "Harbor Withdrawal Unit")
    assert crisis.x < 100
    assert name.x > 300


def test_an_address_kept_secret_is_in_no_byte(compose: Compose) -> None:
    pages = render(compose(harbor(confidential=True, bring="Ask at Example Street")))
    reader = PdfReader(BytesIO(pages.data))
    streams = [
        part.get_data() for number in range(1, len(reader.xref[0]) + 1) if _is_stream(part := reader.get_object(number))
    ]
    assert len(streams) > 3
    for secret in (b"Example", b"Hope", b"1420"):
        assert all(secret not in stream for stream in [pages.data, *streams])
    assert not re.search("Example|Hope|1420", text(pages))


def _is_stream(part: object) -> bool:
    return hasattr(part, "get_data")


def test_the_title_of_the_file_is_neutral_and_has_no_author(compose: Compose) -> None:
    about = PdfReader(BytesIO(render(compose(harbor())).data)).metadata
    assert about is not None
    assert about.title == "Handout"
    assert not about.author
    assert not re.search("Dana|Harbor", str(about))


def test_no_character_of_the_paper_is_slanted_or_underlined(busy: Document) -> None:
    assert not any("Italic" in run.font or "Oblique" in run.font for run in drawn(render(busy)))
