"""Consents as they stand in the store: the row, what ended it, what the supervisor said of its signer."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from navigator.clock import from_store
from navigator.errors import NotFound
from navigator.referrals.consent import Consent, SavedConsent
from navigator.referrals.consent_rows import ConsentEndRow, ConsentRow, SignerRow
from navigator.referrals.kept import take_back
from navigator.referrals.names import account_names
from navigator.referrals.same_person import ids_of


class EndedBy(StrEnum):
    TAKEN_BACK = "taken back"
    EVENT = "its event came about"


def consent_of(session: Session, consent_id: str) -> SavedConsent:
    row = session.get(ConsentRow, consent_id)
    if row is None:
        raise NotFound("This consent is not in casework.")
    return consents_of(session, [row])[0]


def of_person(session: Session, person_id: str) -> tuple[SavedConsent, ...]:
    """Of the person and of whoever was found to be the same; the newest first."""
    return consents_of(session, session.scalars(_newest_first(ids_of(session, person_id))).all())


def undecided(session: Session) -> tuple[SavedConsent, ...]:
    """Those that wait for a supervisor, the oldest first (P-24)."""
    asked = select(ConsentRow).outerjoin(SignerRow, SignerRow.consent_id == ConsentRow.id)
    asked = asked.outerjoin(ConsentEndRow, ConsentEndRow.consent_id == ConsentRow.id)
    asked = asked.where(ConsentRow.asks_supervisor, SignerRow.consent_id.is_(None), ConsentEndRow.consent_id.is_(None))
    return consents_of(session, session.scalars(asked.order_by(ConsentRow.made_at)).all())


def consents_of(session: Session, rows: Sequence[ConsentRow]) -> tuple[SavedConsent, ...]:
    """`rows` in their order."""
    wanted, names = [row.id for row in rows], account_names(session)
    ends = {row.consent_id: row for row in session.scalars(_among(ConsentEndRow, wanted))}
    said = {row.consent_id: row for row in session.scalars(_among(SignerRow, wanted))}
    return tuple(_saved(row, ends.get(row.id), said.get(row.id), names) for row in rows)


def _among[R: (ConsentEndRow, SignerRow)](kind: type[R], consent_ids: Sequence[str]) -> Select[R]:
    return select(kind).where(kind.consent_id.in_(consent_ids))


def _newest_first(person_ids: Sequence[str]) -> Select[ConsentRow]:
    rows = select(ConsentRow).where(ConsentRow.person_id.in_(person_ids))
    return rows.order_by(ConsentRow.made_at.desc(), ConsentRow.id.desc())


def _saved(
    row: ConsentRow, end: ConsentEndRow | None, said: SignerRow | None, names: Mapping[str, str]
) -> SavedConsent:
    back = end if end is not None and end.how == EndedBy.TAKEN_BACK.value else None
    return SavedConsent(
        id=row.id,
        consent=take_back(row.content, Consent),
        made_by=row.made_by,
        made_at=from_store(row.made_at),
        revoked_at=from_store(back.made_at) if back else None,
        revoked_words=back.words if back else "",
        by=names.get(row.made_by, ""),
        ends_at=_ends_at(row, None if back else end),
        asks_supervisor=row.asks_supervisor,
        allowed=said.allowed if said else None,
    )


def _ends_at(row: ConsentRow, event: ConsentEndRow | None) -> datetime | None:
    """What came first: the end of its last day, or its event."""
    moments = [from_store(text) for text in (row.ends_at, event.made_at if event else None) if text]
    return min(moments, default=None)
