"""Text in lines: cleaned, wrapped, and each script and number in its own order (D-10)."""

import unicodedata

import pytest

from navigator.documents.blocks import Direction
from navigator.documents.letters import Weight
from navigator.documents.lines import Line, break_lines, drawable

WIDE = 1_000_000.0
LTR, RTL = Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT


def seen(line: Line) -> str:
    """The letters of a line as the eye meets them from left to right, joined forms as their plain letters."""
    return unicodedata.normalize("NFKC", "".join(run.glyphs.text for run in line.runs))


def one(text: str, direction: Direction = LTR) -> str:
    (line,) = break_lines(text, Weight.REGULAR, WIDE, direction)
    return seen(line)


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("<Sons> & <b>Daughters</b>", "<Sons> & <b>Daughters</b>"),
        ("House 😀🏠️ of Hope", "House of Hope"),
        ("華埠 Clinic", "Clinic"),
        ("safe\u202egnp.exe", "safegnp.exe"),
        (" two\n\tlines\x00\u2028 and\u00ad more ", "two lines and more"),
        ("Cafe\u0301", "Café"),
        ("🏠", ""),
        ("", ""),
    ],
)
def test_only_what_can_be_drawn_is_kept(typed: str, drawn: str) -> None:
    assert drawable(typed) == drawn


@pytest.mark.parametrize(
    "name",
    [
        "Trung tâm Hy vọng Việt Nam",
        "Центр «Надежда»",
        "Κέντρο Ελπίδας",
        "Sant Lespwa Kreyòl",
        "Casa da Esperança, São João",
        "Centre d’accueil « L’Étoile »",
    ],
)
def test_latin_cyrillic_and_greek_are_whole(name: str) -> None:
    assert drawable(name) == unicodedata.normalize("NFC", name)


def test_an_arabic_name_runs_from_right_to_left() -> None:
    assert one("دار ورد") == "درو راد"


def test_arabic_letters_are_joined() -> None:
    joined = "".join(run.glyphs.text for line in break_lines("سلم", Weight.BOLD, WIDE, LTR) for run in line.runs)
    assert "س" not in joined
    assert unicodedata.normalize("NFKC", joined)[::-1] == "سلم"


def test_a_hebrew_name_runs_from_right_to_left() -> None:
    assert one("בית שלום") == "םולש תיב"


@pytest.mark.parametrize("direction", [LTR, RTL])
@pytest.mark.parametrize(
    "kept", ["010-0199", "(215) 555-0142", "8:00 AM", "Harbor House", "Harbor Unit (North)", "+1 215 555 0142"]
)
def test_numbers_times_and_latin_names_keep_their_order_beside_arabic(kept: str, direction: Direction) -> None:
    assert kept in one(f"اتصل على {kept} اليوم", direction).replace("\xa0", " ")
    assert kept in one(f"اتصل ({kept})", direction).replace("\xa0", " ")


def test_a_bracket_around_a_number_stays_around_it() -> None:
    assert "(010-0199)" in one("مركز الأمل (010-0199)", RTL)


def test_a_latin_line_in_a_leftward_paper_keeps_its_full_stop_at_its_end() -> None:
    assert one("The 5 bus stops outside.", RTL) == "The 5 bus stops outside."


def test_a_joiner_does_not_shift_the_order() -> None:
    assert "010-0199" in one("می\u200cخواهم 010-0199", RTL)


def test_long_text_wraps_at_spaces_and_nothing_is_lost() -> None:
    text = "A calm place to talk to someone now. " * 6
    lines = break_lines(text, Weight.REGULAR, 10_000, LTR)
    assert len(lines) > 6
    assert all(line.advance <= 10_000 for line in lines)
    assert " ".join(seen(line) for line in lines) == text.strip()


def test_a_word_wider_than_the_page_is_cut_not_clipped() -> None:
    lines = break_lines("Before " + "Wxyz" * 60 + " after", Weight.BOLD, 10_000, LTR)
    assert all(line.advance <= 10_000 for line in lines)
    assert "".join(seen(line) for line in lines).replace(" ", "") == "Before" + "Wxyz" * 60 + "after"


def test_a_phone_number_and_a_time_are_not_broken_across_lines() -> None:
    for room in range(4_000, 20_000, 500):
        lines = [seen(line).replace("\xa0", " ") for line in break_lines(
            "Come at 8:00 AM or call (215) 555-0142 now", Weight.REGULAR, room + 5_000, LTR
        )]  # fmt: skip
        assert any("8:00 AM" in line for line in lines)
        assert any("(215) 555-0142" in line for line in lines)


def test_only_marks_leave_the_baseline_where_they_are_stacked() -> None:
    (line,) = break_lines("السَّلامُ عَلَيْكُم", Weight.BOLD, WIDE, LTR)
    steps = [step for run in line.runs for step in run.glyphs.steps]
    lifted = [step for step in steps if step.up]
    assert lifted
    assert all(unicodedata.category(letter) in ("Mn", "Co") for step in lifted for letter in step.text)
