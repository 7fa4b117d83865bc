"""What is so for a time at a place, and what was reported of it and not checked, in plain words (S-06, S-07)."""

from collections.abc import Iterator
from datetime import date

from navigator.documents.sentences import stopped
from navigator.documents.wording import Wording
from navigator.resources.model import Alert, Entry, Status


def right_now(entry: Entry, wording: Wording, today: date) -> str:
    """The alerts that are on or ahead, then the reports; "" where there are none or the place is confidential."""
    if entry.confidential:
        return ""
    return " ".join((*_alerts(entry, wording, today), *_reports(entry, wording)))


def _alerts(entry: Entry, wording: Wording, today: date) -> Iterator[str]:
    for alert in entry.alerts:
        if alert.is_on(today):
            yield _on(alert, wording, today)
        elif alert.starts > today:
            words = _on(alert, wording, today)
            yield wording.say("now.from", day=wording.day(alert.starts, today), words=words)


def _on(alert: Alert, wording: Wording, today: date) -> str:
    if alert.ends is None:
        return stopped(alert.words)
    return wording.say("now.until", words=stopped(alert.words), day=wording.day(alert.ends, today))


def _reports(entry: Entry, wording: Wording) -> Iterator[str]:
    """A place that was reported to be open after all says nothing here: that is for the desk."""
    for report in entry.reported:
        if report.field != "status":
            yield wording.say(f"now.{report.field}", words=report.words)
        elif report.words != Status.ACTIVE.value:
            yield wording.say("now.status")
