"""Whether somebody may be told about a person on a given ground: the guard of calls and papers (P-07, P-08)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from navigator.referrals.bases import Basis, BasisKind
from navigator.referrals.calls import Call
from navigator.referrals.consent import Category, ConsentKind, SavedConsent, covers
from navigator.referrals.consent_rows import ConsentRow
from navigator.referrals.kept import take_back
from navigator.referrals.law import Law
from navigator.referrals.part2 import part2_applies
from navigator.referrals.rows import ReferralRow
from navigator.referrals.same_person import ids_of
from navigator.referrals.saved_consents import consent_of
from navigator.referrals.snapshot import Snapshot
from navigator.referrals.workflow import Lacking

NO_SUCH_CONSENT = "This consent is not one of this person. Choose another, or call without naming the person."
NAMED = (Category.NEED,)
"""What a call that names the person tells at the least."""


@dataclass(frozen=True)
class Recipient:
    """Who would be told: a service of the directory with its kinds of help, or (`service_id` "") somebody by name."""

    name: str
    service_id: str = ""
    classes: tuple[str, ...] = ()


def recipient_of(snapshot: Snapshot) -> Recipient:
    return Recipient(snapshot.name, snapshot.service_id, snapshot.categories)


def why_not(
    session: Session,
    law: Law,
    person_id: str,
    basis: Basis,
    to: Recipient,
    categories: Collection[Category],
    at: datetime,
) -> str:
    """ "" when the recipient may be told at the moment `at`, else the sentence why not, with the ways that remain."""
    if basis.lacks():
        return basis.lacks()
    part2 = part2_applies(session)
    fallen = law.stands(basis.kind, part2=part2)
    if fallen:
        return f"{fallen} {ways(law, part2=part2)}"
    if basis.kind is not BasisKind.CONSENT:
        return ""
    row = session.get(ConsentRow, basis.consent_id)
    if row is None or row.person_id not in ids_of(session, person_id):
        return NO_SUCH_CONSENT
    return consent_lacks(consent_of(session, row.id), law, to, categories, at, part2=part2)


def consent_lacks(
    saved: SavedConsent, law: Law, to: Recipient, categories: Collection[Category], at: datetime, *, part2: bool
) -> str:
    """As `covers`; and a consent that was only said falls where Part 2 applies by now (P-08)."""
    if saved.consent.kind is ConsentKind.VERBAL and law.verbal_stands(part2=part2):
        return law.verbal_stands(part2=part2)
    return covers(saved, to.service_id, to.name, categories, at, to.classes)


def ways(law: Law, *, part2: bool) -> str:
    """The ways that remain, as one sentence."""
    return f"What remains: {'; '.join(law.remaining(part2=part2))}."


def refuse_groundless(
    session: Session, law: Law, row: ReferralRow, call: Call, basis: Basis | None, now: datetime
) -> None:
    """Raises `Lacking` for a call about `row` whose ground does not stand, is not live or names somebody else.

    A consent that was given during the call counts, one that was taken back before it began does not (P-10).
    """
    if basis is None:
        return
    at = _moment(session, call, basis, now)
    sentence = why_not(session, law, row.person_id, basis, recipient_of(take_back(row.snapshot, Snapshot)), NAMED, at)
    if sentence:
        raise Lacking(sentence)


def _moment(session: Session, call: Call, basis: Basis, now: datetime) -> datetime:
    """The first moment of the call at which the consent was there."""
    row = session.get(ConsentRow, basis.consent_id) if basis.consent_id else None
    if row is None:
        return call.began_at
    signed_at = consent_of(session, row.id).consent.signed_at
    return min(max(call.began_at, signed_at), call.ended_at or now)
