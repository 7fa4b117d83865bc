"""What is added to a signed record: the words, why, by whom and when; the record itself stays (P-17)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import from_store, to_store
from navigator.errors import BadInput
from navigator.ids import new_id
from navigator.referrals.draft import DraftKind
from navigator.referrals.drafts import settle
from navigator.referrals.names import account_names
from navigator.referrals.signing import RecordKind, record_of
from navigator.referrals.signing_rows import AddendumRow, SignatureRow
from navigator.referrals.viewed import Viewed
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

LONGEST = 4000
"""Characters."""


@dataclass(frozen=True)
class Addendum:
    """`by` is a name."""

    id: str
    words: str
    reason: str
    by: str
    at: datetime


class Addenda:
    """`subject_id` is the id of the visit, or of the handoff's referral."""

    def __init__(self, store: Store, viewed: Viewed) -> None:
        self._store = store
        self._viewed = viewed
        self._trail = Trail(store.clock)

    @requires(Permission.WRITE_CASEWORK)
    def add(self, actor: Actor, kind: RecordKind, subject_id: str, words: str, reason: str) -> Addendum:
        """Adds words to a signed record; one that is not signed can still be changed itself."""
        with self._store.writing() as session:
            record_of(session, kind, subject_id)
            missing = _lacks_signature(session, kind, subject_id) or lacks_of(words, reason)
            if missing:
                raise BadInput(missing)
            row = AddendumRow(
                id=new_id(),
                kind=kind.value,
                subject_id=subject_id,
                words=words.strip(),
                reason=reason.strip(),
                made_by=actor.id,
                made_at=to_store(self._store.clock()),
            )
            session.add(row)
            session.flush()
            settle(session, actor, DraftKind.ADDENDUM, subject_id)
            self._trail.record(session, actor, Action.ADDENDUM_ADDED, row.id, kind=kind.value, record=subject_id)
            return _addendum(session, row)

    @requires(Permission.READ_CASEWORK)
    def of(self, actor: Actor, kind: RecordKind, subject_id: str) -> tuple[Addendum, ...]:
        """What was added to the record, the oldest first."""
        asked = select(AddendumRow).where(AddendumRow.subject_id == subject_id, AddendumRow.kind == kind.value)
        with self._store.reading() as session:
            person_id = record_of(session, kind, subject_id).person_id
            rows = session.scalars(asked.order_by(AddendumRow.made_at, AddendumRow.id)).all()
            found = tuple(_addendum(session, row) for row in rows)
        self._viewed.note(actor, [person_id])
        return found


def _lacks_signature(session: Session, kind: RecordKind, subject_id: str) -> str:
    if session.get(SignatureRow, (kind.value, subject_id)) is None:
        return f"This {kind.value} is not signed: change it instead."
    return ""


def lacks_of(words: str, reason: str) -> str:
    """The sentence that says what an addendum still needs, or ""."""
    if not words.strip():
        return "Write what is to be added."
    if not reason.strip():
        return "Write why it is added."
    if max(len(words), len(reason)) > LONGEST:
        return f"An addendum has {LONGEST} characters at most. Say what matters."
    return ""


def _addendum(session: Session, row: AddendumRow) -> Addendum:
    return Addendum(row.id, row.words, row.reason, account_names(session).get(row.made_by, ""), from_store(row.made_at))
