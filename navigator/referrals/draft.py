"""What was typed and not yet saved: it survives a crash and a lock, and belongs to its author alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DraftKind(StrEnum):
    """Which form it was typed into. The number after a form's name in `VERSIONS` grows when its fields change."""

    VISIT = "visit"
    CALL = "call"
    HANDOFF = "handoff"
    PLAN = "plan"
    FOLLOW_UP = "follow-up"


VERSIONS = dict.fromkeys(DraftKind, 1)
NEW = "new"
"""The subject of a draft whose record does not exist yet."""


@dataclass(frozen=True)
class Draft:
    """`subject` is the record's id (`NEW` for none yet), `content` the fields of the form by their names."""

    kind: DraftKind
    subject: str
    content: Mapping[str, str]
    saved_at: datetime
