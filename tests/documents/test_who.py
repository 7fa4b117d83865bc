"""Whom a place is for, in plain words: what is known, and nothing that is not (S-02)."""

import pytest

from navigator.documents.who import PAID_CARE, for_whom
from navigator.documents.wording import Wording
from navigator.resources.categories import load_categories
from navigator.resources.model import Entry, Fact

from .conftest import harbor, known


def said(entry: Entry, wording: Wording) -> str:
    return for_whom(entry, wording, "Philadelphia")


def test_the_pictured_place_reads_as_pictured(wording: Wording) -> None:
    assert said(harbor(), wording) == "Men, 18 or older. Takes Medicaid. No ID needed."


def test_a_place_of_which_nothing_is_known_says_nothing(wording: Wording) -> None:
    assert said(harbor(facts={}, minimum_age=None), wording) == ""


def test_paid_care_with_unknown_payment_tells_to_ask(wording: Wording) -> None:
    assert said(harbor(facts=known(Fact.MEN)), wording) == "Men, 18 or older. Ask if they take Medicaid."


def test_a_shelter_or_a_crisis_center_does_not_speak_of_payment(wording: Wording) -> None:
    entry = harbor(facts=known(Fact.MEN), categories=("shelter", "crisis-center"))
    assert said(entry, wording) == "Men, 18 or older."


def test_the_kinds_of_paid_care_are_kinds_that_exist() -> None:
    assert set(load_categories()) >= PAID_CARE


@pytest.mark.parametrize(
    ("yes", "no", "ages", "words"),
    [
        ((Fact.MEN, Fact.WOMEN, Fact.TRANS), (), (18, None), "Anyone 18 or older."),
        ((Fact.MEN, Fact.WOMEN), (), (None, None), "Men and women."),
        ((Fact.WOMEN,), (Fact.MEN,), (None, None), "Women only."),
        ((Fact.WOMEN,), (), (None, None), "Women."),
        ((Fact.WOMEN, Fact.FAMILIES), (Fact.MEN,), (None, None), "Women and families with children."),
        ((), (), (14, 24), "People aged 14 to 24."),
        ((), (), (None, 21), "People 21 or younger."),
        ((Fact.YOUTH,), (), (None, 17), "People 17 or younger."),
        ((Fact.ADULTS,), (), (None, None), "Adults."),
        ((Fact.MEN,), (), (18, 64), "Men, aged 18 to 64."),
    ],
)
def test_groups_and_ages(
    wording: Wording,
    yes: tuple[Fact, ...],
    no: tuple[Fact, ...],
    ages: tuple[int | None, int | None],
    words: str,
) -> None:
    entry = harbor(facts=known(*yes, no=no), minimum_age=ages[0], maximum_age=ages[1], categories=("shelter",))
    assert said(entry, wording) == words


def test_unknown_is_never_said_as_no(wording: Wording) -> None:
    assert "only" not in said(harbor(facts=known(Fact.MEN)), wording)


def test_rules_cost_and_the_door_follow_in_that_order(wording: Wording) -> None:
    facts = known(Fact.VETERANS_ONLY, Fact.RESIDENTS_ONLY, Fact.WALK_IN, Fact.FREE, Fact.ID_NEEDED, Fact.WHEELCHAIR)
    assert said(harbor(facts=facts, minimum_age=None), wording) == (
        "Veterans only. You must live in Philadelphia. Walk in. It is free. Bring ID. You can get in with a wheelchair."
    )


def test_published_text_written_for_the_trade_is_not_printed(wording: Wording) -> None:
    entry = harbor(eligibility="Adults; verify it is still open", payment="MA, sliding fee", facts={}, minimum_age=None)
    assert said(entry, wording) == ""


def test_what_only_the_team_needs_is_not_printed(wording: Wording) -> None:
    facts = known(Fact.POLICE_DROP_OFF, Fact.INVOLUNTARY)
    assert said(harbor(facts=facts, minimum_age=None), wording) == ""
