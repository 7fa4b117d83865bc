"""A signed record does not change, whoever asks, and nobody signs what they have not seen (P-17)."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import exc

from navigator.errors import BadInput, NotFound, UserError
from navigator.referrals.draft import DraftKind
from navigator.referrals.handoff import Handoff
from navigator.referrals.handoff_groups import IPass
from navigator.referrals.signing import RecordKind
from navigator.referrals.visit import Disposition, Ending

from .conftest import NOOR
from .scenes import ANA, NOW, Bench, told, trail_of

VISIT, HANDOFF = RecordKind.VISIT, RecordKind.HANDOFF
RECORD = Handoff(ipass=IPass(summary="Man, 34."))


def ended(bench: Bench):
    return bench.end(bench.visit())


def signed_visit(bench: Bench):
    visit = ended(bench)
    bench.work.signing.sign(bench.actor, VISIT, visit.id, visit.revision)
    return visit


def signed_handoff(bench: Bench):
    referral = bench.draft()
    saved = bench.work.handoffs.save(bench.actor, referral.id, RECORD, 0)
    bench.work.signing.sign(bench.actor, HANDOFF, referral.id, saved.revision)
    return referral


class TestSigning:
    def test_it_is_written_down_who_signed_and_when(self, bench: Bench, supervisor):
        visit = ended(bench)
        assert bench.work.signing.of(bench.actor, VISIT, visit.id) is None
        bench.clock.forward(minutes=5)
        signature = bench.work.signing.sign(bench.actor, VISIT, visit.id, visit.revision)
        assert (signature.by, signature.at, signature.intact) == (bench.actor.name, bench.clock(), True)
        assert bench.work.signing.of(supervisor, VISIT, visit.id) == signature

    def test_the_trail_has_the_record_and_no_words(self, bench: Bench):
        visit = signed_visit(bench)
        (row,) = [row for row in trail_of(bench.store) if row[0] == "record signed"]
        assert row[1] == visit.id
        assert set(json.loads(row[2])) == {"kind", "digest"}

    def test_a_visit_is_signed_once_it_has_ended(self, bench: Bench):
        visit = bench.visit()
        rows = bench.rows()
        with pytest.raises(BadInput, match="End the visit first"):
            bench.work.signing.sign(bench.actor, VISIT, visit.id, visit.revision)
        assert bench.rows() == rows

    def test_a_handoff_is_signed_once_it_was_saved(self, bench: Bench):
        referral = bench.draft()
        rows = bench.rows()
        with pytest.raises(BadInput, match="Save the handoff first"):
            bench.work.signing.sign(bench.actor, HANDOFF, referral.id, 0)
        assert bench.rows() == rows

    def test_nobody_signs_what_was_changed_since_they_looked(self, bench: Bench):
        visit = ended(bench)
        bench.work.visits.change(bench.actor, visit.id, told(note="Later."), visit.revision)
        referral = bench.draft()
        for _ in range(2):
            saved = bench.work.handoffs.handoff(bench.actor, referral.id)
            bench.work.handoffs.save(NOOR, referral.id, RECORD, saved.revision)
        rows = bench.rows()
        for kind, subject, seen in ((VISIT, visit.id, visit.revision), (HANDOFF, referral.id, 1)):
            with pytest.raises(UserError, match="changed this record meanwhile"):
                bench.work.signing.sign(bench.actor, kind, subject, seen)
        assert bench.rows() == rows

    def test_what_is_now_known_of_the_person_is_a_change_too(self, bench: Bench):
        visit = ended(bench)
        again = bench.work.visits.open(bench.actor, told(), None, visit.person.id)
        bench.work.visits.change(bench.actor, again.id, told(), again.revision, replace(ANA, preferred_name="Nana"))
        with pytest.raises(UserError, match="changed this record meanwhile"):
            bench.work.signing.sign(bench.actor, VISIT, visit.id, visit.revision)
        newest = bench.work.visits.visit(bench.actor, visit.id)
        assert bench.work.signing.sign(bench.actor, VISIT, visit.id, newest.revision).intact

    def test_nothing_is_signed_twice(self, bench: Bench):
        visit, referral = signed_visit(bench), signed_handoff(bench)
        rows = bench.rows()
        for kind, subject in ((VISIT, visit.id), (HANDOFF, referral.id)):
            with pytest.raises(BadInput, match="signed this"):
                bench.work.signing.sign(NOOR, kind, subject)
        assert bench.rows() == rows

    def test_there_is_no_signature_of_what_is_not_there(self, bench: Bench):
        for kind in RecordKind:
            with pytest.raises(NotFound):
                bench.work.signing.sign(bench.actor, kind, "nothing")
            with pytest.raises(NotFound):
                bench.work.signing.of(bench.actor, kind, "nothing")

    def test_the_signer_s_own_draft_goes_with_it_and_another_s_stays(self, bench: Bench):
        visit = ended(bench)
        for who in (bench.actor, NOOR):
            bench.work.drafts.keep(who, DraftKind.VISIT, visit.id, {"note": "Half a thought"})
        bench.work.signing.sign(bench.actor, VISIT, visit.id, visit.revision)
        assert bench.work.drafts.find(bench.actor, DraftKind.VISIT, visit.id) is None
        assert bench.work.drafts.find(NOOR, DraftKind.VISIT, visit.id).content == {"note": "Half a thought"}


class TestSignedRecordsDoNotChange:
    def test_a_visit(self, bench: Bench):
        visit = signed_visit(bench)
        work, who, rows = bench.work.visits, bench.actor, bench.rows()
        for act in (
            lambda: work.change(who, visit.id, told(note="Other."), visit.revision),
            lambda: work.end(who, visit.id, Ending(NOW, Disposition.OTHER), visit.revision),
            lambda: work.reopen(who, visit.id, visit.revision),
        ):
            with pytest.raises(BadInput, match="Add an addendum instead"):
                act()
        assert bench.rows() == rows

    def test_a_handoff(self, bench: Bench):
        referral = signed_handoff(bench)
        rows = bench.rows()
        with pytest.raises(BadInput, match=f"{bench.actor.name} signed this handoff"):
            bench.work.handoffs.save(bench.actor, referral.id, Handoff(), 1)
        assert bench.rows() == rows

    def test_signing_a_handoff_leaves_the_visit_open_and_the_other_way_round(self, bench: Bench):
        referral = signed_handoff(bench)
        visit = bench.work.visits.visit(bench.actor, referral.visit_id)
        assert bench.work.visits.change(bench.actor, visit.id, told(note="Yes."), visit.revision).facts.note == "Yes."
        other = signed_visit(bench)
        draft = bench.draft(other)
        assert bench.work.handoffs.save(bench.actor, draft.id, RECORD, 0).revision == 1

    def test_what_is_not_signed_is_changed_and_taken_back_as_before(self, bench: Bench):
        visit = ended(bench)
        again = bench.work.visits.reopen(bench.actor, visit.id, visit.revision)
        assert again.is_open
        assert bench.work.visits.change(bench.actor, visit.id, told(note="Mine."), again.revision).facts.note == "Mine."

    @pytest.mark.parametrize("table", ["record_signature", "addendum"])
    def test_the_database_refuses_to_change_or_delete_a_signature_or_an_addendum(self, bench: Bench, table):
        visit = signed_visit(bench)
        bench.work.addenda.add(bench.actor, VISIT, visit.id, "She left at 2:40.", "The radio log says so.")
        rows = bench.rows()
        assert rows[table]
        for statement in (f"UPDATE {table} SET made_by = 'noor'", f"DELETE FROM {table}"):
            with pytest.raises(exc.IntegrityError, match="append-only"):
                run(bench, statement)
        with pytest.raises(exc.IntegrityError):
            run(bench, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
        assert bench.rows() == rows

    def test_the_database_refuses_to_change_what_is_signed(self, bench: Bench):
        signed_visit(bench)
        signed_handoff(bench)
        rows = bench.rows()
        for statement in (
            "UPDATE visit SET facts = '{}' WHERE ending IS NOT NULL",
            "UPDATE visit SET ending = NULL WHERE ending IS NOT NULL",
            "INSERT INTO handoff SELECT referral_id, 2, made_by, made_at, version, '{}' FROM handoff",
        ):
            with pytest.raises(exc.IntegrityError, match="is signed"):
                run(bench, statement)
        assert bench.rows() == rows

    def test_a_signature_says_when_what_stands_there_is_not_what_was_signed(self, bench: Bench):
        visit = signed_visit(bench)
        run(bench, "DROP TRIGGER visit_signed")
        run(bench, "UPDATE visit SET facts = json_set(facts, '$.note', 'forged')")
        assert not bench.work.signing.of(bench.actor, VISIT, visit.id).intact


def run(bench: Bench, statement: str) -> None:
    with bench.store.connection(writes=True) as connection:
        connection.exec_driver_sql(statement)
