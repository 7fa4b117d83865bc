"""What was proposed and must be seen at once beside the old value: phone, hours, closure (S-07)."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from sqlalchemy import Row

from navigator.clock import from_store
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


def reports(proposal: Row[Any]) -> Iterator[Report]:
    """The reports that an unsettled proposal row makes."""
    if proposal.state not in UNSETTLED:
        return
    for key in AT_ONCE:
        if key in proposal.values_after:
            words = "; ".join(words_of(key, proposal.values_after[key]))
            yield Report(proposal.id, key, words, proposal.by_role, from_store(proposal.at))
