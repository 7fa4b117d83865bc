"""How long ago something was, in the few words a row has room for."""

from datetime import date, datetime, timedelta

_MONTH = 30.44


def ago(then: datetime, now: datetime) -> str:
    """For facts that age by the hour: "just now", "20 min ago", "6 h ago", "3 days ago"."""
    minutes = int((now - then) / timedelta(minutes=1))
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    if minutes < 24 * 60:
        return f"{minutes // 60} h ago"
    return f"{long(minutes // (24 * 60))} ago"


def long(days: int) -> str:
    """A stretch of days: "1 day", "45 days", "14 months", "3 years"."""
    if days < 60:
        return counted(days, "day")
    months = round(days / _MONTH)
    if months < 24:
        return counted(months, "month")
    return counted(months // 12, "year")


def counted(number: int, thing: str) -> str:
    """`number` with the noun in its right form: "1 bed", "3 beds"."""
    return f"{number} {thing}" if number == 1 else f"{number} {plural(thing)}"


def plural(thing: str) -> str:
    return f"{thing}es" if thing.endswith(("s", "x", "ch", "sh")) else f"{thing}s"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(on: date, today: date) -> str:
    """A date without its weekday: "Nov 11", with the year when it is not this one. Never in the machine's language."""
    return dated(on).removesuffix(f", {today.year}")


def dated(on: date) -> str:
    """A date with its year: "Nov 11, 2026"."""
    return f"{_MONTHS[on.month - 1]} {on.day}, {on.year}"
