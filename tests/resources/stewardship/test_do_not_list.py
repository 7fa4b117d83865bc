"""The do-not-list keeps who must never be added again, with the reason (S-05)."""

import pytest

from navigator.errors import BadInput, NotFound
from navigator.resources.model import Barred
from navigator.resources.stewardship.do_not_list import DoNotList
from tests.resources.importing import HARBOR, Desk, door

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


@pytest.mark.parametrize(
    "values",
    [
        {"name": " rose  HOUSE "},
        {"name": "Rose\u00a0House"},
        {"name": "Aster", "alternate_names": ["Rose House"]},
        {"name": "Aster", "organization": "Rose House"},
    ],
)
def test_who_is_on_the_list_is_refused_however_it_is_written(bench: Bench, values):
    bench.do_not_list.bar(LENA, "Rose House", "Closed by the city.")
    with pytest.raises(BadInput, match="“Rose House” is on the do-not-list: Closed by the city"):
        bench.records.add(LENA, values)


def test_what_is_listed_stays_listed_and_can_be_worked_on(bench: Bench):
    (entry,) = bench.records.add(LENA, {"name": "Rose House"})
    bench.do_not_list.bar(LENA, "Rose House", "Closed by the city.")
    seen = bench.records.view(LENA, entry.id).seen
    (entry,) = bench.records.edit(LENA, entry.id, {"alternate_names": ["The Rose"]}, seen)
    assert entry.alternate_names == ("The Rose",)


def test_a_dry_run_from_before_a_bar_is_not_applied(desk: Desk):
    tried = desk.weigh(door("a"))
    DoNotList(desk.store).bar(LENA, HARBOR.name, "Fraud.")
    with pytest.raises(BadInput, match="changed meanwhile"):
        tried.apply()
    assert desk.entries() == []
    barred = desk.weigh(door("a"))
    DoNotList(desk.store).unbar(LENA, HARBOR.name)
    with pytest.raises(BadInput, match="changed meanwhile"):
        barred.apply(skip_bad_rows=True)
