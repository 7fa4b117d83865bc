"""What a record list shows: frozen records in groups, and the rows they become."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from navigator.ui.rows.row import GroupHead
from navigator.ui.theme.tokens import StateName

STRUCK = "struck out"


@dataclass(frozen=True)
class Record:
    """One line of a list. Only `title` and `under` may be cut short on the screen; `struck` is said in words too."""

    key: object
    title: str
    under: str = ""
    right: str = ""
    right_under: str = ""
    icon: str = ""
    state: StateName | None = None
    state_words: str = ""
    struck: bool = False

    @property
    def pill(self) -> tuple[StateName, str] | None:
        """The state and its words; a struck record has one even where nobody gave it."""
        words = self.state_words or (STRUCK.capitalize() if self.struck else "")
        return (self.state or "closed", words) if words else None

    @property
    def spoken(self) -> str:
        """The whole row, as a screen reader says it."""
        struck = STRUCK if self.struck and self.state_words else ""
        pill = self.pill[1] if self.pill else ""
        parts = (self.title, struck, self.under, pill, self.right, self.right_under)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class RecordGroup:
    """Records under one head; an empty title has none."""

    title: str
    records: tuple[Record, ...]


@dataclass(frozen=True)
class RecordRow:
    """One record where it stands."""

    record: Record
    last_of_group: bool

    @property
    def key(self) -> object:
        return self.record.key

    @property
    def spoken(self) -> str:
        return self.record.spoken


type Row = GroupHead | RecordRow


def rows_of(groups: Sequence[RecordGroup]) -> Iterator[Row]:
    """Heads and records in the order of the screen; an empty group leaves nothing."""
    for group in groups:
        if group.records and group.title:
            yield GroupHead(group.title, str(len(group.records)))
        for place, record in enumerate(group.records, start=1):
            yield RecordRow(record, last_of_group=place == len(group.records))
