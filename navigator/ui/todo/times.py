"""When a task is or was due, in the few words a row has room for."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, tzinfo

from navigator.referrals.task import LOOP_OPEN_AFTER, NO_ANSWER_AFTER, Matter, Task
from navigator.resources import ages
from navigator.ui.clock_words import clock_words, day_words, moment_words, span_words


def when_words(task: Task, now: datetime, zone: tzinfo) -> tuple[str, str]:
    """Since or until when, and how long that is."""
    return _WHEN[task.matter](task, now, zone)


def _until(task: Task, now: datetime, zone: tzinfo) -> tuple[str, str]:
    left = task.due_at - now
    words = f"{span_words(left)} left" if left > timedelta() else f"ended {span_words(-left)} ago"
    return f"Until {moment_words(task.due_at, now, zone)}", words


def _unanswered(task: Task, now: datetime, zone: tzinfo) -> tuple[str, str]:
    return _since(task.due_at - NO_ANSWER_AFTER, now, zone)


def _open_loop(task: Task, now: datetime, zone: tzinfo) -> tuple[str, str]:
    began = task.due_at - LOOP_OPEN_AFTER
    return f"Since {_day(began, now, zone)}", span_words(now - began)


def _look_again(task: Task, now: datetime, zone: tzinfo) -> tuple[str, str]:
    late = (now.astimezone(zone).date() - task.due_at.astimezone(zone).date()).days
    return f"Due {_day(task.due_at, now, zone)}", f"{span_words(timedelta(days=late))} overdue" if late else ""


def _due(task: Task, now: datetime, zone: tzinfo) -> tuple[str, str]:
    left = task.due_at - now
    words = f"in {span_words(left)}" if left > timedelta() else f"{span_words(-left)} overdue"
    return f"Due {_short(task.due_at, now, zone)}", words


def _typed(task: Task, now: datetime, zone: tzinfo) -> tuple[str, str]:
    return f"Typed {_short(task.due_at, now, zone)}", f"{span_words(now - task.due_at)} ago"


def _arrived(task: Task, now: datetime, zone: tzinfo) -> tuple[str, str]:
    return f"Arrived {_short(task.due_at, now, zone)}", span_words(now - task.due_at)


def _since(began: datetime, now: datetime, zone: tzinfo) -> tuple[str, str]:
    return f"Since {_short(began, now, zone)}", span_words(now - began)


def _short(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """The clock today, else the day: a row has room for one of both."""
    same_day = moment.astimezone(zone).date() == now.astimezone(zone).date()
    return clock_words(moment, zone) if same_day else _day(moment, now, zone)


def _day(moment: datetime, now: datetime, zone: tzinfo) -> str:
    day, today = moment.astimezone(zone).date(), now.astimezone(zone).date()
    return day_words(day, today) if abs((today - day).days) <= 1 else ages.day(day, today)


_WHEN: Mapping[Matter, Callable[[Task, datetime, tzinfo], tuple[str, str]]] = {
    Matter.BED_HOLD: _until,
    Matter.NO_ANSWER: _unanswered,
    Matter.CONSENT: _until,
    Matter.CHECK_DUE: _look_again,
    Matter.FOLLOW_UP: _due,
    Matter.LOOP_OPEN: _open_loop,
    Matter.DRAFT: _typed,
    Matter.VISIT_OPEN: _arrived,
}
