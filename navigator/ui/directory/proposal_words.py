"""What the desk reads of a proposal: who proposed it and when, what moved since, and what the buttons say."""

from datetime import datetime, tzinfo

from navigator.resources.fields import Difference
from navigator.resources.stewardship.proposal import Proposal, Proposed
from navigator.resources.stewardship.reported import ProposalState
from navigator.ui.clock_words import clock_words, day_words
from navigator.ui.directory.difference_view import value_words


def proposed_by(proposal: Proposal, now: datetime, zone: tzinfo) -> str:
    """ "Proposed by Dana R., clinician, today at 1:20 AM"."""
    day, today = proposal.at.astimezone(zone).date(), now.astimezone(zone).date()
    when = f"{day_words(day, today)} at {clock_words(proposal.at, zone)}"
    return ", ".join(part for part in (f"Proposed by {proposal.by}", proposal.by_role, when) if part)


def first_name(proposal: Proposal) -> str:
    return proposal.by.split()[0] if proposal.by.split() else proposal.by


def differences_of(proposal: Proposal) -> tuple[Difference, ...]:
    """From what stands there now to what is proposed."""
    return tuple(Difference(one.field, one.current, one.proposed) for one in proposal.fields)


def notes_of(proposal: Proposal) -> dict[str, str]:
    """What is said of the fields that were changed since somebody proposed something else."""
    return {one.field: moved_words(one, first_name(proposal)) for one in proposal.fields if one.moved}


def moved_words(one: Proposed, author: str) -> str:
    saw = "; ".join(value_words(one.field, one.saw).split("\n"))
    return f"This was changed since. {author} saw: {saw}"


def take_words(chosen: int, of: int) -> str:
    """What the filled button says; it counts."""
    if of == 0:
        return "Done with it"
    if of == 1:
        return "Take the change"
    return f"Take {chosen} of {of} changes"


def standing(proposal: Proposal) -> str:
    """What is said where the desk has asked back."""
    if proposal.state is not ProposalState.ASKED:
        return ""
    return f"You asked back, and {first_name(proposal)} has not answered yet."
