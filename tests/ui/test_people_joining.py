"""A person who was written down twice is found, looked at beside the other, joined, and taken apart again (P-18)."""

import pytest
from PySide6.QtCore import Qt

from navigator.referrals.draft import DraftKind
from navigator.referrals.person import Identity
from navigator.ui.people.matches import ALIKE, EXACT, NOBODY
from tests.ui.desk_of_casework import call_on, draft_on, visit_on

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
ANA = Identity("Ana", "Flores", birth_year=1987)
STRANGER = Identity(described="Man of about 40, green parka")


@pytest.fixture
def bench(visits_bench):
    return visits_bench


@pytest.fixture
def ana(bench):
    return visit_on(bench.desk, ANA)


@pytest.fixture
def stranger(bench):
    visit = visit_on(bench.desk, STRANGER)
    call_on(bench.desk, draft_on(bench.desk, visit))
    return visit


def begin(bench, visit):
    """From the visit to the search for the other record of its person."""
    bench.page.show_visit(visit.id)
    bench.settle()
    bench.one.heading.person.click()
    bench.settle()
    bench.page.person.side.join.click()
    bench.settle()
    return bench.page.person


def look_for(bench, given, family, birth):
    finding = bench.page.person.joining.finding
    bench.type(finding.given, given)
    bench.type(finding.family, family)
    bench.type(finding.birth, birth)
    bench.press(ENTER)
    return finding


def join(bench, visit):
    """The person of `visit` is Ana Flores."""
    person = begin(bench, visit)
    look_for(bench, "Ana", "Flores", "1987")
    bench.press(ENTER, ENTER)
    return person


class TestFinding:
    def test_those_of_that_very_name_stand_apart_from_those_who_may_be_meant(self, bench, ana, stranger):
        twin = visit_on(bench.desk, Identity("Anna", "Florez", birth_year=1988))
        bench.work.other_names.add(bench.desk.actor, twin.person.id, "Nini")
        begin(bench, stranger)
        words = look_for(bench, "Ana", "Flores", "1987").matches.words
        assert words == (
            EXACT,
            "\u2068Ana Flores\u2069, born 1987",
            ALIKE,
            "\u2068Anna Florez\u2069, born 1988, also called “\u2068Nini\u2069”",
        )

    @pytest.mark.parametrize("typed", [("Ana", "Flores", ""), ("", "", "1987"), ("Ana", "", "87")])
    def test_one_identifier_looks_for_nobody(self, bench, ana, stranger, typed):
        begin(bench, stranger)
        finding = look_for(bench, *typed)
        assert finding.trouble.sentence
        assert finding.matches.buttons == ()

    def test_somebody_known_is_looked_for_by_their_own_name_and_not_found_as_themselves(self, bench, ana):
        finding = begin(bench, ana).joining.finding
        assert [entry.text() for entry in (finding.given, finding.family, finding.birth)] == ["Ana", "Flores", "1987"]
        bench.press(ENTER)
        assert finding.matches.words == (NOBODY,)

    def test_what_was_found_goes_with_the_words_it_was_found_by(self, bench, ana, stranger):
        begin(bench, stranger)
        finding = look_for(bench, "Ana", "Flores", "1987")
        bench.type(finding.birth, "1988")
        assert finding.matches.buttons == ()

    def test_what_is_typed_survives_a_crash(self, bench, ana, stranger):
        begin(bench, stranger)
        look_for(bench, "Ana", "Flor", "")
        bench.page.cover()
        bench.crash()
        finding = begin(bench, stranger).joining.finding
        assert [entry.text() for entry in (finding.given, finding.family, finding.birth)] == ["Ana", "Flor", ""]


class TestBothSides:
    def test_both_are_shown_with_their_visits_and_open_referrals(self, bench, ana, stranger):
        person = begin(bench, stranger)
        look_for(bench, "Ana", "Flores", "1987")
        bench.press(ENTER)
        here, other = person.joining.sides.cards
        assert here.words == ("Nobody knows when they were born", "1 visit, the last one today", "1 open referral")
        assert other.words == ("Born 1987", "1 visit, the last one today", "No open referrals")

    def test_the_record_with_the_name_is_kept_and_an_unknown_one_cannot_be(self, bench, ana, stranger):
        person = begin(bench, stranger)
        look_for(bench, "Ana", "Flores", "1987")
        bench.press(ENTER)
        sides = person.joining.sides
        assert [card.is_kept for card in sides.cards] == [False, True]
        sides.kept.segments[0].click()
        assert [card.is_kept for card in sides.cards] == [True, False]
        sides.yes.click()
        bench.settle()
        assert "Keep the record with the name" in sides.trouble.sentence
        assert bench.work.merges.of_person(bench.desk.actor, ana.person.id) == ()

    def test_esc_goes_back_one_step_at_a_time_and_joins_nobody(self, bench, ana, stranger):
        person = begin(bench, stranger)
        finding = look_for(bench, "Ana", "Flores", "1987")
        bench.press(ENTER, ESC)
        assert finding.isVisible()
        assert finding.given.text() == "Ana"
        bench.press(ESC)
        assert person.tabs.isVisible()
        bench.press(ESC)
        assert bench.page.person is None
        assert {visit.person.id for visit in bench.visits} == {ana.person.id, stranger.person.id}


class TestJoined:
    def test_both_histories_stand_in_one_timeline_which_says_whose_record_each_was(self, bench, ana, stranger):
        person = join(bench, stranger)
        assert person.heading.title.text() == "Ana Flores"
        told = [(line.told.title, line.record) for line in person.tabs.timeline.list.lines]
        of_stranger = f"written for \u2068{stranger.person.called}\u2069"
        assert told[0] == ("Two records found to be one person", "")
        assert sorted(told[1:]) == [
            ("No answer", of_stranger),
            ("The team arrived", ""),
            ("The team arrived", of_stranger),
        ]

    def test_the_visit_one_came_from_is_that_of_the_person_who_was_kept(self, bench, ana, stranger):
        join(bench, stranger)
        bench.press(ESC)
        assert bench.one.heading.title.text() == "Ana Flores"
        assert bench.taken_up[-1].person.id == ana.person.id

    def test_what_was_typed_to_find_the_other_is_kept_no_longer(self, bench, ana, stranger):
        join(bench, stranger)
        drafts = bench.work.drafts.mine(bench.desk.actor)
        assert [draft for draft in drafts if draft.kind is DraftKind.SAME_PERSON] == []

    def test_a_name_that_was_half_typed_before_goes_along(self, bench, ana, stranger):
        bench.page.show_visit(stranger.id)
        bench.settle()
        bench.one.heading.person.click()
        bench.settle()
        person = bench.page.person
        bench.type(person.side.names.entry, "Ni")
        person.side.join.click()
        bench.settle()
        look_for(bench, "Ana", "Flores", "1987")
        bench.press(ENTER, ENTER)
        assert person.side.names.entry.text() == "Ni"
        bench.page.cover()
        kept = bench.work.drafts.find(bench.desk.actor, DraftKind.OTHER_NAME, ana.person.id)
        assert kept.content == {"name": "Ni"}

    def test_they_are_taken_apart_on_the_line_that_says_they_are_one(self, bench, ana, stranger):
        person = join(bench, stranger)
        foot = person.tabs.timeline.foot
        assert foot.part.isVisible()
        foot.part.click()
        bench.press(ESC)
        assert not foot.is_asking
        foot.part.click()
        foot.yes.click()
        bench.settle()
        assert [line.told.title for line in person.tabs.timeline.list.lines] == ["The team arrived"]
        assert {visit.person.id for visit in bench.visits} == {ana.person.id, stranger.person.id}

    def test_taken_apart_in_another_window_meanwhile_it_is_said(self, bench, ana, stranger):
        person = join(bench, stranger)
        [merge] = bench.work.merges.of_person(bench.desk.actor, ana.person.id)
        bench.work.merges.undo(bench.desk.actor, merge.id)
        person.tabs.timeline.foot.part.click()
        person.tabs.timeline.foot.yes.click()
        bench.settle()
        assert "taken apart already" in person.tabs.timeline.foot.trouble.sentence
