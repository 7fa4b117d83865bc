"""Visits and the people they are made to: two identifiers, possible times, stale windows, endings and follow-ups."""

import contextlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from navigator.errors import BadInput, NotFound, UserError
from navigator.referrals.bounds import Bounds
from navigator.referrals.follow_up import Reached
from navigator.referrals.person import Identity, Person
from navigator.referrals.status import Status
from navigator.referrals.steps import Request
from navigator.referrals.visit import ON_THE_WAY, Disposition, Ending, PlaceKind, VisitFacts
from navigator.referrals.visits import MOST_FOUND, RECENT

from .scenes import ANA, ARRIVED, NOW, STRANGER, TODAY, ZONE, Bench, call, told, trail_of

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
            {"given_name": "Ana", "family_name": "Flores", "birth_year": 1988},
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

    def test_a_wrong_identity_leaves_the_facts_as_they_were_too(self, bench: Bench):
        visit = bench.visit(ANA)
        rows = bench.rows()
        with pytest.raises(BadInput):
            bench.work.visits.change(bench.actor, visit.id, told(note="New."), visit.revision, Identity("Ana"))
        assert bench.rows() == rows


IMPOSSIBLE = {
    "no arrival": (told(arrived_at=None), "when you arrived"),
    "no kind of place": (told(place_kind=None), "kind of place"),
    "arrived tomorrow": (told(arrived_at=NOW + timedelta(days=1)), "later than now"),
    "arrived in three minutes": (told(arrived_at=NOW + timedelta(minutes=3)), "later than now"),
    "arrived before being sent": (told(dispatched_at=ARRIVED + timedelta(seconds=1)), "before you were sent"),
    "four digits": (told(postal_code="1913"), "five digits"),
    "nine digits": (told(postal_code="19134-1234"), "five digits"),
    "letters": (told(postal_code="1913O"), "five digits"),
    "other digits": (told(postal_code="١٩١٣٤"), "five digits"),
}


class TestFacts:
    @pytest.mark.parametrize("what", IMPOSSIBLE)
    def test_what_cannot_be_is_said_and_changes_nothing(self, bench: Bench, what):
        facts, said = IMPOSSIBLE[what]
        visit = bench.visit(ANA)
        rows = bench.rows()
        with pytest.raises(BadInput, match=said):
            bench.work.visits.open(bench.actor, facts, STRANGER)
        with pytest.raises(BadInput, match=said):
            bench.work.visits.change(bench.actor, visit.id, facts, visit.revision)
        assert bench.rows() == rows

    @pytest.mark.parametrize("arrived_at", [datetime(1, 1, 1, tzinfo=UTC), datetime(205, 6, 1, tzinfo=UTC)])
    def test_a_year_that_was_typed_wrong_does_not_break_the_list_of_visits(self, bench: Bench, arrived_at):
        with contextlib.suppress(UserError):
            bench.visit(ANA, arrived_at=arrived_at)
        assert isinstance(bench.work.visits.recent(bench.actor), tuple)

    @pytest.mark.parametrize("postal_code", ["", " ", "19134", " 19134 "])
    def test_a_zip_may_be_missing(self, postal_code):
        assert told(postal_code=postal_code).lacks(Bounds(NOW, ZONE)) == ""

    def test_calls_are_made_from_when_the_team_was_sent_or_two_hours_before(self):
        assert told().earliest == ARRIVED - ON_THE_WAY
        assert told(dispatched_at=ARRIVED - timedelta(minutes=9)).earliest == ARRIVED - timedelta(minutes=9)
        assert VisitFacts().earliest is None

    def test_a_visit_is_not_moved_behind_a_call_that_was_made_in_it(self, bench: Bench):
        visit = bench.visit()
        bench.take(bench.draft(visit), Request(call(at=ARRIVED - timedelta(minutes=20))))
        late = told(dispatched_at=ARRIVED - timedelta(minutes=10))
        with pytest.raises(BadInput, match="call was logged before"):
            bench.work.visits.change(bench.actor, visit.id, late, visit.revision)
        early = told(dispatched_at=ARRIVED - timedelta(minutes=20))
        assert bench.work.visits.change(bench.actor, visit.id, early, visit.revision).facts == early

    def test_a_visit_that_ended_does_not_begin_after_its_end(self, bench: Bench):
        visit = bench.visit()
        ended = bench.end(visit, ARRIVED + timedelta(minutes=5))
        with pytest.raises(BadInput, match="leave before you arrived"):
            bench.work.visits.change(
                bench.actor, visit.id, told(arrived_at=ARRIVED + timedelta(minutes=6)), ended.revision
            )

    def test_the_older_window_changes_nothing(self, bench: Bench, other: Bench):
        visit = bench.visit()
        other.work.visits.change(other.actor, visit.id, told(note="Noor was here."), visit.revision)
        rows = bench.rows()
        ending = Ending(NOW, Disposition.RESOLVED)
        for act in (
            lambda: bench.work.visits.change(bench.actor, visit.id, told(note="So was I."), visit.revision),
            lambda: bench.work.visits.end(bench.actor, visit.id, ending, visit.revision),
            lambda: bench.work.visits.reopen(bench.actor, visit.id, visit.revision),
        ):
            with pytest.raises(UserError, match="changed in another window"):
                act()
        assert bench.rows() == rows

    def test_a_visit_that_is_not_there_is_said_to_be_gone(self, bench: Bench):
        for act in (
            lambda: bench.work.visits.visit(bench.actor, "nothing"),
            lambda: bench.work.visits.change(bench.actor, "nothing", told(), 1),
            lambda: bench.work.visits.end(bench.actor, "nothing", Ending(NOW, Disposition.RESOLVED), 1),
            lambda: bench.work.visits.reopen(bench.actor, "nothing", 1),
        ):
            with pytest.raises(NotFound):
                act()


class TestEnding:
    @pytest.mark.parametrize(
        ("ending", "said"),
        [
            (Ending(ARRIVED - timedelta(seconds=1), Disposition.RESOLVED), "leave before you arrived"),
            (Ending(NOW + timedelta(minutes=3), Disposition.RESOLVED), "later than now"),
            (Ending(NOW, Disposition.RESOLVED, (Disposition.RESOLVED,)), "chosen twice"),
        ],
    )
    def test_an_ending_that_cannot_be_leaves_the_visit_open(self, bench: Bench, ending, said):
        visit = bench.visit()
        rows = bench.rows()
        with pytest.raises(BadInput, match=said):
            bench.work.visits.end(bench.actor, visit.id, ending, visit.revision)
        assert bench.rows() == rows

    def test_an_ended_visit_leaves_the_open_ones_and_comes_back_when_it_is_reopened(self, bench: Bench):
        visit = bench.visit()
        assert bench.work.visits.open_of(bench.actor) == (visit,)
        ended = bench.end(visit)
        assert not ended.is_open
        assert bench.work.visits.open_of(bench.actor) == ()
        with pytest.raises(BadInput, match="ended already"):
            bench.end(ended)
        again = bench.work.visits.reopen(bench.actor, visit.id, ended.revision)
        assert again.is_open
        assert bench.work.visits.open_of(bench.actor) == (again,)
        with pytest.raises(BadInput, match="is open"):
            bench.work.visits.reopen(bench.actor, visit.id, again.revision)

    def test_the_visits_of_others_are_not_ones_own(self, bench: Bench, other: Bench):
        other.visit()
        assert bench.work.visits.open_of(bench.actor) == ()
        assert len(bench.work.visits.recent(bench.actor)) == 1

    def test_open_visits_stand_before_the_newest_ended_ones(self, bench: Bench):
        old = bench.visit(arrived_at=ARRIVED - timedelta(days=20))
        for minutes in range(RECENT):
            bench.end(bench.visit(STRANGER, arrived_at=ARRIVED - timedelta(minutes=minutes)))
        found = bench.work.visits.recent(bench.actor)
        assert len(found) == RECENT
        assert found[0].id == old.id
        arrivals = [visit.facts.arrived_at for visit in found[1:]]
        assert arrivals == sorted(arrivals, reverse=True)


class TestFollowUpsOfAVisit:
    """R-10: counted from the end of the visit, and from the request before it has one."""

    DAYS = (timedelta(hours=24), timedelta(hours=72), timedelta(days=7), timedelta(days=30))

    def _due(self, bench: Bench, referral) -> list[timedelta]:
        return [one.due_at - NOW for one in bench.work.follow_ups.of(bench.actor, referral.id)]

    def test_they_are_counted_from_the_call_while_the_visit_lasts_and_then_from_its_end(self, bench: Bench):
        visit = bench.visit()
        referral = bench.take(bench.draft(visit), Request(call(at=NOW - timedelta(minutes=10))))
        assert self._due(bench, referral) == [day - timedelta(minutes=10) for day in self.DAYS]
        bench.clock.forward(minutes=50)
        bench.end(visit)
        assert self._due(bench, referral) == [day + timedelta(minutes=50) for day in self.DAYS]

    def test_a_referral_written_up_later_is_counted_from_the_end_too(self, bench: Bench):
        visit = bench.visit()
        bench.end(visit)
        bench.clock.forward(hours=5)
        referral = bench.take(bench.draft(visit), Request(call(at=bench.clock())))
        assert self._due(bench, referral) == list(self.DAYS)

    def test_a_second_end_counts_anew(self, bench: Bench):
        visit = bench.visit()
        referral = bench.brought_to(Status.REQUESTED, visit)
        ended = bench.end(visit)
        bench.work.visits.reopen(bench.actor, visit.id, ended.revision)
        bench.clock.forward(hours=2)
        bench.end(visit)
        assert self._due(bench, referral) == [day + timedelta(hours=2) for day in self.DAYS]

    def test_a_visit_that_was_reopened_has_no_end_to_count_from(self, bench: Bench):
        visit = bench.visit()
        referral = bench.brought_to(Status.REQUESTED, visit)
        bench.clock.forward(hours=2)
        ended = bench.end(visit)
        bench.work.visits.reopen(bench.actor, visit.id, ended.revision)
        assert self._due(bench, referral) == list(self.DAYS)

    def test_what_is_settled_or_another_visits_is_left_alone(self, bench: Bench):
        elsewhere = bench.brought_to(Status.REQUESTED)
        visit = bench.visit()
        referral = bench.brought_to(Status.REQUESTED, visit)
        first = bench.work.follow_ups.of(bench.actor, referral.id)[0]
        bench.work.follow_ups.attempt(bench.actor, first.id, Reached.PERSON)
        bench.clock.forward(hours=3)
        bench.end(visit)
        assert self._due(bench, referral)[0] == self.DAYS[0]
        assert self._due(bench, referral)[1] == self.DAYS[1] + timedelta(hours=3)
        assert self._due(bench, elsewhere) == list(self.DAYS)


def test_a_visit_holds_what_was_told(bench: Bench):
    facts = told(
        place_kind=PlaceKind.HOME,
        language="Spanish",
        contact_number="215-555-0123",
        contact_words="Evenings. Say you are a friend of Rosa.",
        no_voicemail=True,
        note="Door code 4471.",
    )
    visit = bench.work.visits.open(bench.actor, facts, ANA)
    assert bench.work.visits.visit(bench.actor, visit.id).facts == facts
    assert visit.author == "clinician"
