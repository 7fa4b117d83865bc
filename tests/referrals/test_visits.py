"""Visits: possible times, stale windows, endings, and follow-ups counted from them."""

import contextlib
from datetime import UTC, datetime, timedelta

import pytest

from navigator.errors import BadInput, NotFound, UserError
from navigator.referrals.bounds import Bounds
from navigator.referrals.follow_up import Reached
from navigator.referrals.handoff import Handoff
from navigator.referrals.handoff_groups import PersonTold, Transport
from navigator.referrals.status import Status
from navigator.referrals.steps import Request
from navigator.referrals.visit import ON_THE_WAY, Disposition, Ending, PlaceKind, VisitFacts
from navigator.referrals.visits import RECENT

from .scenes import ANA, ARRIVED, NOW, STRANGER, ZONE, Bench, call, told

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

    def test_a_visit_of_long_ago_can_still_be_corrected_and_ended(self, bench: Bench):
        """The person may ask for an amendment (P-25), and a visit that was never ended stands on the list for ever."""
        visit = bench.visit()
        referral = bench.brought_to(Status.ACCEPTED, visit)
        bench.clock.forward(days=400)
        bench.work.handoffs.save(
            bench.actor, referral.id, Handoff(transport=Transport(left_at=NOW), person=PersonTold(goal="Rest.")), 0
        )
        changed = bench.work.visits.change(bench.actor, visit.id, told(note="Amended."), visit.revision)
        ending = Ending(NOW, Disposition.RESOLVED)
        assert not bench.work.visits.end(bench.actor, visit.id, ending, changed.revision).is_open

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
