"""What waits for a decision as the rows of a list."""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from itertools import groupby

from navigator.referrals.consent import SavedConsent
from navigator.referrals.decisions import Decision, DecisionKind
from navigator.referrals.request import SavedRequest
from navigator.ui.clock_words import moment_words
from navigator.ui.decide.words import due_state, due_words, request_title
from navigator.ui.records.record import Record, RecordGroup

_HEADS = {
    DecisionKind.POLICE: "The police ask",
    DecisionKind.SIGNER: "Who may sign",
    DecisionKind.PERSON: "People ask for their record",
    DecisionKind.ANSWER: "Granted: write what was told",
}
_ICONS = {
    DecisionKind.POLICE: "shield",
    DecisionKind.SIGNER: "square-pen",
    DecisionKind.PERSON: "user-round",
    DecisionKind.ANSWER: "shield-check",
}


def title_of(decision: Decision) -> str:
    match decision.about:
        case SavedRequest() as request:
            return request_title(request)
        case SavedConsent(consent=consent):
            return f"{consent.signed_by} signed for {decision.person.called}"


def groups_of(decisions: Sequence[Decision], now: datetime, zone: tzinfo) -> tuple[RecordGroup, ...]:
    """By kind, in the order of the decisions."""
    grouped = groupby(decisions, key=lambda decision: decision.kind)
    return tuple(RecordGroup(_HEADS[kind], tuple(_row(one, now, zone) for one in few)) for kind, few in grouped)


def _row(decision: Decision, now: datetime, zone: tzinfo) -> Record:
    today = now.astimezone(zone).date()
    due = due_words(decision.due_on, today) if decision.due_on else (moment_words(decision.asked_at, now, zone), "")
    state = due_state(decision.due_on, today) if decision.due_on else None
    return Record(
        key=decision.id,
        title=title_of(decision),
        under=f"About {decision.person.called} · written down by {decision.asked_by or 'somebody'}",
        right=due[0],
        right_under=due[1],
        icon=_ICONS[decision.kind],
        state=state[0] if state else None,
        state_words=state[1] if state else "",
    )
