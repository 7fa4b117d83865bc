"""A new referral and a new line of the contact log, as rows."""

from datetime import datetime

from navigator.clock import to_store
from navigator.ids import new_id
from navigator.referrals.calls import Call
from navigator.referrals.kept import keep
from navigator.referrals.rows import ContactRow, ReferralRow, VisitRow
from navigator.referrals.snapshot import Snapshot
from navigator.referrals.status import Status


def drafted(visit: VisitRow, snapshot: Snapshot, need: str, replaces: str, by: str, at: datetime) -> ReferralRow:
    """A referral to which nothing has happened yet; its first event makes it a draft."""
    return ReferralRow(
        id=new_id(),
        visit_id=visit.id,
        person_id=visit.person_id,
        need=need,
        service_id=snapshot.service_id,
        status=Status.DRAFT.value,
        business_status="",
        replaces=replaces,
        made_by=by,
        made_at=to_store(at),
        discarded_at=None,
        events=0,
        requested_at=None,
        awaiting_since=None,
        held_until=None,
        check_on=None,
        snapshot=keep(snapshot),
    )


def logged(referral_id: str, by: str, call: Call) -> ContactRow:
    return ContactRow(
        id=new_id(),
        referral_id=referral_id,
        made_by=by,
        began_at=to_store(call.began_at),
        content=keep(call),
    )
