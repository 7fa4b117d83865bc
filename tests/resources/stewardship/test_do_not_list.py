"""The do-not-list keeps who must never be added again, with the reason (S-05)."""

import pytest

from navigator.errors import BadInput, NotFound
from navigator.resources.model import Barred

from .bench import LENA, Bench


def test_a_provider_is_put_on_the_list_and_taken_off_again(bench: Bench):
    bench.do_not_list.bar(LENA, " Rose   House ", " Closed by the city. ")
    bench.do_not_list.bar(LENA, "Aster House", "Asks for money.")
    assert bench.do_not_list.barred(LENA) == (
        Barred("Aster House", "Asks for money."),
        Barred("Rose House", "Closed by the city."),
    )
    bench.do_not_list.unbar(LENA, "ROSE HOUSE")
    assert [one.name for one in bench.do_not_list.barred(LENA)] == ["Aster House"]
    assert [action for action, _, _ in bench.trail()] == [
        *["provider put on the do-not-list"] * 2,
        "provider taken off the do-not-list",
    ]


def test_a_new_reason_takes_the_place_of_the_old_one(bench: Bench):
    for reason in ("Closed.", "Closed by the city in May."):
        bench.do_not_list.bar(LENA, "Rose House", reason)
    assert bench.do_not_list.barred(LENA) == (Barred("Rose House", "Closed by the city in May."),)


@pytest.mark.parametrize(("name", "reason"), [("", "Closed."), ("Rose House", " ")])
def test_name_and_reason_are_needed(bench: Bench, name, reason):
    with pytest.raises(BadInput, match="a name and the reason"):
        bench.do_not_list.bar(LENA, name, reason)
    assert bench.do_not_list.barred(LENA) == ()


def test_who_is_not_on_the_list_cannot_be_taken_off(bench: Bench):
    with pytest.raises(NotFound):
        bench.do_not_list.unbar(LENA, "Rose House")
