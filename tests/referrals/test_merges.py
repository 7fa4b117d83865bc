"""One person who was written down twice: joined, read together, and taken apart exactly as they were (P-18)."""

import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from navigator.errors import BadInput, NotFound, UserError
from navigator.referrals.draft import DraftKind
from navigator.referrals.merges import MOVED, ONE_ALREADY, TAKEN_APART, UNKNOWN_KEPT, Merge
from navigator.referrals.person import Identity, Person
from navigator.referrals.status import Status

from .scenes import ANA, STRANGER, Bench, trail_of

TWIN = Identity("Anna", "Florez", birth_year=1987)


@pytest.fixture
def ana(bench: Bench) -> Person:
    return bench.visit(ANA).person


@pytest.fixture
def stranger(bench: Bench) -> Person:
    return bench.visit(STRANGER).person


def join(bench: Bench, kept: Person, other: Person) -> Merge:
    return bench.work.merges.merge(bench.actor, kept.id, other.id)


def called(bench: Bench) -> list[str]:
    """Whom the list of visits names, each once."""
    return sorted({visit.person.called for visit in bench.work.visits.recent(bench.actor)})


class TestJoining:
    def test_every_visit_of_both_is_read_under_the_person_who_was_kept(self, bench, ana, stranger):
        join(bench, ana, stranger)
        assert called(bench) == ["Ana Flores"]
        assert {visit.person.id for visit in bench.work.visits.recent(bench.actor)} == {ana.id}

    def test_no_row_of_either_is_rewritten(self, bench, ana, stranger):
        before = bench.rows()
        join(bench, ana, stranger)
        after = bench.rows()
        changed = {table for table, rows in after.items() if rows != before[table]}
        assert changed == {"person_merge", "audit"}

    def test_it_is_audited_with_both_ids_and_without_a_name(self, bench, ana, stranger):
        merge = join(bench, ana, stranger)
        [line] = [line for line in trail_of(bench.store) if line[0] == "people merged"]
        assert line[1] == ana.id
        assert json.loads(line[2]) == {"other": stranger.id, "merge": merge.id}

    def test_both_are_shown_side_by_side_before(self, bench: Bench, ana: Person, stranger: Person):
        bench.visit(ANA)
        again = bench.work.visits.open(bench.actor, bench.work.visits.recent(bench.actor)[0].facts, None, stranger.id)
        bench.brought_to(Status.REQUESTED, again)
        bench.brought_to(Status.REJECTED, again, 2)
        here, other = bench.work.merges.sides(bench.actor, ana.id, stranger.id)
        assert (here.person.called, here.visits, here.open_referrals) == ("Ana Flores", 1, 0)
        assert (other.person.id, other.visits, other.open_referrals) == (stranger.id, 2, 1)
        assert other.last_visit == again.facts.arrived_at

    def test_the_name_of_the_other_becomes_another_name(self, bench, ana):
        join(bench, ana, bench.visit(TWIN).person)
        assert bench.work.other_names.person(bench.actor, ana.id).also == ("Anna Florez",)

    def test_what_was_typed_to_find_the_other_is_settled_with_it(self, bench, ana, stranger):
        bench.work.drafts.keep(bench.actor, DraftKind.SAME_PERSON, stranger.id, {"given": "Ana"})
        join(bench, ana, stranger)
        assert bench.work.drafts.mine(bench.actor) == ()

    def test_a_third_record_joins_them_all(self, bench, ana, stranger):
        twin = bench.visit(TWIN).person
        join(bench, ana, stranger)
        join(bench, twin, ana)
        assert called(bench) == ["Anna Florez"]
        assert {merge.other.id for merge in bench.work.merges.of_person(bench.actor, stranger.id)} == {
            ana.id,
            stranger.id,
        }

    @pytest.mark.parametrize("which", ["themselves", "again", "turned", "nobody", "unknown kept", "joined before"])
    def test_what_cannot_be_joined_is_said_and_changes_nothing(self, bench, ana, stranger, which):
        twin = bench.visit(TWIN).person
        if which in ("again", "turned", "joined before"):
            join(bench, ana, stranger)
        pair, said, kind = {
            "themselves": ((ana.id, ana.id), ONE_ALREADY, BadInput),
            "again": ((ana.id, stranger.id), ONE_ALREADY, BadInput),
            "turned": ((stranger.id, ana.id), ONE_ALREADY, BadInput),
            "nobody": ((ana.id, "no such person"), "no longer in casework", BadInput),
            "unknown kept": ((stranger.id, ana.id), UNKNOWN_KEPT, BadInput),
            "joined before": ((twin.id, stranger.id), MOVED, UserError),
        }[which]
        rows = bench.rows()
        with pytest.raises(kind, match=said[:30]):
            bench.work.merges.merge(bench.actor, *pair)
        assert bench.rows() == rows


class TestTakingApart:
    def test_each_has_their_own_visits_again(self, bench, ana, stranger):
        merge = join(bench, ana, stranger)
        bench.work.merges.undo(bench.actor, merge.id)
        assert called(bench) == ["Ana Flores", stranger.called]
        assert bench.work.merges.of_person(bench.actor, ana.id) == ()

    def test_what_was_written_since_for_the_one_who_was_kept_stays_there(self, bench, ana, stranger):
        merge = join(bench, ana, stranger)
        facts = bench.work.visits.recent(bench.actor)[0].facts
        later = bench.work.visits.open(bench.actor, facts, None, stranger.id)
        bench.work.merges.undo(bench.actor, merge.id)
        assert bench.work.visits.visit(bench.actor, later.id).person.id == ana.id

    def test_twice_is_once_too_often(self, bench, ana, stranger):
        merge = join(bench, ana, stranger)
        bench.work.merges.undo(bench.actor, merge.id)
        rows = bench.rows()
        with pytest.raises(BadInput, match=TAKEN_APART):
            bench.work.merges.undo(bench.actor, merge.id)
        with pytest.raises(NotFound):
            bench.work.merges.undo(bench.actor, "no such merge")
        assert bench.rows() == rows

    def test_they_can_be_joined_again_the_other_way_round(self, bench, ana):
        twin = bench.visit(TWIN).person
        bench.work.merges.undo(bench.actor, join(bench, ana, twin).id)
        join(bench, twin, ana)
        assert called(bench) == ["Anna Florez"]

    def test_what_was_joined_and_parted_stays_written_down(self, bench, ana, stranger):
        bench.work.merges.undo(bench.actor, join(bench, ana, stranger).id)
        for table in ("person_merge", "person_unmerge"):
            for change in (f"DELETE FROM {table}", f"UPDATE {table} SET made_by = 'nobody'"):
                with pytest.raises(DatabaseError, match="append"), bench.store.writing() as session:
                    session.execute(text(change))


class TestOtherNames:
    def test_one_is_written_down_once_and_can_be_taken_away(self, bench, ana):
        names = bench.work.other_names
        assert names.add(bench.actor, ana.id, "  Nini   Bird ").also == ("Nini Bird",)
        assert names.written(bench.actor, ana.id) == ("Nini Bird",)
        with pytest.raises(BadInput, match="already"):
            names.add(bench.actor, ana.id, "nini bird")
        assert names.take_away(bench.actor, ana.id, "Nini Bird").also == ()

    @pytest.mark.parametrize(
        ("name", "said"), [("  ", "Write"), ("-", "Write"), ("x" * 81, "too long"), ("ANA flores", "already")]
    )
    def test_what_is_no_other_name_is_said_and_changes_nothing(self, bench, ana, name, said):
        rows = bench.rows()
        with pytest.raises(BadInput, match=said):
            bench.work.other_names.add(bench.actor, ana.id, name)
        assert bench.rows() == rows

    def test_the_name_of_a_joined_record_is_not_taken_away(self, bench, ana):
        join(bench, ana, bench.visit(TWIN).person)
        assert bench.work.other_names.written(bench.actor, ana.id) == ()
        with pytest.raises(BadInput, match="joined record"):
            bench.work.other_names.take_away(bench.actor, ana.id, "Anna Florez")

    def test_the_other_name_of_a_joined_record_goes_back_with_it(self, bench, ana, stranger):
        bench.work.other_names.add(bench.actor, stranger.id, "Parka")
        merge = join(bench, ana, stranger)
        assert bench.work.other_names.written(bench.actor, ana.id) == ("Parka",)
        bench.work.merges.undo(bench.actor, merge.id)
        assert bench.work.other_names.person(bench.actor, ana.id).also == ()
        assert bench.work.other_names.person(bench.actor, stranger.id).also == ("Parka",)

    def test_what_was_typed_is_settled_with_it_and_no_name_is_in_the_trail(self, bench, ana):
        bench.work.drafts.keep(bench.actor, DraftKind.OTHER_NAME, ana.id, {"name": "Nini"})
        bench.work.other_names.add(bench.actor, ana.id, "Nini")
        assert bench.work.drafts.mine(bench.actor) == ()
        assert "Nini" not in repr(trail_of(bench.store))


DAYS = itertools.count()
"""Of birth: the people of one example are not found by the names of another."""
ACTS = st.tuples(st.sampled_from(["join", "join", "part"]), st.integers(0, 3), st.integers(0, 3))


def four() -> tuple[Identity, ...]:
    born = date(1950, 1, 1) + timedelta(days=next(DAYS))
    known = (replace(one, born_on=born, birth_year=None) for one in (ANA, TWIN, Identity("Robert", "Cole", "Bobby")))
    return (*known, STRANGER)


def reads(bench: Bench, people: Sequence[Person]) -> Iterator[object]:
    """Everything that is read of those people, but for the counts of changes."""
    work, who = bench.work, bench.actor
    yield sorted((visit.id, visit.person) for visit in work.visits.recent(who))
    for person in people:
        if person.identity.is_known:
            yield work.visits.find_people(who, person.identity)
        yield work.other_names.person(who, person.id)
        yield [(moment.at, moment.by, moment.record) for moment in work.timeline.of(who, person.id)]
        yield work.merges.of_person(who, person.id)
        yield work.merges.sides(who, people[0].id, person.id)
        newest = work.visits.newest_of(who, person.id)
        yield newest and newest.id


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ACTS, max_size=8))
def test_joined_and_taken_apart_in_any_order_everything_reads_as_before(bench: Bench, acts):
    people = [bench.visit(identity).person for identity in four()]
    bench.work.other_names.add(bench.actor, people[1].id, "Nini")
    before = list(reads(bench, people))
    held: list[Merge] = []
    for act, one, other in acts:
        if act == "part" and held:
            bench.work.merges.undo(bench.actor, held.pop(one % len(held)).id)
        elif act == "join":
            held += joined(bench, people[one], people[other])
    for merge in held:
        bench.work.merges.undo(bench.actor, merge.id)
    assert list(reads(bench, people)) == before


def joined(bench: Bench, one: Person, other: Person) -> list[Merge]:
    """None where it is refused, which leaves every row as it was."""
    rows = bench.rows()
    try:
        return [join(bench, one, other)]
    except UserError:
        assert bench.rows() == rows
        return []
