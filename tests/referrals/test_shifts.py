"""What one shift hands to the next: the page, the signed note, and who confirmed having read it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from navigator.errors import BadInput, NotAllowed, NotFound
from navigator.referrals.calls import CallOutcome
from navigator.referrals.draft import NEW, DraftKind
from navigator.referrals.shift import LONGEST_NOTE, NOTES_FOR, SHIFT
from navigator.referrals.status import Status
from navigator.referrals.steps import Hold, Request
from navigator.referrals.task import Matter

from .scenes import NOW, TODAY, YES, Bench, call, trail_of

NOTE = "The Flores family wants one voice: let Dana call."


def told(bench: Bench) -> list[tuple[Matter, str, str]]:
    return [(line.task.matter, line.promised, line.promised_by) for line in bench.work.shifts.page(bench.actor).lines]


def test_the_page_says_what_was_promised_and_by_whom(bench: Bench):
    visit = bench.visit(contact_words="After 6 PM", contact_number="215-555-0188", no_voicemail=True)
    bed = replace(YES, bed_held_until=NOW + timedelta(hours=5), arrival="Green door, ring twice")
    bench.take(bench.brought_to(Status.REQUESTED, visit, 1, need="1"), bed)
    bench.take(bench.brought_to(Status.ACCEPTED, visit, 2, need="2"), Hold("Waits for her ID.", TODAY))
    back = call(CallOutcome.WILL_CALL_BACK, words="By noon.")
    bench.take(bench.draft(visit, 3, need="3"), Request(back))
    assert told(bench) == [
        (Matter.BED_HOLD, "Green door, ring twice", "Ms. Alvarez, intake nurse"),
        (Matter.NO_ANSWER, "By noon.", "intake desk"),
        (Matter.CHECK_DUE, "Waits for her ID.", "Ms. Alvarez, intake nurse"),
        (Matter.VISIT_OPEN, "", ""),
    ]
    first = bench.work.shifts.page(bench.actor).lines[0].task
    assert (first.person, first.contact_words, first.contact_number) == ("Ana Flores", "After 6 PM", "215-555-0188")
    assert first.no_voicemail


def test_a_follow_up_within_the_shift_stands_with_what_was_agreed(bench: Bench):
    visit = bench.visit()
    referral = bench.brought_to(Status.ACCEPTED, visit)
    bench.end(visit)
    first = bench.work.follow_ups.of(bench.actor, referral.id)[0]
    bench.clock.now = first.due_at - SHIFT
    assert told(bench) == []
    bench.clock.forward(minutes=1)
    assert told(bench) == [(Matter.FOLLOW_UP, "", "")]
    bench.work.follow_ups.put_off(
        bench.actor, first.id, first.due_at - timedelta(hours=1), "She asked for a call at one."
    )
    assert told(bench) == [(Matter.FOLLOW_UP, "She asked for a call at one.", "")]


def test_who_reads_the_page_has_seen_the_people_on_it(bench: Bench, supervisor):
    visit = bench.visit()
    bench.work.shifts.page(supervisor)
    viewed = [subject for action, subject, _ in trail_of(bench.store) if action == "person viewed"]
    assert viewed[-1] == visit.person.id


class TestNote:
    def test_it_is_signed_by_its_author_and_its_draft_goes(self, bench: Bench):
        bench.visit()
        bench.work.drafts.keep(bench.actor, DraftKind.SHIFT, NEW, {"words": NOTE})
        note = bench.work.shifts.sign(bench.actor, f"  {NOTE}  ")
        assert (note.words, note.signed_by, note.signed_at, note.owed) == (NOTE, "clinician", NOW, 1)
        assert bench.work.drafts.find(bench.actor, DraftKind.SHIFT, NEW) is None
        assert bench.work.shifts.page(bench.actor).notes == (note,)
        assert ("shift note signed", note.id) in [line[:2] for line in trail_of(bench.store)]
        assert NOTE not in repr(trail_of(bench.store))

    @pytest.mark.parametrize("words", ["  ", "x" * (LONGEST_NOTE + 1)])
    def test_nothing_and_too_much_are_not_signed(self, bench: Bench, words):
        rows = bench.rows()
        with pytest.raises(BadInput):
            bench.work.shifts.sign(bench.actor, words)
        assert bench.rows() == rows

    def test_the_next_clinician_confirms_having_read_it_once(self, bench: Bench, other: Bench):
        note = bench.work.shifts.sign(bench.actor, NOTE)
        assert other.work.shifts.page(other.actor).notes[0].for_me
        for _ in range(2):
            bench.clock.forward(minutes=5)
            read = other.work.shifts.confirm(other.actor, note.id)
        assert [(one.by, one.at) for one in read.readings] == [("Noor", NOW + timedelta(minutes=5))]
        assert not other.work.shifts.page(other.actor).notes[0].for_me

    def test_nobody_confirms_their_own_note(self, bench: Bench):
        note = bench.work.shifts.sign(bench.actor, NOTE)
        rows = bench.rows()
        with pytest.raises(BadInput, match="signed this note yourself"):
            bench.work.shifts.confirm(bench.actor, note.id)
        with pytest.raises(NotFound):
            bench.work.shifts.confirm(bench.actor, "nothing")
        assert bench.rows() == rows

    def test_one_that_was_read_goes_after_a_while_and_one_that_was_not_stays(self, bench: Bench, other: Bench):
        kept, gone = (bench.work.shifts.sign(bench.actor, words) for words in ("first", "second"))
        other.work.shifts.confirm(other.actor, gone.id)
        bench.clock.now = NOW + NOTES_FOR + timedelta(minutes=1)
        assert [note.id for note in bench.work.shifts.page(bench.actor).notes] == [kept.id]

    @pytest.mark.parametrize("act", ["UPDATE shift_note SET words = 'x'", "DELETE FROM shift_note"])
    def test_what_was_signed_cannot_be_changed(self, bench: Bench, act):
        bench.work.shifts.sign(bench.actor, NOTE)
        with pytest.raises(IntegrityError, match="append-only"), bench.store.connection(writes=True) as connection:
            connection.exec_driver_sql(act)

    def test_a_privacy_officer_reads_and_signs_nothing(self, bench: Bench, filed):
        officer = next(actor for role, actor in filed.actors.items() if role == "privacy officer")
        assert bench.work.shifts.page(officer).lines == ()
        with pytest.raises(NotAllowed):
            bench.work.shifts.sign(officer, NOTE)
