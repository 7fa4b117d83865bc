"""The change of shift in the store: its page, the note that is signed, and who read it."""

from datetime import datetime, tzinfo

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import from_store, to_store
from navigator.errors import BadInput, NotFound
from navigator.ids import new_id
from navigator.referrals import owed
from navigator.referrals.draft import NEW, DraftKind
from navigator.referrals.drafts import settle
from navigator.referrals.follow_up_rows import ShiftNoteRow, ShiftReadRow
from navigator.referrals.names import account_names
from navigator.referrals.owed import Horizon, Owed
from navigator.referrals.promises import promises_of
from navigator.referrals.shift import LONGEST_NOTE, NOTES_FOR, SHIFT, Handover, Line, Reading, ShiftNote
from navigator.referrals.viewed import Viewed
from navigator.referrals.visits import visits_of
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store


class Shifts:
    """What one shift hands to the next."""

    def __init__(self, store: Store, zone: tzinfo, viewed: Viewed) -> None:
        self._store = store
        self._zone = zone
        self._viewed = viewed
        self._trail = Trail(store.clock)

    @requires(Permission.READ_CASEWORK)
    def page(self, actor: Actor) -> Handover:
        """Everything owed within the next shift, and the notes that still matter."""
        now = self._store.clock()
        with self._store.reading() as session:
            found = self._owed(session, now)
            visits = visits_of(session, sorted({one.visit_id for one in found}))
            promised = promises_of(session, found)
            notes = _notes(session, actor, now)
        self._viewed.note(actor, [visit.person.id for visit in visits.values()])
        lines = [
            Line(owed.task_of(one, visits.get(one.visit_id)), *said) for one, said in zip(found, promised, strict=True)
        ]
        return Handover(tuple(lines), notes)

    @requires(Permission.WRITE_CASEWORK)
    def sign(self, actor: Actor, words: str) -> ShiftNote:
        """The author's note for the next shift; once signed it is never changed (P-17)."""
        if not words.strip():
            raise BadInput("Write what the next shift must know, then sign it.")
        if len(words) > LONGEST_NOTE:
            raise BadInput(f"This note is longer than {LONGEST_NOTE} characters. Say what matters for the next shift.")
        now = self._store.clock()
        with self._store.writing() as session:
            lines = len(self._owed(session, now))
            row = ShiftNoteRow(
                id=new_id(), signed_by=actor.id, signed_at=to_store(now), words=words.strip(), owed=lines
            )
            session.add(row)
            session.flush()
            settle(session, actor, DraftKind.SHIFT, NEW)
            self._trail.record(session, actor, Action.SHIFT_SIGNED, row.id, owed=lines)
            return _note(session, row, actor)

    @requires(Permission.WRITE_CASEWORK)
    def confirm(self, actor: Actor, note_id: str) -> ShiftNote:
        """Whoever comes next has read it; twice is the same as once."""
        with self._store.writing() as session:
            row = session.get(ShiftNoteRow, note_id)
            if row is None:
                raise NotFound("This note is no longer in casework.")
            if row.signed_by == actor.id:
                raise BadInput("You signed this note yourself. Somebody of the next shift confirms it.")
            if session.get(ShiftReadRow, (note_id, actor.id)) is None:
                session.add(ShiftReadRow(note_id=note_id, read_by=actor.id, read_at=to_store(self._store.clock())))
                self._trail.record(session, actor, Action.SHIFT_READ, note_id)
            session.flush()
            return _note(session, row, actor)

    def _owed(self, session: Session, now: datetime) -> list[Owed]:
        """Every call without an answer counts: the next shift may be the one that is called back."""
        ahead = Horizon(now, self._zone, now + SHIFT, now + SHIFT, now - now)
        return owed.in_order([*owed.of_referrals(session, ahead), *owed.unfinished(session)])


def _notes(session: Session, actor: Actor, now: datetime) -> tuple[ShiftNote, ...]:
    """The newest first: those of the last shifts, and any that nobody has confirmed."""
    was_read = select(ShiftReadRow.note_id).where(ShiftReadRow.note_id == ShiftNoteRow.id)
    fresh = ShiftNoteRow.signed_at >= to_store(now - NOTES_FOR)
    rows = select(ShiftNoteRow).where(or_(fresh, ~was_read.exists())).order_by(ShiftNoteRow.signed_at.desc())
    return tuple(_note(session, row, actor) for row in session.scalars(rows).all())


def _note(session: Session, row: ShiftNoteRow, actor: Actor) -> ShiftNote:
    names = account_names(session)
    asked = select(ShiftReadRow).where(ShiftReadRow.note_id == row.id).order_by(ShiftReadRow.read_at)
    read = session.scalars(asked).all()
    return ShiftNote(
        id=row.id,
        words=row.words,
        signed_by=names.get(row.signed_by, ""),
        signed_at=from_store(row.signed_at),
        owed=row.owed,
        readings=tuple(Reading(names.get(one.read_by, ""), from_store(one.read_at)) for one in read),
        for_me=row.signed_by != actor.id and actor.id not in {one.read_by for one in read},
    )
