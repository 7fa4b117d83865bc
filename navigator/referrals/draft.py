"""What was typed and not yet saved: it survives a crash and a lock, and belongs to its author alone."""

from enum import StrEnum

from navigator.storage import drafts


class DraftKind(StrEnum):
    """Which form it was typed into. The number after a form's name in `VERSIONS` grows when its fields change."""

    VISIT = "visit"
    CALL = "call"
    HANDOFF = "handoff"
    PLAN = "plan"
    FOLLOW_UP = "follow-up"
    SHIFT = "shift"
    CONSENT = "consent"
    POLICE_REQUEST = "police request"
    PERSON_REQUEST = "request of the person"
    DECISION = "decision"
    ADDENDUM = "addendum"
    OTHER_NAME = "other name"
    SAME_PERSON = "same person"


VERSIONS = dict.fromkeys(DraftKind, 1)
NEW = "new"
"""The subject of a draft whose record does not exist yet."""


Draft = drafts.Draft[DraftKind]
