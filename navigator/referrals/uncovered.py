"""Takes the place of a service that became confidential out of casework: snapshots and copies of them (S-13)."""

import re
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.referrals.kept import keep, take_back
from navigator.referrals.rows import DraftRow, FollowUpRow, PlanRow, ReferralRow
from navigator.referrals.snapshot import Snapshot, stripped

_TELLING = 10
"""Characters from which a text beside the address may tell the place; "ID" stands in any sentence."""
REMOVED = "(removed: this place is confidential)"


def uncovered(session: Session, service_ids: Collection[str]) -> Sequence[ReferralRow]:
    """The referrals whose snapshot still holds the place of one of those services."""
    rows = session.scalars(select(ReferralRow).where(ReferralRow.service_id.in_(service_ids)))
    return [row for row in rows if not row.snapshot["confidential"]]


def cover(session: Session, row: ReferralRow) -> None:
    """Strips the snapshot, and takes every copy of its texts out of plans and drafts of the visit."""
    snapshot = take_back(row.snapshot, Snapshot)
    row.snapshot = keep(stripped(snapshot))
    told = [text for text in (snapshot.bring, snapshot.note, snapshot.hours) if len(text) >= _TELLING]
    secrets = _pattern([text for text in (snapshot.address, snapshot.directions, *told) if text.strip()])
    for plan in session.scalars(select(PlanRow).where(PlanRow.visit_id == row.visit_id)):
        plan.content = _without(plan.content, secrets)
    follow_ups = session.scalars(select(FollowUpRow.id).where(FollowUpRow.referral_id == row.id))
    subjects = (row.id, row.visit_id, *follow_ups)
    for draft in session.scalars(select(DraftRow).where(DraftRow.subject.in_(subjects))):
        draft.content = _without(draft.content, secrets)


def _pattern(texts: Sequence[str]) -> re.Pattern[str]:
    """Any of the texts as whole words, the longest first: one may stand inside another."""
    longest_first = sorted((text.strip() for text in texts), key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in longest_first) or r"(?!)", re.IGNORECASE)


def _without(value: Any, secrets: re.Pattern[str]) -> Any:
    """The same JSON without the secrets in any of its strings."""
    match value:
        case str():
            return secrets.sub(REMOVED, value)
        case dict():
            return {key: _without(part, secrets) for key, part in value.items()}
        case list():
            return [_without(part, secrets) for part in value]
    return value
