"""The service frozen into a referral (R-07), and what is taken out when its place becomes confidential (S-13)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from navigator.city import load_city
from navigator.documents.plan_steps import propose_plan
from navigator.documents.wording import load_wording
from navigator.errors import BadInput
from navigator.referrals.draft import DraftKind
from navigator.referrals.plan import Plan, PlanStep, When
from navigator.referrals.snapshot import changes_since, hidden, snapshot_of
from navigator.resources.model import Address, Entry, Hours, HoursKind, Outcome, Phone, PhoneKind, Verification
from navigator.resources.model import Status as Offered

from .scenes import ERROR, NOW, TODAY, YES, ZONE, Bench, answered, texts_of

HARBOR = Entry(
    id="entry-1",
    service_id="service-1",
    name="Harbor Withdrawal Unit",
    organization="Harbor Health",
    categories=("detox",),
    kind="Detox",
    address=Address("1420 Example Street", "Philadelphia", "PA", "19134"),
    area="Kensington",
    directions="Side door on Hope Street.",
    phones=(Phone("215-555-0142", words="intake"), Phone("215-555-0149", PhoneKind.FAX)),
    hours=(Hours(HoursKind.INTAKE, text="until the beds are full"),),
    verified=Verification(NOW - timedelta(days=12), "Dana", "phone", "front desk", Outcome.CONFIRMED, None),
    bring="An ID, if there is one.",
    note="Ring twice.",
    payment="Medicaid",
)


class TestSnapshot:
    def test_it_keeps_name_phone_address_hours_and_the_day_it_was_checked(self):
        taken = snapshot_of(HARBOR, NOW, ZONE)
        assert (taken.name, taken.number, taken.address) == (HARBOR.name, "215-555-0142", "1420 Example Street")
        assert "until the beds are full" in taken.hours
        assert taken.verified_on == TODAY - timedelta(days=12)
        assert taken.taken_at == NOW
        assert "215-555-0149" not in {line.number for line in taken.lines}, "nobody dials a fax"

    def test_it_stays_as_it_was_when_the_directory_changes(self, bench: Bench):
        taken = snapshot_of(HARBOR, NOW, ZONE)
        made = bench.work.referrals.draft(bench.actor, bench.visit().id, taken, "detox")
        moved = replace(HARBOR, phones=(Phone("215-555-0199"),), address=Address("9 Other Street"))
        again = bench.work.referrals.draft(bench.actor, made.visit_id, snapshot_of(moved, NOW, ZONE), "detox")
        assert again.id == made.id
        assert bench.work.referrals.referral(bench.actor, made.id).snapshot == taken
        assert changes_since(taken, moved) == (
            "The number changed since this referral was made. The directory now has 215-555-0199.",
            "The address changed: now 9 Other Street.",
        )

    def test_it_says_what_became_of_a_place(self):
        taken = snapshot_of(HARBOR, NOW, ZONE)
        assert changes_since(taken, HARBOR) == ()
        assert changes_since(taken, None) == ("This place is no longer in the directory.",)
        for status, said in ((Offered.CLOSED, "is closed"), (Offered.DO_NOT_REFER, "do not refer")):
            assert said in changes_since(taken, replace(HARBOR, status=status))[0]

    @pytest.mark.parametrize("status", [Offered.CLOSED, Offered.DO_NOT_REFER, Offered.DUPLICATE])
    def test_no_referral_is_made_to_a_place_that_may_not_be_offered(self, status):
        with pytest.raises(BadInput, match="Choose"):
            snapshot_of(replace(HARBOR, status=status), NOW, ZONE)

    def test_of_a_confidential_place_it_holds_no_address(self, bench: Bench):
        taken = snapshot_of(replace(HARBOR, confidential=True), NOW, ZONE)
        bench.work.referrals.draft(bench.actor, bench.visit().id, taken, "shelter")
        for trace in ("1420", "Example", "Kensington", "Hope Street", "Philadelphia"):
            assert trace not in texts_of(bench.store)

    def test_what_changed_gives_no_address_of_a_place_that_is_confidential_now(self):
        taken = snapshot_of(HARBOR, NOW, ZONE)
        said = " ".join(changes_since(taken, replace(HARBOR, confidential=True, address=None)))
        assert "Say and print no address" in said
        assert "Example" not in said
        assert changes_since(hidden(taken), replace(HARBOR, confidential=True, address=None)) == ()


class TestConfidentialLater:
    """S-13: marking a record confidential takes the address out of referral snapshots at the next sign-in."""

    TRACES = ("1420", "Example Street", "Kensington", "Hope Street")
    WORDY = replace(
        HARBOR,
        kind="Shelter at 1420 Example Street",
        phones=(Phone("215-555-0142", words="door of 1420 Example Street"),),
        hours=(Hours(HoursKind.INTAKE, text="ring at 1420 Example Street"),),
        eligibility="Women of Kensington",
        organization="Harbor Health",
    )

    @pytest.mark.parametrize("entry", [HARBOR, WORDY], ids=["address", "free text"])
    def test_nothing_that_tells_the_place_is_left_in_the_store(self, bench: Bench, entry):
        made = bench.work.referrals.draft(bench.actor, bench.visit().id, snapshot_of(entry, NOW, ZONE), "shelter")
        assert self.TRACES[0] in texts_of(bench.store)
        assert bench.work.referrals.heed_confidential(bench.actor, {"service-1"}) == 1
        found = bench.work.referrals.referral(bench.actor, made.id)
        assert found.snapshot.confidential
        assert (found.snapshot.name, found.snapshot.number) == (HARBOR.name, "215-555-0142")
        for trace in self.TRACES:
            assert trace not in texts_of(bench.store)

    def test_it_leaves_saved_plans_and_drafts_too(self, bench: Bench):
        """S-13, P-16: a plan that is printed again, or a form that is opened again, shows no address."""
        visit = bench.visit()
        directions = "Red gate behind 1420 Example Street, by the church."
        entry = replace(HARBOR, directions=directions)
        taken = snapshot_of(entry, NOW, ZONE)
        made = bench.work.referrals.draft(bench.actor, visit.id, taken, "shelter")
        step = PlanStep(When.TODAY, "Go to Harbor", at="1420 Example Street, Philadelphia", how=directions)
        for revision in (0, 1):
            bench.work.plans.save(bench.actor, visit.id, Plan((step,), goal="Sleep."), revision)
        for kind, subject in ((DraftKind.PLAN, visit.id), (DraftKind.CALL, made.id), (DraftKind.HANDOFF, made.id)):
            bench.work.drafts.keep(bench.actor, kind, subject, {"at": f"go to {taken.address} now", "how": directions})
        bench.work.referrals.heed_confidential(bench.actor, {"service-1"})
        for trace in ("1420", "Example Street", "Red gate", "church"):
            assert trace not in texts_of(bench.store)
        plan = bench.work.plans.plan(bench.actor, visit.id)
        assert (plan.revision, plan.plan.goal, plan.plan.steps[0].what) == (2, "Sleep.", "Go to Harbor")

    def test_words_that_merely_hold_the_letters_of_a_short_text_stay_as_they_were_typed(self, bench: Bench):
        visit = bench.visit()
        taken = snapshot_of(replace(HARBOR, bring="ID", note="at door"), NOW, ZONE)
        bench.work.referrals.draft(bench.actor, visit.id, taken, "shelter")
        plan = Plan(goal="She DID well today.", if_hard="Call: wait at doors.")
        bench.work.plans.save(bench.actor, visit.id, plan, 0)
        bench.work.referrals.heed_confidential(bench.actor, {"service-1"})
        assert bench.work.plans.plan(bench.actor, visit.id).plan == plan

    def test_other_places_keep_theirs_and_the_second_sign_in_writes_nothing(self, bench: Bench):
        visit = bench.visit()
        bench.work.referrals.draft(bench.actor, visit.id, snapshot_of(HARBOR, NOW, ZONE), "shelter")
        far = replace(HARBOR, id="entry-2", service_id="service-2", address=Address("77 Far Street"))
        bench.work.referrals.draft(bench.actor, visit.id, snapshot_of(far, NOW, ZONE), "shelter")
        bench.work.referrals.heed_confidential(bench.actor, {"service-1"})
        rows = bench.rows()
        assert "77 Far Street" in repr(rows)
        assert bench.work.referrals.heed_confidential(bench.actor, {"service-1"}) == 0
        assert bench.rows() == rows

    def test_drafts_put_away_and_ended_referrals_are_not_forgotten(self, bench: Bench):
        taken = snapshot_of(HARBOR, NOW, ZONE)
        for step in ("put away", "ended"):
            made = bench.work.referrals.draft(bench.actor, bench.visit().id, taken, "shelter")
            if step == "put away":
                bench.work.referrals.discard(bench.actor, made.id, made.seen)
            else:
                bench.work.referrals.move(bench.actor, made.id, ERROR, made.seen)
        assert bench.work.referrals.heed_confidential(bench.actor, {"service-1"}) == 2
        assert "1420" not in texts_of(bench.store)

    def test_one_who_only_reads_casework_heeds_it_too(self, bench: Bench, filed):
        bench.work.referrals.draft(bench.actor, bench.visit().id, snapshot_of(HARBOR, NOW, ZONE), "shelter")
        reader = next(actor for role, actor in filed.actors.items() if role.value == "privacy officer")
        assert bench.work.referrals.heed_confidential(reader, {"service-1"}) == 1


def test_a_plan_as_the_program_proposes_it_forgets_the_place_too(bench: Bench):
    """The words of the directory stand in the plan as sentences: with a capital, a full stop, and no space around."""
    visit = bench.visit()
    entry = replace(HARBOR, directions=" red gate by the church, ring at the side ", bring="Photo ID or any paper")
    draft = bench.work.referrals.draft(bench.actor, visit.id, snapshot_of(entry, NOW, ZONE), "shelter")
    yes = bench.work.referrals.log_call(bench.actor, draft.id, answered(), draft.seen, then=YES)
    told = {"wording": load_wording("en"), "city": load_city("philadelphia"), "now": NOW}
    plan = propose_plan(visit, [yes], {}, {}, **told)
    bench.work.plans.save(bench.actor, visit.id, plan, 0)
    assert "1420 Example Street" in texts_of(bench.store)
    bench.work.referrals.heed_confidential(bench.actor, {"service-1"})
    kept = repr(bench.work.plans.plan(bench.actor, visit.id).plan)
    for trace in ("1420", "example street", "red gate", "church", "ring at the side"):
        assert trace not in kept.casefold()
