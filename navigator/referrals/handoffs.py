"""Handoff records in the store: each save is a row of its own, the newest counts."""

from datetime import tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import from_store, to_store
from navigator.errors import BadInput, UserError
from navigator.referrals import visits
from navigator.referrals.draft import DraftKind
from navigator.referrals.drafts import settle
from navigator.referrals.handoff import Handoff, SavedHandoff
from navigator.referrals.handoff_versions import VERSION, handoff_of
from navigator.referrals.history import row_of
from navigator.referrals.kept import keep
from navigator.referrals.names import account_names
from navigator.referrals.rows import HandoffRow
from navigator.referrals.signing import RecordKind, refuse_signed
from navigator.referrals.viewed import Viewed
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

CHANGED = "{name} changed this handoff meanwhile. What you typed is kept: look at the handoff again, then save."


class Handoffs:
    def __init__(self, store: Store, zone: tzinfo, viewed: Viewed) -> None:
        self._store = store
        self._zone = zone
        self._viewed = viewed
        self._trail = Trail(store.clock)

    @requires(Permission.READ_CASEWORK)
    def handoff(self, actor: Actor, referral_id: str) -> SavedHandoff:
        """The newest record of a referral; an empty one of revision 0 before the first save."""
        with self._store.reading() as session:
            person_id = row_of(session, referral_id).person_id
            found = newest(session, referral_id)
        self._viewed.note(actor, [person_id])
        return found

    @requires(Permission.WRITE_CASEWORK)
    def save(self, actor: Actor, referral_id: str, handoff: Handoff, seen: int) -> SavedHandoff:
        """Saves the whole record after revision `seen`; any part may still be missing, no time may be impossible."""
        with self._store.writing() as session:
            row = row_of(session, referral_id)
            refuse_signed(session, RecordKind.HANDOFF, referral_id)
            before = newest(session, referral_id)
            if before.revision != seen:
                raise UserError(CHANGED.format(name=before.saved_by or "Somebody"))
            bounds = visits.bounds_of(session, row.visit_id, self._store.clock(), self._zone)
            wrong = handoff.lacks(bounds)
            if wrong:
                raise BadInput(wrong)
            session.add(
                HandoffRow(
                    referral_id=referral_id,
                    number=before.revision + 1,
                    made_by=actor.id,
                    made_at=to_store(bounds.now),
                    version=VERSION,
                    content=keep(handoff),
                )
            )
            settle(session, actor, DraftKind.HANDOFF, referral_id)
            self._trail.record(session, actor, Action.HANDOFF_SAVED, referral_id, revision=before.revision + 1)
            session.flush()
            return newest(session, referral_id)


def newest(session: Session, referral_id: str) -> SavedHandoff:
    last = select(HandoffRow).where(HandoffRow.referral_id == referral_id).order_by(HandoffRow.number.desc()).limit(1)
    row = session.scalar(last)
    if row is None:
        return SavedHandoff(referral_id, Handoff())
    name = account_names(session).get(row.made_by, "")
    return SavedHandoff(referral_id, handoff_of(row.content, row.version), row.number, from_store(row.made_at), name)
