"""The people that visits are made to: found by two identifiers, known or unknown, corrected (P-18)."""

import contextlib
import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from navigator.errors import BadInput, NotFound, UserError
from navigator.referrals.person import Identity, Person
from navigator.referrals.visits import MOST_FOUND

from .scenes import ANA, STRANGER, TODAY, Bench, told, trail_of

YEAR_ALONE = Identity("Ana", "Flores", birth_year=1987)


def found_by(bench: Bench, **wanted) -> list[str]:
    return [person.called for person in bench.work.visits.find_people(bench.actor, Identity(**wanted))]


class TestFindingAPerson:
    """P-18: two identifiers, few results, audited without the text."""

    @pytest.mark.parametrize(
        "wanted",
        [
            Identity(),
            Identity("Ana", "Flores"),
            Identity(birth_year=1987),
            Identity(born_on=date(1987, 3, 5)),
            Identity(" ", "\t", birth_year=1987),
            Identity(preferred_name="Ana", birth_year=1987),
            Identity(described="green parka", birth_year=1987),
        ],
    )
    def test_one_identifier_finds_nobody(self, bench: Bench, wanted):
        bench.visit(ANA)
        rows = bench.rows()
        with pytest.raises(BadInput, match="a name and the birth year"):
            bench.work.visits.find_people(bench.actor, wanted)
        assert bench.rows() == rows

    @pytest.mark.parametrize(
        "wanted",
        [
            {"given_name": "Ana", "family_name": "Flores", "birth_year": 1987},
            {"given_name": "Ana", "family_name": "Flores", "born_on": date(1987, 3, 5)},
            {"given_name": "ANA", "family_name": "flores", "birth_year": 1987},
            {"given_name": " Ána ", "family_name": "Florès", "birth_year": 1987},
            {"given_name": "Flores", "family_name": "Ana", "birth_year": 1987},
            {"given_name": "Ana", "birth_year": 1987},
            {"family_name": "Flores", "birth_year": 1987},
            {"given_name": "Flores", "birth_year": 1987},
        ],
    )
    def test_a_name_in_any_case_order_and_accent_with_the_year_finds_who_it_is(self, bench: Bench, wanted):
        bench.visit(ANA)
        assert found_by(bench, **wanted) == ["Ana Flores"]

    @pytest.mark.parametrize(
        "wanted",
        [
            {"given_name": "Ana", "family_name": "Flores", "birth_year": 1989},
            {"given_name": "Ana", "family_name": "Flores", "born_on": date(1987, 5, 3)},
            {"given_name": "Ana", "family_name": "Lopez", "birth_year": 1987},
            {"given_name": "An", "birth_year": 1987},
            {"given_name": "A%", "birth_year": 1987},
            {"given_name": "A_a", "birth_year": 1987},
        ],
    )
    def test_another_year_day_or_name_finds_nobody(self, bench: Bench, wanted):
        bench.visit(ANA)
        assert found_by(bench, **wanted) == []

    def test_a_whole_date_finds_one_of_whom_only_the_year_is_known(self, bench: Bench):
        bench.visit(YEAR_ALONE)
        assert found_by(bench, given_name="Ana", family_name="Flores", born_on=date(1987, 3, 5)) == ["Ana Flores"]

    def test_the_name_one_goes_by_finds_them_too(self, bench: Bench):
        bench.visit(Identity("Robert", "Cole", "Bobby", birth_year=1990))
        assert found_by(bench, given_name="Bobby", family_name="Cole", birth_year=1990) == ["Bobby Cole"]

    def test_who_told_one_name_only_is_found_by_the_whole_name(self, bench: Bench):
        bench.visit(Identity("Sam", birth_year=1990))
        assert found_by(bench, given_name="Sam", family_name="Reyes", birth_year=1990) == ["Sam"]

    def test_who_told_one_name_and_the_name_they_go_by_is_found_by_the_whole_name(self, bench: Bench):
        bench.visit(Identity("Samuel", "", "Sam", birth_year=1990))
        assert found_by(bench, given_name="Samuel", family_name="Reyes", birth_year=1990) == ["Sam"]

    @pytest.mark.parametrize(
        ("kept", "asked"),
        [("Đặng", "Dang"), ("Łukasz", "Lukasz"), ("Søren", "Soren"), ("O’Neil", "ONeil"), ("Jean-Luc", "jean luc")],
    )
    def test_letters_with_marks_are_found_by_the_letters_of_a_plain_keyboard(self, bench: Bench, kept, asked):
        bench.visit(Identity(kept, "Hoa", birth_year=1990))
        assert found_by(bench, given_name=asked, birth_year=1990) == [f"{kept} Hoa"]

    @pytest.mark.parametrize("name", ["李明", "أحمد", "Нина", "ស្រី"])
    def test_names_of_any_script_are_found(self, bench: Bench, name):
        bench.visit(Identity(name, birth_year=1990))
        assert found_by(bench, given_name=name, birth_year=1990) == [name]

    def test_a_name_of_marks_alone_is_no_name(self, bench: Bench):
        bench.visit(Identity("Robert", "Cole", "Bobby", birth_year=1990))
        with pytest.raises(BadInput):
            found_by(bench, given_name="?", preferred_name="Bobby", birth_year=1990)
        with pytest.raises(BadInput):
            bench.visit(Identity("-", birth_year=1990))

    def test_more_than_a_few_are_not_listed(self, bench: Bench):
        for day in range(1, MOST_FOUND + 2):
            bench.visit(Identity("Ana", "Flores", born_on=date(1987, 3, day)))
        with pytest.raises(BadInput, match="Too many"):
            found_by(bench, given_name="Ana", family_name="Flores", birth_year=1987)
        assert len(found_by(bench, given_name="Ana", family_name="Flores", born_on=date(1987, 3, 5))) == 1
        searches = [json.loads(detail) for action, _, detail in trail_of(bench.store) if action == "person searched"]
        assert searches == [{"found": MOST_FOUND + 1}, {"found": 1}]

    def test_a_search_is_written_down_without_its_text_and_whom_it_showed(self, bench: Bench):
        visit = bench.visit(ANA)
        found_by(bench, given_name="Ana", birth_year=1987)
        found_by(bench, given_name="Nobody", birth_year=1987)
        lines = trail_of(bench.store)[-3:]
        assert lines == [
            ("person searched", "", '{"found": 1}'),
            ("person viewed", visit.person.id, "{}"),
            ("person searched", "", '{"found": 0}'),
        ]

    def test_an_unknown_person_is_found_by_nobody(self, bench: Bench):
        bench.visit(STRANGER)
        assert found_by(bench, given_name="man of about 40", birth_year=1986) == []


class TestIdentity:
    @pytest.mark.parametrize(
        ("identity", "said"),
        [
            (Identity(), "a name and a birth year"),
            (Identity("Ana", "Flores"), "birth date or the year too"),
            (Identity(birth_year=1987), "a name and a birth year"),
            (Identity(described="  "), "a name and a birth year"),
            (Identity("Ana", birth_year=TODAY.year + 1), "birth year cannot"),
            (Identity("Ana", birth_year=TODAY.year - 121), "birth year cannot"),
            (Identity("Ana", birth_year=0), "birth year cannot"),
            (Identity("Ana", birth_year=-5), "birth year cannot"),
            (Identity("Ana", born_on=TODAY + timedelta(days=1)), "future"),
            (Identity("Ana", born_on=date(1, 1, 1)), "birth year cannot"),
        ],
    )
    def test_what_cannot_be_is_said_and_opens_nothing(self, bench: Bench, identity, said):
        rows = bench.rows()
        with pytest.raises(BadInput, match=said) as refused:
            bench.visit(identity)
        assert "Ana" not in refused.value.sentence
        assert bench.rows() == rows

    @pytest.mark.parametrize(
        "identity",
        [
            Identity("Ana", born_on=TODAY),
            Identity(family_name="Flores", birth_year=TODAY.year - 120),
            STRANGER,
            Identity(preferred_name="Ghost", described="Tall, grey coat"),
        ],
    )
    def test_two_identifiers_or_a_description_are_enough(self, bench: Bench, identity):
        assert bench.visit(identity).person.identity.described == identity.described

    @pytest.mark.parametrize(
        ("identity", "called"),
        [
            (ANA, "Ana Flores"),
            (replace(ANA, preferred_name="Nita"), "Nita Flores"),
            (Identity(described=" green parka "), "Unknown: green parka"),
            (Identity(), "Unknown person"),
        ],
    )
    def test_a_person_is_called_as_they_wish(self, identity, called):
        assert Person("1", identity).called == called

    def test_no_identity_at_all_opens_no_visit(self, bench: Bench):
        with pytest.raises(BadInput):
            bench.work.visits.open(bench.actor, told(), None)

    def test_a_person_found_before_gets_a_second_visit_and_stays_one_person(self, bench: Bench):
        first = bench.visit(ANA)
        again = bench.work.visits.open(bench.actor, told(), None, first.person.id)
        assert again.person == first.person
        with pytest.raises(NotFound):
            bench.work.visits.open(bench.actor, told(), None, "nobody")

    def test_a_stranger_who_tells_a_name_is_known_from_then_on(self, bench: Bench):
        visit = bench.visit(STRANGER)
        bench.work.visits.change(bench.actor, visit.id, told(), visit.revision, ANA)
        assert found_by(bench, given_name="Ana", birth_year=1987) == ["Ana Flores"]
        assert "person changed" in {action for action, _, _ in trail_of(bench.store)}

    @pytest.mark.parametrize("same", [None, ANA, replace(ANA, given_name=" Ana ", birth_year=1987)])
    def test_a_person_who_did_not_change_is_not_written_down_as_changed(self, bench: Bench, same):
        visit = bench.visit(ANA)
        bench.work.visits.change(bench.actor, visit.id, told(note="Calm."), visit.revision, same)
        assert "person changed" not in {action for action, _, _ in trail_of(bench.store)}

    def test_a_correction_of_the_person_in_one_visit_is_not_undone_by_an_older_window_of_another(
        self, bench: Bench, other: Bench
    ):
        first = bench.visit(ANA)
        second = bench.work.visits.open(bench.actor, told(), None, first.person.id)
        right = replace(ANA, family_name="Flores Ruiz")
        other.work.visits.change(other.actor, first.id, told(), first.revision, right)
        with contextlib.suppress(UserError):
            shown = second.person.identity
            bench.work.visits.change(bench.actor, second.id, told(note="Calm."), second.revision, shown)
        assert bench.work.visits.visit(bench.actor, second.id).person.identity.family_name == "Flores Ruiz"

    def test_a_wrong_identity_leaves_the_facts_as_they_were_too(self, bench: Bench):
        visit = bench.visit(ANA)
        rows = bench.rows()
        with pytest.raises(BadInput):
            bench.work.visits.change(bench.actor, visit.id, told(note="New."), visit.revision, Identity("Ana"))
        assert bench.rows() == rows
