"""People found again though their name is written a little differently, in a year that may be off by one (P-18)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.referrals.likeness import alike, names_alike
from navigator.referrals.person import Identity, folded
from navigator.referrals.visits import MOST_FOUND

from .scenes import ANA, Bench

NAMES = st.text(st.characters(categories=["L"]), min_size=1, max_size=14)


def found_by(bench: Bench, *names: str, year: int = 1987, on: date | None = None) -> tuple[list[str], list[str]]:
    """Who has that very name and year, and who may be meant."""
    wanted = Identity(*names, born_on=on, birth_year=None if on else year)
    found = bench.work.visits.find_people(bench.actor, wanted)
    return [person.called for person in found.exact], [person.called for person in found.alike]


class TestTwoNames:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("flores", "florez"),
            ("flores", "flroes"),
            ("ana", "anna"),
            ("johnathan", "jonathon"),
            ("mohammed", "muhamed"),
        ],
    )
    def test_a_slip_makes_no_other_name(self, one, other):
        assert alike(one, other)
        assert alike(other, one)

    @pytest.mark.parametrize(
        ("one", "other"), [("ana", "ada"), ("li", "lu"), ("flores", "fuentes"), ("", ""), ("jo", "joe"), ("kim", "tim")]
    )
    def test_short_names_and_other_names_stay_apart(self, one, other):
        assert not alike(one, other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [("Ana Maria", "Maria"), ("Garcia Lopez", "Garcia"), ("Lopez-Garcia", "Garcia López"), ("O'Neil", "Oneill")],
    )
    def test_a_part_of_a_name_can_stand_for_it(self, one, other):
        assert names_alike(one, other)
        assert names_alike(other, one)

    def test_a_part_too_short_to_tell_people_apart_stands_for_nothing(self):
        assert not names_alike("Ana de", "de")

    @given(NAMES, NAMES)
    def test_likeness_has_no_direction(self, one, other):
        assert names_alike(one, other) == names_alike(other, one)

    @given(NAMES.filter(folded))
    def test_every_name_is_like_itself(self, name):
        assert names_alike(name, name.upper().lower())


class TestFinding:
    def test_the_very_name_and_year_stand_apart_from_those_who_may_be_meant(self, bench: Bench):
        bench.visit(Identity("Anna", "Florez", birth_year=1987))
        bench.visit(Identity("Ana", "Flores", birth_year=1988))
        bench.visit(ANA)
        exact, likely = found_by(bench, "Ana", "Flores")
        assert exact == ["Ana Flores"]
        assert likely == ["Anna Florez", "Ana Flores"]

    def test_among_those_who_may_be_meant_the_same_year_comes_first(self, bench: Bench):
        bench.visit(Identity("Anna", "Flores", birth_year=1987))
        bench.visit(Identity("Ana", "Flores", birth_year=1986))
        assert found_by(bench, "Ana", "Flores") == ([], ["Anna Flores", "Ana Flores"])

    @pytest.mark.parametrize("year", [1985, 1989])
    def test_two_years_off_is_somebody_else(self, bench: Bench, year):
        bench.visit(ANA)
        assert found_by(bench, "Ana", "Flores", year=year) == ([], [])

    def test_another_day_is_somebody_else_and_the_day_of_another_year_may_be_a_slip(self, bench: Bench):
        bench.visit(ANA)
        assert found_by(bench, "Ana", "Flores", on=date(1987, 3, 6)) == ([], [])
        assert found_by(bench, "Ana", "Flores", on=date(1988, 3, 5)) == ([], ["Ana Flores"])

    def test_an_alias_finds_like_a_name(self, bench: Bench):
        person = bench.visit(ANA).person
        bench.work.other_names.add(bench.actor, person.id, "Marisol")
        found = bench.work.visits.find_people(bench.actor, Identity("Marisol", "Flores", birth_year=1987))
        assert [one.also for one in found.exact] == [("Marisol",)]
        assert found_by(bench, "Marisoll", "Flores") == ([], ["Ana Flores"])

    def test_an_alias_that_was_taken_away_finds_nobody(self, bench: Bench):
        person = bench.visit(ANA).person
        bench.work.other_names.add(bench.actor, person.id, "Marisol")
        bench.work.other_names.take_away(bench.actor, person.id, "marisol")
        assert found_by(bench, "Marisol", "Flores") == ([], [])

    def test_few_are_listed_and_those_of_that_very_name_are_never_crowded_out(self, bench: Bench):
        for _ in range(MOST_FOUND):
            bench.visit(Identity("Anna", "Florez", birth_year=1987))
        bench.visit(ANA)
        exact, likely = found_by(bench, "Ana", "Flores")
        assert exact == ["Ana Flores"]
        assert len(likely) == MOST_FOUND - 1

    def test_a_joined_record_is_found_once_under_the_person_who_was_kept(self, bench: Bench):
        kept, other = bench.visit(ANA).person, bench.visit(Identity("Nina", "Lopez", birth_year=1987)).person
        bench.work.merges.merge(bench.actor, kept.id, other.id)
        found = bench.work.visits.find_people(bench.actor, Identity("Nina", "Lopez", birth_year=1987))
        assert [(person.id, person.called) for person in found.exact] == [(kept.id, "Ana Flores")]
        assert found.exact[0].also == ("Nina Lopez",)
