"""What was typed and not saved: its author's alone, and gone in the same moment as the record is saved."""

from datetime import timedelta

import pytest

from navigator.errors import UserError
from navigator.referrals.draft import NEW, VERSIONS, DraftKind
from navigator.referrals.follow_up import Reached
from navigator.referrals.handoff import Handoff
from navigator.referrals.status import Status

from .conftest import NOOR
from .scenes import LET_GO, NOW, STRANGER, Bench, call, told
from .test_handoffs_plans import PLAN, run


class TestDrafts:
    TYPED = {"goal": "Sleep in a bed tonight", "note": "Door code 4471, “Ünïcode” 🙂\n\x00"}

    def test_what_was_typed_comes_back(self, bench: Bench):
        bench.work.drafts.keep(bench.actor, DraftKind.VISIT, NEW, self.TYPED)
        found = bench.work.drafts.find(bench.actor, DraftKind.VISIT, NEW)
        assert (found.content, found.saved_at, found.subject) == (self.TYPED, NOW, NEW)

    def test_the_newest_typing_takes_the_place_of_the_older(self, bench: Bench):
        for typed in ({"note": "a", "goal": "b"}, {"note": "ab"}):
            bench.work.drafts.keep(bench.actor, DraftKind.VISIT, NEW, typed)
        assert bench.work.drafts.find(bench.actor, DraftKind.VISIT, NEW).content == {"note": "ab"}
        assert len(bench.rows()["draft"]) == 1

    def test_a_draft_is_read_by_its_author_alone(self, bench: Bench, supervisor):
        bench.work.drafts.keep(bench.actor, DraftKind.PLAN, "visit-1", self.TYPED)
        for reader in (supervisor, NOOR):
            assert bench.work.drafts.find(reader, DraftKind.PLAN, "visit-1") is None
            assert bench.work.drafts.mine(reader) == ()
            bench.work.drafts.drop(reader, DraftKind.PLAN, "visit-1")
        assert bench.work.drafts.find(bench.actor, DraftKind.PLAN, "visit-1").content == self.TYPED

    def test_drafts_of_two_people_on_one_record_stand_side_by_side(self, bench: Bench):
        for who in (bench.actor, NOOR):
            bench.work.drafts.keep(who, DraftKind.PLAN, "visit-1", {"goal": who.name})
        for who in (bench.actor, NOOR):
            assert bench.work.drafts.find(who, DraftKind.PLAN, "visit-1").content == {"goal": who.name}

    def test_ones_own_are_listed_newest_first(self, bench: Bench):
        for kind in DraftKind:
            bench.clock.forward(seconds=1)
            bench.work.drafts.keep(bench.actor, kind, "1", {})
        assert [draft.kind for draft in bench.work.drafts.mine(bench.actor)] == list(DraftKind)[::-1]

    def test_a_draft_of_another_version_of_the_form_is_left_alone(self, bench: Bench):
        bench.work.drafts.keep(bench.actor, DraftKind.CALL, "1", self.TYPED)
        run(bench.store, f"UPDATE draft SET version = {VERSIONS[DraftKind.CALL] + 1}")
        assert bench.work.drafts.find(bench.actor, DraftKind.CALL, "1") is None
        assert bench.work.drafts.mine(bench.actor) == ()
        bench.work.drafts.keep(bench.actor, DraftKind.CALL, "1", {"words": "new"})
        assert bench.work.drafts.find(bench.actor, DraftKind.CALL, "1").content == {"words": "new"}

    def test_a_draft_of_a_form_that_only_a_newer_program_has_is_left_alone(self, bench: Bench):
        bench.work.drafts.keep(bench.actor, DraftKind.CALL, "1", self.TYPED)
        bench.work.drafts.keep(bench.actor, DraftKind.PLAN, "1", self.TYPED)
        run(bench.store, "UPDATE draft SET kind = 'of tomorrow' WHERE kind = 'call'")
        assert [draft.kind for draft in bench.work.drafts.mine(bench.actor)] == [DraftKind.PLAN]

    def test_dropping_what_is_not_there_is_nothing(self, bench: Bench):
        rows = bench.rows()
        bench.work.drafts.drop(bench.actor, DraftKind.CALL, "1")
        assert bench.rows() == rows

    def test_typing_writes_nothing_to_the_trail(self, bench: Bench):
        trail = bench.rows()["audit"]
        bench.work.drafts.keep(bench.actor, DraftKind.CALL, "1", self.TYPED)
        bench.work.drafts.find(bench.actor, DraftKind.CALL, "1")
        assert bench.rows()["audit"] == trail


class TestDraftsGoWithTheSave:
    def _kinds(self, bench: Bench) -> set[tuple[str, str]]:
        return {(draft.kind, draft.subject) for draft in bench.work.drafts.mine(bench.actor)}

    def _saves(self, bench: Bench, *, right: bool):
        """Each save with the draft that goes with it; wrong ones are refused."""
        work, actor = bench.work, bench.actor
        visit = bench.visit()
        referral = bench.brought_to(Status.REQUESTED, visit)
        follow_up = work.follow_ups.of(actor, referral.id)[0]
        seen, later = (0, NOW) if right else (9, NOW + timedelta(days=1))
        return {
            (DraftKind.VISIT, NEW): lambda: work.visits.open(actor, told(arrived_at=later), STRANGER),
            (DraftKind.VISIT, visit.id): lambda: work.visits.change(actor, visit.id, told(), 1 if right else 9),
            (DraftKind.CALL, referral.id): lambda: work.referrals.log_call(
                actor, referral.id, call(at=later), referral.seen
            ),
            (DraftKind.HANDOFF, referral.id): lambda: work.handoffs.save(actor, referral.id, Handoff(), seen),
            (DraftKind.PLAN, visit.id): lambda: work.plans.save(actor, visit.id, PLAN, seen),
            (DraftKind.FOLLOW_UP, follow_up.id): lambda: work.follow_ups.attempt(
                actor, follow_up.id if right else "nothing", Reached.NOBODY
            ),
        }

    def test_a_saved_form_leaves_no_draft_and_takes_no_other_with_it(self, bench: Bench):
        saves = self._saves(bench, right=True)
        for kind, subject in saves:
            bench.work.drafts.keep(bench.actor, kind, subject, {"typed": "words"})
            bench.work.drafts.keep(NOOR, kind, subject, {"typed": "hers"})
        left = set(saves)
        for key, save in saves.items():
            save()
            left.discard(key)
            assert self._kinds(bench) == left
        assert len(bench.work.drafts.mine(NOOR)) == len(saves)

    def test_a_form_that_was_not_saved_keeps_its_draft(self, bench: Bench):
        saves = self._saves(bench, right=False)
        for kind, subject in saves:
            bench.work.drafts.keep(bench.actor, kind, subject, {"typed": "words"})
        rows = bench.rows()
        for save in saves.values():
            with pytest.raises(UserError):
                save()
        assert bench.rows() == rows

    def test_moving_a_referral_settles_the_call_that_was_being_typed(self, bench: Bench):
        referral = bench.brought_to(Status.REQUESTED)
        bench.work.drafts.keep(bench.actor, DraftKind.CALL, referral.id, {"reason": "person_declined"})
        bench.take(referral, LET_GO)
        assert self._kinds(bench) == set()
