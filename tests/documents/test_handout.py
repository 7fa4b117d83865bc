"""The handout as words: what each entry says, and what it must never say (D-02, D-08, S-05, S-06, S-13, P-16)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from navigator.crisis import CrisisLine
from navigator.documents.blocks import NO_PERSON, CrisisBox, Document, Fact, Lifeline, Number, Place, Title
from navigator.errors import BadInput
from navigator.resources.model import Address, Alert, Phone, Report, Status

from .conftest import CITY, Compose, checked, harbor


def places(document: Document) -> list[Place]:
    return [block for block in document.blocks if isinstance(block, Place)]


def fact(document: Document, label: str) -> str:
    """The text of a row of the first place, or "" where it has no such row."""
    return next((row.text for row in places(document)[0].facts if row.label == label), "")


def test_an_entry_reads_as_pictured(compose: Compose) -> None:
    assert places(compose(harbor())) == [
        Place(
            name="Harbor Withdrawal Unit",
            numbers=(Number("215-555-0142"),),
            facts=(
                Fact("What", "Help to stop drugs or alcohol safely"),
                Fact("Open", "Day and night, every day"),
                Fact("Where", "1420 Example Street. Side door on Hope Street."),
                Fact("For", "Men, 18 or older. Takes Medicaid. No ID needed."),
            ),
            checked="We checked this on Wednesday, November 11.",
        )
    ]


def test_it_is_about_no_person_and_its_name_is_neutral(compose: Compose) -> None:
    handout = compose(harbor())
    assert (handout.about, handout.job, handout.template) == (NO_PERSON, "Handout", "handout 1.0")


@pytest.mark.parametrize("count", [1, 5])
def test_one_to_five_entries_keep_their_order(compose: Compose, count: int) -> None:
    names = [f"Place {number}" for number in range(count)]
    assert [place.name for place in places(compose(*(harbor(name=name) for name in names)))] == names


def test_one_place_is_not_called_places(compose: Compose) -> None:
    assert Title("A place that can help") in compose(harbor()).blocks
    assert Title("Places that can help") in compose(harbor(), harbor()).blocks


def test_none_and_six_entries_are_refused(compose: Compose) -> None:
    with pytest.raises(BadInput, match="at least one"):
        compose()
    with pytest.raises(BadInput, match="You chose 6: take some off"):
        compose(*[harbor()] * 6)


@pytest.mark.parametrize("status", [Status.CLOSED, Status.DO_NOT_REFER, Status.DUPLICATE])
def test_an_entry_that_may_not_be_offered_is_refused_by_name(compose: Compose, status: Status) -> None:
    with pytest.raises(BadInput, match="Harbor Withdrawal Unit"):
        compose(harbor(status=status))


def test_a_name_that_no_font_can_draw_is_refused(compose: Compose) -> None:
    with pytest.raises(BadInput, match="no letters that Navigator can print"):
        compose(harbor(name="🏠🏠"))


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (date(2026, 12, 1), "Closed until Tuesday, December 1. Call before you go."),
        (None, "Closed for now. Call before you go."),
        (date(2026, 11, 2), "Closed for now. Call before you go."),
    ],
)
def test_a_place_that_is_closed_for_a_while_says_so(compose: Compose, until: date | None, said: str) -> None:
    entry = harbor(status=Status.TEMPORARILY_CLOSED, status_until=until)
    assert fact(compose(entry), "Open") == said


def test_a_seasonal_place_says_so_after_its_hours(compose: Compose) -> None:
    said = fact(compose(harbor(status=Status.SEASONAL)), "Open")
    assert said == "Day and night, every day. Not open all year. Call before you go."


def test_unknown_hours_are_said_to_be_unknown(compose: Compose) -> None:
    assert fact(compose(harbor(hours=())), "Open") == "We do not know the hours. Please call."


def test_a_confidential_place_keeps_its_address_to_itself_whatever_the_entry_holds(compose: Compose) -> None:
    entry = harbor(confidential=True, bring="Come to 1420 Example Street", description="Near Hope Street")
    handout = compose(entry)
    assert fact(handout, "Where") == "Call. They will tell you where to go."
    assert "Example" not in repr(handout)
    assert "Hope" not in repr(handout)


def test_an_address_outside_the_city_names_its_city(compose: Compose) -> None:
    entry = harbor(address=Address("9 Ferry Avenue", "Camden", "NJ"), directions="")
    assert fact(compose(entry), "Where") == "9 Ferry Avenue, Camden"


def test_a_place_without_an_address_has_no_row_for_it(compose: Compose) -> None:
    assert fact(compose(harbor(address=None, directions="")), "Where") == ""


def test_an_entry_without_a_number_sends_to_the_information_line(compose: Compose) -> None:
    place = places(compose(harbor(phones=())))[0]
    assert place.call == "We do not have a phone number. Call 211 and ask."
    assert place.numbers == (Number("211"),)


def test_languages_stand_only_where_there_is_more_than_english(compose: Compose) -> None:
    assert fact(compose(harbor(languages=("English",))), "Languages") == ""
    assert fact(compose(harbor(languages=())), "Languages") == ""
    assert fact(compose(harbor(languages=("English", "Spanish"))), "Languages") == "English and Spanish"


def test_what_to_bring_and_more_numbers_stand_where_known(compose: Compose) -> None:
    phones = tuple(Phone(f"215-555-010{digit}") for digit in range(3))
    handout = compose(harbor(bring="Your medicines in their bottles", phones=phones))
    assert fact(handout, "Bring") == "Your medicines in their bottles"
    assert fact(handout, "More") == "Call 215-555-0102."


def test_a_kind_of_help_without_a_plain_sentence_stands_as_published(compose: Compose) -> None:
    assert fact(compose(harbor(categories=("unheard of",), kind="Day center")), "What") == "Day center"


def test_an_overdue_entry_says_since_when(compose: Compose) -> None:
    entry = harbor(verified=checked(datetime(2026, 8, 3, 15, tzinfo=UTC)), due_on=date(2026, 11, 1))
    assert places(compose(entry))[0].checked == "We have not checked this since August. Call before you go."


def test_an_entry_due_today_is_not_overdue(compose: Compose) -> None:
    assert places(compose(harbor(due_on=date(2026, 11, 23))))[0].checked.startswith("We checked this")


def test_an_entry_that_nobody_checked_says_call_first(compose: Compose) -> None:
    assert places(compose(harbor(verified=None, due_on=None)))[0].checked == "Not yet checked: call first."


def test_the_day_of_a_check_is_the_citys_day(compose: Compose) -> None:
    entry = harbor(verified=checked(datetime(2026, 11, 12, 3, 0, tzinfo=UTC)))
    assert places(compose(entry))[0].checked == "We checked this on Wednesday, November 11."


def test_the_box_has_988_and_the_citys_own_line(compose: Compose) -> None:
    lines = (CrisisLine("Crisis", "988"), CrisisLine("Emergency", "911"), *CITY.crisis_lines)
    box = compose(harbor(), city=replace(CITY, crisis_lines=lines)).blocks[-1]
    assert box == CrisisBox(
        (
            Lifeline("Need to talk to someone now?", "Call or text. Day and night. It is free.", "988"),
            Lifeline("Philadelphia Crisis Line", "", "215-685-6440"),
        )
    )


def test_the_foot_says_what_when_and_whose_first_name(compose: Compose) -> None:
    assert compose(harbor()).footer.text == "Handout 1.0 · Printed Monday, November 23, 2:14 AM · by Dana"
    assert compose(harbor(), staff="").footer.text == "Handout 1.0 · Printed Monday, November 23, 2:14 AM"


@pytest.mark.parametrize(
    ("invented", "demo", "marking"),
    [
        ((True, True), True, "DEMO. Invented places."),
        ((True, False), True, "DEMO. For practice only."),
        ((False, False), True, "DEMO. For practice only."),
        ((True, False), False, "DEMO. For practice only."),
        ((False, False), False, ""),
    ],
)
def test_a_demo_says_demo_and_never_calls_a_real_place_invented(
    compose: Compose, invented: tuple[bool, ...], demo: bool, marking: str
) -> None:
    assert compose(*(harbor(invented=is_so) for is_so in invented), demo=demo).marking == marking


REPAIRS = Alert("a", "Closed for repairs", date(2026, 11, 20), date(2026, 12, 4), "Lena M.")


def test_an_alert_that_is_on_is_on_paper_with_its_end(compose: Compose) -> None:
    paper = compose(harbor(alerts=(REPAIRS,)))
    assert fact(paper, "Right now") == "Closed for repairs. Until Friday, December 4."


def test_an_alert_ahead_says_from_when_and_one_that_is_over_says_nothing(compose: Compose) -> None:
    ahead = replace(REPAIRS, words="No new people.", starts=date(2026, 11, 30), ends=None)
    over = replace(REPAIRS, ends=date(2026, 11, 22))
    assert fact(compose(harbor(alerts=(over, ahead))), "Right now") == "From Monday, November 30: No new people."


def test_what_was_reported_stands_beside_the_old_and_is_not_checked(compose: Compose) -> None:
    told = Report("p", "phones", "215-555-0194", "clinician", datetime(2026, 11, 22, 7, tzinfo=UTC))
    shut = replace(told, field="status", words="closed")
    paper = compose(harbor(reported=(told, shut)))
    assert fact(paper, "Right now") == (
        "We heard of another number: 215-555-0194. Not checked. We heard that this place may be closed. Call first."
    )
    assert places(paper)[0].numbers == (Number("215-555-0142"),)


def test_nothing_that_was_typed_about_a_confidential_place_is_on_paper(compose: Compose) -> None:
    assert fact(compose(harbor(confidential=True, alerts=(REPAIRS,))), "Right now") == ""
