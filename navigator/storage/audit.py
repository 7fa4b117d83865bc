"""The audit chain of a store: who did what to what, when; ids, never a person's data (P-13).

Each row's hash covers the row and the hash before it, so an edit or a removal breaks the chain; the anchor kept in the
vault shows a tail that was cut.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor
from navigator.clock import Clock, to_store
from navigator.storage.rows import AuditRow
from navigator.storage.vault import Anchor

START = "0" * 64


class Action(StrEnum):
    STATION_MADE = "station made"
    SIGNED_IN = "signed in"
    SIGN_IN_FAILED = "sign-in failed"
    LOCKED = "locked"
    ACCOUNT_INTENDED = "account change begun"
    ACCOUNT_DONE = "account change done"
    ACCOUNT_NOT_DONE = "account change not done"
    CASEWORK_GRANTED = "casework granted"
    KEYS_RENEWED = "keys renewed"
    DIRECTORY_LOADED = "directory loaded"
    DIRECTORY_IMPORTED = "directory imported"
    IMPORT_UNDONE = "import undone"
    DIRECTORY_EXPORTED = "directory exported"
    MAPPING_KEPT = "column mapping kept"
    ENTRY_ADDED = "entry added"
    ENTRY_EDITED = "entry edited"
    EDIT_TAKEN_BACK = "edit taken back"
    ENTRY_VERIFIED = "entry verified"
    PROPOSAL_MADE = "proposal made"
    PROPOSAL_TAKEN = "proposal taken"
    PROPOSAL_TURNED_DOWN = "proposal turned down"
    PROPOSAL_ASKED = "proposal asked back"
    PROPOSAL_ANSWERED = "proposal answered"
    ALERT_PUT = "alert put"
    ALERT_ENDED = "alert ended"
    PROVIDER_BARRED = "provider put on the do-not-list"
    PROVIDER_UNBARRED = "provider taken off the do-not-list"
    WORDS_PUT = "words of search put"
    WORDS_SWITCHED_OFF = "words of search switched off"
    WORDS_SWITCHED_ON = "words of search switched on"
    WORDS_RESTORED = "words of search as they came"
    WORDS_REMOVED = "words of search removed"
    STATION_PLACED = "station placed"
    DESK_SETTINGS_CHANGED = "settings of the directory desk changed"
    CAPACITY_REPORTED = "capacity reported"
    ENTRY_MADE_CONFIDENTIAL = "entry made confidential"
    ENTRY_REVEALED = "entry no longer confidential"
    TEXT_RELEASED = "text of a confidential entry released"
    TEXT_DELETED = "text of a confidential entry deleted"
    ENTRIES_MERGED = "entries merged"
    MERGE_UNDONE = "merge undone"
    PAIR_SETTLED = "pair settled"
    TWINS_SEARCHED = "duplicates searched"
    PARCEL_PUBLISHED = "parcel published"
    PARCEL_RECEIVED = "parcel received"
    PARCEL_SENT_BACK = "parcel sent back"
    PARCEL_TAKEN_BACK = "parcel taken back"
    PARCEL_FOLDER_CHANGED = "parcel folder changed"
    HANDOUT_RELEASED = "handout released"
    HANDOUT_NOT_RELEASED = "handout not released"
    PERSON_ADDED = "person added"
    PERSON_CHANGED = "person changed"
    PERSON_SEARCHED = "person searched"
    PERSON_VIEWED = "person viewed"
    CONSENT_RECORDED = "consent recorded"
    CONSENT_REVOKED = "consent taken back"
    CONSENT_ENDED = "consent ended"
    SIGNER_SETTLED = "signer of a consent settled"
    PART2_SET = "42 CFR Part 2 switched"
    REQUEST_MADE = "request about a person written down"
    REQUEST_DECIDED = "request about a person decided"
    REQUEST_ANSWERED = "request about a person answered"
    RECORD_SIGNED = "record signed"
    ADDENDUM_ADDED = "addendum added"
    PERSON_NAME_ADDED = "other name of a person added"
    PERSON_NAME_TAKEN_AWAY = "other name of a person taken away"
    PEOPLE_MERGED = "people merged"
    PEOPLE_UNMERGED = "merge of people undone"
    VISIT_OPENED = "visit opened"
    VISIT_CHANGED = "visit changed"
    VISIT_ENDED = "visit ended"
    VISIT_REOPENED = "visit reopened"
    REFERRAL_DRAFTED = "referral drafted"
    REFERRAL_DISCARDED = "referral draft discarded"
    REFERRAL_FETCHED_BACK = "referral draft fetched back"
    REFERRAL_MOVED = "referral moved"
    HANDOFF_SAVED = "handoff saved"
    PLAN_SAVED = "plan saved"
    FOLLOW_UP_TRIED = "follow-up tried"
    FOLLOW_UP_PUT_OFF = "follow-up put off"
    FOLLOW_UP_ADDED = "follow-up added"
    FOLLOW_UP_TIMES_SET = "times of follow-ups set"
    SHIFT_SIGNED = "shift note signed"
    SHIFT_READ = "shift note read"
    SNAPSHOTS_HIDDEN = "addresses of a confidential service removed"
    PAPER_RELEASED = "person's paper released"
    PAPER_NOT_RELEASED = "person's paper not released"


@dataclass(frozen=True)
class Broken:
    """The first place where a chain does not hold."""

    number: int
    sentence: str


class Trail:
    """Writes rows to the end of a store's chain with the station's clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def record(self, session: Session, actor: Actor, action: Action, subject: str = "", **detail: str | int) -> None:
        """Adds one row in the session's own transaction; `detail` holds ids, counts and kinds only."""
        self._append(session, actor, action, [subject], json.dumps(detail, sort_keys=True))

    def record_each(self, session: Session, actor: Actor, action: Action, subjects: Sequence[str]) -> None:
        """One row for each subject."""
        self._append(session, actor, action, subjects, "{}")

    def _append(self, session: Session, actor: Actor, action: Action, subjects: Sequence[str], detail: str) -> None:
        before, at = newest(session), to_store(self._clock())
        for subject in subjects:
            row = AuditRow(
                number=before.number + 1, at=at, actor=actor.id, action=action.value, subject=subject, detail=detail
            )
            row.hash = _hash(row, before.hash)
            session.add(row)
            before = Anchor(row.number, row.hash)
        session.flush()


def newest(session: Session) -> Anchor:
    """Where the chain ends now; number 0 when it is empty."""
    last = session.execute(select(AuditRow.number, AuditRow.hash).order_by(AuditRow.number.desc()).limit(1)).first()
    return Anchor(last.number, last.hash) if last else Anchor(0, START)


def reaches(session: Session, anchor: Anchor | None) -> bool:
    """Whether the chain still has the row that `anchor` names, as it was."""
    if anchor is None or anchor.number == 0:
        return True
    row = session.get(AuditRow, anchor.number)
    return row is not None and row.hash == anchor.hash


def check(session: Session, anchor: Anchor | None) -> Broken | None:
    """Walks the whole chain; None when it holds and reaches at least `anchor`."""
    before, expected = START, 1
    for row in session.execute(select(AuditRow).order_by(AuditRow.number).execution_options(yield_per=1000)).scalars():
        if row.number != expected:
            return Broken(expected, f"row {expected} of the audit trail is missing")
        if row.hash != _hash(row, before):
            return Broken(expected, f"row {expected} of the audit trail was changed")
        if anchor and row.number == anchor.number and row.hash != anchor.hash:
            return Broken(expected, f"row {expected} of the audit trail is not the one that was written")
        before, expected = row.hash, expected + 1
    if anchor and expected <= anchor.number:
        return Broken(expected, f"the audit trail was cut after row {expected - 1}")
    return None


def _hash(row: AuditRow, before: str) -> str:
    said = json.dumps([row.number, row.at, row.actor, row.action, row.subject, row.detail, before])
    return hashlib.sha256(said.encode()).hexdigest()
