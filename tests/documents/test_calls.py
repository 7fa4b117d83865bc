"""The numbers of a place: two large, the others in words, none that must not be printed (D-07, S-11)."""

from navigator.documents.blocks import Number
from navigator.documents.calls import large_numbers, other_numbers
from navigator.documents.wording import Wording
from navigator.resources.model import Phone, PhoneKind

from .conftest import harbor

FIVE = (
    Phone("215-555-0199", PhoneKind.FAX),
    Phone("215-555-0101", PhoneKind.TTY),
    Phone("215-555-0102", words="night line"),
    Phone("555-0103", PhoneKind.TEXT),
    Phone("215-555-0104", extension="12"),
    Phone("215-555-0105", words="clinic"),
)


def test_two_numbers_are_large_and_voice_comes_first(wording: Wording) -> None:
    assert large_numbers(harbor(phones=FIVE), wording) == (
        Number("215-555-0102", "night line"),
        Number("215-555-0104, extension 12"),
    )


def test_the_others_stand_in_a_line_with_words_and_a_fax_nowhere(wording: Wording) -> None:
    others = other_numbers(harbor(phones=FIVE), wording)
    assert others == "Call 215-555-0105 (clinic). Text 555-0103. TTY 215-555-0101."


def test_a_number_for_text_alone_is_large_and_says_so(wording: Wording) -> None:
    entry = harbor(phones=(Phone("555-0103", PhoneKind.TEXT),))
    assert large_numbers(entry, wording) == (Number("555-0103", "Text only"),)


def test_press_three_is_never_printed_whatever_an_import_says(wording: Wording) -> None:
    entry = harbor(phones=(Phone("988 then press 3"), Phone("988", words="Spanish: press 2, or press 3 for youth")))
    assert large_numbers(entry, wording) == (Number("988"), Number("988", "Spanish: press 2 for youth"))
