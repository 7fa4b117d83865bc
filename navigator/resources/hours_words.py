"""Weekly hours in words: lines for the screen, one phrase for paper. What could not be read is quoted (S-03)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from navigator.resources.holidays import speaks_of_holidays
from navigator.resources.hours_doors import doors
from navigator.resources.model import DatedHours, Hours, HoursKind, Span
from navigator.resources.week import DAY, DAYS, is_always, merged

NOT_KNOWN = "We do not know the hours. Please call."
_BY_APPOINTMENT = "You need an appointment. Please call."
_SCREEN: Mapping[HoursKind, str] = {
    HoursKind.INTAKE: "Intake: ",
    HoursKind.WALK_IN: "Walk in: ",
    HoursKind.MEALS: "Meals: ",
    HoursKind.PHONE: "Phone: ",
    HoursKind.OVERNIGHT: "Overnight: ",
}
_PAPER: Mapping[HoursKind, str] = {
    **_SCREEN,
    HoursKind.INTAKE: "First visit: ",
    HoursKind.OFFICE: "Office: ",
    HoursKind.PHONE: "By phone: ",
}
_SAYS_NO_MORE = re.compile(
    r"mon(day)?s?|tue(s(day)?)?s?|wed(nesday)?s?|thu(r(s(day)?)?)?s?|fri(day)?s?|sat(urday)?s?|sun(day)?s?"
    r"|daily|24\s*/\s*7|24\s*h(ours?)?|[ap]\.?m\b\.?|and|to|[\d\W_]"
    r"|walk-in|intake|overnight|office|meals?|hotline|(tele)?phone|by appointment",
    re.IGNORECASE,
)


def lines(hours: tuple[Hours, ...]) -> tuple[str, ...]:
    """The hours as one reads them in the detail pane, what was published last where it says more."""
    read = [_labelled(_SCREEN.get(one.kind, ""), part) for one in hours for part in _weekly(one, days_first=True)]
    dated = [_dated(exception) for one in hours for exception in one.exceptions]
    marks = ["By appointment"] if any(one.by_appointment for one in hours) else []
    return (*read, *dated, *marks, *_quoted(hours))


def phrase(hours: tuple[Hours, ...]) -> str:
    """The "Open" of the handout, in short plain sentences (D-06); says when some or all of it is not known."""
    there = doors(hours)
    read = tuple(one for one in there if one.spans)
    if not read:
        return _BY_APPOINTMENT if any(one.by_appointment for one in there) else _listed(there)
    sentences = list(_sentences(read))
    if len(read) < len(there) or any(one.exceptions for one in there):
        sentences.append("Please call for other hours")
    elif speaks_of_holidays(there) and not any(is_always(merged(one.spans)) for one in read):
        sentences.append("On holidays, please call")
    return sentences[0] if len(sentences) == 1 else ". ".join(sentences) + "."


def _listed(doors: tuple[Hours, ...]) -> str:
    """What was published and could not be read stands as it was (S-03)."""
    published = "; ".join(dict.fromkeys(one.text for one in doors if one.text))
    return f"{NOT_KNOWN} Listed as: {published}" if published else NOT_KNOWN


def _sentences(read: tuple[Hours, ...]) -> Iterable[str]:
    """Each set of hours; the kind is named once, where more than one kind or not the door itself is meant."""
    kinds = {one.kind for one in read}
    for one in read:
        named = len(kinds) > 1 or one.kind in (HoursKind.MEALS, HoursKind.PHONE)
        label = _PAPER.get(one.kind, "") if named else ""
        for part in _weekly(one, days_first=False):
            yield _labelled(label, part)
            label = ""


def _labelled(label: str, part: str) -> str:
    return label + part[0].lower() + part[1:] if label and part.startswith(("Day", "Every")) else label + part


def _weekly(hours: Hours, *, days_first: bool) -> Iterable[str]:
    """Each set of equal hours once: "Monday to Friday, 7:00 AM to 5:00 PM", or with the times first."""
    spans = merged(hours.spans)
    if is_always(spans):
        return ["Day and night, every day"]
    same: dict[str, set[int]] = defaultdict(set)
    long: list[str] = []
    for span in spans:
        if span.end - span.start > DAY and (span.start % DAY or span.end % DAY):
            long.append(f"{_moment(span.start)} to {_moment(span.end)}")
        else:
            same[_times(span)] |= _days(span)
    return [_set(_list_of(days), times, days_first=days_first) for times, days in same.items()] + long


def _set(days: str, times: str, *, days_first: bool) -> str:
    if days_first:
        return f"{days}, {times}"
    return f"{times[0].upper()}{times[1:]}, {days.replace('Every day', 'every day')}"


def _days(span: Span) -> set[int]:
    """The days that a span stands for: the one it begins on, or each of the whole days it lasts."""
    first = span.start // DAY
    return {day % 7 for day in range(first, span.end // DAY)} if _whole(span) else {first}


def _whole(span: Span) -> bool:
    return span.start % DAY == 0 and span.end % DAY == 0


def _times(span: Span) -> str:
    return "day and night" if _whole(span) else f"{_clock(span.start)} to {_clock(span.end)}"


def _list_of(days: set[int]) -> str:
    """ "Every day", "Monday to Friday", "Tuesday and Thursday", "Monday, Wednesday to Friday and Sunday"."""
    if len(days) == 7:
        return "Every day"
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    named = [name for run in runs for name in _run(run)]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def _run(days: list[int]) -> list[str]:
    if len(days) > 2:
        return [f"{DAYS[days[0]]} to {DAYS[days[-1]]}"]
    return [DAYS[day] for day in days]


def _moment(minutes: int) -> str:
    return f"{DAYS[minutes // DAY % 7]} {_clock(minutes)}"


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes % DAY, 60)
    if minute == 0 and hour % 12 == 0:
        return "12:00 noon" if hour else "12:00 midnight"
    return f"{hour % 12 or 12}:{minute:02} {'PM' if hour >= 12 else 'AM'}"


def _dated(exception: DatedHours) -> str:
    times = " and ".join(f"{_clock(start)} to {_clock(end)}" for start, end in exception.spans) or "closed"
    named = f" ({exception.words})" if exception.words else ""
    return f"{exception.on:%A, %B} {exception.on.day}{named}: {times}"


def _quoted(hours: tuple[Hours, ...]) -> Iterable[str]:
    """Each published text once: where it was not read, and where it holds words that the typed hours do not."""
    unread = {one.text: not (one.spans or one.exceptions or one.by_appointment) for one in hours if one.text}
    for text, is_unread in unread.items():
        if any(text in other for other in unread if other != text):
            continue
        if is_unread:
            yield f"Hours: \u201c{text}\u201d"
        elif _SAYS_NO_MORE.sub("", text):
            yield f"As published: \u201c{text}\u201d"
