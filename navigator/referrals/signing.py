"""A record that somebody signed does not change any more; what is added later stands beside it (P-17)."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor, Permission, requires
from navigator.clock import from_store, to_store
from navigator.errors import BadInput, NotFound, UserError
from navigator.referrals.circle import circle_of
from navigator.referrals.draft import DraftKind
from navigator.referrals.drafts import settle
from navigator.referrals.names import account_names
from navigator.referrals.rows import HandoffRow, ReferralRow, VisitRow
from navigator.referrals.signing_rows import SignatureRow
from navigator.referrals.viewed import Viewed
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store

SIGNED = "{name} signed this {kind}, so it does not change any more. Add an addendum instead."
NOT_ENDED = "End the visit first: an open visit is still being written."
NOT_SAVED = "Save the handoff first: there is nothing to sign yet."
CHANGED = "Somebody changed this record meanwhile. Look at it again, then sign it."


class RecordKind(StrEnum):
    VISIT = "visit"
    HANDOFF = "handoff"


_DRAFTS = {RecordKind.VISIT: DraftKind.VISIT, RecordKind.HANDOFF: DraftKind.HANDOFF}


@dataclass(frozen=True)
class Signature:
    """`by` is a name. `intact`: what stands in the store is what was signed, by its SHA-256."""

    kind: RecordKind
    subject_id: str
    by: str
    at: datetime
    intact: bool


@dataclass(frozen=True)
class Record:
    """What would be signed: whose it is, its revision, its digest, and why it cannot be signed yet, or ""."""

    person_id: str
    revision: int
    digest: str
    lacks: str


class Signing:
    """`subject_id` is the id of the visit, or of the handoff's referral."""

    def __init__(self, store: Store, viewed: Viewed) -> None:
        self._store = store
        self._viewed = viewed
        self._trail = Trail(store.clock)

    @requires(Permission.WRITE_CASEWORK)
    def sign(self, actor: Actor, kind: RecordKind, subject_id: str, seen: int | None = None) -> Signature:
        """Signs the record; `seen` is the revision of the `Visit` or `SavedHandoff` that the signer looked at."""
        with self._store.writing() as session:
            refuse_signed(session, kind, subject_id)
            record = record_of(session, kind, subject_id)
            if record.lacks:
                raise BadInput(record.lacks)
            if seen is not None and record.revision != seen:
                raise UserError(CHANGED)
            row = SignatureRow(
                kind=kind.value,
                subject_id=subject_id,
                revision=record.revision,
                digest=record.digest,
                made_by=actor.id,
                made_at=to_store(self._store.clock()),
            )
            session.add(row)
            session.flush()
            settle(session, actor, _DRAFTS[kind], subject_id)
            self._trail.record(session, actor, Action.RECORD_SIGNED, subject_id, kind=kind.value, digest=record.digest)
            return _signature(session, row)

    @requires(Permission.READ_CASEWORK)
    def of(self, actor: Actor, kind: RecordKind, subject_id: str) -> Signature | None:
        """The signature of a record, or None while nobody has signed it."""
        with self._store.reading() as session:
            row = session.get(SignatureRow, (kind.value, subject_id))
            found = _signature(session, row) if row is not None else None
            person_id = record_of(session, kind, subject_id).person_id
        self._viewed.note(actor, [person_id])
        return found


def refuse_signed(session: Session, kind: RecordKind, subject_id: str) -> None:
    """Raises `BadInput` for a record that was signed: the guard of every change."""
    row = session.get(SignatureRow, (kind.value, subject_id))
    if row is not None:
        name = account_names(session).get(row.made_by) or "Somebody"
        raise BadInput(SIGNED.format(name=name, kind=kind.value))


def record_of(session: Session, kind: RecordKind, subject_id: str) -> Record:
    """Raises `NotFound` for a record that is not in casework."""
    return _visit(session, subject_id) if kind is RecordKind.VISIT else _handoff(session, subject_id)


def _visit(session: Session, visit_id: str) -> Record:
    row = session.get(VisitRow, visit_id)
    if row is None:
        raise NotFound("This visit is not in casework.")
    content = {"facts": row.facts, "ending": row.ending, "person": row.person_id}
    revision = row.revision + circle_of(session, [row.person_id]).revision(row.person_id)
    return Record(row.person_id, revision, _digest(content), "" if row.ending is not None else NOT_ENDED)


def _handoff(session: Session, referral_id: str) -> Record:
    referral = session.get(ReferralRow, referral_id)
    if referral is None:
        raise NotFound("This referral is not in casework.")
    last = select(HandoffRow).where(HandoffRow.referral_id == referral_id).order_by(HandoffRow.number.desc()).limit(1)
    row = session.scalar(last)
    if row is None:
        return Record(referral.person_id, 0, "", NOT_SAVED)
    return Record(referral.person_id, row.number, _digest(row.content), "")


def _digest(content: object) -> str:
    told = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def _signature(session: Session, row: SignatureRow) -> Signature:
    kind = RecordKind(row.kind)
    now = record_of(session, kind, row.subject_id)
    name = account_names(session).get(row.made_by, "")
    return Signature(kind, row.subject_id, name, from_store(row.made_at), now.digest == row.digest)
