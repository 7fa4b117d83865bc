"""What turns out to be different stands beside what was signed, with its reason, by whom and when (P-17)."""

import json

import pytest

from navigator.errors import BadInput, NotFound
from navigator.referrals.addenda import LONGEST
from navigator.referrals.draft import DraftKind
from navigator.referrals.signing import RecordKind

from .conftest import NOOR
from .scenes import Bench, trail_of
from .test_signing import HANDOFF, RECORD, VISIT, ended, signed_handoff, signed_visit

WORDS, REASON = "She left at 2:40, not at 2:30.", "The radio log says so."


def test_addenda_stand_in_the_order_in_which_they_were_written(bench: Bench):
    visit = signed_visit(bench)
    for who, words in ((bench.actor, WORDS), (NOOR, "He came back.")):
        bench.clock.forward(minutes=1)
        bench.work.addenda.add(who, VISIT, visit.id, f" {words} ", f"{REASON} ")
    first, second = bench.work.addenda.of(bench.actor, VISIT, visit.id)
    assert (first.words, first.reason, first.by) == (WORDS, REASON, bench.actor.name)
    assert (second.words, second.by, second.at) == ("He came back.", NOOR.name, bench.clock())


def test_the_record_and_its_signature_stay_as_they_were(bench: Bench):
    visit, referral = signed_visit(bench), signed_handoff(bench)
    before = bench.work.visits.visit(bench.actor, visit.id)
    bench.work.addenda.add(bench.actor, VISIT, visit.id, WORDS, REASON)
    bench.work.addenda.add(bench.actor, HANDOFF, referral.id, WORDS, REASON)
    assert bench.work.visits.visit(bench.actor, visit.id) == before
    assert bench.work.handoffs.handoff(bench.actor, referral.id).handoff == RECORD
    assert bench.work.signing.of(bench.actor, VISIT, visit.id).intact
    assert bench.work.signing.of(bench.actor, HANDOFF, referral.id).intact


def test_an_addendum_belongs_to_one_record(bench: Bench):
    visit, referral = signed_visit(bench), signed_handoff(bench)
    bench.work.addenda.add(bench.actor, HANDOFF, referral.id, WORDS, REASON)
    assert bench.work.addenda.of(bench.actor, VISIT, visit.id) == ()
    assert len(bench.work.addenda.of(bench.actor, HANDOFF, referral.id)) == 1


@pytest.mark.parametrize(
    ("words", "reason", "said"),
    [
        ("  ", REASON, "Write what is to be added"),
        (WORDS, "\n", "Write why it is added"),
        ("x" * (LONGEST + 1), REASON, "characters at most"),
        (WORDS, "x" * (LONGEST + 1), "characters at most"),
    ],
)
def test_an_addendum_has_words_and_a_reason(bench: Bench, words, reason, said):
    visit = signed_visit(bench)
    rows = bench.rows()
    with pytest.raises(BadInput, match=said):
        bench.work.addenda.add(bench.actor, VISIT, visit.id, words, reason)
    assert bench.rows() == rows


def test_what_is_not_signed_is_changed_itself(bench: Bench):
    visit, referral = ended(bench), bench.draft()
    rows = bench.rows()
    for kind, subject in ((VISIT, visit.id), (HANDOFF, referral.id)):
        with pytest.raises(BadInput, match="is not signed: change it instead"):
            bench.work.addenda.add(bench.actor, kind, subject, WORDS, REASON)
    assert bench.rows() == rows


def test_nothing_is_added_to_what_is_not_there(bench: Bench):
    for kind in RecordKind:
        with pytest.raises(NotFound):
            bench.work.addenda.add(bench.actor, kind, "nothing", WORDS, REASON)
        with pytest.raises(NotFound):
            bench.work.addenda.of(bench.actor, kind, "nothing")


def test_the_trail_has_ids_and_no_words_and_the_draft_is_settled(bench: Bench):
    visit = signed_visit(bench)
    bench.work.drafts.keep(bench.actor, DraftKind.ADDENDUM, visit.id, {"words": WORDS})
    added = bench.work.addenda.add(bench.actor, VISIT, visit.id, WORDS, REASON)
    assert bench.work.drafts.find(bench.actor, DraftKind.ADDENDUM, visit.id) is None
    (row,) = [row for row in trail_of(bench.store) if row[0] == "addendum added"]
    assert row[1] == added.id
    assert json.loads(row[2]) == {"kind": "visit", "record": visit.id}
