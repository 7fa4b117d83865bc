"""How each matter of the worklists is told: its group, its row, and what to do next."""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from itertools import groupby

from navigator.referrals.draft import DraftKind
from navigator.referrals.task import Matter, Task
from navigator.ui.isolated import isolated
from navigator.ui.records.record import Record, RecordGroup
from navigator.ui.theme.tokens import StateName
from navigator.ui.todo.times import when_words

GROUPS: Mapping[Matter, str] = {
    Matter.BED_HOLD: "A bed hold ends soon",
    Matter.NO_ANSWER: "No answer for 30 minutes",
    Matter.CONSENT: "A consent ends or has ended",
    Matter.CHECK_DUE: "Look at again today",
    Matter.FOLLOW_UP: "Ask how it went",
    Matter.LOOP_OPEN: "Loop not closed for 30 days",
    Matter.DRAFT: "Typed, not saved",
    Matter.VISIT_OPEN: "Visits not finished",
}
_ICONS: Mapping[Matter, str] = {
    Matter.BED_HOLD: "bed-double",
    Matter.NO_ANSWER: "phone-missed",
    Matter.CONSENT: "file-check",
    Matter.CHECK_DUE: "calendar-check",
    Matter.FOLLOW_UP: "message-square",
    Matter.LOOP_OPEN: "circle-dashed",
    Matter.DRAFT: "square-pen",
    Matter.VISIT_OPEN: "clock",
}
_FORMS: Mapping[DraftKind, str] = {
    DraftKind.VISIT: "The form of the visit",
    DraftKind.CALL: "A call",
    DraftKind.HANDOFF: "The handoff",
    DraftKind.PLAN: "The plan",
    DraftKind.FOLLOW_UP: "A follow-up",
    DraftKind.CONSENT: "A consent",
}
NOBODY_YET = "A visit not started yet"


def key_of(task: Task) -> str:
    """The same for the same task at every look."""
    parts = (task.matter.value, task.visit_id, task.referral_id, task.follow_up_id, task.form or "")
    return "|".join(parts)


def groups_of(tasks: Sequence[Task], now: datetime, zone: tzinfo) -> tuple[RecordGroup, ...]:
    """Rows under their matters, in the order the tasks come."""
    return tuple(
        RecordGroup(GROUPS[matter], tuple(record_of(task, now, zone) for task in tasks_of))
        for matter, tasks_of in groupby(tasks, key=lambda task: task.matter)
    )


def record_of(task: Task, now: datetime, zone: tzinfo) -> Record:
    state = state_of(task, now)
    when, how_long = when_words(task, now, zone)
    return Record(
        key=key_of(task),
        title=task.person or NOBODY_YET,
        under=under_words(task) or "Write how it ended",
        right=when,
        right_under=how_long,
        icon=_ICONS[task.matter],
        state=state[0] if state else None,
        state_words=state[1] if state else "",
    )


def under_words(task: Task) -> str:
    """The place, and of a draft which form it was typed into."""
    form = _FORMS[task.form] if task.form is not None else ""
    return " · ".join(part for part in (form, task.place) if part)


def state_of(task: Task, now: datetime) -> tuple[StateName, str] | None:
    """What is late or about to be."""
    match task.matter:
        case Matter.BED_HOLD:
            return ("danger", "Hold has passed") if task.due_at <= now else ("closing", "Bed held")
        case Matter.CONSENT:
            return ("danger", "Consent has ended") if task.due_at <= now else ("closing", "Consent ends soon")
        case Matter.FOLLOW_UP if task.due_at <= now:
            return ("closing", "Overdue")
    return None


def next_step(task: Task, now: datetime) -> str:
    """What to do about it, in one sentence."""
    match task.matter:
        case Matter.BED_HOLD if task.due_at <= now:
            return "Call and ask whether the bed is still free."
        case Matter.CONSENT if task.due_at <= now:
            return "Tell this place nothing more until there is a new consent."
        case Matter.FOLLOW_UP:
            return f"Ask how it went with {isolated(task.place)}."
        case Matter.DRAFT if task.form is DraftKind.FOLLOW_UP:
            return "Look at what you typed and did not save."
        case Matter.DRAFT if not task.visit_id:
            return "Go on with the visit you began to write."
    return _NEXT[task.matter]


_NEXT: Mapping[Matter, str] = {
    Matter.BED_HOLD: "Bring the person there in time, or ask them to hold the bed longer.",
    Matter.NO_ANSWER: "Call again, or ask the next place.",
    Matter.CONSENT: "Ask the person for a new consent before this one ends.",
    Matter.CHECK_DUE: "Call and ask whether it can go on now.",
    Matter.LOOP_OPEN: "Find out whether help began. Then close this referral.",
    Matter.DRAFT: "Go on with what you typed, and save it.",
    Matter.VISIT_OPEN: "Write how the visit ended.",
}
