"""The history of referrals in the store: events are appended, the row is their result, both in one transaction."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.access import Actor
from navigator.clock import from_store, to_store
from navigator.errors import BadInput, NotFound, UserError
from navigator.referrals import follow_ups
from navigator.referrals.bounds import Bounds
from navigator.referrals.calls import Call, Contact
from navigator.referrals.kept import keep_step, step_of, take_back
from navigator.referrals.names import account_names
from navigator.referrals.referral import Referral
from navigator.referrals.rows import ContactRow, EventRow, ReferralRow
from navigator.referrals.snapshot import Snapshot
from navigator.referrals.standing import Standing, standing
from navigator.referrals.status import ENDED, BusinessStatus, Status
from navigator.referrals.steps import Request, Step
from navigator.referrals.workflow import Event, replay, take

CHANGED = "{name} changed this referral meanwhile. What you typed is kept: look at the referral again, then save."


def row_of(session: Session, referral_id: str) -> ReferralRow:
    row = session.get(ReferralRow, referral_id)
    if row is None:
        raise NotFound("This referral is no longer in casework.")
    return row


def seen_row(session: Session, referral_id: str, seen: int) -> ReferralRow:
    """The row, when its newest event is still the one that the screen has `seen`."""
    row = row_of(session, referral_id)
    if row.events != seen:
        newest = session.get_one(EventRow, (referral_id, row.events))
        name = account_names(session).get(newest.made_by) or "Somebody"
        raise UserError(CHANGED.format(name=name))
    if row.discarded_at is not None:
        raise BadInput("This draft was put away. Fetch it back first.")
    return row


def append(session: Session, row: ReferralRow, step: Step, actor: Actor, bounds: Bounds) -> Event:
    """Takes `step`: its event row, the status it leads to, and what becomes of the follow-ups (R-01, R-10)."""
    before = _events(session, [row.id])[row.id]
    event = take(before, step, actor, bounds)
    state = replay((*before, event))
    session.add(
        EventRow(
            referral_id=row.id,
            number=event.number,
            at=to_store(event.at),
            made_by=event.by,
            before=event.before.value if event.before else None,
            after=event.after.value,
            business_status=event.business.value if event.business else "",
            step=keep_step(step),
        )
    )
    row.status, row.events = event.after.value, event.number
    row.business_status = state.business.value if state.business else ""
    _stand(row, standing((*before, event)))
    session.flush()
    if isinstance(step, Request):
        follow_ups.make(session, row, step.call.began_at)
    elif event.after in ENDED:
        follow_ups.drop(session, row.id)
    return event


def _stand(row: ReferralRow, now: Standing) -> None:
    """What the worklists ask for, kept beside the status so that they need no history (R-09)."""
    row.requested_at = to_store(now.requested_at) if now.requested_at else None
    row.awaiting_since = to_store(now.awaiting_since) if now.awaiting_since else None
    row.held_until = to_store(now.held_until) if now.held_until else None
    row.check_on = now.check_on.isoformat() if now.check_on else None


def referrals_of(session: Session, rows: Sequence[ReferralRow]) -> tuple[Referral, ...]:
    """The rows with their histories and calls, in the order given."""
    ids = [row.id for row in rows]
    events, contacts, names = _events(session, ids), _contacts(session, ids), account_names(session)
    return tuple(
        Referral(
            id=row.id,
            visit_id=row.visit_id,
            person_id=row.person_id,
            need=row.need,
            snapshot=take_back(row.snapshot, Snapshot),
            status=Status(row.status),
            business=BusinessStatus(row.business_status) if row.business_status else None,
            author_id=row.made_by,
            author=names.get(row.made_by, ""),
            made_at=from_store(row.made_at),
            events=events[row.id],
            contacts=contacts[row.id],
            replaces=row.replaces,
            discarded=row.discarded_at is not None,
        )
        for row in rows
    )


def _events(session: Session, ids: Sequence[str]) -> dict[str, tuple[Event, ...]]:
    found: dict[str, list[Event]] = {referral_id: [] for referral_id in ids}
    rows = select(EventRow).where(EventRow.referral_id.in_(ids)).order_by(EventRow.referral_id, EventRow.number)
    for row in session.scalars(rows):
        found[row.referral_id].append(
            Event(
                number=row.number,
                at=from_store(row.at),
                by=row.made_by,
                before=Status(row.before) if row.before else None,
                after=Status(row.after),
                business=BusinessStatus(row.business_status) if row.business_status else None,
                step=step_of(row.step),
            )
        )
    return {referral_id: tuple(events) for referral_id, events in found.items()}


def _contacts(session: Session, ids: Sequence[str]) -> dict[str, tuple[Contact, ...]]:
    names = account_names(session)
    found: dict[str, list[Contact]] = {referral_id: [] for referral_id in ids}
    rows = select(ContactRow).where(ContactRow.referral_id.in_(ids)).order_by(ContactRow.began_at, ContactRow.id)
    for row in session.scalars(rows):
        call = take_back(row.content, Call)
        found[row.referral_id].append(Contact(row.id, row.referral_id, names.get(row.made_by, ""), call))
    return {referral_id: tuple(contacts) for referral_id, contacts in found.items()}
