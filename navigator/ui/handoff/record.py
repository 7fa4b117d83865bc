"""What the handoff screen is about, read at one moment: the referral, the visit, what was saved, what was typed."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from navigator.access import Actor, Permission, may
from navigator.referrals.bounds import Bounds
from navigator.referrals.calls import SOMEBODY_SPOKE
from navigator.referrals.casework import Casework
from navigator.referrals.draft import Draft, DraftKind
from navigator.referrals.follow_up import FollowUp, FollowUpState
from navigator.referrals.handoff import Handoff, Needed, SavedHandoff, missing
from navigator.referrals.referral import Referral
from navigator.referrals.signing import RecordKind
from navigator.referrals.snapshot import Snapshot, hidden
from navigator.referrals.visit import Visit
from navigator.referrals.warmth import Meter, meter
from navigator.ui.handoff.content import REASONS, Content, read, written
from navigator.ui.ports import Desk
from navigator.ui.signing.signed import Signed, read_signed


@dataclass(frozen=True)
class Record:
    """`first` is what the form shows before anybody typed: what was saved, with what can be told from elsewhere.

    `writable`: the actor may write it and nobody has signed it; `may_write` is the first of both. `left_over` is what
    the actor typed and had not saved when it was signed.
    """

    referral: Referral
    visit: Visit
    snapshot: Snapshot
    saved: SavedHandoff
    first: Content
    draft: Draft | None
    writable: bool
    may_write: bool
    signed: Signed = field(default_factory=Signed)
    left_over: Content = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_signed(self) -> bool:
        return self.signed.signature is not None

    @property
    def proposes(self) -> bool:
        """Whether the form shows more than was saved."""
        return self.first != written(self.saved.handoff)

    @property
    def earliest(self) -> datetime | None:
        return self.visit.facts.earliest

    @property
    def last_spoken_at(self) -> datetime | None:
        """When somebody at the provider was last reached."""
        calls = [contact.call for contact in self.referral.contacts if contact.call.outcome in SOMEBODY_SPOKE]
        return calls[-1].began_at if calls else None

    def bounds(self, desk: Desk) -> Bounds:
        return Bounds(desk.clock(), desk.city.zone, self.earliest)

    def meter(self, handoff: Handoff) -> Meter:
        ending = self.visit.ending
        return meter(self.referral, handoff, ending.cleared_at if ending else None)

    def missing(self, handoff: Handoff) -> tuple[Needed, ...]:
        return missing(self.referral, handoff)

    def tidy(self, content: Content) -> Content:
        """Without the reasons for things that are there after all."""
        not_there = set(missing(self.referral, replace(read(content), absent={})))
        return {key: text for key, text in content.items() if key not in REASONS or REASONS[key] in not_there}


def read_record(desk: Desk, casework: Casework, referral_id: str) -> Record:
    """Reads it all; raises a `UserError` when the referral is gone or casework is closed."""
    actor = desk.actor
    referral = casework.referrals.referral(actor, referral_id)
    saved = casework.handoffs.handoff(actor, referral_id)
    signed = read_signed(casework, actor, RecordKind.HANDOFF, referral_id)
    writes = may(actor.role, Permission.WRITE_CASEWORK)
    writable = writes and signed.signature is None
    draft = casework.drafts.find(actor, DraftKind.HANDOFF, referral_id) if writes else None
    first = saved.handoff
    if writable:
        first = proposed(saved, referral, casework.follow_ups.of(actor, referral_id), actor)
    entry = desk.search.get(referral.snapshot.entry_id)
    confidential = entry is not None and entry.confidential
    return Record(
        referral=referral,
        visit=casework.visits.visit(actor, referral.visit_id),
        snapshot=hidden(referral.snapshot) if confidential else referral.snapshot,
        saved=saved,
        first=written(first),
        draft=draft if writable else None,
        writable=writable,
        may_write=writes,
        signed=signed,
        left_over=draft.content if draft is not None and not writable else {},
    )


def proposed(saved: SavedHandoff, referral: Referral, follow_ups: Sequence[FollowUp], actor: Actor) -> Handoff:
    """What can be told without typing: who left with the person, and who asks next and when."""
    handoff, departure = saved.handoff, referral.departure
    way, close = handoff.transport, handoff.close
    if departure is not None and not way.by and way.left_at is None:
        handoff = replace(handoff, transport=replace(way, by=departure.transport_by, left_at=departure.left_at))
    if close.next_contact_at is not None or handoff.absent.get(Needed.NEXT_CONTACT, "").strip():
        return handoff
    due = next((one.due_at for one in follow_ups if one.state is FollowUpState.DUE), None)
    return replace(handoff, close=replace(close, next_contact_at=due, follows_up=close.follows_up or actor.name))
