"""What is so for a time at a place, and what was reported of it and not checked, for row and card (S-06, S-07)."""

from collections.abc import Iterator
from datetime import date, datetime, tzinfo

from navigator.resources.fields import label_of
from navigator.resources.model import Alert, Entry, Report, Status
from navigator.ui.clock_words import clock_words, day_words
from navigator.ui.find.remarks import Remark

NOT_CHECKED = "not checked"


def row_notes(entry: Entry, today: date) -> tuple[Remark, ...]:
    """In a few words: "Closed for repairs until Friday, November 27", "Phone reported changed, not checked"."""
    on = [Remark(alert_words(alert, today), "circle-alert", "closing") for alert in entry.alerts if alert.is_on(today)]
    reports = [Remark(words, "message-square", "closing") for words in _row_words(entry)]
    return (*on, *reports)


def alert_notes(entry: Entry, today: date) -> tuple[Remark, ...]:
    """The alerts that are on, and those ahead with their first day."""
    return tuple(
        Remark(alert_words(alert, today), "circle-alert", "closing" if alert.is_on(today) else "text2")
        for alert in entry.alerts
        if alert.ends is None or alert.ends >= today
    )


def alert_words(alert: Alert, today: date) -> str:
    words = alert.words.strip().rstrip(".")
    if alert.starts > today:
        words = f"From {day_words(alert.starts, today)}: {words}"
    return f"{words} until {day_words(alert.ends, today)}" if alert.ends else words


def reported_notes(entry: Entry, field: str, now: datetime, zone: tzinfo) -> tuple[Remark, ...]:
    """The values that were reported beside the one that stands there."""
    return tuple(
        Remark(f"{_value_words(report)}\n{_told_words(report, now, zone)}", "message-square", "closing")
        for report in entry.reported
        if report.field == field
    )


def _told_words(report: Report, now: datetime, zone: tzinfo) -> str:
    """ "Reported by a clinician, Sunday 2:10 AM, not checked"."""
    day, today = report.at.astimezone(zone).date(), now.astimezone(zone).date()
    when = f"{_day(day, today)} {clock_words(report.at, zone)}".strip()
    role = report.by_role or "colleague"
    article = "an" if role[:1].casefold() in "aeiou" else "a"
    return f"Reported by {article} {role}, {when}, {NOT_CHECKED}"


def _day(day: date, today: date) -> str:
    """The weekday alone where it cannot be mistaken."""
    near = (today - day).days
    return f"{day_words(day, today)}," if near < 2 or near > 6 else day_words(day, today).split(",")[0]


def _value_words(report: Report) -> str:
    return _status_words(report.words) if report.field == "status" else report.words


def _row_words(entry: Entry) -> Iterator[str]:
    """ "Reported: closed, not checked", "Phone and hours reported changed, not checked"."""
    closed = [report.words for report in entry.reported if report.field == "status"]
    if closed:
        yield f"Reported: {_status_words(closed[-1]).casefold()}, {NOT_CHECKED}"
    labels = dict.fromkeys(label_of(report.field).casefold() for report in entry.reported if report.field != "status")
    if labels:
        words = " and ".join(labels)
        yield f"{words[:1].upper()}{words[1:]} reported changed, {NOT_CHECKED}"


def _status_words(words: str) -> str:
    return "Open" if words == Status.ACTIVE else f"{words[:1].upper()}{words[1:]}"
