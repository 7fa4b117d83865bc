"""Makes this station's directory equal to the one that a parcel carries, in the caller's transaction (S-14).

What the publisher has stands here under the publisher's ids; ids that were used here before lead to them. What it has
no more leaves, save what a person of this station made: that stays and goes back as a proposal. Values that a person
changed here become a proposal when the parcel changes them again or takes their entry away. Beds, alerts and proposals
of this station stay; of beds and checks the newest counts. A place that was made confidential here stays so, whatever
the parcel says.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import batched

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from navigator.resources import hiding, reading, rows, writing
from navigator.resources.confidential import is_kept_unread, stripped
from navigator.resources.fields import Record, Values, differences, values_of
from navigator.resources.parcel import beside, known
from navigator.resources.parcel.contents import Carried, Contents
from navigator.resources.parcel.local import (
    free_proposals,
    let_wait,
    made_here,
    propose_leaving,
    propose_overwritten,
)
from navigator.resources.parcel.matching import renamed
from navigator.resources.parcel.renaming import move_to_services, rename_entries
from navigator.resources.parcel.secret import keep_hidden
from navigator.resources.stewardship.changing import Hand, change, prune
from navigator.resources.stewardship.removing import remove
from navigator.resources.stewardship.rows import FeedRow, OriginRow

_AT_ONCE = 5000


@dataclass
class Applied:
    """What a parcel changed.

    `set_free` are proposals whose entry left, `proposed` those that were made of what somebody changed here.
    """

    added: int = 0
    changed: set[str] = field(default_factory=set)
    removed: int = 0
    stayed: int = 0
    set_free: int = 0
    proposed: int = 0
    hid: bool = False


def apply(session: Session, contents: Contents, hand: Hand, since: str) -> Applied:
    """`since` is when the parcel before came, by the clock of this station: what was changed later is not lost."""
    done = Applied()
    told_hidden = {one.record.entry.service_id for one in contents.entries if one.record.entry.confidential}
    here = _take_ids(session, contents)
    coming = {one.id: one for one in keep_hidden(session, contents.entries)}
    _leave(session, [entry_id for entry_id in here if entry_id not in coming], since, done)
    move_to_services(session, {one.id: one.record.entry.service_id for one in coming.values() if one.id in here})
    common = [one for one in coming.values() if one.id in here]
    _hide(session, common, hand, since, done)
    _add(session, [one for one in coming.values() if one.id not in here], hand, done)
    _change(session, common, hand, since, done)
    _change(session, [coming[one] for one in sorted(done.changed)], hand, since, done)
    prune(session)
    beside.put(session, replace(contents, entries=list(coming.values())), hand)
    known.note_hidden(session, told_hidden)
    return done


def _take_ids(session: Session, contents: Contents) -> Collection[str]:
    """Renames what is the same; returns the ids that are here then."""
    here = {record.entry.id: record for record in reading.records(session)}
    answered = {one["id"]: one["entry_id"] for one in contents.answers if one["entry_id"]}
    new_ids = renamed(here, _origins(session), contents.entries, answered)
    rename_entries(session, new_ids)
    return {new_ids.get(entry_id, entry_id) for entry_id in here}


def _origins(session: Session) -> Mapping[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for entry_id, kind, key in session.execute(select(OriginRow.entry_id, FeedRow.format, OriginRow.key).join(FeedRow)):
        found[entry_id].append((kind, key))
    return found


def _leave(session: Session, unknown: Sequence[str], since: str, done: Applied) -> None:
    own = made_here(session, unknown)
    gone = [entry_id for entry_id in unknown if entry_id not in own]
    for some in batched(gone, _AT_ONCE):
        done.set_free += free_proposals(session, some)
        done.proposed += propose_leaving(session, some, since)
        remove(session, some)
    done.stayed, done.removed = len(own), len(gone)


def _add(session: Session, new: Sequence[Carried], hand: Hand, done: Applied) -> None:
    """The confidential ones last: an organization is made with what an open service of it says."""
    ordered = sorted(new, key=lambda one: one.record.entry.confidential)
    writing.add(session, [one.record for one in ordered], hand.actor.id, known=True)
    done.added = len(ordered)


def _hide(session: Session, common: Sequence[Carried], hand: Hand, since: str, done: Applied) -> None:
    """Follows the publisher in what is confidential; what only this station hides comes as hidden."""
    hidden = set(session.scalars(select(rows.ServiceRow.id).where(rows.ServiceRow.confidential)))
    for one in common:
        entry = one.record.entry
        if entry.confidential and entry.service_id not in hidden:
            if not one.hidden_here:
                let_wait(session, entry.id, since, hand)
            done.hid |= bool(hiding.hide(session, entry.id, hand.at, keep_texts=one.hidden_here))
            hidden.add(entry.service_id)
        elif not entry.confidential and entry.service_id in hidden:
            service = rows.ServiceRow
            session.execute(update(service).where(service.id == entry.service_id).values(confidential=False))
            hidden.discard(entry.service_id)


def _change(session: Session, common: Sequence[Carried], hand: Hand, since: str, done: Applied) -> None:
    here = {record.entry.id: record for record in _records(session, [one.id for one in common])}
    for one in common:
        entry, now = one.record.entry, here[one.id]
        _put_flags(session, now, one.record)
        values = _wanted(now, one)
        if values:
            done.proposed += propose_overwritten(session, now, values, since)
            done.changed |= {entry.id} if change(session, entry.id, values, hand) else set()


def _records(session: Session, ids: Sequence[str]) -> list[Record]:
    session.flush()
    return [record for some in batched(ids, _AT_ONCE) for record in reading.records(session, some)]


def _wanted(now: Record, coming: Carried) -> Values:
    """What the parcel says otherwise; of a place that is hidden here alone only what nobody need read first."""
    before = Record(stripped(now.entry)) if coming.hidden_here else now
    made = differences(values_of(before), values_of(coming.record))
    return {one.field: one.after for one in made if not coming.hidden_here or is_kept_unread(one.field)}


def _put_flags(session: Session, now: Record, coming: Record) -> None:
    told = {name: getattr(coming.entry, name) for name in ("national", "invented", "source_id")}
    if any(getattr(now.entry, name) != value for name, value in told.items()):
        own = rows.ServiceRow.id == coming.entry.service_id
        session.execute(update(rows.ServiceRow).where(own).values(told))
