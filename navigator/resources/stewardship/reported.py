"""What was proposed and must be seen at once beside the old value: phone, hours, closure (S-07)."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from sqlalchemy import Row

from navigator.clock import from_store
from navigator.resources.confidential import unread
from navigator.resources.field_words import words_of
from navigator.resources.model import Report

AT_ONCE = ("phones", "hours", "status")


class ProposalState(StrEnum):
    OPEN = "open"
    ASKED = "asked back"
    TAKEN = "taken"
    PARTLY = "partly taken"
    TURNED_DOWN = "turned down"


UNSETTLED = (ProposalState.OPEN, ProposalState.ASKED)


def reports(proposal: Row[Any], *, confidential: bool) -> Iterator[Report]:
    """The reports that an unsettled proposal row makes; of a confidential entry none of the words in them (S-13)."""
    if proposal.state not in UNSETTLED:
        return
    values = unread(proposal.values_after) if confidential else proposal.values_after
    for key in AT_ONCE:
        if key in values:
            words = "; ".join(words_of(key, values[key]))
            yield Report(proposal.id, key, words, proposal.by_role, from_store(proposal.at))
