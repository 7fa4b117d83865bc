"""Settles a row of an import that was held: it is the entry it was held against, or an entry of its own (S-08)."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from navigator.resources import hiding, writing
from navigator.resources.fields import differences, values_of, with_values
from navigator.resources.importing.comparing import Against, compare
from navigator.resources.stewardship.changing import Act, Hand, change, keep, record_of
from navigator.resources.stewardship.do_not_list import refuse_barred
from navigator.resources.stewardship.marks import protected_fields
from navigator.resources.stewardship.pairs import record_in
from navigator.resources.stewardship.quarantine import quarantine
from navigator.resources.stewardship.rows import OriginRow, PairRow


@dataclass(frozen=True)
class Taken:
    """The entries that changed, and whether a place was hidden by it."""

    doors: tuple[str, ...]
    hid: bool = False


def take_held(session: Session, row: PairRow, hand: Hand, fields: Collection[str] | None = None) -> Taken:
    """The row is the entry: what it says goes in as an import would put it, save what was edited or verified here.

    With `fields` a person chose: these go in, and no others.
    """
    hidden = hiding.hide_here(session, row.entry_id, hand.at) if row.incoming.get("confidential") else ()
    now = record_of(session, row.entry_id)
    chosen = {field for field in fields or () if field in row.incoming.get("values", {})}
    marks = protected_fields(session, [row.entry_id]).get(row.entry_id, ())
    told = compare(Against({"free_text": {}} | row.incoming, now, marks, whole=True, key=row.key), ours=chosen)
    texts = dict(told.free_text) if now.entry.confidential else {}
    offered = told.differences if fields is None else (*told.differences, *told.protected)
    taken = {one.field: one.after for one in offered if fields is None or one.field in fields}
    refuse_barred(session, with_values(now, taken).entry, before=now.entry)
    changed = change(session, row.entry_id, taken, hand)
    _lead(session, row, row.entry_id, texts, hand)
    return Taken(tuple(dict.fromkeys((row.entry_id, *changed, *hidden))), hid=bool(hidden))


def add_held(session: Session, row: PairRow, hand: Hand) -> Taken:
    """The row is another place: an entry of its own."""
    record = record_in(row.incoming)
    refuse_barred(session, record.entry)
    alone = replace(record, entry=replace(record.entry, service_id=""))
    (door,) = writing.add(session, [alone], row.batch_id)
    added = replace(hand, act=Act.ADDED)  # so that it goes with its import when that is taken back
    keep(session, added, {door: differences({}, values_of(record_of(session, door)))})
    _lead(session, row, door, row.incoming.get("free_text", {}), hand)
    return Taken((door,))


def _lead(session: Session, row: PairRow, entry_id: str, texts: dict[str, str], hand: Hand) -> None:
    """The next import of this feed finds the entry by its key."""
    if row.feed_id:
        session.merge(
            OriginRow(feed_id=row.feed_id, key=row.key, entry_id=entry_id, batch_id=row.batch_id, gone_since="")
        )
    quarantine(session, entry_id, texts, row.batch_id, hand.at)
