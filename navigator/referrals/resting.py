"""Open referrals that rest on a consent: what a revocation or an end touches (P-10, R-09)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, or_, select, union
from sqlalchemy.orm import Session

from navigator.clock import to_store
from navigator.referrals.consent import ConsentState, SavedConsent, names
from navigator.referrals.consent_rows import ConsentEndRow, ConsentRow
from navigator.referrals.kept import take_back
from navigator.referrals.person_rows import MergeRow
from navigator.referrals.rows import EventRow, ReferralRow
from navigator.referrals.same_person import ids_of
from navigator.referrals.saved_consents import consents_of, of_person
from navigator.referrals.snapshot import Snapshot
from navigator.referrals.status import OPEN

SOON = timedelta(days=3)
"""How long before its end a consent with open referrals is on the worklist."""


@dataclass(frozen=True)
class Resting:
    """An open referral whose consent has ended or ends soon; `at` is when it ended or will."""

    consent: SavedConsent
    referral: ReferralRow
    state: ConsentState
    at: datetime


def resting_on(session: Session, saved: SavedConsent) -> Sequence[ReferralRow]:
    """Open referrals of that person to its recipient, and those that were called about on it."""
    people = ids_of(session, saved.consent.person_id)
    is_open = ReferralRow.status.in_([status.value for status in OPEN])
    rows = session.scalars(select(ReferralRow).where(ReferralRow.person_id.in_(people), is_open)).all()
    return [row for row in rows if _is_for(saved, row) or _was_used(session, saved.id, row.id)]


def ending(session: Session, now: datetime) -> Iterator[Resting]:
    """Consents taken back, ended or ending within `SOON` whose referrals are open and rest on no other (R-09)."""
    for saved in consents_of(session, session.scalars(_over_or_soon(now)).all()):
        at = saved.revoked_at or saved.ends_at
        if at is None or at > now + SOON:
            continue
        for row in resting_on(session, saved):
            if not _covered_by_another(session, saved, row, now):
                yield Resting(saved, row, saved.state(now), at)


def _over_or_soon(now: datetime) -> Select[ConsentRow]:
    """Of people with an open referral, and of those who were ever joined with another: the rest is history."""
    ended = select(ConsentEndRow.consent_id)
    soon = ConsentRow.ends_at <= to_store(now + SOON)
    is_open = ReferralRow.status.in_([status.value for status in OPEN])
    people = select(ReferralRow.person_id).where(is_open)
    joined = union(people, select(MergeRow.kept_id), select(MergeRow.other_id))
    over = select(ConsentRow).where(or_(ConsentRow.id.in_(ended), soon), ConsentRow.person_id.in_(joined))
    return over.order_by(ConsentRow.made_at)


def _is_for(saved: SavedConsent, row: ReferralRow) -> bool:
    place = take_back(row.snapshot, Snapshot)
    return names(saved.consent, place.service_id, place.name, place.categories)


def _was_used(session: Session, consent_id: str, referral_id: str) -> bool:
    steps = session.scalars(select(EventRow.step).where(EventRow.referral_id == referral_id))
    return any((step.get("basis") or {}).get("consent_id") == consent_id for step in steps)


def _covered_by_another(session: Session, saved: SavedConsent, row: ReferralRow, now: datetime) -> bool:
    others = (other for other in of_person(session, saved.consent.person_id) if other.id != saved.id)
    return any(
        other.is_live(now) and (other.ends_at is None or other.ends_at > now + SOON) and _is_for(other, row)
        for other in others
    )
