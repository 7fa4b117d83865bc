"""What the editor reads in one go when a record is opened: the record, what was typed on it before, its twins."""

from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from navigator.resources.stewardship.desk_drafts import NEW, DeskDraftKind
from navigator.resources.stewardship.records import RecordView
from navigator.ui.directory.editor.content import Content
from navigator.ui.ports import Desk


@dataclass(frozen=True)
class Opened:
    """`view` None: a new record."""

    view: RecordView | None
    draft: Content = field(default_factory=lambda: MappingProxyType({}))
    typed_at: datetime | None = None


def read_record(desk: Desk, entry_id: str) -> Opened:
    """Reads it all; raises a `UserError` when the record is gone."""
    view = desk.keeping.records.view(desk.actor, entry_id) if entry_id else None
    draft = desk.keeping.drafts.find(desk.actor, DeskDraftKind.EDITOR, entry_id or NEW)
    return Opened(view, draft.content, draft.saved_at) if draft else Opened(view)


def read_view(desk: Desk, entry_id: str) -> RecordView:
    """The record as it is now."""
    return desk.keeping.records.view(desk.actor, entry_id)


@dataclass(frozen=True)
class Around:
    """What is known beside the record: names that may be the same place, and why it must not be added again."""

    twins: tuple[str, ...] = ()
    barred: str = ""


def read_around(desk: Desk, entry_id: str, name: str) -> Around:
    keeping, actor = desk.keeping, desk.actor
    barred = {one.name.casefold(): one.reason for one in keeping.do_not_list.barred(actor)}
    twins: list[str] = []
    for pair in keeping.duplicates.pairs(actor):
        records = (pair.one, pair.other)
        if any(record.entry.id == entry_id for record in records):
            twins += [record.entry.name for record in records if record.entry.id != entry_id]
    return Around(tuple(dict.fromkeys(twins)), barred.get(name.casefold(), ""))
